#include "output/png.h"

#include "base/lateload.h"
#include "output/pngfile.h"
#include <assert.h>
#include <cairo.h>
#include <hb.h>
#include <string.h>

#define MOST_PIXELS   32767
#define DEFLATE_LEVEL 3
#define RGB           3u

/* What is used of cairo, which most jobs do without. */
struct cairo_calls {
#define CALL(name) LATELOAD_FIELD(cairo_, name)
#include "output/cairo.def"
#undef CALL
};

static const char *const cairo_names[] = {
#define CALL(name) LATELOAD_NAME(cairo_, name)
#include "output/cairo.def"
#undef CALL
};

struct canvas {
    struct arena *arena;
    struct cairo_calls call;
    cairo_surface_t *surface;
    cairo_t *cairo;
    hb_draw_funcs_t *draw;
    int width, height;
};

/* ---- glyph outlines to cairo ---------------------------------------------------------------- */

static void glyph_move(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                       void *user) {
    (void)funcs, (void)state, (void)user;
    const struct canvas *canvas = data;
    canvas->call.move_to(canvas->cairo, (double)x, (double)y);
}

static void glyph_line(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                       void *user) {
    (void)funcs, (void)state, (void)user;
    const struct canvas *canvas = data;
    canvas->call.line_to(canvas->cairo, (double)x, (double)y);
}

static void glyph_cubic(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1,
                        float y1, float x2, float y2, float x, float y, void *user) {
    (void)funcs, (void)state, (void)user;
    const struct canvas *canvas = data;
    canvas->call.curve_to(canvas->cairo, (double)x1, (double)y1, (double)x2, (double)y2, (double)x,
                          (double)y);
}

static void glyph_close(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user) {
    (void)funcs, (void)state, (void)user;
    const struct canvas *canvas = data;
    canvas->call.close_path(canvas->cairo);
}

/* Quadratic curves come as cubic ones if no function takes them.  NULL if there is no memory. */
static hb_draw_funcs_t *new_draw_funcs(void) {
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    /* What it gives without memory draws nothing. */
    if (hb_draw_funcs_is_immutable(funcs))
        return NULL;
    hb_draw_funcs_set_move_to_func(funcs, glyph_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, glyph_line, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, glyph_cubic, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, glyph_close, NULL, NULL);
    return funcs;
}

static void draw_glyph(struct canvas *canvas, hb_font_t *font, uint32_t glyph) {
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font, glyph, canvas->draw, canvas);
#else
    hb_font_get_glyph_shape(font, glyph, canvas->draw, canvas);
#endif
}

/* ---- items ---------------------------------------------------------------------------------- */

