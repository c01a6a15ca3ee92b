#include "layout/chartlane.h"
#include "layout/chartpoints.h"
#include "layout/charts.h"
#include "layout/chartscale.h"
#include "layout/style.h"

#define LABEL_ROOM   MM(4.4)
#define LANE_GAP     MM(2.4)
#define DOT          MM(0.6)
#define SQUARE       MM(2)
#define REACH        MM(1) /* how far a label may be driven, and that of the last value */
#define LAST_REACH   MM(3)
#define LABEL_BEYOND MM(1.2) /* the last column */

static const struct chart_value *actual_of(const struct chart_month *month) {
    return &month->actual;
}

/* The latest points, as months of a line chart. */
static size_t months_of(const struct chart_xmr *xmr, struct chart_month *months) {
    const size_t count = xmr->count < CHARTMONTHS_MOST ? xmr->count : CHARTMONTHS_MOST;
    for (size_t i = 0; i < count; i++) {
        const struct chart_xmr_point *point = &xmr->points[xmr->count - count + i];
        months[i] = (struct chart_month){
            .initial = point->initial, .name = point->name, .actual = point->value};
    }
    return count;
}

static size_t add_label(struct chartlane_label *labels, size_t count,
                        const struct chart_value *value, uint32_t colour,
                        const struct scale *scale) {
    if (!value->known || !value->label)
        return count;
    labels[count] = (struct chartlane_label){value->label, colour, chartink_at(scale, value->at)};
    return count + 1;
}

static size_t lane_labels(const struct chart_xmr *xmr, const struct scale *scale,
                          struct chartlane_label labels[3]) {
    size_t count = 0;
    if (!xmr->has_limits)
        return count;
    count = add_label(labels, count, &xmr->upper, GREY, scale);
    count = add_label(labels, count, &xmr->mean, INK, scale);
    return add_label(labels, count, &xmr->lower, GREY, scale);
}

static void draw_level(const struct chartmonths *m, const struct chart_value *value,
                       uint32_t colour, mp width, bool dashed) {
    if (!value->known)
        return;
    const mp y = chartink_at(&m->value, value->at);
    const struct point from = {m->rect.x, y};
    const struct point to = {m->end, y};
    if (dashed)
        draw_dashed(m->ink->pen, from, to, colour, width, MM(1.4), MM(0.9));
    else
        draw_line(m->ink->pen, from, to, colour, width);
}

/* A square says "signal" without colour; colour says what it does, where that is known. */
static void draw_point(const struct chartmonths *m, size_t i, const struct chart_xmr_point *point) {
    const struct point at = chartpoints_at(m, i, point->value.at);
    if (!point->signal) {
        draw_circle(m->ink->pen, at, DOT, ACTUAL, COLOUR_NONE, 0);
        return;
    }
    const uint32_t colour = point->effect == EFFECT_NONE ? INK : chartink_effect_bar(point->effect);
    draw_frame(m->ink->pen, (struct rect){at.x - SQUARE / 2, at.y - SQUARE / 2, SQUARE, SQUARE},
               colour, WHITE, MM(0.16));
}

/* No label lies on a line of the chart or reaches over to the names of the limits. */
static void block_lines(struct chartmonths *m, const struct chart_xmr *xmr) {
    const struct chart_value *const levels[] = {&xmr->lower, &xmr->mean, &xmr->upper};
    m->labels.bounds.w = length_min(m->labels.bounds.w, m->end + LABEL_BEYOND - m->labels.bounds.x);
    chartpoints_block(m, SQUARE / 2 + MM(0.1));
    for (size_t i = 0; xmr->has_limits && i < sizeof levels / sizeof *levels; i++) {
        const mp y = chartink_at(&m->value, levels[i]->at);
        if (levels[i]->known)
            chartlabels_block_line(&m->labels, (struct point){m->rect.x, y},
                                   (struct point){m->end, y});
    }
}

/* Every signal is labelled, or of those that would touch one another the first. */
static bool signals_fit(const struct chartmonths *m, const struct chart_xmr_point *points) {
    for (size_t i = 0; i < chartmonths_count(m); i++)
        if (points[i].signal && points[i].value.known && points[i].value.label &&
            chartink_width(m->ink, STYLE_CHART_LABEL, points[i].value.label) > m->pitch - MM(0.5))
            return false;
    return true;
}

