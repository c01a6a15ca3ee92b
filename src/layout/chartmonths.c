#include "layout/chartmonths.h"

#include "layout/chartlane.h"
#include "layout/chartscale.h"
#include "layout/style.h"

#define LANE        MM(16.4) /* at least, for the labels at the right */
#define LANE_GAP    MM(2.4)
#define YEAR_GAP    MM(4)
#define PITCH_MOST  MM(12)
#define PITCH       MM(6.4) /* of a month */
#define PITCH_WIDE  MM(19.2)
#define COLUMN_MOST MM(8)
#define STUB        MM(0.45) /* of a value that would have no height: nought is a figure too */
#define AXIS_ROOM   MM(8.6)  /* months and years below the axis */
#define BELOW_ROOM  MM(4.4)
#define DASH        MM(0.9)

/* Without labels there is no lane but the one asked for. */
static mp lane_width(const struct ink *ink, const struct chart_columns *chart) {
    if (!chart->plan_label && !chart->red_label)
        return chart->lane;
    mp width = LANE - LANE_GAP;
    if (chart->plan_label)
        width = length_max(width, chartink_width(ink, STYLE_CHART_LABEL, chart->plan_label));
    if (chart->red_label)
        width = length_max(width, chartink_width(ink, STYLE_CHART_LABEL, chart->red_label));
    return length_max(width + LANE_GAP, chart->lane);
}

/* A year of quarters is as wide as one of months, so that the years of charts agree. */
static mp most_pitch(const struct chart_columns *chart) {
    return length_max(
        PITCH_MOST,
        length_min(PITCH * (mp)(chart->months_each > 12 ? 12 : chart->months_each), PITCH_WIDE));
}

struct chartmonths chartmonths_make(const struct ink *ink, const struct chart_columns *chart,
                                    struct rect rect, mp top, bool zero) {
    struct chartmonths m = {.ink = ink, .chart = chart, .rect = rect};
    const bool two_years = chart->year_split > 0 && chart->year_split < chart->count;
    m.year_gap = two_years ? YEAR_GAP : 0;
    if (chart->count > 0)
        m.pitch = length_min((rect.w - lane_width(ink, chart) - m.year_gap) / (mp)chart->count,
                             most_pitch(chart));
    m.end = chart->count > 0 ? rect.x + m.pitch * (mp)chart->count + m.year_gap : rect.x + rect.w;
    for (size_t i = 0; i < chart->count; i++)
        m.steps |= chart->months[i].has_red;
    m.axis = rect.y + rect.h - AXIS_ROOM;
    /* A line may be labelled below its lowest point, a column below zero at its end. */
    const struct chart_range range = chartscale_months(chart, zero);
    m.value = chartscale_make(range, zero && range.from >= 0 ? m.axis : m.axis - BELOW_ROOM, top);
    const mp right = lane_width(ink, chart) > 0 ? m.end + LANE_GAP - MM(0.6) : rect.x + rect.w;
    m.labels.bounds = (struct rect){rect.x, rect.y, right - rect.x, m.axis - rect.y};
    return m;
}

mp chartmonths_x(const struct chartmonths *m, size_t i) {
    const bool later = m->chart->year_split > 0 && i >= m->chart->year_split;
    return m->rect.x + m->pitch * (mp)i + (later ? m->year_gap : 0);
}

mp chartmonths_column_width(const struct chartmonths *m) {
    return length_min((mp)((int64_t)m->pitch * 62 / 100), COLUMN_MOST);
}

struct rect chartmonths_column(const struct chartmonths *m, size_t i, double value) {
    const mp width = chartmonths_column_width(m);
    const mp zero = chartink_at(&m->value, 0);
    const mp tip = chartink_at(&m->value, value);
    const mp height = length_max(length_max(zero, tip) - length_min(zero, tip), STUB);
    return (struct rect){chartmonths_x(m, i) + (m->pitch - width) / 2 + CHARTMONTHS_PLAN_SHIFT / 2,
                         value < 0 ? zero : zero - height, width, height};
}

