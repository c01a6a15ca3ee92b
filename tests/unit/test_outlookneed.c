#include "outlookcase.h"

#include "assess/outlookneed.h"

static struct outlook_measure asked(struct fixture *f, const struct measure *m) {
    const struct assessment *a = fixture_assess(f);
    return outlookneed(f->arena, a, assess_measure(a, m));
}

/* "average least 12 most -, so far 10" */
static void needs(struct fixture *f, const struct outlook_measure *m, const char *expected) {
    const char *text = arena_printf(f->arena, "%s least %s most %s, so far %s",
                                    outlook_need_name(m->need), figure_of(f->arena, m->least),
                                    figure_of(f->arena, m->most), figure_of(f->arena, m->so_far));
    assert_string_equal(text, expected);
}

/* Asks what the measure needs; what else is said of it is for the test to look at. */
static struct outlook_measure asks(struct fixture *f, const struct measure *m,
                                   const char *expected) {
    struct outlook_measure got = asked(f, m);
    needs(f, &got, expected);
    return got;
}

static void a_sum_needs_the_rest_of_its_target(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = lone_year(f, AGGREGATE_SUM, "11");
    struct outlook_measure got =
        asks(f, m, "average least 16 most -, so far 10"); /* (132 - 100) / 2 */
    assert_int_equal(got.reason, OUTLOOK_EXPECTED);
    assert_int_equal(got.periods, 12);
    assert_int_equal(got.have, 10);
    assert_int_equal(got.gap.micro, dec("-12").micro);
    assert_true(got.has_gap_percent);
    fixture_free(f);
}

static void a_late_actual_is_still_open(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const char *const gap[] = {"10", "", "10", "10", "10", "10", "10", "10", "10", "10"};
    struct measure *m = add_year(f, lone_objective(f), AGGREGATE_SUM, "11", gap, 10);
    asks(f, m, "average least 14 most -, so far 10"); /* (132 - 90) / 3 */
    fixture_free(f);
}

static void a_lower_sum_has_a_most_until_it_is_passed(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = lone_year(f, AGGREGATE_SUM, "9");
    m->polarity = POLARITY_LOWER;
    asks(f, m, "average least - most 4, so far 10");
    m->series[SERIES_ACTUAL].items[9].value = dec("60");
    asks(f, m, "too-late least - most -, so far -");
    /* Where some months take off, they may again. */
    m->series[SERIES_ACTUAL].items[8].value = dec("-1");
    asks(f, m, "average least - most -15.5, so far 13.9"); /* (108 - 139) / 2 */
    fixture_free(f);
}

static void a_mean_is_made_of_the_whole_year(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = lone_year(f, AGGREGATE_MEAN, "11");
    m->unit_of_measure = "%";
    struct outlook_measure got = asks(f, m, "average least 16 most -, so far 10");
    assert_true(got.gap_in_points);
    assert_false(got.has_gap_percent);
    fixture_free(f);
}

static void a_range_has_both_limits(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = lone_year(f, AGGREGATE_MEAN, "12");
    m->polarity = POLARITY_RANGE;
    struct threshold *t = add_threshold(f, m, NULL);
    t->lower = known("11");
    t->upper = known("13");
    t->margin = known("2");
    struct outlook_measure got = asks(f, m, "average least 16 most 28, so far 10");
    assert_true(got.has_band);
    assert_int_equal(got.gap.micro, dec("-1").micro);
    m->aggregation = AGGREGATE_LAST;
    got = asks(f, m, "at-end least 11 most 13, so far -");
    m->aggregation = AGGREGATE_MIN;
    got = asks(f, m, "unknown least - most -, so far -");
    fixture_free(f);
}

static void what_stands_last_is_asked_of_the_last_month(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = lone_year(f, AGGREGATE_LAST, "11");
    struct outlook_measure got = asks(f, m, "at-end least 11 most -, so far -");
    assert_true(period_equal(got.last, span(f, "2026-12")));
    m->polarity = POLARITY_BINARY;
    got = asks(f, m, "at-end least 11 most 11, so far -");
    fixture_free(f);
}

