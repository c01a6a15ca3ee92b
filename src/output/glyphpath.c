#include "output/glyphpath.h"

#include "text/glyphshape.h"

/* Hundredths: outlines of instances of variable fonts have fractions. */
static void put_number(struct textbuf *out, double value) {
    const double scaled = value * 100.0;
    textbuf_fixed(out, (int64_t)(scaled < 0 ? scaled - 0.5 : scaled + 0.5), 2);
}

bool glyphpath_append(const struct face *face, uint32_t glyph, struct textbuf *out) {
    struct glyphshape shape;
    if (!glyphshape_of(out->arena, face, glyph, &shape))
        return false;
    for (size_t i = 0; i < shape.strokes.count; i++) {
        const struct glyphshape_stroke *stroke = &shape.strokes.items[i];
        textbuf_char(out, stroke->letter);
        for (int k = 0; k < stroke->count; k++) {
            if (k > 0)
                textbuf_char(out, ' ');
            put_number(out, stroke->numbers[k]);
        }
    }
    return true;
}
