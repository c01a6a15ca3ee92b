#include "unit/plancase.h"

#define KIND(unit, polarity)                                                                       \
    "unitOfMeasure='" unit "' polarity='" polarity "' frequency='monthly' aggregation='mean' "
#define CASE(kind, threshold, target)                                                              \
    (struct sections) {                                                                            \
        .measures = MEASURE("M1", "O1", kind) MEASURE("M2", "O2", HIGHER),                         \
        .thresholds = "<threshold measure='M1' " threshold "/>",                                   \
        .values = VALUES_OF("M2") VALUE("M1", "2026-10", "actual", "98")                           \
            VALUE("M1", "2026-10", "target", target)                                               \
    }
#define MORE KIND("days", "higher")
#define LESS KIND("days", "lower")
#define BAND KIND("days", "range")

static void thresholds_in_order_are_no_finding(void **state) {
    struct built built = plan_of(state, CASE(MORE, "redFlag='90' stretch='110' worst='80'", "100"));
    assert_codes(&built, "");
    built = plan_of(state, CASE(LESS, "redFlag='110' stretch='90' worst='120'", "100"));
    assert_codes(&built, "");
    built = plan_of(state, CASE(BAND, "lower='95' upper='105' margin='5'", "100"));
    assert_codes(&built, "");
}

static void a_red_flag_at_the_target_or_beyond_is_an_error(void **state) {
    struct built built = plan_of(state, CASE(MORE, "redFlag='100'", "100"));
    assert_codes(&built, "3311");
    assert_says(&built, BP3311,
                "measure 'M1': red flag 100 is not below its target 100 of 2026-10 (line 15)");
    built = plan_of(state, CASE(LESS, "redFlag='90'", "100"));
    assert_codes(&built, "3311");
    assert_says(&built, BP3311,
                "measure 'M1': red flag 90 is not above its target 100 of 2026-10 (line 15)");
}

static void every_periods_target_is_compared_but_reported_once(void **state) {
    struct sections sections = CASE(MORE, "redFlag='90'", "100");
    sections.values = VALUES_OF("M2") VALUE("M1", "2026-10", "actual", "98")
        VALUE("M1", "2026-10", "target", "100") VALUE("M1", "2026-08", "target", "90")
            VALUE("M1", "2026-09", "target", "85");
    struct built built = plan_of(state, sections);
    assert_codes(&built, "3311");
    assert_non_null(strstr(finding(&built, BP3311)->message, "target 90 of 2026-08"));
}

static void the_thresholds_in_force_are_compared(void **state) {
    struct sections sections = CASE(MORE, "redFlag='90'", "100");
    sections.thresholds = "<threshold measure='M1' from='2026-10-01' redFlag='90'/>"
                          "<threshold measure='M1' redFlag='50'/>";
    sections.values = VALUES_OF("M2") VALUE("M1", "2026-10", "actual", "98")
        VALUE("M1", "2026-10", "target", "100") VALUE("M1", "2026-09", "target", "60");
    struct built built = plan_of(state, sections);
    assert_codes(&built, "");
}

static void factors_of_the_target_are_compared_as_levels(void **state) {
    struct built built =
        plan_of(state, CASE(MORE, "method='ratio of target' redFlag='0.9' stretch='1.1'", "100"));
    assert_codes(&built, "");
    built = plan_of(state, CASE(MORE, "method='ratio of target' redFlag='0.9'", "-100"));
    assert_codes(&built, "3311");
    built = plan_of(state, CASE(LESS, "method='ratio of target' redFlag='0.9'", "100"));
    assert_codes(&built, "3311");
}

static void deviations_are_distances_to_the_bad_side(void **state) {
    struct built built = plan_of(
        state,
        CASE(MORE, "method='deviation from target' redFlag='5' stretch='3' worst='8'", "100"));
    assert_codes(&built, "");
    built = plan_of(state, CASE(LESS, "method='deviation from target' redFlag='5'", "100"));
    assert_codes(&built, "");
    built = plan_of(state, CASE(MORE, "method='deviation from target' redFlag='-5'", "100"));
    assert_codes(&built, "3311");
}

static void a_stretch_on_the_wrong_side_is_an_error(void **state) {
    struct built built = plan_of(state, CASE(MORE, "redFlag='90' stretch='99'", "100"));
    assert_codes(&built, "3317");
    assert_says(&built, BP3317,
                "measure 'M1': stretch 99 lies below its target 100 of 2026-10 (line 15)");
    built = plan_of(state, CASE(MORE, "redFlag='90' stretch='100'", "100"));
    assert_codes(&built, "");
}