static void extremes_need_each_or_one(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = lone_year(f, AGGREGATE_MIN, "10");
    asks(f, m, "every least 10 most -, so far -");
    m->series[SERIES_ACTUAL].items[3].value = dec("9.5");
    asks(f, m, "too-late least - most -, so far -");
    m->polarity = POLARITY_LOWER;
    asks(f, m, "once least - most 10, so far -");
    m->aggregation = AGGREGATE_MAX;
    asks(f, m, "every least - most 10, so far -");
    m->series[SERIES_ACTUAL].items[3].value = dec("10.5");
    asks(f, m, "too-late least - most -, so far -");
    m->polarity = POLARITY_HIGHER;
    asks(f, m, "once least 10 most -, so far -");
    fixture_free(f);
}

static void of_a_ratio_nothing_can_be_said(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = lone_year(f, AGGREGATE_RATIO, "11");
    asks(f, m, "unknown least - most -, so far -");
    fixture_free(f);
}

static void when_the_year_is_over_nothing_helps(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.organization.as_of = day("2026-12-31");
    f->plan.organization.period = span(f, "2026-12");
    struct measure *m = add_year(f, lone_objective(f), AGGREGATE_SUM, "11", tens, 12);
    asks(f, m, "over least - most -, so far -");
    m->aggregation = AGGREGATE_LAST;
    asks(f, m, "over least - most -, so far -");
    fixture_free(f);
}

static void without_an_actual_only_the_owners_word_counts(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_year(f, lone_objective(f), AGGREGATE_SUM, "11", NULL, 0);
    struct outlook_measure got = asked(f, m);
    assert_int_equal(got.reason, OUTLOOK_NO_FORECAST);
    assert_int_equal(got.need, NEED_UNKNOWN);
    add_value(f, m, SERIES_FORECAST, "2026-11", "3");
    for (int month = 1; month <= 12; month++)
        if (month != 11)
            add_value(f, m, SERIES_FORECAST, arena_printf(f->arena, "2026-%02d", month), "10");
    got = asked(f, m);
    assert_int_equal(got.result->forecast_method, FORECAST_DECLARED);
    needs(f, &got, "average least 11 most -, so far -");
    m->aggregation = AGGREGATE_MAX;
    m->polarity = POLARITY_LOWER;
    got = asks(f, m, "every least - most 11, so far -");
    fixture_free(f);
}

static void a_value_that_is_carried_is_current(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.settings.missing = MISSING_CARRY;
    struct measure *m = add_year(f, lone_objective(f), AGGREGATE_SUM, "11", tens, 9);
    struct outlook_measure got = asked(f, m);
    assert_int_equal(got.reason, OUTLOOK_EXPECTED);
    needs(f, &got, "average least 14 most -, so far 10");
    fixture_free(f);
}

static void a_gap_that_does_not_fit_is_none(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_year(f, lone_objective(f), AGGREGATE_LAST, "5000000000000", NULL, 0);
    add_threshold(f, m, "4900000000000");
    add_value(f, m, SERIES_ACTUAL, "2026-10", "-9000000000000");
    struct outlook_measure got = asked(f, m);
    assert_false(got.has_gap);
    assert_false(got.has_gap_percent);
    fixture_free(f);
}

static void reasons_are_told_apart(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", lone_objective(f));
    m->aggregation = AGGREGATE_SUM;
    add_months(f, m, "2026-01", "11", tens, 10); /* no targets for the rest of the year */
    assert_int_equal(asked(f, m).reason, OUTLOOK_NO_TARGET);
    m->polarity = POLARITY_INFO;
    assert_int_equal(asked(f, m).reason, OUTLOOK_INFO);
    fixture_free(f);
}

static void a_year_ago_the_same_method_is_looked_at(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", lone_objective(f));
    m->aggregation = AGGREGATE_LAST;
    static const char *const before[] = {"1", "2", "3", "4", "5",  "6",
                                         "7", "8", "9", "9", "11", "12"};
    add_months(f, m, "2025-01", NULL, before, 12);
    add_months(f, m, "2026-01", "11", NULL, 12);
    add_months(f, m, "2026-01", NULL, tens, 10);
    struct outlook_measure got = asked(f, m);
    /* Now by season, then, without a year before, as it stood. */
    assert_int_equal(got.result->forecast_method, FORECAST_SEASONAL);
    assert_false(got.has_hindsight);
    m->polarity = POLARITY_BINARY; /* which knows no season */
    got = asked(f, m);
    assert_int_equal(got.result->forecast_method, FORECAST_LAST);
    assert_true(got.has_hindsight);
    assert_int_equal(got.foreseen.micro, dec("9").micro);
    assert_int_equal(got.ended.micro, dec("12").micro);
    fixture_free(f);
}

