/* The office of strategy management: people planned and in place against the benchmark. */
#include "report/compose.h"
#include "report/section.h"

#include <string.h>

#define BAR_WIDTH   MM(35)
#define BAR_SCALE   2.0
#define TOTAL_SCALE 9.0
enum { TINT_LEVELS = 3, PROCESSES_MOST = 12 /* side by side */ };

static const char *fte(struct report *report, struct decimal value) {
    return words_number(report->arena, report->words, value, 2, false);
}

static const char *band(struct report *report, struct decimal low, struct decimal high) {
    const char *from = words_number(report->arena, report->words, low, 1, false);
    if (decimal_compare(low, high) == 0)
        return from;
    return words_fill(report->arena, report->words, "office.band", from,
                      words_number(report->arena, report->words, high, 1, false), NULL);
}

static bool benchmarked(const struct report *report) {
    for (size_t i = 0; i < report->plan->processes.count; i++)
        if (report->plan->processes.items[i].benchmarked)
            return true;
    return false;
}

/* The published total is given in whole FTE. */
static const char *total_band(struct report *report) {
    const struct staffing_result *staffing = &report->assessment->staffing;
    struct decimal low = staffing->total_min;
    struct decimal high = staffing->total_max;
    bool whole = low.micro % DECIMAL_ONE == 0 && high.micro % DECIMAL_ONE == 0;
    return words_fill(report->arena, report->words, "office.band",
                      words_number(report->arena, report->words, low, whole ? 0 : 1, false),
                      words_number(report->arena, report->words, high, whole ? 0 : 1, false), NULL);
}

static void total_chart(struct report *report, struct section *section) {
    const struct staffing_result *staffing = &report->assessment->staffing;
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = CHART_FTE_TOTAL;
    chart->width = MM(154);
    chart->height = MM(17);
    struct chart_fte *bar = &chart->as.fte;
    bar->planned = decimal_double(staffing->planned);
    bar->filled = decimal_double(staffing->filled);
    bar->has_band = staffing->has_total;
    bar->min = decimal_double(staffing->total_min);
    bar->max = decimal_double(staffing->total_max);
    bar->scale = bar->planned > TOTAL_SCALE ? bar->planned + 1.0 : TOTAL_SCALE;
    bar->planned_label = words_fill(report->arena, report->words, "office.planned",
                                    fte(report, staffing->planned), NULL);
    bar->filled_label = words_fill(report->arena, report->words, "office.filled",
                                   fte(report, staffing->filled), NULL);
    bar->band_label =
        words_fill(report->arena, report->words, "office.published", total_band(report), NULL);
    const char *published = staffing->has_total ? "1" : "0";
    chart->alt =
        words_fill(report->arena, report->words, "office.total.alt", fte(report, staffing->planned),
                   fte(report, staffing->filled), total_band(report), published, NULL);
    struct block *block = block_add(report->document, &section->blocks, BLOCK_CHART);
    block->chart = chart;
    content_styled(report->arena, &block->content, STYLE_CAPTION_NAME, INK,
                   words_text(report->words, "office.total"));
    content_styled(report->arena, &block->content, STYLE_CAPTION, GREY,
                   words_fill(report->arena, report->words, "office.total.note", published, NULL));
}

static void bar_cell(struct report *report, struct table_row *row,
                     const struct process_result *result) {
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = CHART_FTE_ROW;
    chart->width = BAR_WIDTH;
    chart->height = MM(4.2);
    chart->as.fte = (struct chart_fte){.planned = decimal_double(result->planned),
                                       .filled = decimal_double(result->filled),
                                       .min = decimal_double(result->process->fte_min),
                                       .max = decimal_double(result->process->fte_max),
                                       .scale = BAR_SCALE,
                                       .has_band = result->process->benchmarked};
    table_chart(report->arena, row, chart);
}

