#include "derivecase.h"

static struct measure *months(struct fixture *f, enum aggregation aggregation) {
    struct measure *m = add_measure(f, "M1", one_objective(f));
    m->aggregation = aggregation;
    add_months(f, m, "2026-01", "100",
               (const char *[]){"90", "91", "92", "93", "94", "95", "96", "97", "98", "99"}, 10);
    add_value(f, m, SERIES_TARGET, "2026-11", "100");
    add_value(f, m, SERIES_TARGET, "2026-12", "110");
    return m;
}

static void a_run_rate_goes_on(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    months(f, AGGREGATE_SUM);
    const struct derivation *d = derived(f, "M1");
    step_is(d, "this year so far", "945", "90 + 91 + 92 + 93 + 94 + 95 + 96 + 97 + 98 + 99 = 945");
    assert_int_equal(step_of(d, "this year so far")->rule, 8); /* of the basis of preparation */
    step_is(d, "forecast", "1134", "945 x 12 / 10 = 1134");
    step_is(d, "target of the year", "1210",
            "100 + 100 + 100 + 100 + 100 + 100 + 100 + 100 + 100 + 100 + 100 + 110 = 1210");
    step_is(d, "forecast status", "amber", "1134 < 1210 and 1134 >= 1089 -> amber");
    fixture_free(f);
}

static void the_last_value_stands(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    months(f, AGGREGATE_LAST);
    const struct derivation *d = derived(f, "M1");
    step_is(d, "forecast", "99", "");
    step_is(d, "target of the year", "110", "");
    step_is(d, "forecast status", "amber", "99 < 110 and 99 >= 99 -> amber");
    fixture_free(f);
}

static void the_owner_may_declare_it(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_value(f, months(f, AGGREGATE_LAST), SERIES_FORECAST, "2026-12", "111");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "forecast", "111", "");
    assert_string_equal(input_of(step_of(d, "forecast"), "forecast of 2026-12")->value, "111");
    fixture_free(f);
}

static void a_season_is_repeated(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", one_objective(f));
    m->aggregation = AGGREGATE_SUM;
    m->frequency = FREQUENCY_HALF_YEARLY;
    add_value(f, m, SERIES_TARGET, "2026-H1", "100");
    add_value(f, m, SERIES_TARGET, "2026-H2", "100");
    add_value(f, m, SERIES_ACTUAL, "2025-H1", "80");
    add_value(f, m, SERIES_ACTUAL, "2025-H2", "120");
    add_value(f, m, SERIES_ACTUAL, "2026-H1", "96");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "last year, whole", "200", "80 + 120 = 200");
    step_is(d, "forecast", "240", "200 x 96 / 80 = 240");
    fixture_free(f);
}

static void the_mean_so_far_stands(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    months(f, AGGREGATE_MEAN);
    step_is(derived(f, "M1"), "forecast", "94.5",
            "(90 + 91 + 92 + 93 + 94 + 95 + 96 + 97 + 98 + 99) / 10 = 94.5");
    fixture_free(f);
}

/* A ratio by its parts, in all months of the year. */
static struct measure *ratio(struct fixture *f) {
    struct measure *m = add_measure(f, "M1", one_objective(f));
    m->aggregation = AGGREGATE_RATIO;
    for (int month = 1; month <= 12; month++) {
        const char *period = arena_printf(f->arena, "2026-%02d", month);
        add_value(f, m, SERIES_TARGET, period, month <= 6 ? "4" : "8");
        add_value(f, m, SERIES_NUMERATOR, period, "50");
        add_value(f, m, SERIES_DENOMINATOR, period, month <= 6 ? "30" : "10");
    }
    return m;
}

static void targets_of_a_ratio_weigh_as_much_as_their_denominators(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.organization.as_of = day("2026-12-31");
    f->plan.organization.period = span(f, "2026-12");
    ratio(f);
    const struct derivation *d = derived(f, "M1");
    step_is(d, "forecast", "2.5",
            "(50 + 50 + 50 + 50 + 50 + 50 + 50 + 50 + 50 + 50 + 50 + 50) / (30 + 30 + 30 + 30 + "
            "30 + 30 + 10 + 10 + 10 + 10 + 10 + 10) = 2.5");
    assert_string_equal(step_of(d, "target of the year")->result, "5");
    assert_string_equal(input_of(step_of(d, "target of the year"), "denominator of 2026-12")->value,
                        "10");
    fixture_free(f);
}

