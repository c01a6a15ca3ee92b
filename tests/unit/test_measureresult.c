#include "planfixture.h"

#include "assess/judge.h"
#include "assess/measureresult.h"

static struct measure_result judged(struct fixture *f, const struct measure *m) {
    struct measure_result r;
    struct measure_trouble trouble;
    measureresult_make(f->arena, &f->plan, m, f->plan.organization.period, true, &r, &trouble);
    assert_int_equal(trouble.result, THRESHOLD_KNOWN);
    return r;
}

static enum threshold_result trouble_of(struct fixture *f, const struct measure *m,
                                        struct period *period) {
    struct measure_result r;
    struct measure_trouble trouble;
    measureresult_make(f->arena, &f->plan, m, f->plan.organization.period, true, &r, &trouble);
    *period = trouble.period;
    return trouble.result;
}

static void a_measure_is_judged_at_the_reporting_month(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    add_months(f, m, "2026-08", "100", (const char *[]){"97", "96", "95"}, 3);
    struct measure_result r = judged(f, m);
    assert_true(period_equal(r.period, span(f, "2026-10")));
    assert_string_equal(told(f->arena, r.score.exact, r.status), "50.00 amber");
    assert_int_equal(r.actual.micro, dec("95").micro);
    assert_int_equal(r.target.micro, dec("100").micro);
    assert_int_equal(r.variance.micro, dec("-5").micro);
    assert_int_equal(r.variance_percent.micro, dec("-5").micro);
    assert_int_equal(r.favourable, -1);
    assert_int_equal(r.trend.goodness, GOODNESS_WORSENING);
    assert_int_equal(r.previous_status, STATUS_AMBER);
    assert_int_equal(r.consecutive, 3);
    assert_int_equal(r.ytd_due, 0);
    assert_false(period_set(r.carried));
    assert_false(r.has_last_year);
    fixture_free(f);
}

static void consecutive_periods_start_again_with_the_status(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    add_months(f, m, "2026-05", "100", (const char *[]){"80", "80", "95", "80", "", "80"}, 6);
    struct measure_result r = judged(f, m);
    assert_int_equal(r.status, STATUS_RED);
    assert_int_equal(r.consecutive, 1);
    assert_int_equal(r.previous_status, STATUS_NO_DATA);
    struct measure *fresh = add_simple(f, "M2", NULL, "80");
    r = judged(f, fresh);
    assert_int_equal(r.consecutive, 1);
    assert_int_equal(r.previous_status, STATUS_NOT_DUE);
    fixture_free(f);
}

static void more_than_the_history_is_counted(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    for (int i = 0; i < 40; i++) {
        struct value v = {.period = period_next(span(f, "2026-10"), i - 39), .value = dec("100")};
        vec_push(f->arena, &m->series[SERIES_TARGET], v);
        vec_push(f->arena, &m->series[SERIES_ACTUAL], v);
    }
    struct measure_result r = judged(f, m);
    assert_int_equal(r.consecutive, 40);
    assert_int_equal(r.history_now, 23);
    assert_int_equal(r.history_count, 26);
    assert_true(period_equal(r.history[0].period, span(f, "2024-11")));
    assert_true(period_equal(r.history[23].period, span(f, "2026-10")));
    fixture_free(f);
}

static void a_history_has_its_statuses_red_flags_and_the_rest_of_the_year(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    add_months(f, m, "2026-08", "100", (const char *[]){"100", "", "80"}, 3);
    add_value(f, m, SERIES_TARGET, "2026-12", "120");
    add_value(f, m, SERIES_FORECAST, "2026-12", "110");
    add_value(f, m, SERIES_ACTUAL, "2026-11", "1"); /* not known yet */
    struct measure_result r = judged(f, m);
    assert_int_equal(r.history_count, 5);
    assert_int_equal(r.history_now, 2);
    static const enum status statuses[] = {STATUS_GREEN, STATUS_NO_DATA, STATUS_RED, STATUS_NOT_DUE,
                                           STATUS_NOT_DUE};
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(r.history[i].status, statuses[i]);
    assert_int_equal(r.history[0].red.micro, dec("90").micro);
    assert_true(r.history[0].has_red);
    assert_false(r.history[1].has_actual);
    assert_false(r.history[3].has_actual);
    assert_false(r.history[3].has_red);
    assert_true(r.history[4].has_forecast);
    assert_int_equal(r.history[4].forecast.micro, dec("110").micro);
    assert_int_equal(r.history[4].red.micro, dec("108").micro);
    fixture_free(f);
}

static void a_history_may_be_left_out(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_simple(f, "M1", NULL, "80");
    struct measure_result r;
    struct measure_trouble trouble;
    measureresult_make(f->arena, &f->plan, m, span(f, "2026-10"), false, &r, &trouble);
    assert_null(r.history);
    assert_int_equal(r.history_count, 0);
    assert_int_equal(r.history_now, 0);
    assert_int_equal(r.status, STATUS_RED);
    fixture_free(f);
}

