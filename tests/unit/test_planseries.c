#include "unit/plancase.h"

#define KIND(unit, frequency, aggregation)                                                         \
    "unitOfMeasure='" unit "' polarity='higher' frequency='" frequency                             \
    "' aggregation='" aggregation "' "
#define ONE(kind, values_)                                                                         \
    (struct sections) {                                                                            \
        .measures = MEASURE("M1", "O1", kind) MEASURE("M2", "O2", HIGHER),                         \
        .values = VALUES_OF("M2") values_                                                          \
    }
#define TARGET VALUE("M1", "2026-Q3", "target", "100")
#define QUARTER                                                                                    \
    VALUE("M1", "2026-07", "actual", "10")                                                         \
    VALUE("M1", "2026-08", "actual", "40") VALUE("M1", "2026-09", "actual", "25")
#define MONTH(i, s, v) VALUE("M1", "2026-" i, s, v)

static void actual_is(void **state, const char *aggregation, const char *expected) {
    const char *measure = arena_printf(
        *state,
        "<measure id='M1' name='Measure' objectives='O1' owner='Owner' dataSource='Source' "
        "unitOfMeasure='days' polarity='higher' frequency='quarterly' aggregation='%s'>"
        "<definition>What it is.</definition></measure>" MEASURE("M2", "O2", HIGHER),
        aggregation);
    struct built built = plan_of(
        state, (struct sections){.measures = measure, .values = VALUES_OF("M2") TARGET QUARTER});
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), expected);
}

static void months_make_a_quarter_by_the_measures_aggregation(void **state) {
    actual_is(state, "sum", "2026-Q3=75");
    actual_is(state, "mean", "2026-Q3=25");
    actual_is(state, "last", "2026-Q3=25");
    actual_is(state, "min", "2026-Q3=10");
    actual_is(state, "max", "2026-Q3=40");
}

static void a_mean_is_rounded_to_six_decimals(void **state) {
    struct built built =
        plan_of(state, ONE(KIND("days", "quarterly", "mean"),
                           TARGET MONTH("07", "actual", "1") MONTH("08", "actual", "1")
                               MONTH("09", "actual", "0")));
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-Q3=0.666667");
}

static void an_incomplete_sum_stays_missing_with_a_warning(void **state) {
    struct built built =
        plan_of(state, ONE(KIND("days", "quarterly", "sum"),
                           TARGET MONTH("07", "actual", "1") MONTH("09", "actual", "1")));
    assert_codes(&built, "3403 3326");
    assert_says(
        &built, BP3326,
        "measure 'M1': actual of 2026-Q3 was left out: only 2 of 3 monthly values are there");
}

static void a_last_value_needs_only_the_last_month(void **state) {
    struct built built =
        plan_of(state, ONE(KIND("days", "quarterly", "last"), TARGET MONTH("09", "actual", "4")));
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-Q3=4");
}

static void a_last_value_without_the_last_month_stays_missing(void **state) {
    struct built built =
        plan_of(state, ONE(KIND("days", "quarterly", "last"), TARGET MONTH("08", "actual", "4")));
    assert_codes(&built, "3403 3326");
}

static void a_quarter_that_is_not_over_is_no_finding(void **state) {
    struct built built = plan_of(
        state, ONE(KIND("days", "quarterly", "sum"), TARGET QUARTER MONTH("10", "actual", "1")));
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-Q3=75");
}

static void a_value_of_the_quarter_itself_goes_before_its_months(void **state) {
    struct built built = plan_of(state, ONE(KIND("days", "quarterly", "sum"),
                                            TARGET QUARTER VALUE("M1", "2026-Q3", "actual", "76")));
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-Q3=76");
}

static void quarters_follow_the_fiscal_year(void **state) {
    struct sections sections =
        ONE(KIND("days", "quarterly", "sum"),
            VALUE("M1", "2026-08-01", "target", "100") VALUE("M1", "2026-08", "actual", "1")
                VALUE("M1", "2026-09", "actual", "2") VALUE("M1", "2026-10", "actual", "3"));
    sections.organization =
        ORGANIZATION_WITH("fiscalYearStart='02-01' asOf='2026-10-31' period='2026-10'", "");
    struct built built = plan_of(state, sections);
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "FY2027-Q3=6");
}

