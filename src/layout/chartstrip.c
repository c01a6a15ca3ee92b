#include "layout/chartstrip.h"

#include "layout/style.h"

#define BARS_MOST  MM(10) /* from the lowest to the highest bar */
#define LABEL_ROOM MM(3.2)
#define NAME_ROOM  MM(3.4)
#define BELOW      MM(2)
#define BARE       MM(0.4) /* beyond bars without labels */
#define APART      MM(0.9) /* of a label from the end of its bar */
#define BESIDE     MM(0.7) /* and from bars at its sides */

/* How far a month's value lies from its plan; the forecast counts where there is no actual yet. */
static bool variance_of(const struct chart_month *month, double *out) {
    const struct chart_value *value = month->actual.known ? &month->actual : &month->forecast;
    if (month->prior_year || !month->plan.known || !value->known)
        return false;
    *out = value->at - month->plan.at;
    return true;
}

struct extent {
    double low, high;
    bool label_below, label_above;
};

static struct extent extent_of(const struct chart_columns *chart) {
    struct extent extent = {0};
    for (size_t i = 0; i < chart->count; i++) {
        double variance = 0;
        if (!variance_of(&chart->months[i], &variance))
            continue;
        const bool labelled = chart->months[i].variance_label != NULL;
        extent.low = variance < extent.low ? variance : extent.low;
        extent.high = variance > extent.high ? variance : extent.high;
        extent.label_below |= labelled && variance < 0;
        extent.label_above |= labelled && variance >= 0;
    }
    return extent;
}

/* First month of the year that has a plan: here the strip begins. */
static size_t first_month(const struct chart_columns *chart) {
    return chart->year_split < chart->count ? chart->year_split : 0;
}

static bool name_fits(const struct ink *ink, const struct chart_columns *chart, mp room) {
    return chartink_width(ink, STYLE_KEY, chart->variance_label) + MM(2) <= room;
}

struct chartstrip chartstrip_make(const struct ink *ink, const struct chart_columns *chart,
                                  struct rect rect) {
    struct chartstrip strip = {0};
    const struct extent extent = extent_of(chart);
    const double range = extent.high - extent.low;
    if (!chart->variance_strip || range <= 0)
        return strip;
    const mp bars = length_min(BARS_MOST, (mp)((int64_t)rect.h * 16 / 100));
    const struct chartmonths m = chartmonths_make(ink, chart, rect, rect.y, true);
    strip.named_above = chart->variance_label &&
                        !name_fits(ink, chart, chartmonths_x(&m, first_month(chart)) - m.rect.x);
    strip.per_unit = (double)bars / range;
    const mp above = (extent.label_above ? LABEL_ROOM : BARE) + (strip.named_above ? NAME_ROOM : 0);
    strip.line = rect.y + above + (mp)(extent.high * strip.per_unit);
    strip.height = above + bars + (extent.label_below ? LABEL_ROOM : BARE) + BELOW;
    return strip;
}

/* ---- drawing ---------------------------------------------------------------------------------
 */

static bool favourable(const struct chartmonths *m, double variance) {
    return variance == 0.0 || (variance > 0) != m->chart->lower_better;
}

static mp tip_of(const struct chartstrip *strip, double variance) {
    return strip->line - (mp)(variance * strip->per_unit);
}

static void draw_bar(const struct chartmonths *m, const struct chartstrip *strip, size_t i) {
    double variance = 0;
    if (!variance_of(&m->chart->months[i], &variance))
        return;
    const uint32_t colour = favourable(m, variance) ? GOOD_BAR : BAD_BAR;
    const mp width = chartmonths_column_width(m);
    const mp tip = tip_of(strip, variance);
    const mp top = length_min(tip, strip->line);
    const struct rect bar = {chartmonths_x(m, i) + (m->pitch - width) / 2, top, width,
                             length_max(tip, strip->line) - top};
    if (bar.h > 0 && m->chart->months[i].actual.known)
        draw_rect(m->ink->pen, bar, colour);
    else if (bar.h > 0)
        chartink_hatched(m->ink, bar, colour);
}

/* Where a label of that width stands clear of the bars it reaches over, on its own bar's side. */
static mp clear_tip(const struct chartmonths *m, const struct chartstrip *strip, double variance,
                    mp left, mp right) {
    const mp column = chartmonths_column_width(m);
    mp tip = tip_of(strip, variance);
    for (size_t i = 0; i < m->chart->count; i++) {
        double other = 0;
        const mp x = chartmonths_x(m, i) + (m->pitch - column) / 2;
        if (x >= right || x + column <= left || !variance_of(&m->chart->months[i], &other) ||
            (other >= 0) != (variance >= 0))
            continue;
        tip = variance >= 0 ? length_min(tip, tip_of(strip, other))
                            : length_max(tip, tip_of(strip, other));
    }
    return tip;
}