static void a_measure_is_not_due_before_its_first_period(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    m->frequency = FREQUENCY_YEARLY;
    add_value(f, m, SERIES_TARGET, "2026", "10");
    add_value(f, m, SERIES_FORECAST, "2026", "11");
    struct measure_result r = judged(f, m);
    assert_int_equal(r.status, STATUS_NOT_DUE);
    assert_int_equal(r.previous_status, STATUS_NOT_DUE);
    assert_false(period_set(r.period));
    assert_int_equal(r.history_count, 1);
    assert_int_equal(r.history_now, 1);
    assert_int_equal(r.forecast_method, FORECAST_DECLARED);
    assert_string_equal(told(f->arena, r.forecast_score, r.forecast_status), "100.00 green");
    m->series[SERIES_FORECAST].count = 0;
    assert_int_equal(judged(f, m).forecast_status, STATUS_NOT_DUE);
    add_value(f, m, SERIES_TARGET, "2025", "10");
    r = judged(f, m);
    assert_int_equal(r.status, STATUS_NO_DATA);
    assert_true(period_set(r.period));
    fixture_free(f);
}

static void a_measure_without_any_figure_has_no_data(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure_result r = judged(f, add_measure(f, "M1", NULL));
    assert_int_equal(r.status, STATUS_NO_DATA);
    assert_int_equal(r.previous_status, STATUS_NO_DATA);
    assert_int_equal(r.forecast_status, STATUS_NO_DATA);
    assert_int_equal(r.history_count, 0);
    assert_int_equal(r.history_now, 0);
    assert_null(r.score.exact);
    fixture_free(f);
}

static void states_other_than_active_are_not_judged(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_simple(f, "M1", NULL, "80");
    m->state = STATE_NOT_APPLICABLE;
    struct measure_result r = judged(f, m);
    assert_int_equal(r.status, STATUS_NOT_APPLICABLE);
    assert_int_equal(r.forecast_status, STATUS_NOT_APPLICABLE);
    assert_false(r.has_actual);
    m->state = STATE_PROPOSED;
    assert_int_equal(judged(f, m).status, STATUS_NOT_DUE);
    fixture_free(f);
}

static void info_is_shown_but_never_judged(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    m->polarity = POLARITY_INFO;
    add_months(f, m, "2026-09", NULL, (const char *[]){"1", "2"}, 2);
    struct measure_result r = judged(f, m);
    assert_int_equal(r.status, STATUS_UNSCORED);
    assert_int_equal(r.forecast_status, STATUS_UNSCORED);
    assert_true(r.has_actual);
    assert_false(r.has_variance);
    assert_int_equal(r.trend.direction, DIRECTION_UP);
    assert_int_equal(r.trend.goodness, GOODNESS_UNKNOWN);
    assert_int_equal(r.history[0].status, STATUS_UNSCORED);
    fixture_free(f);
}

static void no_actual_or_no_target_is_no_data(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    add_months(f, m, "2026-09", "100", (const char *[]){"95", ""}, 2);
    struct measure_result r = judged(f, m);
    assert_int_equal(r.status, STATUS_NO_DATA);
    assert_false(r.has_actual);
    assert_true(r.has_target);
    assert_int_equal(r.trend.direction, DIRECTION_UNKNOWN);
    struct measure *aimless = add_measure(f, "M2", NULL);
    add_months(f, aimless, "2026-09", NULL, (const char *[]){"95", "96"}, 2);
    r = judged(f, aimless);
    assert_int_equal(r.status, STATUS_NO_DATA);
    assert_true(r.has_actual);
    fixture_free(f);
}

static void an_older_actual_is_carried_with_its_date_and_then_stale(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.settings.missing = MISSING_CARRY;
    f->plan.settings.carry_periods = 2;
    struct measure *m = add_measure(f, "M1", NULL);
    add_months(f, m, "2026-08", "100", (const char *[]){"95", "", ""}, 3);
    struct measure_result r = judged(f, m);
    assert_string_equal(told(f->arena, r.score.exact, r.status), "50.00 amber");
    assert_true(period_equal(r.carried, span(f, "2026-08")));
    assert_int_equal(r.consecutive, 3);
    assert_int_equal(r.trend.direction, DIRECTION_UNKNOWN);
    f->plan.settings.carry_periods = 1;
    r = judged(f, m);
    assert_int_equal(r.status, STATUS_STALE);
    assert_false(r.has_actual);
    assert_int_equal(r.previous_status, STATUS_AMBER);
    assert_false(period_set(r.carried));
    fixture_free(f);
}

static void the_year_to_date_says_how_much_of_it_is_there(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.settings.headline_ytd = true;
    f->plan.organization.period = span(f, "2026-08");
    struct measure *m = add_measure(f, "M1", NULL);
    m->aggregation = AGGREGATE_SUM;
    add_months(f, m, "2025-12", "10",
               (const char *[]){"99", "10", "10", "", "10", "10", "10", "9", "9"}, 9);
    struct measure_result r = judged(f, m);
    assert_int_equal(r.ytd_have, 7);
    assert_int_equal(r.ytd_due, 8);
    assert_int_equal(r.actual.micro, dec("68").micro);
    assert_int_equal(r.target.micro, dec("70").micro);
    assert_int_equal(r.thresholds.red.micro, dec("63").micro);
    assert_int_equal(r.status, STATUS_AMBER);
    assert_int_equal(r.previous_status, STATUS_AMBER);
    assert_int_equal(r.consecutive, 2);
    /* trends are of single months */
    assert_int_equal(r.trend.goodness, GOODNESS_STEADY);
    assert_false(r.has_last_year);
    fixture_free(f);
}

