#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "picture/picturepng.h"
#include "pictures.h"

#include "unit/arenacase.h" /* last: others use these names for parameters */

/* Form and pixels in this process, where sanitizers and counters see them. */
static struct picture_canvas *decoded(const struct textbuf *file, struct picture_form *form) {
    *form = picturepng_form(arena, (const uint8_t *)file->bytes, file->length);
    struct picture_canvas *canvas = arena_alloc(arena, sizeof *canvas);
    if (form->fault != PICTURE_GOOD)
        return NULL;
    size_t pixels = (size_t)form->width * form->height;
    canvas->colour = arena_alloc(arena, pixels * 3);
    canvas->alpha = arena_alloc(arena, pixels);
    picturepng_decode(arena, form, canvas);
    return canvas;
}

static struct picture_canvas *good(struct pictures_png png) {
    struct textbuf file = pictures_png(arena, &png);
    struct picture_form form;
    struct picture_canvas *canvas = decoded(&file, &form);
    assert_non_null(canvas);
    if (canvas->fault != PICTURE_GOOD)
        fail_msg("%s", canvas->why);
    assert_int_equal(form.width, png.width);
    assert_int_equal(form.height, png.height);
    return canvas;
}

static void assert_pixel(const struct picture_canvas *canvas, size_t i, int red, int green,
                         int blue, int alpha) {
    assert_int_equal(canvas->colour[3 * i], red);
    assert_int_equal(canvas->colour[3 * i + 1], green);
    assert_int_equal(canvas->colour[3 * i + 2], blue);
    assert_int_equal(canvas->alpha[i], alpha);
}

static void every_colour_type_and_depth_becomes_bytes(void **state) {
    (void)state;
    static const int legal[][2] = {{0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16}, {3, 1},
                                   {3, 2}, {3, 4}, {3, 8}, {4, 8}, {4, 16}, {6, 8}, {6, 16}};
    for (size_t i = 0; i < sizeof legal / sizeof *legal; i++)
        for (int interlaced = 0; interlaced < 2; interlaced++)
            for (uint32_t side = 1; side < 18; side += 5)
                good((struct pictures_png){side, side, legal[i][1], legal[i][0], interlaced, NULL,
                                           0, 0});
    assert_pixel(good((struct pictures_png){3, 3, 1, 0, false, NULL, 0, 255}), 8, 255, 255, 255,
                 255);
    assert_pixel(good((struct pictures_png){3, 3, 16, 0, false, NULL, 0, 0x80}), 4, 0x80, 0x80,
                 0x80, 255);
    assert_pixel(good((struct pictures_png){3, 3, 8, 4, false, NULL, 0, 7}), 4, 7, 7, 7, 7);
    assert_pixel(good((struct pictures_png){3, 3, 8, 3, false, NULL, 0, 2}), 4, 70, 80, 90, 255);
}

static void an_interlaced_picture_is_the_same_as_a_plain_one(void **state) {
    (void)state;
    struct picture_canvas *a = good((struct pictures_png){19, 23, 8, 6, true, NULL, 0, 77});
    struct picture_canvas *b = good((struct pictures_png){19, 23, 8, 6, false, NULL, 0, 77});
    assert_memory_equal(a->colour, b->colour, 19 * 23 * 3);
    assert_memory_equal(a->alpha, b->alpha, 19 * 23);
}

static void a_transparent_colour_becomes_alpha(void **state) {
    (void)state;
    assert_pixel(good((struct pictures_png){2, 2, 8, 2, false, "\0\5\0\5\0\5", 6, 5}), 0, 5, 5, 5,
                 0);
    assert_pixel(good((struct pictures_png){2, 2, 8, 3, false, "\x80\x40", 2, 1}), 0, 40, 50, 60,
                 0x40);
}

/* A chunk put in behind the header, which ends at byte 33. */
static struct textbuf with_chunk(const char *name, const void *body, size_t length) {
    struct textbuf chunk;
    textbuf_init(&chunk, arena);
    pictures_chunk(&chunk, name, body, length);
    struct textbuf file =
        pictures_png(arena, &(struct pictures_png){6, 6, 8, 2, false, NULL, 0, 9});
    return pictures_with(&file, 33, chunk.bytes, chunk.length);
}

