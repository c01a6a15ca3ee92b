#include "planfixture.h"

#include "assess/forecast.h"
#include "assess/judge.h"

#include "unit/arenacase.h" /* last: it has an `arena` */

static struct forecast_result asked(struct fixture *f, const struct measure *m) {
    struct period reporting = f->plan.organization.period;
    struct period judged = judge_period(m->frequency, reporting, &f->plan.organization.fiscal);
    return forecast_year(f->arena, &f->plan, m, reporting, judged, true);
}

static struct forecast_result asked_in_silence(struct fixture *f, const struct measure *m) {
    struct period reporting = f->plan.organization.period;
    struct period judged = judge_period(m->frequency, reporting, &f->plan.organization.fiscal);
    return forecast_year(f->arena, &f->plan, m, reporting, judged, false);
}

static void is(struct forecast_result got, enum forecast_method method, const char *value) {
    if (got.method != method || got.value.rounded.micro != dec(value).micro)
        fail_msg("%s %lld", assess_forecast_name(got.method), (long long)got.value.rounded.micro);
}

static const char *const ten[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
static const char *const twelve[] = {"2",  "4",  "6",  "8",  "10", "12",
                                     "14", "16", "18", "20", "22", "24"};

static struct measure *add_kind(struct fixture *f, enum aggregation rule) {
    struct measure *m = add_measure(f, "M", NULL);
    m->aggregation = rule;
    return m;
}

/* January is judged by December's value, and so the year: what stands last, stands. */
static void a_stock_carried_into_a_new_year_stands_there(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.organization.period = span(f, "2026-01");
    struct measure *m = add_kind(f, AGGREGATE_LAST);
    add_months(f, m, "2025-12", NULL, (const char *[]){"7"}, 1);
    is(asked(f, m), FORECAST_NONE, "0");
    f->plan.settings.missing = MISSING_CARRY;
    is(asked(f, m), FORECAST_LAST, "7");
    fixture_free(f);
}

static void a_sum_is_run_on_at_its_rate(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_kind(f, AGGREGATE_SUM);
    add_months(f, m, "2026-01", NULL, ten, 10);
    is(asked(f, m), FORECAST_RUN_RATE, "66");
    fixture_free(f);
}

static void a_gap_does_not_count_as_zero_in_the_rate(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_kind(f, AGGREGATE_SUM);
    add_months(f, m, "2026-01", NULL, (const char *[]){"10", "", "", "20"}, 4);
    is(asked(f, m), FORECAST_RUN_RATE, "180");
    fixture_free(f);
}

static void last_years_season_comes_before_the_rate(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_kind(f, AGGREGATE_SUM);
    add_months(f, m, "2025-01", NULL, twelve, 12);
    add_months(f, m, "2026-01", NULL, ten, 10);
    /* 156 x 55 / 110 */
    is(asked(f, m), FORECAST_SEASONAL, "78");
    fixture_free(f);
}

static void a_hole_in_last_year_leaves_the_rate(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_kind(f, AGGREGATE_SUM);
    add_months(f, m, "2025-01", NULL, twelve, 11);
    add_months(f, m, "2026-01", NULL, ten, 10);
    is(asked(f, m), FORECAST_RUN_RATE, "66");
    struct measure *early = add_kind(f, AGGREGATE_SUM);
    add_months(f, early, "2025-02", NULL, twelve, 11);
    add_months(f, early, "2026-01", NULL, ten, 10);
    is(asked(f, early), FORECAST_RUN_RATE, "66");
    fixture_free(f);
}

static void the_owners_forecast_comes_first(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_kind(f, AGGREGATE_SUM);
    add_months(f, m, "2025-01", NULL, twelve, 12);
    add_months(f, m, "2026-01", NULL, ten, 10);
    add_value(f, m, SERIES_FORECAST, "2026-12", "5");
    is(asked(f, m), FORECAST_SEASONAL, "78");
    add_value(f, m, SERIES_FORECAST, "2026-11", "5");
    is(asked(f, m), FORECAST_DECLARED, "65");
    struct measure *stock = add_kind(f, AGGREGATE_LAST);
    add_months(f, stock, "2026-01", NULL, ten, 10);
    add_value(f, stock, SERIES_FORECAST, "2026-11", "5");
    is(asked(f, stock), FORECAST_LAST, "10");
    add_value(f, stock, SERIES_FORECAST, "2026-12", "7");
    is(asked(f, stock), FORECAST_DECLARED, "7");
    fixture_free(f);
}

static void a_forecast_of_a_past_month_without_an_actual_fills_the_gap(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_kind(f, AGGREGATE_SUM);
    add_months(f, m, "2026-01", NULL, ten, 9);
    for (int i = 10; i <= 12; i++)
        add_value(f, m, SERIES_FORECAST,
                  i == 10   ? "2026-10"
                  : i == 11 ? "2026-11"
                            : "2026-12",
                  "10");
    is(asked(f, m), FORECAST_DECLARED, "75");
    fixture_free(f);
}

static void stocks_and_rates_stand_where_they_are(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const struct {
        enum aggregation rule;
        enum forecast_method method;
        const char *value;
    } cases[] = {{AGGREGATE_LAST, FORECAST_LAST, "10"},
                 {AGGREGATE_MEAN, FORECAST_MEAN, "5.5"},
                 {AGGREGATE_RATIO, FORECAST_MEAN, "5.5"},
                 {AGGREGATE_MIN, FORECAST_LAST, "1"},
                 {AGGREGATE_MAX, FORECAST_LAST, "10"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct measure *m = add_kind(f, cases[i].rule);
        add_months(f, m, "2026-01", NULL, ten, 10);
        is(asked(f, m), cases[i].method, cases[i].value);
    }
    fixture_free(f);
}

static void extremes_and_binaries_have_no_season(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const enum aggregation rules[] = {AGGREGATE_MIN, AGGREGATE_MAX, AGGREGATE_LAST};
    static const char *const values[] = {"1", "10", "10"};
    for (size_t i = 0; i < 3; i++) {
        struct measure *m = add_kind(f, rules[i]);
        if (rules[i] == AGGREGATE_LAST)
            m->polarity = POLARITY_BINARY;
        add_months(f, m, "2025-01", NULL, twelve, 12);
        add_months(f, m, "2026-01", NULL, ten, 10);
        is(asked(f, m), FORECAST_LAST, values[i]);
    }
    fixture_free(f);
}

static void a_ratio_so_far_is_weighted_by_its_denominators(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_kind(f, AGGREGATE_RATIO);
    m->unit_of_measure = "%";
    add_value(f, m, SERIES_NUMERATOR, "2026-01", "1");
    add_value(f, m, SERIES_DENOMINATOR, "2026-01", "2");
    add_value(f, m, SERIES_NUMERATOR, "2026-02", "8");
    add_value(f, m, SERIES_DENOMINATOR, "2026-02", "8");
    is(asked(f, m), FORECAST_MEAN, "90");
    fixture_free(f);
}

static void a_stock_with_a_season_needs_last_years_end_only(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_kind(f, AGGREGATE_LAST);
    add_value(f, m, SERIES_ACTUAL, "2025-10", "50");
    add_value(f, m, SERIES_ACTUAL, "2025-12", "60");
    add_value(f, m, SERIES_ACTUAL, "2026-10", "100");
    is(asked(f, m), FORECAST_SEASONAL, "120");
    struct measure *open = add_kind(f, AGGREGATE_LAST);
    add_value(f, open, SERIES_ACTUAL, "2025-10", "50");
    add_value(f, open, SERIES_ACTUAL, "2025-11", "60");
    add_value(f, open, SERIES_ACTUAL, "2026-10", "100");
    is(asked(f, open), FORECAST_LAST, "100");
    fixture_free(f);
}

static void a_share_is_not_carried_past_a_hundred_percent(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_kind(f, AGGREGATE_LAST);
    m->unit_of_measure = "%";
    add_value(f, m, SERIES_ACTUAL, "2025-10", "90");
    add_value(f, m, SERIES_ACTUAL, "2025-12", "96");
    add_value(f, m, SERIES_ACTUAL, "2026-10", "97");
    is(asked(f, m), FORECAST_LAST, "97");
    m->unit_of_measure = "days";
    is(asked(f, m), FORECAST_SEASONAL, "103.466667");
    fixture_free(f);
}

static void a_whole_year_is_what_it_was(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_kind(f, AGGREGATE_SUM);
    f->plan.organization.period = span(f, "2026-12");
    add_months(f, m, "2025-01", NULL, ten, 10);
    add_months(f, m, "2026-01", NULL, twelve, 12);
    add_value(f, m, SERIES_FORECAST, "2026-12", "1000");
    is(asked(f, m), FORECAST_RUN_RATE, "156");
    fixture_free(f);
}

static void before_the_years_first_period_only_stocks_have_a_forecast(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *sum = add_kind(f, AGGREGATE_SUM);
    struct measure *stock = add_kind(f, AGGREGATE_LAST);
    struct measure *mean = add_kind(f, AGGREGATE_MEAN);
    struct measure *least = add_kind(f, AGGREGATE_MIN);
    struct measure *none = add_kind(f, AGGREGATE_LAST);
    struct measure *all[] = {sum, stock, mean, least};
    for (size_t i = 0; i < 4; i++) {
        all[i]->frequency = FREQUENCY_YEARLY;
        add_value(f, all[i], SERIES_ACTUAL, "2025", "40");
    }
    is(asked(f, sum), FORECAST_NONE, "0");
    is(asked(f, stock), FORECAST_LAST, "40");
    is(asked(f, mean), FORECAST_NONE, "0");
    is(asked(f, least), FORECAST_NONE, "0");
    is(asked(f, none), FORECAST_NONE, "0");
    add_value(f, sum, SERIES_FORECAST, "2026", "44");
    is(asked(f, sum), FORECAST_DECLARED, "44");
    fixture_free(f);
}

static void actuals_after_the_reporting_period_are_not_known_yet(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_kind(f, AGGREGATE_SUM);
    add_months(f, m, "2026-01", NULL, twelve, 12);
    is(asked(f, m), FORECAST_RUN_RATE, "132");
    fixture_free(f);
}

static void the_target_of_the_year_follows_the_aggregation(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *sum = add_kind(f, AGGREGATE_SUM);
    struct measure *stock = add_kind(f, AGGREGATE_LAST);
    add_months(f, sum, "2026-01", "10", ten, 10);
    add_months(f, stock, "2026-01", "10", ten, 10);
    assert_false(asked(f, sum).has_target);
    assert_false(asked(f, stock).has_target);
    assert_false(asked(f, sum).thresholds.known);
    add_value(f, sum, SERIES_TARGET, "2026-11", "10");
    add_value(f, sum, SERIES_TARGET, "2026-12", "30");
    add_value(f, stock, SERIES_TARGET, "2026-12", "30");
    struct forecast_result r = asked(f, sum);
    assert_true(r.has_target);
    assert_int_equal(r.target.rounded.micro, dec("140").micro);
    assert_int_equal(r.thresholds.red.micro, dec("126").micro);
    r = asked(f, stock);
    assert_int_equal(r.target.rounded.micro, dec("30").micro);
    assert_int_equal(r.thresholds.red.micro, dec("27").micro);
    fixture_free(f);
}

static void the_formulas_refuse_what_makes_no_sense(void **state) {
    (void)state;
    struct exact out = {{5}, NULL};
    assert_true(forecast_seasonal(arena, figure("156"), figure("55"), figure("110"), &out));
    assert_int_equal(out.rounded.micro, dec("78").micro);
    assert_false(forecast_seasonal(arena, figure("0"), figure("55"), figure("110"), &out));
    assert_false(forecast_seasonal(arena, figure("1"), figure("-55"), figure("110"), &out));
    assert_false(forecast_seasonal(arena, figure("1"), figure("55"), figure("0"), &out));
    assert_false(forecast_seasonal(arena, figure("9000000000000"), figure("9000000000000"),
                                   figure("1"), &out));
    assert_true(forecast_run_rate(arena, figure("10"), 3, 12, &out));
    assert_int_equal(out.rounded.micro, dec("40").micro);
    assert_false(forecast_run_rate(arena, figure("10"), 0, 12, &out));
    assert_false(forecast_run_rate(arena, figure("9000000000000"), 1, 12, &out));
}

static void a_source_that_fell_silent_says_nothing_of_the_years_end(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const enum aggregation rules[] = {AGGREGATE_LAST,  AGGREGATE_SUM, AGGREGATE_MEAN,
                                             AGGREGATE_RATIO, AGGREGATE_MIN, AGGREGATE_MAX};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        struct measure *m = add_kind(f, rules[i]);
        add_months(f, m, "2025-01", NULL, twelve, 12);
        add_months(f, m, "2026-01", "10", ten, 9);
        is(asked_in_silence(f, m), FORECAST_NONE, "0");
        for (int ahead = 0; ahead < 3; ahead++) {
            struct value v = {.period = period_next(span(f, "2026-10"), ahead), .value = dec("5")};
            vec_push(f->arena, &m->series[SERIES_FORECAST], v);
        }
        assert_int_equal(asked_in_silence(f, m).method, FORECAST_DECLARED);
    }
    fixture_free(f);
}

/* A measure with the targets 10, 20 ... 120 for the months of the year, and actuals up to the
 * tenth. */
static struct measure *add_climbing(struct fixture *f, enum aggregation rule) {
    struct measure *m = add_kind(f, rule);
    add_months(f, m, "2026-01", NULL, ten, 10);
    for (int i = 0; i < 12; i++) {
        struct value v = {.period = period_next(span(f, "2026-01"), i),
                          .value = decimal_of(10 * (i + 1))};
        vec_push(f->arena, &m->series[SERIES_TARGET], v);
    }
    return m;
}

static void year_target_is(struct fixture *f, struct measure *m, const char *expected) {
    struct forecast_result r = asked(f, m);
    assert_true(r.has_target);
    if (r.target.rounded.micro != dec(expected).micro)
        fail_msg("%lld, not %s", (long long)r.target.rounded.micro, expected);
}

static void the_year_target_of_a_sum_is_the_sum(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_climbing(f, AGGREGATE_SUM);
    year_target_is(f, m, "780");
    m->series[SERIES_TARGET].count = 11;
    assert_false(asked(f, m).has_target);
    fixture_free(f);
}

static void the_year_target_of_a_mean_is_the_mean(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_climbing(f, AGGREGATE_MEAN);
    year_target_is(f, m, "65");
    m->series[SERIES_TARGET].count = 11;
    assert_false(asked(f, m).has_target);
    fixture_free(f);
}

static void the_year_target_of_a_stock_is_that_of_its_last_period(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_climbing(f, AGGREGATE_LAST);
    year_target_is(f, m, "120");
    m->series[SERIES_TARGET].count = 11;
    assert_false(asked(f, m).has_target);
    m->series[SERIES_TARGET].count = 0;
    add_value(f, m, SERIES_TARGET, "2026-12", "7");
    year_target_is(f, m, "7");
    fixture_free(f);
}

static void the_year_target_of_a_least_is_the_least(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    year_target_is(f, add_climbing(f, AGGREGATE_MIN), "10");
    fixture_free(f);
}

static void the_year_target_of_a_greatest_is_the_greatest(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    year_target_is(f, add_climbing(f, AGGREGATE_MAX), "120");
    fixture_free(f);
}

static void the_year_target_of_a_ratio_is_weighted_once_all_weights_are_known(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_kind(f, AGGREGATE_RATIO);
    m->frequency = FREQUENCY_HALF_YEARLY;
    add_value(f, m, SERIES_TARGET, "2026-H1", "50");
    add_value(f, m, SERIES_TARGET, "2026-H2", "90");
    add_value(f, m, SERIES_NUMERATOR, "2026-H1", "10");
    add_value(f, m, SERIES_DENOMINATOR, "2026-H1", "30");
    year_target_is(f, m, "70");
    /* in the sheet, but later than the period that is reported on */
    add_value(f, m, SERIES_NUMERATOR, "2026-H2", "10");
    add_value(f, m, SERIES_DENOMINATOR, "2026-H2", "10");
    year_target_is(f, m, "70");
    f->plan.organization.period = span(f, "2026-12");
    year_target_is(f, m, "60");
    fixture_free(f);
}

static void the_year_target_of_a_range_follows_its_targets_and_its_band_their_rule(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_climbing(f, AGGREGATE_SUM);
    m->polarity = POLARITY_RANGE;
    struct threshold *t = add_threshold(f, m, NULL);
    t->lower = known("5");
    t->upper = known("9");
    t->margin = known("1.5");
    year_target_is(f, m, "780");
    struct forecast_result r = asked(f, m);
    assert_int_equal(r.thresholds.lower.micro, dec("60").micro);
    assert_int_equal(r.thresholds.upper.micro, dec("108").micro);
    assert_int_equal(r.thresholds.margin.micro, dec("18").micro);
    m->aggregation = AGGREGATE_LAST;
    year_target_is(f, m, "120");
    r = asked(f, m);
    assert_int_equal(r.thresholds.lower.micro, dec("5").micro);
    m->series[SERIES_TARGET].count = 0;
    r = asked(f, m);
    assert_false(r.has_target);
    assert_true(r.thresholds.known);
    fixture_free(f);
}

static void a_declared_year_that_does_not_fit_leaves_the_next_method(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_kind(f, AGGREGATE_SUM);
    add_months(f, m, "2026-01", NULL, ten, 10);
    add_value(f, m, SERIES_FORECAST, "2026-11", "9000000000000");
    add_value(f, m, SERIES_FORECAST, "2026-12", "9000000000000");
    is(asked(f, m), FORECAST_RUN_RATE, "66");
    fixture_free(f);
}

/* Last year: ten months of the first value, then one of the second and one of the third. */
static struct measure *add_last_year(struct fixture *f, const char *ten_months,
                                     const char *eleventh, const char *twelfth) {
    struct measure *m = add_kind(f, AGGREGATE_SUM);
    for (int i = 0; i < 12; i++) {
        struct value v = {.period = period_next(span(f, "2025-01"), i),
                          .value = dec(i < 10    ? ten_months
                                       : i == 10 ? eleventh
                                                 : twelfth)};
        vec_push(f->arena, &m->series[SERIES_ACTUAL], v);
    }
    add_months(f, m, "2026-01", NULL, ten, 10);
    return m;
}

static void a_last_year_that_cannot_be_computed_with_leaves_the_rate(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    is(asked(f, add_last_year(f, "1", "1", "1")), FORECAST_SEASONAL, "66");
    is(asked(f, add_last_year(f, "1", "9000000000000", "9000000000000")), FORECAST_RUN_RATE, "66");
    /* the year fits, but not its first ten months */
    is(asked(f, add_last_year(f, "1000000000000", "-5000000000000", "-4000000000000")),
       FORECAST_RUN_RATE, "66");
    is(asked(f, add_last_year(f, "0", "0", "0")), FORECAST_RUN_RATE, "66");
    fixture_free(f);
}

static void a_rate_or_a_year_target_that_does_not_fit_is_none(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_kind(f, AGGREGATE_SUM);
    add_value(f, m, SERIES_ACTUAL, "2026-01", "9000000000000");
    is(asked(f, m), FORECAST_NONE, "0");
    struct measure *large = add_kind(f, AGGREGATE_SUM);
    large->polarity = POLARITY_INFO;
    for (int i = 0; i < 12; i++) {
        struct value v = {.period = period_next(span(f, "2026-01"), i),
                          .value = dec("1000000000000")};
        vec_push(f->arena, &large->series[SERIES_TARGET], v);
    }
    assert_false(asked(f, large).has_target);
    fixture_free(f);
}

static void a_year_so_far_that_does_not_fit_has_no_rate(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct measure *m = add_last_year(f, "1", "1", "1");
    m->series[SERIES_ACTUAL].items[12].value = dec("9000000000000");
    m->series[SERIES_ACTUAL].items[13].value = dec("9000000000000");
    is(asked(f, m), FORECAST_NONE, "0");
    fixture_free(f);
}

static void a_share_may_grow_up_to_a_hundred_percent_or_beyond_if_it_was_there(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const struct {
        const char *then, *end, *now, *expected;
        enum forecast_method method;
    } cases[] = {
        {"80", "90", "80", "90", FORECAST_SEASONAL},
        {"90", "100", "90", "100", FORECAST_SEASONAL},
        {"90", "101", "90", "101", FORECAST_SEASONAL},   /* was beyond last year */
        {"100", "100", "101", "101", FORECAST_SEASONAL}, /* is beyond now */
        {"50", "100", "100", "100", FORECAST_LAST},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct measure *m = add_kind(f, AGGREGATE_LAST);
        m->unit_of_measure = "%";
        add_value(f, m, SERIES_ACTUAL, "2025-10", cases[i].then);
        add_value(f, m, SERIES_ACTUAL, "2025-12", cases[i].end);
        add_value(f, m, SERIES_ACTUAL, "2026-10", cases[i].now);
        is(asked(f, m), cases[i].method, cases[i].expected);
    }
    fixture_free(f);
}

static void fractions_are_run_on_exactly(void **state) {
    (void)state;
    struct exact third, out;
    assert_true(exact_div(arena, figure("1"), figure("3"), &third));
    assert_true(forecast_run_rate(arena, third, 1, 12, &out));
    assert_int_equal(out.rounded.micro, dec("4").micro);
    assert_null(out.fraction);
    const struct {
        struct exact full, so_far, last_so_far;
        const char *expected;
    } seasons[] = {{figure("6"), third, figure("1"), "2"},
                   {third, figure("6"), figure("1"), "2"},
                   {figure("6"), figure("1"), third, "18"}};
    for (size_t i = 0; i < sizeof seasons / sizeof *seasons; i++) {
        assert_true(forecast_seasonal(arena, seasons[i].full, seasons[i].so_far,
                                      seasons[i].last_so_far, &out));
        assert_int_equal(out.rounded.micro, dec(seasons[i].expected).micro);
        assert_null(out.fraction);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sum_is_run_on_at_its_rate),
        cmocka_unit_test(a_gap_does_not_count_as_zero_in_the_rate),
        cmocka_unit_test(last_years_season_comes_before_the_rate),
        cmocka_unit_test(a_hole_in_last_year_leaves_the_rate),
        cmocka_unit_test(the_owners_forecast_comes_first),
        cmocka_unit_test(a_forecast_of_a_past_month_without_an_actual_fills_the_gap),
        cmocka_unit_test(stocks_and_rates_stand_where_they_are),
        cmocka_unit_test(extremes_and_binaries_have_no_season),
        cmocka_unit_test(a_ratio_so_far_is_weighted_by_its_denominators),
        cmocka_unit_test(a_stock_with_a_season_needs_last_years_end_only),
        cmocka_unit_test(a_stock_carried_into_a_new_year_stands_there),
        cmocka_unit_test(a_share_is_not_carried_past_a_hundred_percent),
        cmocka_unit_test(a_whole_year_is_what_it_was),
        cmocka_unit_test(before_the_years_first_period_only_stocks_have_a_forecast),
        cmocka_unit_test(actuals_after_the_reporting_period_are_not_known_yet),
        cmocka_unit_test(the_target_of_the_year_follows_the_aggregation),
        cmocka_unit_test(the_formulas_refuse_what_makes_no_sense),
        cmocka_unit_test(a_source_that_fell_silent_says_nothing_of_the_years_end),
        cmocka_unit_test(the_year_target_of_a_sum_is_the_sum),
        cmocka_unit_test(the_year_target_of_a_mean_is_the_mean),
        cmocka_unit_test(the_year_target_of_a_stock_is_that_of_its_last_period),
        cmocka_unit_test(the_year_target_of_a_least_is_the_least),
        cmocka_unit_test(the_year_target_of_a_greatest_is_the_greatest),
        cmocka_unit_test(the_year_target_of_a_ratio_is_weighted_once_all_weights_are_known),
        cmocka_unit_test(the_year_target_of_a_range_follows_its_targets_and_its_band_their_rule),
        cmocka_unit_test(a_declared_year_that_does_not_fit_leaves_the_next_method),
        cmocka_unit_test(a_last_year_that_cannot_be_computed_with_leaves_the_rate),
        cmocka_unit_test(a_rate_or_a_year_target_that_does_not_fit_is_none),
        cmocka_unit_test(a_year_so_far_that_does_not_fit_has_no_rate),
        cmocka_unit_test(a_share_may_grow_up_to_a_hundred_percent_or_beyond_if_it_was_there),
        cmocka_unit_test(fractions_are_run_on_exactly),
    };
    return cmocka_run_group_tests(tests, arenacase_begin, arenacase_end);
}
