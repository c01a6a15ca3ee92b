#include "layout/chartink.h"

#include "layout/style.h"
#include "text/shape.h"
#include <string.h>

#define SENTENCE_ROOM MM(9) /* a lower chart has only the sign of "no data" */

mp chartink_at(const struct scale *scale, double value) {
    if (scale->to <= scale->from)
        return scale->a;
    double part = (value - scale->from) / (scale->to - scale->from);
    part = part < 0 ? 0 : part > 1 ? 1 : part;
    return scale->a + (mp)(part * (double)(scale->b - scale->a));
}

mp chartink_width(const struct ink *ink, enum style style, const char *text) {
    const struct style_spec *spec = style_spec(style);
    return shape_measure(ink->fonts, spec->role, spec->size, text, ink->diags);
}

void chartink_text(const struct ink *ink, enum style style, uint32_t colour, enum align align,
                   struct point at, const char *text) {
    const struct style_spec *spec = style_spec(style);
    const struct shaped *shaped =
        shape_text(ink->fonts, spec->role, text, strlen(text), NULL, ink->diags);
    const mp width = shape_width(shaped, spec->size);
    mp x = at.x;
    if (align == ALIGN_CENTRE)
        x -= width / 2;
    else if (align != ALIGN_LEFT)
        x -= width;
    scene_add_shaped(ink->pen.scene, ink->pen.page, ink->pen.element, shaped, x, at.y, spec->size,
                     colour);
}

void chartink_hatched(const struct ink *ink, struct rect rect, uint32_t colour) {
    draw_rect(ink->pen, rect, WHITE);
    draw_hatch(ink->pen, rect, MM(0.9), colour, MM(0.26));
    draw_frame(ink->pen, rect, COLOUR_NONE, colour, MM(0.2));
}

void chartink_bar(const struct ink *ink, struct rect rect, enum scenario scenario) {
    if (rect.w <= 0 || rect.h <= 0)
        return;
    switch (scenario) {
    case SCENARIO_PRIOR:
        draw_frame(ink->pen, rect, PRIOR, PRIOR_OUTLINE, MM(0.16));
        break;
    case SCENARIO_PLAN:
        draw_frame(ink->pen, rect, WHITE, INK, MM(0.2));
        break;
    case SCENARIO_FORECAST:
        chartink_hatched(ink, rect, ACTUAL);
        break;
    case SCENARIO_ACTUAL:
    default:
        draw_rect(ink->pen, rect, ACTUAL);
    }
}

uint32_t chartink_effect_bar(enum chart_effect effect) {
    return effect == EFFECT_GOOD ? GOOD_BAR : effect == EFFECT_BAD ? BAD_BAR : ACTUAL;
}

uint32_t chartink_effect_text(enum chart_effect effect) {
    return effect == EFFECT_GOOD ? GOOD_TEXT : effect == EFFECT_BAD ? BAD_TEXT : INK;
}

void chartink_nothing(const struct ink *ink, struct rect rect) {
    const mp y = rect.y + rect.h / 2;
    draw_dashed(ink->pen, (struct point){rect.x, y},
                (struct point){rect.x + (mp)((int64_t)rect.w * 7 / 10), y}, 0x7B8794, MM(0.2),
                MM(0.9), MM(0.6));
}

void chartink_empty(const struct ink *ink, struct rect rect, const char *sentence) {
    chartink_nothing(ink, rect);
    if (!sentence || rect.h < SENTENCE_ROOM)
        return;
    const mp width = chartink_width(ink, STYLE_KEY, sentence);
    const mp y = rect.y + rect.h / 2 - MM(1.4);
    if (width > rect.w)
        return;
    draw_rect(ink->pen, (struct rect){rect.x, y - PT(6), width + MM(0.6), PT(7.6)}, WHITE);
    chartink_text(ink, STYLE_KEY, GREY, ALIGN_LEFT, (struct point){rect.x, y}, sentence);
}

bool chartink_overlap(struct rect a, struct rect b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static int64_t side(struct point a, struct point b, mp x, mp y) {
    return (int64_t)(b.x - a.x) * (y - a.y) - (int64_t)(b.y - a.y) * (x - a.x);
}

bool chartink_touches(struct point a, struct point b, struct rect r) {
    const mp right = r.x + r.w;
    const mp bottom = r.y + r.h;
    if (length_max(a.x, b.x) < r.x || length_min(a.x, b.x) > right || length_max(a.y, b.y) < r.y ||
        length_min(a.y, b.y) > bottom)
        return false;
    const int64_t corners[] = {side(a, b, r.x, r.y), side(a, b, right, r.y),
                               side(a, b, r.x, bottom), side(a, b, right, bottom)};
    bool left_of = false;
    bool right_of = false;
    for (int i = 0; i < 4; i++) {
        left_of |= corners[i] >= 0;
        right_of |= corners[i] <= 0;
    }
    return left_of && right_of;
}

mp chartink_centred(enum style style, mp y, mp height) {
    return y + height / 2 + (mp)((int64_t)style_spec(style)->size * 36 / 100);
}