static void draw_label(struct chartmonths *m, const struct chart_xmr_point *points, size_t i,
                       bool last) {
    const struct chart_xmr_point *point = &points[i];
    chartpoints_upright(m, i, &point->value,
                        last                                           ? STYLE_CHART_VALUE
                        : point->signal && point->effect == EFFECT_BAD ? STYLE_CHART_LABEL
                                                                       : STYLE_KEY,
                        point->signal ? chartink_effect_text(point->effect)
                        : last        ? INK
                                      : GREY,
                        last ? LAST_REACH : REACH);
}

/* The last, then signals, then the first, the lowest and the highest: each where there is room. */
static void draw_labels(struct chartmonths *m, const struct chart_xmr *xmr,
                        const struct chart_xmr_point *points) {
    size_t order[CHARTMONTHS_MOST];
    size_t key = 0;
    const size_t count = chartmonths_count(m);
    const size_t found = chartlabels_order(m->chart->months, count, order, &key);
    const bool all = signals_fit(m, points);
    bool any = false;
    block_lines(m, xmr);
    if (found == 0)
        return;
    draw_label(m, points, order[0], true);
    for (size_t i = 0; i < count; i++) {
        const bool wanted = i != order[0] && points[i].signal && points[i].value.known &&
                            points[i].value.label && (all || !any);
        if (wanted)
            draw_label(m, points, i, false);
        any |= points[i].signal;
    }
    for (size_t k = 1; k < key; k++)
        if (!points[order[k]].signal || !all)
            draw_label(m, points, order[k], false);
}

static struct chart_columns columns_of(const struct ink *ink, const struct chart *chart,
                                       const struct chart_month *months, size_t count) {
    const struct chart_xmr *xmr = &chart->as.xmr;
    const size_t left_out = xmr->count - count;
    const struct scale any = {0, 1, 0, 1};
    struct chartlane_label labels[3];
    const size_t lane = lane_labels(xmr, &any, labels);
    return (struct chart_columns){
        .months = months,
        .count = count,
        .year_split = xmr->year_split > left_out ? xmr->year_split - left_out : 0,
        .first_year = xmr->year_split > left_out ? xmr->first_year : xmr->second_year,
        .second_year = xmr->second_year,
        .lane = lane > 0 ? chartlane_width(ink, labels, lane) + LANE_GAP : 0,
        .range = chartscale_of(chart)};
}

void chartxmr_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_xmr *xmr = &chart->as.xmr;
    struct chart_month months[CHARTMONTHS_MOST];
    const size_t count = months_of(xmr, months);
    const struct chart_xmr_point *points = xmr->points + (xmr->count - count);
    const struct chart_columns columns = columns_of(ink, chart, months, count);
    struct chartmonths m = chartmonths_make(ink, &columns, rect, rect.y + LABEL_ROOM, false);
    chartmonths_draw_axis(&m);
    if (chart_empty(chart)) {
        chartink_empty(ink, (struct rect){rect.x, rect.y, m.end - rect.x, m.axis - rect.y},
                       chart->empty);
        return;
    }
    if (xmr->has_limits) {
        draw_level(&m, &xmr->lower, GREY, MM(0.26), xmr->trial);
        draw_level(&m, &xmr->upper, GREY, MM(0.26), xmr->trial);
        draw_level(&m, &xmr->mean, INK, MM(0.2), false);
    }
    chartpoints_draw(&m, actual_of, ACTUAL, MM(0.26));
    draw_labels(&m, xmr, points);
    for (size_t i = 0; i < count; i++)
        if (points[i].value.known)
            draw_point(&m, i, &points[i]);
    struct chartlane_label labels[3];
    const size_t lane = lane_labels(xmr, &m.value, labels);
    chartlane_draw(ink, labels, lane,
                   (struct rect){m.end + LANE_GAP, rect.y, rect.x + rect.w - m.end - LANE_GAP,
                                 m.axis - rect.y});
}