static void what_is_said_about_a_picture_never_reaches_the_library(void **state) {
    (void)state;
    static const char *const names[] = {"iCCP", "zTXt", "iTXt", "gAMA", "tIME", "eXIf", "sPLT"};
    struct textbuf plain =
        pictures_png(arena, &(struct pictures_png){6, 6, 8, 2, false, NULL, 0, 9});
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct textbuf file = with_chunk(names[i], "junk that inflates to nothing", 29);
        struct picture_form form;
        struct picture_canvas *canvas = decoded(&file, &form);
        assert_non_null(canvas);
        assert_int_equal(canvas->fault, PICTURE_GOOD);
        assert_int_equal(form.length, plain.length);
        assert_memory_equal(form.bytes, plain.bytes, plain.length);
    }
}

static void a_picture_to_be_shown_turned_is_refused(void **state) {
    (void)state;
    /* One entry: orientation, a short number. */
    char exif[] = "MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0";
    struct textbuf file = with_chunk("eXIf", exif, sizeof exif - 1);
    struct picture_form form;
    assert_null(decoded(&file, &form));
    assert_int_equal(form.fault, PICTURE_TURNED);
    exif[19] = 1; /* upright */
    file = with_chunk("eXIf", exif, sizeof exif - 1);
    assert_int_equal(decoded(&file, &form)->fault, PICTURE_GOOD);
}

static void colours_other_than_those_of_pages_are_told_of_BP5026(void **state) {
    (void)state;
    struct textbuf file = with_chunk("gAMA", "\0\1\x86\xA0", 4), usual;
    struct picture_form form;
    assert_int_equal(decoded(&file, &form)->fault, PICTURE_GOOD);
    assert_string_equal(form.tint, "a gamma of its own");
    struct diags *diags = diags_new(arena);
    assert_non_null(picture_read(arena, "logo.png", file.bytes, file.length, diags));
    size_t count;
    assert_int_equal(diags_sorted(diags, &count)[0].code, BP5026);
    assert_int_equal(count, 1);
    textbuf_init(&usual, arena);
    pictures_chunk(&usual, "sRGB", "", 1);
    usual = pictures_with(&file, 33, usual.bytes, usual.length);
    (void)decoded(&usual, &form);
    assert_null(form.tint);
}

static void a_colour_that_the_palette_lacks_is_damage(void **state) {
    (void)state;
    struct textbuf file =
        pictures_png(arena, &(struct pictures_png){6, 6, 8, 3, false, NULL, 0, 200});
    struct picture_form form;
    struct picture_canvas *canvas = decoded(&file, &form);
    assert_int_equal(canvas->fault, PICTURE_DAMAGED);
    assert_string_equal(canvas->why, "a pixel has a colour that the palette does not have");
}

static void an_animation_is_refused(void **state) {
    (void)state;
    struct textbuf file = with_chunk("acTL", "\0\0\0\2\0\0\0\0", 8);
    struct picture_form form;
    assert_null(decoded(&file, &form));
    assert_int_equal(form.fault, PICTURE_UNSUITABLE);
    assert_string_equal(form.hint, "save one of its pictures");
}

static void an_unknown_critical_chunk_is_refused(void **state) {
    (void)state;
    struct textbuf file = with_chunk("CgBI", "1234", 4);
    struct picture_form form;
    assert_null(decoded(&file, &form));
    assert_int_equal(form.fault, PICTURE_DAMAGED);
    file = with_chunk("a\1bc", "1234", 4);
    assert_null(decoded(&file, &form));
    assert_string_equal(form.why, "a chunk has no name");
}

static void a_header_must_be_the_first_and_the_only_one(void **state) {
    (void)state;
    struct textbuf file = with_chunk("IHDR", "\0\0\0\1\0\0\0\1\x08\2\0\0\0", 13);
    struct picture_form form;
    assert_null(decoded(&file, &form));
    assert_string_equal(form.why, "its header is not at the beginning");
    struct textbuf bare;
    textbuf_init(&bare, arena);
    textbuf_bytes(&bare, "\x89PNG\r\n\x1A\n", 8);
    pictures_chunk(&bare, "IHDR", "\0\0\0\1", 4);
    assert_null(decoded(&bare, &form));
    assert_string_equal(form.why, "its header has the wrong size");
    bare.length = 8;
    pictures_chunk(&bare, "IDAT", "x", 1);
    assert_null(decoded(&bare, &form));
}

