/* Initiative portfolio: schedule, budget, benefit, Gantt; where to step in, stop or start. */
#include "report/columnchoice.h"
#include "report/compose.h"
#include "report/message.h"
#include "report/namedlist.h"
#include "report/section.h"
#include <string.h>

#define GANTT_WIDTH  MM(84)
#define GANTT_HEIGHT MM(7.2)
enum { WINDOW_MONTHS = 24, MONTHS_A_QUARTER = 3, YEARS_MOST = 3 };

static int32_t month_day(struct period month) {
    return date_days(period_first(month));
}

static int64_t days_cut(const struct report *report, struct period first) {
    int32_t from = month_day(first);
    int32_t to = month_day(period_next(first, WINDOW_MONTHS));
    int64_t cut = 0;
    for (size_t i = 0; i < report->plan->initiatives.count; i++) {
        const struct initiative *initiative = &report->plan->initiatives.items[i];
        if (!compose_initiative_here(report, initiative))
            continue;
        int32_t start = date_days(initiative->start);
        int32_t end = date_days(initiative->end);
        cut += start < from ? from - start : 0;
        cut += end > to ? end - to : 0;
    }
    return cut;
}

/* Two years from a quarter's start, so that least of the initiatives is cut off and the present
 * stays inside. */
static struct period window_start(const struct report *report) {
    const struct fiscal *fiscal = &report->plan->organization.fiscal;
    struct period best = period_year_start(report->assessment->as_of, fiscal);
    struct period earliest = period_next(best, -12);
    int64_t least = days_cut(report, best);
    for (int quarter = 0; quarter < 4; quarter++) {
        struct period first = period_next(earliest, quarter * MONTHS_A_QUARTER);
        int64_t cut = days_cut(report, first);
        if (cut < least) {
            least = cut;
            best = first;
        }
    }
    return best;
}

/* A year is named where it begins, and at the window's start if enough of it is left to hold the
 * name. */
static bool year_named(struct date month, int index, const struct fiscal *fiscal) {
    if (month.month == fiscal->start_month)
        return true;
    int left = (fiscal->start_month - month.month + 12) % 12;
    return index == 0 && left >= MONTHS_A_QUARTER;
}

/* The window all Gantt rows share. */
static struct chart_gantt window(struct report *report) {
    struct arena *arena = report->arena;
    const struct fiscal *fiscal = &report->plan->organization.fiscal;
    struct period first = window_start(report);
    struct chart_gantt gantt = {.as_of = date_days(report->assessment->as_of)};
    int32_t *months = arena_array(arena, WINDOW_MONTHS, sizeof *months);
    const char **initials = arena_array(arena, WINDOW_MONTHS, sizeof *initials);
    int32_t *quarters = arena_array(arena, WINDOW_MONTHS / MONTHS_A_QUARTER + 1, sizeof *quarters);
    int32_t *years = arena_array(arena, YEARS_MOST, sizeof *years);
    const char **labels = arena_array(arena, YEARS_MOST, sizeof *labels);
    for (int i = 0; i < WINDOW_MONTHS; i++) {
        struct date start = period_first(period_next(first, i));
        months[i] = date_days(start);
        initials[i] = words_month_initial(report->words, start.month);
        if (i % MONTHS_A_QUARTER == 0)
            quarters[gantt.quarter_count++] = months[i];
        if (year_named(start, i, fiscal)) {
            char year[16];
            period_fiscal_year(start, fiscal, year);
            years[gantt.year_count] = months[i];
            labels[gantt.year_count++] = arena_strdup(arena, year);
        }
    }
    gantt.from = months[0];
    gantt.to = month_day(period_next(first, WINDOW_MONTHS));
    quarters[gantt.quarter_count++] = gantt.to;
    gantt.quarters = quarters;
    gantt.months = months;
    gantt.month_initials = initials;
    gantt.month_count = WINDOW_MONTHS;
    gantt.years = years;
    gantt.year_labels = labels;
    return gantt;
}

static const struct chart *gantt_chart(struct report *report, struct chart_gantt gantt,
                                       enum chart_kind kind) {
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = kind;
    chart->width = GANTT_WIDTH;
    chart->height = kind == CHART_GANTT_HEAD ? MM(7) : GANTT_HEIGHT;
    chart->as.gantt = gantt;
    return chart;
}

