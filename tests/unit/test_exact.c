#include "planfixture.h"

#include "base/exact.h"

#include "unit/arenacase.h" /* last: it has an `arena` */

static struct exact fraction(int64_t numerator, int64_t denominator) {
    struct exact made;
    assert_true(exact_fraction(rational_of(arena, numerator, denominator), &made));
    return made;
}

static void is(struct exact got, const char *rounded, const char *text) {
    assert_int_equal(got.rounded.micro, dec(rounded).micro);
    if (text) {
        assert_non_null(got.fraction);
        assert_string_equal(rational_text(arena, got.fraction), text);
    } else {
        assert_null(got.fraction);
    }
}

static void only_what_no_decimal_is_has_a_fraction(void **state) {
    (void)state;
    is(fraction(2, 3), "0.666667", "2/3");
    is(fraction(-2, 3), "-0.666667", "-2/3");
    is(fraction(1, 2), "0.5", NULL);
    is(fraction(1, 10000000), "0", "1/10000000");
    is(fraction(5, 10000000), "0.000001", "1/2000000");
}

static void arithmetic_is_exact(void **state) {
    (void)state;
    struct exact third = fraction(1, 3), out;
    assert_true(exact_add(arena, third, third, &out));
    is(out, "0.666667", "2/3");
    assert_true(exact_add(arena, figure("1"), out, &out));
    assert_true(exact_sub(arena, out, fraction(2, 3), &out));
    is(out, "1", NULL);
    assert_true(exact_sub(arena, figure("1"), third, &out));
    is(out, "0.666667", "2/3");
    assert_true(exact_mul(arena, third, figure("3"), &out));
    is(out, "1", NULL);
    assert_true(exact_mul(arena, figure("3"), third, &out));
    is(out, "1", NULL);
    assert_true(exact_mul(arena, figure("0.001"), figure("0.0001"), &out));
    is(out, "0", "1/10000000");
    assert_true(exact_div(arena, figure("1"), figure("-3"), &out));
    is(out, "-0.333333", "-1/3");
    assert_true(exact_div(arena, third, figure("2"), &out));
    is(out, "0.166667", "1/6");
    assert_true(exact_div(arena, figure("2"), third, &out));
    is(out, "6", NULL);
}

static void decimals_stay_decimals(void **state) {
    (void)state;
    struct exact out;
    assert_true(exact_add(arena, figure("1.5"), figure("2"), &out));
    is(out, "3.5", NULL);
    assert_true(exact_sub(arena, figure("1.5"), figure("2"), &out));
    is(out, "-0.5", NULL);
    assert_true(exact_mul(arena, figure("1.5"), figure("2"), &out));
    is(out, "3", NULL);
    assert_true(exact_div(arena, figure("1.5"), figure("2"), &out));
    is(out, "0.75", NULL);
}

static void what_does_not_fit_is_left_alone(void **state) {
    (void)state;
    struct exact most = figure("9000000000000"), least = figure("-9000000000000");
    struct exact third = fraction(1, 3), out = figure("7");
    assert_false(exact_add(arena, most, most, &out));
    assert_false(exact_sub(arena, least, most, &out));
    assert_false(exact_mul(arena, most, most, &out));
    assert_false(exact_mul(arena, most, figure("3.3"), &out));
    assert_false(exact_div(arena, most, figure("0.1"), &out));
    assert_false(exact_div(arena, most, third, &out));
    is(out, "7", NULL);
}

static void the_size_of_a_figure_is_exact_too(void **state) {
    (void)state;
    is(exact_abs(arena, fraction(-1, 3)), "0.333333", "1/3");
    is(exact_abs(arena, fraction(1, 3)), "0.333333", "1/3");
    is(exact_abs(arena, figure("-2")), "2", NULL);
    assert_int_equal(exact_sign(fraction(-1, 100000000)), -1);
    assert_int_equal(exact_sign(figure("0")), 0);
    assert_int_equal(exact_sign(figure("3")), 1);
}

static void the_seventh_decimal_decides_an_order(void **state) {
    (void)state;
    const struct {
        struct exact a, b;
        int expected;
    } cases[] = {
        {fraction(2, 3), figure("0.666667"), -1},
        {figure("0.666667"), fraction(2, 3), 1},
        {fraction(1, 3), figure("0.333333"), 1},
        {figure("0.333333"), fraction(1, 3), -1},
        {fraction(1, 3), fraction(1, 3), 0},
        {fraction(1, 3), fraction(10000001, 30000000), -1},
        {figure("1"), figure("1"), 0},
        {figure("1"), fraction(1, 3), 1},
        {fraction(1, 3), figure("1"), -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(exact_compare(cases[i].a, cases[i].b), cases[i].expected);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_no_decimal_is_has_a_fraction),
        cmocka_unit_test(arithmetic_is_exact),
        cmocka_unit_test(decimals_stay_decimals),
        cmocka_unit_test(what_does_not_fit_is_left_alone),
        cmocka_unit_test(the_size_of_a_figure_is_exact_too),
        cmocka_unit_test(the_seventh_decimal_decides_an_order),
    };
    return cmocka_run_group_tests(tests, arenacase_begin, arenacase_end);
}