static void set_colour(const struct canvas *canvas, uint32_t colour) {
    canvas->call.set_source_rgb(canvas->cairo, (colour >> 16 & 255) / 255.0,
                                (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

static void put_text(struct canvas *canvas, const struct scene_text *text) {
    const struct run *run = text->run;
    double scale = (double)text->size / run->face->upem;
    canvas->call.save(canvas->cairo);
    canvas->call.translate(canvas->cairo, text->x, text->y);
    canvas->call.scale(canvas->cairo, scale, -scale);
    canvas->call.new_path(canvas->cairo);
    for (size_t i = 0; i < run->count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        canvas->call.translate(canvas->cairo, glyph->x_offset, glyph->y_offset);
        draw_glyph(canvas, run->face->shaper, glyph->id);
        canvas->call.translate(canvas->cairo, glyph->advance - glyph->x_offset, -glyph->y_offset);
    }
    canvas->call.restore(canvas->cairo);
    set_colour(canvas, text->colour);
    canvas->call.set_fill_rule(canvas->cairo, CAIRO_FILL_RULE_WINDING);
    canvas->call.fill(canvas->cairo);
}

static void put_outline(const struct canvas *canvas, const struct path *path) {
    cairo_t *cairo = canvas->cairo;
    const struct point *p = path->points;
    canvas->call.new_path(cairo);
    for (size_t i = 0; i < path->op_count; i++) {
        switch ((enum path_op)path->ops[i]) {
        case PATH_MOVE:
            canvas->call.move_to(cairo, p[0].x, p[0].y);
            p++;
            break;
        case PATH_LINE:
            canvas->call.line_to(cairo, p[0].x, p[0].y);
            p++;
            break;
        case PATH_CURVE:
            canvas->call.curve_to(cairo, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
            p += 3;
            break;
        case PATH_CLOSE:
            canvas->call.close_path(cairo);
            break;
        }
    }
}

static void put_path(struct canvas *canvas, const struct path *path) {
    cairo_t *cairo = canvas->cairo;
    put_outline(canvas, path);
    if (path->fill != COLOUR_NONE) {
        set_colour(canvas, path->fill);
        canvas->call.set_fill_rule(cairo, path->even_odd ? CAIRO_FILL_RULE_EVEN_ODD
                                                         : CAIRO_FILL_RULE_WINDING);
        canvas->call.fill_preserve(cairo);
    }
    if (path->stroke == COLOUR_NONE || path->width <= 0)
        return;
    const double dashes[] = {path->dash_on, path->dash_off};
    set_colour(canvas, path->stroke);
    canvas->call.set_line_width(cairo, path->width);
    canvas->call.set_line_cap(cairo, path->round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    canvas->call.set_line_join(cairo,
                               path->round_caps ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    canvas->call.set_dash(cairo, dashes, path->dash_on > 0 ? 2 : 0, 0);
    canvas->call.stroke(cairo);
}

/* Pixels as cairo keeps them: a word each, colours multiplied by the alpha. */
static void take_picture(const struct picture *picture, unsigned char *data, size_t stride) {
    for (size_t y = 0; y < picture->height; y++)
        for (size_t x = 0; x < picture->width; x++) {
            const size_t i = y * picture->width + x;
            const uint8_t *rgb = picture->colour + 3 * i;
            const uint32_t alpha = picture->alpha ? picture->alpha[i] : 255;
            uint32_t pixel = alpha << 24;
            for (int k = 0; k < 3; k++)
                pixel |= (rgb[k] * alpha + 127) / 255 << (16 - 8 * k);
            memcpy(data + y * stride + 4 * x, &pixel, sizeof pixel);
        }
}

static void put_image(struct canvas *canvas, const struct scene_image *image) {
    const struct picture *picture = image->picture;
    cairo_surface_t *surface = canvas->call.image_surface_create(
        CAIRO_FORMAT_ARGB32, (int)picture->width, (int)picture->height);
    if (canvas->call.surface_status(surface) == CAIRO_STATUS_SUCCESS) {
        take_picture(picture, canvas->call.image_surface_get_data(surface),
                     (size_t)canvas->call.image_surface_get_stride(surface));
        canvas->call.surface_mark_dirty(surface);
    }
    /* A surface without memory makes the canvas fail, which is asked for at the end. */
    canvas->call.save(canvas->cairo);
    canvas->call.translate(canvas->cairo, image->rect.x, image->rect.y);
    canvas->call.scale(canvas->cairo, (double)image->rect.w / picture->width,
                       (double)image->rect.h / picture->height);
    canvas->call.set_source_surface(canvas->cairo, surface, 0, 0);
    canvas->call.pattern_set_filter(canvas->call.get_source(canvas->cairo), CAIRO_FILTER_BEST);
    canvas->call.pattern_set_extend(canvas->call.get_source(canvas->cairo), CAIRO_EXTEND_PAD);
    canvas->call.rectangle(canvas->cairo, 0, 0, picture->width, picture->height);
    canvas->call.fill(canvas->cairo);
    canvas->call.restore(canvas->cairo);
    canvas->call.surface_destroy(surface);
}

/* ---- canvas --------------------------------------------------------------------------------- */

static void release_canvas(void *handle) {
    struct canvas *canvas = handle;
    if (canvas->cairo)
        canvas->call.destroy(canvas->cairo);
    if (canvas->surface)
        canvas->call.surface_destroy(canvas->surface);
    if (canvas->draw)
        hb_draw_funcs_destroy(canvas->draw);
    canvas->cairo = NULL;
    canvas->surface = NULL;
    canvas->draw = NULL;
}

static const char *paint(struct canvas *canvas, const struct scene_page *page, int dpi) {
    canvas->surface =
        canvas->call.image_surface_create(CAIRO_FORMAT_RGB24, canvas->width, canvas->height);
    canvas->cairo = canvas->call.create(canvas->surface);
    canvas->draw = new_draw_funcs();
    if (!canvas->draw)
        return "out of memory";
    set_colour(canvas, 0xFFFFFF);
    canvas->call.paint(canvas->cairo);
    canvas->call.scale(canvas->cairo, dpi / 72000.0, dpi / 72000.0);
    for (size_t i = 0; i < page->items.count; i++) {
        const struct scene_item *item = &page->items.items[i];
        if (item->kind == SCENE_TEXT)
            put_text(canvas, &item->as.text);
        else if (item->kind == SCENE_PATH)
            put_path(canvas, item->as.path);
        else if (item->kind == SCENE_IMAGE)
            put_image(canvas, &item->as.image);
    }
    canvas->call.surface_flush(canvas->surface);
    cairo_status_t status = canvas->call.status(canvas->cairo);
    return status == CAIRO_STATUS_SUCCESS ? NULL : canvas->call.status_to_string(status);
}

/* ---- file -------------------------------------------------------------------------------- */

/* A row of the picture, filtered by "up" if that leaves it blank (most rows repeat), else plain. */
static void put_row(const unsigned char *row, const unsigned char *above, size_t length,
                    unsigned char *to) {
    bool repeats = above && memcmp(row, above, length) == 0;
    to[0] = repeats ? 2 : 0;
    if (repeats)
        memset(to + 1, 0, length);
    else
        memcpy(to + 1, row, length);
}

/* cairo keeps a pixel in a native 32-bit word. */
static void take_pixels(const unsigned char *data, int width, unsigned char *row) {
    for (int x = 0; x < width; x++) {
        uint32_t pixel;
        memcpy(&pixel, data + 4 * (size_t)x, sizeof pixel);
        *row++ = (unsigned char)(pixel >> 16 & 255);
        *row++ = (unsigned char)(pixel >> 8 & 255);
        *row++ = (unsigned char)(pixel & 255);
    }
}

static const char *put_picture(struct canvas *canvas, int dpi, struct textbuf *out) {
    size_t length = (size_t)canvas->width * RGB, height = (size_t)canvas->height;
    unsigned char *rows = arena_array(canvas->arena, height, length + 1);
    unsigned char *pair = arena_array(canvas->arena, 2, length);
    const unsigned char *data = canvas->call.image_surface_get_data(canvas->surface);
    size_t stride = (size_t)canvas->call.image_surface_get_stride(canvas->surface);
    for (size_t y = 0; y < height; y++) {
        unsigned char *row = pair + (y & 1) * length;
        take_pixels(data + y * stride, canvas->width, row);
        put_row(row, y ? pair + (~y & 1) * length : NULL, length, rows + y * (length + 1));
    }
    const struct pngfile file = {.width = (uint32_t)canvas->width,
                                 .height = (uint32_t)canvas->height,
                                 .channels = RGB,
                                 .dpi = dpi,
                                 .level = DEFLATE_LEVEL,
                                 .rows = rows};
    return pngfile_write(canvas->arena, &file, out);
}

int64_t png_pixels(mp length, int dpi) {
    const int64_t tenths = ((int64_t)length * 254 + 36000) / 72000;
    if ((tenths * 72000 + 127) / 254 == length)
        return (tenths * dpi + 127) / 254;
    return ((int64_t)length * dpi + 36000) / 72000;
}

bool png_render(struct arena *arena, const struct scene *scene, uint32_t page, int dpi,
                struct textbuf *out, const char **why) {
    assert(page < scene->pages.count && dpi >= 10 && dpi <= 1200);
    *why = scene_problem(scene);
    if (*why)
        return false;
    const struct scene_page *of = &scene->pages.items[page];
    int64_t width = png_pixels(of->width, dpi), height = png_pixels(of->height, dpi);
    if (width < 1 || height < 1 || width > MOST_PIXELS || height > MOST_PIXELS) {
        *why = "the picture would be too large";
        return false;
    }
    struct canvas *canvas = arena_alloc(arena, sizeof *canvas);
    *canvas = (struct canvas){.arena = arena, .width = (int)width, .height = (int)height};
    if (!lateload_calls(arena, LATE_cairo, cairo_names, sizeof cairo_names / sizeof *cairo_names,
                        &canvas->call, why))
        return false;
    arena_defer(arena, release_canvas, canvas);
    *why = paint(canvas, of, dpi);
    if (!*why)
        *why = put_picture(canvas, dpi, out);
    release_canvas(canvas);
    return !*why;
}
