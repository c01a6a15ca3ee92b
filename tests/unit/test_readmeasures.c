#include "unit/plancase.h"

#define PERCENT "unitOfMeasure='%' polarity='higher' frequency='monthly' aggregation='mean' "
#define ONE(more, thresholds_)                                                                     \
    (struct sections) {                                                                            \
        .measures = MEASURE("M1", "O1", more) MEASURE("M2", "O2", HIGHER),                         \
        .thresholds = thresholds_                                                                  \
    }

static void a_measure_is_read_with_its_properties(void **state) {
    struct built built = plan_of(
        state, ONE("unitOfMeasure='days' polarity='lower' frequency='quarterly' "
                   "aggregation='last' decimals='2' weight='40' indicator='leading' critical='Y' "
                   "baseline='9.5' state='not applicable'",
                   NULL));
    const struct measure *measure = plan_measure(built.plan, "M1");
    assert_int_equal(measure->polarity, POLARITY_LOWER);
    assert_int_equal(measure->frequency, FREQUENCY_QUARTERLY);
    assert_int_equal(measure->aggregation, AGGREGATE_LAST);
    assert_int_equal(measure->decimals, 2);
    assert_int_equal(measure->weight.value.micro, 40 * DECIMAL_ONE);
    assert_true(measure->leading);
    assert_true(measure->critical);
    assert_int_equal(measure->baseline.value.micro, 9500000);
    assert_int_equal(measure->state, STATE_NOT_APPLICABLE);
    assert_false(measure->dead_band.known);
    assert_ptr_equal(plan_objective(built.plan, "O1")->measures.items[0], measure);
}

static void enumerations_follow_the_choices_of_the_sheet(void **state) {
    static const char *const aggregations[] = {"last", "sum", "mean", "ratio", "min", "max"};
    static const char *const polarities[] = {"higher", "lower", "range", "binary", "info"};
    static const char *const frequencies[] = {"weekly", "monthly", "quarterly", "half-yearly",
                                              "yearly"};
    for (size_t i = 0; i < 6; i++) {
        const char *row = arena_printf(
            *state,
            "<measure id='M1' name='Measure' objectives='O1' owner='Owner' dataSource='Source' "
            "unitOfMeasure='days' polarity='%s' frequency='%s' aggregation='%s'>"
            "<definition>What it is.</definition></measure>",
            polarities[i % 5], frequencies[i % 5], aggregations[i]);
        struct built built = plan_of(state, (struct sections){.measures = row, .values = ""});
        const struct measure *measure = plan_measure(built.plan, "M1");
        assert_string_equal(plan_polarity_name(measure->polarity), polarities[i % 5]);
        assert_string_equal(period_frequency_name(measure->frequency), frequencies[i % 5]);
        assert_string_equal(plan_aggregation_name(measure->aggregation), aggregations[i]);
    }
}

static void more_than_six_decimals_are_an_error(void **state) {
    struct built built = plan_of(state, ONE(HIGHER "decimals='7'", NULL));
    assert_codes(&built, "3341");
    assert_says(&built, BP3341,
                "measure 'M1' is to be printed with 7 decimals; at most 6 are possible");
}

static void a_measure_that_is_its_own_parent_is_a_warning(void **state) {
    struct built built = plan_of(state, ONE(HIGHER "parent='M1'", NULL));
    assert_codes(&built, "3342");
}

static void percentages_count_in_points_where_the_measure_is_in_percent(void **state) {
    struct built built = plan_of(state, ONE(PERCENT "baseline='90%' trendDeadBand='0.5'",
                                            "<threshold measure='M1' redFlag='95%' stretch='101'/>"
                                            "<threshold measure='M2' redFlag='95%'/>"));
    const struct measure *percent = plan_measure(built.plan, "M1");
    assert_int_equal(percent->baseline.value.micro, 90 * DECIMAL_ONE);
    assert_int_equal(percent->dead_band.value.micro, DECIMAL_ONE / 2);
    assert_int_equal(percent->thresholds.items[0].red.value.micro, 95 * DECIMAL_ONE);
    assert_int_equal(percent->thresholds.items[0].stretch.value.micro, 101 * DECIMAL_ONE);
    const struct measure *days = plan_measure(built.plan, "M2");
    assert_int_equal(days->thresholds.items[0].red.value.micro, 950000);
}

static void a_factor_of_the_target_stays_a_factor(void **state) {
    struct built built = plan_of(
        state, ONE(PERCENT, "<threshold measure='M1' method='ratio of target' redFlag='95%'/>"));
    assert_codes(&built, "");
    const struct threshold *threshold = &plan_measure(built.plan, "M1")->thresholds.items[0];
    assert_int_equal(threshold->method, THRESHOLD_RATIO);
    assert_int_equal(threshold->red.value.micro, 950000);
}

static void thresholds_stand_by_date_with_the_undated_first(void **state) {
    struct built built =
        plan_of(state, ONE(HIGHER, "<threshold measure='M1' from='2026-07-01' redFlag='90'/>"
                                   "<threshold measure='M1' redFlag='80'/>"
                                   "<threshold measure='M1' from='2026-01-01' redFlag='85'/>"));
    assert_codes(&built, "");
    const struct measure *measure = plan_measure(built.plan, "M1");
    struct date before = {2025, 12, 31}, first = {2026, 1, 1}, later = {2026, 8, 1};
    assert_int_equal(plan_threshold(measure, before)->red.value.micro, 80 * DECIMAL_ONE);
    assert_int_equal(plan_threshold(measure, first)->red.value.micro, 85 * DECIMAL_ONE);
    assert_int_equal(plan_threshold(measure, later)->red.value.micro, 90 * DECIMAL_ONE);
    assert_null(plan_threshold(plan_measure(built.plan, "M2"), later));
}

static void two_thresholds_from_the_same_date_are_an_error(void **state) {
    struct built built = plan_of(state, ONE(HIGHER, "<threshold measure='M1' redFlag='90'/>\n"
                                                    "<threshold measure='M1' redFlag='80'/>"));
    assert_codes(&built, "3319");
    assert_says(&built, BP3319,
                "measure 'M1' has two thresholds from the same date; the first is in line 13");
}

static void a_threshold_of_an_unknown_measure_is_an_error(void **state) {
    struct built built = plan_of(state, ONE(HIGHER, "<threshold measure='M3' redFlag='90'/>"));
    assert_codes(&built, "3104");
    assert_says(&built, BP3104, "threshold of 'M3' refers to unknown measure 'M3'");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(a_measure_is_read_with_its_properties),
        fixture_test(enumerations_follow_the_choices_of_the_sheet),
        fixture_test(more_than_six_decimals_are_an_error),
        fixture_test(a_measure_that_is_its_own_parent_is_a_warning),
        fixture_test(percentages_count_in_points_where_the_measure_is_in_percent),
        fixture_test(a_factor_of_the_target_stays_a_factor),
        fixture_test(thresholds_stand_by_date_with_the_undated_first),
        fixture_test(two_thresholds_from_the_same_date_are_an_error),
        fixture_test(a_threshold_of_an_unknown_measure_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
