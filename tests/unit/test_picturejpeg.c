#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "picture/picturejpeg.h"
#include "pictures.h"

#include "unit/arenacase.h" /* last: others use these names for parameters */

static struct picture_form form_of(const struct textbuf *file) {
    return picturejpeg_form(arena, (const uint8_t *)file->bytes, file->length);
}

static struct picture_canvas *decoded(const struct picture_form *form) {
    struct picture_canvas *canvas = arena_alloc(arena, sizeof *canvas);
    canvas->colour = arena_alloc(arena, (size_t)form->width * form->height * 3);
    canvas->alpha = arena_alloc(arena, (size_t)form->width * form->height);
    picturejpeg_decode(form, canvas);
    return canvas;
}

static struct textbuf usual(void) {
    return pictures_jpeg(arena, &(struct pictures_jpeg){20, 10, 3, 0, 0, 0});
}

static void grey_and_colour_baseline_and_progressive_are_taken(void **state) {
    (void)state;
    for (int components = 1; components <= 3; components += 2)
        for (int progressive = 0; progressive < 2; progressive++) {
            struct textbuf file = pictures_jpeg(
                arena, &(struct pictures_jpeg){20, 10, components, progressive, 0, 0});
            struct picture_form form = form_of(&file);
            assert_int_equal(form.fault, PICTURE_GOOD);
            assert_int_equal(form.width, 20);
            assert_int_equal(form.height, 10);
            assert_int_equal(form.components, components);
            assert_true(form.plain);
            const struct picture_canvas *canvas = decoded(&form);
            assert_int_equal(canvas->fault, PICTURE_GOOD);
            assert_int_equal(canvas->alpha[199], 255);
            if (components == 1)
                assert_int_equal(canvas->colour[0], canvas->colour[2]);
        }
}

static void unusual_codings_are_refused_with_advice(void **state) {
    (void)state;
    struct textbuf file = pictures_jpeg(arena, &(struct pictures_jpeg){20, 10, 4, 0, 0, 0});
    assert_int_equal(form_of(&file).fault, PICTURE_UNSUITABLE);
    file = pictures_jpeg(arena, &(struct pictures_jpeg){20, 10, 3, 0, 1, 0});
    assert_string_equal(form_of(&file).why, "it is coded arithmetically");
}

/* Where the frame header's marker stands. */
static size_t frame_at(const struct textbuf *file) {
    for (size_t i = 2; i + 1 < file->length; i++)
        if ((unsigned char)file->bytes[i] == 0xFF && (unsigned char)file->bytes[i + 1] == 0xC0)
            return i;
    fail();
    return 0;
}

static void a_changed_frame_header_is_refused(void **state) {
    (void)state;
    struct textbuf file = usual();
    size_t at = frame_at(&file);
    static const struct {
        int offset;
        unsigned char byte;
        enum picture_fault fault;
    } changes[] = {{1, 0xC3, PICTURE_UNSUITABLE}, /* lossless */
                   {1, 0xC5, PICTURE_UNSUITABLE}, /* hierarchical */
                   {1, 0xC9, PICTURE_UNSUITABLE}, /* arithmetic */
                   {1, 0xDC, PICTURE_UNSUITABLE}, /* height to follow */
                   {1, 0xFE, PICTURE_DAMAGED},    /* a comment: no frame header is left */
                   {1, 0x01, PICTURE_DAMAGED},    /* no marker of a segment */
                   {1, 0xD8, PICTURE_DAMAGED},    /* another beginning */
                   {4, 12, PICTURE_UNSUITABLE},   /* bits */
                   {5, 0xFF, PICTURE_TOO_LARGE},  /* height */
                   {6, 0, PICTURE_DAMAGED},       /* no height, as 10 is the other byte */
                   {9, 2, PICTURE_DAMAGED}};      /* components */
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        char *byte = &file.bytes[at + (size_t)changes[i].offset], old = *byte;
        *byte = (char)changes[i].byte;
        assert_int_equal(form_of(&file).fault, changes[i].fault);
        *byte = old;
    }
    struct textbuf twice = pictures_with(&file, at, file.bytes + at, 19);
    assert_string_equal(form_of(&twice).why, "it has two frame headers");
}

static void every_cut_is_noticed(void **state) {
    (void)state;
    struct textbuf file = usual();
    for (size_t length = 3; length < file.length; length++) {
        struct textbuf cut = file;
        cut.length = length;
        assert_int_equal(form_of(&cut).fault, PICTURE_DAMAGED);
    }
}

static void what_follows_the_end_is_left_out(void **state) {
    (void)state;
    struct textbuf file = usual();
    struct textbuf longer = pictures_with(&file, file.length, "PK\3\4 another file", 18);
    struct picture_form form = form_of(&longer);
    assert_int_equal(form.fault, PICTURE_GOOD);
    assert_int_equal(form.length, file.length);
}

static void thousands_of_scans_are_refused(void **state) {
    (void)state;
    struct textbuf file = usual(), many;
    textbuf_init(&many, arena);
    for (int i = 0; i < 5000; i++)
        textbuf_bytes(&many, "\xFF\xDA\0\x08\1\1\0\0\x3F\0\0", 11);
    struct textbuf bomb = pictures_with(&file, file.length - 2, many.bytes, many.length);
    assert_int_equal(form_of(&bomb).fault, PICTURE_UNSUITABLE);
}

