#include "layoutcase.h"

static const struct rect place = {MM(100), MM(20), MM(32), MM(4)};
static const mp middle = MM(100) + MM(32) / 2;

static void drawn(struct chart_variance variance) {
    const struct ink ink = new_ink();
    const struct chart chart = {.kind = CHART_VARIANCE, .as.variance = variance};
    chartvariance_draw(&ink, &chart, place);
}

static void a_loss_hangs_to_the_left_with_its_label_outside(void **state) {
    (void)state;
    drawn((struct chart_variance){{true, -2, "\u22122.0"}, 2, "\u22122.0", EFFECT_BAD});
    const struct rect bar = filled_box(composer.scene, BAD_BAR, 0);
    const struct scene_item *label = the_word(composer.scene, 0, "\u22122.0", 0);
    assert_int_equal(bar.x + bar.w, middle);
    assert_true(right_end(label) < bar.x);
    assert_true(label->as.text.x >= place.x);
    assert_int_equal(bar.h, MM(2.4));
}

static void bars_of_a_column_have_one_scale(void **state) {
    (void)state;
    drawn((struct chart_variance){{true, -2, "\u22122.0"}, 2, "\u22122.0", EFFECT_BAD});
    const mp longest = filled_box(composer.scene, BAD_BAR, 0).w;
    drawn((struct chart_variance){{true, 0.5, "+0.5"}, 2, "\u22122.0", EFFECT_GOOD});
    const struct rect bar = filled_box(composer.scene, GOOD_BAR, 0);
    assert_int_equal(bar.x, middle);
    assert_near(bar.w, longest / 4, 2);
}

static void colour_goes_by_effect_and_bad_is_bold(void **state) {
    (void)state;
    drawn((struct chart_variance){{true, 1, "+1.0"}, 2, NULL, EFFECT_BAD});
    assert_int_equal(count_paths(composer.scene, BAD_BAR, false), 1);
    const struct face *bold = the_word(composer.scene, 0, "+1.0", 0)->as.text.run->face;
    drawn((struct chart_variance){{true, 1, "+1.0"}, 2, NULL, EFFECT_GOOD});
    assert_ptr_not_equal(bold, the_word(composer.scene, 0, "+1.0", 0)->as.text.run->face);
}

static void zero_has_no_bar_and_a_missing_value_a_dash(void **state) {
    (void)state;
    drawn((struct chart_variance){{true, 0, "0.0"}, 2, NULL, EFFECT_NONE});
    assert_int_equal(count_paths(composer.scene, ACTUAL, false), 0);
    the_word(composer.scene, 0, "0.0", 0);
    drawn((struct chart_variance){{false, 0, "\u2013"}, 2, NULL, EFFECT_NONE});
    assert_int_equal(the_word(composer.scene, 0, "\u2013", 0)->as.text.colour, GREY);
    assert_int_equal(count_paths(composer.scene, ACTUAL, false), 0);
    assert_int_equal(count_paths(composer.scene, INK, true), 1); /* the line of zero */
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(a_loss_hangs_to_the_left_with_its_label_outside),
                                       CASE(bars_of_a_column_have_one_scale),
                                       CASE(colour_goes_by_effect_and_bad_is_bold),
                                       CASE(zero_has_no_bar_and_a_missing_value_a_dash)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