static void denominators_still_to_come_weigh_nothing_yet(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    ratio(f);
    const struct derivation *d = derived(f, "M1");
    step_is(d, "target of the year", "6",
            "(4 + 4 + 4 + 4 + 4 + 4 + 8 + 8 + 8 + 8 + 8 + 8) / 12 = 6");
    fixture_free(f);
}

static void last_year_may_be_written_beside_this_one(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = months(f, AGGREGATE_LAST);
    for (int month = 1; month <= 12; month++)
        add_value(f, m, SERIES_PRIOR_YEAR, arena_printf(f->arena, "2026-%02d", month),
                  month == 12 ? "100" : "90");
    const struct derivation *d = derived(f, "M1");
    step_is(d, "last year, whole", "100", "");
    step_is(d, "this year so far", "99", "");
    step_is(d, "last year so far", "90", "");
    step_is(d, "forecast", "110", "100 x 99 / 90 = 110");
    assert_non_null(input_of(step_of(d, "last year so far"), "prior-year of 2026-10"));
    fixture_free(f);
}

static void the_thresholds_of_the_year_have_those_of_its_periods_beside_them(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    months(f, AGGREGATE_SUM);
    const struct derivation_step *step = step_of(derived(f, "M1"), "thresholds of the year");
    assert_int_equal(step->inputs.count, 16);
    assert_string_equal(step->inputs.items[0].name, "thresholds of 2026-01");
    assert_string_equal(step->inputs.items[11].name, "thresholds of 2026-12");
    assert_string_equal(step->inputs.items[0].value, "red flag 90, stretch 110, worst 80");
    fixture_free(f);
    f = fixture_new();
    struct measure *m = months(f, AGGREGATE_LAST); /* the last period alone */
    m->polarity = POLARITY_RANGE;
    struct threshold *t = add_threshold(f, m, NULL);
    t->lower = known("97");
    t->upper = known("110");
    t->margin = known("10");
    step = step_of(derived(f, "M1"), "thresholds of the year");
    assert_int_equal(step->inputs.count, 4);
    assert_string_equal(input_of(step, "thresholds of 2026-12")->value,
                        "limits 97 and 110, margin 10");
    fixture_free(f);
}

static void a_forecast_without_a_target_is_not_judged(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = months(f, AGGREGATE_SUM);
    m->series[SERIES_TARGET].count--;
    const struct derivation_step *step = step_of(derived(f, "M1"), "forecast status");
    assert_string_equal(step->result, "no data");
    assert_non_null(strstr(step->words, "not every period"));
    m->aggregation = AGGREGATE_LAST;
    step = step_of(derived(f, "M1"), "forecast status");
    assert_string_equal(step->result, "no data");
    assert_non_null(strstr(step->words, "the last period"));
    m->polarity = POLARITY_INFO;
    assert_false(has_step(derived(f, "M1"), "forecast status"));
    fixture_free(f);
}

static void yes_or_no_is_forecast_by_its_target_alone(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = months(f, AGGREGATE_LAST);
    m->polarity = POLARITY_BINARY;
    const struct derivation *d = derived(f, "M1");
    step_is(d, "forecast status", "red", "99 < 110 -> red");
    assert_int_equal(step_of(d, "thresholds of the year")->inputs.count, 1);
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_rate_goes_on),
        cmocka_unit_test(a_forecast_without_a_target_is_not_judged),
        cmocka_unit_test(the_thresholds_of_the_year_have_those_of_its_periods_beside_them),
        cmocka_unit_test(the_last_value_stands),
        cmocka_unit_test(the_owner_may_declare_it),
        cmocka_unit_test(a_season_is_repeated),
        cmocka_unit_test(the_mean_so_far_stands),
        cmocka_unit_test(targets_of_a_ratio_weigh_as_much_as_their_denominators),
        cmocka_unit_test(denominators_still_to_come_weigh_nothing_yet),
        cmocka_unit_test(last_year_may_be_written_beside_this_one),
        cmocka_unit_test(yes_or_no_is_forecast_by_its_target_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
