/* Full scorecards: every measure of every objective with all that judges it, of the packet's unit
 * and of each unit right below it.  The one-page scorecard leaves columns out to fit; this one does
 * not.
 */
#include "assess/rollup.h"
#include "report/columnchoice.h"
#include "report/compose.h"
#include "report/section.h"
#include "report/subject.h"
#include <string.h>

#define SPARK_WIDTH  MM(15)
#define SPARK_HEIGHT MM(3)

static bool objective_of(const struct objective *objective, const struct unit *unit) {
    return objective->unit == unit && objective->state == STATE_ACTIVE;
}

static bool shown(const struct measure *measure) {
    return measure->state != STATE_RETIRED && measure->state != STATE_PROPOSED;
}

static int objectives_in(const struct report *report, const struct unit *unit) {
    int count = 0;
    for (size_t i = 0; i < report->plan->objectives.count; i++)
        count += objective_of(&report->plan->objectives.items[i], unit);
    return count;
}

/* ---- columns ----------------------------------------------------------------------------------
 */

static void columns(struct report *report, struct table_block *table) {
    static const struct compose_column heads[] = {
        {"scorecards.name", ALIGN_LEFT, 0, STYLE_DENSE},
        {"column.owner", ALIGN_LEFT, MM(33), STYLE_DENSE_KEY},
        {"scorecard.weight", ALIGN_RIGHT, MM(7), STYLE_DENSE_GREY},
        {"scorecard.unit", ALIGN_LEFT, MM(9), STYLE_DENSE_GREY},
        {"scorecard.actual", ALIGN_RIGHT, MM(10), STYLE_DENSE_BOLD},
        {"scorecard.plan", ALIGN_RIGHT, MM(10), STYLE_DENSE},
        {"scorecard.delta", ALIGN_RIGHT, MM(10), STYLE_DENSE},
        {"scorecard.delta-percent", ALIGN_RIGHT, MM(9), STYLE_DENSE},
        {"scorecard.last-year", ALIGN_RIGHT, MM(10), STYLE_DENSE_GREY},
        {"scorecard.forecast", ALIGN_RIGHT, MM(10.5), STYLE_DENSE},
        {"scorecard.year-plan", ALIGN_RIGHT, MM(10.5), STYLE_DENSE_GREY},
        {"column.status", ALIGN_LEFT, MM(7), STYLE_DENSE},
        {"scorecards.since", ALIGN_RIGHT, MM(5), STYLE_DENSE_GREY},
        {"scorecards.year-end", ALIGN_LEFT, MM(7.5), STYLE_DENSE},
        {"scorecard.score", ALIGN_RIGHT, MM(7), STYLE_DENSE},
        {"scorecards.trend.before", ALIGN_CENTRE, MM(7), STYLE_DENSE_GREY},
        {"scorecards.trend.year", ALIGN_CENTRE, MM(7), STYLE_DENSE_GREY},
        {"scorecards.trend.mean", ALIGN_CENTRE, MM(7), STYLE_DENSE_GREY},
        {"scorecard.sparkline", ALIGN_LEFT, SPARK_WIDTH, STYLE_DENSE}};
    table->head_style = STYLE_DENSE_HEAD;
    table->padding = MM(0.45);
    table->continued = words_text(report->words, "continued");
    table_column(report->arena, table, words_text(report->words, "column.id"), ALIGN_LEFT, MM(8),
                 STYLE_DENSE_BOLD);
    compose_columns(report, table, heads, sizeof heads / sizeof heads[0], MM(1.8), MM(1));
}

/* ---- rows -------------------------------------------------------------------------------------
 */

static void group_row(struct report *report, struct table_block *table, const struct unit *unit,
                      const struct perspective *perspective) {
    struct arena *arena = report->arena;
    const struct group_result *result = assess_perspective(report->assessment, unit, perspective);
    struct content *content =
        cell_content(arena, table_cell(arena, table_row(arena, table, ROW_GROUP)));
    content_text(arena, content, perspective->name);
    if (!result)
        return;
    content_text(arena, content, "\u2002");
    content_mark(arena, content, compose_mark(result->status), NULL,
                 compose_status_word(report, result->status));
    content_styled(arena, content, STYLE_DENSE_GREY, GREY,
                   arena_printf(arena, "\u00a0%s",
                                words_fill(arena, report->words, "scorecards.group",
                                           compose_score(report, result->score),
                                           compose_percent(report, result->coverage), NULL)));
}

static void owner_cell(struct report *report, struct table_row *row, const char *owner) {
    struct table_cell *cell = compose_or_none(report, row, owner);
    if (owner && *owner) {
        cell->style = STYLE_DENSE_KEY;
        cell->colour = GREY;
    }
}