/* A segment of camera data with one entry of its directory, which begins at byte `at`. */
static struct textbuf turned(bool little, int orientation, int at) {
    struct textbuf exif;
    textbuf_init(&exif, arena);
    textbuf_bytes(&exif,
                  "\xFF\xE1\0\x22"
                  "Exif\0\0",
                  10);
    if (little)
        textbuf_bytes(&exif, "II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0", 26);
    else
        textbuf_bytes(&exif, "MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0", 26);
    exif.bytes[10 + (little ? 4 : 7)] = (char)at;
    exif.bytes[10 + (little ? 18 : 19)] = (char)orientation;
    struct textbuf file = usual();
    return pictures_with(&file, 2, exif.bytes, exif.length);
}

static void camera_data_that_turn_the_picture_are_refused_and_others_dropped(void **state) {
    (void)state;
    for (int little = 0; little < 2; little++) {
        for (int orientation = 0; orientation < 10; orientation++) {
            struct textbuf file = turned(little, orientation, 8);
            struct picture_form form = form_of(&file);
            assert_int_equal(form.fault,
                             orientation >= 2 && orientation <= 8 ? PICTURE_TURNED : PICTURE_GOOD);
            if (form.fault == PICTURE_GOOD)
                assert_null(memmem(form.bytes, form.length, "Exif", 4));
        }
        /* A directory outside the data is none. */
        struct textbuf file = turned(little, 6, 200);
        assert_int_equal(form_of(&file).fault, PICTURE_GOOD);
        file = turned(little, 6, 24);
        assert_int_equal(form_of(&file).fault, PICTURE_GOOD);
    }
}

static void comments_and_profiles_are_dropped(void **state) {
    (void)state;
    struct textbuf file = usual();
    struct textbuf with = pictures_with(&file, 2, "\xFF\xFE\0\x08secret\xFF\xE2\0\4ic", 16);
    struct picture_form form = form_of(&with);
    assert_int_equal(form.fault, PICTURE_GOOD);
    assert_null(memmem(form.bytes, form.length, "secret", 6));
    assert_int_equal(form.length, file.length);
}

static void a_profile_of_other_colours_is_told_of(void **state) {
    (void)state;
    uint8_t segment[4 + 14 + 164] = {0xFF, 0xE2, 0, sizeof segment - 2};
    uint8_t *profile = segment + 18;
    memcpy(segment + 4, "ICC_PROFILE\0\1\1", 14);
    profile[131] = 1; /* tag: its name, where it begins, its size */
    memcpy(profile + 132, "rXYZ\0\0\0\x90\0\0\0\x14", 12);
    struct textbuf file = usual();
    struct textbuf with = pictures_with(&file, 2, (const char *)segment, sizeof segment);
    assert_string_equal(form_of(&with).tint, "primary colours of its own");
    segment[17 - 1] = 2; /* a later part of a profile has no tags */
    with = pictures_with(&file, 2, (const char *)segment, sizeof segment);
    assert_null(form_of(&with).tint);
}

static void colours_that_readers_may_take_differently_are_not_passed_on(void **state) {
    (void)state;
    struct textbuf file = pictures_jpeg(arena, &(struct pictures_jpeg){20, 10, 3, 0, 0, 1});
    struct picture_form form = form_of(&file);
    assert_int_equal(form.fault, PICTURE_GOOD);
    assert_false(form.plain);
    assert_int_equal(decoded(&form)->fault, PICTURE_GOOD);
}

static void damage_that_the_library_only_warns_of_is_a_fault(void **state) {
    (void)state;
    struct textbuf file = pictures_jpeg(arena, &(struct pictures_jpeg){200, 100, 3, 0, 0, 0});
    struct textbuf cut;
    textbuf_init(&cut, arena);
    textbuf_bytes(&cut, file.bytes, file.length - file.length / 3);
    textbuf_bytes(&cut, "\xFF\xD9", 2);
    struct picture_form form = form_of(&cut);
    assert_int_equal(form.fault, PICTURE_GOOD);
    const struct picture_canvas *canvas = decoded(&form);
    assert_int_equal(canvas->fault, PICTURE_DAMAGED);
    assert_true(strlen(canvas->why) > 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(grey_and_colour_baseline_and_progressive_are_taken),
        ARENA_TEST(unusual_codings_are_refused_with_advice),
        ARENA_TEST(a_changed_frame_header_is_refused),
        ARENA_TEST(every_cut_is_noticed),
        ARENA_TEST(what_follows_the_end_is_left_out),
        ARENA_TEST(thousands_of_scans_are_refused),
        ARENA_TEST(camera_data_that_turn_the_picture_are_refused_and_others_dropped),
        ARENA_TEST(comments_and_profiles_are_dropped),
        ARENA_TEST(a_profile_of_other_colours_is_told_of),
        ARENA_TEST(colours_that_readers_may_take_differently_are_not_passed_on),
        ARENA_TEST(damage_that_the_library_only_warns_of_is_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
