#include "report/scorecardcolumns.h"

#include "base/colour.h"

#include <string.h>

#define SPARK_WIDTH  MM(15.5)
#define SPARK_HEIGHT MM(3)

static struct table_column *column(struct report *report, struct table_block *table,
                                   const char *key, enum align align, mp width, enum style style) {
    struct table_column *column =
        table_column(report->arena, table, words_text(report->words, key), align, width, style);
    column->gap = MM(1.2);
    return column;
}

/* ---- of perspectives and objectives --------------------------------------------------------- */

static void perspective_head(struct report *report, struct table_block *table) {
    table_column(report->arena, table, "", ALIGN_LEFT, MM(18.4), STYLE_DENSE)->head_actual =
        words_text(report->words, "column.perspective");
}

static void perspective_cell(struct report *report, struct table_row *row,
                             const struct scorecard_subject *subject, unsigned span) {
    const struct perspective *perspective = subject->perspective;
    const struct group_result *result =
        assess_perspective(report->assessment, report->unit, perspective);
    struct table_cell *cell = table_cell(report->arena, row);
    cell->row_span = span;
    cell->header = true;
    cell->filled = true;
    const bool own = perspective->colour != UINT32_MAX;
    const uint32_t words = own ? colour_words_on(perspective->colour) : WHITE;
    cell->fill = own ? perspective->colour : style_ramp(subject->order);
    content_styled(report->arena, cell_content(report->arena, cell), STYLE_DENSE_BOLD, words,
                   perspective->name);
    if (result && !report->filter) /* the score is of all its objectives */
        content_styled(report->arena, cell_paragraph(report->arena, cell), STYLE_DENSE_KEY, words,
                       words_fill(report->arena, report->words, "scorecard.block-score",
                                  compose_score(report, result->score), NULL));
}

static void objective_head(struct report *report, struct table_block *table) {
    column(report, table, "column.objective", ALIGN_LEFT, MM(6.5), STYLE_DENSE_BOLD);
    struct table_column *name =
        table_column(report->arena, table, "", ALIGN_LEFT, 0, STYLE_DENSE_SEMIBOLD);
    name->gap = MM(1.2);
    name->share = 11;
}

static void objective_cell(struct report *report, struct table_row *row,
                           const struct scorecard_subject *subject, unsigned span) {
    struct arena *arena = report->arena;
    const struct objective *objective = subject->objective;
    const struct objective_result *result = assess_objective(report->assessment, objective);
    struct table_cell *cell = compose_id_cell(report, row, objective->id, NULL);
    cell->row_span = span;
    cell = table_text(arena, row, objective->name);
    cell->row_span = span;
    cell->header = true;
    if (result->declared)
        content_styled(
            arena, cell_paragraph(arena, cell), STYLE_DENSE_KEY, GREY,
            words_fill(arena, report->words, "scorecard.declared",
                       compose_in_text(report, result->declared_status),
                       compose_in_text(report, result->status),
                       words_date_short(arena, report->words, objective->declared_expires,
                                        report->assessment->as_of.year),
                       NULL));
}

static void objective_status_head(struct report *report, struct table_block *table) {
    struct table_column *mark =
        table_column(report->arena, table, "", ALIGN_CENTRE, MM(4), STYLE_DENSE);
    mark->head_actual = words_text(report->words, "column.status");
    mark->gap = MM(1.2);
}

static void objective_status_cell(struct report *report, struct table_row *row,
                                  const struct scorecard_subject *subject, unsigned span) {
    compose_mark_cell(report, row, assess_objective(report->assessment, subject->objective)->status,
                      false)
        ->row_span = span;
}

static void score_head(struct report *report, struct table_block *table) {
    column(report, table, "scorecard.score", ALIGN_RIGHT, MM(6.5), STYLE_DENSE_BOLD);
}

static void score_cell(struct report *report, struct table_row *row,
                       const struct scorecard_subject *subject, unsigned span) {
    const struct objective_result *result =
        assess_objective(report->assessment, subject->objective);
    table_text(report->arena, row, compose_score(report, result->score))->row_span = span;
}

