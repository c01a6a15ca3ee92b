#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/decimal.h"
#include <string.h>

__extension__ typedef __int128 wide;

static void parses(const char *text, enum decimal_parse result, int64_t micro) {
    struct decimal out = {-77};
    enum decimal_parse got = decimal_parse(text, strlen(text), &out);
    if (got != result)
        fail_msg("'%s': %d instead of %d", text, (int)got, (int)result);
    if (result == DECIMAL_SYNTAX || result == DECIMAL_RANGE)
        micro = -77;
    if (out.micro != micro)
        fail_msg("'%s': %lld", text, (long long)out.micro);
}

static void numbers_of_the_grammar_are_read_exactly(void **state) {
    (void)state;
    parses("0", DECIMAL_OK, 0);
    parses("-0", DECIMAL_OK, 0);
    parses("007", DECIMAL_OK, 7000000);
    parses("12.5", DECIMAL_OK, 12500000);
    parses("-0.000001", DECIMAL_OK, -1);
    parses("1e3", DECIMAL_OK, 1000000000);
    parses("1.5E-05", DECIMAL_OK, 15);
    parses("25e-1", DECIMAL_OK, 2500000);
    parses("1E+2", DECIMAL_OK, 100000000);
    parses("0.1000000000", DECIMAL_OK, 100000);
    parses("123000000e-6", DECIMAL_OK, 123000000);
    parses("0e99999999999", DECIMAL_OK, 0);
    parses("0000000000000000000000000000000000000000001.5", DECIMAL_OK, 1500000);
    parses("9200000000000", DECIMAL_OK, INT64_C(9200000000000000000));
    parses("-9200000000000.000000", DECIMAL_OK, INT64_C(-9200000000000000000));
}