static void last_year_is_shown_on_the_basis_of_the_headline(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    m->aggregation = AGGREGATE_SUM;
    f->plan.organization.period = span(f, "2026-03");
    add_months(f, m, "2025-01", NULL, (const char *[]){"1", "2", "4"}, 3);
    add_months(f, m, "2026-01", "10", (const char *[]){"10", "", "10"}, 3);
    struct measure_result r = judged(f, m);
    assert_int_equal(r.last_year.micro, dec("4").micro);
    assert_int_equal(r.trend_year.direction, DIRECTION_UP);
    f->plan.settings.headline_ytd = true;
    r = judged(f, m);
    assert_true(r.has_last_year);
    assert_int_equal(r.last_year.micro, dec("5").micro);
    fixture_free(f);
}

static void a_missing_month_is_missing_in_the_year_to_date_too(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.settings.headline_ytd = true;
    struct measure *m = add_measure(f, "M1", NULL);
    m->aggregation = AGGREGATE_SUM;
    add_months(f, m, "2026-08", "10", (const char *[]){"10", "11", ""}, 3);
    struct measure_result r = judged(f, m);
    assert_int_equal(r.status, STATUS_NO_DATA);
    assert_false(r.has_actual);
    assert_int_equal(r.ytd_have, 2);
    assert_int_equal(r.ytd_due, 10);
    f->plan.settings.missing = MISSING_CARRY;
    r = judged(f, m);
    assert_int_equal(r.status, STATUS_GREEN);
    assert_int_equal(r.actual.micro, dec("21").micro);
    assert_int_equal(r.target.micro, dec("20").micro);
    assert_true(period_equal(r.carried, span(f, "2026-09")));
    fixture_free(f);
}

static void a_new_fiscal_year_starts_from_nothing(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.settings.headline_ytd = true;
    f->plan.settings.missing = MISSING_CARRY;
    f->plan.organization.period = span(f, "2026-01");
    struct measure *m = add_measure(f, "M1", NULL);
    m->aggregation = AGGREGATE_SUM;
    add_months(f, m, "2025-11", "10", (const char *[]){"10", "11", ""}, 3);
    struct measure_result r = judged(f, m);
    assert_int_equal(r.status, STATUS_NO_DATA);
    assert_int_equal(r.ytd_have, 0);
    assert_int_equal(r.ytd_due, 1);
    assert_true(r.has_target);
    add_value(f, m, SERIES_ACTUAL, "2026-01", "9");
    r = judged(f, m);
    assert_int_equal(r.actual.micro, dec("9").micro);
    assert_int_equal(r.status, STATUS_AMBER);
    fixture_free(f);
}

static void an_info_measure_to_date_needs_no_target(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.settings.headline_ytd = true;
    struct measure *m = add_measure(f, "M1", NULL);
    m->polarity = POLARITY_INFO;
    m->aggregation = AGGREGATE_SUM;
    add_months(f, m, "2026-08", NULL, (const char *[]){"1", "2", "3"}, 3);
    struct measure_result r = judged(f, m);
    assert_int_equal(r.status, STATUS_UNSCORED);
    assert_int_equal(r.actual.micro, dec("6").micro);
    assert_false(r.has_target);
    fixture_free(f);
}

static void trends_look_back_one_period_one_year_and_four_periods(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    add_value(f, m, SERIES_ACTUAL, "2025-10", "99");
    add_months(f, m, "2026-06", "100", (const char *[]){"90", "90", "90", "96", "95"}, 5);
    struct measure_result r = judged(f, m);
    assert_int_equal(r.trend.goodness, GOODNESS_WORSENING);
    assert_int_equal(r.trend_year.goodness, GOODNESS_WORSENING);
    assert_int_equal(r.trend_mean.goodness, GOODNESS_IMPROVING);
    struct measure *gap = add_measure(f, "M2", NULL);
    add_months(f, gap, "2026-06", "100", (const char *[]){"90", "", "90", "96", "95"}, 5);
    r = judged(f, gap);
    assert_int_equal(r.trend_mean.direction, DIRECTION_UNKNOWN);
    assert_int_equal(r.trend_year.direction, DIRECTION_UNKNOWN);
    assert_int_equal(r.trend.goodness, GOODNESS_WORSENING);
    fixture_free(f);
}

