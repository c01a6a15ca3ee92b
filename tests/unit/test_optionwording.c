#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/optionwording.h"
#include "report/wordbook.h"

struct fixture {
    struct arena *arena;
    struct words *words;
    struct plan plan;
};

static int setup(void **state) {
    static struct fixture f;
    f = (struct fixture){.arena = arena_new(0, NULL, NULL)};
    f.words = wordbook_builtin(f.arena, "en", diags_new(f.arena));
    f.plan.organization.currency = "CAD";
    f.plan.settings.tolerance = decimal_micro(INT64_C(2500000));
    f.plan.settings.minimum_coverage = decimal_of(50);
    f.plan.settings.dead_band = decimal_of(1);
    f.plan.settings.carry_periods = 2;
    *state = &f;
    return 0;
}

static int teardown(void **state) {
    struct fixture *f = *state;
    arena_free(f->arena);
    return 0;
}

/* So that a page and a derivation speak of the same thing in the same words. */
static void assert_as_the_plan_says(const struct fixture *f) {
    for (int i = 0; i < OPTION_COUNT; i++) {
        enum plan_option option = (enum plan_option)i;
        assert_string_not_equal(optionwording_name(f->words, option), "");
        assert_string_equal(optionwording_value(f->arena, f->words, &f->plan.settings, option),
                            plan_option_value(f->arena, &f->plan.settings, option));
    }
}

static void english_options_are_those_of_the_plan(void **state) {
    struct fixture *f = *state;
    struct settings *settings = &f->plan.settings;
    for (int i = 0; i < 3; i++) {
        settings->rollup = (enum rollup_policy)i;
        settings->tolerance_in_points = i == 1;
        settings->headline_ytd = i == 2;
        assert_as_the_plan_says(f);
    }
    for (int i = 0; i < 4; i++) {
        settings->missing = (enum missing_policy)i;
        assert_as_the_plan_says(f);
    }
}

static void says(const struct fixture *f, enum convention convention, const char *expected) {
    assert_string_equal(optionwording_convention_value(f->arena, f->words, &f->plan, convention),
                        expected);
}

static void what_is_not_given_is_said_to_be(void **state) {
    struct fixture *f = *state;
    says(f, CONVENTION_FISCAL_YEAR, "the calendar year");
    says(f, CONVENTION_NUMBERS, "1234.56");
    says(f, CONVENTION_CURRENCY, "in CAD, if nothing else is said");
    says(f, CONVENTION_TOTAL, "none given");
    says(f, CONVENTION_LINE, "not given");
    for (int i = 0; i < CONVENTION_COUNT; i++)
        assert_string_not_equal(optionwording_convention(f->words, (enum convention)i), "");
}

static void a_fiscal_year_has_its_first_month_and_its_name(void **state) {
    struct fixture *f = *state;
    f->plan.organization.fiscal = (struct fiscal){.start_month = 4};
    says(f, CONVENTION_FISCAL_YEAR,
         "from April, named in the workbook by the calendar year it ends in");
    f->plan.organization.fiscal.named_by_start = true;
    says(f, CONVENTION_FISCAL_YEAR,
         "from April, named in the workbook by the calendar year it starts in");
}

static void numbers_are_shown_as_they_are_to_be_written(void **state) {
    struct fixture *f = *state;
    struct workbook workbook = {.number_style = NUMBER_COMMA};
    f->plan.workbook = &workbook;
    says(f, CONVENTION_NUMBERS, "1.234,56");
    workbook.number_style = NUMBER_SPACED;
    says(f, CONVENTION_NUMBERS, "1 234,56");
}

static void the_office_has_a_range_and_a_line(void **state) {
    static const char *const lines[] = {
        [LINE_DIRECT] = "direct to the chief executive",
        [LINE_DOTTED] = "dotted to the chief executive, solid to finance or operations",
        [LINE_TWO_BELOW] = "two levels below the chief executive",
        [LINE_THREE_BELOW] = "three or more levels below the chief executive"};
    struct fixture *f = *state;
    for (size_t i = LINE_DIRECT; i < sizeof lines / sizeof *lines; i++) {
        f->plan.settings.reporting_line = (enum reporting_line)i;
        says(f, CONVENTION_LINE, lines[i]);
    }
    f->plan.published_total_min = (struct quantity){.known = true, .value = decimal_of(6)};
    f->plan.published_total_max =
        (struct quantity){.known = true, .value = decimal_micro(INT64_C(8500000))};
    says(f, CONVENTION_TOTAL, "6 to 8.5 FTE");
    f->plan.published_total_source = "Office Benchmarks";
    says(f, CONVENTION_TOTAL, "6 to 8.5 FTE (Office Benchmarks)");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(english_options_are_those_of_the_plan),
        TEST(what_is_not_given_is_said_to_be),
        TEST(a_fiscal_year_has_its_first_month_and_its_name),
        TEST(numbers_are_shown_as_they_are_to_be_written),
        TEST(the_office_has_a_range_and_a_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