static void looking_back_needs_all_of_that_year(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", lone_objective(f));
    m->aggregation = AGGREGATE_MAX;
    add_months(f, m, "2025-01", NULL, tens, 12);
    add_months(f, m, "2026-01", "11", NULL, 12);
    add_months(f, m, "2026-01", NULL, tens, 10);
    assert_true(asked(f, m).has_hindsight);
    struct value *actuals = m->series[SERIES_ACTUAL].items;
    size_t count = m->series[SERIES_ACTUAL].count;
    memmove(&actuals[1], &actuals[2], (count - 2) * sizeof *actuals); /* no February */
    m->series[SERIES_ACTUAL].count--;
    assert_false(asked(f, m).has_hindsight);
    m->aggregation = AGGREGATE_LAST; /* which asks for the last month only */
    m->polarity = POLARITY_BINARY;
    assert_true(asked(f, m).has_hindsight);
    memmove(&actuals[10], &actuals[11], 10 * sizeof *actuals); /* no December */
    m->series[SERIES_ACTUAL].count--;
    assert_false(asked(f, m).has_hindsight);
    memmove(&actuals[8], &actuals[9], 11 * sizeof *actuals); /* nor October */
    m->series[SERIES_ACTUAL].count--;
    assert_false(asked(f, m).has_hindsight);
    fixture_free(f);
}

static void what_was_declared_is_no_method_to_look_back_at(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", lone_objective(f));
    m->aggregation = AGGREGATE_MAX;
    add_months(f, m, "2025-01", NULL, tens, 12);
    add_months(f, m, "2026-01", "11", NULL, 12);
    add_months(f, m, "2026-01", NULL, tens, 10);
    add_value(f, m, SERIES_FORECAST, "2026-11", "10");
    add_value(f, m, SERIES_FORECAST, "2026-12", "10");
    struct outlook_measure got = asked(f, m);
    assert_int_equal(got.result->forecast_method, FORECAST_DECLARED);
    assert_false(got.has_hindsight);
    fixture_free(f);
}

static void at_the_end_of_a_year_there_is_nothing_to_foresee(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.organization.as_of = day("2026-12-31");
    f->plan.organization.period = span(f, "2026-12");
    struct measure *m = add_measure(f, "M1", lone_objective(f));
    m->aggregation = AGGREGATE_MAX;
    add_months(f, m, "2025-01", NULL, tens, 12);
    add_months(f, m, "2026-01", "11", tens, 12);
    assert_false(asked(f, m).has_hindsight);
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sum_needs_the_rest_of_its_target),
        cmocka_unit_test(a_late_actual_is_still_open),
        cmocka_unit_test(a_lower_sum_has_a_most_until_it_is_passed),
        cmocka_unit_test(a_mean_is_made_of_the_whole_year),
        cmocka_unit_test(a_range_has_both_limits),
        cmocka_unit_test(what_stands_last_is_asked_of_the_last_month),
        cmocka_unit_test(extremes_need_each_or_one),
        cmocka_unit_test(of_a_ratio_nothing_can_be_said),
        cmocka_unit_test(when_the_year_is_over_nothing_helps),
        cmocka_unit_test(without_an_actual_only_the_owners_word_counts),
        cmocka_unit_test(a_value_that_is_carried_is_current),
        cmocka_unit_test(a_gap_that_does_not_fit_is_none),
        cmocka_unit_test(reasons_are_told_apart),
        cmocka_unit_test(a_year_ago_the_same_method_is_looked_at),
        cmocka_unit_test(looking_back_needs_all_of_that_year),
        cmocka_unit_test(what_was_declared_is_no_method_to_look_back_at),
        cmocka_unit_test(at_the_end_of_a_year_there_is_nothing_to_foresee),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
