#include "layoutcase.h"

static void every_kind_draws_even_without_data(void **state) {
    (void)state;
    for (int kind = CHART_SPARKLINE; kind <= CHART_XMR; kind++) {
        const struct pen pen = new_page(SCENE_ARTIFACT);
        const struct chart chart = {.kind = (enum chart_kind)kind, .height = MM(20)};
        chart_draw(pen, fonts, &chart, (struct rect){MM(20), MM(20), MM(100), MM(20)}, diags);
        assert_null(scene_problem(composer.scene));
    }
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
}

static void only_charts_of_one_picture_fill_their_rows(void **state) {
    (void)state;
    const struct chart gantt = {.kind = CHART_GANTT_ROW};
    const struct chart fte = {.kind = CHART_FTE_ROW};
    const struct chart bullet = {.kind = CHART_BULLET};
    assert_true(chart_fills_row(&gantt));
    assert_true(chart_fills_row(&fte));
    assert_false(chart_fills_row(&bullet));
}

static void a_chart_is_empty_until_it_holds_one_value(void **state) {
    (void)state;
    static const enum chart_kind kinds[] = {
        CHART_SPARKLINE, CHART_BULLET,   CHART_COLUMNS, CHART_LINE,   CHART_TALLY,
        CHART_WATERFALL, CHART_VARIANCE, CHART_RISKMAP, CHART_MATRIX, CHART_RATE,
        CHART_XMR,       CHART_YEAR_ROW, CHART_SCATTER};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct chart chart = {.kind = kinds[i]};
        assert_true(chart_empty(&chart));
    }
    static const struct chart_month months[] = {{.plan = {true, 1, "1"}},
                                                {.forecast = {true, 1, "1"}}};
    const struct chart plan = {.kind = CHART_LINE, .as.columns = {.months = months, .count = 1}};
    assert_true(chart_empty(&plan)); /* a plan alone is no value */
    const struct chart forecast = {.kind = CHART_LINE,
                                   .as.columns = {.months = months, .count = 2}};
    assert_false(chart_empty(&forecast));
    static const enum year_mark marks[] = {YEAR_NOTHING, YEAR_TO_COME};
    const struct chart year = {.kind = CHART_YEAR_ROW, .as.year = {.marks = marks, .count = 2}};
    assert_false(chart_empty(&year));
    const struct chart ramp = {.kind = CHART_RAMP};
    assert_false(chart_empty(&ramp));
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(every_kind_draws_even_without_data),
                                       CASE(only_charts_of_one_picture_fill_their_rows),
                                       CASE(a_chart_is_empty_until_it_holds_one_value)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
