#include "planfixture.h"

#include "assess/wide.h"

static void quotients_are_rounded_half_away_from_zero(void **state) {
    (void)state;
    static const struct {
        int64_t n, d, expected;
    } cases[] = {{7, 2, 4}, {-7, 2, -4}, {6, 4, 2}, {5, 4, 1}, {-5, 4, -1}, {0, 9, 0}, {1, 3, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal((int64_t)wide_divide(cases[i].n, cases[i].d), cases[i].expected);
    const wide large = (wide)1 << 70; /* not in a word */
    assert_int_equal((int64_t)wide_divide(1, large), 0);
    assert_int_equal((int64_t)wide_divide(large + large / 2, large), 2);
    assert_int_equal((int64_t)wide_divide(-3 * large, 2 * large), -2);
}

static void a_decimal_is_made_only_if_it_fits(void **state) {
    (void)state;
    struct decimal out = {5};
    assert_true(wide_decimal(INT64_MAX, &out));
    assert_int_equal(out.micro, INT64_MAX);
    assert_true(wide_decimal(-(wide)INT64_MAX, &out));
    assert_false(wide_decimal((wide)INT64_MAX + 1, &out));
    assert_false(wide_decimal(INT64_MIN, &out));
    assert_int_equal(out.micro, -INT64_MAX);
}

static void fractions_of_more_than_64_bits_are_exact(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    wide big = (wide)INT64_MAX * 1000 + 7;
    const struct rational *two = wide_rational(arena, 2 * big, big);
    assert_int_equal(rational_compare(two, rational_of(arena, 2, 1)), 0);
    const struct rational *minus = wide_rational(arena, -3 * big, 2 * big);
    assert_int_equal(rational_compare(minus, rational_of(arena, -3, 2)), 0);
    const struct rational *tiny = wide_rational(arena, 1, big);
    assert_int_equal(rational_sign(tiny), 1);
    assert_int_equal(rational_compare(wide_rational(arena, 4, 6), rational_of(arena, 2, 3)), 0);
    arena_free(arena);
}

static void numbers_are_told_whether_they_fit_or_not(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    assert_string_equal(wide_text(arena, 0), "0");
    assert_string_equal(wide_text(arena, 1500000), "1.5");
    assert_string_equal(wide_text(arena, -1), "-0.000001");
    assert_string_equal(wide_text(arena, 20 * DECIMAL_ONE), "20");
    assert_string_equal(wide_text(arena, 10 * (wide)INT64_MAX), "92233720368547.75807");
    assert_string_equal(wide_text(arena, -(wide)INT64_MAX * DECIMAL_ONE), "-9223372036854775807");
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotients_are_rounded_half_away_from_zero),
        cmocka_unit_test(a_decimal_is_made_only_if_it_fits),
        cmocka_unit_test(fractions_of_more_than_64_bits_are_exact),
        cmocka_unit_test(numbers_are_told_whether_they_fit_or_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
