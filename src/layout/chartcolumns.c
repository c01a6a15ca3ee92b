#include "layout/chartmonths.h"
#include "layout/charts.h"
#include "layout/style.h"

#define STRIP_BARS   MM(10) /* the longest bar of the variance strip */
#define STRIP_LABEL  MM(3.6)
#define STRIP_BELOW  MM(4)
#define LABEL_HEIGHT PT(8)
#define LABEL_ROOM   MM(3.8) /* above the highest column */
#define PLAN_SHIFT   MM(0.9)
#define LEAST_INSIDE MM(4.2) /* a lower column has its label above */

/* ---- variance strip --------------------------------------------------------------------------
 */

struct strip {
    mp height;       /* of all of it */
    mp line;         /* y of the plan */
    double per_unit; /* millipoints */
};

/* How far a month's value lies from its plan; the forecast counts where there is no actual yet. */
static bool variance_of(const struct chart_month *month, double *out) {
    const struct chart_value *value = month->actual.known ? &month->actual : &month->forecast;
    if (month->prior_year || !month->plan.known || !value->known)
        return false;
    *out = value->at - month->plan.at;
    return true;
}

static void strip_extremes(const struct chart_columns *chart, double *low, double *high) {
    *low = 0;
    *high = 0;
    for (size_t i = 0; i < chart->count; i++) {
        double variance = 0;
        if (!variance_of(&chart->months[i], &variance))
            continue;
        *low = variance < *low ? variance : *low;
        *high = variance > *high ? variance : *high;
    }
}

static bool strip_labelled(const struct chart_columns *chart) {
    for (size_t i = 0; i < chart->count; i++)
        if (chart->months[i].variance_label)
            return true;
    return false;
}

/* No height: there is no strip. */
static struct strip strip_of(const struct chart_columns *chart, mp top) {
    struct strip strip = {0};
    double low = 0;
    double high = 0;
    strip_extremes(chart, &low, &high);
    if (!chart->variance_strip || high - low <= 0)
        return strip;
    const mp label = strip_labelled(chart) ? STRIP_LABEL : MM(0.4);
    const mp above = high > 0 ? label : MM(2.6);
    strip.per_unit = (double)STRIP_BARS / (high - low);
    strip.line = top + (mp)(high * strip.per_unit) + above;
    strip.height = STRIP_BARS + above + (low < 0 ? label : MM(0.4)) + STRIP_BELOW;
    return strip;
}

static void draw_variance(const struct chartmonths *m, const struct strip *strip, size_t i) {
    const struct chart_month *month = &m->chart->months[i];
    double variance = 0;
    if (!variance_of(month, &variance))
        return;
    const bool good = variance == 0.0 || (variance > 0) != m->chart->lower_better;
    const uint32_t colour = good ? GOOD_BAR : BAD_BAR;
    const mp width = (mp)((int64_t)m->pitch * 62 / 100);
    const mp x = chartmonths_x(m, i) + (m->pitch - width) / 2;
    const mp tip = strip->line - (mp)(variance * strip->per_unit);
    const mp top = length_min(tip, strip->line);
    const struct rect bar = {x, top, width, length_max(tip, strip->line) - top};
    if (bar.h > 0 && month->actual.known)
        draw_rect(m->ink->pen, bar, colour);
    else if (bar.h > 0)
        chartink_hatched(m->ink, bar, colour);
    if (!month->variance_label)
        return;
    const mp y = variance > 0 ? tip - MM(0.7) : tip + MM(0.6) + PT(5.4);
    const mp label = chartink_width(m->ink, STYLE_CHART_LABEL, month->variance_label);
    if (label < m->pitch + MM(0.4))
        chartink_text(m->ink, good ? STYLE_KEY : STYLE_CHART_LABEL, good ? GOOD_TEXT : BAD_TEXT,
                      ALIGN_CENTRE, (struct point){x + width / 2, y}, month->variance_label);
}

static void draw_strip(const struct chartmonths *m, const struct strip *strip) {
    const struct chart_columns *chart = m->chart;
    const size_t from = chart->year_split < chart->count ? chart->year_split : 0;
    for (size_t i = 0; i < chart->count; i++)
        draw_variance(m, strip, i);
    const mp left = chartmonths_x(m, from);
    draw_line(m->ink->pen, (struct point){left, strip->line}, (struct point){m->end, strip->line},
              INK, MM(0.2));
    if (!chart->variance_label)
        return;
    const mp width = chartink_width(m->ink, STYLE_CHART_LABEL, chart->variance_label);
    if (left - m->rect.x > width + MM(2))
        chartink_text(m->ink, STYLE_CHART_LABEL, GREY, ALIGN_RIGHT,
                      (struct point){left - MM(1.4), strip->line + PT(2.7)}, chart->variance_label);
}

/* ---- columns ---------------------------------------------------------------------------------
 */

static struct rect column_rect(const struct chartmonths *m, size_t i, double value) {
    const mp width = (mp)((int64_t)m->pitch * 62 / 100);
    const mp zero = chartink_at(&m->value, 0);
    const mp tip = chartink_at(&m->value, value);
    return (struct rect){chartmonths_x(m, i) + (m->pitch - width) / 2 + PLAN_SHIFT / 2,
                         length_min(zero, tip), width,
                         length_max(zero, tip) - length_min(zero, tip)};
}

static void draw_plan(const struct chartmonths *m, size_t i) {
    const struct chart_month *month = &m->chart->months[i];
    if (!month->plan.known || month->prior_year)
        return;
    struct rect rect = column_rect(m, i, month->plan.at);
    rect.x -= PLAN_SHIFT;
    draw_frame(m->ink->pen, rect, WHITE, INK, MM(0.2));
}

