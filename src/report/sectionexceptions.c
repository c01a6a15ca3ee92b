/* Exceptions: every measure that needs an explanation: fact, cause, action, owner, date. */
#include "report/compose.h"
#include "report/exceptioncharts.h"
#include "report/section.h"

enum exception_group {
    GROUP_OFF_TRACK_LONG,
    GROUP_WORSENED,
    GROUP_OFF_TRACK_NEW,
    GROUP_STALE,
    GROUP_COUNT
};

/* A measure stands in the first group that fits; GROUP_COUNT: no exception. */
static enum exception_group group_of(const struct measure_result *result) {
    if (result->status == STATUS_RED && result->consecutive >= 2)
        return GROUP_OFF_TRACK_LONG;
    if (status_scored(result->status) && status_scored(result->previous_status) &&
        result->status > result->previous_status)
        return GROUP_WORSENED;
    if (result->status == STATUS_RED)
        return GROUP_OFF_TRACK_NEW;
    if (result->status == STATUS_NO_DATA || result->status == STATUS_STALE)
        return GROUP_STALE;
    return GROUP_COUNT;
}

static const char *fact(struct report *report, const struct measure_result *result) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const struct measure *measure = result->measure;
    const char *actual = compose_quantity(report, measure, result->has_actual, result->actual);
    const char *target = compose_plan(report, result);
    switch (group_of(result)) {
    case GROUP_OFF_TRACK_LONG:
        return words_fill(
            arena, words, "exceptions.fact.long", actual, target,
            words_ordinal(arena, words, result->consecutive),
            words_text(words, arena_printf(arena, "frequency.%s",
                                           period_frequency_name(measure->frequency))),
            NULL);
    case GROUP_WORSENED:
        return words_fill(arena, words, "exceptions.fact.changed", actual, target,
                          compose_in_text(report, result->previous_status), NULL);
    case GROUP_STALE:
        return result->has_actual
                   ? words_fill(arena, words, "exceptions.fact.no-target", actual, NULL)
                   : words_text(words, "exceptions.fact.missing");
    case GROUP_OFF_TRACK_NEW:
    case GROUP_COUNT:
    default:
        return words_fill(arena, words, "exceptions.fact", actual, target, NULL);
    }
}

static const struct commentary *commentary_of(const struct report *report,
                                              const struct measure *measure) {
    return plan_commentary(report->plan, measure->id, report->assessment->period);
}

/* The next open action that bears on the measure or its objective. */
static const struct action *action_of(const struct report *report, const struct measure *measure) {
    const struct action *next = NULL;
    for (size_t i = 0; i < report->plan->actions.count; i++) {
        const struct action *action = &report->plan->actions.items[i];
        if (action->status != ACTION_OPEN || !action->linked_id)
            continue;
        if (plan_measure(report->plan, action->linked_id) != measure &&
            plan_objective(report->plan, action->linked_id) != measure->objectives.items[0])
            continue;
        if (!next || date_compare(action->due, next->due) < 0)
            next = action;
    }
    return next;
}

/* What is said of the measure; else what is said of its objective, with the objective's id. */
static const struct commentary *explanation(const struct report *report,
                                            const struct measure *measure, const char **whose) {
    const struct commentary *commentary = commentary_of(report, measure);
    *whose = NULL;
    if (commentary)
        return commentary;
    commentary = compose_commentary(report, measure->objectives.items[0]->id);
    *whose = commentary ? measure->objectives.items[0]->id : NULL;
    return commentary;
}

static void cause_cell(struct report *report, struct table_row *row,
                       const struct commentary *commentary, const char *whose) {
    struct table_cell *cell = compose_prose_cell(report, row, compose_cause(commentary));
    if (whose)
        content_styled(
            report->arena, &cell->paragraphs.items[cell->paragraphs.count - 1], STYLE_TABLE_GREY,
            GREY, words_fill(report->arena, report->words, "exceptions.of-objective", whose, NULL));
}

static const char *due_of(const struct report *report, const struct action *action) {
    return words_date_short(report->arena, report->words, action->due,
                            report->assessment->as_of.year);
}