static void a_quarterly_measure_keeps_its_last_quarter(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    m->frequency = FREQUENCY_QUARTERLY;
    add_value(f, m, SERIES_TARGET, "2026-Q2", "100");
    add_value(f, m, SERIES_ACTUAL, "2026-Q2", "100");
    add_value(f, m, SERIES_TARGET, "2026-Q3", "100");
    add_value(f, m, SERIES_ACTUAL, "2026-Q3", "80");
    struct measure_result r = judged(f, m);
    assert_true(period_equal(r.period, span(f, "2026-Q3")));
    assert_int_equal(r.status, STATUS_RED);
    assert_int_equal(r.previous_status, STATUS_GREEN);
    assert_int_equal(r.history_count, 3);
    fixture_free(f);
}

static void the_forecast_is_judged_against_the_year(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    m->aggregation = AGGREGATE_SUM;
    for (int i = 1; i <= 12; i++) {
        struct value v = {.period = period_next(span(f, "2026-01"), i - 1), .value = dec("10")};
        vec_push(f->arena, &m->series[SERIES_TARGET], v);
        v.value = decimal_micro(9500000);
        if (i <= 10)
            vec_push(f->arena, &m->series[SERIES_ACTUAL], v);
    }
    struct measure_result r = judged(f, m);
    assert_int_equal(r.forecast_method, FORECAST_RUN_RATE);
    assert_int_equal(r.forecast.micro, dec("114").micro);
    assert_int_equal(r.year_target.micro, dec("120").micro);
    assert_string_equal(told(f->arena, r.forecast_score, r.forecast_status), "50.00 amber");
    fixture_free(f);
}

static void thresholds_in_the_wrong_order_are_told_with_their_period(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    struct period period;
    add_threshold(f, m, "100");
    add_months(f, m, "2026-08", "110", (const char *[]){"110", "110", "110"}, 3);
    m->series[SERIES_TARGET].items[1].value = dec("100");
    assert_int_equal(trouble_of(f, m, &period), THRESHOLD_ORDER);
    assert_true(period_equal(period, span(f, "2026-09")));
    m->series[SERIES_TARGET].items[1].value = dec("110");
    add_value(f, m, SERIES_TARGET, "2026-12", "90");
    assert_int_equal(trouble_of(f, m, &period), THRESHOLD_ORDER);
    assert_true(period_equal(period, span(f, "2026-12")));
    fixture_free(f);
}

static void a_ratio_to_date_is_sum_over_sum_on_both_sides(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.settings.headline_ytd = true;
    struct measure *m = add_measure(f, "M1", NULL);
    m->aggregation = AGGREGATE_RATIO;
    m->unit_of_measure = "%";
    add_months(f, m, "2026-09", NULL, (const char *[]){"50", "100"}, 2);
    add_value(f, m, SERIES_NUMERATOR, "2026-09", "1");
    add_value(f, m, SERIES_DENOMINATOR, "2026-09", "2");
    add_value(f, m, SERIES_NUMERATOR, "2026-10", "8");
    add_value(f, m, SERIES_DENOMINATOR, "2026-10", "8");
    add_value(f, m, SERIES_TARGET, "2026-09", "70");
    add_value(f, m, SERIES_TARGET, "2026-10", "95");
    struct measure_result r = judged(f, m);
    assert_int_equal(r.actual.micro, dec("90").micro);
    assert_int_equal(r.target.micro, dec("90").micro);
    assert_int_equal(r.thresholds.red.micro, dec("81").micro);
    assert_int_equal(r.status, STATUS_GREEN);
    assert_true(r.variance_in_points);
    fixture_free(f);
}

static void weeks_are_judged_too(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.settings.headline_ytd = true;
    struct measure *m = add_measure(f, "M1", NULL);
    m->frequency = FREQUENCY_WEEKLY;
    m->aggregation = AGGREGATE_SUM;
    add_months(f, m, "2026-W41", "10", (const char *[]){"10", "9", "11"}, 3);
    struct measure_result r = judged(f, m);
    assert_true(period_equal(r.period, span(f, "2026-W43")));
    assert_int_equal(r.ytd_due, 43);
    assert_int_equal(r.ytd_have, 3);
    assert_int_equal(r.status, STATUS_GREEN);
    assert_int_equal(r.history_count, 13);
    fixture_free(f);
}

static void a_range_varies_from_its_band_and_needs_no_target(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    m->polarity = POLARITY_RANGE;
    struct threshold *t = add_threshold(f, m, NULL);
    t->lower = known("5");
    t->upper = known("9");
    t->margin = known("1.5");
    add_months(f, m, "2026-09", "7", (const char *[]){"6", "4.6"}, 2);
    struct measure_result r = judged(f, m);
    assert_int_equal(r.status, STATUS_AMBER);
    assert_int_equal(r.variance.micro, dec("-0.4").micro);
    assert_int_equal(r.variance_percent.micro, dec("-8").micro);
    assert_int_equal(r.favourable, -1);
    m->series[SERIES_TARGET].count = 0;
    r = judged(f, m);
    assert_false(r.has_target);
    assert_true(r.has_variance);
    assert_int_equal(r.variance.micro, dec("-0.4").micro);
    m->series[SERIES_ACTUAL].items[1].value = dec("8");
    r = judged(f, m);
    assert_int_equal(r.status, STATUS_GREEN);
    assert_true(r.has_variance_percent);
    assert_int_equal(r.variance.micro, 0);
    assert_int_equal(r.favourable, 0);
    m->series[SERIES_ACTUAL].count = 1;
    assert_false(judged(f, m).has_variance);
    fixture_free(f);
}