/* Short of its band, but a partner function runs it and lends people by dotted line. */
static bool lent(const struct process_result *result) {
    return result->verdict == STAFFING_UNDER && result->colour == STATUS_NO_DATA &&
           result->dotted.micro > 0;
}

static const char *verdict_note(struct report *report, const struct process_result *result) {
    if (result->vacant)
        return words_text(report->words, "office.vacant-note");
    if (lent(result))
        return words_fill(report->arena, report->words, "office.partner-note",
                          fte(report, result->dotted), NULL);
    return "";
}

/* The colour follows the plan (domain.md section 2); a plan that nobody fills is not on track. */
static enum status verdict_status(const struct process_result *result) {
    return result->vacant && result->colour == STATUS_GREEN ? STATUS_AMBER : result->colour;
}

static void verdict_cell(struct report *report, struct table_row *row,
                         const struct process_result *result) {
    struct arena *arena = report->arena;
    struct content *content = cell_content(arena, table_cell(arena, row));
    const char *word =
        words_text(report->words,
                   arena_printf(arena, "office.verdict.%s", assess_verdict_name(result->verdict)));
    enum status status = verdict_status(result);
    content_mark(arena, content, compose_mark(status), NULL,
                 lent(result) ? words_text(report->words, "office.by-partner")
                              : compose_status_word(report, status));
    const char *gap =
        decimal_zero(result->gap)
            ? ""
            : arena_printf(arena, " %s", words_number(arena, report->words, result->gap, 2, true));
    content_text(arena, content,
                 arena_printf(arena, "\u00a0%s%s%s", word, gap, verdict_note(report, result)));
}

static void process_row(struct report *report, struct table_block *table,
                        const struct process_result *result) {
    struct arena *arena = report->arena;
    const struct process *process = result->process;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, process->id, NULL);
    struct table_cell *cell = table_text(arena, row, process->name);
    cell->header = true;
    if (!process->owner || !*process->owner)
        content_styled(arena, cell_content(arena, cell), STYLE_TABLE_BOLD, BAD_TEXT,
                       words_text(report->words, "office.no-owner"));
    table_text(arena, row,
               process->benchmarked ? band(report, process->fte_min, process->fte_max)
                                    : words_text(report->words, "missing"));
    table_text(arena, row, fte(report, result->planned));
    table_text(arena, row, fte(report, result->filled));
    bar_cell(report, row, result);
    verdict_cell(report, row, result);
    table_text(arena, row,
               result->has_fill_rate
                   ? words_number(arena, report->words, result->fill_rate, 0, false)
                   : words_text(report->words, "not-available"));
}

static void process_columns(struct report *report, struct table_block *table) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    table_column(arena, table, "", ALIGN_LEFT, MM(8), STYLE_TABLE_BOLD)->head_actual =
        words_text(words, "column.id");
    table_column(arena, table, words_text(words, "office.process"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "office.benchmark"), ALIGN_RIGHT, MM(16),
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "office.plan"), ALIGN_RIGHT, MM(9), STYLE_TABLE);
    table_column(arena, table, words_text(words, "office.in-place"), ALIGN_RIGHT, MM(10),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "office.scale"), ALIGN_LEFT, BAR_WIDTH,
                 STYLE_TABLE)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "office.against"), ALIGN_LEFT, MM(40),
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "office.fill"), ALIGN_RIGHT, MM(9), STYLE_TABLE);
}

static bool any_of_group(const struct report *report, enum process_group group) {
    for (size_t i = 0; i < report->plan->processes.count; i++)
        if (report->plan->processes.items[i].group == group)
            return true;
    return false;
}