/* What is to be done; a date that has no column of its own stands below. */
static void step_cell(struct report *report, struct table_row *row,
                      const struct commentary *commentary, const struct action *action,
                      bool dated) {
    const char *step =
        commentary && commentary->recommended_action && *commentary->recommended_action
            ? commentary->recommended_action
        : action ? action->name
                 : words_text(report->words, "missing");
    struct table_cell *cell = compose_prose_cell(report, row, step);
    if (action && !dated)
        content_styled(report->arena, cell_paragraph(report->arena, cell), STYLE_TABLE_GREY, GREY,
                       words_fill(report->arena, report->words, "exceptions.due", action->id,
                                  due_of(report, action), NULL));
}

static void exception_row(struct report *report, struct table_block *table,
                          const struct measure_result *result, bool dated) {
    struct arena *arena = report->arena;
    const struct measure *measure = result->measure;
    const char *whose;
    const struct commentary *commentary = explanation(report, measure, &whose);
    const struct action *action = action_of(report, measure);
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_mark_cell(report, row, result->status, false);
    struct table_cell *cell = table_cell(arena, row);
    cell->header = true;
    struct content *name = cell_content(arena, cell);
    content_styled(arena, name, STYLE_TABLE_BOLD, NAVY,
                   arena_printf(arena, "%s ", measure->objectives.items[0]->id));
    content_styled(arena, name, STYLE_TABLE_BOLD, INK, measure->name);
    content_styled(arena, cell_paragraph(arena, cell), STYLE_TABLE_GREY, GREY,
                   fact(report, result));
    cause_cell(report, row, commentary, whose);
    step_cell(report, row, commentary, action, dated);
    compose_or_none(report, row, measure->owner);
    if (dated)
        table_text(arena, row,
                   action ? due_of(report, action) : words_text(report->words, "missing"));
}

static void columns(struct report *report, struct table_block *table, bool dated) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    table_column(arena, table, "", ALIGN_LEFT, MM(3.4), STYLE_TABLE)->head_actual =
        words_text(words, "column.status");
    struct table_column *column = table_column(
        arena, table, words_text(words, "exceptions.fact.head"), ALIGN_LEFT, MM(50), STYLE_TABLE);
    column->gap = MM(1.6);
    table_column(arena, table, words_text(words, "exceptions.cause"), ALIGN_LEFT, 0, STYLE_TABLE)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "exceptions.action"), ALIGN_LEFT, 0, STYLE_TABLE)
        ->gap = MM(3);
    table_column(arena, table, words_text(words, "column.owner"), ALIGN_LEFT, MM(25),
                 STYLE_TABLE_GREY)
        ->gap = MM(3);
    if (dated)
        table_column(arena, table, words_text(words, "column.date"), ALIGN_RIGHT, MM(12),
                     STYLE_TABLE);
}

/* True if dates deserve a column: at least every second exception has one. */
static bool mostly_dated(const struct report *report) {
    int dated = 0, all = 0;
    for (size_t i = 0; i < report->plan->measures.count; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        if (!compose_measure_here(report, result->measure) || group_of(result) == GROUP_COUNT)
            continue;
        all++;
        dated += action_of(report, result->measure) != NULL;
    }
    return 2 * dated >= all;
}

static int count_group(const struct report *report, enum exception_group group) {
    int count = 0;
    for (size_t i = 0; i < report->plan->measures.count; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        count += compose_measure_here(report, result->measure) && group_of(result) == group;
    }
    return count;
}

static void group_rows(struct report *report, struct table_block *table, enum exception_group group,
                       bool dated) {
    static const char *const keys[GROUP_COUNT] = {"exceptions.group.long", "exceptions.group.worse",
                                                  "exceptions.group.new",
                                                  "exceptions.group.missing"};
    int count = count_group(report, group);
    if (count == 0)
        return;
    struct arena *arena = report->arena;
    compose_group_row(report, table, words_text(report->words, keys[group]),
                      words_fill(arena, report->words, "exceptions.count",
                                 arena_printf(arena, "%d", count), NULL));
    for (size_t i = 0; i < report->plan->measures.count; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        if (compose_measure_here(report, result->measure) && group_of(result) == group)
            exception_row(report, table, result, dated);
    }
}

