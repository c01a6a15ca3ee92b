#include "layout/mark.h"
#include "layoutcase.h"

static const struct point centre = {MM(50), MM(60)};

static struct rect drawn(enum mark mark, bool inverse) {
    const struct pen pen = new_page(SCENE_ARTIFACT);
    mark_draw(pen, mark, centre, MM(2.6), inverse);
    const struct scene_page *page = &composer.scene->pages.items[0];
    assert_true(page->items.count > 0);
    return path_box(page->items.items[0].as.path);
}

static void every_status_has_its_own_shape_in_the_same_box(void **state) {
    (void)state;
    for (int mark = MARK_EXCEEDS; mark <= MARK_RED; mark++) {
        const struct rect box = drawn((enum mark)mark, false);
        assert_in_range(box.w, MM(2.2), MM(3.0));
        assert_near(box.x + box.w / 2, centre.x, MM(0.1));
    }
    /* Star ten corners, triangle three, diamond four. */
    drawn(MARK_EXCEEDS, false);
    assert_int_equal(the_path(composer.scene, 0x0F2350, false, 0)->point_count, 10);
    drawn(MARK_AMBER, false);
    assert_int_equal(the_path(composer.scene, 0xF2B134, false, 0)->point_count, 3);
    drawn(MARK_RED, false);
    assert_int_equal(the_path(composer.scene, 0x9F1D20, false, 0)->point_count, 4);
}

static void amber_is_told_by_its_outline(void **state) {
    (void)state;
    drawn(MARK_AMBER, false);
    assert_int_equal(count_paths(composer.scene, 0x8A5A00, true), 1);
}

static void no_data_is_a_dashed_ring_without_a_fill(void **state) {
    (void)state;
    drawn(MARK_GREY, false);
    assert_non_null(nth_path(composer.scene, 0x7B8794, true, 0));
    assert_null(nth_path(composer.scene, 0x7B8794, false, 0));
}

static void in_solid_cells_shapes_are_white(void **state) {
    (void)state;
    drawn(MARK_GREEN, true);
    assert_int_equal(count_paths(composer.scene, WHITE, false), 1);
}

static void letters_name_the_statuses(void **state) {
    (void)state;
    assert_string_equal(mark_letter(MARK_EXCEEDS), "E");
    assert_string_equal(mark_letter(MARK_GREEN), "G");
    assert_string_equal(mark_letter(MARK_AMBER), "A");
    assert_string_equal(mark_letter(MARK_RED), "R");
    assert_string_equal(mark_letter(MARK_GREY), "\u2013");
}

/* The tip is the head's first corner. */
static struct point tip_of(enum trend_mark trend) {
    const struct pen pen = new_page(SCENE_ARTIFACT);
    mark_trend(pen, trend, centre, INK, 100);
    return the_path(composer.scene, INK, false, 0)->points[0];
}

static void arrows_point_to_goodness(void **state) {
    (void)state;
    assert_true(tip_of(TREND_IMPROVING).y < centre.y);
    assert_int_equal(tip_of(TREND_STEADY).y, centre.y);
    assert_true(tip_of(TREND_WORSENING).y > centre.y);
    assert_near(tip_of(TREND_STEADY).x, centre.x + MM(1.35), 10);
}

static void no_trend_draws_nothing(void **state) {
    (void)state;
    const struct pen pen = new_page(SCENE_ARTIFACT);
    mark_trend(pen, TREND_NONE, centre, INK, 100);
    assert_int_equal(composer.scene->pages.items[0].items.count, 0);
}

static void milestones_differ_in_fill_and_an_overdue_one_calls(void **state) {
    (void)state;
    struct pen pen = new_page(SCENE_ARTIFACT);
    mark_milestone(pen, MILESTONE_REACHED, centre, MM(1.45));
    assert_int_equal(count_paths(composer.scene, NAVY, false), 1);
    pen = new_page(SCENE_ARTIFACT);
    mark_milestone(pen, MILESTONE_DUE, centre, MM(1.45));
    assert_int_equal(count_paths(composer.scene, WHITE, false), 1);
    pen = new_page(SCENE_ARTIFACT);
    mark_milestone(pen, MILESTONE_OVERDUE, centre, MM(1.45));
    assert_int_equal(count_paths(composer.scene, BAD_BAR, false), 1);
    assert_int_equal(count_paths(composer.scene, WHITE, false), 2); /* stroke and dot of "!" */
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(every_status_has_its_own_shape_in_the_same_box),
                                       CASE(amber_is_told_by_its_outline),
                                       CASE(no_data_is_a_dashed_ring_without_a_fill),
                                       CASE(in_solid_cells_shapes_are_white),
                                       CASE(letters_name_the_statuses),
                                       CASE(arrows_point_to_goodness),
                                       CASE(no_trend_draws_nothing),
                                       CASE(milestones_differ_in_fill_and_an_overdue_one_calls)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
