#include "layoutcase.h"

static const struct rect place = {MM(18), MM(20), MM(174), MM(52)};
static struct chart_xmr_point points[70];
static struct chart chart;

static void fill(size_t count) {
    memset(points, 0, sizeof points);
    for (size_t i = 0; i < count; i++)
        points[i] = (struct chart_xmr_point){.initial = "J", .value = {true, 5, "5.0"}};
    chart = (struct chart){.kind = CHART_XMR,
                           .empty = "No values yet.",
                           .as.xmr = {.points = points,
                                      .count = count,
                                      .second_year = "2025/26",
                                      .has_limits = true,
                                      .mean = {true, 5, "Mean 5.0"},
                                      .lower = {true, 4, "Lower limit 4.0"},
                                      .upper = {true, 6, "Upper limit 6.0"}}};
}

static void drawn(void) {
    const struct ink ink = new_ink();
    chartxmr_draw(&ink, &chart, place);
    assert_null(scene_problem(composer.scene));
}

static void mean_and_limits_stand_at_their_values_with_labels(void **state) {
    (void)state;
    fill(12);
    drawn();
    const mp mean = the_word(composer.scene, 0, "Mean 5.0", 0)->as.text.y;
    const mp upper = the_word(composer.scene, 0, "Upper limit 6.0", 0)->as.text.y;
    const mp lower = the_word(composer.scene, 0, "Lower limit 4.0", 0)->as.text.y;
    assert_near(lower - mean, mean - upper, 4);
    const struct rect limit = path_box(the_path(composer.scene, GREY, true, 0));
    assert_near(limit.y + PT(2.7), lower, 4);
    assert_int_equal(the_path(composer.scene, GREY, true, 0)->dash_on, 0);
}

static void trial_limits_are_dashed(void **state) {
    (void)state;
    fill(6);
    chart.as.xmr.trial = true;
    drawn();
    assert_true(the_path(composer.scene, GREY, true, 0)->dash_on > 0);
}

static void signals_are_squares_in_the_colour_of_their_effect(void **state) {
    (void)state;
    fill(12);
    points[3].signal = true;
    points[7].signal = true;
    points[7].effect = EFFECT_BAD;
    points[7].value = (struct chart_value){true, 3, "3.0"};
    drawn();
    const struct rect bad = filled_box(composer.scene, BAD_BAR, 0);
    assert_int_equal(bad.w, MM(2));
    assert_int_equal(bad.h, MM(2));
    assert_int_equal(the_path(composer.scene, BAD_BAR, false, 0)->point_count, 4);
    assert_int_equal(count_paths(composer.scene, INK, false), 1);
    assert_int_equal(count_paths(composer.scene, ACTUAL, false), 10); /* dots of the others */
    assert_int_equal(the_word(composer.scene, 0, "3.0", 0)->as.text.colour, BAD_TEXT);
}

static void where_signals_would_crowd_the_first_and_the_extremes_are_labelled(void **state) {
    (void)state;
    fill(24);
    for (size_t i = 0; i < 24; i++) {
        const double value = 5 + (double)i / 4;
        points[i].value = (struct chart_value){true, value, arena_printf(arena, "%zu 000 000", i)};
        points[i].signal = i >= 14;
    }
    points[20].value.at = 20;
    drawn();
    static const char *const told[] = {"0 000 000", "14 000 000", "20 000 000", "23 000 000"};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        the_word(composer.scene, 0, told[i], 0);
    assert_null(find_word(composer.scene, 0, "17 000 000"));
}

static void a_gap_stays_a_gap(void **state) {
    (void)state;
    fill(12);
    points[5].value.known = false;
    drawn();
    assert_int_equal(count_paths(composer.scene, ACTUAL, false), 11);
    assert_int_equal(count_paths(composer.scene, ACTUAL, true), 2); /* two stretches */
}

static void of_very_many_points_the_latest_are_shown(void **state) {
    (void)state;
    fill(70);
    points[0].value.label = "first";
    points[69].value.label = "latest";
    drawn();
    the_word(composer.scene, 0, "latest", 0);
    assert_null(find_word(composer.scene, 0, "first"));
}

static void without_limits_and_without_values_it_still_stands(void **state) {
    (void)state;
    fill(3);
    chart.as.xmr.has_limits = false;
    drawn();
    assert_int_equal(count_paths(composer.scene, GREY, true), 0);
    fill(0);
    drawn();
    the_word(composer.scene, 0, "No values yet.", 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(mean_and_limits_stand_at_their_values_with_labels),
        CASE(trial_limits_are_dashed),
        CASE(signals_are_squares_in_the_colour_of_their_effect),
        CASE(where_signals_would_crowd_the_first_and_the_extremes_are_labelled),
        CASE(a_gap_stays_a_gap),
        CASE(of_very_many_points_the_latest_are_shown),
        CASE(without_limits_and_without_values_it_still_stands)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
