#include "comparecase.h"

#define TARGET(period, v) VALUE("M1", period, "target", v)
#define ACTUAL(period, v) VALUE("M1", period, "actual", v)

static void runs_of_the_same_change_are_one_difference(void **state) {
    struct sections before = {.values = TARGET("2026-08", "90") TARGET("2026-09", "100")
                                  TARGET("2026-10", "100") TARGET("2026-11", "100")
                                      TARGET("2027-01", "100")};
    struct sections after = {.values = TARGET("2026-08", "91") TARGET("2026-09", "95") TARGET(
                                 "2026-10", "95") TARGET("2026-11", "95") TARGET("2027-01", "95")};
    assert_differences(compare_of(state, before, after),
                       "agreed measure M1 target 2026-08..2026-08: 90 > 91, missing\n"
                       "agreed measure M1 target 2026-09..2026-11 x3: 100 > 95, missing\n"
                       "agreed measure M1 target 2027-01..2027-01: 100 > 95, missing\n");
}

static void targets_for_later_periods_are_only_added(void **state) {
    struct sections before = {.values = TARGET("2026-10", "100")};
    struct sections after = {.values = TARGET("2026-10", "100") TARGET("2026-11", "100")
                                 TARGET("2026-12", "101")};
    assert_differences(compare_of(state, before, after),
                       "added measure M1 target 2026-11..2026-12 x2\n");
}

static void targets_set_afterwards_need_approval(void **state) {
    struct sections before = {.values = TARGET("2026-10", "100")};
    struct sections after = {.values = TARGET("2026-09", "100") TARGET("2026-10", "100")};
    assert_differences(compare_of(state, before, after),
                       "agreed measure M1 target 2026-09..2026-09:  > 100, missing\n");
    assert_differences(compare_of(state, after, before),
                       "agreed measure M1 target 2026-09..2026-09: 100 > , missing\n");
}

static void an_actual_that_changes_is_restated(void **state) {
    struct sections before = {
        .values = ACTUAL("2026-08", "90")
            ACTUAL("2026-09", "91") "<value measure='M1' period='2026-10' series='actual' v='92' "
                                    "status='provisional'/>"};
    struct sections after = {
        .values =
            ACTUAL("2026-08", "80") "<value measure='M1' period='2026-09' series='actual' v='81' "
                                    "status='restated'/>" ACTUAL("2026-10", "82")};
    const struct comparison *comparison = compare_of(state, before, after);
    assert_differences(comparison, "restated measure M1 actual 2026-08..2026-08: 90 > 80\n"
                                   "restated measure M1 actual 2026-09..2026-09: 91 > 81\n"
                                   "restated measure M1 actual 2026-10..2026-10: 92 > 82\n");
    assert_false(comparison->differences.items[0].marked);
    assert_true(comparison->differences.items[1].marked);
    assert_true(comparison->differences.items[2].marked);
}

static void an_actual_that_is_gone_is_withdrawn(void **state) {
    struct sections before = {.values = ACTUAL("2026-09", "91") ACTUAL("2026-10", "92")};
    struct sections after = {.values = ACTUAL("2026-10", "92")};
    assert_differences(compare_of(state, before, after),
                       "withdrawn measure M1 actual 2026-09..2026-09: 91 > \n");
    assert_differences(compare_of(state, after, before),
                       "added measure M1 actual 2026-09..2026-09:  > 91\n");
}

static void a_forecast_may_move(void **state) {
    struct sections before = {.values = VALUE("M1", "2026-12", "forecast", "91")};
    struct sections after = {.values = VALUE("M1", "2026-12", "forecast", "92")};
    assert_differences(compare_of(state, before, after),
                       "other measure M1 forecast 2026-12..2026-12: 91 > 92\n");
}

static void targets_of_what_is_not_in_force_may_move(void **state) {
    struct sections before = {.measures = MEASURE("M1", "O1", HIGHER "state='proposed' ")
                                  MEASURE("M2", "O2", HIGHER),
                              .values = TARGET("2026-10", "100")};
    struct sections after = before;
    after.values = TARGET("2026-10", "90");
    assert_differences(compare_of(state, before, after),
                       "other measure M1 target 2026-10..2026-10: 100 > 90\n");
}

static void values_follow_a_measure_to_its_other_id(void **state) {
    struct sections before = {.values = TARGET("2026-10", "100")};
    struct sections after = {
        .measures = "<measure id='N1' name='Measure M1' objectives='O1' owner='Owner' "
                    "dataSource='Source' " HIGHER
                    "><definition>What it is.</definition></measure>" MEASURE("M2", "O2", HIGHER),
        .values = VALUE("N1", "2026-10", "target", "90")};
    assert_differences(compare_of(state, before, after),
                       "renamed measure N1 Measure ID: M1 > N1\n"
                       "agreed measure N1 target 2026-10..2026-10: 100 > 90, missing\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(runs_of_the_same_change_are_one_difference),
        fixture_test(targets_for_later_periods_are_only_added),
        fixture_test(targets_set_afterwards_need_approval),
        fixture_test(an_actual_that_changes_is_restated),
        fixture_test(an_actual_that_is_gone_is_withdrawn),
        fixture_test(a_forecast_may_move),
        fixture_test(targets_of_what_is_not_in_force_may_move),
        fixture_test(values_follow_a_measure_to_its_other_id),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
