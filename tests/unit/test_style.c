#include "layoutcase.h"

static void no_style_is_smaller_than_seven_points(void **state) {
    (void)state;
    for (int i = 0; i < STYLE_COUNT; i++) {
        const struct style_spec *spec = style_spec((enum style)i);
        assert_true(spec->size >= PT(7));
        assert_true(spec->leading > spec->size);
    }
}

static void the_scale_is_that_of_the_look(void **state) {
    (void)state;
    assert_int_equal(style_spec(STYLE_TITLE)->size, PT(17));
    assert_int_equal(style_spec(STYLE_TITLE)->role, FONT_HEAVY);
    assert_int_equal(style_spec(STYLE_HEADING)->colour, NAVY);
    assert_int_equal(style_spec(STYLE_TABLE)->leading, PT(11.25));
    assert_int_equal(style_spec(STYLE_DENSE)->size, PT(8));
}

static void the_ramp_repeats_its_last_colour(void **state) {
    (void)state;
    assert_int_equal(style_ramp(0), 0x1B3557);
    assert_int_equal(style_ramp(5), 0x4374A4);
    assert_int_equal(style_ramp(9), 0x4374A4);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(no_style_is_smaller_than_seven_points),
                                       CASE(the_scale_is_that_of_the_look),
                                       CASE(the_ramp_repeats_its_last_colour)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
