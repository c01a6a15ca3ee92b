#include "layout/chartstrip.h"
#include "layout/style.h"
#include "monthcase.h"

static struct ink ink;

/* This year's months have these variances to a plan of 10, the first `actuals` of them actuals. */
static void fill(const double *variances, const char *const *labels, size_t actuals) {
    fill_months(CHART_COLUMNS);
    month_chart.as.columns.variance_strip = true;
    month_chart.as.columns.has_red = false;
    for (size_t i = 12; i < 24; i++) {
        const struct chart_value value = {true, 10 + variances[i - 12], NULL};
        months[i].plan.at = 10;
        months[i].actual = i < 12 + actuals ? value : (struct chart_value){0};
        months[i].forecast = i < 12 + actuals ? (struct chart_value){0} : value;
        months[i].variance_label = labels ? labels[i - 12] : NULL;
    }
}

static struct chartstrip drawn(void) {
    ink = new_ink();
    const struct chart_columns *columns = &month_chart.as.columns;
    const struct chartstrip strip = chartstrip_make(&ink, columns, month_place);
    const struct chartmonths m =
        chartmonths_make(&ink, columns, month_place, month_place.y + strip.height, true);
    chartstrip_draw(&m, &strip);
    return strip;
}

static const double falling[12] = {-1, -1, -2, -2, -3, -4, -4, -5, -5, -6, -6, -8};
static const char *const short_labels[12] = {"\u22121", "\u22121", "\u22122", "\u22122",
                                             "\u22123", "\u22124", "\u22124", "\u22125",
                                             "\u22125", "\u22126", "\u22126", "\u22128"};

static void bars_hang_from_the_plan_and_forecasts_are_hatched(void **state) {
    (void)state;
    fill(falling, short_labels, 6);
    const struct chartstrip strip = drawn();
    assert_int_equal(count_paths(composer.scene, BAD_BAR, false), 6);
    assert_true(count_paths(composer.scene, BAD_BAR, true) >= 12);
    assert_int_equal(filled_box(composer.scene, BAD_BAR, 0).y, strip.line);
}

static void the_whole_strip_is_as_high_as_its_bars_and_labels(void **state) {
    (void)state;
    fill(falling, short_labels, 6);
    const struct chartstrip strip = drawn();
    const mp longest = (mp)(8 * strip.per_unit);
    assert_near(longest, MM(10), 10);
    assert_true(strip.line - month_place.y < MM(1));
    assert_true(month_place.y + strip.height - (strip.line + longest) < MM(6));
}

static void labels_stand_outside_their_bars_in_seven_points(void **state) {
    (void)state;
    fill(falling, short_labels, 6);
    const struct chartstrip strip = drawn();
    const struct scene_item *label = the_word(composer.scene, 0, "\u22128", 0);
    assert_int_equal(label->as.text.size, PT(7));
    assert_int_equal(label->as.text.colour, BAD_TEXT);
    assert_true(label->as.text.y - PT(5.1) >= strip.line + (mp)(8 * strip.per_unit));
    assert_int_equal(count_words(composer.scene, 0, "\u22121"), 2);
}

static void wide_labels_are_only_the_judged_period_the_ends_and_the_extremes(void **state) {
    (void)state;
    static const double mixed[12] = {-1, -2, -3, -2, 5, -4, -1, -2, -1, -9, -1, -3};
    static const char *const wide[12] = {"\u2212first000",
                                         "x",
                                         "x",
                                         "x",
                                         "+high000",
                                         "\u2212judged00",
                                         "x",
                                         "x",
                                         "x",
                                         "\u2212low00000",
                                         "x",
                                         "\u2212last000"};
    fill(mixed, wide, 6);
    drawn();
    the_word(composer.scene, 0, "\u2212judged00", 0);
    the_word(composer.scene, 0, "\u2212first000", 0);
    the_word(composer.scene, 0, "\u2212last000", 0);
    the_word(composer.scene, 0, "+high000", 0);
    assert_null(find_word(composer.scene, 0, "x"));
}

static void labels_of_four_digits_touch_no_bar(void **state) {
    (void)state;
    static const double deep[12] = {-1, -5, -2, -4, -3, -6, -7, -8, -9, -5, -6, -7};
    static const char *const wide[12] = {"\u22121 480", "x",           "x", "x",
                                         "x",           "\u22126 635", "x", "x",
                                         "\u22129 000", "x",           "x", "\u22127 900"};
    fill(deep, wide, 6);
    const struct chartstrip strip = drawn();
    const char *const keys[] = {wide[0], wide[5], wide[8]};
    for (size_t k = 0; k < 3; k++) {
        const struct scene_item *label = the_word(composer.scene, 0, keys[k], 0);
        const struct rect box = {label->as.text.x - MM(0.6), label->as.text.y - PT(5.1) - MM(0.8),
                                 right_end(label) - label->as.text.x + MM(1.2), PT(5.1)};
        for (size_t i = 0; i < 6; i++)
            assert_false(chartink_overlap(box, filled_box(composer.scene, BAD_BAR, i)));
        assert_true(label->as.text.y <= month_place.y + strip.height - MM(1.9));
    }
}

static void the_name_stands_at_the_strips_start(void **state) {
    (void)state;
    fill(falling, short_labels, 6);
    const struct chartstrip strip = drawn();
    const struct scene_item *name = the_word(composer.scene, 0, "Variance", 0);
    assert_false(strip.named_above);
    assert_int_equal(name->as.text.colour, GREY);
    assert_near(name->as.text.y, strip.line, MM(1.6));
}

static void without_a_prior_year_the_name_stands_above(void **state) {
    (void)state;
    fill(falling, short_labels, 6);
    month_chart.as.columns.months = months + 12;
    month_chart.as.columns.count = 12;
    month_chart.as.columns.year_split = 0;
    const struct chartstrip strip = drawn();
    assert_true(strip.named_above);
    assert_true(the_word(composer.scene, 0, "Variance", 0)->as.text.y < strip.line);
}

static void on_plan_throughout_there_is_no_strip(void **state) {
    (void)state;
    static const double none[12] = {0};
    fill(none, NULL, 6);
    ink = new_ink();
    assert_int_equal(chartstrip_make(&ink, &month_chart.as.columns, month_place).height, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(bars_hang_from_the_plan_and_forecasts_are_hatched),
        CASE(the_whole_strip_is_as_high_as_its_bars_and_labels),
        CASE(labels_stand_outside_their_bars_in_seven_points),
        CASE(wide_labels_are_only_the_judged_period_the_ends_and_the_extremes),
        CASE(labels_of_four_digits_touch_no_bar),
        CASE(the_name_stands_at_the_strips_start),
        CASE(without_a_prior_year_the_name_stands_above),
        CASE(on_plan_throughout_there_is_no_strip)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
