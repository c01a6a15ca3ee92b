#include "layout/chartmonths.h"
#include "monthcase.h"

static struct ink ink;

static struct chartmonths made(bool zero) {
    ink = new_ink();
    return chartmonths_make(&ink, &month_chart.as.columns, month_place, MM(30), zero);
}

static void years_stand_apart_and_a_lane_is_left_for_labels(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    const struct chartmonths m = made(true);
    assert_near(m.pitch, MM(6.4), MM(0.1));
    assert_near(chartmonths_x(&m, 12) - chartmonths_x(&m, 11) - m.pitch, MM(4), 2);
    assert_true(m.end + MM(16) <= MM(18 + 174) + 10);
}

static void columns_begin_at_zero_lines_need_not(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    assert_int_equal(made(true).value.from == 0.0, true);
    assert_true(made(false).value.from > 3);
    months[3].actual.at = -2;
    assert_true(made(true).value.from <= -2);
}

static void labels_of_near_lines_are_pushed_apart(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    month_chart.as.columns.red = 4.79;
    const struct chartmonths m = made(true);
    chartmonths_draw_lane(&m);
    const mp plan = the_word(composer.scene, 0, "Plan 4.8", 0)->as.text.y;
    const mp red = the_word(composer.scene, 0, "Red flag 4.2", 0)->as.text.y;
    assert_true(red - plan >= PT(9.9));
}

static void the_axis_names_months_and_years(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    const struct chartmonths m = made(true);
    chartmonths_draw_axis(&m);
    assert_int_equal(count_words(composer.scene, 0, "J"), 24);
    assert_true(the_word(composer.scene, 0, "2025/26", 0)->as.text.x > chartmonths_x(&m, 12));
    assert_true(the_word(composer.scene, 0, "forecast", 0)->as.text.x > chartmonths_x(&m, 18));
}

static void a_chart_without_values_is_empty(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    const struct chartmonths full = made(true);
    assert_false(chartmonths_empty(&full));
    memset(months, 0, sizeof months);
    const struct chartmonths empty = made(true);
    assert_true(chartmonths_empty(&empty));
    assert_int_equal(chartmonths_count(&empty), 24);
}

static void the_red_flag_is_dashed_over_this_year(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    const struct chartmonths m = made(true);
    chartmonths_draw_red(&m);
    const struct path *red = the_path(composer.scene, BAD_BAR, true, 0);
    assert_true(red->dash_on > 0);
    assert_int_equal(path_box(red).x, chartmonths_x(&m, 12));
}

static void a_red_flag_that_changes_makes_a_step(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    for (size_t i = 12; i < 24; i++) {
        months[i].has_red = true;
        months[i].red = i < 18 ? 4.0 : 4.4;
    }
    const struct chartmonths m = made(true);
    chartmonths_draw_red(&m);
    assert_int_equal(count_paths(composer.scene, BAD_BAR, true), 3);
    const struct rect low = path_box(the_path(composer.scene, BAD_BAR, true, 0));
    assert_int_equal(low.x, chartmonths_x(&m, 12));
    assert_int_equal(low.x + low.w, chartmonths_x(&m, 18));
    assert_int_equal(low.y, chartink_at(&m.value, 4.0));
    assert_int_equal(path_box(the_path(composer.scene, BAD_BAR, true, 2)).y,
                     chartink_at(&m.value, 4.4));
    double red = 0;
    assert_false(chartmonths_red(&m, 3, &red)); /* the one of all months no longer counts */
}

static void labels_at_the_right_stand_at_the_last_values(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    months[23].plan.at = 5;
    for (size_t i = 12; i < 24; i++) {
        months[i].has_red = true;
        months[i].red = 1 + (double)i / 12;
    }
    const struct chartmonths m = made(true);
    chartmonths_draw_lane(&m);
    assert_near(the_word(composer.scene, 0, "Plan 4.8", 0)->as.text.y, chartink_at(&m.value, 5),
                MM(1));
    assert_near(the_word(composer.scene, 0, "Red flag 4.2", 0)->as.text.y,
                chartink_at(&m.value, months[23].red), MM(1));
}

