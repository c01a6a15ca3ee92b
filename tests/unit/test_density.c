#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/density.h"
#include "layout/style.h"

static void as_designed_nothing_changes(void **state) {
    (void)state;
    const struct chart chart = {.kind = CHART_COLUMNS, .height = MM(81)};
    assert_int_equal(density_gap(0, 4 * UNIT_U), 4 * UNIT_U);
    assert_int_equal(density_padding(0, MM(1.05)), MM(1.05));
    assert_int_equal(density_chart(0, &chart), MM(81));
}

static void each_step_is_closer_down_to_the_limits(void **state) {
    (void)state;
    const struct chart columns = {.kind = CHART_COLUMNS, .height = MM(81)};
    for (unsigned step = 1; step < DENSITY_STEPS; step++) {
        assert_true(density_gap(step, 4 * UNIT_U) < density_gap(step - 1, 4 * UNIT_U));
        assert_true(density_padding(step, MM(1.05)) < density_padding(step - 1, MM(1.05)));
        assert_true(density_chart(step, &columns) < density_chart(step - 1, &columns));
        assert_true(density_gap(step, UNIT_U) >= UNIT_U / 2);
        assert_true(density_padding(step, MM(0.5)) >= MM(0.3));
        assert_true(density_chart(step, &columns) >= MM(81) * 74 / 100);
    }
}

static void what_is_designed_smaller_than_a_limit_stays(void **state) {
    (void)state;
    assert_int_equal(density_gap(DENSITY_STEPS - 1, 0), 0);
    assert_int_equal(density_gap(DENSITY_STEPS - 1, UNIT_U / 4), UNIT_U / 4);
    assert_int_equal(density_padding(DENSITY_STEPS - 1, MM(0.25)), MM(0.25));
}

static void charts_with_rows_or_marks_of_their_own_size_keep_their_height(void **state) {
    (void)state;
    static const enum chart_kind kinds[] = {CHART_TALLY,  CHART_GANTT_ROW, CHART_RISKMAP,
                                            CHART_MATRIX, CHART_RAMP,      CHART_SPARKLINE};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct chart chart = {.kind = kinds[i], .height = MM(30)};
        assert_int_equal(density_chart(DENSITY_STEPS - 1, &chart), MM(30));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_designed_nothing_changes),
        cmocka_unit_test(each_step_is_closer_down_to_the_limits),
        cmocka_unit_test(what_is_designed_smaller_than_a_limit_stays),
        cmocka_unit_test(charts_with_rows_or_marks_of_their_own_size_keep_their_height)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
