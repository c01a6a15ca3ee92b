/* The strategy year: when each process of the office is at work, what comes next, who calls it. */
#include "base/idmap.h"
#include "report/compose.h"
#include "report/happening.h"
#include "report/section.h"
#include "report/subject.h"

#include <string.h>

#define STRIP_WIDTH  MM(76)
#define STRIP_HEIGHT MM(4.6)
enum { MONTHS = 12, NEXT_SHOWN = 8 };

static size_t month_of(const struct happening_year *year, struct date date) {
    int month = (date.year - year->from.year) * MONTHS + date.month - year->from.month;
    return month < 0 ? 0 : month < MONTHS ? (size_t)month : MONTHS - 1;
}

static bool own_meeting(const struct happening *one) {
    return !one->event;
}

/* process NULL and not meetings: events of no process. */
static bool of_row(const struct happening *one, const struct process *process, bool meetings) {
    return meetings ? own_meeting(one) : !own_meeting(one) && one->event->process == process;
}

static struct chart *strip_chart(struct report *report, const struct happening_year *year,
                                 enum chart_kind kind) {
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = kind;
    chart->width = STRIP_WIDTH;
    chart->height = STRIP_HEIGHT;
    chart->as.year.count = MONTHS;
    chart->as.year.now = month_of(year, report->assessment->as_of);
    return chart;
}

/* A month is done when all that began in it or goes on in it is over. */
static const struct chart *strip(struct report *report, const struct happening_year *year,
                                 const struct process *process, bool meetings) {
    struct chart *chart = strip_chart(report, year, CHART_YEAR_ROW);
    enum year_mark *marks = arena_array(report->arena, MONTHS, sizeof *marks);
    bool spans = false;
    const char *told[MONTHS];
    size_t count = 0;
    for (size_t i = 0; i < year->items.count; i++) {
        const struct happening *one = &year->items.items[i];
        if (!of_row(one, process, meetings))
            continue;
        bool over = date_compare(one->end, report->assessment->as_of) <= 0;
        size_t last = month_of(year, one->end);
        spans = spans || last > month_of(year, one->start);
        for (size_t m = month_of(year, one->start); m <= last; m++)
            if (marks[m] != YEAR_TO_COME)
                marks[m] = over ? YEAR_DONE : YEAR_TO_COME;
    }
    for (size_t m = 0; m < MONTHS; m++)
        if (marks[m] != YEAR_NOTHING)
            told[count++] =
                words_month_short(report->words, (year->from.month - 1 + (int)m) % MONTHS + 1);
    chart->as.year.marks = marks;
    chart->as.year.separate = !spans;
    chart->alt = count > 0 ? words_list(report->arena, report->words, told, count)
                           : words_text(report->words, "calendar.no-date");
    return chart;
}

static const struct chart *strip_head(struct report *report, const struct happening_year *year) {
    struct chart *chart = strip_chart(report, year, CHART_YEAR_HEAD);
    const char **names = arena_array(report->arena, MONTHS, sizeof *names);
    const char **initials = arena_array(report->arena, MONTHS, sizeof *initials);
    for (int m = 0; m < MONTHS; m++) {
        const int month = (year->from.month - 1 + m) % MONTHS + 1;
        names[m] = words_month_short(report->words, month);
        initials[m] = words_month_initial(report->words, month);
    }
    chart->as.year.names = names;
    chart->as.year.initials = initials;
    return chart;
}

/* The events of a row, each name once: a weekly one may be a row of the workbook for each week. */
static const char *events_of(struct report *report, const struct process *process) {
    const char **names =
        arena_array(report->arena, report->plan->calendar.count + 1, sizeof *names);
    struct idmap *known = idmap_new(report->arena);
    size_t count = 0;
    for (size_t i = 0; i < report->plan->calendar.count; i++) {
        const struct calendar_event *event = &report->plan->calendar.items[i];
        if (event->process == process && (!event->unit || subject_within(report, event->unit)) &&
            idmap_put(known, event->name, count) == count)
            names[count++] = event->name;
    }
    return words_list(report->arena, report->words, names, count);
}

