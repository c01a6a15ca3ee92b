#include "layoutcase.h"

static const struct rect place = {MM(20), MM(20), MM(48), MM(6)};

static void draw_row(struct chart_fte fte) {
    const struct chart chart = {.kind = CHART_FTE_ROW, .as.fte = fte};
    const struct ink ink = new_ink();
    chartfte_draw_row(&ink, &chart, place);
}

static const struct chart_fte usual = {
    .planned = 1.5, .filled = 1, .min = 1, .max = 1.5, .scale = 2, .has_band = true};

static void plan_is_outlined_filled_solid_and_the_band_behind(void **state) {
    (void)state;
    draw_row(usual);
    assert_near(filled_box(composer.scene, ACTUAL, 0).w, MM(24), 2);
    assert_int_equal(filled_box(composer.scene, ACTUAL, 0).h, MM(1.9));
    assert_near(path_box(the_path(composer.scene, INK, true, 0)).w, MM(36), 2);
    const struct rect band = filled_box(composer.scene, BAND_DARK, 0);
    assert_near(band.x, place.x + MM(24), 2);
    assert_near(band.w, MM(12), 2);
}

static void a_benchmark_of_one_number_is_a_narrow_band(void **state) {
    (void)state;
    struct chart_fte fte = usual;
    fte.min = fte.max = 1;
    draw_row(fte);
    const struct rect band = filled_box(composer.scene, BAND_DARK, 0);
    assert_int_equal(band.w, MM(1));
    assert_near(band.x + band.w / 2, place.x + MM(24), 2);
}

static void nobody_planned_leaves_the_band_alone(void **state) {
    (void)state;
    struct chart_fte fte = usual;
    fte.planned = fte.filled = 0;
    draw_row(fte);
    assert_int_equal(count_paths(composer.scene, ACTUAL, false), 0);
    assert_int_equal(count_paths(composer.scene, BAND_DARK, false), 1);
    assert_int_equal(count_paths(composer.scene, INK, true), 1); /* the zero line */
}

static void draw_total(double filled) {
    const struct chart chart = {.kind = CHART_FTE_TOTAL,
                                .as.fte = {.planned = 6,
                                           .filled = filled,
                                           .min = 6,
                                           .max = 8,
                                           .scale = 9,
                                           .has_band = true,
                                           .planned_label = "plan 6.00",
                                           .filled_label = "filled",
                                           .band_label = "benchmark"}};
    const struct ink ink = new_ink();
    chartfte_draw_total(&ink, &chart, (struct rect){MM(18), MM(20), MM(174), MM(17)});
}

static void the_total_has_an_axis_and_its_labels(void **state) {
    (void)state;
    draw_total(4.5);
    the_word(composer.scene, 0, "0", 0);
    assert_near(right_end(the_word(composer.scene, 0, "9", 0)), MM(18 + 174), 2);
    assert_int_equal(the_word(composer.scene, 0, "filled", 0)->as.text.colour, WHITE);
    assert_true(the_word(composer.scene, 0, "plan 6.00", 0)->as.text.x > MM(18 + 116));
    the_word(composer.scene, 0, "benchmark", 0);
}

static void a_short_bar_has_its_label_beside_it(void **state) {
    (void)state;
    draw_total(0.25);
    const struct scene_item *label = the_word(composer.scene, 0, "filled", 0);
    assert_int_equal(label->as.text.colour, INK);
    assert_true(label->as.text.x > MM(18) + MM(4.8));
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(plan_is_outlined_filled_solid_and_the_band_behind),
                                       CASE(a_benchmark_of_one_number_is_a_narrow_band),
                                       CASE(nobody_planned_leaves_the_band_alone),
                                       CASE(the_total_has_an_axis_and_its_labels),
                                       CASE(a_short_bar_has_its_label_beside_it)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
