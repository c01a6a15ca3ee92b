#include "layout/charts.h"

#include "layout/style.h"

#define DOT      MM(1.1)
#define BREAK_AT MM(1.4) /* of a scale that does not begin at zero: a slanted cut */
#define BREAK    MM(0.7)
#define STUB     MM(0.45) /* of an actual at zero */

static void band(const struct ink *ink, struct rect rect, mp from, mp to, uint32_t colour) {
    if (to > from)
        draw_rect(ink->pen, (struct rect){from, rect.y, to - from, rect.h}, colour);
}

static void draw_zones(const struct ink *ink, const struct chart_bullet *b,
                       const struct scale *scale, struct rect rect) {
    static const uint32_t colours[] = {BAND_LIGHT, BAND_MIDDLE, BAND_DARK};
    mp from = rect.x;
    for (size_t i = 0; i < b->zone_count; i++) {
        const mp to = i + 1 == b->zone_count ? rect.x + rect.w : chartink_at(scale, b->zones[i].to);
        band(ink, rect, from, to, colours[b->zones[i].shade]);
        from = length_max(from, to);
    }
}

/* The bad part is the darkest, wherever it lies. */
static void draw_bands(const struct ink *ink, const struct chart_bullet *b,
                       const struct scale *scale, struct rect rect) {
    const mp right = rect.x + rect.w;
    const mp red = b->has_red ? chartink_at(scale, b->red) : rect.x;
    const mp target = b->has_target ? chartink_at(scale, b->target) : red;
    if (b->range) {
        band(ink, rect, rect.x, right, BAND_DARK);
        band(ink, rect, red, target, BAND_LIGHT);
    } else if (b->lower_better) {
        const mp bad = b->has_red ? red : right;
        band(ink, rect, rect.x, right, BAND_DARK);
        band(ink, rect, rect.x, bad, BAND_MIDDLE);
        band(ink, rect, rect.x, b->has_target ? target : bad, BAND_LIGHT);
    } else {
        band(ink, rect, rect.x, right, BAND_LIGHT);
        band(ink, rect, rect.x, target, BAND_MIDDLE);
        band(ink, rect, rect.x, red, BAND_DARK);
    }
}

/* The length of a bar that does not begin at zero would say nothing: a dot says where, and a cut
 * through the ground that the scale is broken. */
static void draw_dot(const struct ink *ink, const struct chart_bullet *b, const struct scale *scale,
                     struct rect rect) {
    const mp lean = rect.h / 8;
    draw_line(ink->pen, (struct point){rect.x + BREAK_AT - lean, rect.y + rect.h},
              (struct point){rect.x + BREAK_AT + lean, rect.y}, WHITE, BREAK);
    if (b->actual.known)
        draw_circle(ink->pen, (struct point){chartink_at(scale, b->actual.at), rect.y + rect.h / 2},
                    DOT, ACTUAL, WHITE, MM(0.2));
}

/* From zero, which may lie inside the scale. */
static void draw_bar(const struct ink *ink, const struct chart_bullet *b, const struct scale *scale,
                     struct rect bar) {
    const mp zero = chartink_at(scale, 0);
    const mp actual = b->actual.known ? chartink_at(scale, b->actual.at) : zero;
    const mp from = length_min(zero, actual);
    const mp to = length_max(zero, actual);
    if (b->actual.known)
        draw_rect(ink->pen, (struct rect){from, bar.y, length_max(to - from, STUB), bar.h}, ACTUAL);
    if (!b->forecast.known)
        return;
    const mp forecast = chartink_at(scale, b->forecast.at);
    if (forecast >= from && forecast < to)
        draw_rect(ink->pen, (struct rect){forecast - MM(0.25), bar.y, MM(0.5), bar.h}, WHITE);
    else if (forecast > to)
        chartink_hatched(ink, (struct rect){to, bar.y, forecast - to, bar.h}, ACTUAL);
    else if (forecast < from)
        chartink_hatched(ink, (struct rect){forecast, bar.y, from - forecast, bar.h}, ACTUAL);
}

static void stroke_at(const struct ink *ink, struct rect rect, mp x, mp width) {
    const mp height = (mp)((int64_t)rect.h * 76 / 100);
    draw_rect(ink->pen, (struct rect){x - width / 2, rect.y + (rect.h - height) / 2, width, height},
              INK);
}

void chartbullet_draw(const struct ink *ink, const struct chart *chart, struct rect rect) {
    const struct chart_bullet *b = &chart->as.bullet;
    const struct scale scale = {b->from, b->to, rect.x, rect.x + rect.w};
    if (b->zone_count > 0)
        draw_zones(ink, b, &scale, rect);
    else
        draw_bands(ink, b, &scale, rect);
    if (!b->zoomed)
        draw_bar(ink, b, &scale,
                 (struct rect){rect.x, rect.y + rect.h / 3, rect.w, rect.h - 2 * (rect.h / 3)});
    if (!b->zoomed && b->from < 0 && b->to > 0) /* below zero a bar leads to the left */
        draw_rect(ink->pen,
                  (struct rect){chartink_at(&scale, 0) - MM(0.1), rect.y, MM(0.2), rect.h}, INK);
    if (b->has_target)
        stroke_at(ink, rect, chartink_at(&scale, b->target), MM(0.6));
    if (b->range && b->has_red)
        stroke_at(ink, rect, chartink_at(&scale, b->red), MM(0.6));
    if (b->zoomed)
        draw_dot(ink, b, &scale, rect);
}