static void a_week_belongs_to_the_month_of_its_thursday(void **state) {
    /* October 2026 has the Thursdays 1, 8, 15, 22 and 29: the weeks 40 to 44. */
    struct built built = plan_of(
        state, ONE(KIND("days", "monthly", "sum"),
                   VALUE("M1", "2026-10", "target", "5") VALUE("M1", "2026-W40", "actual", "1")
                       VALUE("M1", "2026-W41", "actual", "2") VALUE("M1", "2026-W42", "actual", "4")
                           VALUE("M1", "2026-W43", "actual", "8")
                               VALUE("M1", "2026-W44", "forecast", "16")));
    assert_codes(&built, "3403 3326 3326");
    built = plan_of(
        state,
        (struct sections){
            .organization =
                ORGANIZATION_WITH("fiscalYearStart='01-01' asOf='2026-11-01' period='2026-10'", ""),
            .measures =
                MEASURE("M1", "O1", KIND("days", "monthly", "sum")) MEASURE("M2", "O2", HIGHER),
            .values = VALUES_OF("M2") VALUE("M1", "2026-10", "target", "5")
                VALUE("M1", "2026-W40", "actual", "1") VALUE("M1", "2026-W41", "actual", "2")
                    VALUE("M1", "2026-W42", "actual", "4") VALUE("M1", "2026-W43", "actual", "8")
                        VALUE("M1", "2026-W44", "actual", "16")});
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-10=31");
}

static void the_same_value_twice_is_a_note(void **state) {
    struct built built = plan_of(
        state, (struct sections){.values = VALUES VALUE("M1", "2026-10", "actual", "98.0")});
    assert_codes(&built, "3323");
    assert_int_equal(finding(&built, BP3323)->severity, DIAG_NOTE);
}

static void different_values_of_one_period_are_an_error_that_names_both_cells(void **state) {
    struct built built = plan_of(state, (struct sections){.values = "\n" VALUES "\n" VALUE(
                                                              "M1", "2026-10", "actual", "89")});
    assert_codes(&built, "3322");
    assert_says(&built, BP3322, "measure 'M1': actual of 2026-10 is 89 here but 98 in line 14");
    assert_int_equal(finding(&built, BP3322)->place.line, 15);
}

#define RATIO(unit) KIND(unit, "monthly", "ratio")

static void a_ratio_is_made_of_numerator_and_denominator(void **state) {
    struct built built = plan_of(
        state, ONE(RATIO("visits"), MONTH("10", "target", "0.5") MONTH("10", "numerator", "3")
                                        MONTH("10", "denominator", "8")));
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-10=0.375");
}

static void a_ratio_in_percent_counts_in_points(void **state) {
    struct built built =
        plan_of(state, ONE(RATIO("%"), MONTH("10", "target", "50") MONTH("10", "numerator", "1")
                                           MONTH("10", "denominator", "3")));
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-10=33.333333");
}

static void an_actual_as_written_goes_before_the_ratio(void **state) {
    struct built built = plan_of(
        state, ONE(RATIO("%"), MONTH("10", "target", "50") MONTH("10", "numerator", "1")
                                   MONTH("10", "denominator", "3") MONTH("10", "actual", "33.3")));
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-10=33.3");
}

static void a_ratio_of_a_quarter_divides_the_sums(void **state) {
    struct built built = plan_of(
        state, ONE(KIND("visits", "quarterly", "ratio"),
                   TARGET MONTH("07", "numerator", "1") MONTH("08", "numerator", "1")
                       MONTH("09", "numerator", "4") MONTH("07", "denominator", "10")
                           MONTH("08", "denominator", "10") MONTH("09", "denominator", "5")));
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-Q3=0.24");
}

static void a_ratio_cannot_be_made_of_ratios(void **state) {
    struct built built = plan_of(state, ONE(KIND("visits", "quarterly", "ratio"), TARGET QUARTER));
    assert_codes(&built, "3403 3327");
    assert_says(&built, BP3327, "measure 'M1': a ratio cannot be made of monthly actuals");
}

static void a_denominator_of_0_gives_no_actual(void **state) {
    struct built built =
        plan_of(state, ONE(RATIO("visits"), VALUES_OF("M1") MONTH("09", "numerator", "3")
                                                MONTH("09", "denominator", "0")));
    assert_codes(&built, "3328");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-10=98");
}

static void a_numerator_or_denominator_alone_gives_no_actual(void **state) {
    struct built built =
        plan_of(state, ONE(RATIO("visits"),
                           VALUES_OF("M1")
                               MONTH("09", "numerator", "3") "\n" MONTH("08", "denominator", "7")));
    assert_codes(&built, "3329 3329");
    assert_says(&built, BP3329,
                "measure 'M1': 2026-09 has a numerator but no denominator, so there is no actual");
}

static void sums_that_do_not_fit_are_an_error(void **state) {
    struct built built =
        plan_of(state, ONE(KIND("days", "quarterly", "sum"),
                           TARGET MONTH("07", "actual", "9000000000000")
                               MONTH("08", "actual", "9000000000000") MONTH("09", "actual", "1")));
    assert_codes(&built, "3403 3330");
}

