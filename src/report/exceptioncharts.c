#include "report/exceptioncharts.h"

#include "report/compose.h"

enum { CHARTS_MOST = 3, MONTHS_SHOWN = 24 };
#define CHART_HEIGHT  MM(50)
#define BULLET_WIDTH  MM(62)
#define BULLET_HEIGHT MM(4.4)

static struct chart_value value_of(struct report *report, const struct measure *measure, bool known,
                                   struct decimal value) {
    struct chart_value at = {known, decimal_double(value), NULL};
    if (known)
        at.label = compose_figure(report, measure, true, value, false);
    return at;
}

/* The fiscal year of the judged period and the one before it, as far as the history goes. */
static size_t first_shown(const struct report *report, const struct measure_result *result,
                          size_t *split) {
    const struct fiscal *fiscal = &report->plan->organization.fiscal;
    struct period year = period_year_start(period_last(result->period), fiscal);
    struct date this_year = period_first(year);
    struct date last_year = period_first(period_next(year, -12));
    size_t first = result->history_count;
    *split = result->history_count;
    for (size_t i = result->history_count; i-- > 0;) {
        struct date start = period_first(result->history[i].period);
        if (date_compare(start, this_year) >= 0)
            *split = i;
        if (date_compare(start, last_year) >= 0)
            first = i;
    }
    *split -= first;
    return first;
}

static struct chart_month month_of(struct report *report, const struct measure_result *result,
                                   size_t index, bool prior) {
    const struct point_result *point = &result->history[index];
    const struct measure *measure = result->measure;
    struct date start = period_first(point->period);
    bool future = index > result->history_now;
    return (struct chart_month){
        .initial = words_month_initial(report->words, start.month),
        .actual = value_of(report, measure, point->has_actual, point->actual),
        .plan = value_of(report, measure, point->has_target && !prior, point->target),
        .forecast = value_of(report, measure, future && point->has_forecast, point->forecast),
        .prior_year = prior,
        .status = compose_mark(point->status)};
}

static const char *year_name(struct report *report, struct period period) {
    char year[16];
    period_fiscal_year(period_first(period), &report->plan->organization.fiscal, year);
    return arena_strdup(report->arena, year);
}

static void labels(struct report *report, const struct measure_result *result,
                   struct chart_columns *columns) {
    const struct judged_thresholds *t = &result->thresholds;
    const struct measure *measure = result->measure;
    columns->lower_better = measure->polarity == POLARITY_LOWER;
    if (!t->known || measure->polarity == POLARITY_RANGE || measure->polarity == POLARITY_BINARY)
        return;
    columns->has_red = true;
    columns->red = decimal_double(t->red);
    columns->red_label = words_fill(report->arena, report->words, "exceptions.chart.red",
                                    compose_figure(report, measure, true, t->red, false), NULL);
    columns->plan_label = words_fill(report->arena, report->words, "exceptions.chart.plan",
                                     compose_figure(report, measure, true, t->target, false), NULL);
}

static const struct chart *month_chart(struct report *report, const struct measure_result *result) {
    struct arena *arena = report->arena;
    const struct measure *measure = result->measure;
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    struct chart_columns *columns = &chart->as.columns;
    chart->kind = CHART_COLUMNS;
    chart->height = CHART_HEIGHT;
    size_t split;
    size_t first = first_shown(report, result, &split);
    columns->count = result->history_count - first;
    columns->year_split = split;
    struct chart_month *months = arena_array(arena, columns->count, sizeof *months);
    for (size_t i = 0; i < columns->count; i++)
        months[i] = month_of(report, result, first + i, i < split);
    columns->months = months;
    columns->first_year = year_name(report, result->history[first].period);
    columns->second_year =
        split < columns->count ? year_name(report, result->history[first + split].period) : NULL;
    columns->variance_strip = true;
    labels(report, result, columns);
    chart->alt = words_fill(
        arena, report->words, "exceptions.chart.alt", measure->name,
        arena_printf(arena, "%zu", columns->count),
        compose_quantity(report, measure, result->has_actual, result->actual),
        compose_quantity(report, measure, result->has_target, result->target),
        compose_figure(report, measure, result->thresholds.known, result->thresholds.red, false),
        NULL);
    return chart;
}

static bool lasting(const struct report *report, const struct measure_result *result) {
    return compose_measure_here(report, result->measure) && result->status == STATUS_RED &&
           result->history_count > 0 && period_set(result->period);
}

static void month_charts(struct report *report, struct section *section) {
    const struct words *words = report->words;
    int shown = 0;
    for (size_t i = 0; i < report->plan->measures.count && shown < CHARTS_MOST; i++) {
        const struct measure_result *result = &report->assessment->measures[i];
        if (!lasting(report, result))
            continue;
        if (shown++ == 0)
            block_heading(report->document, &section->blocks,
                          words_text(words, "exceptions.detail"),
                          words_text(words, "exceptions.detail.note"));
        struct block *block = block_add(report->document, &section->blocks, BLOCK_CHART);
        block->chart = month_chart(report, result);
        content_styled(
            report->arena, &block->content, STYLE_CAPTION_NAME, NAVY,
            arena_printf(report->arena, "%s ", result->measure->objectives.items[0]->id));
        content_styled(report->arena, &block->content, STYLE_CAPTION_NAME, INK,
                       result->measure->name);
        content_styled(
            report->arena, &block->content, STYLE_CAPTION, GREY,
            words_fill(
                report->arena, words, "exceptions.chart.unit", result->measure->unit_of_measure,
                words_text(words, arena_printf(report->arena, "dictionary.frequency.%s",
                                               period_frequency_name(result->measure->frequency))),
                NULL));
    }
}

