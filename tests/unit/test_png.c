#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/png.h"
#include "unit/scenes.h"
#include <png.h>
#include <stdio.h>
#include <stdlib.h>

#include "unit/fontcase.h" /* last: others use these names for parameters */

static const char *program;
static struct textbuf render(const struct scene *scene, int dpi) {
    struct textbuf out;
    const char *why = NULL;
    textbuf_init(&out, arena);
    if (!png_render(arena, scene, 0, dpi, &out, &why))
        fail_msg("%s", why);
    return out;
}

/* Pixels by another reader's eyes. */
static unsigned char *decode(const struct textbuf *png, unsigned *width, unsigned *height) {
    png_image image = {.version = PNG_IMAGE_VERSION};
    assert_true(png_image_begin_read_from_memory(&image, png->bytes, png->length));
    image.format = PNG_FORMAT_RGB;
    *width = image.width;
    *height = image.height;
    unsigned char *pixels = arena_alloc(arena, PNG_IMAGE_SIZE(image));
    assert_true(png_image_finish_read(&image, NULL, pixels, 0, NULL));
    assert_int_equal(image.warning_or_error, 0);
    return pixels;
}

static void colours_and_places_are_those_of_the_scene(void **state) {
    (void)state;
    struct scene *scene = scene_new(arena);
    scene_add_page(scene, PT(72), PT(36), NULL);
    struct pen pen = {scene, 0, SCENE_ARTIFACT};
    draw_rect(pen, (struct rect){PT(18), PT(9), PT(18), PT(9)}, 0x9F1D20);
    struct textbuf png = render(scene, 144);
    unsigned width = 0, height = 0;
    const unsigned char *pixels = decode(&png, &width, &height);
    assert_int_equal(width, 144);
    assert_int_equal(height, 72);
    static const unsigned char red[] = {0x9F, 0x1D, 0x20}, white[] = {255, 255, 255};
    assert_memory_equal(pixels + 3 * (18 * 144 + 36), red, 3);
    assert_memory_equal(pixels + 3 * (35 * 144 + 71), red, 3);
    assert_memory_equal(pixels + 3 * (17 * 144 + 36), white, 3);
    assert_memory_equal(pixels + 3 * (18 * 144 + 35), white, 3);
    assert_memory_equal(pixels + 3 * (36 * 144 + 72), white, 3);
    /* 144 dpi are 5669 dots a metre. */
    assert_memory_equal(png.bytes + 33, "\0\0\0\x09pHYs\0\0\x16\x25\0\0\x16\x25\x01", 17);
}

static void text_leaves_ink_on_its_line(void **state) {
    (void)state;
    struct scenes s = {arena, fonts, NULL, scene_new(arena), 0};
    s.page = scene_add_page(s.scene, PT(100), PT(40), NULL);
    scenes_text(&s, SCENE_ARTIFACT, FONT_BOLD, "HHHH", PT(10), PT(30), PT(20));
    struct textbuf png = render(s.scene, 72);
    unsigned width = 0, height = 0;
    const unsigned char *pixels = decode(&png, &width, &height);
    unsigned above = 0, on = 0, below = 0;
    for (unsigned y = 0; y < height; y++)
        for (unsigned x = 0; x < width; x++) {
            unsigned ink = pixels[3 * (y * width + x)] < 128;
            above += ink && y < 14;
            on += ink && y >= 14 && y < 30;
            below += ink && y >= 30;
        }
    assert_int_equal(above, 0);
    assert_int_equal(below, 0);
    assert_true(on > 150);
}

static void a_map_is_rendered_and_kept_for_the_eye(void **state) {
    (void)state;
    struct scene *scene = scenes_map(arena, fonts, NULL);
    struct textbuf png = render(scene, 110);
    FILE *file = fopen(arena_printf(arena, "%s.png", program), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(png.bytes, 1, png.length, file), png.length);
    fclose(file);
    struct textbuf again = render(scene, 110);
    assert_int_equal(again.length, png.length);
    assert_memory_equal(again.bytes, png.bytes, png.length);
}

static void a_picture_too_large_is_refused(void **state) {
    (void)state;
    struct scene *scene = scene_new(arena);
    scene_add_page(scene, PT(20000), PT(10), NULL);
    struct textbuf out;
    const char *why = NULL;
    textbuf_init(&out, arena);
    assert_false(png_render(arena, scene, 0, 300, &out, &why));
    assert_non_null(why);
}

/* Sides of papers in tenths of a millimetre.  A length in millipoints is rounded; at no resolution
 * does that cost or add a pixel. */
static void pixels_of_papers_are_millimetres_times_dpi_exactly_rounded(void **state) {
    (void)state;
    static const int64_t sides[] = {2100, 2970, 4200, 5940, 8410, 2794, 2159, 4318};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        for (int dpi = 72; dpi <= 600; dpi++)
            assert_int_equal(png_pixels((mp)((sides[i] * 72000 + 127) / 254), dpi),
                             (sides[i] * dpi + 127) / 254);
    assert_int_equal(png_pixels(1001, 72), 1);
    assert_int_equal(png_pixels(1501, 72), 2);
}

int main(int count, char **values) {
    (void)count;
    program = values[0];
    const struct CMUnitTest tests[] = {
        FONT_TEST(colours_and_places_are_those_of_the_scene),
        FONT_TEST(text_leaves_ink_on_its_line),
        FONT_TEST(a_map_is_rendered_and_kept_for_the_eye),
        FONT_TEST(a_picture_too_large_is_refused),
        FONT_TEST(pixels_of_papers_are_millimetres_times_dpi_exactly_rounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