static void a_year_of_quarters_is_as_wide_as_one_of_months(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    month_chart.as.columns.lane = MM(20);
    const struct chartmonths monthly = made(true);
    month_chart.as.columns.count = 8;
    month_chart.as.columns.year_split = 4;
    month_chart.as.columns.months_each = 3;
    const struct chartmonths quarterly = made(true);
    assert_near(quarterly.end, monthly.end, MM(1));
    assert_near(chartmonths_x(&quarterly, 4), chartmonths_x(&monthly, 12), MM(1));
    assert_true(monthly.rect.x + monthly.rect.w - monthly.end >= MM(20));
    assert_int_equal(chartmonths_column_width(&quarterly), MM(8));
}

static void a_year_says_what_its_columns_are_where_there_is_room(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    month_chart.as.columns.forecast_label = NULL;
    month_chart.as.columns.first_note = "lastyear";
    month_chart.as.columns.second_note = "actual";
    const struct chartmonths m = made(true);
    chartmonths_draw_axis(&m);
    const struct scene_item *note = the_word(composer.scene, 0, "actual", 0);
    assert_true(note->as.text.x > right_end(the_word(composer.scene, 0, "2025/26", 0)));
    the_word(composer.scene, 0, "lastyear", 0);
    month_chart.as.columns.year_split = 2;
    const struct chartmonths narrow = made(true);
    chartmonths_draw_axis(&narrow);
    assert_null(find_word(composer.scene, 0, "lastyear"));
}

static void months_that_would_touch_are_thinned_out(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    ink = new_ink();
    struct chartmonths m =
        chartmonths_make(&ink, &month_chart.as.columns,
                         (struct rect){MM(18), MM(20), MM(174), MM(60)}, MM(25), true);
    chartmonths_draw_axis(&m);
    assert_int_equal(count_words(composer.scene, 0, "J"), 24);
    ink = new_ink();
    m = chartmonths_make(&ink, &month_chart.as.columns,
                         (struct rect){MM(18), MM(20), MM(54), MM(60)}, MM(25), true);
    chartmonths_draw_axis(&m);
    const size_t shown = count_words(composer.scene, 0, "J");
    assert_true(shown >= 4 && shown <= 12);
    for (size_t i = 1; i < shown; i++)
        assert_true(the_word(composer.scene, 0, "J", i)->as.text.x >
                    right_end(the_word(composer.scene, 0, "J", i - 1)));
}

static void without_labels_there_is_no_lane(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    month_chart.as.columns.plan_label = month_chart.as.columns.red_label = NULL;
    const struct chartmonths m = made(true);
    assert_near(m.end, month_place.x + month_place.w, MM(0.1));
}

static void a_given_range_is_kept(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    month_chart.as.columns.range = (struct chart_range){true, -10, 40};
    const struct chartmonths m = made(true);
    assert_true(m.value.from == -10 && m.value.to == 40);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(years_stand_apart_and_a_lane_is_left_for_labels),
                                       CASE(columns_begin_at_zero_lines_need_not),
                                       CASE(labels_of_near_lines_are_pushed_apart),
                                       CASE(the_axis_names_months_and_years),
                                       CASE(a_chart_without_values_is_empty),
                                       CASE(the_red_flag_is_dashed_over_this_year),
                                       CASE(a_red_flag_that_changes_makes_a_step),
                                       CASE(labels_at_the_right_stand_at_the_last_values),
                                       CASE(a_year_of_quarters_is_as_wide_as_one_of_months),
                                       CASE(a_year_says_what_its_columns_are_where_there_is_room),
                                       CASE(months_that_would_touch_are_thinned_out),
                                       CASE(without_labels_there_is_no_lane),
                                       CASE(a_given_range_is_kept)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