static void a_missing_or_stale_measure_has_no_forecast_and_a_carried_one_has(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    add_months(f, m, "2026-08", "100", (const char *[]){"95", "", ""}, 3);
    add_value(f, m, SERIES_TARGET, "2026-12", "100");
    struct measure_result r = judged(f, m);
    assert_int_equal(r.status, STATUS_NO_DATA);
    assert_int_equal(r.forecast_method, FORECAST_NONE);
    assert_int_equal(r.forecast_status, STATUS_NO_DATA);
    assert_null(r.forecast_score);
    assert_true(r.has_year_target);
    f->plan.settings.missing = MISSING_CARRY;
    r = judged(f, m);
    assert_int_equal(r.status, STATUS_STALE);
    assert_int_equal(r.forecast_method, FORECAST_NONE);
    f->plan.settings.carry_periods = 2;
    r = judged(f, m);
    assert_int_equal(r.status, STATUS_AMBER);
    assert_int_equal(r.forecast_method, FORECAST_LAST);
    assert_string_equal(told(f->arena, r.forecast_score, r.forecast_status), "50.00 amber");
    f->plan.settings.missing = MISSING_EXCLUDE;
    add_value(f, m, SERIES_FORECAST, "2026-12", "100");
    r = judged(f, m);
    assert_int_equal(r.status, STATUS_NO_DATA);
    assert_int_equal(r.forecast_method, FORECAST_DECLARED);
    assert_string_equal(told(f->arena, r.forecast_score, r.forecast_status), "66.67 green");
    fixture_free(f);
}

static void an_actual_without_a_target_still_has_a_forecast(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    add_months(f, m, "2026-09", NULL, (const char *[]){"95", "95"}, 2);
    add_value(f, m, SERIES_TARGET, "2026-12", "100");
    for (int ytd = 0; ytd < 2; ytd++) {
        f->plan.settings.headline_ytd = ytd;
        struct measure_result r = judged(f, m);
        assert_int_equal(r.status, STATUS_NO_DATA);
        assert_true(r.has_actual);
        assert_int_equal(r.actual.micro, dec("95").micro);
        assert_int_equal(r.forecast_method, FORECAST_LAST);
        assert_string_equal(told(f->arena, r.forecast_score, r.forecast_status), "50.00 amber");
    }
    fixture_free(f);
}

/* ---- the year to date of every frequency, against sums made day by day ---- */

/* The calendar year in which the fiscal year of a period begins; a week counts by its Thursday. */
static int fiscal_year_of(struct period period, int start_month) {
    struct date first = period_first(period);
    if (period.frequency == FREQUENCY_WEEKLY)
        first = date_from_days(date_days(first) + 3);
    return first.month >= start_month ? first.year : first.year - 1;
}

struct to_date {
    int have, due;
    int64_t sum, least, greatest, last; /* whole numbers */
};

/* Every fifth actual is missing. */
static bool missing_at(int i) {
    return i % 5 == 2;
}

static int64_t actual_at(int i) {
    return 60 + i * 7 % 31;
}

/* Fills 30 months of a measure; what the fiscal year of its last ended period comes to. */
static struct to_date fill_to_date(struct fixture *f, struct measure *m, bool *judged_missing) {
    const struct fiscal *fiscal = &f->plan.organization.fiscal;
    struct date end = period_last(f->plan.organization.period);
    struct to_date sums = {.least = INT64_MAX, .greatest = INT64_MIN};
    struct period p = period_holding((struct date){2024, 5, 20}, m->frequency, fiscal);
    int year = 0;
    for (int i = 0; date_compare(period_first(p), end) <= 0; i++, p = period_next(p, 1)) {
        struct value v = {.period = p, .value = dec("100")};
        vec_push(f->arena, &m->series[SERIES_TARGET], v);
        v.value = decimal_of(actual_at(i));
        if (!missing_at(i))
            vec_push(f->arena, &m->series[SERIES_ACTUAL], v);
        if (date_compare(period_last(p), end) > 0)
            break; /* not over: no part of the year to date */
        if (fiscal_year_of(p, fiscal->start_month) != year) {
            year = fiscal_year_of(p, fiscal->start_month);
            sums = (struct to_date){.least = INT64_MAX, .greatest = INT64_MIN};
        }
        sums.due++;
        *judged_missing = missing_at(i);
        if (missing_at(i))
            continue;
        sums.have++;
        sums.sum += actual_at(i);
        sums.last = actual_at(i);
        sums.least = actual_at(i) < sums.least ? actual_at(i) : sums.least;
        sums.greatest = actual_at(i) > sums.greatest ? actual_at(i) : sums.greatest;
    }
    return sums;
}

