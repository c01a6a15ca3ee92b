#include "base/encoding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static int set_up(void **state) {
    *state = arena_new(0, NULL, NULL);
    return 0;
}

static int tear_down(void **state) {
    arena_free(*state);
    return 0;
}

static struct encoding_text decoded(struct arena *arena, const char *bytes, size_t length) {
    struct encoding_text text;
    assert_true(encoding_decode(arena, bytes, length, &text));
    return text;
}

static void plain_utf8_stays_where_it_is(void **state) {
    static const char bytes[] = "Zürich";
    struct encoding_text text = decoded(*state, bytes, strlen(bytes));
    assert_ptr_equal(text.bytes, bytes);
    assert_int_equal(text.length, strlen(bytes));
    assert_false(text.was_utf16);
}

static void a_byte_order_mark_of_utf8_is_dropped(void **state) {
    struct encoding_text text = decoded(*state, "\xEF\xBB\xBFid", 5);
    assert_int_equal(text.length, 2);
    assert_memory_equal(text.bytes, "id", 2);
}

static void utf16_of_either_order_becomes_utf8(void **state) {
    struct encoding_text little = decoded(*state, "\xFF\xFE\xE9\0\x3D\xD8\x00\xDE", 8);
    struct encoding_text big = decoded(*state, "\xFE\xFF\0\xE9\xD8\x3D\xDE\x00", 8);
    assert_true(little.was_utf16);
    assert_int_equal(little.length, 6);
    assert_memory_equal(little.bytes, "\xC3\xA9\xF0\x9F\x98\x80", 6);
    assert_int_equal(big.length, 6);
    assert_memory_equal(big.bytes, little.bytes, 6);
}

static void half_characters_of_utf16_are_refused(void **state) {
    struct encoding_text text;
    assert_false(encoding_decode(*state, "\xFF\xFE\xE9\0\x3D", 5, &text));
    assert_false(encoding_decode(*state, "\xFF\xFE\x3D\xD8", 4, &text));
    assert_false(encoding_decode(*state, "\xFF\xFE\x00\xDE\x3D\xD8", 6, &text));
    assert_false(encoding_decode(*state, "\xFF\xFE\x3D\xD8\x41\0", 6, &text));
}

static void the_first_unsound_byte_is_found(void **state) {
    (void)state;
    assert_int_equal(encoding_sound("Zürich", 7), 7);
    assert_int_equal(encoding_sound("a\0b", 3), 1);
    assert_int_equal(encoding_sound("caf\xE9 noir", 9), 3);
    assert_int_equal(encoding_sound("ab\xC3", 3), 2);
    assert_int_equal(encoding_sound("\xED\xA0\x80", 3), 0);
    assert_int_equal(encoding_sound("", 0), 0);
}

static void a_replacement_character_of_the_text_is_sound(void **state) {
    (void)state;
    assert_int_equal(encoding_sound("a\xEF\xBF\xBDz", 5), 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(plain_utf8_stays_where_it_is, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_byte_order_mark_of_utf8_is_dropped, set_up, tear_down),
        cmocka_unit_test_setup_teardown(utf16_of_either_order_becomes_utf8, set_up, tear_down),
        cmocka_unit_test_setup_teardown(half_characters_of_utf16_are_refused, set_up, tear_down),
        cmocka_unit_test(the_first_unsound_byte_is_found),
        cmocka_unit_test(a_replacement_character_of_the_text_is_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
