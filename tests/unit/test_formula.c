#include "planfixture.h"

#include "assess/formula.h"

static struct formula of(struct arena *arena, const char *text) {
    return formula_decimal(arena, dec(text));
}

static void brackets_stand_only_where_they_change_something(void **state) {
    (void)state;
    struct arena *a = arena_new(0, NULL, NULL);
    struct formula one = of(a, "1"), two = of(a, "2"), less = of(a, "-3");
    struct formula sum = formula_add(a, one, two), product = formula_mul(a, one, two);
    assert_string_equal(formula_sub(a, sum, sum).text, "1 + 2 - (1 + 2)");
    assert_string_equal(formula_add(a, sum, sum).text, "1 + 2 + 1 + 2");
    assert_string_equal(formula_mul(a, sum, two).text, "(1 + 2) x 2");
    assert_string_equal(formula_div(a, product, product).text, "1 x 2 / (1 x 2)");
    assert_string_equal(formula_add(a, one, less).text, "1 + (-3)");
    assert_string_equal(formula_sub(a, less, one).text, "-3 - 1");
    assert_string_equal(formula_abs(a, formula_sub(a, one, two)).text, "abs(1 - 2)");
    arena_free(a);
}

static void equations_show_fractions_and_how_they_round(void **state) {
    (void)state;
    struct arena *a = arena_new(0, NULL, NULL);
    struct formula third = formula_div(a, of(a, "200"), of(a, "3"));
    assert_string_equal(formula_equals(a, third, rational_of(a, 200, 3)),
                        "200 / 3 = (200/3) = 66.666667 rounded");
    assert_string_equal(formula_rounds(a, third, dec("66.666667")), "200 / 3 = 66.666667 rounded");
    struct formula half = formula_div(a, of(a, "1"), of(a, "2"));
    assert_string_equal(formula_equals(a, half, rational_of(a, 1, 2)), "1 / 2 = 0.5");
    assert_string_equal(formula_equals(a, of(a, "5"), rational_of(a, 5, 1)), "");
    arena_free(a);
}

static void long_fractions_are_shown_rounded_and_said_to_be(void **state) {
    (void)state;
    struct arena *a = arena_new(0, NULL, NULL);
    const struct rational *value = rational_of(a, 123456789012, 1000000000039);
    struct formula fraction = formula_fraction(a, value);
    assert_string_equal(fraction.text, "0.123457");
    assert_true(fraction.about);
    struct formula twice = formula_mul(a, of(a, "2"), fraction);
    assert_string_equal(formula_equals(a, twice, twice.value), "2 x 0.123457 = about 0.246914");
    assert_int_equal(rational_compare(fraction.value, value), 0);
    assert_string_equal(formula_fraction(a, rational_of(a, -5, 3)).text, "(-5/3)");
    arena_free(a);
}

static void a_comparison_that_rounding_would_turn_is_shown_in_full(void **state) {
    (void)state;
    struct arena *a = arena_new(0, NULL, NULL);
    /* a hair under 66 2/3, but 66.666667 to six decimals */
    const struct rational *hair = rational_of(a, 1, 3000000000);
    const struct rational *mark = rational_of(a, 200, 3);
    struct formula score = formula_shown(a, rational_sub(a, mark, hair));
    assert_string_equal(score.text, "66.666667");
    assert_string_equal(formula_compare(a, score, "<", formula_fraction(a, mark)),
                        "(199999999999/3000000000) < (200/3)");
    struct formula far = formula_shown(a, rational_of(a, 100, 7));
    assert_string_equal(formula_compare(a, far, "<", formula_fraction(a, mark)),
                        "14.285714 < (200/3)");
    arena_free(a);
}

static void the_greatest_and_the_least_are_found(void **state) {
    (void)state;
    struct arena *a = arena_new(0, NULL, NULL);
    struct formula items[] = {of(a, "2"), of(a, "-7"), of(a, "5")};
    struct formula most = formula_max(a, items, 3), least = formula_min(a, items, 3);
    assert_string_equal(most.text, "max(2, -7, 5)");
    assert_true(formula_holds(most, "=", of(a, "5")));
    assert_true(formula_holds(least, "<=", of(a, "-7")));
    assert_false(formula_holds(least, ">", of(a, "-7")));
    assert_string_equal(formula_max(a, items, 1).text, "2");
    arena_free(a);
}

static void what_is_shown_rounded_makes_all_that_holds_it_an_estimate(void **state) {
    (void)state;
    struct arena *a = arena_new(0, NULL, NULL);
    struct formula exact = of(a, "2");
    struct formula about = formula_fraction(a, rational_of(a, 123456789012, 1000000000039));
    assert_true(formula_mul(a, about, exact).about);
    struct formula items[] = {exact, about, exact};
    struct formula least = formula_min(a, items, 3);
    assert_true(least.about);
    assert_string_equal(least.text, "min(2, 0.123457, 2)");
    assert_string_equal(formula_rounds(a, formula_mul(a, exact, about), dec("0.246914")),
                        "2 x 0.123457 = about 0.246914");
    /* 0.5 lies between the shown number and the exact one */
    struct formula hair = formula_shown(a, rational_of(a, 5000000001, 10000000000));
    assert_string_equal(hair.text, "0.5");
    assert_string_equal(formula_compare(a, of(a, "0.5"), "<", hair), "0.5 < 0.5000000001");
    arena_free(a);
}

