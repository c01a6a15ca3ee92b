#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pictures.h"
#include <unistd.h>

#include "unit/arenacase.h" /* last: others use these names for parameters */

static const struct diag *only_finding(struct diags *diags) {
    size_t count;
    const struct diag *found = diags_sorted(diags, &count);
    assert_int_equal(count, 1);
    assert_string_equal(found->place.file, "logo");
    return found;
}

static const struct diag *refused(const void *bytes, size_t length) {
    struct diags *diags = diags_new(arena);
    assert_null(picture_read(arena, "logo", bytes, length, diags));
    return only_finding(diags);
}

static const struct picture *taken(const struct textbuf *file) {
    struct diags *diags = diags_new(arena);
    const struct picture *picture = picture_read(arena, "logo", file->bytes, file->length, diags);
    size_t count;
    const struct diag *found = diags_sorted(diags, &count);
    if (count)
        fail_msg("%s", found->message);
    assert_non_null(picture);
    return picture;
}

static void a_png_with_alpha_is_pixels_and_transparency(void **state) {
    (void)state;
    struct textbuf file =
        pictures_png(arena, &(struct pictures_png){5, 4, 8, 6, false, NULL, 0, 100});
    const struct picture *picture = taken(&file);
    assert_int_equal(picture->width, 5);
    assert_int_equal(picture->height, 4);
    assert_int_equal(picture->colour[5 * 4 * 3 - 1], 100);
    assert_non_null(picture->alpha);
    assert_int_equal(picture->alpha[19], 100);
    assert_null(picture->jpeg);
}

static void an_opaque_alpha_is_left_out(void **state) {
    (void)state;
    struct textbuf file =
        pictures_png(arena, &(struct pictures_png){5, 4, 8, 6, false, NULL, 0, 255});
    assert_null(taken(&file)->alpha);
}

static void a_jpeg_keeps_its_bytes_for_sinks_that_can_use_them(void **state) {
    (void)state;
    struct textbuf file = pictures_jpeg(arena, &(struct pictures_jpeg){20, 10, 3, 0, 0, 0});
    const struct picture *picture = taken(&file);
    assert_int_equal(picture->width, 20);
    assert_int_equal(picture->components, 3);
    assert_non_null(picture->jpeg);
    assert_memory_equal(picture->jpeg, file.bytes, file.length);
    assert_null(picture->alpha);
}

static void what_is_no_picture_is_said_by_what_it_is_BP5055(void **state) {
    (void)state;
    assert_int_equal(refused("GIF89a....", 10)->code, BP5055);
    assert_non_null(strstr(refused("GIF89a....", 10)->message, "a GIF"));
    assert_non_null(strstr(refused("<svg xmlns=", 11)->message, "an SVG"));
    assert_non_null(strstr(refused("", 0)->message, "empty"));
    assert_non_null(strstr(refused("hello", 5)->message, "of some other kind"));
    assert_non_null(refused("RIFF....WEBP", 12)->hint);
}

static void a_picture_may_not_be_too_large_BP5056(void **state) {
    (void)state;
    char *huge = arena_alloc(arena, PICTURE_BYTES_MOST + 1);
    assert_int_equal(refused(huge, PICTURE_BYTES_MOST + 1)->code, BP5056);
    /* A few bytes that would unpack to gigabytes. */
    static const uint32_t sizes[][2] = {{100000, 100000}, {4097, 1}, {1, 4097}, {4000, 2001}};
    for (size_t i = 0; i < 4; i++) {
        struct textbuf bomb;
        textbuf_init(&bomb, arena);
        pictures_begin_png(&bomb,
                           &(struct pictures_png){sizes[i][0], sizes[i][1], 8, 6, 0, NULL, 0, 0});
        pictures_chunk(&bomb, "IDAT", "x", 1);
        pictures_chunk(&bomb, "IEND", NULL, 0);
        assert_int_equal(refused(bomb.bytes, bomb.length)->code, BP5056);
    }
}

static void a_damaged_picture_is_refused_BP5057(void **state) {
    (void)state;
    struct textbuf file =
        pictures_png(arena, &(struct pictures_png){30, 30, 8, 2, false, NULL, 0, -1});
    for (size_t length = 8; length < file.length; length++)
        assert_int_equal(refused(file.bytes, length)->code, BP5057);
    file.bytes[50] ^= 1; /* within the data: its check sum tells */
    assert_int_equal(refused(file.bytes, file.length)->code, BP5057);
}

static void a_sound_picture_of_an_unsuitable_kind_is_refused_with_advice_BP5058(void **state) {
    (void)state;
    struct textbuf file = pictures_jpeg(arena, &(struct pictures_jpeg){20, 10, 4, 0, 0, 0});
    const struct diag *found = refused(file.bytes, file.length);
    assert_int_equal(found->code, BP5058);
    assert_string_equal(found->hint, "save it as RGB");
}

static void a_turned_picture_is_refused_BP5059(void **state) {
    (void)state;
    static const char exif[] = "\xFF\xE1\0\x22"
                               "Exif\0\0MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0";
    struct textbuf file = pictures_jpeg(arena, &(struct pictures_jpeg){20, 10, 3, 0, 0, 0});
    struct textbuf turned = pictures_with(&file, 2, exif, 36);
    assert_int_equal(refused(turned.bytes, turned.length)->code, BP5059);
}

static pid_t fork_result;

/* Stands before the system's. */
pid_t fork(void);
pid_t fork(void) {
    return fork_result ? fork_result : _Fork();
}

static void without_a_process_for_the_decoder_nothing_is_decoded_BP5060(void **state) {
    (void)state;
    struct textbuf file =
        pictures_png(arena, &(struct pictures_png){5, 4, 8, 6, false, NULL, 0, 100});
    fork_result = -1;
    assert_int_equal(refused(file.bytes, file.length)->code, BP5060);
    fork_result = 0;
    taken(&file);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_png_with_alpha_is_pixels_and_transparency),
        ARENA_TEST(an_opaque_alpha_is_left_out),
        ARENA_TEST(a_jpeg_keeps_its_bytes_for_sinks_that_can_use_them),
        ARENA_TEST(what_is_no_picture_is_said_by_what_it_is_BP5055),
        ARENA_TEST(a_picture_may_not_be_too_large_BP5056),
        ARENA_TEST(a_damaged_picture_is_refused_BP5057),
        ARENA_TEST(a_sound_picture_of_an_unsuitable_kind_is_refused_with_advice_BP5058),
        ARENA_TEST(a_turned_picture_is_refused_BP5059),
        ARENA_TEST(without_a_process_for_the_decoder_nothing_is_decoded_BP5060),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
