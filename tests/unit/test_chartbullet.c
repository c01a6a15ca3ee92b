#include "layoutcase.h"

static const struct rect place = {MM(20), MM(20), MM(60), MM(4.5)};

static void drawn(struct chart_bullet bullet) {
    const struct chart chart = {.kind = CHART_BULLET, .as.bullet = bullet};
    const struct ink ink = new_ink();
    chartbullet_draw(&ink, &chart, place);
}

static const struct chart_bullet higher = {.from = 0,
                                           .to = 6,
                                           .red = 4,
                                           .target = 5,
                                           .has_red = true,
                                           .has_target = true,
                                           .actual = {true, 3, NULL},
                                           .forecast = {true, 4, NULL}};

static void the_bad_band_is_dark_up_to_the_red_flag(void **state) {
    (void)state;
    drawn(higher);
    const struct rect dark = filled_box(composer.scene, BAND_DARK, 0);
    assert_int_equal(dark.x, place.x);
    assert_near(dark.w, MM(40), 2);
    assert_near(filled_box(composer.scene, BAND_MIDDLE, 0).w, MM(50), 2);
}

static void where_lower_is_better_the_bands_are_mirrored(void **state) {
    (void)state;
    struct chart_bullet lower = higher;
    lower.lower_better = true;
    lower.target = 2;
    drawn(lower);
    assert_near(filled_box(composer.scene, BAND_LIGHT, 0).w, MM(20), 2);
    assert_near(filled_box(composer.scene, BAND_MIDDLE, 0).w, MM(40), 2);
    assert_int_equal(filled_box(composer.scene, BAND_DARK, 0).w, place.w);
}

static void a_range_is_good_between_its_limits(void **state) {
    (void)state;
    struct chart_bullet range = higher;
    range.range = true;
    drawn(range);
    const struct rect good = filled_box(composer.scene, BAND_LIGHT, 0);
    assert_near(good.x, place.x + MM(40), 2);
    assert_near(good.w, MM(10), 2);
    assert_int_equal(count_paths(composer.scene, INK, false), 2);
}

static void zero_inside_the_scale_is_drawn(void **state) {
    (void)state;
    struct chart_bullet negative = higher;
    negative.from = -6;
    negative.actual.at = -3;
    drawn(negative);
    assert_near(filled_box(composer.scene, ACTUAL, 0).x, place.x + MM(15), 2);
    const struct rect zero = filled_box(composer.scene, INK, 0);
    assert_near(zero.x + zero.w / 2, place.x + MM(30), 2);
    assert_int_equal(zero.h, place.h);
}

static void the_bar_is_a_third_high_and_the_target_a_stroke(void **state) {
    (void)state;
    drawn(higher);
    const struct rect bar = filled_box(composer.scene, ACTUAL, 0);
    assert_near(bar.h, place.h / 3, 3);
    assert_near(bar.w, MM(30), 2);
    const struct rect target = filled_box(composer.scene, INK, 0);
    assert_near(target.x + target.w / 2, place.x + MM(50), 2);
    assert_near(target.h, place.h * 76 / 100, 2);
}

static void a_higher_forecast_is_hatched_a_lower_one_a_tick(void **state) {
    (void)state;
    drawn(higher);
    assert_true(count_paths(composer.scene, ACTUAL, true) > 0);
    struct chart_bullet falling = higher;
    falling.forecast.at = 2;
    drawn(falling);
    assert_int_equal(count_paths(composer.scene, ACTUAL, true), 0);
    assert_int_equal(filled_box(composer.scene, WHITE, 0).w, MM(0.5));
}

static void a_forecast_on_the_other_side_of_the_bar_is_hatched_too(void **state) {
    (void)state;
    struct chart_bullet below = higher;
    below.from = -6;
    below.actual.at = -2;
    below.forecast.at = -4;
    drawn(below);
    assert_true(count_paths(composer.scene, ACTUAL, true) > 0);
    below.actual.at = 2;
    below.forecast.at = -1;
    drawn(below);
    assert_true(count_paths(composer.scene, ACTUAL, true) > 0);
}

static void an_actual_of_zero_has_a_mark(void **state) {
    (void)state;
    struct chart_bullet nought = higher;
    nought.actual.at = 0;
    nought.forecast.known = false;
    drawn(nought);
    const struct rect mark = filled_box(composer.scene, ACTUAL, 0);
    assert_int_equal(mark.x, place.x);
    assert_int_equal(mark.w, MM(0.45));
}

static void without_an_actual_there_is_no_bar(void **state) {
    (void)state;
    struct chart_bullet unknown = higher;
    unknown.actual.known = false;
    unknown.forecast.known = false;
    drawn(unknown);
    assert_int_equal(count_paths(composer.scene, ACTUAL, false), 0);
    assert_int_equal(count_paths(composer.scene, INK, false), 1);
}

static void zones_lie_side_by_side_over_the_whole_ground(void **state) {
    (void)state;
    struct chart_bullet range = higher;
    range.range = true;
    range.zone_count = 5;
    const struct chart_zone zones[] = {
        {1, SHADE_DARK}, {2, SHADE_MIDDLE}, {4, SHADE_LIGHT}, {5, SHADE_MIDDLE}, {9, SHADE_DARK}};
    memcpy(range.zones, zones, sizeof zones);
    drawn(range);
    assert_near(filled_box(composer.scene, BAND_DARK, 0).w, MM(10), 2);
    assert_near(filled_box(composer.scene, BAND_MIDDLE, 0).x, place.x + MM(10), 2);
    assert_near(filled_box(composer.scene, BAND_LIGHT, 0).w, MM(20), 2);
    assert_near(filled_box(composer.scene, BAND_MIDDLE, 1).w, MM(10), 2);
    const struct rect end = filled_box(composer.scene, BAND_DARK, 1);
    assert_near(end.x + end.w, place.x + place.w, 2);
}

static void on_a_zoomed_scale_the_actual_is_a_dot(void **state) {
    (void)state;
    struct chart_bullet near = higher;
    near.from = 2;
    near.zoomed = true;
    drawn(near);
    assert_int_equal(count_paths(composer.scene, ACTUAL, false), 1);
    assert_int_equal(count_paths(composer.scene, WHITE, true), 2); /* the cut, the dot's edge */
    const struct rect dot = filled_box(composer.scene, ACTUAL, 0);
    assert_near(dot.w, dot.h, MM(0.1));
    assert_near(dot.x + dot.w / 2, place.x + MM(15), MM(0.1));
    assert_near(dot.y + dot.h / 2, place.y + place.h / 2, MM(0.1));
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(the_bad_band_is_dark_up_to_the_red_flag),
                                       CASE(where_lower_is_better_the_bands_are_mirrored),
                                       CASE(a_range_is_good_between_its_limits),
                                       CASE(zero_inside_the_scale_is_drawn),
                                       CASE(the_bar_is_a_third_high_and_the_target_a_stroke),
                                       CASE(a_higher_forecast_is_hatched_a_lower_one_a_tick),
                                       CASE(a_forecast_on_the_other_side_of_the_bar_is_hatched_too),
                                       CASE(an_actual_of_zero_has_a_mark),
                                       CASE(without_an_actual_there_is_no_bar),
                                       CASE(zones_lie_side_by_side_over_the_whole_ground),
                                       CASE(on_a_zoomed_scale_the_actual_is_a_dot)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