static void processes(struct report *report, struct section *section) {
    static const enum process_group order[] = {PROCESS_CORE, PROCESS_DESIRABLE,
                                               PROCESS_INTEGRATIVE};
    struct arena *arena = report->arena;
    block_heading(report->document, &section->blocks, words_text(report->words, "office.processes"),
                  words_fill(arena, report->words, "office.processes.note",
                             benchmarked(report) ? "1" : "0", NULL));
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(report->words, "office.summary"))
            ->table;
    table->padding = MM(0.75);
    process_columns(report, table);
    for (size_t g = 0; g < sizeof order / sizeof order[0]; g++) {
        if (!any_of_group(report, order[g]))
            continue;
        struct table_row *row = table_row(arena, table, ROW_GROUP);
        table_text(arena, row,
                   words_text(report->words,
                              arena_printf(arena, "office.group.%s", plan_group_name(order[g]))));
        for (size_t i = 0; i < report->plan->processes.count; i++)
            if (report->plan->processes.items[i].group == order[g])
                process_row(report, table, &report->assessment->staffing.processes[i]);
    }
}

static void share_cell(struct report *report, struct table_row *row, struct decimal share,
                       bool outlined) {
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = CHART_SHARE;
    chart->height = MM(4.2);
    bool none = decimal_zero(share);
    chart->as.share.outlined = outlined && !none;
    chart->as.share.label = none ? NULL : fte(report, share);
    if (!none)
        chart->as.share.tint = decimal_compare(share, decimal_micro(990000)) >= 0   ? TINT_LEVELS
                               : decimal_compare(share, decimal_micro(500000)) >= 0 ? 2
                                                                                    : 1;
    table_chart(report->arena, row, chart);
}

/* Processes side by side: all of them, or as many as leave the names room. */
struct part {
    size_t from, to;
};

/* Where there are several parts, a person stands in those that have something of theirs; who does
 * nothing at all, in the first. */
static bool in_part(const struct person_result *person, const struct part *part) {
    if (part->from == 0 && decimal_zero(person->total))
        return true;
    for (size_t i = part->from; i < part->to; i++)
        if (!decimal_zero(person->by_process[i]))
            return true;
    return false;
}

static bool anyone_in(const struct staffing_result *staffing, const struct part *part) {
    for (size_t i = 0; i < staffing->people_count; i++)
        if (in_part(&staffing->people[i], part))
            return true;
    return false;
}

static void person_row(struct report *report, struct table_block *table,
                       const struct person_result *person, const struct part *part) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    struct table_cell *cell = table_text(arena, row, person->person);
    cell->header = true;
    const char *note = person->dotted ? "office.dotted" : person->vacancy ? "office.vacancy" : NULL;
    if (note)
        content_styled(arena, cell_content(arena, cell), STYLE_TABLE_GREY, GREY,
                       words_text(report->words, note));
    for (size_t i = part->from; i < part->to; i++)
        share_cell(report, row, person->by_process[i], person->vacancy || person->dotted);
    table_text(arena, row, fte(report, person->total));
}

static void people_table(struct report *report, struct section *section, const struct part *part) {
    const struct staffing_result *staffing = &report->assessment->staffing;
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const bool whole = part->to - part->from == report->plan->processes.count;
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, "office.people.summary"))
            ->table;
    table->padding = MM(0.5);
    table_column(arena, table, words_text(words, "office.person"), ALIGN_LEFT, 0, STYLE_TABLE);
    for (size_t i = part->from; i < part->to; i++) {
        struct table_column *column = table_column(
            arena, table, report->plan->processes.items[i].id, ALIGN_CENTRE, MM(9.4), STYLE_TABLE);
        column->gap = MM(0.5);
        column->head_actual = report->plan->processes.items[i].name;
    }
    table_column(arena, table, words_text(words, "office.fte"), ALIGN_RIGHT, MM(12),
                 STYLE_TABLE_BOLD);
    for (size_t i = 0; i < staffing->people_count; i++)
        if (whole || in_part(&staffing->people[i], part))
            person_row(report, table, &staffing->people[i], part);
}

