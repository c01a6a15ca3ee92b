#include "layout/chartscale.h"

#define HEADROOM 0.12

/* A range with a value in it. */
static struct chart_range widened(struct chart_range range, double value) {
    if (!range.set)
        return (struct chart_range){true, value, value};
    range.from = value < range.from ? value : range.from;
    range.to = value > range.to ? value : range.to;
    return range;
}

static struct chart_range with(struct chart_range range, const struct chart_value *value) {
    return value->known ? widened(range, value->at) : range;
}

/* A line needs room beyond its extremes, columns above zero only if there is nothing else. */
static struct chart_range roomy(struct chart_range range, bool zero) {
    const double length = range.to - range.from;
    const double room = length > 0 ? length * HEADROOM : 1;
    if (range.set && (!zero || length <= 0))
        range.to += room;
    if (range.set && !zero)
        range.from -= room;
    return range;
}

struct chart_range chartscale_months(const struct chart_columns *columns, bool zero) {
    if (columns->range.set)
        return columns->range;
    struct chart_range range = {.set = zero};
    for (size_t i = 0; i < columns->count; i++) {
        const struct chart_month *month = &columns->months[i];
        range = with(range, &month->actual);
        range = with(range, &month->plan);
        range = with(range, &month->forecast);
        if (month->has_red && range.set)
            range = widened(range, month->red);
    }
    if (columns->has_red && range.set)
        range = widened(range, columns->red);
    return roomy(range, zero);
}

static struct chart_range waterfall_range(const struct chart_waterfall *chart) {
    struct chart_range range = {.set = true};
    double level = chart->from.known ? chart->from.at : 0;
    range = widened(range, level);
    for (size_t i = 0; i < chart->count; i++)
        range = widened(range, level += chart->steps[i].change);
    range = with(range, &chart->to);
    range = with(range, &chart->done);
    return range;
}

static struct chart_range xmr_range(const struct chart_xmr *chart) {
    struct chart_range range = {.set = false};
    for (size_t i = 0; i < chart->count; i++)
        range = with(range, &chart->points[i].value);
    if (range.set && chart->has_limits) {
        range = with(range, &chart->lower);
        range = with(range, &chart->mean);
        range = with(range, &chart->upper);
    }
    return roomy(range, false);
}

static struct chart_range rate_range(const struct chart_rate *rate) {
    struct chart_range range = {.set = true};
    range = with(range, &rate->own);
    range = with(range, &rate->base);
    return widened(range, rate->most);
}

static struct chart_range own_range(const struct chart *chart) {
    switch ((int)chart->kind) {
    case CHART_COLUMNS:
    case CHART_LINE:
        return chartscale_months(&chart->as.columns, chart->kind == CHART_COLUMNS);
    case CHART_WATERFALL:
        return chart->as.waterfall.range.set ? chart->as.waterfall.range
                                             : waterfall_range(&chart->as.waterfall);
    case CHART_XMR:
        return chart->as.xmr.range.set ? chart->as.xmr.range : xmr_range(&chart->as.xmr);
    case CHART_BULLET:
        return (struct chart_range){true, chart->as.bullet.from, chart->as.bullet.to};
    case CHART_VARIANCE:
        return (struct chart_range){true, -chart->as.variance.most, chart->as.variance.most};
    case CHART_RATE:
        return rate_range(&chart->as.rate);
    default:
        return (struct chart_range){.set = false};
    }
}

struct chart_range chartscale_of(const struct chart *chart) {
    const struct chart_range none = {false, 0, 0};
    return chart_empty(chart) ? none : own_range(chart);
}

static void set_range(struct chart *chart, struct chart_range range) {
    const double most = range.to > -range.from ? range.to : -range.from;
    switch ((int)chart->kind) {
    case CHART_COLUMNS:
    case CHART_LINE:
        chart->as.columns.range = range;
        break;
    case CHART_WATERFALL:
        chart->as.waterfall.range = range;
        break;
    case CHART_XMR:
        chart->as.xmr.range = range;
        break;
    case CHART_BULLET:
        chart->as.bullet.from = range.from;
        chart->as.bullet.to = range.to;
        break;
    case CHART_VARIANCE:
        chart->as.variance.most = most;
        break;
    case CHART_RATE:
        chart->as.rate.most = range.to;
        break;
    default:
        break;
    }
}

void chartscale_share(struct chart *const *charts, size_t count) {
    struct chart_range shared = {.set = false};
    for (size_t i = 0; i < count; i++) {
        const struct chart_range own = chartscale_of(charts[i]);
        if (own.set)
            shared = widened(widened(shared, own.from), own.to);
    }
    for (size_t i = 0; shared.set && i < count; i++)
        set_range(charts[i], shared);
}

struct scale chartscale_make(struct chart_range range, mp a, mp b) {
    if (!range.set || range.to <= range.from)
        range.to = range.from + 1;
    return (struct scale){range.from, range.to, a, b};
}
