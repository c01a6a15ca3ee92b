#include "unit/plancase.h"

#define KIND(unit, frequency, aggregation)                                                         \
    "unitOfMeasure='" unit "' polarity='higher' frequency='" frequency                             \
    "' aggregation='" aggregation "' "
#define ONE(kind, values_)                                                                         \
    (struct sections) {                                                                            \
        .measures = MEASURE("M1", "O1", kind) MEASURE("M2", "O2", HIGHER),                         \
        .values = VALUES_OF("M2") values_                                                          \
    }
#define DAYS KIND("days", "monthly", "mean")

static void values_stand_by_period_in_their_series(void **state) {
    struct built built =
        plan_of(state, ONE(DAYS, VALUE("M1", "2026-10", "actual", "98")
                                     VALUE("M1", "2026-09", "actual", "97.5")
                                         VALUE("M1", "2026-12", "forecast", "101")
                                             VALUE("M1", "2026-10", "target", "100")));
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-09=97.5 2026-10=98");
    assert_string_equal(series_text(&built, "M1", SERIES_FORECAST), "2026-12=101");
    struct period october = {FREQUENCY_MONTHLY, 2026 * 12 + 9};
    struct period august = {FREQUENCY_MONTHLY, 2026 * 12 + 7};
    const struct measure *measure = plan_measure(built.plan, "M1");
    assert_int_equal(plan_value(measure, SERIES_ACTUAL, october)->value.micro, 98 * DECIMAL_ONE);
    assert_null(plan_value(measure, SERIES_ACTUAL, august));
}

static void series_names_follow_the_choices_of_the_sheet(void **state) {
    for (int i = 0; i < SERIES_COUNT; i++) {
        const char *row =
            arena_printf(*state, "<value measure='M1' period='2026-10' series='%s' v='7'/>",
                         plan_series_name((enum series)i));
        struct built built = plan_of(state, (struct sections){.values = row});
        assert_string_equal(series_text(&built, "M1", (enum series)i), "2026-10=7");
    }
}

static void status_and_note_stay_with_the_value(void **state) {
    struct built built = plan_of(
        state,
        ONE(DAYS,
            "<value measure='M1' period='2026-10' series='actual' v='98' "
            "status='provisional'><note>Two sites are late.</note></value>"
            "<value measure='M1' period='2026-09' series='actual' v='97' status='restated'/>" VALUE(
                "M1", "2026-10", "target", "100")));
    const struct measure *measure = plan_measure(built.plan, "M1");
    assert_true(measure->series[SERIES_ACTUAL].items[0].restated);
    assert_true(measure->series[SERIES_ACTUAL].items[1].provisional);
    assert_string_equal(plan_value_note(&measure->series[SERIES_ACTUAL].items[1]),
                        "Two sites are late.");
}

static void percentages_count_in_points_where_the_measure_is_in_percent(void **state) {
#define BOTH VALUE("M1", "2026-10", "actual", "87.5%") VALUE("M1", "2026-10", "target", "90")
    struct built built = plan_of(state, ONE(KIND("%", "monthly", "mean"), BOTH));
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-10=87.5");
    built = plan_of(state, ONE(DAYS, BOTH));
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-10=0.875");
}

static void a_restated_actual_says_why(void **state) {
    struct built built = plan_of(
        state, ONE(DAYS, VALUE("M1", "2026-10", "target",
                               "100") "<value measure='M1' period='2026-10' series='actual' "
                                      "v='98' status='restated'/>"));
    assert_codes(&built, "3351");
    built = plan_of(state,
                    ONE(DAYS, VALUE("M1", "2026-10", "target",
                                    "100") "<value measure='M1' period='2026-10' series='actual' "
                                           "v='98' status='restated'><note>Late.</note></value>"));
    assert_codes(&built, "");
}

static void a_percentage_of_another_measure_is_one_warning(void **state) {
    struct built built = plan_of(state, ONE(DAYS, VALUE("M1", "2026-10", "target", "100%")
                                                      VALUE("M1", "2026-10", "actual", "98%")));
    assert_codes(&built, "3352");
    assert_says(&built, BP3352,
                "measure 'M1': the target of 2026-10 is formatted as a percentage, but the unit is "
                "'days', not '%'");
}

static void what_was_refused_is_not_missed(void **state) {
    struct built built = plan_of(state, ONE(DAYS, VALUE("M1", "2026-10", "target", "ten")
                                                      VALUE("M1", "2026-13", "actual", "98")));
    assert_codes(&built, "2013 2018");
}

static void a_date_stands_for_the_period_of_the_measure_that_holds_it(void **state) {
    struct built built = plan_of(state, ONE(KIND("days", "quarterly", "mean"),
                                            VALUE("M1", "2026-07-15", "actual", "98")
                                                VALUE("M1", "2026-Q3", "target", "100")));
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-Q3=98");
}