/* What an objective has of its own; the columns of figures are its measures'. */
static void objective_row(struct report *report, struct table_block *table,
                          const struct objective *objective) {
    enum { FIGURES = 8 };
    struct arena *arena = report->arena;
    const struct objective_result *result = assess_objective(report->assessment, objective);
    struct table_row *row = table_row(arena, table, ROW_BODY);
    row->rule = RULE_OBJECTIVE;
    row->keep_with_next = objective->measures.count > 0;
    compose_id_cell(report, row, objective->id, NULL);
    struct table_cell *cell = table_text(arena, row, objective->name);
    cell->header = true;
    cell->style = STYLE_DENSE_BOLD;
    owner_cell(report, row, objective->owner);
    table_text(arena, row, compose_objective_weight(report, objective));
    cell = table_text(
        arena, row,
        words_fill(arena, report->words,
                   objective->measures.count > 0 ? "scorecards.coverage" : "scorecards.unmeasured",
                   compose_percent(report, result->coverage), NULL));
    cell->column_span = FIGURES;
    cell->style = STYLE_DENSE_GREY;
    cell->own_align = true;
    cell->align = ALIGN_LEFT;
    compose_mark_cell(report, row, result->status, true);
    table_text(arena, row, "");
    compose_mark_cell(report, row,
                      result->forecast_score ? result->forecast_status : STATUS_NO_DATA, true);
    table_text(arena, row, compose_score(report, result->score))->style = STYLE_DENSE_BOLD;
    compose_trend_cell(report, row, result->trend.goodness);
    for (int i = 0; i < 3; i++)
        table_text(arena, row, "");
}

static void judgement_cells(struct report *report, struct table_row *row,
                            const struct measure_result *result) {
    struct arena *arena = report->arena;
    if (result->status == STATUS_UNSCORED)
        table_text(arena, row, words_text(report->words, "scorecard.info"))->style =
            STYLE_DENSE_GREY;
    else
        compose_mark_cell(report, row, result->status, true);
    table_text(arena, row,
               status_scored(result->status) ? arena_printf(arena, "%d", result->consecutive)
                                             : words_text(report->words, "missing"));
    compose_mark_cell(report, row,
                      result->forecast_score ? result->forecast_status : STATUS_NO_DATA, true);
    table_text(arena, row, compose_score(report, result->score));
    compose_trend_cell(report, row, result->trend.goodness);
    compose_trend_cell(report, row, result->trend_year.goodness);
    compose_trend_cell(report, row, result->trend_mean.goodness);
    table_chart(arena, row, compose_sparkline(report, result, SPARK_WIDTH, SPARK_HEIGHT));
}

static void measure_row(struct report *report, struct table_block *table,
                        const struct objective *objective, const struct measure *measure) {
    struct arena *arena = report->arena;
    const struct measure_result *result = assess_measure(report->assessment, measure);
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_id_cell(report, row, measure->id, NULL)->style = STYLE_DENSE;
    table_text(arena, row, measure->name)->header = true;
    owner_cell(report, row, measure->owner);
    table_text(arena, row, compose_measure_weight(report, objective, measure));
    const char *unit = compose_unit(report, measure);
    table_text(arena, row, unit)->whole = !strchr(unit, ' ');
    struct table_cell *cell = table_text(
        arena, row, compose_figure(report, measure, result->has_actual, result->actual, false));
    if (period_set(result->carried))
        content_styled(
            arena, cell_content(arena, cell), STYLE_DENSE_GREY, GREY,
            arena_printf(arena, " %s",
                         words_month_short(report->words, period_last(result->carried).month)));
    table_text(arena, row, compose_plan(report, result));
    compose_variance_cell(report, row, result, false, true);
    compose_variance_cell(report, row, result, true, true);
    table_text(arena, row,
               compose_figure(report, measure, result->has_last_year, result->last_year, false));
    table_text(arena, row,
               compose_figure(report, measure, result->forecast_method != FORECAST_NONE,
                              result->forecast, false));
    table_text(arena, row,
               compose_figure(report, measure,
                              result->has_year_target && measure->polarity != POLARITY_RANGE,
                              result->year_target, false));
    judgement_cells(report, row, result);
}