bool chartmonths_plan(const struct chartmonths *m, size_t i, struct rect *rect) {
    const struct chart_month *month = &m->chart->months[i];
    if (!month->plan.known || month->prior_year)
        return false;
    *rect = chartmonths_column(m, i, month->plan.at);
    rect->x -= CHARTMONTHS_PLAN_SHIFT;
    return true;
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

/* A line below the months, written from left to right: what does not fit is left out. */
static bool write_below(const struct chartmonths *m, mp *free, mp x, mp right, uint32_t colour,
                        const char *text) {
    if (!text)
        return false;
    const mp from = length_max(x, *free);
    const mp end = from + chartink_width(m->ink, STYLE_KEY, text);
    if (end > right)
        return false;
    chartink_text(m->ink, STYLE_KEY, colour, ALIGN_LEFT, (struct point){from, m->axis + MM(6.9)},
                  text);
    *free = end + MM(1.4);
    return true;
}

/* A year's name and, where it fits, what its columns are. */
static void draw_year(const struct chartmonths *m, size_t from, mp right, const char *name,
                      const char *note, uint32_t colour, mp *free) {
    if (from >= m->chart->count)
        return;
    if (write_below(m, free, chartmonths_x(m, from) + MM(0.8), right, colour, name))
        write_below(m, free, *free, right, GREY, note);
}

static void draw_years(const struct chartmonths *m, size_t split, mp *free) {
    const struct chart_columns *chart = m->chart;
    const mp right = m->rect.x + m->rect.w;
    const mp middle = split < chart->count ? chartmonths_x(m, split) : right;
    if (split > 0)
        draw_year(m, 0, middle, chart->first_year, chart->first_note, GREY, free);
    const char *name = split > 0 ? chart->second_year : chart->first_year;
    draw_year(m, split, right, name, chart->second_note, NAVY, free);
}

static void draw_forecast_name(const struct chartmonths *m, mp *free) {
    const struct chart_columns *chart = m->chart;
    for (size_t i = 0; i < chart->count; i++) {
        if (!chart->months[i].forecast.known || chart->months[i].actual.known)
            continue;
        *free += MM(0.8);
        write_below(m, free, chartmonths_x(m, i) + MM(0.8), m->rect.x + m->rect.w, INK,
                    chart->forecast_label);
        return;
    }
}

static void draw_baseline(const struct chartmonths *m, size_t from, size_t to) {
    if (to <= from)
        return;
    const bool zero = m->value.from <= 0 && m->value.to >= 0 && !chartmonths_empty(m);
    const mp y = zero ? chartink_at(&m->value, 0) : m->axis;
    draw_line(m->ink->pen, (struct point){chartmonths_x(m, from), y},
              (struct point){chartmonths_x(m, to - 1) + m->pitch, y}, INK, MM(0.2));
}

static mp clamp(mp x, mp from, mp to) {
    return length_max(length_min(x, to), from);
}

/* Every month is named, or every so-many-th where names would touch; one at an end moves inwards.
 */
static size_t initial_step(const struct chartmonths *m) {
    static const size_t steps[] = {1, 2, 3, 6, 12, 24};
    mp widest = 0;
    for (size_t i = 0; i < m->chart->count; i++)
        if (m->chart->months[i].initial)
            widest =
                length_max(widest, chartink_width(m->ink, STYLE_KEY, m->chart->months[i].initial));
    const mp inwards = length_max((widest - m->pitch) / 2, 0);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (m->pitch * (mp)steps[i] >= widest + inwards + MM(0.3))
            return steps[i];
    return m->chart->count + 1;
}

static void draw_initials(const struct chartmonths *m) {
    const size_t step = initial_step(m);
    for (size_t i = 0; i < m->chart->count; i += step) {
        const char *initial = m->chart->months[i].initial;
        if (!initial)
            continue;
        const mp half = chartink_width(m->ink, STYLE_KEY, initial) / 2 + 1;
        chartink_text(m->ink, STYLE_KEY, GREY, ALIGN_CENTRE,
                      (struct point){clamp(chartmonths_x(m, i) + m->pitch / 2, m->rect.x + half,
                                           m->rect.x + m->rect.w - half),
                                     m->axis + MM(3.2)},
                      initial);
    }
}

void chartmonths_draw_axis(const struct chartmonths *m) {
    const struct chart_columns *chart = m->chart;
    const size_t split = chart->year_split < chart->count ? chart->year_split : chart->count;
    draw_baseline(m, 0, split);
    draw_baseline(m, split, chart->count);
    draw_initials(m);
    mp free = m->rect.x;
    draw_years(m, split, &free);
    draw_forecast_name(m, &free);
}

static size_t line_from(const struct chartmonths *m) {
    return m->chart->year_split < m->chart->count ? m->chart->year_split : 0;
}

bool chartmonths_red(const struct chartmonths *m, size_t i, double *red) {
    const struct chart_month *month = &m->chart->months[i];
    *red = month->has_red ? month->red : m->chart->red;
    return month->has_red || (m->chart->has_red && !m->steps && i >= line_from(m));
}

static void draw_red_line(const struct chartmonths *m, struct point a, struct point b) {
    draw_dashed(m->ink->pen, a, b, BAD_BAR, MM(0.2), DASH, DASH * 2 / 3);
}

/* A step at every period whose red flag is another; dashes run through where it is the same. */
void chartmonths_draw_red(const struct chartmonths *m) {
    double red = 0;
    struct point from = {0, 0};
    bool open = false;
    for (size_t i = 0; i < m->chart->count; i++) {
        const bool known = chartmonths_red(m, i, &red);
        const struct point here = {chartmonths_x(m, i), known ? chartink_at(&m->value, red) : 0};
        if (open && (!known || here.y != from.y)) {
            draw_red_line(m, from, (struct point){chartmonths_x(m, i - 1) + m->pitch, from.y});
            if (known)
                draw_line(m->ink->pen, (struct point){here.x, from.y}, here, BAD_BAR, MM(0.2));
            open = false;
        }
        if (known && !open)
            from = here;
        open = known;
    }
    if (open)
        draw_red_line(m, from, (struct point){m->end + MM(1), from.y});
}

/* The last value of the line. */
static bool last_red(const struct chartmonths *m, double *red) {
    for (size_t i = m->chart->count; i-- > 0;)
        if (chartmonths_red(m, i, red))
            return true;
    return false;
}

/* The plan of the last month that has one. */
static const struct chart_value *last_plan(const struct chartmonths *m) {
    for (size_t i = m->chart->count; i-- > 0;)
        if (m->chart->months[i].plan.known)
            return &m->chart->months[i].plan;
    return NULL;
}

void chartmonths_draw_lane(const struct chartmonths *m) {
    const struct chart_columns *chart = m->chart;
    const struct chart_value *plan = last_plan(m);
    struct chartlane_label labels[2];
    size_t count = 0;
    double red = 0;
    if (plan && chart->plan_label)
        labels[count++] =
            (struct chartlane_label){chart->plan_label, INK, chartink_at(&m->value, plan->at)};
    if (chart->red_label && last_red(m, &red))
        labels[count++] =
            (struct chartlane_label){chart->red_label, BAD_TEXT, chartink_at(&m->value, red)};
    chartlane_draw(m->ink, labels, count,
                   (struct rect){m->end + LANE_GAP, m->rect.y,
                                 m->rect.x + m->rect.w - m->end - LANE_GAP, m->rect.h});
}
