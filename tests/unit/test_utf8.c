#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include <string.h>

static int setup(void **state) {
    *state = arena_new(0, NULL, NULL);
    return *state ? 0 : -1;
}

static int teardown(void **state) {
    arena_free(*state);
    return 0;
}

static void every_code_point_survives_encoding_and_decoding(void **state) {
    (void)state;
    for (uint32_t rune = 0; rune <= 0x10FFFF; rune++) {
        if (rune >= 0xD800 && rune <= 0xDFFF)
            continue;
        char bytes[4];
        size_t at = 0, size = utf8_encode(rune, bytes);
        if (utf8_next(bytes, size, &at) != rune || at != size || !utf8_valid(bytes, size))
            fail_msg("U+%X", rune);
    }
}

static void what_is_no_code_point_is_encoded_as_the_replacement(void **state) {
    (void)state;
    char bytes[4];
    assert_int_equal(utf8_encode(0xD800, bytes), 3);
    assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
    assert_int_equal(utf8_encode(0x110000, bytes), 3);
    assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
}

static void bad_bytes_are_replaced_one_by_one(void **state) {
    (void)state;
    static const char *const bad[] = {
        "\x80",             /* continuation without a lead */
        "\xC0\x80",         /* overlong NUL */
        "\xC1\xBF",         /* overlong */
        "\xE0\x80\x80",     /* overlong */
        "\xED\xA0\x80",     /* surrogate */
        "\xF0\x80\x80\x80", /* overlong */
        "\xF4\x90\x80\x80", /* above the last code point */
        "\xF5\x80\x80\x80",
        "\xFF",
        "\xE2\x88",
        "\xF0\x9F\x98",
        "\xC3",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        size_t at = 0, length = strlen(bad[i]);
        assert_false(utf8_valid(bad[i], length));
        assert_int_equal(utf8_next(bad[i], length, &at), 0xFFFD);
        assert_int_equal(at, 1);
    }
}

static void characters_are_counted_not_bytes(void **state) {
    (void)state;
    assert_int_equal(utf8_runes(""), 0);
    assert_int_equal(utf8_runes("a\xC3\xA9\xE2\x88\x92\xF0\x9F\x98\x80"), 4);
}

static void white_space_is_squeezed_and_trimmed(void **state) {
    assert_string_equal(utf8_squeeze(*state, " \t a \xC2\xA0 b\n\nc\xE2\x80\xAF"), "a b c");
    assert_string_equal(utf8_squeeze(*state, "   "), "");
    assert_string_equal(utf8_squeeze(*state, ""), "");
    assert_string_equal(utf8_squeeze(*state, "unchanged text"), "unchanged text");
    assert_string_equal(utf8_trim(*state, "\xEF\xBB\xBF a  b \xE3\x80\x80"), "a  b");
    assert_string_equal(utf8_trim(*state, " \n "), "");
    size_t bytes;
    const char *text = " \n one ";
    assert_ptr_equal(utf8_bare(text, &bytes), text + 3);
    assert_int_equal(bytes, 3);
    assert_true(utf8_space(0x2009) && utf8_space(0xA0) && utf8_space('\v'));
    assert_false(utf8_space('x') || utf8_space(0x200B));
}

static void what_cannot_be_seen_is_shown_as_a_number(void **state) {
    assert_string_equal(utf8_printable(*state, "ab\x1B[31m"), "ab\\u{1B}[31m");
    assert_string_equal(utf8_printable(*state, "x\xE2\x80\xAEy"), "x\\u{202E}y");
    assert_string_equal(utf8_printable(*state, "\xE2\x81\xA6\xE2\x80\x8B\xC2\x9B\x7F\n"),
                        "\\u{2066}\\u{200B}\\u{9B}\\u{7F}\\u{A}");
    assert_string_equal(utf8_printable(*state, "\xF3\xA0\x81\x81"), "\\u{E0041}");
    assert_string_equal(utf8_printable(*state, "Gr\xC3\xBC\xC3\x9F"
                                               "e \xE6\x97\xA5"),
                        "Gr\xC3\xBC\xC3\x9F"
                        "e \xE6\x97\xA5");
    assert_string_equal(utf8_printable(*state, "\xFF"), "\xEF\xBF\xBD");
    assert_string_equal(utf8_printable(*state, ""), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_survives_encoding_and_decoding),
        cmocka_unit_test(what_is_no_code_point_is_encoded_as_the_replacement),
        cmocka_unit_test(bad_bytes_are_replaced_one_by_one),
        cmocka_unit_test(characters_are_counted_not_bytes),
        cmocka_unit_test(white_space_is_squeezed_and_trimmed),
        cmocka_unit_test(what_cannot_be_seen_is_shown_as_a_number),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
