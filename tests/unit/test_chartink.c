#include "layoutcase.h"

static void a_scale_runs_from_end_to_end_and_no_further(void **state) {
    (void)state;
    const struct scale scale = {0, 10, MM(20), MM(120)};
    assert_int_equal(chartink_at(&scale, 0), MM(20));
    assert_near(chartink_at(&scale, 5), MM(70), 1);
    assert_int_equal(chartink_at(&scale, 10), MM(120));
    assert_int_equal(chartink_at(&scale, -3), MM(20));
    assert_int_equal(chartink_at(&scale, 99), MM(120));
    const struct scale empty = {4, 4, MM(20), MM(120)};
    assert_int_equal(chartink_at(&empty, 4), MM(20));
}

static void a_forecast_is_hatched_on_white(void **state) {
    (void)state;
    const struct ink ink = new_ink();
    chartink_hatched(&ink, (struct rect){MM(20), MM(20), MM(10), MM(10)}, ACTUAL);
    assert_int_equal(count_paths(composer.scene, WHITE, false), 1);
    assert_true(count_paths(composer.scene, ACTUAL, true) >= 2);
}

static void boxes_that_only_touch_do_not_overlap(void **state) {
    (void)state;
    const struct rect a = {0, 0, 10, 10};
    assert_true(chartink_overlap(a, (struct rect){9, 9, 5, 5}));
    assert_false(chartink_overlap(a, (struct rect){10, 0, 5, 5}));
    assert_false(chartink_overlap(a, (struct rect){0, 10, 5, 5}));
}

static void no_data_is_a_dashed_line_of_part_of_the_width(void **state) {
    (void)state;
    const struct ink ink = new_ink();
    chartink_nothing(&ink, (struct rect){MM(20), MM(20), MM(10), MM(4)});
    const struct path *path = the_path(composer.scene, 0x7B8794, true, 0);
    assert_true(path->dash_on > 0);
    assert_near(path_box(path).w, MM(7), 2);
}

static void text_aligns_at_its_point(void **state) {
    (void)state;
    const struct ink ink = new_ink();
    const struct point at = {MM(50), MM(50)};
    chartink_text(&ink, STYLE_KEY, GREY, ALIGN_RIGHT, at, "12");
    assert_near(right_end(the_word(composer.scene, 0, "12", 0)), MM(50), 2);
    assert_int_equal(chartink_width(&ink, STYLE_KEY, "12"),
                     composer_text_width(&composer, STYLE_KEY, "12"));
}

static void scenarios_differ_without_colour(void **state) {
    (void)state;
    const struct ink ink = new_ink();
    const struct rect rect = {MM(20), MM(20), MM(6), MM(30)};
    chartink_bar(&ink, rect, SCENARIO_ACTUAL);
    assert_int_equal(the_path(composer.scene, ACTUAL, false, 0)->stroke, COLOUR_NONE);
    chartink_bar(&ink, rect, SCENARIO_PRIOR);
    assert_int_equal(the_path(composer.scene, PRIOR, false, 0)->stroke, PRIOR_OUTLINE);
    chartink_bar(&ink, rect, SCENARIO_PLAN);
    assert_int_equal(the_path(composer.scene, WHITE, false, 0)->stroke, INK);
    assert_int_equal(count_paths(composer.scene, ACTUAL, true), 0);
    chartink_bar(&ink, rect, SCENARIO_FORECAST);
    assert_true(count_paths(composer.scene, ACTUAL, true) >= 2); /* hatch and outline */
    const size_t before = composer.scene->pages.items[0].items.count;
    chartink_bar(&ink, (struct rect){0, 0, 0, MM(3)}, SCENARIO_PLAN);
    assert_int_equal(composer.scene->pages.items[0].items.count, before);
}

static void a_way_touches_what_it_crosses(void **state) {
    (void)state;
    const struct rect box = {10, 10, 10, 10};
    assert_true(chartink_touches((struct point){0, 0}, (struct point){30, 30}, box));
    assert_true(chartink_touches((struct point){15, 15}, (struct point){16, 16}, box));
    assert_false(chartink_touches((struct point){0, 12}, (struct point){8, 12}, box));
    assert_false(chartink_touches((struct point){0, 18}, (struct point){18, 36}, box));
}

static void an_empty_chart_says_its_sentence_where_there_is_room(void **state) {
    (void)state;
    const struct ink ink = new_ink();
    chartink_empty(&ink, (struct rect){MM(20), MM(20), MM(60), MM(20)}, "No values yet.");
    the_word(composer.scene, 0, "No values yet.", 0);
    chartink_empty(&ink, (struct rect){MM(20), MM(50), MM(60), MM(4)}, "Too low.");
    assert_null(find_word(composer.scene, 0, "Too low."));
    assert_int_equal(count_paths(composer.scene, 0x7B8794, true), 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(a_scale_runs_from_end_to_end_and_no_further),
                                       CASE(a_forecast_is_hatched_on_white),
                                       CASE(boxes_that_only_touch_do_not_overlap),
                                       CASE(no_data_is_a_dashed_line_of_part_of_the_width),
                                       CASE(text_aligns_at_its_point),
                                       CASE(scenarios_differ_without_colour),
                                       CASE(a_way_touches_what_it_crosses),
                                       CASE(an_empty_chart_says_its_sentence_where_there_is_room)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
