#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/rational.h"

static int setup(void **state) {
    *state = arena_new(0, NULL, NULL);
    return *state ? 0 : -1;
}

static int teardown(void **state) {
    arena_free(*state);
    return 0;
}

typedef const struct rational *fraction;

static void thirds_add_up_exactly(void **state) {
    fraction third = rational_of(*state, 1, 3);
    fraction sum = rational_add(*state, rational_add(*state, third, third), third);
    assert_int_equal(rational_compare(sum, rational_of(*state, 1, 1)), 0);
    fraction boundary = rational_of(*state, 200, 3); /* 66 2/3 */
    fraction mean =
        rational_div(*state, rational_add(*state, boundary, rational_of(*state, 400, 6)),
                     rational_of(*state, 2, 1));
    assert_int_equal(rational_compare(mean, boundary), 0);
}

static void signs_are_normalised(void **state) {
    fraction a = rational_of(*state, 3, -6);
    assert_int_equal(rational_sign(a), -1);
    assert_int_equal(rational_compare(a, rational_of(*state, -1, 2)), 0);
    assert_int_equal(rational_sign(rational_of(*state, 0, -5)), 0);
    fraction b = rational_div(*state, rational_of(*state, 1, 1), rational_of(*state, -2, 3));
    assert_int_equal(rational_compare(b, rational_of(*state, -3, 2)), 0);
}

static void order_is_exact_where_rounded_values_are_equal(void **state) {
    /* domain.md section 4, the red vector: a score just under 33 1/3. */
    fraction third = rational_of(*state, 100, 3);
    fraction under = rational_sub(*state, third, rational_of(*state, 1, INT64_C(100000000000)));
    struct decimal a, b;
    assert_true(rational_round(third, 6, &a));
    assert_true(rational_round(under, 6, &b));
    assert_int_equal(a.micro, b.micro);
    assert_int_equal(rational_compare(under, third), -1);
}

static void rounds(void **state, int64_t numerator, int64_t denominator, unsigned places,
                   int64_t micro) {
    struct decimal out;
    assert_true(rational_round(rational_of(*state, numerator, denominator), places, &out));
    assert_int_equal(out.micro, micro);
}

static void rounding_goes_half_away_from_zero(void **state) {
    rounds(state, 1, 2, 0, 1000000);
    rounds(state, -1, 2, 0, -1000000);
    rounds(state, 1, 3, 2, 330000);
    rounds(state, 2, 3, 2, 670000);
    rounds(state, -200, 3, 6, -66666667);
    rounds(state, 499, 1000, 0, 0);
    rounds(state, 1, 8, 2, 130000);
}

static void a_fraction_too_large_for_a_decimal_is_told(void **state) {
    struct decimal out = {9};
    assert_false(rational_round(rational_of(*state, INT64_MAX, 1), 6, &out));
    assert_false(rational_round(rational_of(*state, INT64_C(9223372036855), 1), 0, &out));
    assert_int_equal(out.micro, 9);
    assert_true(rational_round(rational_of(*state, INT64_C(9223372036854), 1), 0, &out));
}

static void decimals_become_fractions(void **state) {
    fraction a = rational_decimal(*state, decimal_micro(-12500000));
    assert_int_equal(rational_compare(a, rational_of(*state, -25, 2)), 0);
    fraction least = rational_of(*state, INT64_MIN, 1);
    assert_int_equal(rational_sign(least), -1);
    assert_int_equal(rational_compare(least, rational_of(*state, -INT64_MAX, 1)), -1);
}

/* Sum of 1/1 .. 1/n, whose parts soon have hundreds of digits. */
static fraction harmonic(struct arena *arena, int64_t n) {
    fraction sum = rational_of(arena, 0, 1);
    for (int64_t i = 1; i <= n; i++)
        sum = rational_add(arena, sum, rational_of(arena, 1, i));
    return sum;
}

static void fractions_grow_beyond_machine_words_and_shrink_again(void **state) {
    struct arena *arena = *state;
    fraction sum = harmonic(arena, 200);
    struct decimal rounded;
    assert_true(rational_round(sum, 6, &rounded));
    assert_int_equal(rounded.micro, 5878031);
    fraction rest = sum;
    for (int64_t i = 200; i >= 3; i--)
        rest = rational_sub(arena, rest, rational_of(arena, 1, i));
    assert_int_equal(rational_compare(rest, rational_of(arena, 3, 2)), 0);
    fraction one = rational_div(arena, sum, sum);
    assert_int_equal(rational_compare(one, rational_of(arena, 1, 1)), 0);
    fraction square = rational_mul(arena, sum, sum);
    assert_int_equal(rational_compare(square, sum), 1);
    assert_int_equal(rational_compare(rational_sub(arena, rational_of(arena, 0, 1), square), sum),
                     -1);
    assert_int_equal(rational_sign(rational_sub(arena, sum, square)), -1);
}

