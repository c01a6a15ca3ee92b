#include "planfixture.h"

#include "assess/observation.h"

static void a_series_is_searched_by_period(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    add_value(f, m, SERIES_ACTUAL, "2026-01", "1");
    add_value(f, m, SERIES_ACTUAL, "2026-02", "2");
    add_value(f, m, SERIES_ACTUAL, "2026-04", "4");
    assert_int_equal(observation_value(m, SERIES_ACTUAL, span(f, "2026-01"))->value.micro, 1000000);
    assert_int_equal(observation_value(m, SERIES_ACTUAL, span(f, "2026-04"))->value.micro, 4000000);
    assert_null(observation_value(m, SERIES_ACTUAL, span(f, "2026-03")));
    assert_null(observation_value(m, SERIES_ACTUAL, span(f, "2026-05")));
    assert_null(observation_value(m, SERIES_TARGET, span(f, "2026-01")));
    fixture_free(f);
}

static void only_the_percent_sign_alone_makes_a_measure_one_in_percent(void **state) {
    (void)state;
    struct measure m = {.unit_of_measure = "%"};
    assert_true(observation_percent(&m));
    m.unit_of_measure = "% of days";
    assert_false(observation_percent(&m));
    m.unit_of_measure = NULL;
    assert_false(observation_percent(&m));
}

static void a_ratio_without_an_actual_is_divided_from_its_parts(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    struct exact out;
    add_value(f, m, SERIES_NUMERATOR, "2026-01", "2");
    add_value(f, m, SERIES_DENOMINATOR, "2026-01", "3");
    assert_false(observation_actual(f->arena, m, span(f, "2026-01"), &out));
    m->aggregation = AGGREGATE_RATIO;
    assert_true(observation_actual(f->arena, m, span(f, "2026-01"), &out));
    assert_int_equal(out.rounded.micro, 666667);
    m->unit_of_measure = "%";
    assert_true(observation_actual(f->arena, m, span(f, "2026-01"), &out));
    assert_int_equal(out.rounded.micro, 66666667);
    add_value(f, m, SERIES_NUMERATOR, "2026-02", "2");
    assert_false(observation_actual(f->arena, m, span(f, "2026-02"), &out));
    add_value(f, m, SERIES_DENOMINATOR, "2026-02", "0");
    assert_false(observation_actual(f->arena, m, span(f, "2026-02"), &out));
    add_value(f, m, SERIES_ACTUAL, "2026-01", "70");
    assert_true(observation_actual(f->arena, m, span(f, "2026-01"), &out));
    assert_int_equal(out.rounded.micro, 70000000);
    fixture_free(f);
}

static void last_year_is_the_prior_series_or_the_actual_of_then(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    struct exact out;
    assert_false(observation_last_year(f->arena, m, span(f, "2026-03"), &out));
    add_value(f, m, SERIES_ACTUAL, "2025-03", "5");
    assert_true(observation_last_year(f->arena, m, span(f, "2026-03"), &out));
    assert_int_equal(out.rounded.micro, 5000000);
    add_value(f, m, SERIES_PRIOR_YEAR, "2026-03", "6");
    assert_true(observation_last_year(f->arena, m, span(f, "2026-03"), &out));
    assert_int_equal(out.rounded.micro, 6000000);
    struct measure *quarterly = add_measure(f, "M2", NULL);
    quarterly->frequency = FREQUENCY_QUARTERLY;
    add_value(f, quarterly, SERIES_ACTUAL, "2025-Q2", "7");
    assert_true(observation_last_year(f->arena, quarterly, span(f, "2026-Q2"), &out));
    assert_int_equal(out.rounded.micro, 7000000);
    fixture_free(f);
}

static void thresholds_are_those_in_force_on_the_last_day(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    struct observation o;
    add_value(f, m, SERIES_TARGET, "2026-06", "100");
    add_value(f, m, SERIES_TARGET, "2026-07", "100");
    observation_read(f->arena, m, &f->plan.settings, span(f, "2026-06"), &o);
    assert_int_equal(o.thresholds.red.micro, dec("90").micro);
    assert_true(o.has_target);
    assert_false(o.has_actual);
    add_threshold(f, m, "80");
    observation_read(f->arena, m, &f->plan.settings, span(f, "2026-06"), &o);
    assert_int_equal(o.thresholds.red.micro, dec("80").micro);
    add_threshold(f, m, "85")->effective = day("2026-07-15");
    observation_read(f->arena, m, &f->plan.settings, span(f, "2026-06"), &o);
    assert_int_equal(o.thresholds.red.micro, dec("80").micro);
    observation_read(f->arena, m, &f->plan.settings, span(f, "2026-07"), &o);
    assert_int_equal(o.thresholds.red.micro, dec("85").micro);
    observation_read(f->arena, m, &f->plan.settings, span(f, "2026-08"), &o);
    assert_false(o.has_target);
    assert_int_equal(o.resolved, THRESHOLD_NO_TARGET);
    fixture_free(f);
}

static void one_row_that_begins_later_is_not_in_force_before(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    struct observation o;
    add_value(f, m, SERIES_TARGET, "2026-06", "100");
    add_threshold(f, m, "80")->effective = day("2026-07-01");
    observation_read(f->arena, m, &f->plan.settings, span(f, "2026-06"), &o);
    assert_int_equal(o.thresholds.red.micro, dec("90").micro);
    fixture_free(f);
}

static void a_quotient_that_does_not_fit_is_no_actual(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    struct exact out = {{7}, NULL};
    m->aggregation = AGGREGATE_RATIO;
    add_value(f, m, SERIES_NUMERATOR, "2026-01", "9000000000000");
    add_value(f, m, SERIES_DENOMINATOR, "2026-01", "0.9");
    assert_false(observation_actual(f->arena, m, span(f, "2026-01"), &out));
    assert_int_equal(out.rounded.micro, 7);
    assert_false(observation_has_actual(m, span(f, "2026-01")));
    m->series[SERIES_DENOMINATOR].items[0].value = dec("1");
    assert_true(observation_actual(f->arena, m, span(f, "2026-01"), &out));
    assert_int_equal(out.rounded.micro, dec("9000000000000").micro);
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_series_is_searched_by_period),
        cmocka_unit_test(only_the_percent_sign_alone_makes_a_measure_one_in_percent),
        cmocka_unit_test(a_ratio_without_an_actual_is_divided_from_its_parts),
        cmocka_unit_test(last_year_is_the_prior_series_or_the_actual_of_then),
        cmocka_unit_test(thresholds_are_those_in_force_on_the_last_day),
        cmocka_unit_test(one_row_that_begins_later_is_not_in_force_before),
        cmocka_unit_test(a_quotient_that_does_not_fit_is_no_actual),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