static void a_worst_value_on_the_wrong_side_is_an_error(void **state) {
    struct built built = plan_of(state, CASE(MORE, "redFlag='90' worst='91'", "100"));
    assert_codes(&built, "3318");
    built = plan_of(state, CASE(MORE, "worst='91'", "100"));
    assert_codes(&built, "3318");
    assert_says(&built, BP3318,
                "measure 'M1': worst 91 lies above its red flag 90 of 2026-10 (line 15)");
}

static void a_target_of_0_needs_a_red_flag(void **state) {
    struct built built = plan_of(state, CASE(LESS, "stretch='-1'", "0"));
    assert_codes(&built, "3315");
    assert_says(&built, BP3315, "measure 'M1' has the target 0 in 2026-10 but no red flag");
    built = plan_of(state, CASE(LESS, "redFlag='1'", "0"));
    assert_codes(&built, "");
}

static void a_tolerance_in_points_serves_a_target_of_0_percent(void **state) {
    struct sections sections = CASE(KIND("%", "lower"), "stretch='-1'", "0");
    sections.settings = "<settings defaultTolerance='2' toleranceUnit='points'/>";
    struct built built = plan_of(state, sections);
    assert_codes(&built, "");
}

static void a_range_needs_its_limits_and_margin(void **state) {
    struct built built = plan_of(state, CASE(BAND, "lower='95'", "100"));
    assert_codes(&built, "3312"); /* once for the row */
    assert_says(&built, BP3312, "measure 'M1' is judged by a range but has no Upper and no Margin");
    built = plan_of(state, CASE(BAND, "redFlag='90' stretch='99'", "100"));
    assert_codes(&built, "3312"); /* nor is it said that the others are not used */
    struct sections sections = CASE(BAND, "", "100");
    sections.thresholds = "<threshold measure='M2' redFlag='90'/>";
    built = plan_of(state, sections);
    assert_codes(&built, "3312");
}

static void a_range_upside_down_is_an_error(void **state) {
    struct built built = plan_of(state, CASE(BAND, "lower='105' upper='95' margin='5'", "100"));
    assert_codes(&built, "3313");
    built = plan_of(state, CASE(BAND, "lower='95' upper='95' margin='5'", "100"));
    assert_codes(&built, "");
    built = plan_of(
        state, CASE(BAND, "method='ratio of target' lower='1.1' upper='0.9' margin='0.1'", "100"));
    assert_codes(&built, "3313");
}

static void a_margin_is_above_0(void **state) {
    struct built built = plan_of(state, CASE(BAND, "lower='95' upper='105' margin='0'", "100"));
    assert_codes(&built, "3314");
}

static void thresholds_the_polarity_has_no_use_for_are_a_warning(void **state) {
    struct built built = plan_of(state, CASE(KIND("days", "info"), "redFlag='90'", "100"));
    assert_codes(&built, "3316");
    assert_says(&built, BP3316, "measure 'M1' is of polarity info: its Red Flag is not used");
    built = plan_of(state, CASE(KIND("days", "binary"), "stretch='90'", "1"));
    assert_codes(&built, "3316");
    built = plan_of(state, CASE(MORE, "redFlag='90' margin='5'", "100"));
    assert_codes(&built, "3316");
    built = plan_of(state, CASE(BAND, "lower='95' upper='105' margin='5' worst='1'", "100"));
    assert_codes(&built, "3316");
}

static void a_polarity_that_was_not_understood_has_no_further_findings(void **state) {
    struct built built = plan_of(state, CASE(KIND("days", "less"), "redFlag='90'", "100"));
    assert_codes(&built, "2019");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(thresholds_in_order_are_no_finding),
        fixture_test(a_red_flag_at_the_target_or_beyond_is_an_error),
        fixture_test(every_periods_target_is_compared_but_reported_once),
        fixture_test(the_thresholds_in_force_are_compared),
        fixture_test(factors_of_the_target_are_compared_as_levels),
        fixture_test(deviations_are_distances_to_the_bad_side),
        fixture_test(a_stretch_on_the_wrong_side_is_an_error),
        fixture_test(a_worst_value_on_the_wrong_side_is_an_error),
        fixture_test(a_target_of_0_needs_a_red_flag),
        fixture_test(a_tolerance_in_points_serves_a_target_of_0_percent),
        fixture_test(a_range_needs_its_limits_and_margin),
        fixture_test(a_range_upside_down_is_an_error),
        fixture_test(a_margin_is_above_0),
        fixture_test(thresholds_the_polarity_has_no_use_for_are_a_warning),
        fixture_test(a_polarity_that_was_not_understood_has_no_further_findings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