/* Unfavourable ones are heavier, so that they tell without colour. */
static void draw_label(const struct chartmonths *m, const struct chartstrip *strip, size_t i,
                       struct chartlabels *labels) {
    const struct chart_month *month = &m->chart->months[i];
    double variance = 0;
    if (!variance_of(month, &variance) || !month->variance_label)
        return;
    const bool good = favourable(m, variance);
    const enum style style = good ? STYLE_DENSE_KEY : STYLE_DENSE_HEAD;
    const mp width = chartink_width(m->ink, style, month->variance_label);
    const struct rect *bounds = &labels->bounds;
    const mp half = width / 2 + MM(0.25);
    const mp middle =
        length_max(length_min(chartmonths_x(m, i) + m->pitch / 2, bounds->x + bounds->w - half),
                   bounds->x + half);
    const mp tip =
        clear_tip(m, strip, variance, middle - width / 2 - BESIDE, middle + width / 2 + BESIDE);
    const mp y = variance >= 0 ? tip - APART : tip + APART + PT(5.1);
    if (chartlabels_take(labels, (struct rect){middle - width / 2 - MM(0.25), y - PT(5.1),
                                               width + MM(0.5), PT(5.1)}))
        chartink_text(m->ink, style, good ? GOOD_TEXT : BAD_TEXT, ALIGN_CENTRE,
                      (struct point){middle, y}, month->variance_label);
}

/* What must be told, in this order; returns how many. */
static size_t key_months(const struct chart_columns *chart, size_t count, size_t wanted[5]) {
    size_t first = count;
    size_t last = count;
    size_t judged = count;
    size_t low = count;
    size_t high = count;
    double variance = 0;
    double lowest = 0;
    double highest = 0;
    for (size_t i = 0; i < count; i++) {
        if (!variance_of(&chart->months[i], &variance))
            continue;
        first = first == count ? i : first;
        last = i;
        judged = chart->months[i].actual.known ? i : judged;
        if (low == count || variance < lowest) {
            low = i;
            lowest = variance;
        }
        if (high == count || variance > highest) {
            high = i;
            highest = variance;
        }
    }
    if (first == count)
        return 0;
    const size_t order[] = {judged < count ? judged : last, last, first, low, high};
    for (size_t i = 0; i < 5; i++)
        wanted[i] = order[i];
    return 5;
}

static bool all_fit(const struct chartmonths *m) {
    for (size_t i = 0; i < m->chart->count; i++) {
        const char *label = m->chart->months[i].variance_label;
        if (label && chartink_width(m->ink, STYLE_DENSE_HEAD, label) > m->pitch - MM(0.5))
            return false;
    }
    return true;
}

static void draw_labels(const struct chartmonths *m, const struct chartstrip *strip,
                        struct rect name) {
    struct chartlabels labels = {
        .bounds = {m->labels.bounds.x, m->rect.y, m->labels.bounds.w, m->rect.h}};
    chartlabels_block(&labels, name);
    const size_t count = chartmonths_count(m);
    if (all_fit(m)) {
        for (size_t i = 0; i < count; i++)
            draw_label(m, strip, i, &labels);
        return;
    }
    size_t wanted[5];
    const size_t found = key_months(m->chart, count, wanted);
    for (size_t i = 0; i < found; i++)
        draw_label(m, strip, wanted[i], &labels);
}

/* Beside the strip or above its beginning; returns the place it takes. */
static struct rect draw_name(const struct chartmonths *m, const struct chartstrip *strip, mp left) {
    const char *name = m->chart->variance_label;
    if (!name)
        return (struct rect){0, 0, 0, 0};
    const mp top = m->rect.y + PT(5.4);
    const mp width = chartink_width(m->ink, STYLE_KEY, name);
    const struct point at = {strip->named_above ? left : left - MM(1.4) - width,
                             strip->named_above ? top : length_max(strip->line + PT(2.7), top)};
    chartink_text(m->ink, STYLE_KEY, GREY, ALIGN_LEFT, at, name);
    return (struct rect){at.x, at.y - PT(5.4), width, PT(5.4)};
}

void chartstrip_draw(const struct chartmonths *m, const struct chartstrip *strip) {
    const mp left = chartmonths_x(m, first_month(m->chart));
    for (size_t i = 0; i < m->chart->count; i++)
        draw_bar(m, strip, i);
    draw_line(m->ink->pen, (struct point){left, strip->line}, (struct point){m->end, strip->line},
              INK, MM(0.2));
    draw_labels(m, strip, draw_name(m, strip, left));
}