static void values_of_an_unknown_measure_are_one_finding(void **state) {
    struct built built =
        plan_of(state, (struct sections){.values = VALUES VALUE("MX", "2026-09", "actual", "1")
                                             VALUE("MX", "2026-10", "actual", "1")});
    assert_codes(&built, "3104");
}

static void a_longer_period_than_the_measures_is_an_error(void **state) {
    struct built built =
        plan_of(state, ONE(DAYS, VALUES_OF("M1") VALUE("M1", "2026-Q3", "actual", "98")
                                     VALUE("M1", "2026-Q2", "actual", "98")));
    assert_codes(&built, "3321");
    assert_says(&built, BP3321, "measure 'M1' is monthly, but 2026-Q3 is a longer period");
}

static void a_quarter_across_fiscal_quarters_is_an_error(void **state) {
    struct sections sections =
        ONE(KIND("days", "quarterly", "mean"),
            VALUE("M1", "2026-Q3", "actual", "98") VALUE("M1", "FY2027-Q2", "target", "100"));
    sections.organization =
        ORGANIZATION_WITH("fiscalYearStart='02-01' asOf='2026-10-31' period='2026-10'", "");
    struct built built = plan_of(state, sections);
    assert_codes(&built, "3333");
    assert_says(&built, BP3333, "measure 'M1' is quarterly, and 2026-Q3 is none of its periods");
}

static void a_fiscal_quarter_that_is_a_calendar_quarter_has_both_names(void **state) {
    struct sections sections =
        ONE(KIND("days", "quarterly", "mean"),
            VALUE("M1", "2026-Q3", "actual", "98") VALUE("M1", "FY2027-Q2", "target", "100"));
    sections.organization =
        ORGANIZATION_WITH("fiscalYearStart='04-01' asOf='2026-10-31' period='2026-10'", "");
    struct built built = plan_of(state, sections);
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_TARGET), "2026-Q3=100");
}

static void an_actual_after_the_reporting_date_is_an_error(void **state) {
    struct built built =
        plan_of(state, ONE(DAYS, VALUES_OF("M1") VALUE("M1", "2026-11", "actual", "98")
                                     VALUE("M1", "2026-11", "target", "98")));
    assert_codes(&built, "3324");
    assert_says(&built, BP3324,
                "measure 'M1' has an actual for 2026-11, which ends after the reporting date "
                "2026-10-31");
}

static void looking_back_leaves_out_later_actuals_without_a_word(void **state) {
    struct sections sections = {.values = VALUES VALUE("M1", "2026-09", "actual", "97")
                                    VALUE("M1", "2026-09", "target", "97"),
                                .options = {{2026, 9, 30}, "2026-09"}};
    struct built built = plan_of(state, sections);
    assert_codes(&built, "3403");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-09=97");
    assert_string_equal(series_text(&built, "M2", SERIES_ACTUAL), "");
}

static void values_of_another_unit_are_left_out_with_a_warning(void **state) {
    struct sections sections = ONE(
        DAYS,
        VALUES_OF("M1") "<value measure='M1' period='2026-10' series='actual' v='50' unit='U1'/>"
                        "<value measure='M1' period='2026-09' series='actual' v='51' unit='U1'/>"
                        "<value measure='M1' period='2026-08' series='actual' v='90' unit='U0'/>");
    sections.units = TOP UNIT("U1", "kind='business' parent='U0'");
    struct built built = plan_of(state, sections);
    assert_codes(&built, "3332");
    assert_says(&built, BP3332,
                "measure 'M1': values of unit 'U1' are not used, it belongs to unit 'U0'");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-08=90 2026-10=98");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(values_stand_by_period_in_their_series),
        fixture_test(series_names_follow_the_choices_of_the_sheet),
        fixture_test(status_and_note_stay_with_the_value),
        fixture_test(percentages_count_in_points_where_the_measure_is_in_percent),
        fixture_test(a_restated_actual_says_why),
        fixture_test(a_percentage_of_another_measure_is_one_warning),
        fixture_test(what_was_refused_is_not_missed),
        fixture_test(a_date_stands_for_the_period_of_the_measure_that_holds_it),
        fixture_test(values_of_an_unknown_measure_are_one_finding),
        fixture_test(a_longer_period_than_the_measures_is_an_error),
        fixture_test(a_quarter_across_fiscal_quarters_is_an_error),
        fixture_test(a_fiscal_quarter_that_is_a_calendar_quarter_has_both_names),
        fixture_test(an_actual_after_the_reporting_date_is_an_error),
        fixture_test(looking_back_leaves_out_later_actuals_without_a_word),
        fixture_test(values_of_another_unit_are_left_out_with_a_warning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