static void draw_column(const struct chartmonths *m, size_t i) {
    const struct chart_month *month = &m->chart->months[i];
    if (month->actual.known && month->prior_year)
        draw_frame(m->ink->pen, column_rect(m, i, month->actual.at), PRIOR, PRIOR_OUTLINE,
                   MM(0.16));
    else if (month->actual.known)
        draw_rect(m->ink->pen, column_rect(m, i, month->actual.at), ACTUAL);
    else if (month->forecast.known)
        chartink_hatched(m->ink, column_rect(m, i, month->forecast.at), ACTUAL);
}

/* ---- labels ----------------------------------------------------------------------------------
 */

struct label {
    const char *text;
    struct rect rect; /* of the column */
    bool inside, plate;
    uint32_t colour;
    enum style style;
};

static void draw_label(struct chartmonths *m, const struct label *label) {
    const mp width = chartink_width(m->ink, label->style, label->text);
    const mp middle = label->rect.x + label->rect.w / 2;
    const mp top =
        label->inside ? label->rect.y + MM(0.35) : label->rect.y - LABEL_HEIGHT - MM(0.3);
    const struct rect box = {middle - width / 2 - MM(0.15), top, width + MM(0.3), LABEL_HEIGHT};
    if (!chartlabels_take(&m->labels, box))
        return;
    if (label->plate)
        draw_rect(m->ink->pen, box, WHITE);
    chartink_text(m->ink, label->style, label->colour, ALIGN_CENTRE,
                  (struct point){middle, chartink_centred(label->style, box.y, box.h)},
                  label->text);
}

static bool fits_inside(const struct chartmonths *m, size_t i) {
    const struct chart_month *month = &m->chart->months[i];
    const struct rect rect = column_rect(m, i, month->actual.at);
    return month->actual.at > 0 && rect.h > LEAST_INSIDE &&
           chartink_width(m->ink, STYLE_CHART_LABEL, month->actual.label) <= rect.w;
}

/* All labels of this year stand inside their columns, or all above. */
static bool all_inside(const struct chartmonths *m) {
    for (size_t i = 0; i < chartmonths_count(m); i++) {
        const struct chart_month *month = &m->chart->months[i];
        if (!month->prior_year && month->actual.known && month->actual.label && !fits_inside(m, i))
            return false;
    }
    return true;
}

static void label_actual(struct chartmonths *m, size_t i, bool inside) {
    const struct chart_month *month = &m->chart->months[i];
    struct label label = {.text = month->actual.label,
                          .rect = column_rect(m, i, month->actual.at),
                          .style = month->prior_year ? STYLE_KEY : STYLE_CHART_LABEL,
                          .colour = month->prior_year ? GREY : INK,
                          .plate = !month->prior_year};
    if (!month->prior_year && inside) {
        label.inside = true;
        label.plate = false;
        label.colour = WHITE;
    }
    draw_label(m, &label);
}

static void label_forecast(struct chartmonths *m, size_t i) {
    const struct chart_month *month = &m->chart->months[i];
    if (month->actual.known || !month->forecast.known || !month->forecast.label)
        return;
    const struct rect rect = column_rect(m, i, month->forecast.at);
    const struct label label = {.text = month->forecast.label,
                                .rect = rect,
                                .style = STYLE_CHART_LABEL,
                                .colour = INK,
                                .plate = true,
                                .inside = rect.h > LEAST_INSIDE && month->forecast.at > 0};
    draw_label(m, &label);
}

/* True if every column has room for its own label. */
static bool all_fit(const struct chartmonths *m) {
    for (size_t i = 0; i < chartmonths_count(m); i++) {
        const struct chart_month *month = &m->chart->months[i];
        const struct chart_value *value = month->actual.known ? &month->actual : &month->forecast;
        if (value->known && value->label &&
            chartink_width(m->ink, STYLE_CHART_LABEL, value->label) > m->pitch - MM(0.5))
            return false;
    }
    return true;
}

/* All values where there is room, else the last, first, lowest and highest, and the last forecast.
 */
static void draw_labels(struct chartmonths *m) {
    size_t order[CHARTMONTHS_MOST];
    size_t key = 0;
    const bool all = all_fit(m);
    const bool inside = all_inside(m);
    const size_t months = chartmonths_count(m);
    const size_t count = chartlabels_order(m->chart->months, months, order, &key);
    for (size_t i = 0; i < (all ? count : key); i++)
        label_actual(m, order[i], inside);
    for (size_t i = months; i-- > 0;) {
        const struct chart_month *month = &m->chart->months[i];
        label_forecast(m, i);
        if (!all && month->forecast.known && !month->actual.known)
            return;
    }
}

void chartcolumns_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_columns *columns = &chart->as.columns;
    const struct strip strip = strip_of(columns, rect.y);
    struct chartmonths m =
        chartmonths_make(ink, columns, rect, rect.y + strip.height + LABEL_ROOM, true);
    if (strip.height > 0)
        draw_strip(&m, &strip);
    if (chartmonths_empty(&m))
        chartink_nothing(ink, (struct rect){rect.x, rect.y, m.end - rect.x, m.axis - rect.y});
    chartmonths_draw_red(&m);
    for (size_t i = 0; i < columns->count; i++) {
        draw_plan(&m, i);
        draw_column(&m, i);
    }
    draw_labels(&m);
    chartmonths_draw_axis(&m);
    chartmonths_draw_lane(&m);
}