static void unit_table(struct report *report, struct section *section, const struct unit *unit) {
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_fill(report->arena, report->words,
                                                       "scorecards.summary", unit->name, NULL))
                                    ->table;
    columns(report, table);
    for (size_t p = 0; p < report->plan->perspectives.count; p++) {
        const struct perspective *perspective = &report->plan->perspectives.items[p];
        bool first = true;
        for (size_t i = 0; i < report->plan->objectives.count; i++) {
            const struct objective *objective = &report->plan->objectives.items[i];
            if (!objective_of(objective, unit) || objective->perspective != perspective)
                continue;
            if (first)
                group_row(report, table, unit, perspective);
            first = false;
            objective_row(report, table, objective);
            for (size_t m = 0; m < objective->measures.count; m++)
                if (shown(objective->measures.items[m]))
                    measure_row(report, table, objective, objective->measures.items[m]);
        }
    }
    columnchoice_apply(report, table);
}

static void unit_heading(struct report *report, struct section *section, const struct unit *unit) {
    struct arena *arena = report->arena;
    const struct group_result *result = assess_unit(report->assessment, unit);
    struct block *heading = block_heading(
        report->document, &section->blocks, unit->name,
        words_fill(arena, report->words, "scorecards.unit", compose_in_text(report, result->status),
                   compose_score(report, result->score), compose_percent(report, result->coverage),
                   NULL));
    heading->in_outline = true;
}

/* ---- of all units -----------------------------------------------------------------------------
 */

/* The packet's own unit and those right below it: what lies deeper has packets of its own, and a
 * tree of hundreds would fill hundreds of pages. */
static bool unit_listed(const struct report *report, const struct unit *unit) {
    return unit == report->unit || unit->parent == report->unit;
}

struct whole {
    int units, objectives, measures, red, amber;
    const char **without; /* names of the units that have no objective */
    size_t without_count;
};

static struct whole whole_of(struct report *report) {
    struct whole whole = {0};
    whole.without =
        arena_array(report->arena, report->plan->units.count + 1, sizeof *whole.without);
    for (size_t i = 0; i < report->plan->units.count; i++) {
        const struct unit *unit = &report->plan->units.items[i];
        if (!unit_listed(report, unit))
            continue;
        if (objectives_in(report, unit) == 0)
            whole.without[whole.without_count++] = unit->name;
        else
            whole.units++;
        whole.objectives += objectives_in(report, unit);
    }
    for (size_t i = 0; i < report->plan->measures.count; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        if (!compose_measure_listed(report, result->measure))
            continue;
        whole.measures++;
        whole.red += result->status == STATUS_RED;
        whole.amber += result->status == STATUS_AMBER;
    }
    return whole;
}

static const char *scorecards_title(struct report *report, const struct whole *whole) {
    struct arena *arena = report->arena;
    const char *key = whole->red + whole->amber > 0 ? "scorecards.title" : "scorecards.title.green";
    return words_fill(
        arena, report->words, key, words_count(arena, report->words, whole->red, true),
        arena_printf(arena, "%d", whole->red),
        words_count(arena, report->words, whole->amber, false),
        arena_printf(arena, "%d", whole->measures), arena_printf(arena, "%d", whole->units), NULL);
}

/* True if an objective of the tables is moved by one of another unit: the weights of its measures
 * do not add up to 100. */
static bool contributed(const struct report *report) {
    for (size_t i = 0; i < report->plan->objectives.count; i++) {
        const struct objective_result *result = &report->assessment->objectives[i];
        if (!unit_listed(report, result->objective->unit))
            continue;
        for (size_t k = 0; k < result->child_count; k++)
            if (result->children[k].support && !result->children[k].unlisted)
                return true;
    }
    return false;
}

SECTION(scorecards) {
    struct section *section = compose_section(report, template);
    const struct whole whole = whole_of(report);
    if (whole.objectives == 0) {
        subject_quiet(report, section, "scorecard.none");
        return;
    }
    block_title(report->document, &section->blocks, scorecards_title(report, &whole),
                words_fill(report->arena, report->words, "scorecards.subtitle",
                           arena_printf(report->arena, "%d", whole.measures),
                           arena_printf(report->arena, "%d", whole.objectives),
                           report->document->frame.period, NULL));
    for (size_t i = 0; i < report->plan->units.count; i++) {
        const struct unit *unit = &report->plan->units.items[i];
        if (!unit_listed(report, unit) || objectives_in(report, unit) == 0)
            continue;
        if (whole.units > 1)
            unit_heading(report, section, unit);
        unit_table(report, section, unit);
    }
    if (whole.without_count > 0)
        block_text(
            report->document, &section->blocks, STYLE_DENSE_KEY,
            words_fill(report->arena, report->words, "scorecards.without",
                       words_list(report->arena, report->words, whole.without, whole.without_count),
                       NULL));
    block_text(report->document, &section->blocks, STYLE_DENSE_KEY,
               words_fill(report->arena, report->words, "scorecards.key",
                          contributed(report) ? "1" : "0", NULL));
}