static void what_is_not_a_number_is_refused(void **state) {
    (void)state;
    static const char *const texts[] = {"",    "-",    "+1",    ".5",    "5.", "1,5", " 1",
                                        "1 ",  "0x10", "INF",   "NaN",   "1e", "1e+", "1.e5",
                                        "--1", "1-",   "1.2.3", "1e5.0", "e5", "1f",  "1\xC2\xA0"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        parses(texts[i], DECIMAL_SYNTAX, 0);
    struct decimal out;
    assert_int_equal(decimal_parse("1\0002", 3, &out), DECIMAL_SYNTAX);
    assert_int_equal(decimal_parse("12", 1, &out), DECIMAL_OK);
    assert_int_equal(out.micro, 1000000);
}

static void numbers_too_large_are_refused(void **state) {
    (void)state;
    parses("9200000000000.000001", DECIMAL_RANGE, 0);
    parses("-9200000000001", DECIMAL_RANGE, 0);
    parses("1e13", DECIMAL_RANGE, 0);
    parses("1e999999999999999999", DECIMAL_RANGE, 0);
    parses("99999999999999999999999999999999999999999999999999", DECIMAL_RANGE, 0);
    parses("100000000000000000000000000000000000000000000000000e-45", DECIMAL_OK, 100000000000);
}

static void digits_beyond_the_sixth_are_rounded_half_away_from_zero_and_told(void **state) {
    (void)state;
    parses("0.0000005", DECIMAL_ROUNDED, 1);
    parses("-0.0000005", DECIMAL_ROUNDED, -1);
    parses("0.0000004999999999999999999999999999999999999999", DECIMAL_ROUNDED, 0);
    parses("0.1234565", DECIMAL_ROUNDED, 123457);
    parses("0.1234564", DECIMAL_ROUNDED, 123456);
    parses("0.872500000000000000002", DECIMAL_ROUNDED, 872500);
    parses("1e-400", DECIMAL_ROUNDED, 0);
    parses("1e-7", DECIMAL_ROUNDED, 0);
    parses("5e-7", DECIMAL_ROUNDED, 1);
}

static void overflow_is_told_and_leaves_the_result_alone(void **state) {
    (void)state;
    struct decimal most = decimal_micro(INT64_MAX), out = {5};
    assert_false(decimal_add(most, decimal_micro(1), &out));
    assert_false(decimal_sub(decimal_micro(-INT64_MAX), decimal_micro(1), &out));
    assert_false(decimal_mul(most, decimal_of(2), &out));
    assert_false(decimal_div(most, decimal_micro(1), &out));
    assert_false(decimal_div(decimal_of(1), decimal_of(0), &out));
    assert_int_equal(out.micro, 5);
    assert_true(decimal_add(most, decimal_micro(-INT64_MAX), &out));
    assert_int_equal(out.micro, 0);
}

static void products_and_quotients_round_half_away_from_zero(void **state) {
    (void)state;
    struct decimal out;
    assert_true(decimal_mul(decimal_micro(1), decimal_micro(500000), &out));
    assert_int_equal(out.micro, 1);
    assert_true(decimal_mul(decimal_micro(-1), decimal_micro(500000), &out));
    assert_int_equal(out.micro, -1);
    assert_true(decimal_div(decimal_of(1), decimal_of(3), &out));
    assert_int_equal(out.micro, 333333);
    assert_true(decimal_div(decimal_of(2), decimal_of(-3), &out));
    assert_int_equal(out.micro, -666667);
    assert_true(decimal_div(decimal_micro(1), decimal_of(2), &out));
    assert_int_equal(out.micro, 1);
}

static uint64_t next_random(uint64_t *seed) {
    *seed += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t z = *seed;
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

static int64_t random_micro(uint64_t *seed) {
    unsigned shift = (unsigned)(next_random(seed) % 63) + 1;
    int64_t value = (int64_t)(next_random(seed) >> shift);
    return next_random(seed) & 1 ? -value : value;
}

/* |exact - shown| <= half, and away from zero at the half, all in whole numbers. */
static bool is_rounded(wide numerator, wide denominator, wide shown) {
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    wide twice = 2 * (numerator - shown * denominator);
    if (numerator < 0)
        twice = -twice;
    return twice < denominator && twice >= -denominator;
}

static void operations_agree_with_wide_integers(void **state) {
    (void)state;
    uint64_t seed = 2026;
    int fits = 0;
    for (int i = 0; i < 200000; i++) {
        int64_t a = random_micro(&seed), b = random_micro(&seed);
        struct decimal x = {a}, y = {b}, out;
        wide sum = (wide)a + b;
        bool expected = sum <= INT64_MAX && sum >= -(wide)INT64_MAX;
        assert_int_equal(decimal_add(x, y, &out), expected);
        if (expected)
            assert_true(out.micro == sum);
        if (decimal_mul(x, y, &out)) {
            assert_true(is_rounded((wide)a * b, DECIMAL_ONE, out.micro));
            fits++;
        }
        if (decimal_div(x, y, &out))
            assert_true(is_rounded((wide)a * DECIMAL_ONE, b, out.micro));
        assert_int_equal(decimal_compare(x, y), (a > b) - (a < b));
    }
    assert_true(fits > 50000);
}

static void format_and_parse_agree(void **state) {
    (void)state;
    uint64_t seed = 7;
    for (int i = 0; i < 100000; i++) {
        struct decimal a = {random_micro(&seed)}, back;
        if (decimal_compare(decimal_abs(a), decimal_of(9200000000000)) > 0)
            continue;
        char text[32];
        size_t length = decimal_format(a, i % 2 ? -1 : 6, text);
        assert_int_equal(strlen(text), length);
        assert_int_equal(decimal_parse(text, length, &back), DECIMAL_OK);
        assert_true(a.micro == back.micro);
    }
}

static void shows(int64_t micro, int places, const char *expected) {
    char text[32];
    decimal_format(decimal_micro(micro), places, text);
    assert_string_equal(text, expected);
}

static void numbers_are_shown_with_the_places_asked_for(void **state) {
    (void)state;
    shows(0, -1, "0");
    shows(0, 2, "0.00");
    shows(12500000, -1, "12.5");
    shows(12500000, 0, "13");
    shows(-12500000, 0, "-13");
    shows(12500000, 3, "12.500");
    shows(-4999, 2, "0.00");
    shows(-5000, 2, "-0.01");
    shows(999999, 2, "1.00");
    shows(1, 6, "0.000001");
    shows(INT64_MAX, 6, "9223372036854.775807");
    shows(-INT64_MAX, -1, "-9223372036854.775807");
}

static void rounding_goes_half_away_from_zero(void **state) {
    (void)state;
    assert_int_equal(decimal_round(decimal_micro(2500000), 0).micro, 3000000);
    assert_int_equal(decimal_round(decimal_micro(-2500000), 0).micro, -3000000);
    assert_int_equal(decimal_round(decimal_micro(2499999), 0).micro, 2000000);
    assert_int_equal(decimal_round(decimal_micro(1234565), 5).micro, 1234570);
    assert_int_equal(decimal_round(decimal_micro(1234565), 6).micro, 1234565);
    assert_int_equal(decimal_round(decimal_micro(INT64_MAX), 0).micro,
                     INT64_C(9223372036854000000));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_of_the_grammar_are_read_exactly),
        cmocka_unit_test(what_is_not_a_number_is_refused),
        cmocka_unit_test(numbers_too_large_are_refused),
        cmocka_unit_test(digits_beyond_the_sixth_are_rounded_half_away_from_zero_and_told),
        cmocka_unit_test(overflow_is_told_and_leaves_the_result_alone),
        cmocka_unit_test(products_and_quotients_round_half_away_from_zero),
        cmocka_unit_test(operations_agree_with_wide_integers),
        cmocka_unit_test(format_and_parse_agree),
        cmocka_unit_test(numbers_are_shown_with_the_places_asked_for),
        cmocka_unit_test(rounding_goes_half_away_from_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
