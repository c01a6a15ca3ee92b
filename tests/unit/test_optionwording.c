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
        assert_string_equal(optionwording_name(f->words, option), plan_option_name(option));
        assert_string_equal(optionwording_value(f->arena, f->words, &f->plan.settings, option),
                            plan_option_value(f->arena, &f->plan.settings, option));
    }
    for (int i = 0; i < PLANCONVENTION_COUNT; i++) {
        enum planconvention convention = (enum planconvention)i;
        assert_string_equal(optionwording_convention(f->words, convention),
                            planconvention_name(convention));
        assert_string_equal(
            optionwording_convention_value(f->arena, f->words, &f->plan, convention),
            planconvention_value(f->arena, &f->plan, convention));
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

static void english_conventions_are_those_of_the_plan(void **state) {
    struct fixture *f = *state;
    for (int month = 0; month <= 12; month++) {
        f->plan.organization.fiscal =
            (struct fiscal){.start_month = month, .named_by_start = month % 2 == 0};
        assert_as_the_plan_says(f);
    }
    static const enum reporting_line lines[] = {LINE_UNKNOWN, LINE_DIRECT, LINE_DOTTED,
                                                LINE_TWO_BELOW, LINE_THREE_BELOW};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        f->plan.settings.reporting_line = lines[i];
        assert_as_the_plan_says(f);
    }
    f->plan.published_total_min = (struct quantity){.known = true, .value = decimal_of(6)};
    f->plan.published_total_max =
        (struct quantity){.known = true, .value = decimal_micro(INT64_C(8500000))};
    assert_as_the_plan_says(f);
    f->plan.published_total_source = "Office Benchmarks";
    assert_as_the_plan_says(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(english_options_are_those_of_the_plan, setup, teardown),
        cmocka_unit_test_setup_teardown(english_conventions_are_those_of_the_plan, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
