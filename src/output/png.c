#include "output/png.h"

#include "output/pngfile.h"
#include <assert.h>
#include <cairo.h>
#include <hb.h>
#include <string.h>

#define MOST_PIXELS   32767
#define DEFLATE_LEVEL 3
#define RGB           3u

struct canvas {
    struct arena *arena;
    cairo_surface_t *surface;
    cairo_t *cairo;
    hb_draw_funcs_t *draw;
    int width, height;
};

/* ---- glyph outlines to cairo ---------------------------------------------------------------- */

static void glyph_move(hb_draw_funcs_t *funcs, void *cairo, hb_draw_state_t *state, float x,
                       float y, void *user) {
    (void)funcs, (void)state, (void)user;
    cairo_move_to(cairo, (double)x, (double)y);
}

static void glyph_line(hb_draw_funcs_t *funcs, void *cairo, hb_draw_state_t *state, float x,
                       float y, void *user) {
    (void)funcs, (void)state, (void)user;
    cairo_line_to(cairo, (double)x, (double)y);
}

static void glyph_cubic(hb_draw_funcs_t *funcs, void *cairo, hb_draw_state_t *state, float x1,
                        float y1, float x2, float y2, float x, float y, void *user) {
    (void)funcs, (void)state, (void)user;
    cairo_curve_to(cairo, (double)x1, (double)y1, (double)x2, (double)y2, (double)x, (double)y);
}

static void glyph_close(hb_draw_funcs_t *funcs, void *cairo, hb_draw_state_t *state, void *user) {
    (void)funcs, (void)state, (void)user;
    cairo_close_path(cairo);
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
    hb_font_draw_glyph(font, glyph, canvas->draw, canvas->cairo);
#else
    hb_font_get_glyph_shape(font, glyph, canvas->draw, canvas->cairo);
#endif
}

/* ---- items ---------------------------------------------------------------------------------- */

static void set_colour(cairo_t *cairo, uint32_t colour) {
    cairo_set_source_rgb(cairo, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
                         (colour & 255) / 255.0);
}

static void put_text(struct canvas *canvas, const struct scene_text *text) {
    const struct run *run = text->run;
    double scale = (double)text->size / run->face->upem;
    cairo_save(canvas->cairo);
    cairo_translate(canvas->cairo, text->x, text->y);
    cairo_scale(canvas->cairo, scale, -scale);
    cairo_new_path(canvas->cairo);
    for (size_t i = 0; i < run->count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        cairo_translate(canvas->cairo, glyph->x_offset, glyph->y_offset);
        draw_glyph(canvas, run->face->shaper, glyph->id);
        cairo_translate(canvas->cairo, glyph->advance - glyph->x_offset, -glyph->y_offset);
    }
    cairo_restore(canvas->cairo);
    set_colour(canvas->cairo, text->colour);
    cairo_set_fill_rule(canvas->cairo, CAIRO_FILL_RULE_WINDING);
    cairo_fill(canvas->cairo);
}

static void put_outline(cairo_t *cairo, const struct path *path) {
    const struct point *p = path->points;
    cairo_new_path(cairo);
    for (size_t i = 0; i < path->op_count; i++) {
        switch ((enum path_op)path->ops[i]) {
        case PATH_MOVE:
            cairo_move_to(cairo, p[0].x, p[0].y);
            p++;
            break;
        case PATH_LINE:
            cairo_line_to(cairo, p[0].x, p[0].y);
            p++;
            break;
        case PATH_CURVE:
            cairo_curve_to(cairo, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
            p += 3;
            break;
        case PATH_CLOSE:
            cairo_close_path(cairo);
            break;
        }
    }
}

static void put_path(struct canvas *canvas, const struct path *path) {
    cairo_t *cairo = canvas->cairo;
    put_outline(cairo, path);
    if (path->fill != COLOUR_NONE) {
        set_colour(cairo, path->fill);
        cairo_set_fill_rule(cairo,
                            path->even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
        cairo_fill_preserve(cairo);
    }
    if (path->stroke == COLOUR_NONE || path->width <= 0)
        return;
    const double dashes[] = {path->dash_on, path->dash_off};
    set_colour(cairo, path->stroke);
    cairo_set_line_width(cairo, path->width);
    cairo_set_line_cap(cairo, path->round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cairo, path->round_caps ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_set_dash(cairo, dashes, path->dash_on > 0 ? 2 : 0, 0);
    cairo_stroke(cairo);
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
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)picture->width, (int)picture->height);
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
        take_picture(picture, cairo_image_surface_get_data(surface),
                     (size_t)cairo_image_surface_get_stride(surface));
        cairo_surface_mark_dirty(surface);
    }
    /* A surface without memory makes the canvas fail, which is asked for at the end. */
    cairo_save(canvas->cairo);
    cairo_translate(canvas->cairo, image->rect.x, image->rect.y);
    cairo_scale(canvas->cairo, (double)image->rect.w / picture->width,
                (double)image->rect.h / picture->height);
    cairo_set_source_surface(canvas->cairo, surface, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(canvas->cairo), CAIRO_FILTER_BEST);
    cairo_pattern_set_extend(cairo_get_source(canvas->cairo), CAIRO_EXTEND_PAD);
    cairo_rectangle(canvas->cairo, 0, 0, picture->width, picture->height);
    cairo_fill(canvas->cairo);
    cairo_restore(canvas->cairo);
    cairo_surface_destroy(surface);
}

/* ---- canvas --------------------------------------------------------------------------------- */

static void release_canvas(void *handle) {
    struct canvas *canvas = handle;
    if (canvas->cairo)
        cairo_destroy(canvas->cairo);
    if (canvas->surface)
        cairo_surface_destroy(canvas->surface);
    if (canvas->draw)
        hb_draw_funcs_destroy(canvas->draw);
    canvas->cairo = NULL;
    canvas->surface = NULL;
    canvas->draw = NULL;
}

static const char *paint(struct canvas *canvas, const struct scene_page *page, int dpi) {
    canvas->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, canvas->width, canvas->height);
    canvas->cairo = cairo_create(canvas->surface);
    canvas->draw = new_draw_funcs();
    if (!canvas->draw)
        return "out of memory";
    set_colour(canvas->cairo, 0xFFFFFF);
    cairo_paint(canvas->cairo);
    cairo_scale(canvas->cairo, dpi / 72000.0, dpi / 72000.0);
    for (size_t i = 0; i < page->items.count; i++) {
        const struct scene_item *item = &page->items.items[i];
        if (item->kind == SCENE_TEXT)
            put_text(canvas, &item->as.text);
        else if (item->kind == SCENE_PATH)
            put_path(canvas, item->as.path);
        else if (item->kind == SCENE_IMAGE)
            put_image(canvas, &item->as.image);
    }
    cairo_surface_flush(canvas->surface);
    cairo_status_t status = cairo_status(canvas->cairo);
    return status == CAIRO_STATUS_SUCCESS ? NULL : cairo_status_to_string(status);
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
    const unsigned char *data = cairo_image_surface_get_data(canvas->surface);
    size_t stride = (size_t)cairo_image_surface_get_stride(canvas->surface);
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
    arena_defer(arena, release_canvas, canvas);
    *why = paint(canvas, of, dpi);
    if (!*why)
        *why = put_picture(canvas, dpi, out);
    release_canvas(canvas);
    return !*why;
}
