#include "text/glyphshape.h"

#include <hb.h>

/* What HarfBuzz has drawn so far; nothing may unwind through it, so memory is tried for. */
struct sketch {
    struct arena *arena;
    struct glyphshape shape;
    bool failed;
};

static void add(void *sketch_data, struct glyphshape_stroke stroke) {
    struct sketch *sketch = sketch_data;
    struct glyphshape_stroke *strokes =
        sketch->failed ? NULL
                       : arena_try_grow(sketch->arena, sketch->shape.strokes.items,
                                        sketch->shape.strokes.count,
                                        &sketch->shape.strokes.capacity, sizeof *strokes);
    if (!strokes) {
        sketch->failed = true;
        return;
    }
    sketch->shape.strokes.items = strokes;
    strokes[sketch->shape.strokes.count++] = stroke;
}

static void add_move(hb_draw_funcs_t *funcs, void *sketch, hb_draw_state_t *state, float x, float y,
                     void *user) {
    (void)funcs, (void)state, (void)user;
    add(sketch, (struct glyphshape_stroke){'M', 2, {(double)x, (double)y}});
}

static void add_line(hb_draw_funcs_t *funcs, void *sketch, hb_draw_state_t *state, float x, float y,
                     void *user) {
    (void)funcs, (void)state, (void)user;
    add(sketch, (struct glyphshape_stroke){'L', 2, {(double)x, (double)y}});
}

static void add_quadratic(hb_draw_funcs_t *funcs, void *sketch, hb_draw_state_t *state, float x1,
                          float y1, float x, float y, void *user) {
    (void)funcs, (void)state, (void)user;
    add(sketch, (struct glyphshape_stroke){'Q', 4, {(double)x1, (double)y1, (double)x, (double)y}});
}

static void add_cubic(hb_draw_funcs_t *funcs, void *sketch, hb_draw_state_t *state, float x1,
                      float y1, float x2, float y2, float x, float y, void *user) {
    (void)funcs, (void)state, (void)user;
    add(sketch,
        (struct glyphshape_stroke){
            'C', 6, {(double)x1, (double)y1, (double)x2, (double)y2, (double)x, (double)y}});
}

static void add_close(hb_draw_funcs_t *funcs, void *sketch, hb_draw_state_t *state, void *user) {
    (void)funcs, (void)state, (void)user;
    add(sketch, (struct glyphshape_stroke){.letter = 'Z'});
}

bool glyphshape_of(struct arena *arena, const struct face *face, uint32_t glyph,
                   struct glyphshape *out) {
    struct sketch sketch = {.arena = arena};
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
    hb_font_draw_glyph(face->shaper, glyph, funcs, &sketch);
#else
    hb_font_get_glyph_shape(face->shaper, glyph, funcs, &sketch);
#endif
    hb_draw_funcs_destroy(funcs);
    *out = sketch.shape;
    return !sketch.failed;
}
