#include "layout/chartmonths.h"

#include "layout/style.h"

#define LANE       MM(16.4) /* at least, for the labels at the right */
#define LANE_GAP   MM(2.4)
#define YEAR_GAP   MM(4)
#define PITCH_MOST MM(12)
#define AXIS_ROOM  MM(8.6) /* months and years below the axis */
#define HEADROOM   0.12
#define BELOW_ROOM MM(4.4)
#define DASH       MM(0.9)

static void widen(struct scale *scale, double value, bool *any) {
    if (!*any || value < scale->from)
        scale->from = value;
    if (!*any || value > scale->to)
        scale->to = value;
    *any = true;
}

static struct scale value_scale(const struct chart_columns *chart, mp bottom, mp top, bool zero) {
    struct scale scale = {0, 0, bottom, top};
    bool any = zero;
    for (size_t i = 0; i < chart->count; i++) {
        const struct chart_month *month = &chart->months[i];
        if (month->actual.known)
            widen(&scale, month->actual.at, &any);
        if (month->plan.known)
            widen(&scale, month->plan.at, &any);
        if (month->forecast.known)
            widen(&scale, month->forecast.at, &any);
    }
    if (chart->has_red && any)
        widen(&scale, chart->red, &any);
    const double range = scale.to - scale.from;
    const double room = range > 0 ? range * HEADROOM : 1;
    if (!zero || range <= 0)
        scale.to += room;
    if (!zero)
        scale.from -= room;
    return scale;
}

static mp lane_width(const struct ink *ink, const struct chart_columns *chart) {
    mp width = LANE - LANE_GAP;
    if (chart->plan_label)
        width = length_max(width, chartink_width(ink, STYLE_CHART_LABEL, chart->plan_label));
    if (chart->red_label)
        width = length_max(width, chartink_width(ink, STYLE_CHART_LABEL, chart->red_label));
    return width + LANE_GAP;
}

struct chartmonths chartmonths_make(const struct ink *ink, const struct chart_columns *chart,
                                    struct rect rect, mp top, bool zero) {
    struct chartmonths m = {.ink = ink, .chart = chart, .rect = rect};
    const bool two_years = chart->year_split > 0 && chart->year_split < chart->count;
    m.year_gap = two_years ? YEAR_GAP : 0;
    if (chart->count > 0)
        m.pitch = length_min((rect.w - lane_width(ink, chart) - m.year_gap) / (mp)chart->count,
                             PITCH_MOST);
    m.end = chart->count > 0 ? rect.x + m.pitch * (mp)chart->count + m.year_gap : rect.x + rect.w;
    m.axis = rect.y + rect.h - AXIS_ROOM;
    /* A line may be labelled below its lowest point. */
    m.value = value_scale(chart, zero ? m.axis : m.axis - BELOW_ROOM, top, zero);
    return m;
}

mp chartmonths_x(const struct chartmonths *m, size_t i) {
    const bool later = m->chart->year_split > 0 && i >= m->chart->year_split;
    return m->rect.x + m->pitch * (mp)i + (later ? m->year_gap : 0);
}

size_t chartmonths_count(const struct chartmonths *m) {
    return m->chart->count < CHARTMONTHS_MOST ? m->chart->count : CHARTMONTHS_MOST;
}

bool chartmonths_empty(const struct chartmonths *m) {
    for (size_t i = 0; i < m->chart->count; i++)
        if (m->chart->months[i].actual.known || m->chart->months[i].forecast.known)
            return false;
    return true;
}

static void draw_year(const struct chartmonths *m, size_t from, const char *name, uint32_t colour) {
    if (name && from < m->chart->count)
        chartink_text(m->ink, STYLE_KEY, colour, ALIGN_LEFT,
                      (struct point){chartmonths_x(m, from) + MM(0.8), m->axis + MM(6.9)}, name);
}