static void a_picture_without_data_or_size_is_damaged(void **state) {
    (void)state;
    struct textbuf file;
    struct picture_form form;
    for (uint32_t width = 0; width < 2; width++) {
        textbuf_init(&file, arena);
        pictures_begin_png(&file, &(struct pictures_png){width, 1, 8, 2, false, NULL, 0, 0});
        if (width == 0)
            pictures_chunk(&file, "IDAT", "x", 1);
        pictures_chunk(&file, "IEND", NULL, 0);
        assert_null(decoded(&file, &form));
        assert_int_equal(form.fault, PICTURE_DAMAGED);
    }
}

static void every_wrong_check_sum_is_noticed(void **state) {
    (void)state;
    struct textbuf file =
        pictures_png(arena, &(struct pictures_png){6, 6, 8, 3, false, "\x80\x40", 2, 1});
    for (size_t at = 16; at < file.length; at++) {
        file.bytes[at] ^= 0x20;
        struct picture_form form;
        const struct picture_canvas *canvas = decoded(&file, &form);
        assert_true(!canvas || canvas->fault != PICTURE_GOOD);
        file.bytes[at] ^= 0x20;
    }
}

static void data_for_fewer_rows_than_the_header_says_are_noticed(void **state) {
    (void)state;
    struct textbuf file, rows;
    struct pictures_png png = {8, 8, 8, 2, false, NULL, 0, 3};
    textbuf_init(&file, arena);
    textbuf_init(&rows, arena);
    pictures_begin_png(&file, &png);
    pictures_rows(&rows, &png, 8, 7);
    pictures_data(&file, &rows);
    pictures_chunk(&file, "IEND", NULL, 0);
    struct picture_form form;
    assert_int_equal(decoded(&file, &form)->fault, PICTURE_DAMAGED);
}

static void without_memory_it_is_not_called_damaged(void **state) {
    (void)state;
    struct textbuf file =
        pictures_png(arena, &(struct pictures_png){300, 300, 8, 2, false, NULL, 0, 3});
    struct picture_form form = picturepng_form(arena, (const uint8_t *)file.bytes, file.length);
    for (size_t cap = 1; cap <= 400; cap += 21) {
        struct arena *small = arena_new(cap * 1024, NULL, NULL);
        struct picture_canvas canvas = {.colour = arena_alloc(arena, 270000),
                                        .alpha = arena_alloc(arena, 90000)};
        picturepng_decode(small, &form, &canvas);
        assert_true(canvas.fault == PICTURE_NO_MEMORY || canvas.fault == PICTURE_GOOD);
        if (cap < 300)
            assert_int_equal(canvas.fault, PICTURE_NO_MEMORY);
        arena_free(small);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(every_colour_type_and_depth_becomes_bytes),
        ARENA_TEST(an_interlaced_picture_is_the_same_as_a_plain_one),
        ARENA_TEST(a_transparent_colour_becomes_alpha),
        ARENA_TEST(what_is_said_about_a_picture_never_reaches_the_library),
        ARENA_TEST(an_animation_is_refused),
        ARENA_TEST(a_picture_to_be_shown_turned_is_refused),
        ARENA_TEST(colours_other_than_those_of_pages_are_told_of_BP5026),
        ARENA_TEST(a_colour_that_the_palette_lacks_is_damage),
        ARENA_TEST(an_unknown_critical_chunk_is_refused),
        ARENA_TEST(a_header_must_be_the_first_and_the_only_one),
        ARENA_TEST(a_picture_without_data_or_size_is_damaged),
        ARENA_TEST(every_wrong_check_sum_is_noticed),
        ARENA_TEST(data_for_fewer_rows_than_the_header_says_are_noticed),
        ARENA_TEST(without_memory_it_is_not_called_damaged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
