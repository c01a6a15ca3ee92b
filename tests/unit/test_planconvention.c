#include "unit/plancase.h"

#include "plan/planconvention.h"

static void says(void **state, const struct plan *plan, enum planconvention convention,
                 const char *wanted) {
    assert_string_equal(planconvention_value(*state, plan, convention), wanted);
}

static void what_is_not_given_is_said_to_be(void **state) {
    struct built built = plan_of(state, (struct sections){0});
    says(state, built.plan, PLANCONVENTION_FISCAL_YEAR, "the calendar year");
    says(state, built.plan, PLANCONVENTION_NUMBERS, "1234.56");
    says(state, built.plan, PLANCONVENTION_CURRENCY, "in CAD, if nothing else is said");
    says(state, built.plan, PLANCONVENTION_TOTAL, "none given");
    says(state, built.plan, PLANCONVENTION_LINE, "not given");
    for (int i = 0; i < PLANCONVENTION_COUNT; i++)
        assert_true(planconvention_name((enum planconvention)i)[0] != '\0');
}

static void a_fiscal_year_has_its_first_month_and_its_name(void **state) {
    static const char from_april[] = ORGANIZATION_WITH(
        "fiscalYearStart='04-01' asOf='2026-10-31' period='2026-10'", "numberStyle='1,234.56'");
    struct built built = plan_of(state, (struct sections){.organization = from_april});
    says(state, built.plan, PLANCONVENTION_FISCAL_YEAR,
         "from April, named by the calendar year it ends in");
    says(state, built.plan, PLANCONVENTION_NUMBERS, "1,234.56");
    built = plan_of(state, (struct sections){.organization = from_april,
                                             .settings = "<settings fiscalYearNamedBy='start'/>"});
    says(state, built.plan, PLANCONVENTION_FISCAL_YEAR,
         "from April, named by the calendar year it starts in");
}

static void numbers_are_shown_as_they_are_to_be_written(void **state) {
    static const struct {
        enum number_style style;
        const char *wanted;
    } cases[] = {{NUMBER_COMMA, "1.234,56"}, {NUMBER_SPACED, "1 234,56"}};
    struct built built = plan_of(state, (struct sections){0});
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct workbook workbook = *built.workbook;
        struct plan plan = *built.plan;
        workbook.number_style = cases[i].style;
        plan.workbook = &workbook;
        says(state, &plan, PLANCONVENTION_NUMBERS, cases[i].wanted);
    }
}

static void the_office_has_a_range_and_a_line(void **state) {
    static const char *const lines[][2] = {
        {"direct", "direct to the chief executive"},
        {"dotted to CEO with solid to CFO/COO",
         "dotted to the chief executive, solid to finance or operations"},
        {"two levels below", "two levels below the chief executive"},
        {"three or more levels below", "three or more levels below the chief executive"},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char settings[128];
        snprintf(settings, sizeof settings,
                 "<settings totalFteMin='6' totalFteMax='8.5' reportingLine='%s'/>", lines[i][0]);
        struct built built = plan_of(state, (struct sections){.settings = settings});
        says(state, built.plan, PLANCONVENTION_LINE, lines[i][1]);
        says(state, built.plan, PLANCONVENTION_TOTAL, "6 to 8.5 FTE");
        struct plan sourced = *built.plan;
        sourced.published_total_source = "a study";
        says(state, &sourced, PLANCONVENTION_TOTAL, "6 to 8.5 FTE (a study)");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(what_is_not_given_is_said_to_be),
        fixture_test(a_fiscal_year_has_its_first_month_and_its_name),
        fixture_test(numbers_are_shown_as_they_are_to_be_written),
        fixture_test(the_office_has_a_range_and_a_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
