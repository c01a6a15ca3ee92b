#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/colour.h"
#include <math.h>

static void near(double is, double expected, double within) {
    if (fabs(is - expected) > within)
        fail_msg("%f, not %f", is, expected);
}

static void contrast_runs_from_one_to_twenty_one(void **state) {
    (void)state;
    near(colour_contrast(0x000000, 0xFFFFFF), 21, 1e-9);
    near(colour_contrast(0xFFFFFF, 0x000000), 21, 1e-9);
    near(colour_contrast(0x3B6A9B, 0x3B6A9B), 1, 1e-9);
    near(colour_contrast(0x52606D, 0xFFFFFF), 6.46, 0.01);
}

/* Against the checker of the tests, which was held to published pairs. */
static void distance_is_that_of_ciede2000_for_every_sight(void **state) {
    (void)state;
    static const double expected[SIGHT_COUNT] = {61.61, 25.89, 20.60, 60.95, 17.01};
    for (int sight = 0; sight < SIGHT_COUNT; sight++)
        near(colour_distance(0x1A8F70, 0x9F1D20, (enum colour_sight)sight), expected[sight], 0.01);
}

static void greys_of_one_lightness_are_the_same(void **state) {
    (void)state;
    near(colour_distance(0x777777, 0x777777, SIGHT_FULL), 0, 1e-9);
    assert_true(colour_distance(0xFF0000, 0x00FF00, SIGHT_FULL) > 80);
}

static void words_are_white_unless_only_dark_ones_can_be_read(void **state) {
    (void)state;
    assert_int_equal(colour_words_on(0x1B3557), 0xFFFFFF);
    assert_int_equal(colour_words_on(0x767676), 0xFFFFFF); /* 4.54 : 1 */
    assert_int_equal(colour_words_on(0xFFFF00), COLOUR_DARK_WORDS);
    assert_int_equal(colour_words_on(0x808080), COLOUR_UNREADABLE);
}

static void a_mixture_has_a_part_of_each_channel(void **state) {
    (void)state;
    assert_int_equal(colour_mixed(0x204060, 0xFFFFFF, 100), 0x204060);
    assert_int_equal(colour_mixed(0x204060, 0xFFFFFF, 0), 0xFFFFFF);
    assert_int_equal(colour_mixed(0xFF8000, 0x000000, 50), 0x7F4000); /* rounded down */
    assert_int_equal(colour_mixed(0x0000FF, 0xFF0000, 25), 0xBF003F);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_runs_from_one_to_twenty_one),
        cmocka_unit_test(distance_is_that_of_ciede2000_for_every_sight),
        cmocka_unit_test(words_are_white_unless_only_dark_ones_can_be_read),
        cmocka_unit_test(greys_of_one_lightness_are_the_same),
        cmocka_unit_test(a_mixture_has_a_part_of_each_channel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
