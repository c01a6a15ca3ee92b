#include "layout/chartmonths.h"
#include "layout/charts.h"
#include "layout/style.h"

#define LABEL_HEIGHT PT(8)
#define LABEL_ROOM   MM(4.4)
#define STATUS_SIZE  MM(2.6)

typedef const struct chart_value *value_fn(const struct chart_month *month);

static const struct chart_value *actual_of(const struct chart_month *month) {
    return &month->actual;
}

static const struct chart_value *plan_of(const struct chart_month *month) {
    return &month->plan;
}

static struct point place_of(const struct chartmonths *m, size_t i, double value) {
    return (struct point){chartmonths_x(m, i) + m->pitch / 2, chartink_at(&m->value, value)};
}

/* Stretches of known values; a gap stays a gap, a lonely value is a dot. */
static void draw_stretches(const struct chartmonths *m, value_fn *value, uint32_t colour,
                           mp width) {
    struct point points[CHARTMONTHS_MOST];
    size_t count = 0;
    for (size_t i = 0; i <= m->chart->count; i++) {
        const struct chart_value *v = i < m->chart->count ? value(&m->chart->months[i]) : NULL;
        if (v && v->known && count < CHARTMONTHS_MOST) {
            points[count++] = place_of(m, i, v->at);
            continue;
        }
        if (count > 1)
            draw_polyline(m->ink->pen, points, count, colour, width);
        else if (count == 1)
            draw_circle(m->ink->pen, points[0], width, colour, COLOUR_NONE, 0);
        count = 0;
    }
}

/* From the last actual value on, dashed. */
static void draw_forecast(const struct chartmonths *m) {
    struct point before = {0, 0};
    bool any = false;
    for (size_t i = 0; i < m->chart->count; i++) {
        const struct chart_month *month = &m->chart->months[i];
        if (month->actual.known) {
            before = place_of(m, i, month->actual.at);
            any = true;
            continue;
        }
        if (!month->forecast.known)
            continue;
        const struct point here = place_of(m, i, month->forecast.at);
        if (any)
            draw_dashed(m->ink->pen, before, here, ACTUAL, MM(0.4), MM(1.1), MM(0.7));
        draw_circle(m->ink->pen, here, MM(0.5), WHITE, ACTUAL, MM(0.26));
        before = here;
        any = true;
    }
}

/* Above the point, below it, or beside it: the first place that touches nothing. */
static void draw_label(struct chartmonths *m, size_t i, const struct chart_value *value,
                       enum style style, uint32_t colour) {
    const struct point at = place_of(m, i, value->at);
    const mp width = chartink_width(m->ink, style, value->label) + MM(0.4);
    const struct point places[] = {{at.x - width / 2, at.y - MM(1.5) - LABEL_HEIGHT},
                                   {at.x - width / 2, at.y + MM(1.5)},
                                   {at.x + MM(1.6), at.y - LABEL_HEIGHT / 2},
                                   {at.x - MM(1.6) - width, at.y - LABEL_HEIGHT / 2},
                                   {at.x - MM(0.8) - width, at.y + MM(1)},
                                   {at.x + MM(0.8), at.y + MM(1)}};
    for (size_t k = 0; k < sizeof places / sizeof *places; k++) {
        const struct rect box = {places[k].x, places[k].y, width, LABEL_HEIGHT};
        if (box.x < m->rect.x - MM(2) || box.y + box.h > m->axis ||
            !chartlabels_take(&m->labels, box))
            continue;
        draw_rect(m->ink->pen, box, WHITE);
        chartink_text(m->ink, style, colour, ALIGN_CENTRE,
                      (struct point){box.x + width / 2, chartink_centred(style, box.y, box.h)},
                      value->label);
        return;
    }
}

static void reserve(struct chartmonths *m, struct point at) {
    if (m->labels.count < CHARTLABELS_MOST / 2)
        m->labels.placed[m->labels.count++] =
            (struct rect){at.x - MM(0.5), at.y - MM(0.5), MM(1), MM(1)};
}

/* The line is no place for labels: small boxes along it are taken first. */
static void reserve_line(struct chartmonths *m) {
    struct point before = {0, 0};
    bool any = false;
    for (size_t i = 0; i < chartmonths_count(m); i++) {
        const struct chart_month *month = &m->chart->months[i];
        const struct chart_value *value = month->actual.known ? &month->actual : &month->forecast;
        if (!value->known) {
            any = false;
            continue;
        }
        const struct point at = place_of(m, i, value->at);
        for (int k = 1; any && k < 4; k++)
            reserve(m, (struct point){before.x + (at.x - before.x) * k / 4,
                                      before.y + (at.y - before.y) * k / 4});
        reserve(m, at);
        before = at;
        any = true;
    }
}

static size_t last_actual(const struct chartmonths *m) {
    for (size_t i = m->chart->count; i-- > 0;)
        if (m->chart->months[i].actual.known)
            return i;
    return m->chart->count;
}

static void draw_labels(struct chartmonths *m) {
    size_t order[CHARTMONTHS_MOST];
    size_t key = 0;
    const size_t months = chartmonths_count(m);
    chartlabels_order(m->chart->months, months, order, &key);
    reserve_line(m);
    for (size_t i = 0; i < key; i++)
        draw_label(m, order[i], &m->chart->months[order[i]].actual,
                   i == 0 ? STYLE_CHART_VALUE : STYLE_KEY, i == 0 ? INK : GREY);
    for (size_t i = months; i-- > 0;) {
        const struct chart_month *month = &m->chart->months[i];
        if (month->actual.known || !month->forecast.known)
            continue;
        if (month->forecast.label)
            draw_label(m, i, &month->forecast, STYLE_KEY, INK);
        return;
    }
}

void chartline_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_columns *columns = &chart->as.columns;
    struct chartmonths m = chartmonths_make(ink, columns, rect, rect.y + LABEL_ROOM, false);
    chartmonths_draw_axis(&m);
    if (chartmonths_empty(&m))
        chartink_nothing(ink, (struct rect){rect.x, rect.y, m.end - rect.x, m.axis - rect.y});
    chartmonths_draw_red(&m);
    draw_stretches(&m, plan_of, GREY, MM(0.2));
    draw_stretches(&m, actual_of, ACTUAL, MM(0.5));
    draw_forecast(&m);
    draw_labels(&m);
    const size_t last = last_actual(&m);
    if (last < columns->count) {
        const struct chart_month *month = &columns->months[last];
        const struct point at = place_of(&m, last, month->actual.at);
        if (month->status != MARK_NONE)
            mark_draw(ink->pen, month->status, at, STATUS_SIZE, false);
        else
            draw_circle(ink->pen, at, MM(0.8), ACTUAL, COLOUR_NONE, 0);
    }
    chartmonths_draw_lane(&m);
}