static void weight_head(struct report *report, struct table_block *table) {
    column(report, table, "scorecard.weight", ALIGN_RIGHT, MM(7), STYLE_DENSE_GREY);
}

static void objective_weight_cell(struct report *report, struct table_row *row,
                                  const struct scorecard_subject *subject, unsigned span) {
    table_text(report->arena, row, compose_objective_weight(report, subject->objective))->row_span =
        span;
}

static void coverage_head(struct report *report, struct table_block *table) {
    column(report, table, "scorecard.coverage", ALIGN_RIGHT, MM(8.5), STYLE_DENSE_GREY);
}

static void coverage_cell(struct report *report, struct table_row *row,
                          const struct scorecard_subject *subject, unsigned span) {
    const struct objective_result *result =
        assess_objective(report->assessment, subject->objective);
    table_text(report->arena, row,
               result->in_scope
                   ? words_number(report->arena, report->words, result->coverage, 0, false)
                   : words_text(report->words, "missing"))
        ->row_span = span;
}

static void owner_head(struct report *report, struct table_block *table) {
    column(report, table, "column.owner", ALIGN_LEFT, MM(30), STYLE_DENSE_GREY);
}

static void owner_cell(struct report *report, struct table_row *row,
                       const struct scorecard_subject *subject, unsigned span) {
    compose_or_none(report, row, subject->objective->owner)->row_span = span;
}

/* ---- of measures ---------------------------------------------------------------------------- */

static void measure_head(struct report *report, struct table_block *table) {
    struct table_column *measure =
        column(report, table, "scorecard.measure", ALIGN_LEFT, 0, STYLE_DENSE);
    measure->gap = MM(3);
    measure->share = 10;
}

/* The name; where the year to date lacks periods, how many of them it has. */
static void measure_cell(struct report *report, struct table_row *row,
                         const struct scorecard_subject *subject, unsigned span) {
    struct arena *arena = report->arena;
    const struct measure *measure = subject->measure;
    const struct measure_result *result = assess_measure(report->assessment, measure);
    (void)span;
    struct table_cell *cell = table_text(arena, row, measure->name);
    cell->header = true;
    if (result->ytd_have >= result->ytd_due)
        return;
    const char *key =
        arena_printf(arena, "scorecard.to-date.%s", period_frequency_name(measure->frequency));
    content_styled(arena, cell_paragraph(arena, cell), STYLE_DENSE_KEY, GREY,
                   words_fill(arena, report->words, key,
                              arena_printf(arena, "%d", result->ytd_have),
                              arena_printf(arena, "%d", result->ytd_due), NULL));
}

static void unit_head(struct report *report, struct table_block *table) {
    column(report, table, "scorecard.unit", ALIGN_LEFT, MM(12), STYLE_DENSE_GREY);
}

static void unit_cell(struct report *report, struct table_row *row,
                      const struct scorecard_subject *subject, unsigned span) {
    (void)span;
    table_text(report->arena, row, compose_unit(report, subject->measure));
}

static void actual_head(struct report *report, struct table_block *table) {
    column(report, table, "scorecard.actual", ALIGN_RIGHT, MM(9.5), STYLE_DENSE_BOLD);
}

static void actual_cell(struct report *report, struct table_row *row,
                        const struct scorecard_subject *subject, unsigned span) {
    const struct measure *measure = subject->measure;
    const struct measure_result *result = assess_measure(report->assessment, measure);
    (void)span;
    struct table_cell *cell =
        table_text(report->arena, row,
                   compose_figure(report, measure, result->has_actual, result->actual, false));
    if (!period_set(result->carried))
        return;
    cell->style = STYLE_DENSE_GREY;
    struct date last = period_last(result->carried);
    content_text(report->arena, cell_content(report->arena, cell),
                 arena_printf(report->arena, " %s", words_month_short(report->words, last.month)));
}

static void plan_head(struct report *report, struct table_block *table) {
    column(report, table, "scorecard.plan", ALIGN_RIGHT, MM(9.5), STYLE_DENSE);
}

