/* glyphshape: the outline of a glyph, stroke by stroke, as its font has it. */
#ifndef TEXT_GLYPHSHAPE_H
#define TEXT_GLYPHSHAPE_H

#include "base/vec.h"
#include "text/fontset.h"

enum { GLYPHSHAPE_NUMBERS = 6 };

struct glyphshape_stroke {
    char letter; /* of an SVG path: M, L, Q, C with that many numbers, Z with none */
    int count;
    double numbers[GLYPHSHAPE_NUMBERS]; /* font units, y upwards */
};

struct glyphshape {
    VEC(struct glyphshape_stroke) strokes; /* none: a blank */
};

/* False without memory. */
bool glyphshape_of(struct arena *arena, const struct face *face, uint32_t glyph,
                   struct glyphshape *out);

#endif
