#include "layout/charts.h"

#include "layout/style.h"

#define ZONE     0xE3E9F0u
#define DOT      MM(0.55)
#define HEADROOM 0.12
#define MOST     64u

static void widen(struct scale *scale, double value, bool first) {
    if (first || value < scale->from)
        scale->from = value;
    if (first || value > scale->to)
        scale->to = value;
}

static struct scale scale_of(const struct chart_sparkline *line, struct rect rect) {
    struct scale scale = {0, 0, rect.y + rect.h, rect.y};
    bool first = true;
    for (size_t i = 0; i < line->count; i++) {
        if (!line->points[i].known)
            continue;
        widen(&scale, line->points[i].at, first);
        first = false;
    }
    if (line->has_low)
        widen(&scale, line->low, first);
    if (line->has_high)
        widen(&scale, line->high, first);
    const double range = scale.to - scale.from;
    const double room = range > 0 ? range * HEADROOM : 1;
    scale.from -= room;
    scale.to += room;
    return scale;
}

static void draw_zone(const struct ink *ink, const struct chart_sparkline *line,
                      const struct scale *scale, struct rect rect) {
    if (!line->has_low && !line->has_high)
        return;
    const mp top = line->has_high ? chartink_at(scale, line->high) : rect.y;
    const mp bottom = line->has_low ? chartink_at(scale, line->low) : rect.y + rect.h;
    if (bottom > top)
        draw_rect(ink->pen, (struct rect){rect.x, top, rect.w, bottom - top}, ZONE);
}

static size_t known_points(const struct chart_sparkline *line) {
    size_t known = 0;
    for (size_t i = 0; i < line->count; i++)
        known += line->points[i].known;
    return known;
}

/* One or two points make no line: their values, if given, say more than dots. */
static bool draw_values(const struct ink *ink, const struct chart_sparkline *line,
                        struct rect rect) {
    mp x = rect.x + rect.w;
    const mp baseline = chartink_centred(STYLE_DENSE_KEY, rect.y, rect.h);
    bool drawn = false;
    for (size_t i = line->count; i-- > 0;) {
        const struct chart_value *point = &line->points[i];
        if (!point->known || !point->label)
            continue;
        chartink_text(ink, STYLE_DENSE_KEY, GREY, ALIGN_RIGHT, (struct point){x, baseline},
                      point->label);
        x -= chartink_width(ink, STYLE_DENSE_KEY, point->label) + MM(1);
        drawn = true;
    }
    return drawn;
}

/* Gaps stay gaps; a point between two gaps is a dot. */
static void draw_stretches(const struct ink *ink, const struct chart_sparkline *line,
                           const struct scale *scale, struct rect rect) {
    const mp left = rect.x + DOT;
    const int64_t width = rect.w - 2 * DOT;
    const int64_t steps = line->count > 1 ? (int64_t)line->count - 1 : 1;
    struct point points[MOST];
    size_t count = 0;
    struct point last = {0, 0};
    for (size_t i = 0; i <= line->count; i++) {
        if (i < line->count && line->points[i].known && count < MOST) {
            last = (struct point){left + (mp)(width * (int64_t)i / steps),
                                  chartink_at(scale, line->points[i].at)};
            points[count++] = last;
            continue;
        }
        if (count > 1)
            draw_polyline(ink->pen, points, count, ACTUAL, MM(0.26));
        else if (count == 1)
            draw_circle(ink->pen, points[0], MM(0.3), ACTUAL, COLOUR_NONE, 0);
        count = 0;
    }
    draw_circle(ink->pen, last, DOT, ACTUAL, COLOUR_NONE, 0);
}

void chartsparkline_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_sparkline *line = &chart->as.sparkline;
    const size_t known = known_points(line);
    if (known == 0) {
        chartink_nothing(ink, rect);
        return;
    }
    if (known < 3 && draw_values(ink, line, rect))
        return;
    const struct scale scale = scale_of(line, rect);
    draw_zone(ink, line, &scale, rect);
    draw_stretches(ink, line, &scale, rect);
}
