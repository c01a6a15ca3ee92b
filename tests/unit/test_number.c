#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/number.h"

static int setup(void **state) {
    *state = arena_new(0, NULL, NULL);
    return *state ? 0 : -1;
}

static int teardown(void **state) {
    arena_free(*state);
    return 0;
}

#define NBSP   "\xC2\xA0"
#define NARROW "\xE2\x80\xAF"
#define THIN   "\xE2\x80\xAF"
#define MINUS  "\xE2\x88\x92"

static void reads(const char *text, enum number_style style, int64_t micro) {
    struct decimal out = {-1};
    bool percent = true;
    if (number_parse(text, style, &out, &percent) != DECIMAL_OK || out.micro != micro || percent)
        fail_msg("'%s': %lld", text, (long long)out.micro);
}

static void refuses(const char *text, enum number_style style) {
    struct decimal out = {-1};
    bool percent;
    if (number_parse(text, style, &out, &percent) != DECIMAL_SYNTAX || out.micro != -1)
        fail_msg("'%s' was taken for %lld", text, (long long)out.micro);
}

static void numbers_are_read_in_the_declared_style(void **state) {
    (void)state;
    reads("1234.56", NUMBER_PLAIN, 1234560000);
    reads("1,234.56", NUMBER_POINT, 1234560000);
    reads("1234.56", NUMBER_POINT, 1234560000);
    reads("1.234,56", NUMBER_COMMA, 1234560000);
    reads("1234567,5", NUMBER_COMMA, 1234567500000);
    reads("1 234,56", NUMBER_SPACED, 1234560000);
    reads("1" NBSP "234" NARROW "567" THIN "890,5", NUMBER_SPACED, 1234567890500000);
    reads("12,345,678", NUMBER_POINT, 12345678000000);
    reads(" 5 ", NUMBER_PLAIN, 5000000);
}

static void signs_and_brackets_are_understood(void **state) {
    (void)state;
    reads(MINUS "5", NUMBER_PLAIN, -5000000);
    reads("-5", NUMBER_PLAIN, -5000000);
    reads("- 5", NUMBER_PLAIN, -5000000);
    reads("+5", NUMBER_PLAIN, 5000000);
    reads("(5)", NUMBER_PLAIN, -5000000);
    reads("( 1,234.5 )", NUMBER_POINT, -1234500000);
    refuses("(-5)", NUMBER_PLAIN);
    refuses("(5", NUMBER_PLAIN);
    refuses("5)", NUMBER_PLAIN);
    refuses("()", NUMBER_PLAIN);
    refuses("--5", NUMBER_PLAIN);
}

static void a_percent_sign_is_told_and_nothing_scaled(void **state) {
    (void)state;
    static const char *const texts[] = {"87.25%", "87.25 %", "87.25" NBSP "%", "+87.25%"};
    struct decimal out;
    bool percent;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        percent = false;
        assert_int_equal(number_parse(texts[i], NUMBER_PLAIN, &out, &percent), DECIMAL_OK);
        assert_int_equal(out.micro, 87250000);
        assert_true(percent);
    }
    assert_int_equal(number_parse("(5 %)", NUMBER_PLAIN, &out, &percent), DECIMAL_OK);
    assert_int_equal(out.micro, -5000000);
    assert_true(percent);
    refuses("%", NUMBER_PLAIN);
    refuses("5%%", NUMBER_PLAIN);
}

static void numbers_of_another_style_are_never_guessed(void **state) {
    (void)state;
    refuses("1,234.56", NUMBER_PLAIN);
    refuses("1.234,56", NUMBER_POINT);
    refuses("1,234.56", NUMBER_COMMA);
    refuses("1 234,56", NUMBER_POINT);
    refuses("1 234.56", NUMBER_SPACED);
    refuses("1,23", NUMBER_POINT);
    refuses("1,2345", NUMBER_POINT);
    refuses("1234,567", NUMBER_POINT);
    refuses(",123", NUMBER_POINT);
    refuses("1,234,", NUMBER_POINT);
    refuses("1,234.", NUMBER_POINT);
    refuses("1,,234", NUMBER_POINT);
    refuses("1.5.5", NUMBER_PLAIN);
    refuses("1.234,567", NUMBER_POINT);
    refuses("", NUMBER_PLAIN);
    refuses("12 items", NUMBER_PLAIN);
    refuses("1e5", NUMBER_PLAIN);
    refuses("0000000000000000000000000000000000000000000000000000000000000000000000000",
            NUMBER_PLAIN);
}

static void precision_and_range_are_told(void **state) {
    (void)state;
    struct decimal out;
    bool percent;
    assert_int_equal(number_parse("0,1234567", NUMBER_COMMA, &out, &percent), DECIMAL_ROUNDED);
    assert_int_equal(out.micro, 123457);
    assert_int_equal(number_parse("99.999.999.999.999", NUMBER_COMMA, &out, &percent),
                     DECIMAL_RANGE);
}

static void styles_are_named_by_their_example(void **state) {
    (void)state;
    assert_string_equal(number_style_name(NUMBER_POINT), "1,234.56");
    assert_string_equal(number_style_name(NUMBER_PLAIN), "1234.56");
}

static void texts_that_stand_for_nothing_are_known(void **state) {
    (void)state;
    static const char *const missing[] = {"",    "  ",  "-",  "n/a", "N/A",    "#N/A",
                                          "tbd", "TBD", "na", NBSP,  " n.a. ", "\xE2\x80\x93"};
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++)
        assert_true(number_missing(missing[i]));
    static const char *const present[] = {"0", "-1", "none yet", "x", "n/a (see the note below)"};
    for (size_t i = 0; i < sizeof present / sizeof *present; i++)
        assert_false(number_missing(present[i]));
}

static void prints(void **state, int64_t micro, unsigned places, bool plus, const char *expected) {
    assert_string_equal(
        number_text(*state, &number_page_format, decimal_micro(micro), places, plus), expected);
}

static void pages_show_narrow_spaces_that_do_not_break_and_a_true_minus(void **state) {
    prints(state, 1234567890000, 2, false, "1" THIN "234" THIN "567.89");
    prints(state, 1000000000, 0, false, "1" THIN "000");
    prints(state, 999000000, 0, false, "999");
    prints(state, 999999999, 2, false, "1" THIN "000.00");
    prints(state, -123456000000, 1, false, MINUS "123" THIN "456.0");
    prints(state, 0, 1, true, "0.0");
    prints(state, 40000, 1, true, "0.0");
    prints(state, -40000, 1, true, "0.0");
    prints(state, 50000, 1, true, "+0.1");
    prints(state, -50000, 1, true, MINUS "0.1");
}

static void another_format_is_followed(void **state) {
    const struct number_format german = {",", ".", "-", 5};
    assert_string_equal(number_text(*state, &german, decimal_micro(-1234500000), 1, false),
                        "-1234,5");
    assert_string_equal(number_text(*state, &german, decimal_micro(12345000000), 2, false),
                        "12.345,00");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_in_the_declared_style),
        cmocka_unit_test(signs_and_brackets_are_understood),
        cmocka_unit_test(a_percent_sign_is_told_and_nothing_scaled),
        cmocka_unit_test(numbers_of_another_style_are_never_guessed),
        cmocka_unit_test(precision_and_range_are_told),
        cmocka_unit_test(styles_are_named_by_their_example),
        cmocka_unit_test(texts_that_stand_for_nothing_are_known),
        cmocka_unit_test(pages_show_narrow_spaces_that_do_not_break_and_a_true_minus),
        cmocka_unit_test(another_format_is_followed),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
