#include "derivecase.h"

static void limits_lie_around_the_mean(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const char *const actuals[] = {"1", "2", "1", "2", "1", "2", "1", "2"};
    add_months(f, add_measure(f, "M1", one_objective(f)), "2026-03", "100", actuals, 8);
    const struct derivation *d = derived(f, "M1/signal");
    assert_string_equal(d->answer, "M1/signal M1: nothing stands out now");
    step_is(d, "mean", "1.5", "(1 + 2 + 1 + 2 + 1 + 2 + 1 + 2) / 8 = 1.5");
    step_is(d, "mean moving range", "1", "(1 + 1 + 1 + 1 + 1 + 1 + 1) / 7 = 1");
    step_is(d, "upper limit", "4.16", "1.5 + 2.66 x 1 = 4.16");
    step_is(d, "lower limit", "-1.16", "1.5 - 2.66 x 1 = -1.16");
    step_is(d, "close to the upper limit from", "3.273333",
            "1.5 + 2 x (2.66 x 1) / 3 = 3.273333 rounded");
    step_is(d, "outside the limits", "none", "");
    step_is(d, "signal", "none", "");
    assert_string_equal(step_of(d, "signal")->words,
                        "What lasts until the last actual.  It is on trial: fewer than 12 actuals "
                        "make poor limits.");
    assert_false(has_step(derived(f, "M1"), "signal"));
    fixture_free(f);
}

static void large_ranges_are_dropped(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const char *const actuals[] = {"1", "2", "1", "2", "1", "2", "1",
                                          "2", "1", "2", "1", "2", "7"};
    add_months(f, add_measure(f, "M1", one_objective(f)), "2025-10", "100", actuals, 13);
    const struct derivation *d = derived(f, "M1/signal");
    step_is(d, "mean of all moving ranges", "1.333333",
            "(1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 5) / 12 = 1.333333 rounded");
    step_is(d, "large from", "4.356", "3.267 x 1.333333 = about 4.356");
    step_is(d, "moving ranges dropped", "1", "");
    step_is(d, "mean moving range", "1", "(1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1) / 11 = 1");
    step_is(d, "outside the limits", "above the upper limit in 2026-10", "");
    step_is(d, "signal", "above the upper limit in 2026-10", "");
    assert_string_equal(d->answer, "M1/signal M1: above the upper limit in 2026-10");
    d = derived(f, "M1");
    step_is(d, "signal", "above the upper limit in 2026-10", "");
    assert_string_equal(input_of(step_of(d, "signal"), "how")->of, "M1/signal");
    fixture_free(f);
}

static void several_of_a_kind_stand_together(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const char *const actuals[] = {"1", "2", "1", "2", "1", "2", "1", "2",
                                          "1", "2", "1", "2", "9", "2", "1", "2",
                                          "1", "2", "1", "2", "1", "2", "1", "9"};
    add_months(f, add_measure(f, "M1", one_objective(f)), "2024-11", "100", actuals, 24);
    step_is(derived(f, "M1/signal"), "outside the limits",
            "above the upper limit in 2025-11; above the upper limit in 2026-10", "");
    fixture_free(f);
}

static void a_range_may_be_larger_than_any_figure(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const char *const actuals[] = {"-9000000000000", "-8999999999999", "-9000000000000",
                                          "9000000000000", "8999999999999"};
    add_months(f, add_measure(f, "M1", one_objective(f)), "2026-06", "100", actuals, 5);
    const struct derivation *d = derived(f, "M1/signal");
    step_is(d, "moving ranges dropped", "1", "");
    assert_string_equal(step_of(d, "large from")->result, "too large a number");
    assert_string_equal(
        input_of(step_of(d, "moving ranges dropped"), "from 2026-08 to 2026-09")->value,
        "abs(9000000000000 - (-9000000000000))");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_lie_around_the_mean),
        cmocka_unit_test(large_ranges_are_dropped),
        cmocka_unit_test(several_of_a_kind_stand_together),
        cmocka_unit_test(a_range_may_be_larger_than_any_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