static void people(struct report *report, struct section *section) {
    const struct staffing_result *staffing = &report->assessment->staffing;
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, "office.people"),
                  words_text(words, "office.people.note"));
    if (staffing->people_count == 0) {
        compose_none(report, &section->blocks, "office.people.none");
        return;
    }
    const size_t processes = report->plan->processes.count;
    const size_t parts = processes > 0 ? (processes + PROCESSES_MOST - 1) / PROCESSES_MOST : 1;
    for (size_t i = 0; i < parts; i++) {
        const struct part part = {processes * i / parts, processes * (i + 1) / parts};
        if (parts == 1 || anyone_in(staffing, &part))
            people_table(report, section, &part);
    }
    block_text(report->document, &section->blocks, STYLE_KEY,
               words_fill(arena, words, "office.note",
                          band(report, staffing->sum_min, staffing->sum_max), total_band(report),
                          benchmarked(report) ? "1" : "0", staffing->has_total ? "1" : "0", NULL));
}

/* To whom the office reports, and what that is worth. */
static void reporting_line(struct report *report, struct section *section) {
    static const char *const lines[] = {"office.line.unknown", "office.line.direct",
                                        "office.line.dotted", "office.line.two-below",
                                        "office.line.three-below"};
    const struct words *words = report->words;
    const enum status status = report->assessment->staffing.line_status;
    struct block_list *list = &block_add(report->document, &section->blocks, BLOCK_KEEP)->children;
    block_heading(report->document, list, words_text(words, "office.line.head"), NULL);
    struct block *line = block_add(report->document, list, BLOCK_TEXT);
    line->style = STYLE_BODY;
    content_mark(report->arena, &line->content, compose_mark(status), NULL,
                 compose_status_word(report, status));
    content_text(report->arena, &line->content,
                 arena_printf(report->arena, "\u00a0%s %s",
                              words_text(words, lines[report->plan->settings.reporting_line]),
                              words_text(words, "office.line.rule")));
}

static const char *office_title(struct report *report) {
    const struct staffing_result *staffing = &report->assessment->staffing;
    struct arena *arena = report->arena;
    const char *under[3];
    int count = 0;
    for (size_t i = 0; i < report->plan->processes.count; i++) {
        if (staffing->processes[i].verdict != STAFFING_UNDER)
            continue;
        if (count < 3)
            under[count] = staffing->processes[i].process->name;
        count++;
    }
    struct decimal vacant;
    if (!decimal_sub(staffing->planned, staffing->filled, &vacant))
        vacant = decimal_of(0);
    const char *key = !benchmarked(report) ? "office.title.unknown"
                      : count == 0         ? "office.title"
                      : count == 1         ? "office.title.under"
                                           : "office.title.under-many";
    return words_fill(arena, report->words, key, fte(report, staffing->planned),
                      fte(report, staffing->filled), count > 0 ? under[0] : "",
                      words_count(arena, report->words, count, false), fte(report, vacant), NULL);
}

/* The day, and whose benchmark it is. */
static const char *subtitle(struct report *report) {
    const char *day = words_date(report->arena, report->words, report->assessment->as_of);
    const char *source = report->plan->published_total_source;
    const bool published = report->assessment->staffing.has_total;
    if (!published && !benchmarked(report))
        return words_fill(report->arena, report->words, "office.subtitle.none", day, NULL);
    return words_fill(report->arena, report->words, "office.subtitle", day,
                      source && *source ? source
                      : published       ? total_band(report)
                                        : words_text(report->words, "missing"),
                      NULL);
}

SECTION(office) {
    struct section *section = compose_section(report, template);
    if (report->plan->processes.count == 0) {
        block_title(report->document, &section->blocks,
                    words_text(report->words, "office.title.empty"), NULL);
        compose_none(report, &section->blocks, "office.none");
        return;
    }
    block_title(report->document, &section->blocks, office_title(report), subtitle(report));
    total_chart(report, section);
    processes(report, section);
    people(report, section);
    reporting_line(report, section);
}
