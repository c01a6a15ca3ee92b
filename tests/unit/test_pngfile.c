#include "unit/arenacase.h"

#include "output/pngfile.h"
#include "picture/picturepng.h"
#include <string.h>

/* A picture of colours that vary, with or without an alpha. */
static struct picture *painted(uint32_t width, uint32_t height, bool alpha) {
    struct picture *picture = arena_alloc(arena, sizeof *picture);
    size_t count = (size_t)width * height;
    uint8_t *colour = arena_alloc(arena, count * 3), *clear = arena_alloc(arena, count);
    for (size_t i = 0; i < count; i++) {
        colour[3 * i] = (uint8_t)(i * 3);
        colour[3 * i + 1] = (uint8_t)(i / width * 9);
        colour[3 * i + 2] = (uint8_t)(i * i);
        clear[i] = (uint8_t)(i * 5);
    }
    *picture = (struct picture){
        .width = width, .height = height, .colour = colour, .alpha = alpha ? clear : NULL};
    return picture;
}

static void a_picture_written_is_read_back(void **state) {
    (void)state;
    for (int alpha = 0; alpha < 2; alpha++)
        for (uint32_t width = 1; width < 40; width += 13) {
            const struct picture *picture = painted(width, 17, alpha);
            struct textbuf file;
            textbuf_init(&file, arena);
            assert_null(pngfile_picture(arena, picture, &file));
            struct diags *diags = diags_new(arena);
            const struct picture *again =
                picture_read(arena, "again", file.bytes, file.length, diags);
            assert_non_null(again);
            assert_int_equal(again->width, width);
            assert_memory_equal(again->colour, picture->colour, width * 17 * 3);
            assert_int_equal(again->alpha != NULL, alpha);
            if (alpha)
                assert_memory_equal(again->alpha, picture->alpha, width * 17);
        }
}

static void the_resolution_stands_in_the_file_if_it_is_known(void **state) {
    (void)state;
    const uint8_t rows[] = {0, 1, 2, 3};
    for (int dpi = 0; dpi <= 150; dpi += 150) {
        const struct pngfile file = {1, 1, 3, dpi, 1, rows};
        struct textbuf out;
        textbuf_init(&out, arena);
        assert_null(pngfile_write(arena, &file, &out));
        assert_int_equal(memmem(out.bytes, out.length, "pHYs\0\0\x17\x12", 8) != NULL, dpi > 0);
    }
}

static void the_filter_that_leaves_least_is_chosen(void **state) {
    (void)state;
    const uint8_t ramp[] = {10, 20, 30, 40, 50, 60, 70, 80},
                  same[] = {10, 20, 30, 40, 50, 60, 70, 80};
    uint8_t to[9];
    pngfile_filter(ramp, NULL, 8, 1, to);
    assert_int_equal(to[0], 1); /* from the left */
    assert_int_equal(to[8], 10);
    pngfile_filter(ramp, same, 8, 1, to);
    assert_int_equal(to[0], 2); /* from above */
    for (int i = 1; i <= 8; i++)
        assert_int_equal(to[i], 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_picture_written_is_read_back),
        ARENA_TEST(the_resolution_stands_in_the_file_if_it_is_known),
        ARENA_TEST(the_filter_that_leaves_least_is_chosen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