static void products_beyond_machine_words_are_exact(void **state) {
    fraction large = rational_of(*state, INT64_MAX, 7);
    fraction product = rational_mul(*state, large, large);
    fraction back = rational_div(*state, product, large);
    assert_int_equal(rational_compare(back, large), 0);
    struct decimal out;
    assert_false(rational_round(product, 0, &out));
    fraction tiny = rational_div(*state, rational_of(*state, -1, 1), product);
    assert_true(rational_round(tiny, 6, &out));
    assert_int_equal(out.micro, 0);
    fraction half = rational_add(*state, tiny, rational_of(*state, 1, 2));
    assert_true(rational_round(half, 0, &out)); /* just under a half */
    assert_int_equal(out.micro, 0);
    half = rational_sub(*state, rational_of(*state, 1, 2), tiny);
    assert_true(rational_round(half, 0, &out));
    assert_int_equal(out.micro, 1000000);
}

static void the_laws_of_arithmetic_hold(void **state) {
    struct arena *arena = arena_new(0, NULL, NULL);
    (void)state;
    uint64_t seed = 42;
    for (int i = 0; i < 20000; i++) {
        int64_t parts[6];
        for (int j = 0; j < 6; j++) {
            seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
            parts[j] = (int64_t)(seed >> (8 + seed % 50)) + 1;
        }
        fraction a = rational_of(arena, parts[0], parts[1]);
        fraction b = rational_of(arena, -parts[2], parts[3]);
        fraction c = rational_of(arena, parts[4], parts[5]);
        fraction left = rational_mul(arena, a, rational_add(arena, b, c));
        fraction right = rational_add(arena, rational_mul(arena, a, b), rational_mul(arena, a, c));
        assert_int_equal(rational_compare(left, right), 0);
        fraction back = rational_div(arena, rational_mul(arena, a, b), b);
        assert_int_equal(rational_compare(back, a), 0);
        assert_int_equal(rational_compare(a, c), -rational_compare(c, a));
    }
    arena_free(arena);
}

static void fractions_are_written_in_lowest_terms(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    assert_string_equal(rational_text(arena, rational_of(arena, 2200, 42)), "1100/21");
    assert_string_equal(rational_text(arena, rational_of(arena, 10, -2)), "-5");
    const struct rational *big = rational_of(arena, INT64_MAX, 1);
    big = rational_mul(arena, big, big);
    assert_string_equal(rational_text(arena, big), "85070591730234615847396907784232501249");
    assert_string_equal(rational_text(arena, rational_div(arena, rational_of(arena, -1, 1), big)),
                        "-1/85070591730234615847396907784232501249");
    arena_free(arena);
}

static void a_copy_outlives_the_arena_it_was_made_in(void **state) {
    struct arena *aside = arena_aside(*state);
    fraction small = rational_of(aside, -7, 3), big = rational_of(aside, INT64_MAX, 1);
    big = rational_mul(aside, big, big);
    fraction small_copy = rational_copy(*state, small), big_copy = rational_copy(*state, big);
    arena_free(aside);
    assert_string_equal(rational_text(*state, small_copy), "-7/3");
    assert_string_equal(rational_text(*state, big_copy), "85070591730234615847396907784232501249");
    assert_null(rational_copy(*state, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(thirds_add_up_exactly),
        cmocka_unit_test(signs_are_normalised),
        cmocka_unit_test(order_is_exact_where_rounded_values_are_equal),
        cmocka_unit_test(rounding_goes_half_away_from_zero),
        cmocka_unit_test(a_fraction_too_large_for_a_decimal_is_told),
        cmocka_unit_test(decimals_become_fractions),
        cmocka_unit_test(fractions_grow_beyond_machine_words_and_shrink_again),
        cmocka_unit_test(products_beyond_machine_words_are_exact),
        cmocka_unit_test(the_laws_of_arithmetic_hold),
        cmocka_unit_test(fractions_are_written_in_lowest_terms),
        cmocka_unit_test(a_copy_outlives_the_arena_it_was_made_in),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
