#include "layout/chartpoints.h"
#include "layout/charts.h"
#include "layout/style.h"

#define LABEL_ROOM  MM(4.4)
#define STATUS_SIZE MM(2.6)

static const struct chart_value *actual_of(const struct chart_month *month) {
    return &month->actual;
}

static const struct chart_value *plan_of(const struct chart_month *month) {
    return &month->plan;
}

/* From the last actual value on, dashed. */
static void draw_forecast(const struct chartmonths *m) {
    struct point before = {0, 0};
    bool any = false;
    for (size_t i = 0; i < chartmonths_count(m); i++) {
        const struct chart_month *month = &m->chart->months[i];
        if (month->actual.known) {
            before = chartpoints_at(m, i, month->actual.at);
            any = true;
            continue;
        }
        if (!month->forecast.known)
            continue;
        const struct point here = chartpoints_at(m, i, month->forecast.at);
        if (any)
            draw_dashed(m->ink->pen, before, here, ACTUAL, MM(0.4), MM(1.1), MM(0.7));
        draw_circle(m->ink->pen, here, MM(0.5), WHITE, ACTUAL, MM(0.26));
        before = here;
        any = true;
    }
}

static size_t last_actual(const struct chartmonths *m) {
    for (size_t i = chartmonths_count(m); i-- > 0;)
        if (m->chart->months[i].actual.known)
            return i;
    return m->chart->count;
}

static void draw_labels(struct chartmonths *m) {
    size_t order[CHARTMONTHS_MOST];
    size_t key = 0;
    const size_t months = chartmonths_count(m);
    chartlabels_order(m->chart->months, months, order, &key);
    chartpoints_block(m, MM(0.6));
    const size_t last = last_actual(m);
    if (last < months) {
        const struct point at = chartpoints_at(m, last, m->chart->months[last].actual.at);
        const mp radius = STATUS_SIZE / 2 + MM(0.1);
        chartlabels_block(&m->labels,
                          (struct rect){at.x - radius, at.y - radius, 2 * radius, 2 * radius});
    }
    for (size_t i = 0; i < key; i++)
        chartpoints_label(m, order[i], &m->chart->months[order[i]].actual,
                          i == 0 ? STYLE_CHART_VALUE : STYLE_KEY, i == 0 ? INK : GREY);
    for (size_t i = months; i-- > 0;) {
        const struct chart_month *month = &m->chart->months[i];
        if (month->actual.known || !month->forecast.known)
            continue;
        if (month->forecast.label)
            chartpoints_label(m, i, &month->forecast, STYLE_KEY, INK);
        return;
    }
}

/* The last actual value carries its status. */
static void draw_last(const struct chartmonths *m) {
    const size_t last = last_actual(m);
    if (last == m->chart->count)
        return;
    const struct chart_month *month = &m->chart->months[last];
    const struct point at = chartpoints_at(m, last, month->actual.at);
    if (month->status != MARK_NONE)
        mark_draw(m->ink->pen, month->status, at, STATUS_SIZE, false);
    else
        draw_circle(m->ink->pen, at, MM(0.8), ACTUAL, COLOUR_NONE, 0);
}

void chartline_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_columns *columns = &chart->as.columns;
    struct chartmonths m = chartmonths_make(ink, columns, rect, rect.y + LABEL_ROOM, false);
    chartmonths_draw_axis(&m);
    chartmonths_draw_red(&m);
    chartpoints_draw(&m, plan_of, GREY, MM(0.2));
    chartpoints_draw(&m, actual_of, ACTUAL, MM(0.5));
    draw_forecast(&m);
    draw_labels(&m);
    draw_last(&m);
    if (chartmonths_empty(&m))
        chartink_empty(ink, (struct rect){rect.x, rect.y, m.end - rect.x, m.axis - rect.y},
                       chart->empty);
    chartmonths_draw_lane(&m);
}
