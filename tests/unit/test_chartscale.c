#include "layout/chartscale.h"
#include "monthcase.h"

static void assert_range(struct chart_range range, double from, double to) {
    assert_true(range.set);
    assert_true(range.from > from - 1e-9 && range.from < from + 1e-9);
    assert_true(range.to > to - 1e-9 && range.to < to + 1e-9);
}

static void columns_begin_at_zero_and_lines_have_room(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    assert_range(chartscale_of(&month_chart), 0, 5);
    month_chart.kind = CHART_LINE;
    assert_range(chartscale_of(&month_chart), 3.88, 5.12);
}

static void values_below_zero_widen_the_scale_downwards(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    months[3].actual.at = -2;
    assert_range(chartscale_of(&month_chart), -2, 5);
}

static void all_zero_still_has_a_length(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    month_chart.as.columns.has_red = false;
    for (size_t i = 0; i < 24; i++)
        months[i] = (struct chart_month){.actual = {true, 0, "0"}};
    assert_range(chartscale_of(&month_chart), 0, 1);
    const struct scale scale = chartscale_make((struct chart_range){true, 3, 3}, 0, 100);
    assert_int_equal(chartink_at(&scale, 4), 100);
}

static void an_empty_chart_has_no_range(void **state) {
    (void)state;
    const struct chart chart = {.kind = CHART_COLUMNS};
    assert_false(chartscale_of(&chart).set);
}

static void a_waterfall_spans_zero_and_all_its_levels(void **state) {
    (void)state;
    static const struct chart_step steps[] = {{"a", 4, "+4", EFFECT_GOOD},
                                              {"b", -9, "-9", EFFECT_BAD}};
    const struct chart chart = {
        .kind = CHART_WATERFALL,
        .as.waterfall = {
            .from = {true, 3, "3"}, .to = {true, -2, "-2"}, .steps = steps, .count = 2}};
    assert_range(chartscale_of(&chart), -2, 7);
}

static void charts_that_share_have_one_scale_and_empty_ones_take_no_part(void **state) {
    (void)state;
    fill_months(CHART_COLUMNS);
    struct chart first = month_chart;
    static const struct chart_xmr_point points[] = {{.value = {true, -3, "-3"}}};
    struct chart second = {.kind = CHART_XMR, .as.xmr = {.points = points, .count = 1}};
    struct chart third = {.kind = CHART_LINE};
    struct chart *const charts[] = {&first, &second, &third};
    chartscale_share(charts, 3);
    assert_range(first.as.columns.range, -4, 5);
    assert_range(second.as.xmr.range, -4, 5);
    assert_range(chartscale_of(&first), -4, 5);
    /* Equal values then stand equally high in places of one height. */
    assert_range(third.as.columns.range, -4, 5);
}

static void bars_in_tables_share_their_ends(void **state) {
    (void)state;
    struct chart a = {.kind = CHART_VARIANCE, .as.variance = {.value = {true, 1, "1"}, .most = 2}};
    struct chart b = {.kind = CHART_VARIANCE,
                      .as.variance = {.value = {true, -5, "-5"}, .most = 5}};
    struct chart *const variances[] = {&a, &b};
    chartscale_share(variances, 2);
    assert_true(a.as.variance.most == 5 && b.as.variance.most == 5);
    struct chart c = {.kind = CHART_RATE, .as.rate = {.own = {true, 40, "40"}, .most = 50}};
    struct chart d = {.kind = CHART_RATE, .as.rate = {.own = {true, 80, "80"}, .most = 50}};
    struct chart *const rates[] = {&c, &d};
    chartscale_share(rates, 2);
    assert_true(c.as.rate.most == 80 && d.as.rate.most == 80);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(columns_begin_at_zero_and_lines_have_room),
        CASE(values_below_zero_widen_the_scale_downwards),
        CASE(all_zero_still_has_a_length),
        CASE(an_empty_chart_has_no_range),
        CASE(a_waterfall_spans_zero_and_all_its_levels),
        CASE(charts_that_share_have_one_scale_and_empty_ones_take_no_part),
        CASE(bars_in_tables_share_their_ends)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
