#include "layoutcase.h"

static const struct rect place = {MM(18), MM(20), MM(84), MM(70)};
static const struct chart_value ticks[] = {{true, -10, "\u221210"}, {true, 10, "+10"}};

static void drawn(const struct chart_pair *pairs, size_t count, bool latest) {
    const struct ink ink = new_ink();
    const struct chart chart = {.kind = CHART_SCATTER,
                                .empty = "Too little data.",
                                .as.scatter = {.pairs = pairs,
                                               .count = count,
                                               .x_label = "Move of the driver",
                                               .y_label = "Move of the outcome",
                                               .x_ticks = ticks,
                                               .y_ticks = ticks,
                                               .x_tick_count = 2,
                                               .y_tick_count = 2,
                                               .verdict = "Association not shown",
                                               .latest_marked = latest}};
    chartscatter_draw(&ink, &chart, place);
    assert_null(scene_problem(composer.scene));
}

static struct point middle(struct rect box) {
    return (struct point){box.x + box.w / 2, box.y + box.h / 2};
}

static void points_stand_by_their_moves_right_and_up(void **state) {
    (void)state;
    static const struct chart_pair pairs[] = {
        {.x = -10, .y = -10}, {.x = 0, .y = 0}, {.x = 10, .y = 10}};
    drawn(pairs, 3, false);
    struct point at[3];
    for (size_t i = 0; i < 3; i++)
        at[i] = middle(filled_box(composer.scene, ACTUAL, i));
    assert_true(at[0].x < at[1].x && at[1].x < at[2].x);
    assert_true(at[0].y > at[1].y && at[1].y > at[2].y);
    assert_near(at[1].x - at[0].x, at[2].x - at[1].x, 4);
    const struct rect across = path_box(the_path(composer.scene, GROUP_RULE, true, 0));
    assert_near(at[1].y, across.y, 4);
}

static void both_axes_and_the_callers_verdict_are_written_and_no_line_is_fitted(void **state) {
    (void)state;
    static const struct chart_pair pairs[] = {{.x = -10, .y = -10}, {.x = 10, .y = 10}};
    drawn(pairs, 2, false);
    the_word(composer.scene, 0, "Move of the driver", 0);
    the_word(composer.scene, 0, "Move of the outcome", 0);
    the_word(composer.scene, 0, "Association not shown", 0);
    assert_int_equal(count_words(composer.scene, 0, "+10"), 2);
    assert_int_equal(count_paths(composer.scene, ACTUAL, true), 0);
    assert_int_equal(count_paths(composer.scene, GROUP_RULE, true), 2); /* the two zero lines */
}

static void moves_at_one_place_become_one_larger_point_with_their_number(void **state) {
    (void)state;
    static const struct chart_pair pairs[] = {
        {.x = 0, .y = 0}, {.x = 0, .y = 0}, {.x = 0, .y = 0}, {.x = 5, .y = 5}};
    drawn(pairs, 4, false);
    assert_int_equal(count_paths(composer.scene, ACTUAL, false), 2);
    assert_true(filled_box(composer.scene, ACTUAL, 0).w > filled_box(composer.scene, ACTUAL, 1).w);
    the_word(composer.scene, 0, "\u00D73", 0);
}

static void the_latest_is_hollow_and_named(void **state) {
    (void)state;
    static const struct chart_pair pairs[] = {{.x = -5, .y = 3},
                                              {.x = 5, .y = 5, .label = "Sep 2025"}};
    drawn(pairs, 2, true);
    assert_int_equal(count_paths(composer.scene, ACTUAL, false), 1);
    assert_int_equal(the_path(composer.scene, ACTUAL, true, 0)->fill, WHITE);
    the_word(composer.scene, 0, "Sep 2025", 0);
}

static void without_pairs_it_says_so(void **state) {
    (void)state;
    drawn(NULL, 0, true);
    the_word(composer.scene, 0, "Too little data.", 0);
    the_word(composer.scene, 0, "Move of the driver", 0);
    assert_int_equal(count_paths(composer.scene, GROUP_RULE, true), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(points_stand_by_their_moves_right_and_up),
        CASE(both_axes_and_the_callers_verdict_are_written_and_no_line_is_fitted),
        CASE(moves_at_one_place_become_one_larger_point_with_their_number),
        CASE(the_latest_is_hollow_and_named), CASE(without_pairs_it_says_so)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