static int64_t expected_micro(const struct to_date *sums, enum aggregation aggregation) {
    switch (aggregation) {
    case AGGREGATE_SUM:
        return sums->sum * DECIMAL_ONE;
    case AGGREGATE_MEAN:
    case AGGREGATE_RATIO: /* without its parts: the plain mean */
        return (2 * sums->sum * DECIMAL_ONE + sums->have) / (2 * sums->have);
    case AGGREGATE_MIN:
        return sums->least * DECIMAL_ONE;
    case AGGREGATE_MAX:
        return sums->greatest * DECIMAL_ONE;
    case AGGREGATE_LAST:
        break;
    }
    return sums->last * DECIMAL_ONE;
}

static bool to_date_agrees(enum frequency frequency, enum aggregation aggregation, int start,
                           const char *reporting) {
    struct fixture *f = fixture_new();
    f->plan.settings.headline_ytd = true;
    f->plan.organization.fiscal.start_month = start;
    f->plan.organization.period = span(f, reporting);
    struct measure *m = add_measure(f, "M1", NULL);
    m->frequency = frequency;
    m->aggregation = aggregation;
    bool gap = true;
    struct to_date sums = fill_to_date(f, m, &gap);
    struct measure_result r = judged(f, m);
    assert_int_equal(r.ytd_due, sums.due);
    assert_int_equal(r.ytd_have, sums.have);
    assert_int_equal(r.has_actual, !gap);
    if (!gap) {
        assert_int_equal(r.actual.micro, expected_micro(&sums, aggregation));
        int64_t target = aggregation == AGGREGATE_SUM ? 100 * (int64_t)sums.have : 100;
        assert_int_equal(r.target.micro, target * DECIMAL_ONE);
        assert_int_equal(r.thresholds.red.micro, 90 * target * DECIMAL_ONE / 100);
    }
    fixture_free(f);
    return !gap;
}

static void the_year_to_date_of_every_frequency_and_fiscal_year_adds_up(void **state) {
    (void)state;
    static const char *const reporting[] = {"2026-01", "2026-03", "2026-06", "2026-10", "2026-12"};
    static const int starts[] = {1, 2, 4, 7, 10};
    int compared = 0;
    for (int frequency = FREQUENCY_WEEKLY; frequency <= FREQUENCY_YEARLY; frequency++)
        for (int rule = AGGREGATE_LAST; rule <= AGGREGATE_MAX; rule++)
            for (size_t s = 0; s < 5; s++)
                for (size_t r = 0; r < 5; r++)
                    compared += to_date_agrees((enum frequency)frequency, (enum aggregation)rule,
                                               starts[s], reporting[r]);
    assert_true(compared > 500); /* of 750; in the others the judged period is missing */
}

static void BP4024_a_year_to_date_too_large_to_add_up_is_told(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.settings.headline_ytd = true;
    struct measure *m = add_measure(f, "M1", NULL);
    struct period period;
    m->aggregation = AGGREGATE_SUM;
    add_threshold(f, m, "1");
    add_months(f, m, "2026-09", "2", (const char *[]){"9000000000000", "9000000000000"}, 2);
    assert_int_equal(trouble_of(f, m, &period), THRESHOLD_OVERFLOW);
    assert_true(period_equal(period, span(f, "2026-10")));
    m->polarity = POLARITY_INFO; /* its targets are not judged, but shown */
    m->series[SERIES_ACTUAL].items[1].value = dec("1");
    for (size_t i = 0; i < 2; i++)
        m->series[SERIES_TARGET].items[i].value = dec("9000000000000");
    assert_int_equal(trouble_of(f, m, &period), THRESHOLD_OVERFLOW);
    m->series[SERIES_TARGET].count = 1;
    struct measure_result r = judged(f, m);
    assert_int_equal(r.actual.micro, dec("9000000000001").micro);
    assert_false(r.has_target);
    fixture_free(f);
}

static void the_red_flag_of_a_lower_measure_is_in_its_history(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_simple(f, "M1", NULL, "105");
    m->polarity = POLARITY_LOWER;
    struct measure_result r = judged(f, m);
    assert_true(r.history[0].has_red);
    assert_int_equal(r.history[0].red.micro, dec("110").micro);
    m->polarity = POLARITY_BINARY;
    assert_false(judged(f, m).history[0].has_red);
    fixture_free(f);
}

/* Statuses and scores of the ten months to October, one by one and in one walk. */
static void walks_alike(struct fixture *f, const struct measure *m) {
    struct period reporting[10], own[10];
    struct past_score scores[10];
    for (int i = 0; i < 10; i++) {
        reporting[i] = period_next(span(f, "2026-01"), i);
        own[i] = judge_period(m->frequency, reporting[i], &f->plan.organization.fiscal);
    }
    measureresult_scores(f->arena, &f->plan, m, own, 10, scores);
    for (size_t i = 0; i < 10; i++) {
        struct measure_result r;
        struct measure_trouble trouble;
        measureresult_make(f->arena, &f->plan, m, reporting[i], false, &r, &trouble);
        assert_string_equal(told(f->arena, scores[i].score, scores[i].status),
                            told(f->arena, r.score.exact, r.status));
    }
}

