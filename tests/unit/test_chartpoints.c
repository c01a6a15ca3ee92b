#include "layout/chartpoints.h"
#include "monthcase.h"

static struct ink ink;

static struct chartmonths made(void) {
    ink = new_ink();
    return chartmonths_make(&ink, &month_chart.as.columns, month_place, month_place.y + MM(5),
                            false);
}

static const struct chart_value *actual_of(const struct chart_month *month) {
    return &month->actual;
}

static void a_line_goes_through_its_values_and_stops_at_gaps(void **state) {
    (void)state;
    fill_months(CHART_LINE);
    months[5].actual.known = false;
    months[7].actual.known = false;
    const struct chartmonths m = made();
    chartpoints_draw(&m, actual_of, ACTUAL, MM(0.5));
    assert_int_equal(count_paths(composer.scene, ACTUAL, true), 2);
    assert_int_equal(count_paths(composer.scene, ACTUAL, false), 1); /* the lonely sixth */
    const struct path *line = the_path(composer.scene, ACTUAL, true, 0);
    assert_int_equal(line->point_count, 5);
    assert_int_equal(line->points[0].y, chartpoints_at(&m, 0, 4.0).y);
    assert_true(chartpoints_at(&m, 0, 5).y < chartpoints_at(&m, 0, 4).y);
}

static void a_label_avoids_the_line_and_stands_on_a_plate(void **state) {
    (void)state;
    fill_months(CHART_LINE);
    struct chartmonths m = made();
    chartpoints_block(&m, MM(0.6));
    assert_true(chartpoints_label(&m, 3, &months[3].actual, STYLE_KEY, GREY));
    const struct rect plate = filled_box(composer.scene, WHITE, 0);
    for (size_t i = 0; i + 1 < 12; i++)
        assert_false(
            chartink_touches(chartpoints_at(&m, i, 4.0), chartpoints_at(&m, i + 1, 4.0), plate));
    const struct scene_item *word = the_word(composer.scene, 0, "4.0", 0);
    assert_true(word->as.text.x >= plate.x && right_end(word) <= plate.x + plate.w);
}

static void wide_labels_at_the_ends_move_inwards(void **state) {
    (void)state;
    fill_months(CHART_LINE);
    struct chartmonths m = made();
    const struct chart_value wide = {true, 4, "9\u202F200\u202F000"};
    assert_true(chartpoints_label(&m, 0, &wide, STYLE_KEY, GREY));
    assert_true(filled_box(composer.scene, WHITE, 0).x >= month_place.x);
}

static void what_has_no_place_is_left_out(void **state) {
    (void)state;
    fill_months(CHART_LINE);
    struct chartmonths m = made();
    chartlabels_block(&m.labels, month_place);
    assert_false(chartpoints_label(&m, 3, &months[3].actual, STYLE_KEY, GREY));
    assert_null(find_word(composer.scene, 0, "4.0"));
}

static void an_upright_label_stands_over_no_other_point(void **state) {
    (void)state;
    fill_months(CHART_LINE);
    struct chartmonths m = made();
    const mp middle = chartpoints_at(&m, 3, 4).x;
    chartpoints_block(&m, MM(0.6));
    assert_true(chartpoints_upright(&m, 3, &months[3].actual, STYLE_KEY, GREY, MM(1)));
    const struct rect first = filled_box(composer.scene, WHITE, 0);
    assert_near(first.x + first.w / 2, middle, 2);
    assert_true(chartpoints_upright(&m, 3, &months[3].actual, STYLE_KEY, GREY, MM(1)));
    assert_near(filled_box(composer.scene, WHITE, 1).x, first.x, 2);
    assert_false(chartpoints_upright(&m, 3, &months[3].actual, STYLE_KEY, GREY, MM(1)));
    assert_true(chartpoints_upright(&m, 3, &months[3].actual, STYLE_KEY, GREY, MM(4)));
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(a_line_goes_through_its_values_and_stops_at_gaps),
                                       CASE(a_label_avoids_the_line_and_stands_on_a_plate),
                                       CASE(wide_labels_at_the_ends_move_inwards),
                                       CASE(an_upright_label_stands_over_no_other_point),
                                       CASE(what_has_no_place_is_left_out)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
