#include "layoutcase.h"

static void every_kind_draws_even_without_data(void **state) {
    (void)state;
    for (int kind = CHART_SPARKLINE; kind <= CHART_SHARE; kind++) {
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

int main(void) {
    const struct CMUnitTest tests[] = {CASE(every_kind_draws_even_without_data),
                                       CASE(only_charts_of_one_picture_fill_their_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
