#include "layout/chartink.h"

#include "layout/style.h"
#include "text/shape.h"
#include <string.h>

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

void chartink_nothing(const struct ink *ink, struct rect rect) {
    const mp y = rect.y + rect.h / 2;
    draw_dashed(ink->pen, (struct point){rect.x, y},
                (struct point){rect.x + (mp)((int64_t)rect.w * 7 / 10), y}, 0x7B8794, MM(0.2),
                MM(0.9), MM(0.6));
}

bool chartink_overlap(struct rect a, struct rect b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

mp chartink_centred(enum style style, mp y, mp height) {
    return y + height / 2 + (mp)((int64_t)style_spec(style)->size * 36 / 100);
}