static struct table_cell *gantt_cell(struct report *report, struct table_row *row,
                                     const struct initiative *initiative,
                                     struct chart_gantt gantt) {
    struct chart_gantt_milestone *milestones =
        arena_array(report->arena, initiative->milestones.count, sizeof *milestones);
    int open = 0, overdue = 0;
    for (size_t i = 0; i < initiative->milestones.count; i++) {
        const struct milestone *milestone = initiative->milestones.items[i];
        bool done = date_set(milestone->done);
        bool late = !done && date_compare(milestone->due, report->assessment->as_of) < 0;
        milestones[i].day = date_days(done ? milestone->done : milestone->due);
        milestones[i].state = done ? MILESTONE_REACHED : late ? MILESTONE_OVERDUE : MILESTONE_DUE;
        open += !done;
        overdue += late;
    }
    gantt.milestones = milestones;
    gantt.milestone_count = initiative->milestones.count;
    gantt.start = date_days(initiative->start);
    gantt.end = date_days(initiative->end);
    if (initiative->done_percent.known)
        gantt.done = decimal_double(initiative->done_percent.value) / 100.0;
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    *chart = *gantt_chart(report, gantt, CHART_GANTT_ROW);
    chart->alt = words_fill(report->arena, report->words, "portfolio.gantt.alt",
                            words_date(report->arena, report->words, initiative->start),
                            words_date(report->arena, report->words, initiative->end),
                            arena_printf(report->arena, "%zu", initiative->milestones.count),
                            arena_printf(report->arena, "%d", open),
                            arena_printf(report->arena, "%d", overdue), NULL);
    return table_chart(report->arena, row, chart);
}

static void serves_cell(struct report *report, struct table_row *row,
                        const struct initiative *initiative) {
    if (initiative->objectives.count == 0) {
        compose_or_none(report, row, "");
        return;
    }
    struct textbuf text;
    textbuf_init(&text, report->arena);
    for (size_t i = 0; i < initiative->objectives.count; i++) {
        if (i > 0)
            textbuf_str(&text, words_text(report->words, "list.comma"));
        textbuf_str(&text, initiative->objectives.items[i]->id);
    }
    table_text(report->arena, row, textbuf_text(&text))->colour = NAVY;
}

static const char *money(struct report *report, struct quantity amount) {
    return amount.known ? compose_in_millions(report, amount.value)
                        : words_text(report->words, "missing");
}

static void initiative_row(struct report *report, struct table_block *table,
                           const struct initiative_result *result, struct chart_gantt gantt) {
    struct arena *arena = report->arena;
    const struct initiative *initiative = result->initiative;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    row->min_height = GANTT_HEIGHT;
    compose_id_cell(report, row, initiative->id, NULL);
    table_text(arena, row, initiative->name)->header = true;
    serves_cell(report, row, initiative);
    compose_or_none(report, row, initiative->owner);
    table_text(arena, row,
               initiative->done_percent.known
                   ? words_number(arena, report->words, initiative->done_percent.value, 0, false)
                   : words_text(report->words, "missing"));
    compose_mark_cell(report, row, result->schedule, true);
    compose_mark_cell(report, row, result->budget, true);
    compose_mark_cell(report, row, result->benefit, true);
    table_text(arena, row, money(report, initiative->budget));
    struct table_cell *cell = table_text(arena, row, money(report, initiative->forecast_cost));
    if (result->budget == STATUS_AMBER || result->budget == STATUS_RED) {
        cell->style = STYLE_DENSE_BOLD;
        cell->colour = BAD_TEXT;
    }
    gantt_cell(report, row, initiative, gantt);
}

static void columns(struct report *report, struct table_block *table, struct chart_gantt gantt) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const char *currency = report->plan->organization.currency;
    table->padding = MM(0.35);
    table_column(arena, table, words_text(words, "column.id"), ALIGN_LEFT, MM(9), STYLE_DENSE_BOLD);
    table_column(arena, table, words_text(words, "portfolio.initiative"), ALIGN_LEFT, 0,
                 STYLE_DENSE);
    table_column(arena, table, words_text(words, "portfolio.serves"), ALIGN_LEFT, MM(14),
                 STYLE_DENSE);
    table_column(arena, table, words_text(words, "column.owner"), ALIGN_LEFT, MM(32),
                 STYLE_DENSE_GREY);
    table_column(arena, table, words_text(words, "portfolio.done"), ALIGN_RIGHT, MM(9),
                 STYLE_DENSE);
    table_column(arena, table, words_text(words, "portfolio.schedule"), ALIGN_LEFT, MM(11.5),
                 STYLE_DENSE)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "portfolio.budget"), ALIGN_LEFT, MM(10.5),
                 STYLE_DENSE);
    table_column(arena, table, words_text(words, "portfolio.benefit"), ALIGN_LEFT, MM(10.5),
                 STYLE_DENSE);
    table_column(arena, table, words_fill(arena, words, "portfolio.approved", currency, NULL),
                 ALIGN_RIGHT, MM(12.5), STYLE_DENSE);
    table_column(arena, table, words_fill(arena, words, "portfolio.forecast", currency, NULL),
                 ALIGN_RIGHT, MM(12.5), STYLE_DENSE);
    struct table_column *chart =
        table_column(arena, table, "", ALIGN_LEFT, GANTT_WIDTH, STYLE_DENSE);
    chart->head_chart = gantt_chart(report, gantt, CHART_GANTT_HEAD);
    chart->head_actual = words_text(words, "portfolio.time");
    chart->gap = MM(3);
}

