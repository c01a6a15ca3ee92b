#include "layoutcase.h"

static const struct rect place = {MM(100), MM(20), MM(56), MM(4.9)};

static void drawn(struct chart_rate rate) {
    const struct ink ink = new_ink();
    const struct chart chart = {.kind = CHART_RATE, .as.rate = rate};
    chartrate_draw(&ink, &chart, place);
}

static void own_is_dark_above_and_the_base_rate_light_below(void **state) {
    (void)state;
    drawn((struct chart_rate){{true, 80, "80"}, {true, 40, "40"}, 100, "100"});
    const struct rect own = filled_box(composer.scene, ACTUAL, 0);
    const struct rect base = filled_box(composer.scene, PRIOR, 0);
    assert_int_equal(own.x, place.x);
    assert_near(own.w, 2 * base.w, 2);
    assert_int_equal(own.y + own.h, base.y);
    assert_true(own.h > base.h);
}

static void labels_follow_their_bars_and_do_not_touch(void **state) {
    (void)state;
    drawn((struct chart_rate){{true, 12, "12"}, {true, 10, "10"}, 100, "100"});
    const struct scene_item *own = the_word(composer.scene, 0, "12", 0);
    const struct scene_item *base = the_word(composer.scene, 0, "10", 0);
    const struct rect bar = filled_box(composer.scene, ACTUAL, 0);
    assert_near(own->as.text.x, bar.x + bar.w, MM(1));
    assert_int_equal(own->as.text.colour, INK);
    assert_int_equal(base->as.text.colour, GREY);
    assert_true(base->as.text.y - PT(5.4) > own->as.text.y);
}

static void the_widest_label_fits_behind_the_longest_bar(void **state) {
    (void)state;
    drawn((struct chart_rate){{true, 100, "100"}, {true, 5, "5"}, 100, "100"});
    assert_true(right_end(the_word(composer.scene, 0, "100", 0)) <= place.x + place.w);
    const mp full = filled_box(composer.scene, ACTUAL, 0).w;
    drawn((struct chart_rate){{true, 50, "50"}, {true, 5, "5"}, 100, "100"});
    assert_near(filled_box(composer.scene, ACTUAL, 0).w, full / 2, 2);
}

static void an_unknown_figure_has_no_bar(void **state) {
    (void)state;
    drawn((struct chart_rate){{false, 0, "\u2013"}, {true, 5, "5"}, 100, "100"});
    assert_int_equal(count_paths(composer.scene, ACTUAL, false), 0);
    assert_int_equal(the_word(composer.scene, 0, "\u2013", 0)->as.text.colour, GREY);
}

static void without_a_base_rate_the_bar_and_its_label_stand_in_the_middle(void **state) {
    (void)state;
    drawn((struct chart_rate){{true, 80, "80"}, {false, 0, NULL}, 100, "100"});
    const struct rect own = filled_box(composer.scene, ACTUAL, 0);
    assert_near(own.y + own.h / 2, place.y + place.h / 2, 2);
    const mp baseline = the_word(composer.scene, 0, "80", 0)->as.text.y;
    assert_true(baseline > own.y + own.h / 2 && baseline < place.y + place.h);
    assert_near(baseline, own.y + own.h / 2 + PT(8.5) * 36 / 100, MM(0.3));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(own_is_dark_above_and_the_base_rate_light_below),
        CASE(labels_follow_their_bars_and_do_not_touch),
        CASE(the_widest_label_fits_behind_the_longest_bar), CASE(an_unknown_figure_has_no_bar),
        CASE(without_a_base_rate_the_bar_and_its_label_stand_in_the_middle)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
