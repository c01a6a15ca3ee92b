#include "layout/chartlane.h"
#include "layout/chartpoints.h"
#include "layout/charts.h"
#include "layout/chartscale.h"
#include "layout/style.h"

#define LABEL_ROOM MM(4.4)
#define LANE_GAP   MM(2.4)
#define DOT        MM(0.6)
#define SQUARE     MM(2)

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

static void draw_labels(struct chartmonths *m, const struct chart_xmr_point *points) {
    size_t order[CHARTMONTHS_MOST];
    size_t key = 0;
    const size_t count = chartmonths_count(m);
    const size_t found = chartlabels_order(m->chart->months, count, order, &key);
    chartpoints_block(m, SQUARE / 2 + MM(0.1));
    for (int pass = 0; pass < 3; pass++) {
        for (size_t k = 0; k < found; k++) {
            const struct chart_xmr_point *point = &points[order[k]];
            const bool last = k == 0;
            const int turn = last ? 0 : point->signal ? 1 : 2;
            if (turn != pass || (turn == 2 && k >= key))
                continue;
            chartpoints_label(m, order[k], &point->value,
                              last                          ? STYLE_CHART_VALUE
                              : point->effect == EFFECT_BAD ? STYLE_CHART_LABEL
                                                            : STYLE_KEY,
                              point->signal ? chartink_effect_text(point->effect)
                              : last        ? INK
                                            : GREY);
        }
    }
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
    draw_labels(&m, points);
    for (size_t i = 0; i < count; i++)
        if (points[i].value.known)
            draw_point(&m, i, &points[i]);
    struct chartlane_label labels[3];
    const size_t lane = lane_labels(xmr, &m.value, labels);
    chartlane_draw(ink, labels, lane,
                   (struct rect){m.end + LANE_GAP, rect.y, rect.x + rect.w - m.end - LANE_GAP,
                                 m.axis - rect.y});
}
