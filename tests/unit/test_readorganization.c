#include "unit/plancase.h"

static void settings_that_are_not_given_have_their_defaults(void **state) {
    struct built built = plan_of(state, (struct sections){0});
    const struct settings *settings = &built.plan->settings;
    assert_int_equal(settings->rollup, ROLLUP_WEIGHTED);
    assert_int_equal(settings->missing, MISSING_EXCLUDE);
    assert_int_equal(settings->carry_periods, 1);
    assert_int_equal(settings->tolerance.micro, 10 * DECIMAL_ONE);
    assert_int_equal(settings->minimum_coverage.micro, 50 * DECIMAL_ONE);
    assert_int_equal(settings->dead_band.micro, DECIMAL_ONE);
    assert_int_equal(settings->reporting_line, LINE_UNKNOWN);
    assert_int_equal(settings->page_budget, 20);
    assert_false(settings->page_budget_said);
    for (int i = 0; i < OPTION_COUNT; i++)
        assert_false(settings->changed[i]);
    assert_string_equal(built.plan->organization.language, "en");
}

static void settings_are_read_and_changes_are_marked(void **state) {
    struct built built = plan_of(
        state, (struct sections){.settings =
                                     "<settings rollupPolicy='worst' missingDataPolicy='carry' "
                                     "carryPeriods='2' defaultTolerance='5' toleranceUnit='points' "
                                     "minimumCoverage='60' headline='ytd' trendDeadBand='1' "
                                     "reportingLine='two levels below' meetingDate='2026-11-19' "
                                     "classification='INTERNAL'/>"});
    const struct settings *settings = &built.plan->settings;
    assert_codes(&built, "");
    assert_int_equal(settings->rollup, ROLLUP_WORST);
    assert_int_equal(settings->missing, MISSING_CARRY);
    assert_int_equal(settings->carry_periods, 2);
    assert_int_equal(settings->tolerance.micro, 5 * DECIMAL_ONE);
    assert_true(settings->tolerance_in_points);
    assert_true(settings->headline_ytd);
    assert_int_equal(settings->reporting_line, LINE_TWO_BELOW);
    assert_int_equal(settings->meeting_date.day, 19);
    assert_string_equal(settings->classification, "INTERNAL");
    assert_true(settings->changed[OPTION_ROLLUP]);
    assert_true(settings->changed[OPTION_TOLERANCE]);
    assert_true(settings->changed[OPTION_COVERAGE]);
    assert_false(settings->changed[OPTION_DEAD_BAND]);
}

static void many_periods_may_be_carried(void **state) {
    struct built built =
        plan_of(state, (struct sections){.settings = "<settings missingDataPolicy='carry' "
                                                     "carryPeriods='2000' pageBudget='20000'/>"});
    assert_int_equal(built.plan->settings.carry_periods, 2000);
    assert_int_equal(built.plan->settings.page_budget, 20000);
    assert_true(built.plan->settings.page_budget_said);
}

static void a_default_tolerance_of_0_is_an_error(void **state) {
    struct built built =
        plan_of(state, (struct sections){.settings = "<settings defaultTolerance='0'/>"});
    assert_codes(&built, "3320");
}

static void the_published_total_may_stand_in_the_settings(void **state) {
    struct built built = plan_of(
        state, (struct sections){.settings = "<settings totalFteMin='6' totalFteMax='8'/>"});
    assert_codes(&built, "");
    assert_int_equal(built.plan->published_total_min.value.micro, 6 * DECIMAL_ONE);
    assert_int_equal(built.plan->published_total_max.value.micro, 8 * DECIMAL_ONE);
}

static void a_published_total_from_more_to_less_is_an_error(void **state) {
    struct built built = plan_of(
        state, (struct sections){.settings = "<settings totalFteMin='8' totalFteMax='6'/>"});
    assert_codes(&built, "3924");
    assert_says(&built, BP3924, "the published range of the office's staff is 8 to 6");
}

static void options_replace_the_dates_of_the_workbook(void **state) {
    struct built built = plan_of(state, (struct sections){.options = {{2026, 11, 30}, "2026-11"}});
    assert_codes(&built, "");
    assert_int_equal(built.plan->organization.as_of.month, 11);
    assert_int_equal(built.plan->organization.period.start, 2026 * 12 + 10);
}

static void an_option_that_is_no_period_is_an_error(void **state) {
    struct built built = plan_of(state, (struct sections){.options = {.period = "10/2026"}});
    assert_codes(&built, "3901");
    assert_says(&built, BP3901,
                "the reporting period 10/2026 given as option is none of this calendar");
}

static void an_option_period_follows_the_fiscal_year(void **state) {
    struct built built = plan_of(
        state,
        (struct sections){.organization = ORGANIZATION_WITH(
                              "fiscalYearStart='04-01' asOf='2026-10-31' period='2026-10'", ""),
                          .options = {.period = "FY2027-Q2"}});
    assert_codes(&built, "");
    assert_int_equal(built.plan->organization.period.frequency, FREQUENCY_QUARTERLY);
    assert_int_equal(built.plan->organization.period.start, 2026 * 12 + 6);
}

