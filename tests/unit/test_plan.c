#include "unit/plancase.h"

static void a_plan_has_the_stem_of_its_file_as_source(void **state) {
    struct built built = plan_of(state, (struct sections){.path = "folder/board.excel.xml"});
    assert_string_equal(built.plan->source, "board");
    assert_ptr_equal(built.plan->workbook, built.workbook);
}

static void entities_are_found_by_id(void **state) {
    struct built built = plan_of(state, (struct sections){0});
    assert_string_equal(plan_unit(built.plan, "U0")->name, "Unit U0");
    assert_string_equal(plan_objective(built.plan, "O2")->name, "Objective O2");
    assert_string_equal(plan_measure(built.plan, "M1")->name, "Measure M1");
    assert_null(plan_unit(built.plan, "O1"));
    assert_null(plan_objective(built.plan, "o1"));
    assert_null(plan_measure(built.plan, ""));
    assert_ptr_equal(plan_root(built.plan), plan_unit(built.plan, "U0"));
}

static void a_value_of_another_frequency_is_not_found(void **state) {
    struct built built = plan_of(state, (struct sections){0});
    struct period quarter = {FREQUENCY_QUARTERLY, 2026 * 12 + 9};
    assert_null(plan_value(plan_measure(built.plan, "M1"), SERIES_ACTUAL, quarter));
}

static void the_digest_depends_on_the_contents_alone(void **state) {
    struct built first = plan_of(state, (struct sections){0});
    struct built moved =
        plan_of(state, (struct sections){.path = "elsewhere.xml", .values = "\n\n" VALUES});
    struct built other =
        plan_of(state, (struct sections){.values = VALUES VALUE("M1", "2026-09", "actual", "98")});
    assert_string_equal(first.plan->digest, moved.plan->digest);
    assert_string_not_equal(first.plan->digest, other.plan->digest);
    assert_int_equal(strlen(first.plan->digest), 64);
}

static void a_digest_that_nobody_asks_for_is_not_made(void **state) {
    struct built built = plan_of(state, (struct sections){.options.undigested = true});
    assert_string_equal(built.plan->digest, "");
}

static void options_have_values_for_the_page(void **state) {
    struct built built = plan_of(state, (struct sections){0});
    const struct settings *settings = &built.plan->settings;
    assert_string_equal(plan_option_value(*state, settings, OPTION_ROLLUP), "weighted mean");
    assert_string_equal(plan_option_value(*state, settings, OPTION_MISSING), "left out");
    assert_string_equal(plan_option_value(*state, settings, OPTION_CARRY), "1");
    assert_string_equal(plan_option_value(*state, settings, OPTION_TOLERANCE),
                        "10 % of the target");
    assert_string_equal(plan_option_value(*state, settings, OPTION_TOLERANCE_UNIT),
                        "percent of the target");
    assert_string_equal(plan_option_value(*state, settings, OPTION_COVERAGE), "50 %");
    assert_string_equal(plan_option_value(*state, settings, OPTION_HEADLINE), "period");
    assert_string_equal(plan_option_value(*state, settings, OPTION_DEAD_BAND),
                        "1 % of the distance from target to red flag");
    struct settings points = *settings;
    points.tolerance_in_points = true;
    assert_string_equal(plan_option_value(*state, &points, OPTION_TOLERANCE),
                        "10 points for measures in %, otherwise 10 % of the target");
}

static void enumerations_are_named_as_in_the_workbook(void **state) {
    (void)state;
    assert_string_equal(plan_unit_kind_name(UNIT_PARTNER), "partner");
    assert_string_equal(plan_group_name(PROCESS_INTEGRATIVE), "integrative");
    assert_string_equal(plan_series_name(SERIES_PRIOR_YEAR), "prior-year");
    assert_string_equal(plan_polarity_name(POLARITY_RANGE), "range");
    assert_string_equal(plan_aggregation_name(AGGREGATE_LAST), "last");
}

/* A workbook read with many errors still gives a plan of the parts that stand. */
static void a_workbook_full_of_errors_still_gives_a_plan(void **state) {
    struct built built = plan_of(
        state,
        (struct sections){.organization = "<organization id='ORG' name='Organization'/>",
                          .units = UNIT("U0", "parent='UX'"),
                          .perspectives = PERSPECTIVE("P1", "x", ""),
                          .objectives = OBJECTIVE("O1", "UX", "PX", "supports='O1; OX'"),
                          .links = LINK("O1", "O1") LINK("OX", "O1"),
                          .measures = MEASURE("M1", "OX", "polarity='up'"),
                          .thresholds = "<threshold measure='M1' redFlag='x'/>",
                          .values = VALUE("M1", "x", "actual", "1") VALUE("M1", "2026-10", "x", "1")
                              VALUE("M1", "2026-10", "actual", "1"),
                          .initiatives = "<initiative id='I1' objectives='OX'/>",
                          .milestones = "<milestone id='S1' initiative='IX'/>",
                          .processes = "<process id='PR1' name='One'/>",
                          .staffing = "<share name='Ann' process='PRX' fte='1'/>",
                          .benchmarks = "<benchmark process='PR1' fteMin='1'/>",
                          .actions = "<action id='A1'/>",
                          .decisions = "<decision id='D1'/>",
                          .commentary = "<comment linked='X' period='x' author='A'/>"});
    assert_true(diags_count(built.diags, DIAG_ERROR) > 20);
    assert_int_equal(built.plan->objectives.count, 1);
    assert_null(built.plan->objectives.items[0].unit);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(a_plan_has_the_stem_of_its_file_as_source),
        fixture_test(entities_are_found_by_id),
        fixture_test(a_value_of_another_frequency_is_not_found),
        fixture_test(the_digest_depends_on_the_contents_alone),
        fixture_test(a_digest_that_nobody_asks_for_is_not_made),
        fixture_test(options_have_values_for_the_page),
        fixture_test(enumerations_are_named_as_in_the_workbook),
        fixture_test(a_workbook_full_of_errors_still_gives_a_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
