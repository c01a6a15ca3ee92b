#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/woff.h"
#include "text/fontset.h"
#include <hb.h>
#include <string.h>
#include <zlib.h>

static struct arena *arena;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    return arena ? 0 : -1;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static uint32_t big32(const void *at) {
    const unsigned char *b = at;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static const char *base64(const char *text) {
    struct textbuf out;
    textbuf_init(&out, arena);
    woff_base64(&out, text, strlen(text));
    return textbuf_text(&out);
}

static void base64_is_that_of_its_standard(void **state) {
    (void)state;
    assert_string_equal(base64(""), "");
    assert_string_equal(base64("f"), "Zg==");
    assert_string_equal(base64("fo"), "Zm8=");
    assert_string_equal(base64("foo"), "Zm9v");
    assert_string_equal(base64("foobar"), "Zm9vYmFy");
    assert_string_equal(base64("\xFF\xEF\xBE"), "/+++");
}

/* The table of a font file by its tag. */
static const char *sfnt_table(const char *sfnt, const char *tag, uint32_t *length) {
    for (const char *entry = sfnt + 12;; entry += 16) {
        if (memcmp(entry, tag, 4) != 0)
            continue;
        *length = big32(entry + 12);
        return sfnt + big32(entry + 8);
    }
}

static void every_table_comes_back_whole(void **state) {
    (void)state;
    struct fontset *fonts = fontset_open(arena, diags_new(arena));
    hb_blob_t *blob = hb_face_reference_blob(fontset_face(fonts, FONT_REGULAR)->hb);
    unsigned length = 0;
    const char *sfnt = hb_blob_get_data(blob, &length);
    struct textbuf woff;
    textbuf_init(&woff, arena);
    assert_true(woff_pack(arena, sfnt, length, &woff));
    assert_memory_equal(woff.bytes, "wOFF", 4);
    assert_int_equal(big32(woff.bytes + 8), woff.length);
    assert_true(woff.length < length);
    unsigned count = (unsigned char)woff.bytes[13];
    assert_true(count > 8);
    for (unsigned i = 0; i < count; i++) {
        const char *entry = woff.bytes + 44 + 20 * i;
        uint32_t original = 0, packed = big32(entry + 8);
        const char *expected = sfnt_table(sfnt, entry, &original);
        const char *data = woff.bytes + big32(entry + 4);
        assert_int_equal(big32(entry + 12), original);
        assert_int_equal(big32(entry + 4) % 4, 0);
        uLongf size = original;
        unsigned char *plain = arena_alloc(arena, original);
        if (packed < original)
            assert_int_equal(uncompress(plain, &size, (const Bytef *)data, packed), Z_OK);
        else
            memcpy(plain, data, original);
        assert_int_equal(size, original);
        assert_memory_equal(plain, expected, original);
        assert_true(i == 0 || memcmp(entry, entry - 20, 4) > 0);
    }
    hb_blob_destroy(blob);
}

static void damaged_files_are_refused(void **state) {
    (void)state;
    struct textbuf out;
    textbuf_init(&out, arena);
    static const char none[12] = {0, 1, 0, 0, 0, 0};
    static const char cut[20] = {0, 1, 0, 0, 0, 2};
    static const char outside[28] = {0,   1,   0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 'h', 'e',
                                     'a', 'd', 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0,   99};
    assert_false(woff_pack(arena, "", 0, &out));
    assert_false(woff_pack(arena, none, sizeof none, &out));
    assert_false(woff_pack(arena, cut, sizeof cut, &out));
    assert_false(woff_pack(arena, outside, sizeof outside, &out));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(base64_is_that_of_its_standard, setup, teardown),
        cmocka_unit_test_setup_teardown(every_table_comes_back_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(damaged_files_are_refused, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