static const struct happening *next_of(const struct report *report,
                                       const struct happening_year *year,
                                       const struct process *process, bool meetings) {
    for (size_t i = 0; i < year->items.count; i++) {
        const struct happening *one = &year->items.items[i];
        if (of_row(one, process, meetings) && date_compare(one->end, report->assessment->as_of) > 0)
            return one;
    }
    return NULL;
}

static bool any_of(const struct happening_year *year, const struct process *process,
                   bool meetings) {
    for (size_t i = 0; i < year->items.count; i++)
        if (of_row(&year->items.items[i], process, meetings))
            return true;
    return false;
}

static void next_cell(struct report *report, struct table_row *row,
                      const struct happening_year *year, const struct process *process,
                      bool meetings) {
    const struct happening *next = next_of(report, year, process, meetings);
    if (!any_of(year, process, meetings)) {
        compose_or_none(report, row, "");
        return;
    }
    table_text(report->arena, row,
               next ? words_date_short(report->arena, report->words, next->start,
                                       report->assessment->as_of.year)
                    : words_text(report->words, "missing"));
}

static void process_row(struct report *report, struct table_block *table,
                        const struct happening_year *year, const struct process *process) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, process->id, NULL);
    struct table_cell *cell = table_text(arena, row, process->name);
    cell->header = true;
    const char *events = events_of(report, process);
    if (*events)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_DENSE_KEY, GREY, events);
    table_chart(arena, row, strip(report, year, process, false));
    next_cell(report, row, year, process, false);
    compose_or_none(report, row, process->owner);
}

/* What belongs to no process: other events, and the meetings that no event stands for. */
static void other_row(struct report *report, struct table_block *table,
                      const struct happening_year *year, bool meetings) {
    if (!any_of(year, NULL, meetings))
        return;
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    table_text(arena, row, "");
    struct table_cell *cell = table_text(
        arena, row, words_text(report->words, meetings ? "calendar.meetings" : "calendar.other"));
    cell->header = true;
    if (!meetings)
        content_styled(arena, cell_paragraph(arena, cell), STYLE_DENSE_KEY, GREY,
                       events_of(report, NULL));
    table_chart(arena, row, strip(report, year, NULL, meetings));
    next_cell(report, row, year, NULL, meetings);
    table_text(arena, row, "");
}

static void the_year(struct report *report, struct section *section,
                     const struct happening_year *year) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    char name[16];
    period_fiscal_year(year->from, &report->plan->organization.fiscal, name);
    block_heading(report->document, &section->blocks,
                  words_fill(arena, words, "calendar.year", arena_strdup(arena, name), NULL),
                  words_text(words, "calendar.year.note"));
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, "calendar.summary"))
            ->table;
    table->padding = MM(0.7);
    table->continued = words_text(words, "continued");
    table_column(arena, table, "", ALIGN_LEFT, MM(5), STYLE_TABLE_BOLD)->head_actual =
        words_text(words, "column.id");
    table_column(arena, table, words_text(words, "office.process"), ALIGN_LEFT, 0,
                 STYLE_TABLE_SEMIBOLD);
    struct table_column *months =
        table_column(arena, table, "", ALIGN_LEFT, STRIP_WIDTH, STYLE_TABLE);
    months->head_chart = strip_head(report, year);
    months->head_actual = words_text(words, "calendar.months");
    months->gap = MM(3);
    table_column(arena, table, words_text(words, "calendar.next"), ALIGN_RIGHT, MM(12),
                 STYLE_TABLE);
    table_column(arena, table, words_text(words, "column.owner"), ALIGN_LEFT, MM(27),
                 STYLE_DENSE_GREY)
        ->gap = MM(3);
    for (size_t i = 0; i < report->plan->processes.count; i++)
        if (report->plan->processes.items[i].in_scope)
            process_row(report, table, year, &report->plan->processes.items[i]);
    other_row(report, table, year, false);
    other_row(report, table, year, true);
}