static void uncommented(struct report *report, struct section *section) {
    const struct words *words = report->words;
    struct arena *arena = report->arena;
    block_heading(report->document, &section->blocks, words_text(words, "exceptions.uncommented"),
                  NULL);
    struct block *list = NULL;
    bool red = false;
    for (size_t i = 0; i < report->plan->measures.count; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        if (!compose_measure_here(report, result->measure) || result->status != STATUS_RED)
            continue;
        red = true;
        if (commentary_of(report, result->measure))
            continue;
        if (!list)
            list = block_add(report->document, &section->blocks, BLOCK_TEXT);
        else
            content_break(arena, &list->content);
        list->style = STYLE_BODY;
        content_styled(arena, &list->content, STYLE_BODY_BOLD, NAVY,
                       arena_printf(arena, "%s ", result->measure->objectives.items[0]->id));
        content_styled(arena, &list->content, STYLE_BODY_BOLD, INK, result->measure->name);
        content_text(arena, &list->content,
                     words_fill(arena, words, "exceptions.uncommented.owner",
                                result->measure->owner && *result->measure->owner
                                    ? result->measure->owner
                                    : words_text(words, "none.finding"),
                                NULL));
    }
    if (!list)
        compose_none(report, &section->blocks,
                     red ? "exceptions.all-commented" : "exceptions.none-red");
}

static bool improved(const struct report *report, const struct measure_result *result) {
    return compose_measure_here(report, result->measure) && status_scored(result->status) &&
           status_scored(result->previous_status) && result->status < result->previous_status;
}

static void improved_row(struct report *report, struct table_block *table,
                         const struct measure_result *result) {
    struct arena *arena = report->arena;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, result->measure->objectives.items[0]->id, NULL);
    table_text(arena, row, result->measure->name)->header = true;
    table_text(arena, row,
               compose_quantity(report, result->measure, result->has_actual, result->actual));
    compose_change(report, cell_content(arena, table_cell(arena, row)), result->previous_status,
                   result->status);
}

/* Good news needs no explanation, but it was earned. */
static void improvements(struct report *report, struct section *section) {
    static const struct compose_column heads[] = {
        {"scorecard.measure", ALIGN_LEFT, MM(8), STYLE_TABLE_BOLD},
        {NULL, ALIGN_LEFT, 0, STYLE_TABLE},
        {"scorecard.actual", ALIGN_RIGHT, MM(30), STYLE_TABLE},
        {"brief.from-to", ALIGN_LEFT, MM(24), STYLE_TABLE}};
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, "exceptions.improved"),
                  NULL);
    struct table_block *table = NULL;
    for (size_t i = 0; i < report->plan->measures.count; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        if (!improved(report, result))
            continue;
        if (!table) {
            table = block_table(report->document, &section->blocks,
                                words_text(words, "exceptions.improved.summary"))
                        ->table;
            table->padding = MM(0.6);
            compose_columns(report, table, heads, sizeof heads / sizeof heads[0], MM(6), MM(1.6));
        }
        improved_row(report, table, result);
    }
    if (!table)
        compose_none(report, &section->blocks, "exceptions.improved.none");
}

static const char *exceptions_title(struct report *report, int total, int lasting, int missing) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    if (total == 0)
        return words_text(words, "exceptions.title.none");
    const char *key = missing == total   ? "exceptions.title.missing"
                      : lasting == 0     ? "exceptions.title"
                      : total == 1       ? "exceptions.title.long.only"
                      : lasting == total ? "exceptions.title.long.all"
                                         : "exceptions.title.long";
    return words_fill(arena, words, key, words_count(arena, words, total, true),
                      arena_printf(arena, "%d", total), words_count(arena, words, lasting, false),
                      arena_printf(arena, "%d", lasting), NULL);
}

SECTION(exceptions) {
    struct section *section = compose_section(report, template);
    int total = 0;
    for (int group = 0; group < GROUP_COUNT; group++)
        total += count_group(report, (enum exception_group)group);
    int quiet = count_group(report, GROUP_COUNT);
    block_title(report->document, &section->blocks,
                exceptions_title(report, total, count_group(report, GROUP_OFF_TRACK_LONG),
                                 count_group(report, GROUP_STALE)),
                words_fill(report->arena, report->words, "exceptions.subtitle",
                           arena_printf(report->arena, "%d", quiet), NULL));
    if (total == 0) {
        compose_none(report, &section->blocks, "exceptions.none");
        return;
    }
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(report->words, "exceptions.summary"))
                                    ->table;
    table->continued = words_text(report->words, "continued");
    const bool dated = mostly_dated(report);
    columns(report, table, dated);
    for (int group = 0; group < GROUP_COUNT; group++)
        group_rows(report, table, (enum exception_group)group, dated);
    uncommented(report, section);
    improvements(report, section);
    exceptioncharts_add(report, section);
}