static void combined_and_written_quarters_stand_in_order(void **state) {
    struct built built =
        plan_of(state, ONE(KIND("days", "quarterly", "sum"),
                           TARGET QUARTER VALUE("M1", "2026-Q2", "actual", "76")
                               VALUE("M1", "2025-Q4", "actual", "70") MONTH("01", "actual", "1")
                                   MONTH("02", "actual", "2") MONTH("03", "actual", "4")));
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL),
                        "2025-Q4=70 2026-Q1=7 2026-Q2=76 2026-Q3=75");
}

static void a_ratio_that_does_not_fit_is_an_error(void **state) {
    struct built built = plan_of(
        state, ONE(RATIO("visits"), VALUES_OF("M1") MONTH("09", "numerator", "9000000000000")
                                        MONTH("09", "denominator", "0.5")));
    assert_codes(&built, "3330");
}

static void ratios_and_written_actuals_stand_in_order(void **state) {
    struct built built = plan_of(
        state, ONE(RATIO("visits"),
                   VALUES_OF("M1") MONTH("09", "numerator", "3") MONTH("09", "denominator", "2")
                       MONTH("08", "numerator", "1") MONTH("08", "denominator", "2")));
    assert_codes(&built, "");
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL),
                        "2026-08=0.5 2026-09=1.5 2026-10=98");
}

/* The values of all series lie one after the other: what is added to the first must not spill over
 * into the second, which is the first here because no other measure has values. */
static void what_is_computed_leaves_the_other_series_alone(void **state) {
    struct built built = plan_of(
        state, (struct sections){
                   .measures = MEASURE("M1", "O1", RATIO("visits")) MEASURE("M2", "O2", HIGHER),
                   .values = MONTH("08", "actual", "1") MONTH("08", "target", "4")
                       MONTH("09", "target", "4") MONTH("10", "target", "4")
                           MONTH("09", "numerator", "3") MONTH("09", "denominator", "2")
                               MONTH("10", "numerator", "7") MONTH("10", "denominator", "1")});
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL),
                        "2026-08=1 2026-09=1.5 2026-10=7");
    assert_string_equal(series_text(&built, "M1", SERIES_TARGET), "2026-08=4 2026-09=4 2026-10=4");
    built = plan_of(
        state, (struct sections){.measures = MEASURE("M1", "O1", KIND("days", "quarterly", "sum"))
                                     MEASURE("M2", "O2", HIGHER),
                                 .values = VALUE("M1", "2026-Q2", "actual", "76")
                                     QUARTER VALUE("M1", "2026-Q2", "target", "70")
                                         TARGET VALUE("M1", "2026-Q4", "target", "9")});
    assert_string_equal(series_text(&built, "M1", SERIES_ACTUAL), "2026-Q2=76 2026-Q3=75");
    assert_string_equal(series_text(&built, "M1", SERIES_TARGET),
                        "2026-Q2=70 2026-Q3=100 2026-Q4=9");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(months_make_a_quarter_by_the_measures_aggregation),
        fixture_test(a_mean_is_rounded_to_six_decimals),
        fixture_test(an_incomplete_sum_stays_missing_with_a_warning),
        fixture_test(a_last_value_needs_only_the_last_month),
        fixture_test(a_last_value_without_the_last_month_stays_missing),
        fixture_test(a_quarter_that_is_not_over_is_no_finding),
        fixture_test(a_value_of_the_quarter_itself_goes_before_its_months),
        fixture_test(quarters_follow_the_fiscal_year),
        fixture_test(a_week_belongs_to_the_month_of_its_thursday),
        fixture_test(the_same_value_twice_is_a_note),
        fixture_test(different_values_of_one_period_are_an_error_that_names_both_cells),
        fixture_test(a_ratio_is_made_of_numerator_and_denominator),
        fixture_test(a_ratio_in_percent_counts_in_points),
        fixture_test(an_actual_as_written_goes_before_the_ratio),
        fixture_test(a_ratio_of_a_quarter_divides_the_sums),
        fixture_test(a_ratio_cannot_be_made_of_ratios),
        fixture_test(a_denominator_of_0_gives_no_actual),
        fixture_test(a_numerator_or_denominator_alone_gives_no_actual),
        fixture_test(sums_that_do_not_fit_are_an_error),
        fixture_test(combined_and_written_quarters_stand_in_order),
        fixture_test(a_ratio_that_does_not_fit_is_an_error),
        fixture_test(ratios_and_written_actuals_stand_in_order),
        fixture_test(what_is_computed_leaves_the_other_series_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