static void draw_forecast_name(const struct chartmonths *m) {
    const struct chart_columns *chart = m->chart;
    if (!chart->forecast_label)
        return;
    const size_t from = chart->year_split < chart->count ? chart->year_split : 0;
    const mp taken =
        chart->second_year ? chartink_width(m->ink, STYLE_KEY, chart->second_year) + MM(3) : 0;
    for (size_t i = 0; i < chart->count; i++) {
        if (!chart->months[i].forecast.known || chart->months[i].actual.known)
            continue;
        const mp x = length_max(chartmonths_x(m, i), chartmonths_x(m, from) + taken);
        chartink_text(m->ink, STYLE_KEY, INK, ALIGN_LEFT,
                      (struct point){x + MM(0.8), m->axis + MM(6.9)}, chart->forecast_label);
        return;
    }
}

static void draw_baseline(const struct chartmonths *m, size_t from, size_t to) {
    if (to <= from)
        return;
    const mp y = m->value.from <= 0 && m->value.to >= 0 ? chartink_at(&m->value, 0) : m->axis;
    draw_line(m->ink->pen, (struct point){chartmonths_x(m, from), y},
              (struct point){chartmonths_x(m, to - 1) + m->pitch, y}, INK, MM(0.2));
}

void chartmonths_draw_axis(const struct chartmonths *m) {
    const struct chart_columns *chart = m->chart;
    const size_t split = chart->year_split < chart->count ? chart->year_split : chart->count;
    draw_baseline(m, 0, split);
    draw_baseline(m, split, chart->count);
    for (size_t i = 0; i < chart->count; i++)
        if (chart->months[i].initial)
            chartink_text(m->ink, STYLE_KEY, GREY, ALIGN_CENTRE,
                          (struct point){chartmonths_x(m, i) + m->pitch / 2, m->axis + MM(3.2)},
                          chart->months[i].initial);
    draw_year(m, 0, chart->first_year, GREY);
    if (split > 0)
        draw_year(m, split, chart->second_year, NAVY);
    draw_forecast_name(m);
}

static size_t line_from(const struct chartmonths *m) {
    return m->chart->year_split < m->chart->count ? m->chart->year_split : 0;
}

void chartmonths_draw_red(const struct chartmonths *m) {
    if (!m->chart->has_red || m->chart->count == 0)
        return;
    const mp y = chartink_at(&m->value, m->chart->red);
    draw_dashed(m->ink->pen, (struct point){chartmonths_x(m, line_from(m)), y},
                (struct point){m->end + MM(1), y}, BAD_BAR, MM(0.2), DASH, DASH * 2 / 3);
}

/* The plan of the last month that has one. */
static const struct chart_value *last_plan(const struct chartmonths *m) {
    for (size_t i = m->chart->count; i-- > 0;)
        if (m->chart->months[i].plan.known)
            return &m->chart->months[i].plan;
    return NULL;
}

static void draw_lane_label(const struct chartmonths *m, const char *text, uint32_t colour, mp y) {
    chartink_text(m->ink, STYLE_CHART_LABEL, colour, ALIGN_LEFT,
                  (struct point){m->end + LANE_GAP, y + PT(2.7)}, text);
}

void chartmonths_draw_lane(const struct chartmonths *m) {
    const struct chart_columns *chart = m->chart;
    const struct chart_value *plan = last_plan(m);
    const bool has_plan = plan && chart->plan_label;
    const bool has_red = chart->has_red && chart->red_label && chart->count > 0;
    mp plan_y = has_plan ? chartink_at(&m->value, plan->at) : 0;
    mp red_y = has_red ? chartink_at(&m->value, chart->red) : 0;
    if (has_plan && has_red && plan_y - red_y < PT(10) && red_y - plan_y < PT(10)) {
        const mp middle = plan_y + (red_y - plan_y) / 2;
        const mp way = plan_y <= red_y ? -PT(5) : PT(5);
        plan_y = middle + way;
        red_y = middle - way;
    }
    if (has_plan)
        draw_lane_label(m, chart->plan_label, INK, plan_y);
    if (has_red)
        draw_lane_label(m, chart->red_label, BAD_TEXT, red_y);
}
