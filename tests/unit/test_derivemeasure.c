#include "derivecase.h"

static void the_answer_comes_first(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_simple(f, "M1", one_objective(f), "95");
    const struct derivation *d = derived(f, "M1");
    assert_string_equal(d->answer, "M1 M1 is amber (score 50.0) in 2026-10");
    step_is(d, "period", "2026-10", "");
    step_is(d, "actual", "95", "");
    fixture_free(f);
}

static void what_is_missing_is_said(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_simple(f, "M1", one_objective(f), NULL);
    const struct derivation *d = derived(f, "M1");
    step_is(d, "actual", "none", "");
    step_is(d, "status", "no data", "");
    step_is(d, "forecast", "none", "");
    assert_false(has_step(d, "score"));
    assert_string_equal(d->answer, "M1 M1 has no data in 2026-10");
    fixture_free(f);
}

static void an_older_actual_may_be_carried(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", one_objective(f));
    f->plan.settings.missing = MISSING_CARRY;
    add_months(f, m, "2026-08", "100", (const char *[]){"95", "96", ""}, 3);
    const struct derivation *d = derived(f, "M1");
    step_is(d, "age of the actual", "carried", "1 <= 1 -> carried");
    step_is(d, "actual", "96", "");
    add_value(f, m, SERIES_TARGET, "2026-11", "100");
    f->plan.settings.carry_periods = 0;
    d = derived(f, "M1");
    step_is(d, "status", "stale", "");
    fixture_free(f);
}

static void a_ratio_is_its_parts(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", one_objective(f));
    m->unit_of_measure = "%";
    m->aggregation = AGGREGATE_RATIO;
    add_value(f, m, SERIES_TARGET, "2026-10", "95");
    add_value(f, m, SERIES_NUMERATOR, "2026-10", "2");
    add_value(f, m, SERIES_DENOMINATOR, "2026-10", "3");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "actual", "66.666667", "100 x 2 / 3 = (200/3) = 66.666667 rounded");
    fixture_free(f);
}

static void the_year_to_date_is_put_together(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", one_objective(f));
    m->aggregation = AGGREGATE_SUM;
    f->plan.settings.headline_ytd = true;
    add_months(f, m, "2026-08", "100", (const char *[]){"95", "", "97"}, 3);
    const struct derivation *d = derived(f, "M1");
    step_is(d, "actual", "192", "95 + 97 = 192");
    step_is(d, "target", "200", "100 + 100 = 200");
    step_is(d, "red flag", "180", "100 - 100 x 10 / 100 + 100 - 100 x 10 / 100 = 180");
    step_is(d, "stretch", "220", "200 + 200 - 180 = 220");
    assert_non_null(strstr(step_of(d, "actual")->words, "2 of 10"));
    fixture_free(f);
}

static void what_is_not_due_or_not_active_says_so(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", one_objective(f));
    add_value(f, m, SERIES_TARGET, "2026-11", "100");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "status", "not due", "");
    assert_non_null(strstr(step_of(d, "status")->words, "2026-11"));
    m->state = STATE_RETIRED;
    step_is(derived(f, "M1"), "status", "not applicable", "");
    fixture_free(f);
}

static void a_measure_for_information_is_not_judged(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_simple(f, "M1", one_objective(f), "95")->polarity = POLARITY_INFO;
    const struct derivation *d = derived(f, "M1");
    step_is(d, "status", "not judged", "");
    assert_string_equal(d->answer, "M1 M1 is shown, never judged in 2026-10");
    fixture_free(f);
}

static void an_actual_without_anything_to_judge_it_by_says_so(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", one_objective(f));
    add_value(f, m, SERIES_ACTUAL, "2026-10", "95");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "target", "none", "");
    step_is(d, "status", "no data", "");
    assert_string_equal(step_of(d, "status")->words, "There is nothing to judge the actual by.");
    m->polarity = POLARITY_INFO;
    d = derived(f, "M1");
    assert_false(has_step(d, "target"));
    step_is(d, "status", "not judged", "");
    fixture_free(f);
}

static void a_band_needs_no_target(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", one_objective(f));
    m->polarity = POLARITY_RANGE;
    add_value(f, m, SERIES_ACTUAL, "2026-10", "85");
    struct threshold *t = add_threshold(f, m, NULL);
    t->lower = known("80");
    t->upper = known("90");
    t->margin = known("10");
    const struct derivation *d = derived(f, "M1");
    assert_false(has_step(d, "target"));
    step_is(d, "status", "green", "0 = 0 -> green");
    fixture_free(f);
}

static void a_year_without_a_target_shows_the_period(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", one_objective(f));
    f->plan.settings.headline_ytd = true;
    add_months(f, m, "2026-08", NULL, (const char *[]){"95", "96", "97"}, 3);
    const struct derivation *d = derived(f, "M1");
    step_is(d, "actual", "97", "");
    step_is(d, "status", "no data", "");
    fixture_free(f);
}

static void a_year_of_ratios_may_lack_some_parts(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", one_objective(f));
    m->aggregation = AGGREGATE_RATIO;
    f->plan.settings.headline_ytd = true;
    add_months(f, m, "2026-08", "2", (const char *[]){"4", "", ""}, 3);
    add_value(f, m, SERIES_NUMERATOR, "2026-09", "6");
    add_value(f, m, SERIES_DENOMINATOR, "2026-09", "2");
    add_value(f, m, SERIES_NUMERATOR, "2026-10", "9");
    add_value(f, m, SERIES_DENOMINATOR, "2026-10", "9");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "actual of 2026-09", "3", "6 / 2 = 3");
    step_is(d, "actual", "2.666667", "(4 + 3 + 1) / 3 = (8/3) = 2.666667 rounded");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_answer_comes_first),
        cmocka_unit_test(what_is_missing_is_said),
        cmocka_unit_test(an_older_actual_may_be_carried),
        cmocka_unit_test(a_ratio_is_its_parts),
        cmocka_unit_test(the_year_to_date_is_put_together),
        cmocka_unit_test(what_is_not_due_or_not_active_says_so),
        cmocka_unit_test(a_measure_for_information_is_not_judged),
        cmocka_unit_test(an_actual_without_anything_to_judge_it_by_says_so),
        cmocka_unit_test(a_band_needs_no_target),
        cmocka_unit_test(a_year_without_a_target_shows_the_period),
        cmocka_unit_test(a_year_of_ratios_may_lack_some_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
