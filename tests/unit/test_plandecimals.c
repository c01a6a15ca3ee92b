#include "unit/plancase.h"

/* The decimals of a measure with these properties and values. */
static unsigned decimals_of(void **state, const char *more, const char *target,
                            const char *actual) {
    const struct built built = plan_of(
        state,
        (struct sections){
            .measures = arena_printf(*state,
                                     "<measure id='M1' name='Measure' objectives='O1' "
                                     "owner='Owner' dataSource='Source' %s %s>"
                                     "<definition>What it is.</definition></measure>%s",
                                     HIGHER, more, MEASURE("M2", "O2", HIGHER)),
            .values = arena_printf(*state,
                                   "<value measure='M1' period='2026-10' series='target' v='%s'/>"
                                   "<value measure='M1' period='2026-10' series='actual' v='%s'/>"
                                   "%s",
                                   target, actual, VALUES_OF("M2"))});
    return plan_measure(built.plan, "M1")->decimals;
}

static void one_or_two_declared_decimals_are_printed_even_if_they_are_zero(void **state) {
    assert_int_equal(decimals_of(state, "decimals='1'", "5", "4"), 1);
    assert_int_equal(decimals_of(state, "decimals='2'", "5", "4"), 2);
    assert_int_equal(decimals_of(state, "decimals='0'", "5.5", "4.25"), 0);
}

static void zeros_that_nobody_wrote_are_no_decimals(void **state) {
    assert_int_equal(decimals_of(state, "decimals='6'", "99.8", "99.71"), 2);
    assert_int_equal(decimals_of(state, "decimals='6'", "99.8", "99.7105"), 4);
    assert_int_equal(decimals_of(state, "decimals='3'", "0.004512", "0.0041"), 3);
}

static void a_threshold_may_need_the_decimals_that_are_declared(void **state) {
    const struct built built = plan_of(
        state, (struct sections){.measures = MEASURE("M1", "O1", HIGHER "decimals='5'")
                                     MEASURE("M2", "O2", HIGHER),
                                 .thresholds = "<threshold measure='M1' redFlag='97.125'/>"});
    assert_int_equal(plan_measure(built.plan, "M1")->decimals, 3);
}

static void without_a_declaration_figures_are_shown_as_they_were_handed_in(void **state) {
    assert_int_equal(decimals_of(state, "", "100", "98"), 0);
    assert_int_equal(decimals_of(state, "", "99.8", "99.71"), 2);
    assert_int_equal(decimals_of(state, "", "0.004", "0.0035"), 4);
}

static void of_long_fractions_only_the_leading_digits_are_shown(void **state) {
    assert_int_equal(decimals_of(state, "", "90", "33.333333"), 2);
    assert_int_equal(decimals_of(state, "", "9000", "8765.432109"), 1);
    assert_int_equal(decimals_of(state, "", "0.5", "0.333333"), 3);
    assert_int_equal(decimals_of(state, "", "0.000004", "0.000003"), 6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            one_or_two_declared_decimals_are_printed_even_if_they_are_zero, fixture_open,
            fixture_close),
        cmocka_unit_test_setup_teardown(zeros_that_nobody_wrote_are_no_decimals, fixture_open,
                                        fixture_close),
        cmocka_unit_test_setup_teardown(a_threshold_may_need_the_decimals_that_are_declared,
                                        fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(
            without_a_declaration_figures_are_shown_as_they_were_handed_in, fixture_open,
            fixture_close),
        cmocka_unit_test_setup_teardown(of_long_fractions_only_the_leading_digits_are_shown,
                                        fixture_open, fixture_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
