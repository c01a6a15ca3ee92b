#include "derivecase.h"

static void last_year_is_the_same_month_or_the_series_given(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_simple(f, "M1", one_objective(f), "95");
    assert_false(has_step(derived(f, "M1"), "last year"));
    add_value(f, m, SERIES_ACTUAL, "2025-10", "88");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "last year", "88", "");
    assert_string_equal(input_of(step_of(d, "last year"), "actual of 2025-10")->value, "88");
    add_value(f, m, SERIES_PRIOR_YEAR, "2026-10", "87");
    step_is(derived(f, "M1"), "last year", "87", "");
    fixture_free(f);
}

static void to_date_last_year_is_put_together_of_the_same_months(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.settings.headline_ytd = true;
    f->plan.settings.changed[OPTION_HEADLINE] = true;
    struct measure *m = add_measure(f, "M1", one_objective(f));
    m->aggregation = AGGREGATE_SUM;
    add_months(f, m, "2026-08", "10", (const char *[]){"9", "", "8"}, 3);
    add_value(f, m, SERIES_ACTUAL, "2025-08", "7");
    add_value(f, m, SERIES_PRIOR_YEAR, "2026-10", "6");
    step_is(derived(f, "M1"), "last year", "13", "7 + 6 = 13");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(last_year_is_the_same_month_or_the_series_given),
        cmocka_unit_test(to_date_last_year_is_put_together_of_the_same_months),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