static void one_walk_gives_the_scores_of_all_past_periods(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const char *const actuals[] = {"95", "", "110", "80", "97", "", "", "95"};
    struct measure *m = add_measure(f, "M1", NULL);
    add_months(f, m, "2026-02", "100", actuals, 8);
    struct measure *quarterly = add_measure(f, "M2", NULL);
    quarterly->frequency = FREQUENCY_QUARTERLY;
    add_value(f, quarterly, SERIES_TARGET, "2026-Q1", "100");
    add_value(f, quarterly, SERIES_ACTUAL, "2026-Q1", "95");
    add_value(f, quarterly, SERIES_TARGET, "2026-Q2", "100");
    struct measure *silent = add_measure(f, "M3", NULL);
    struct measure *retired = add_simple(f, "M4", NULL, "95");
    retired->state = STATE_RETIRED;
    for (int ytd = 0; ytd < 2; ytd++) {
        f->plan.settings.headline_ytd = ytd;
        f->plan.settings.missing = ytd ? MISSING_EXCLUDE : MISSING_CARRY;
        walks_alike(f, m);
        walks_alike(f, quarterly);
        walks_alike(f, silent);
        walks_alike(f, retired);
    }
    fixture_free(f);
}

static void a_forecast_alone_is_the_whole_history(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    add_value(f, m, SERIES_FORECAST, "2026-11", "7");
    struct measure_result r = judged(f, m);
    assert_int_equal(r.history_count, 2); /* and December, silent once something was said */
    assert_int_equal(r.history_now, 2);   /* what is judged is not among them */
    assert_true(r.history[0].has_forecast);
    assert_int_equal(r.history[0].forecast.micro, dec("7").micro);
    assert_int_equal(r.history[0].status, STATUS_NOT_DUE);
    assert_false(r.history[1].has_forecast);
    fixture_free(f);
}

/* ---- where the seventh decimal decides ---- */

struct close_call {
    enum polarity polarity;
    const char *target, *actuals[3];
    enum status expected;
};

static void the_seventh_decimal_of_a_mean_decides_its_status(void **state) {
    (void)state;
    /* the means are 2/3, 1 1/3 and, of thirds, exactly the target */
    static const struct close_call calls[] = {
        {POLARITY_HIGHER, "0.666667", {"1", "1", "0"}, STATUS_AMBER},
        {POLARITY_HIGHER, "0.666666", {"1", "1", "0"}, STATUS_GREEN},
        {POLARITY_LOWER, "1.333333", {"1", "1", "2"}, STATUS_AMBER},
        {POLARITY_LOWER, "1.333334", {"1", "1", "2"}, STATUS_GREEN},
        {POLARITY_HIGHER, "1", {"0.333333", "0.666667", "2"}, STATUS_GREEN},
        {POLARITY_BINARY, "0.666667", {"1", "1", "0"}, STATUS_RED}};
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        struct fixture *f = fixture_new();
        f->plan.organization.period = span(f, "2026-03");
        f->plan.settings.headline_ytd = true;
        struct measure *m = add_measure(f, "M1", NULL);
        m->polarity = calls[i].polarity;
        m->aggregation = AGGREGATE_MEAN;
        add_months(f, m, "2026-01", calls[i].target, calls[i].actuals, 3);
        struct measure_result r = judged(f, m);
        if (r.status != calls[i].expected)
            fail_msg("case %zu is %s", i, status_name(r.status));
        fixture_free(f);
    }
}

static void the_seventh_decimal_of_a_ratio_decides_a_range(void **state) {
    (void)state;
    static const struct {
        const char *lower, *margin;
        enum status expected;
    } cases[] = {{"66.666666", "1", STATUS_GREEN},
                 {"66.666667", "1", STATUS_AMBER},
                 {"67.666667", "1", STATUS_RED}, /* 1.0000003 below the band */
                 {"67.666667", "1.000001", STATUS_AMBER}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *f = fixture_new();
        f->plan.settings.headline_ytd = i % 2;
        struct measure *m = add_measure(f, "M1", NULL);
        m->unit_of_measure = "%";
        m->polarity = POLARITY_RANGE;
        m->aggregation = AGGREGATE_RATIO;
        struct threshold *t = add_threshold(f, m, NULL);
        t->lower = known(cases[i].lower);
        t->upper = known("90");
        t->margin = known(cases[i].margin);
        add_value(f, m, SERIES_NUMERATOR, "2026-10", "2");
        add_value(f, m, SERIES_DENOMINATOR, "2026-10", "3");
        struct measure_result r = judged(f, m);
        assert_int_equal(r.status, cases[i].expected);
        assert_int_equal(r.actual.micro, dec("66.666667").micro);
        assert_string_equal(rational_text(f->arena, r.exact_actual), "200/3");
        assert_int_equal(r.variance_side, i == 0 ? 0 : -1);
        fixture_free(f);
    }
}

