#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/textbuf.h"
#include <string.h>

static int setup(void **state) {
    *state = arena_new(0, NULL, NULL);
    return *state ? 0 : -1;
}

static int teardown(void **state) {
    arena_free(*state);
    return 0;
}

static struct textbuf fresh(void **state) {
    struct textbuf buf;
    textbuf_init(&buf, *state);
    return buf;
}

static void an_empty_buffer_shows_as_an_empty_text(void **state) {
    struct textbuf buf = fresh(state);
    assert_string_equal(textbuf_text(&buf), "");
    textbuf_clear(&buf);
    textbuf_str(&buf, "x");
    textbuf_clear(&buf);
    assert_string_equal(textbuf_text(&buf), "");
    assert_int_equal(buf.length, 0);
}

static void bytes_are_appended_and_the_end_is_marked(void **state) {
    struct textbuf buf = fresh(state);
    for (int i = 0; i < 100000; i++)
        textbuf_bytes(&buf, "abc", 3);
    textbuf_char(&buf, '!');
    assert_int_equal(buf.length, 300001);
    assert_int_equal(strlen(textbuf_text(&buf)), 300001);
    assert_memory_equal(buf.bytes + 299997, "abc!", 5);
}

static void code_points_are_written_as_utf8(void **state) {
    struct textbuf buf = fresh(state);
    textbuf_rune(&buf, 'A');
    textbuf_rune(&buf, 0xE9);
    textbuf_rune(&buf, 0x2212);
    textbuf_rune(&buf, 0x1F600);
    assert_string_equal(textbuf_text(&buf), "A\xC3\xA9\xE2\x88\x92\xF0\x9F\x98\x80");
}

static void fixed(void **state, int64_t value, unsigned places, const char *expected) {
    struct textbuf buf = fresh(state);
    textbuf_fixed(&buf, value, places);
    assert_string_equal(textbuf_text(&buf), expected);
}

static void fixed_point_numbers_have_no_trailing_zeros(void **state) {
    fixed(state, 0, 3, "0");
    fixed(state, 1, 3, "0.001");
    fixed(state, -1, 3, "-0.001");
    fixed(state, 1000, 3, "1");
    fixed(state, 12500, 3, "12.5");
    fixed(state, -12050, 3, "-12.05");
    fixed(state, 100, 0, "100");
    fixed(state, -7, 0, "-7");
    fixed(state, INT64_MIN, 0, "-9223372036854775808");
    fixed(state, INT64_MAX, 18, "9.223372036854775807");
}

static void numbers_are_written_plainly(void **state) {
    struct textbuf buf = fresh(state);
    textbuf_int(&buf, -42);
    textbuf_char(&buf, ' ');
    textbuf_decimal(&buf, decimal_micro(-12500000));
    textbuf_char(&buf, ' ');
    textbuf_decimal(&buf, decimal_of(1000000));
    textbuf_printf(&buf, " %s %u", "x", 3u);
    assert_string_equal(textbuf_text(&buf), "-42 -12.5 1000000 x 3");
}

static void whole_numbers_have_their_digits_and_no_others(void **state) {
    static const struct {
        int64_t value;
        const char *text;
    } cases[] = {{0, "0"},
                 {7, "7"},
                 {10, "10"},
                 {99, "99"},
                 {100, "100"},
                 {1005, "1005"},
                 {9999, "9999"},
                 {10000, "10000"},
                 {-1, "-1"},
                 {1234567890123456789, "1234567890123456789"},
                 {INT64_MAX, "9223372036854775807"},
                 {INT64_MIN, "-9223372036854775808"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct textbuf buf = fresh(state);
        textbuf_int(&buf, cases[i].value);
        assert_string_equal(textbuf_text(&buf), cases[i].text);
        assert_int_equal(buf.length, strlen(cases[i].text));
    }
}

static void json_strings_are_escaped(void **state) {
    struct textbuf buf = fresh(state);
    textbuf_json(&buf, "a\"b\\c\nd\te\x01/\xE2\x80\xA8\xFF\xC3\xA9");
    assert_string_equal(textbuf_text(&buf),
                        "\"a\\\"b\\\\c\\nd\\te\\u0001/\\u2028\xEF\xBF\xBD\xC3\xA9\"");
}

static void xml_text_is_escaped_and_never_ill_formed(void **state) {
    struct textbuf buf = fresh(state);
    textbuf_xml(&buf, "a<b>&\"c\"\n\t\r\x01\xEF\xBF\xBF\x80");
    assert_string_equal(textbuf_text(&buf), "a&lt;b&gt;&amp;&quot;c&quot;&#10;&#9;&#13;"
                                            "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void a_finished_text_gives_back_the_room_it_does_not_need(void **state) {
    struct textbuf out;
    textbuf_init(&out, *state);
    assert_string_equal(textbuf_finish(&out), "");
    const size_t before = arena_used(*state);
    textbuf_str(&out, "42 %");
    const char *text = textbuf_finish(&out);
    assert_true(arena_used(*state) - before <= 32);
    assert_int_equal(out.length, 0);
    textbuf_str(&out, "other");
    assert_string_equal(text, "42 %");
    assert_string_equal(textbuf_text(&out), "other");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_finished_text_gives_back_the_room_it_does_not_need),
        cmocka_unit_test(an_empty_buffer_shows_as_an_empty_text),
        cmocka_unit_test(bytes_are_appended_and_the_end_is_marked),
        cmocka_unit_test(code_points_are_written_as_utf8),
        cmocka_unit_test(fixed_point_numbers_have_no_trailing_zeros),
        cmocka_unit_test(numbers_are_written_plainly),
        cmocka_unit_test(whole_numbers_have_their_digits_and_no_others),
        cmocka_unit_test(json_strings_are_escaped),
        cmocka_unit_test(xml_text_is_escaped_and_never_ill_formed),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