static const char *when(struct report *report, const struct happening *one) {
    int shown = report->assessment->as_of.year;
    const char *start = words_date_short(report->arena, report->words, one->start, shown);
    if (date_compare(one->start, one->end) == 0)
        return start;
    if (one->start.month == one->end.month)
        start = arena_printf(report->arena, "%d", one->start.day);
    return words_fill(report->arena, report->words, "calendar.from-to", start,
                      words_date_short(report->arena, report->words, one->end, shown), NULL);
}

static void next_row(struct report *report, struct table_block *table,
                     const struct happening *one) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    table_text(arena, row, when(report, one));
    struct table_cell *cell = table_text(arena, row, happening_name(one));
    cell->header = true;
    if (one->meeting)
        cell->style = STYLE_TABLE_SEMIBOLD;
    table_text(arena, row,
               one->event && one->event->process ? one->event->process->name
                                                 : words_text(report->words, "calendar.meeting"));
    compose_or_none(report, row, happening_owner(one));
}

static void next_dates(struct report *report, struct section *section,
                       const struct happening_year *year) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, "calendar.dates"),
                  words_text(words, "calendar.dates.note"));
    if (!year->next) {
        compose_none(report, &section->blocks, "calendar.dates.none");
        return;
    }
    struct table_block *table =
        block_table(report->document, &section->blocks, words_text(words, "calendar.dates.summary"))
            ->table;
    table->padding = MM(0.5);
    table_column(arena, table, words_text(words, "column.date"), ALIGN_LEFT, MM(28),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "calendar.event"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "office.process"), ALIGN_LEFT, MM(37),
                 STYLE_TABLE_GREY)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "column.owner"), ALIGN_LEFT, MM(46),
                 STYLE_TABLE_GREY)
        ->gap = MM(3);
    int left = 0;
    int shown = 0;
    for (size_t i = 0; i < year->items.count; i++) {
        const struct happening *one = &year->items.items[i];
        if (date_compare(one->end, report->assessment->as_of) <= 0)
            continue;
        if (shown < NEXT_SHOWN)
            next_row(report, table, one);
        left += shown++ >= NEXT_SHOWN;
    }
    if (left > 0)
        block_text(report->document, &section->blocks, STYLE_KEY,
                   words_fill(arena, words, "calendar.more", arena_printf(arena, "%d", left),
                              words_date(arena, words, year->to), NULL));
}

static int without_date(const struct report *report, const struct happening_year *year,
                        int *processes) {
    int count = 0;
    *processes = 0;
    for (size_t i = 0; i < report->plan->processes.count; i++) {
        if (!report->plan->processes.items[i].in_scope)
            continue;
        ++*processes;
        count += !any_of(year, &report->plan->processes.items[i], false);
    }
    return count;
}

static const char *calendar_title(struct report *report, const struct happening_year *year) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    int processes;
    int missing = without_date(report, year, &processes);
    const char *key = missing > 0 && missing == processes ? "calendar.title.bare"
                      : missing > 0                       ? "calendar.title.gap"
                      : year->next                        ? "calendar.title"
                                                          : "calendar.title.over";
    const char *next =
        year->next ? words_date(arena, words, year->next->start) : words_text(words, "missing");
    return words_fill(arena, words, key, arena_printf(arena, "%zu", year->past),
                      arena_printf(arena, "%zu", year->items.count), next,
                      words_count(arena, words, missing, true), arena_printf(arena, "%d", missing),
                      year->next ? "1" : "0", NULL);
}

SECTION(calendar) {
    struct section *section = compose_section(report, template);
    const struct happening_year year = happening_year(report);
    if (year.items.count == 0) {
        subject_quiet(report, section, "calendar.none");
        return;
    }
    block_title(report->document, &section->blocks, calendar_title(report, &year),
                words_fill(report->arena, report->words, "calendar.subtitle",
                           words_date(report->arena, report->words, year.from),
                           words_date(report->arena, report->words, year.to), NULL));
    the_year(report, section, &year);
    next_dates(report, section, &year);
}