struct totals {
    int count, red[3], amber[3];
    struct decimal approved, forecast;
};

static void count_status(struct totals *totals, int dimension, enum status status) {
    totals->red[dimension] += status == STATUS_RED;
    totals->amber[dimension] += status == STATUS_AMBER;
}

static void add_money(struct decimal *sum, struct quantity amount) {
    struct decimal next;
    if (amount.known && decimal_add(*sum, amount.value, &next))
        *sum = next;
}

/* "1 R, 2 A", and to a voice "1 off track and 2 at risk". */
static void counts_cell(struct report *report, struct table_row *row, int red, int amber) {
    struct arena *arena = report->arena;
    struct table_cell *cell = table_text(arena, row,
                                         words_fill(arena, report->words, "portfolio.counts",
                                                    arena_printf(arena, "%d", red),
                                                    arena_printf(arena, "%d", amber), NULL));
    const char *told[] = {
        arena_printf(arena, "%d %s", red, compose_in_text(report, STATUS_RED)),
        arena_printf(arena, "%d %s", amber, compose_in_text(report, STATUS_AMBER))};
    cell->style = STYLE_DENSE_GREY;
    cell->actual = words_list(arena, report->words, told, 2);
}

static void total_row(struct report *report, struct table_block *table,
                      const struct totals *totals) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_TOTAL);
    table_text(arena, row, "");
    struct table_cell *cell =
        table_text(arena, row,
                   words_fill(arena, report->words, "portfolio.total",
                              arena_printf(arena, "%d", totals->count), NULL));
    cell->style = STYLE_DENSE_BOLD;
    cell->header = true;
    for (int i = 0; i < 3; i++)
        table_text(arena, row, "");
    for (int i = 0; i < 3; i++)
        counts_cell(report, row, totals->red[i], totals->amber[i]);
    struct quantity approved = {.known = true, .value = totals->approved};
    struct quantity forecast = {.known = true, .value = totals->forecast};
    table_text(arena, row, money(report, approved))->style = STYLE_DENSE_BOLD;
    table_text(arena, row, money(report, forecast))->style = STYLE_DENSE_BOLD;
    table_text(arena, row, "");
}

/* Sentences stand in the broad column, names in the narrow ones. */
#define STEP_IN_WIDTH MM(114)
#define OTHERS_WIDTH  MM(69)

static void step_in(struct report *report, struct block *columns) {
    struct block_list *list = namedlist_column(report, columns, STEP_IN_WIDTH, "portfolio.step-in",
                                               "portfolio.step-in.note");
    const struct sentence_voice voice =
        wording_voice(report->arena, report->template->catalogue, report->plan);
    bool any = false;
    for (size_t i = 0; i < report->plan->initiatives.count; i++) {
        const struct initiative_result *result = &report->assessment->initiatives[i];
        if (!compose_initiative_here(report, result->initiative) || result->status != STATUS_RED ||
            result->initiative->closed)
            continue;
        any = true;
        const char *text = message_initiative(&voice, result);
        if (result->disagrees)
            text = words_fill(report->arena, report->words, "portfolio.disagrees", text,
                              compose_in_text(report, result->reported), NULL);
        namedlist_point(report, list, result->initiative->id, text);
    }
    if (!any)
        namedlist_quiet(report, list, words_text(report->words, "portfolio.step-in.none"));
}

static void orphans(struct report *report, struct block *columns) {
    struct block_list *list =
        namedlist_column(report, columns, OTHERS_WIDTH, "portfolio.stop", NULL);
    bool any = false;
    for (size_t i = 0; i < report->plan->initiatives.count; i++) {
        const struct initiative *initiative = &report->plan->initiatives.items[i];
        if (!compose_initiative_here(report, initiative) || initiative->objectives.count > 0 ||
            initiative->closed)
            continue;
        any = true;
        namedlist_point(report, list, initiative->id,
                        words_text(report->words, "portfolio.orphan"));
    }
    if (!any)
        namedlist_quiet(report, list, words_text(report->words, "portfolio.stop.none"));
}

