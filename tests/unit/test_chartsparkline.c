#include "layoutcase.h"

#define ZONE 0xE3E9F0u
static const struct rect place = {MM(20), MM(20), MM(20), MM(3.5)};

/* Draws 12 slots; -1 is a gap. */
static void drawn(const double values[12], bool low, bool high) {
    struct chart_value *points = arena_array(arena, 12, sizeof *points);
    for (size_t i = 0; i < 12; i++)
        points[i] = (struct chart_value){values[i] >= 0, values[i], values[i] >= 0 ? "7.5" : NULL};
    const struct chart chart = {
        .kind = CHART_SPARKLINE,
        .as.sparkline = {
            .points = points, .count = 12, .has_low = low, .has_high = high, .low = 4, .high = 8}};
    const struct ink ink = new_ink();
    chartsparkline_draw(&ink, &chart, place);
}

static const double full[12] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

static void a_full_year_is_one_line_with_a_dot_at_its_end(void **state) {
    (void)state;
    drawn(full, false, false);
    const struct path *line = the_path(composer.scene, ACTUAL, true, 0);
    assert_int_equal(line->point_count, 12);
    const struct rect dot = filled_box(composer.scene, ACTUAL, 0);
    assert_near(dot.x + dot.w, place.x + place.w, 10);
    assert_int_equal(count_paths(composer.scene, ACTUAL, false), 1);
    /* Rising values rise on the page and stay inside. */
    assert_true(line->points[11].y < line->points[0].y);
    assert_true(line->points[11].y > place.y);
    assert_true(line->points[0].y < place.y + place.h);
}

static void a_gap_stays_a_gap(void **state) {
    (void)state;
    drawn((const double[]){1, 2, 3, -1, -1, 6, 7, 8, 9, 10, 11, 12}, false, false);
    assert_int_equal(count_paths(composer.scene, ACTUAL, true), 2);
}

static void the_target_zone_lies_above_below_or_between(void **state) {
    (void)state;
    drawn(full, true, false);
    assert_int_equal(filled_box(composer.scene, ZONE, 0).y, place.y);
    drawn(full, false, true);
    const struct rect below = filled_box(composer.scene, ZONE, 0);
    assert_near(below.y + below.h, place.y + place.h, 2);
    drawn(full, true, true);
    const struct rect between = filled_box(composer.scene, ZONE, 0);
    assert_true(between.y > place.y && between.y + between.h < place.y + place.h);
}

static void one_or_two_values_are_written(void **state) {
    (void)state;
    drawn((const double[]){-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 5, 6}, true, false);
    assert_int_equal(count_words(composer.scene, 0, "7.5"), 2);
    assert_int_equal(count_paths(composer.scene, ACTUAL, true), 0);
}

static void no_value_is_a_dashed_line(void **state) {
    (void)state;
    drawn((const double[]){-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}, true, false);
    assert_true(the_path(composer.scene, 0x7B8794, true, 0)->dash_on > 0);
    assert_int_equal(count_paths(composer.scene, ZONE, false), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(a_full_year_is_one_line_with_a_dot_at_its_end), CASE(a_gap_stays_a_gap),
        CASE(the_target_zone_lies_above_below_or_between), CASE(one_or_two_values_are_written),
        CASE(no_value_is_a_dashed_line)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
