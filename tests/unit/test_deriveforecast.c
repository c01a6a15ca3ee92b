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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_rate_goes_on),       cmocka_unit_test(the_last_value_stands),
        cmocka_unit_test(the_owner_may_declare_it), cmocka_unit_test(a_season_is_repeated),
        cmocka_unit_test(the_mean_so_far_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
