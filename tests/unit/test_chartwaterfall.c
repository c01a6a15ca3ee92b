#include "layout/chartwaterfall.h"
#include "layoutcase.h"

static const struct rect place = {MM(18), MM(20), MM(174), MM(75)};
static struct chart_step steps[3];
static struct chart chart;

static void fill(void) {
    steps[0] = (struct chart_step){"Re-estimate", -4, "\u22124.0", EFFECT_BAD};
    steps[1] = (struct chart_step){"Added", 2, "+2.0", EFFECT_GOOD};
    steps[2] = (struct chart_step){"Others, net", 0, "\u00B10.0", EFFECT_NONE};
    chart = (struct chart){.kind = CHART_WATERFALL,
                           .height = MM(75),
                           .as.waterfall = {.from_name = "Case",
                                            .to_name = "Forecast",
                                            .from = {true, 10, "10.0"},
                                            .to = {true, 8, "8.0"},
                                            .steps = steps,
                                            .count = 3,
                                            .done = {true, 3, "3.0"},
                                            .rest = {true, 5, "5.0"},
                                            .done_word = "realised",
                                            .rest_word = "to come"}};
}

static void drawn(void) {
    const struct ink ink = new_ink();
    chartwaterfall_draw(&ink, &chart, place);
    assert_null(scene_problem(composer.scene));
}

static void bars_hang_between_the_levels_they_change(void **state) {
    (void)state;
    fill();
    drawn();
    const struct rect from = path_box(the_path(composer.scene, INK, true, 1));
    const struct rect loss = filled_box(composer.scene, BAD_BAR, 0);
    const struct rect gain = filled_box(composer.scene, GOOD_BAR, 0);
    const struct rect done = filled_box(composer.scene, ACTUAL, 0);
    assert_int_equal(loss.y, from.y);
    assert_near(loss.h, (mp)((int64_t)from.h * 4 / 10), 4);
    assert_near(gain.h, from.h / 5, 4);
    assert_near(gain.y + gain.h, loss.y + loss.h, 4);
    assert_near(done.h, (mp)((int64_t)from.h * 3 / 10), 4);
    assert_int_equal(done.y + done.h, from.y + from.h); /* both stand on zero */
    assert_true(from.x < loss.x && loss.x < gain.x && gain.x < done.x);
}

static void the_case_is_outlined_and_what_is_to_come_hatched(void **state) {
    (void)state;
    fill();
    drawn();
    assert_int_equal(the_path(composer.scene, INK, true, 1)->fill, WHITE);
    const struct rect done = filled_box(composer.scene, ACTUAL, 0);
    const struct rect hatched = path_box(the_path(composer.scene, ACTUAL, true, 1));
    assert_true(hatched.y < done.y && hatched.y + hatched.h <= done.y + 4);
    assert_int_equal(the_word(composer.scene, 0, "3.0", 0)->as.text.colour, WHITE);
    assert_int_equal(the_word(composer.scene, 0, "5.0", 0)->as.text.colour, INK);
    the_word(composer.scene, 0, "to come", 0);
}

static void a_bad_change_is_bold_and_a_good_one_regular(void **state) {
    (void)state;
    fill();
    drawn();
    const struct scene_item *bad = the_word(composer.scene, 0, "\u22124.0", 0);
    const struct scene_item *good = the_word(composer.scene, 0, "+2.0", 0);
    assert_int_equal(bad->as.text.colour, BAD_TEXT);
    assert_int_equal(good->as.text.colour, GOOD_TEXT);
    assert_ptr_not_equal(bad->as.text.run->face, good->as.text.run->face);
    the_word(composer.scene, 0, "\u00B10.0", 0);
}

static void a_forecast_below_zero_hangs_from_the_line(void **state) {
    (void)state;
    fill();
    steps[0].change = -16;
    chart.as.waterfall.to.at = -4;
    chart.as.waterfall.done.known = false;
    drawn();
    const struct rect zero = path_box(the_path(composer.scene, INK, true, 0));
    const struct rect loss = filled_box(composer.scene, BAD_BAR, 0);
    assert_true(loss.y < zero.y && loss.y + loss.h > zero.y);
    assert_true(the_word(composer.scene, 0, "8.0", 0)->as.text.y < zero.y);
}

static void without_a_case_and_a_forecast_it_says_so(void **state) {
    (void)state;
    fill();
    chart.as.waterfall.from.known = chart.as.waterfall.to.known = false;
    chart.empty = "No benefits recorded.";
    drawn();
    the_word(composer.scene, 0, "No benefits recorded.", 0);
    the_word(composer.scene, 0, "Case", 0);
    assert_int_equal(count_paths(composer.scene, BAD_BAR, false), 0);
}

static void losses_go_first_then_gains_and_small_ones_join_the_rest(void **state) {
    (void)state;
    static const double changes[] = {0.5, -0.3, -2, 0, 0.1, -1.1, 0.5};
    size_t order[7];
    assert_int_equal(chartwaterfall_order(changes, 7, 4, order), 4);
    assert_int_equal(order[0], 2);
    assert_int_equal(order[1], 5);
    assert_int_equal(order[2], 0);
    assert_int_equal(order[3], 6);
    bool rest[7] = {false};
    for (size_t i = 4; i < 7; i++)
        rest[order[i]] = true;
    assert_true(rest[1] && rest[3] && rest[4]);
    static const double zeros[] = {0, 0};
    assert_int_equal(chartwaterfall_order(zeros, 2, 4, order), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(bars_hang_between_the_levels_they_change),
        CASE(the_case_is_outlined_and_what_is_to_come_hatched),
        CASE(a_bad_change_is_bold_and_a_good_one_regular),
        CASE(a_forecast_below_zero_hangs_from_the_line),
        CASE(without_a_case_and_a_forecast_it_says_so),
        CASE(losses_go_first_then_gains_and_small_ones_join_the_rest)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
