#include "layoutcase.h"

static const struct rect place = {MM(18), MM(20), MM(174), MM(6)};

static void drawn(bool strong, int e, int g, int a, int r, int n) {
    const struct chart_tally_row row = {"This packet", strong, {e, g, a, r, n}};
    const struct chart chart = {
        .kind = CHART_TALLY,
        .as.tally = {&row, 1, {"Exceeds", "On track", "At risk", "Off track", "No data"}}};
    const struct ink ink = new_ink();
    charttally_draw(&ink, &chart, place);
}

static void cells_are_as_wide_as_their_counts_and_fill_the_bar(void **state) {
    (void)state;
    drawn(false, 0, 10, 5, 5, 0);
    const struct rect green = filled_box(composer.scene, mark_colours(MARK_GREEN)->tint, 0);
    const struct rect amber = filled_box(composer.scene, mark_colours(MARK_AMBER)->tint, 0);
    const struct rect red = filled_box(composer.scene, mark_colours(MARK_RED)->tint, 0);
    assert_near(green.w, 2 * amber.w, 10);
    assert_near(red.x + red.w, place.x + place.w, 20);
    assert_near(amber.x - green.x - green.w, MM(0.6), 2);
    assert_true(green.x < amber.x && amber.x < red.x);
}

static void no_cell_is_too_narrow_for_its_shape_and_count(void **state) {
    (void)state;
    drawn(false, 1, 200, 1, 1, 1);
    const struct rect cell = filled_box(composer.scene, mark_colours(MARK_RED)->tint, 0);
    const struct scene_item *count = the_word(composer.scene, 0, "1", 2);
    assert_true(count->as.text.x >= cell.x + MM(1.3) + MM(2.6) + MM(0.3));
    assert_near(right_end(count), cell.x + cell.w - MM(1.2), 2);
    assert_near(cell.w, MM(7.3), MM(0.3));
    the_word(composer.scene, 0, "200", 0);
    assert_int_equal(count_words(composer.scene, 0, "1"), 4);
}

static void words_stand_where_there_is_room(void **state) {
    (void)state;
    drawn(false, 0, 18, 0, 1, 1);
    the_word(composer.scene, 0, "On track", 0);
    assert_null(find_word(composer.scene, 0, "Off track"));
    assert_null(find_word(composer.scene, 0, "At risk"));
}

static void solid_cells_have_white_shapes_and_readable_text(void **state) {
    (void)state;
    drawn(true, 0, 10, 10, 10, 0);
    assert_int_equal(the_word(composer.scene, 0, "On track", 0)->as.text.colour, WHITE);
    assert_int_equal(the_word(composer.scene, 0, "At risk", 0)->as.text.colour, INK);
    assert_int_equal(count_paths(composer.scene, ON_TRACK_CELL, false), 1);
    assert_int_equal(count_paths(composer.scene, WHITE, false), 3);
}

static void no_objective_at_all_is_a_dashed_line(void **state) {
    (void)state;
    drawn(true, 0, 0, 0, 0, 0);
    assert_true(the_path(composer.scene, 0x7B8794, true, 0)->dash_on > 0);
    the_word(composer.scene, 0, "This packet", 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(cells_are_as_wide_as_their_counts_and_fill_the_bar),
                                       CASE(no_cell_is_too_narrow_for_its_shape_and_count),
                                       CASE(words_stand_where_there_is_room),
                                       CASE(solid_cells_have_white_shapes_and_readable_text),
                                       CASE(no_objective_at_all_is_a_dashed_line)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
