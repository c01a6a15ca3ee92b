#include "monthcase.h"

static void drawn(void) {
    const struct ink ink = new_ink();
    chartcolumns_draw(&ink, &month_chart, month_place);
}

static void prior_year_is_light_this_year_dark_and_forecast_hatched(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    drawn();
    assert_int_equal(count_paths(composer.scene, PRIOR, false), 12);
    assert_int_equal(count_paths(composer.scene, ACTUAL, false), 6);
    assert_true(count_paths(composer.scene, ACTUAL, true) >= 12); /* outline and hatch each */
}

static void columns_stand_on_zero_and_are_as_high_as_their_values(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    drawn();
    const struct rect prior = filled_box(composer.scene, PRIOR, 0);
    const struct rect actual = filled_box(composer.scene, ACTUAL, 0);
    assert_int_equal(prior.y + prior.h, actual.y + actual.h);
    assert_near((mp)((int64_t)actual.h * 4 / 5), prior.h, MM(0.1));
}

static void labels_that_fit_stand_white_inside(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    drawn();
    assert_int_equal(the_word(composer.scene, 0, "5.0", 0)->as.text.colour, WHITE);
    assert_int_equal(count_words(composer.scene, 0, "5.0"), 6);
    assert_int_equal(count_words(composer.scene, 0, "4.0"), 12);
    assert_int_equal(count_words(composer.scene, 0, "4.5"), 6);
}

static void wide_labels_are_only_the_ends_and_extremes(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    for (size_t i = 0; i < 24; i++) {
        months[i].actual.label = months[i].actual.known ? "3\u202F180" : NULL;
        months[i].forecast.label = months[i].forecast.known ? "4\u202F500" : NULL;
    }
    months[15].actual.at = 9;
    drawn();
    assert_int_equal(count_words(composer.scene, 0, "3\u202F180"), 3);
    assert_int_equal(count_words(composer.scene, 0, "4\u202F500"), 1);
    assert_int_equal(the_word(composer.scene, 0, "3\u202F180", 0)->as.text.colour, INK);
}

static void no_two_labels_touch(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    drawn();
    struct rect taken[64];
    size_t count = 0;
    for (size_t i = 0; i < composer.scene->pages.items[0].items.count; i++) {
        const struct scene_item *item = &composer.scene->pages.items[0].items.items[i];
        if (item->kind != SCENE_TEXT || count == 64)
            continue;
        const struct rect box = {item->as.text.x, item->as.text.y - PT(5.4),
                                 right_end(item) - item->as.text.x, PT(5.4)};
        for (size_t k = 0; k < count; k++)
            assert_false(chartink_overlap(box, taken[k]));
        taken[count++] = box;
    }
    assert_true(count > 40);
}

static void the_strip_hangs_variances_from_the_plan_by_effect(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    month_chart.as.columns.variance_strip = true;
    months[12].variance_label = "+0.2";
    drawn();
    assert_int_equal(count_paths(composer.scene, GOOD_BAR, false), 6);
    assert_true(count_paths(composer.scene, BAD_BAR, true) > 6); /* hatched: forecast below plan */
    assert_int_equal(the_word(composer.scene, 0, "+0.2", 0)->as.text.colour, GOOD_TEXT);
    the_word(composer.scene, 0, "Variance", 0);
    month_chart.as.columns.lower_better = true;
    drawn();
    assert_int_equal(count_paths(composer.scene, BAD_BAR, false), 6);
}

/* From the lowest bar of the strip to the highest column, whether labels stand there or not. */
static void strip_and_columns_stand_close_together(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    month_chart.as.columns.variance_strip = true;
    for (size_t i = 12; i < 24; i++) {
        months[i].plan.at = 6;
        months[i].forecast.label = NULL;
    }
    drawn();
    mp lowest = 0;
    for (size_t i = 0; i < count_paths(composer.scene, BAD_BAR, false); i++) {
        const struct rect bar = filled_box(composer.scene, BAD_BAR, i);
        lowest = length_max(lowest, bar.y + bar.h);
    }
    mp highest = MM(297);
    for (size_t i = 0; i < count_paths(composer.scene, INK, true); i++) {
        const struct rect plan = path_box(the_path(composer.scene, INK, true, i));
        highest = plan.h > MM(5) ? length_min(highest, plan.y) : highest;
    }
    assert_true(highest > lowest);
    assert_true(highest - lowest <= MM(6.6)); /* the forecasts' bars hang 3 mm lower */
}

static void the_red_flag_shows_through_the_plan(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    drawn();
    assert_int_equal(the_path(composer.scene, INK, true, 0)->fill, COLOUR_NONE);
}

static void without_a_plan_there_is_no_strip(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    month_chart.as.columns.variance_strip = true;
    for (size_t i = 0; i < 24; i++)
        months[i].plan.known = false;
    drawn();
    assert_int_equal(count_paths(composer.scene, GOOD_BAR, false), 0);
    assert_null(find_word(composer.scene, 0, "Variance"));
    assert_null(find_word(composer.scene, 0, "Plan 4.8"));
}

static void one_value_and_none_can_be_drawn(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    for (size_t i = 0; i < 24; i++)
        months[i] = (struct chart_month){.initial = "J"};
    month_chart.as.columns.has_red = false;
    drawn();
    assert_true(the_path(composer.scene, 0x7B8794, true, 0)->dash_on > 0);
    months[23].actual = (struct chart_value){true, 0, "0"};
    drawn();
    the_word(composer.scene, 0, "0", 0);
    assert_null(scene_problem(composer.scene));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(prior_year_is_light_this_year_dark_and_forecast_hatched),
        CASE(columns_stand_on_zero_and_are_as_high_as_their_values),
        CASE(labels_that_fit_stand_white_inside),
        CASE(wide_labels_are_only_the_ends_and_extremes),
        CASE(no_two_labels_touch),
        CASE(the_strip_hangs_variances_from_the_plan_by_effect),
        CASE(strip_and_columns_stand_close_together),
        CASE(the_red_flag_shows_through_the_plan),
        CASE(without_a_plan_there_is_no_strip),
        CASE(one_value_and_none_can_be_drawn)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
