#include "output/glyphpath.h"

#include "base/vec.h"
#include <hb.h>

enum { MOST_NUMBERS = 6 };

struct stroke {
    char letter; /* of an SVG path */
    int count;
    float numbers[MOST_NUMBERS];
};

/* What HarfBuzz has drawn so far; nothing may unwind through it, so memory is tried for. */
struct sketch {
    struct arena *arena;
    VEC(struct stroke) strokes;
    bool failed;
};

static void add(void *sketch_data, struct stroke stroke) {
    struct sketch *sketch = sketch_data;
    struct stroke *strokes =
        sketch->failed ? NULL
                       : arena_try_grow(sketch->arena, sketch->strokes.items, sketch->strokes.count,
                                        &sketch->strokes.capacity, sizeof *strokes);
    if (!strokes) {
        sketch->failed = true;
        return;
    }
    sketch->strokes.items = strokes;
    strokes[sketch->strokes.count++] = stroke;
}

static void add_move(hb_draw_funcs_t *funcs, void *sketch, hb_draw_state_t *state, float x, float y,
                     void *user) {
    (void)funcs, (void)state, (void)user;
    add(sketch, (struct stroke){'M', 2, {x, y}});
}

static void add_line(hb_draw_funcs_t *funcs, void *sketch, hb_draw_state_t *state, float x, float y,
                     void *user) {
    (void)funcs, (void)state, (void)user;
    add(sketch, (struct stroke){'L', 2, {x, y}});
}

static void add_quadratic(hb_draw_funcs_t *funcs, void *sketch, hb_draw_state_t *state, float x1,
                          float y1, float x, float y, void *user) {
    (void)funcs, (void)state, (void)user;
    add(sketch, (struct stroke){'Q', 4, {x1, y1, x, y}});
}

static void add_cubic(hb_draw_funcs_t *funcs, void *sketch, hb_draw_state_t *state, float x1,
                      float y1, float x2, float y2, float x, float y, void *user) {
    (void)funcs, (void)state, (void)user;
    add(sketch, (struct stroke){'C', 6, {x1, y1, x2, y2, x, y}});
}

static void add_close(hb_draw_funcs_t *funcs, void *sketch, hb_draw_state_t *state, void *user) {
    (void)funcs, (void)state, (void)user;
    add(sketch, (struct stroke){.letter = 'Z'});
}

static bool draw(const struct face *face, uint32_t glyph, struct sketch *sketch) {
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    /* What it gives without memory draws nothing. */
    if (hb_draw_funcs_is_immutable(funcs))
        return false;
    hb_draw_funcs_set_move_to_func(funcs, add_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, add_line, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(funcs, add_quadratic, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, add_cubic, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, add_close, NULL, NULL);
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(face->shaper, glyph, funcs, sketch);
#else
    hb_font_get_glyph_shape(face->shaper, glyph, funcs, sketch);
#endif
    hb_draw_funcs_destroy(funcs);
    return !sketch->failed;
}

/* Hundredths: outlines of instances of variable fonts have fractions. */
static void put_number(struct textbuf *out, float value) {
    const double scaled = (double)value * 100.0;
    textbuf_fixed(out, (int64_t)(scaled < 0 ? scaled - 0.5 : scaled + 0.5), 2);
}

bool glyphpath_append(const struct face *face, uint32_t glyph, struct textbuf *out) {
    struct sketch sketch = {.arena = out->arena};
    if (!draw(face, glyph, &sketch))
        return false;
    for (size_t i = 0; i < sketch.strokes.count; i++) {
        const struct stroke *stroke = &sketch.strokes.items[i];
        textbuf_char(out, stroke->letter);
        for (int k = 0; k < stroke->count; k++) {
            if (k > 0)
                textbuf_char(out, ' ');
            put_number(out, stroke->numbers[k]);
        }
    }
    return true;
}
