#include "report/measurechart.h"

#include "report/compose.h"
#include <string.h>

#define LANE MM(20) /* the same for all, so that years stand below one another */

static struct chart_value value_of(struct report *report, const struct measure *measure, bool known,
                                   struct decimal value) {
    struct chart_value at = {known, decimal_double(value), NULL};
    if (known)
        at.label = compose_figure(report, measure, true, value, false);
    return at;
}

static const char *period_name(struct report *report, struct period period) {
    const int months =
        period.frequency == FREQUENCY_WEEKLY ? 0 : 12 / period_per_year(period.frequency);
    const struct date start = period_first(period);
    if (months <= 1)
        return words_month_initial(report->words, start.month);
    if (months == 12)
        return NULL; /* the year's name stands below */
    const int into = (start.month - report->plan->organization.fiscal.start_month + 12) % 12;
    return words_fill(report->arena, report->words,
                      months == 3 ? "exceptions.chart.quarter" : "exceptions.chart.half",
                      arena_printf(report->arena, "%d", into / months + 1), NULL);
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

/* "-1.2" for what the strip shows: the actual, else the forecast, against the plan. */
static const char *variance_label(const struct report *report, const struct measure *measure,
                                  const struct point_result *point, bool future) {
    if (!point->has_target || !(point->has_actual || (future && point->has_forecast)))
        return NULL;
    struct decimal variance;
    if (!decimal_sub(point->has_actual ? point->actual : point->forecast, point->target, &variance))
        return NULL;
    return words_number(report->arena, report->words, variance, measure->decimals, true);
}

static bool has_red_line(const struct measure *measure) {
    return measure->polarity == POLARITY_HIGHER || measure->polarity == POLARITY_LOWER;
}

static struct chart_month month_of(struct report *report, const struct measure_result *result,
                                   size_t index, bool prior) {
    const struct point_result *point = &result->history[index];
    const struct measure *measure = result->measure;
    bool future = index > result->history_now;
    return (struct chart_month){
        .initial = period_name(report, point->period),
        .name = words_period(report->arena, report->words, point->period,
                             &report->plan->organization.fiscal),
        .actual = value_of(report, measure, point->has_actual, point->actual),
        .plan = value_of(report, measure, point->has_target && !prior, point->target),
        .forecast = value_of(report, measure, future && point->has_forecast, point->forecast),
        .variance_label = prior ? NULL : variance_label(report, measure, point, future),
        .prior_year = prior,
        .has_red = point->has_red && !prior && has_red_line(measure),
        .red = decimal_double(point->red),
        .status = compose_mark(point->status)};
}

static const char *year_name(struct report *report, struct period period) {
    char year[16];
    period_fiscal_year(period_first(period), &report->plan->organization.fiscal, year);
    return arena_strdup(report->arena, year);
}

/* A red flag by tolerance may lie between two steps of the measure's decimals: one more decimal
 * where it would else read like the plan. */
static const char *red_text(const struct report *report, const struct measure *measure,
                            const struct point_result *point) {
    const char *red = compose_figure(report, measure, true, point->red, false);
    if (!point->has_target || decimal_compare(point->red, point->target) == 0 ||
        strcmp(red, compose_figure(report, measure, true, point->target, false)) != 0)
        return red;
    return words_number(report->arena, report->words, point->red, measure->decimals + 1, false);
}

/* Plan and red flag at the right end are those of the last period that has them. */
static void line_labels(struct report *report, const struct measure_result *result, size_t first,
                        struct chart_columns *columns) {
    const struct measure *measure = result->measure;
    for (size_t i = 0; i < columns->count; i++) {
        const struct point_result *point = &result->history[first + i];
        if (columns->months[i].plan.known)
            columns->plan_label =
                words_fill(report->arena, report->words, "exceptions.chart.plan",
                           compose_figure(report, measure, true, point->target, false), NULL);
        if (columns->months[i].has_red)
            columns->red_label = words_fill(report->arena, report->words, "exceptions.chart.red",
                                            red_text(report, measure, point), NULL);
    }
}

/* What the columns of a year are, after its name: the chart needs no key. */
static const char *year_note(struct report *report, const struct chart_columns *columns) {
    bool forecast = false;
    bool plan = false;
    for (size_t i = columns->year_split; i < columns->count; i++) {
        const struct chart_month *month = &columns->months[i];
        forecast |= month->forecast.known && !month->actual.known;
        plan |= month->plan.known;
    }
    const struct words *words = report->words;
    return arena_printf(report->arena, "%s%s%s", words_text(words, "exceptions.chart.actual"),
                        forecast ? words_text(words, "exceptions.chart.forecast") : "",
                        plan ? words_text(words, "exceptions.chart.outline") : "");
}

static void year_labels(struct report *report, const struct measure_result *result, size_t first,
                        struct chart_columns *columns) {
    const size_t split = columns->year_split;
    columns->first_year = year_name(report, result->history[first].period);
    columns->first_note = words_text(report->words, "exceptions.chart.prior");
    if (split < columns->count)
        columns->second_year = year_name(report, result->history[first + split].period);
    columns->second_note = year_note(report, columns);
}

/* With plan and red flag, as far as there are such: a range has none. */
static const char *months_alt(struct report *report, const struct measure_result *result,
                              size_t periods) {
    const struct measure *measure = result->measure;
    const bool red = result->has_target && result->thresholds.known && has_red_line(measure);
    const char *key = red                  ? "exceptions.chart.alt"
                      : result->has_target ? "exceptions.chart.alt.plan"
                                           : "exceptions.chart.alt.plain";
    return words_fill(report->arena, report->words, key, measure->name,
                      arena_printf(report->arena, "%zu", periods),
                      compose_quantity(report, measure, result->has_actual, result->actual),
                      red ? compose_quantity(report, measure, true, result->target)
                          : compose_plan(report, result),
                      compose_figure(report, measure, red, result->thresholds.red, false), NULL);
}

struct chart *measurechart_months(struct report *report, const struct measure_result *result,
                                  mp height) {
    struct arena *arena = report->arena;
    const struct measure *measure = result->measure;
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    struct chart_columns *columns = &chart->as.columns;
    chart->kind = CHART_COLUMNS;
    chart->height = height;
    size_t split;
    size_t first = first_shown(report, result, &split);
    columns->count = result->history_count - first;
    columns->year_split = split;
    struct chart_month *months = arena_array(arena, columns->count, sizeof *months);
    for (size_t i = 0; i < columns->count; i++)
        months[i] = month_of(report, result, first + i, i < split);
    columns->months = months;
    columns->lower_better = measure->polarity == POLARITY_LOWER;
    columns->variance_strip = true;
    columns->variance_label = words_text(report->words, "exceptions.chart.variance");
    columns->lane = LANE;
    columns->months_each = measure->frequency == FREQUENCY_WEEKLY
                               ? 1
                               : (unsigned)(12 / period_per_year(measure->frequency));
    year_labels(report, result, first, columns);
    line_labels(report, result, first, columns);
    chart->alt = months_alt(report, result, columns->count);
    return chart;
}

static double least(double a, double b) {
    return a < b ? a : b;
}

static double most(double a, double b) {
    return a > b ? a : b;
}

/* What is marked in a bullet graph, from the least to the most. */
struct span {
    double low, high;
};

static struct span marked(const struct measure_result *result) {
    const struct judged_thresholds *t = &result->thresholds;
    const bool range = result->measure->polarity == POLARITY_RANGE;
    const double margin = decimal_double(t->margin);
    const double a = range ? decimal_double(t->lower) - margin : decimal_double(t->red);
    const double b = range ? decimal_double(t->upper) + margin : decimal_double(t->target);
    const double actual = result->has_actual ? decimal_double(result->actual) : a;
    return (struct span){least(actual, least(a, b)), most(actual, most(a, b))};
}

/* From zero to a little beyond the most.  Where nothing could be told apart on that scale, as
 * between 95 and 97 %, only the part that matters. */
static void scale(struct chart_bullet *bullet, const struct measure_result *result) {
    const struct judged_thresholds *t = &result->thresholds;
    const struct span span = marked(result);
    double high = span.high;
    if (t->stretch_given && result->measure->polarity != POLARITY_RANGE)
        high = most(high, decimal_double(t->stretch));
    bullet->from = least(span.low * 1.05, 0);
    bullet->to = most(high * 1.05, 0);
    if (bullet->to <= bullet->from)
        bullet->to = bullet->from + 1;
    const double spread = span.high - span.low;
    bullet->zoomed = spread < (bullet->to - bullet->from) * 0.15;
    if (!bullet->zoomed)
        return;
    const double room = spread > 0 ? spread * 0.3 : most(span.high, -span.high) * 0.05;
    bullet->from = span.low - room;
    bullet->to = span.high + (room > 0 ? room : 1);
}

/* Dark where the status is off track, middle at risk, light on track. */
static void zones(struct chart_bullet *bullet, const struct judged_thresholds *t,
                  enum polarity polarity) {
    const double lower = decimal_double(t->lower);
    const double upper = decimal_double(t->upper);
    const double margin = decimal_double(t->margin);
    const struct chart_zone range[] = {{lower - margin, SHADE_DARK},
                                       {lower, SHADE_MIDDLE},
                                       {upper, SHADE_LIGHT},
                                       {upper + margin, SHADE_MIDDLE},
                                       {bullet->to, SHADE_DARK}};
    const bool low = polarity == POLARITY_LOWER;
    const struct chart_zone one_sided[] = {
        {low ? bullet->target : bullet->red, low ? SHADE_LIGHT : SHADE_DARK},
        {low ? bullet->red : bullet->target, SHADE_MIDDLE},
        {bullet->to, low ? SHADE_DARK : SHADE_LIGHT}};
    if (polarity == POLARITY_RANGE) {
        bullet->zone_count = sizeof range / sizeof *range;
        memcpy(bullet->zones, range, sizeof range);
    } else {
        bullet->zone_count = sizeof one_sided / sizeof *one_sided;
        memcpy(bullet->zones, one_sided, sizeof one_sided);
    }
}

static const char *bullet_alt(struct report *report, const struct measure_result *result,
                              bool zoomed) {
    struct arena *arena = report->arena;
    const struct words *words = report->words;
    const struct measure *measure = result->measure;
    const char *actual = compose_quantity(report, measure, result->has_actual, result->actual);
    const char *more = zoomed ? words_text(words, "exceptions.bullet.zoomed") : "";
    if (measure->polarity == POLARITY_RANGE)
        return words_fill(arena, words, "exceptions.bullet.alt.range", actual,
                          compose_plan(report, result), more, NULL);
    return words_fill(arena, words, "exceptions.bullet.alt", actual,
                      compose_quantity(report, measure, result->has_target, result->target),
                      compose_figure(report, measure, true, result->thresholds.red, false), more,
                      NULL);
}

struct chart *measurechart_bullet(struct report *report, const struct measure_result *result,
                                  mp width, mp height) {
    const struct judged_thresholds *t = &result->thresholds;
    const struct measure *measure = result->measure;
    bool range = measure->polarity == POLARITY_RANGE;
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    chart->kind = CHART_BULLET;
    chart->width = width;
    chart->height = height;
    struct chart_bullet *bullet = &chart->as.bullet;
    bullet->range = range;
    bullet->lower_better = measure->polarity == POLARITY_LOWER;
    bullet->has_red = bullet->has_target = true;
    bullet->red = decimal_double(range ? t->lower : t->red);
    bullet->target = decimal_double(range ? t->upper : t->target);
    bullet->actual = value_of(report, measure, result->has_actual, result->actual);
    scale(bullet, result);
    zones(bullet, t, measure->polarity);
    chart->alt = bullet_alt(report, result, bullet->zoomed);
    return chart;
}

bool measurechart_has_bullet(const struct measure_result *result) {
    const enum polarity polarity = result->measure->polarity;
    return result->thresholds.known && result->has_actual &&
           (polarity == POLARITY_HIGHER || polarity == POLARITY_LOWER ||
            polarity == POLARITY_RANGE);
}

/* ---- is it more than noise? ------------------------------------------------------------------ */

/* Beyond the mean on the better or the worse side; a range has no such side. */
static enum chart_effect side_effect(const struct measure *measure, int side) {
    if (measure->polarity != POLARITY_HIGHER && measure->polarity != POLARITY_LOWER)
        return EFFECT_NONE;
    return (side > 0) == (measure->polarity == POLARITY_HIGHER) ? EFFECT_GOOD : EFFECT_BAD;
}

static void mark_signals(struct chart_xmr_point *points, const struct measure *measure,
                         const struct signal_result *signals) {
    for (size_t i = 0; i < signals->signals.count; i++) {
        const struct signal *signal = &signals->signals.items[i];
        if (signal->last + 1 < signals->count)
            continue; /* over: it would only hide what is going on */
        for (size_t k = signal->first; k <= signal->last && k < signals->count; k++) {
            points[k].signal = true;
            points[k].effect = side_effect(measure, signal->side);
        }
    }
}

static struct chart_value limit(struct report *report, const struct measure *measure,
                                const char *key, struct decimal value) {
    return (struct chart_value){
        true, decimal_double(value),
        words_fill(
            report->arena, report->words, key,
            compose_figure(report, measure, true, decimal_round(value, measure->decimals), false),
            NULL)};
}

/* First point of the fiscal year that the last one belongs to. */
static size_t split_of(const struct report *report, const struct signal_result *signals) {
    const struct fiscal *fiscal = &report->plan->organization.fiscal;
    const struct date last = period_last(signals->points[signals->count - 1].period);
    const struct date year = period_first(period_year_start(last, fiscal));
    size_t split = 0;
    while (split < signals->count &&
           date_compare(period_first(signals->points[split].period), year) < 0)
        split++;
    return split;
}

/* "2025/26"; of several years "2024/25-2025/26". */
static const char *earlier_years(struct report *report, const struct signal_result *signals,
                                 size_t split) {
    const char *first = year_name(report, signals->points[0].period);
    const char *last = year_name(report, signals->points[split - 1].period);
    return strcmp(first, last) == 0
               ? first
               : words_fill(report->arena, report->words, "range", first, last, NULL);
}

struct chart *measurechart_xmr(struct report *report, const struct measure_result *result,
                               const struct signal_result *signals, mp height) {
    const struct measure *measure = result->measure;
    struct chart *chart = arena_alloc(report->arena, sizeof *chart);
    struct chart_xmr *xmr = &chart->as.xmr;
    chart->kind = CHART_XMR;
    chart->height = height;
    struct chart_xmr_point *points = arena_array(report->arena, signals->count, sizeof *points);
    for (size_t i = 0; i < signals->count; i++) {
        const struct signal_point *point = &signals->points[i];
        points[i] = (struct chart_xmr_point){
            .initial = period_name(report, point->period),
            .name = words_period(report->arena, report->words, point->period,
                                 &report->plan->organization.fiscal),
            .value = value_of(report, measure, true, point->value.rounded)};
    }
    mark_signals(points, measure, signals);
    xmr->points = points;
    xmr->count = signals->count;
    xmr->year_split = split_of(report, signals);
    if (xmr->year_split > 0)
        xmr->first_year = earlier_years(report, signals, xmr->year_split);
    xmr->second_year = year_name(report, signals->points[signals->count - 1].period);
    xmr->has_limits = true;
    xmr->trial = signals->trial;
    xmr->mean = limit(report, measure, "dives.mean", signals->mean);
    xmr->lower = limit(report, measure, "dives.lower", signals->lower);
    xmr->upper = limit(report, measure, "dives.upper", signals->upper);
    return chart;
}