/* A tolerance of 10 % lies at 0.0000135. */
static void the_seventh_decimal_of_a_tolerance_decides_its_red_flag(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_measure(f, "M1", NULL);
    add_value(f, m, SERIES_TARGET, "2026-10", "0.000015");
    add_value(f, m, SERIES_ACTUAL, "2026-10", "0.000013");
    assert_int_equal(judged(f, m).status, STATUS_RED);
    struct measure *near = add_measure(f, "M2", NULL);
    near->aggregation = AGGREGATE_MEAN;
    f->plan.settings.headline_ytd = true;
    add_months(f, near, "2026-09", "0.000015", (const char *[]){"0.000013", "0.000014"}, 2);
    struct measure_result r = judged(f, near); /* just on it */
    assert_string_equal(told(f->arena, r.score.exact, r.status), "33.33 amber");
    assert_int_equal(rational_compare(r.score.exact, rational_of(f->arena, 100, 3)), 0);
    fixture_free(f);
}

/* 10 in 3 of 12 months are 40; 20 in 7 are 34.285714 and 2/7 of a millionth. */
static void the_seventh_decimal_of_a_forecast_decides_its_status(void **state) {
    (void)state;
    static const char *const targets[] = {"34.285714", "34.285715"};
    static const enum status expected[] = {STATUS_GREEN, STATUS_AMBER};
    for (size_t i = 0; i < 2; i++) {
        struct fixture *f = fixture_new();
        f->plan.organization.period = span(f, "2026-07");
        struct measure *m = add_measure(f, "M1", NULL);
        m->aggregation = AGGREGATE_SUM;
        add_months(f, m, "2026-01", NULL, (const char *[]){"2", "3", "3", "3", "3", "3", "3"}, 7);
        add_months(f, m, "2026-01", "0", NULL, 11);
        add_value(f, m, SERIES_TARGET, "2026-12", targets[i]);
        add_threshold(f, m, "-1");
        struct measure_result r = judged(f, m);
        assert_int_equal(r.forecast_method, FORECAST_RUN_RATE);
        assert_int_equal(r.forecast.micro, dec("34.285714").micro);
        assert_string_equal(rational_text(f->arena, r.exact_forecast), "240/7");
        assert_int_equal(r.forecast_status, expected[i]);
        fixture_free(f);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_measure_is_judged_at_the_reporting_month),
        cmocka_unit_test(consecutive_periods_start_again_with_the_status),
        cmocka_unit_test(more_than_the_history_is_counted),
        cmocka_unit_test(a_history_has_its_statuses_red_flags_and_the_rest_of_the_year),
        cmocka_unit_test(a_history_may_be_left_out),
        cmocka_unit_test(a_measure_is_not_due_before_its_first_period),
        cmocka_unit_test(a_measure_without_any_figure_has_no_data),
        cmocka_unit_test(states_other_than_active_are_not_judged),
        cmocka_unit_test(info_is_shown_but_never_judged),
        cmocka_unit_test(no_actual_or_no_target_is_no_data),
        cmocka_unit_test(an_older_actual_is_carried_with_its_date_and_then_stale),
        cmocka_unit_test(the_year_to_date_says_how_much_of_it_is_there),
        cmocka_unit_test(last_year_is_shown_on_the_basis_of_the_headline),
        cmocka_unit_test(a_missing_month_is_missing_in_the_year_to_date_too),
        cmocka_unit_test(a_new_fiscal_year_starts_from_nothing),
        cmocka_unit_test(an_info_measure_to_date_needs_no_target),
        cmocka_unit_test(trends_look_back_one_period_one_year_and_four_periods),
        cmocka_unit_test(a_quarterly_measure_keeps_its_last_quarter),
        cmocka_unit_test(the_forecast_is_judged_against_the_year),
        cmocka_unit_test(thresholds_in_the_wrong_order_are_told_with_their_period),
        cmocka_unit_test(a_ratio_to_date_is_sum_over_sum_on_both_sides),
        cmocka_unit_test(weeks_are_judged_too),
        cmocka_unit_test(a_range_varies_from_its_band_and_needs_no_target),
        cmocka_unit_test(a_missing_or_stale_measure_has_no_forecast_and_a_carried_one_has),
        cmocka_unit_test(an_actual_without_a_target_still_has_a_forecast),
        cmocka_unit_test(the_year_to_date_of_every_frequency_and_fiscal_year_adds_up),
        cmocka_unit_test(BP4024_a_year_to_date_too_large_to_add_up_is_told),
        cmocka_unit_test(the_red_flag_of_a_lower_measure_is_in_its_history),
        cmocka_unit_test(one_walk_gives_the_scores_of_all_past_periods),
        cmocka_unit_test(a_forecast_alone_is_the_whole_history),
        cmocka_unit_test(the_seventh_decimal_of_a_mean_decides_its_status),
        cmocka_unit_test(the_seventh_decimal_of_a_ratio_decides_a_range),
        cmocka_unit_test(the_seventh_decimal_of_a_tolerance_decides_its_red_flag),
        cmocka_unit_test(the_seventh_decimal_of_a_forecast_decides_its_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