static void plan_cell(struct report *report, struct table_row *row,
                      const struct scorecard_subject *subject, unsigned span) {
    const struct measure_result *result = assess_measure(report->assessment, subject->measure);
    (void)span;
    table_text(report->arena, row, compose_plan(report, result));
}

static void variance_head(struct report *report, struct table_block *table) {
    column(report, table, "scorecard.delta", ALIGN_RIGHT, MM(9.5), STYLE_DENSE);
}

static void variance_cell(struct report *report, struct table_row *row,
                          const struct scorecard_subject *subject, unsigned span) {
    const struct measure_result *result = assess_measure(report->assessment, subject->measure);
    (void)span;
    compose_variance_cell(report, row, result, false, true);
}

static void variance_percent_head(struct report *report, struct table_block *table) {
    column(report, table, "scorecard.delta-percent", ALIGN_RIGHT, MM(9), STYLE_DENSE);
}

static void variance_percent_cell(struct report *report, struct table_row *row,
                                  const struct scorecard_subject *subject, unsigned span) {
    const struct measure_result *result = assess_measure(report->assessment, subject->measure);
    (void)span;
    compose_variance_cell(report, row, result, true, true);
}

static void last_year_head(struct report *report, struct table_block *table) {
    column(report, table, "scorecard.last-year", ALIGN_RIGHT, MM(9.5), STYLE_DENSE_GREY);
}

static void last_year_cell(struct report *report, struct table_row *row,
                           const struct scorecard_subject *subject, unsigned span) {
    const struct measure_result *result = assess_measure(report->assessment, subject->measure);
    (void)span;
    table_text(
        report->arena, row,
        compose_figure(report, subject->measure, result->has_last_year, result->last_year, false));
}

static void forecast_head(struct report *report, struct table_block *table) {
    column(report, table, "scorecard.forecast", ALIGN_RIGHT, MM(10.5), STYLE_DENSE);
}

static void forecast_cell(struct report *report, struct table_row *row,
                          const struct scorecard_subject *subject, unsigned span) {
    const struct measure_result *result = assess_measure(report->assessment, subject->measure);
    (void)span;
    table_text(report->arena, row,
               compose_figure(report, subject->measure, result->forecast_method != FORECAST_NONE,
                              result->forecast, false));
}

static void year_plan_head(struct report *report, struct table_block *table) {
    column(report, table, "scorecard.year-plan", ALIGN_RIGHT, MM(10.5), STYLE_DENSE_GREY);
}

static void year_plan_cell(struct report *report, struct table_row *row,
                           const struct scorecard_subject *subject, unsigned span) {
    const struct measure_result *result = assess_measure(report->assessment, subject->measure);
    (void)span;
    table_text(
        report->arena, row,
        compose_figure(report, subject->measure,
                       result->has_year_target && subject->measure->polarity != POLARITY_RANGE,
                       result->year_target, false));
}

static void status_head(struct report *report, struct table_block *table) {
    column(report, table, "column.status", ALIGN_LEFT, MM(7), STYLE_DENSE)->gap = MM(2.4);
}

static void status_cell(struct report *report, struct table_row *row,
                        const struct scorecard_subject *subject, unsigned span) {
    const struct measure_result *result = assess_measure(report->assessment, subject->measure);
    (void)span;
    if (result->status == STATUS_UNSCORED)
        table_text(report->arena, row, words_text(report->words, "scorecard.info"))->style =
            STYLE_DENSE_GREY;
    else
        compose_mark_cell(report, row, result->status, true);
}

static void trend_head(struct report *report, struct table_block *table) {
    column(report, table, "scorecard.trend", ALIGN_CENTRE, MM(7.5), STYLE_DENSE_GREY);
}

static void trend_cell(struct report *report, struct table_row *row,
                       const struct scorecard_subject *subject, unsigned span) {
    const struct measure_result *result = assess_measure(report->assessment, subject->measure);
    (void)span;
    compose_trend_cell(report, row, result->trend.goodness);
}

static void sparkline_head(struct report *report, struct table_block *table) {
    column(report, table, "scorecard.sparkline", ALIGN_LEFT, SPARK_WIDTH, STYLE_DENSE);
}