static double least(double a, double b) {
    return a < b ? a : b;
}

static double most(double a, double b) {
    return a > b ? a : b;
}

/* A scale that holds worst to stretch and whatever the actual is, with a little room. */
static void scale(struct chart_bullet *bullet, const struct judged_thresholds *t, bool range) {
    double low = range ? decimal_double(t->lower) - 2 * decimal_double(t->margin)
                       : least(decimal_double(t->worst), decimal_double(t->stretch));
    double high = range ? decimal_double(t->upper) + 2 * decimal_double(t->margin)
                        : most(decimal_double(t->worst), decimal_double(t->stretch));
    if (bullet->actual.known) {
        low = least(low, bullet->actual.at);
        high = most(high, bullet->actual.at);
    }
    double room = (high - low) * 0.06;
    bullet->from = low >= 0 && low - room < 0 ? 0 : low - room;
    bullet->to = high + room;
}

static const struct chart *bullet_chart(struct report *report,
                                        const struct measure_result *result) {
    const struct judged_thresholds *t = &result->thresholds;
    const struct measure *measure = result->measure;
    bool range = measure->polarity == POLARITY_RANGE;
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = CHART_BULLET;
    chart->width = BULLET_WIDTH;
    chart->height = BULLET_HEIGHT;
    struct chart_bullet *bullet = &chart->as.bullet;
    bullet->range = range;
    bullet->lower_better = measure->polarity == POLARITY_LOWER;
    bullet->has_red = bullet->has_target = true;
    bullet->red = decimal_double(range ? t->lower : t->red);
    bullet->target = decimal_double(range ? t->upper : t->target);
    bullet->actual = value_of(report, measure, result->has_actual, result->actual);
    scale(bullet, t, range);
    chart->alt = words_fill(report->arena, report->words, "exceptions.bullet.alt",
                            compose_quantity(report, measure, result->has_actual, result->actual),
                            compose_quantity(report, measure, result->has_target, result->target),
                            compose_figure(report, measure, !range, t->red, false), NULL);
    return chart;
}

static bool drawable(const struct report *report, const struct measure_result *result) {
    enum polarity polarity = result->measure->polarity;
    return compose_measure_here(report, result->measure) && result->thresholds.known &&
           result->has_actual &&
           (polarity == POLARITY_HIGHER || polarity == POLARITY_LOWER ||
            polarity == POLARITY_RANGE) &&
           (result->status == STATUS_RED ||
            (result->status == STATUS_AMBER && status_scored(result->previous_status) &&
             result->previous_status < STATUS_AMBER));
}

static void bullet_row(struct report *report, struct table_block *table,
                       const struct measure_result *result) {
    struct arena *arena = report->arena;
    const struct measure *measure = result->measure;
    struct table_row *row = table_row(arena, table, ROW_BODY);
    compose_mark_cell(report, row, result->status, false);
    compose_id_cell(report, row, measure->objectives.items[0]->id, NULL);
    table_text(arena, row, measure->name)->header = true;
    table_text(arena, row, measure->unit_of_measure);
    table_text(arena, row,
               compose_figure(report, measure, result->has_actual, result->actual, false));
    table_text(arena, row,
               compose_figure(report, measure, result->has_target, result->target, false));
    table_chart(arena, row, bullet_chart(report, result));
}

static struct table_block *bullet_table(struct report *report, struct section *section) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    block_heading(report->document, &section->blocks, words_text(words, "exceptions.bullets"),
                  words_text(words, "exceptions.bullets.note"));
    struct table_block *table = block_table(report->document, &section->blocks,
                                            words_text(words, "exceptions.bullets.summary"))
                                    ->table;
    table->padding = MM(0.6);
    table_column(arena, table, "", ALIGN_LEFT, MM(3.4), STYLE_TABLE)->head_actual =
        words_text(words, "column.status");
    table_column(arena, table, "", ALIGN_LEFT, MM(8), STYLE_TABLE_BOLD)->head_actual =
        words_text(words, "column.id");
    table_column(arena, table, words_text(words, "scorecard.measure"), ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, table, words_text(words, "scorecard.unit"), ALIGN_LEFT, MM(11),
                 STYLE_TABLE_GREY);
    table_column(arena, table, words_text(words, "scorecard.actual"), ALIGN_RIGHT, MM(13),
                 STYLE_TABLE_BOLD);
    table_column(arena, table, words_text(words, "scorecard.plan"), ALIGN_RIGHT, MM(13),
                 STYLE_TABLE);
    table_column(arena, table, "", ALIGN_LEFT, BULLET_WIDTH, STYLE_TABLE)->head_actual =
        words_text(words, "exceptions.bullets");
    return table;
}

void exceptioncharts_add(struct report *report, struct section *section) {
    month_charts(report, section);
    struct table_block *table = NULL;
    for (int pass = 0; pass < 2; pass++) {
        enum status status = pass == 0 ? STATUS_RED : STATUS_AMBER;
        for (size_t i = 0; i < report->plan->measures.count; i++) {
            const struct measure_result *result = &report->assessment->measures[i];
            if (result->status != status || !drawable(report, result))
                continue;
            if (!table)
                table = bullet_table(report, section);
            bullet_row(report, table, result);
        }
    }
}