static void a_number_below_0_is_bracketed_as_a_factor(void **state) {
    (void)state;
    struct arena *a = arena_new(0, NULL, NULL);
    assert_string_equal(formula_mul(a, of(a, "-3"), of(a, "2")).text, "(-3) x 2");
    assert_string_equal(formula_div(a, of(a, "2"), of(a, "-3")).text, "2 / (-3)");
    arena_free(a);
}

static void a_fraction_is_not_told_twice(void **state) {
    (void)state;
    struct arena *a = arena_new(0, NULL, NULL);
    struct formula mark = formula_fraction(a, rational_of(a, 200, 3));
    assert_string_equal(formula_equals(a, mark, mark.value), "(200/3) = 66.666667 rounded");
    const struct rational *value = rational_of(a, 123456789012, 1000000000039);
    struct formula quotient = formula_div(a, of(a, "123456.789012"), of(a, "1000000.000039"));
    assert_string_equal(formula_equals(a, quotient, value),
                        "123456.789012 / 1000000.000039 = 0.123457 rounded");
    arena_free(a);
}

static void numbers_too_large_for_a_decimal_have_all_their_digits(void **state) {
    (void)state;
    struct arena *a = arena_new(0, NULL, NULL);
    struct formula large = of(a, "9000000000000");
    struct formula sum = formula_add(a, large, large);
    assert_string_equal(formula_equals(a, sum, sum.value),
                        "9000000000000 + 9000000000000 = 18000000000000");
    assert_string_equal(formula_shown(a, sum.value).text, "18000000000000");
    assert_false(formula_shown(a, sum.value).about);
    struct formula less = formula_shown(a, formula_sub(a, of(a, "0"), sum).value);
    assert_string_equal(formula_sub(a, of(a, "1"), less).text, "1 - (-18000000000000)");
    struct formula fraction = formula_div(a, formula_mul(a, sum, sum), of(a, "7"));
    assert_string_equal(formula_fraction(a, fraction.value).text,
                        "(324000000000000000000000000/7)");
    assert_string_equal(formula_compare(a, large, "<", formula_shown(a, sum.value)),
                        "9000000000000 < 18000000000000");
    arena_free(a);
}

static void a_root_is_about_what_squared_gives_the_number(void **state) {
    (void)state;
    struct arena *a = arena_new(0, NULL, NULL);
    struct formula four = formula_root(a, of(a, "16"));
    assert_string_equal(four.text, "root(16)");
    assert_true(formula_holds(four, "=", of(a, "4")));
    struct formula two = formula_root(a, of(a, "2"));
    assert_string_equal(formula_equals(a, two, two.value), "root(2) = about 1.414213");
    assert_true(formula_holds(formula_root(a, of(a, "0")), "=", of(a, "0")));
    arena_free(a);
}

/* The difference of what is shown would be 0, or off by more than a calculator's last digits. */
static void what_rounding_would_spoil_is_there_with_all_digits(void **state) {
    (void)state;
    struct arena *a = arena_new(0, NULL, NULL);
    struct formula tiny = formula_fraction(a, rational_of(a, 1, INT64_C(3000000000000000000)));
    assert_string_equal(tiny.text, "0");
    struct formula one = of(a, "1");
    struct formula large = formula_div(a, one, tiny);
    assert_string_equal(large.text, "1 / (1/3000000000000000000)");
    struct formula fraction = formula_fraction(a, rational_of(a, 123456789012, 1000000000039));
    struct formula off = formula_mul(a, of(a, "100000"), fraction);
    assert_string_equal(formula_equals(a, off, off.value),
                        "100000 x (123456789012/1000000000039) = about 12345.678901");
    arena_free(a);
}

static void a_figure_has_its_fraction_beside_it(void **state) {
    (void)state;
    struct arena *a = arena_new(0, NULL, NULL);
    struct exact third = {dec("0.333333"), rational_of(a, 1, 3)};
    struct formula left = formula_div(a, of(a, "1"), of(a, "3"));
    assert_string_equal(formula_figure(a, left, third), "1 / 3 = (1/3) = 0.333333 rounded");
    assert_string_equal(formula_figure(a, formula_exact(a, third), third),
                        "(1/3) = 0.333333 rounded");
    assert_string_equal(formula_figure(a, of(a, "5"), figure("5")), "");
    assert_string_equal(formula_figure(a, formula_add(a, of(a, "2"), of(a, "3")), figure("5")),
                        "2 + 3 = 5");
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(brackets_stand_only_where_they_change_something),
        cmocka_unit_test(equations_show_fractions_and_how_they_round),
        cmocka_unit_test(long_fractions_are_shown_rounded_and_said_to_be),
        cmocka_unit_test(a_comparison_that_rounding_would_turn_is_shown_in_full),
        cmocka_unit_test(the_greatest_and_the_least_are_found),
        cmocka_unit_test(what_is_shown_rounded_makes_all_that_holds_it_an_estimate),
        cmocka_unit_test(a_number_below_0_is_bracketed_as_a_factor),
        cmocka_unit_test(a_fraction_is_not_told_twice),
        cmocka_unit_test(numbers_too_large_for_a_decimal_have_all_their_digits),
        cmocka_unit_test(a_root_is_about_what_squared_gives_the_number),
        cmocka_unit_test(what_rounding_would_spoil_is_there_with_all_digits),
        cmocka_unit_test(a_figure_has_its_fraction_beside_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