static void sparkline_cell(struct report *report, struct table_row *row,
                           const struct scorecard_subject *subject, unsigned span) {
    const struct measure_result *result = assess_measure(report->assessment, subject->measure);
    (void)span;
    table_chart(report->arena, row, compose_sparkline(report, result, SPARK_WIDTH, SPARK_HEIGHT));
}

static void measure_weight_cell(struct report *report, struct table_row *row,
                                const struct scorecard_subject *subject, unsigned span) {
    (void)span;
    table_text(report->arena, row,
               compose_measure_weight(report, subject->objective, subject->measure));
}

static void measure_owner_head(struct report *report, struct table_block *table) {
    column(report, table, "column.owner", ALIGN_LEFT, MM(30), STYLE_DENSE_GREY);
}

static void measure_owner_cell(struct report *report, struct table_row *row,
                               const struct scorecard_subject *subject, unsigned span) {
    (void)span;
    compose_or_none(report, row, subject->measure->owner);
}

/* ---- all of them ---------------------------------------------------------------------------- */

/* Those a packet has unless its template says otherwise. */
static const struct scorecard_column all[] = {
    {"perspective", LEVEL_PERSPECTIVE, 1, 0, perspective_head, perspective_cell},
    {"objective", LEVEL_OBJECTIVE, 2, 0, objective_head, objective_cell},
    {"objective-status", LEVEL_OBJECTIVE, 1, 0, objective_status_head, objective_status_cell},
    {"score", LEVEL_OBJECTIVE, 1, 0, score_head, score_cell},
    {"objective-weight", LEVEL_OBJECTIVE, 1, 4, weight_head, objective_weight_cell},
    {"coverage", LEVEL_OBJECTIVE, 1, 2, coverage_head, coverage_cell},
    {"measure", LEVEL_MEASURE, 1, 0, measure_head, measure_cell},
    {"unit", LEVEL_MEASURE, 1, 0, unit_head, unit_cell},
    {"actual", LEVEL_MEASURE, 1, 0, actual_head, actual_cell},
    {"plan", LEVEL_MEASURE, 1, 0, plan_head, plan_cell},
    {"variance", LEVEL_MEASURE, 1, 0, variance_head, variance_cell},
    {"variance-percent", LEVEL_MEASURE, 1, 7, variance_percent_head, variance_percent_cell},
    {"last-year", LEVEL_MEASURE, 1, 3, last_year_head, last_year_cell},
    {"forecast", LEVEL_MEASURE, 1, 8, forecast_head, forecast_cell},
    {"year-plan", LEVEL_MEASURE, 1, 5, year_plan_head, year_plan_cell},
    {"status", LEVEL_MEASURE, 1, 0, status_head, status_cell},
    {"trend", LEVEL_MEASURE, 1, 0, trend_head, trend_cell},
    {"sparkline", LEVEL_MEASURE, 1, 6, sparkline_head, sparkline_cell},
    {"weight", LEVEL_MEASURE, 1, 1, weight_head, measure_weight_cell},
    {NULL, LEVEL_MEASURE, 0, 0, NULL, NULL},
};

/* Those a template may ask for besides. */
static const struct scorecard_column further[] = {
    {"objective-owner", LEVEL_OBJECTIVE, 1, 0, owner_head, owner_cell},
    {"owner", LEVEL_MEASURE, 1, 0, measure_owner_head, measure_owner_cell},
    {NULL, LEVEL_MEASURE, 0, 0, NULL, NULL},
};

const struct scorecard_column *scorecardcolumns_all(void) {
    return all;
}

static const struct scorecard_column *named(const struct scorecard_column *list, const char *name) {
    while (list->name && strcmp(list->name, name) != 0)
        list++;
    return list->name ? list : NULL;
}

const struct scorecard_column *scorecardcolumns_named(const char *name) {
    const struct scorecard_column *usual = named(all, name);
    return usual ? usual : named(further, name);
}

void scorecardcolumns_names(struct idmap *names) {
    for (const struct scorecard_column *c = all; c->name; c++)
        idmap_put(names, c->name, 0);
    for (const struct scorecard_column *c = further; c->name; c++)
        idmap_put(names, c->name, 0);
}