static void unmoved(struct report *report, struct block *columns) {
    struct block_list *list =
        namedlist_column(report, columns, OTHERS_WIDTH, "portfolio.unmoved", NULL);
    bool any = false, red = false;
    for (size_t i = 0; i < report->plan->objectives.count; i++) {
        const struct objective_result *result = &report->assessment->objectives[i];
        if (!compose_objective_here(report, result->objective) || result->status != STATUS_RED)
            continue;
        red = true;
        if (result->objective->initiatives.count > 0)
            continue;
        any = true;
        namedlist_point(report, list, result->objective->id, result->objective->name);
    }
    if (!any)
        namedlist_quiet(report, list,
                        words_text(report->words,
                                   red ? "portfolio.unmoved.none" : "portfolio.unmoved.none-red"));
}

static void key(struct report *report, struct section *section) {
    struct block *block = block_text(
        report->document, &section->blocks, STYLE_KEY,
        words_fill(report->arena, report->words, "portfolio.key",
                   words_date_short(report->arena, report->words, report->assessment->as_of, 0),
                   NULL));
    block->align = ALIGN_RIGHT;
}

static struct totals add_up(const struct report *report) {
    struct totals totals = {0};
    for (size_t i = 0; i < report->plan->initiatives.count; i++) {
        const struct initiative_result *result = &report->assessment->initiatives[i];
        if (!compose_initiative_here(report, result->initiative))
            continue;
        totals.count++;
        count_status(&totals, 0, result->schedule);
        count_status(&totals, 1, result->budget);
        count_status(&totals, 2, result->benefit);
        add_money(&totals.approved, result->initiative->budget);
        add_money(&totals.forecast, result->initiative->forecast_cost.known
                                        ? result->initiative->forecast_cost
                                        : result->initiative->budget);
    }
    return totals;
}

/* Who reads the packet and can step in, by the number that the titles know them by. */
static const char *asked_to_step_in(const struct report *report) {
    static const char *const kinds[] = {"board", "committee", "unit"};
    static const char *const numbers[] = {"1", "2", "3"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(report->template->kind, kinds[i]) == 0)
            return numbers[i];
    return "0";
}

static const char *portfolio_title(struct report *report, const struct totals *totals) {
    struct arena *arena = report->arena;
    int red = 0;
    for (size_t i = 0; i < report->plan->initiatives.count; i++) {
        const struct initiative_result *result = &report->assessment->initiatives[i];
        red += compose_initiative_here(report, result->initiative) && !result->initiative->closed &&
               result->status == STATUS_RED;
    }
    const char *name = totals->count == 0 ? "portfolio.title.empty"
                       : red > 0
                           ? totals->count == 1 ? "portfolio.title.only.red" : "portfolio.title.red"
                       : totals->count == 1 ? "portfolio.title.only"
                                            : "portfolio.title";
    return words_fill(arena, report->words, name, words_count(arena, report->words, red, true),
                      words_count(arena, report->words, totals->count, false),
                      arena_printf(arena, "%d", red), compose_millions(report, totals->forecast),
                      asked_to_step_in(report), NULL);
}

SECTION(portfolio) {
    struct section *section = compose_section(report, template);
    struct totals totals = add_up(report);
    block_title(report->document, &section->blocks, portfolio_title(report, &totals),
                words_fill(report->arena, report->words,
                           totals.count > 0 ? "portfolio.subtitle" : "portfolio.subtitle.empty",
                           compose_millions(report, totals.approved),
                           compose_millions(report, totals.forecast),
                           words_date(report->arena, report->words, report->assessment->as_of),
                           NULL));
    if (totals.count == 0) {
        compose_none(report, &section->blocks, "portfolio.none");
        unmoved(report, block_add(report->document, &section->blocks, BLOCK_COLUMNS));
        return;
    }
    struct chart_gantt gantt = window(report);
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(report->words, "portfolio.summary"))
                                    ->table;
    columns(report, table, gantt);
    for (size_t i = 0; i < report->plan->initiatives.count; i++)
        if (compose_initiative_here(report, &report->plan->initiatives.items[i]))
            initiative_row(report, table, &report->assessment->initiatives[i], gantt);
    total_row(report, table, &totals);
    columnchoice_apply(report, table);
    key(report, section);
    struct block *lists = block_add(report->document, &section->blocks, BLOCK_COLUMNS);
    step_in(report, lists);
    orphans(report, lists);
    unmoved(report, lists);
}