static void a_period_that_is_not_over_is_a_warning(void **state) {
    struct built built = plan_of(state, (struct sections){.options = {.period = "2026-11"}});
    assert_codes(&built, "3902");
    assert_says(&built, BP3902,
                "the reporting period 2026-11 ends after the reporting date 2026-10-31");
}

static void a_reporting_period_given_as_a_date_is_its_month(void **state) {
    struct built built = plan_of(
        state, (struct sections){
                   .organization = ORGANIZATION_WITH(
                       "fiscalYearStart='01-01' asOf='2026-10-31' period='2026-10-01'", "")});
    assert_codes(&built, "");
    assert_int_equal(built.plan->organization.period.frequency, FREQUENCY_MONTHLY);
}

static void a_currency_is_three_capital_letters(void **state) {
    struct built built = plan_of(
        state, (struct sections){.organization =
                                     "<organization id='ORG' name='Organization' currency='Euro' "
                                     "conventionVersion='1' fiscalYearStart='01-01' "
                                     "asOf='2026-10-31' period='2026-10'/>"});
    assert_codes(&built, "3921");
}

static void a_language_is_a_language_tag(void **state) {
#define DATES "fiscalYearStart='01-01' asOf='2026-10-31' period='2026-10'"
    struct built built = plan_of(
        state, (struct sections){.organization = ORGANIZATION_WITH(DATES, "language='fr-CA'")});
    assert_codes(&built, "");
    built = plan_of(
        state, (struct sections){.organization = ORGANIZATION_WITH(DATES, "language='English'")});
    assert_codes(&built, "3922");
    built = plan_of(
        state, (struct sections){.organization = ORGANIZATION_WITH(DATES, "language='en_US'")});
    assert_codes(&built, "3922");
}

static void several_languages_are_divided_by_semicolons(void **state) {
    static const struct {
        const char *list;
        bool good;
    } cases[] = {
        {"en; fr-CA", true}, {"en;fr", true}, {"en fr", false}, {"en;", false}, {";en", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char organization[300];
        snprintf(organization, sizeof organization, ORGANIZATION_WITH(DATES, "language='%s'"),
                 cases[i].list);
        struct built built = plan_of(state, (struct sections){.organization = organization});
        assert_codes(&built, cases[i].good ? "" : "3922");
    }
}

static void a_fiscal_year_starts_on_the_first_of_a_month(void **state) {
    struct built built = plan_of(
        state,
        (struct sections){.organization = ORGANIZATION_WITH(
                              "fiscalYearStart='04-06' asOf='2026-10-31' period='2026-10'", "")});
    assert_codes(&built, "3923");
    assert_says(&built, BP3923,
                "the fiscal year starts on 04-06, which is not the first of a month");
}

#define UNDATED                                                                                    \
    "<StrategicPlan xmlns='http://www.stratml.net'><Name>Plan</Name><StrategicPlanCore><Goal>"     \
    "<Name>G</Name></Goal></StrategicPlanCore></StrategicPlan>"

static struct built undated_with(void **state, struct plan_options options) {
    struct built built = {.arena = *state, .diags = diags_new(*state)};
    struct workbook *workbook = NULL;
    assert_int_equal(
        workbook_read(built.arena, "plan.xml", UNDATED, strlen(UNDATED), built.diags, &workbook),
        WORKBOOK_READ);
    built.workbook = workbook;
    built.plan = plan_build(built.arena, workbook, &options, built.diags);
    return built;
}

static void
a_plan_of_stratml_without_dates_is_reported_unless_options_give_them_BP2095(void **state) {
    struct built built = undated_with(state, (struct plan_options){0});
    assert_says(&built, BP2095, "the plan has no date and no period to report for");
    built = undated_with(state, (struct plan_options){.as_of = {2026, 1, 31}});
    assert_says(&built, BP2095, "the plan has no period to report for");
    built = undated_with(state, (struct plan_options){.period = "2025"});
    assert_says(&built, BP2095, "the plan has no date to report for");
    built = undated_with(state, (struct plan_options){.as_of = {2026, 1, 31}, .period = "2025"});
    assert_int_equal(diags_count(built.diags, DIAG_ERROR), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(settings_that_are_not_given_have_their_defaults),
        fixture_test(settings_are_read_and_changes_are_marked),
        fixture_test(many_periods_may_be_carried),
        fixture_test(a_default_tolerance_of_0_is_an_error),
        fixture_test(the_published_total_may_stand_in_the_settings),
        fixture_test(a_published_total_from_more_to_less_is_an_error),
        fixture_test(options_replace_the_dates_of_the_workbook),
        fixture_test(an_option_that_is_no_period_is_an_error),
        fixture_test(an_option_period_follows_the_fiscal_year),
        fixture_test(a_period_that_is_not_over_is_a_warning),
        fixture_test(a_reporting_period_given_as_a_date_is_its_month),
        fixture_test(a_currency_is_three_capital_letters),
        fixture_test(a_language_is_a_language_tag),
        fixture_test(several_languages_are_divided_by_semicolons),
        fixture_test(a_fiscal_year_starts_on_the_first_of_a_month),
        fixture_test(a_plan_of_stratml_without_dates_is_reported_unless_options_give_them_BP2095),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
