#include "layout/chartlane.h"
#include "layoutcase.h"

static struct chartlane_label labels[CHARTLANE_MOST];

static void set(mp a, mp b, mp c) {
    labels[0] = (struct chartlane_label){"a", INK, a};
    labels[1] = (struct chartlane_label){"b", INK, b};
    labels[2] = (struct chartlane_label){"c", INK, c};
}

static void labels_with_room_stay_at_their_lines_in_order(void **state) {
    (void)state;
    set(300, 100, 200);
    chartlane_spread(labels, 3, 50, 0, 1000);
    assert_string_equal(labels[0].text, "b");
    assert_int_equal(labels[0].y, 100);
    assert_string_equal(labels[2].text, "a");
    assert_int_equal(labels[2].y, 300);
}

static void two_that_meet_share_the_way(void **state) {
    (void)state;
    set(100, 110, 500);
    chartlane_spread(labels, 3, 50, 0, 1000);
    assert_int_equal(labels[0].y, 80);
    assert_int_equal(labels[1].y, 130);
    assert_int_equal(labels[2].y, 500);
}

static void a_third_is_pushed_by_the_two_before_it(void **state) {
    (void)state;
    set(100, 100, 130);
    chartlane_spread(labels, 3, 50, 0, 1000);
    assert_int_equal(labels[1].y - labels[0].y, 50);
    assert_int_equal(labels[2].y - labels[1].y, 50);
    assert_string_equal(labels[0].text, "a");
    assert_int_equal(labels[1].y, 110); /* the middle of the three lines */
}

static void none_leaves_the_lane(void **state) {
    (void)state;
    set(5, 10, 1000);
    chartlane_spread(labels, 3, 50, 20, 900);
    assert_int_equal(labels[0].y, 20);
    assert_int_equal(labels[1].y, 70);
    assert_int_equal(labels[2].y, 900);
}

static void labels_are_written_at_the_lanes_left_end(void **state) {
    (void)state;
    const struct ink ink = new_ink();
    set(MM(30), MM(50), MM(70));
    assert_int_equal(chartlane_width(&ink, labels, 3),
                     length_max(chartink_width(&ink, STYLE_CHART_LABEL, "a"),
                                length_max(chartink_width(&ink, STYLE_CHART_LABEL, "b"),
                                           chartink_width(&ink, STYLE_CHART_LABEL, "c"))));
    chartlane_draw(&ink, labels, 3, (struct rect){MM(150), MM(20), MM(20), MM(80)});
    assert_int_equal(the_word(composer.scene, 0, "b", 0)->as.text.x, MM(150));
    assert_near(the_word(composer.scene, 0, "b", 0)->as.text.y, MM(50) + PT(2.7), 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(labels_with_room_stay_at_their_lines_in_order), CASE(two_that_meet_share_the_way),
        CASE(a_third_is_pushed_by_the_two_before_it), CASE(none_leaves_the_lane),
        CASE(labels_are_written_at_the_lanes_left_end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
