#include "unit/plancase.h"

#define KIND(unit, polarity)                                                                       \
    "unitOfMeasure='" unit "' polarity='" polarity "' frequency='monthly' aggregation='mean' "
#define TWO(more, values_)                                                                         \
    (struct sections) {                                                                            \
        .measures = MEASURE("M1", "O1", more) MEASURE("M2", "O2", HIGHER),                         \
        .values = VALUES_OF("M2") values_                                                          \
    }

static void an_objective_without_measure_is_a_warning(void **state) {
    struct built built = plan_of(state, (struct sections){.measures = MEASURE("M1", "O1", HIGHER),
                                                          .values = VALUES_OF("M1")});
    assert_codes(&built, "3401");
    assert_says(&built, BP3401, "objective 'O2' has no measure");
}

static void a_contributing_objective_measures_its_parent(void **state) {
    struct sections sections = {
        .units = TOP UNIT("U1", "kind='business' parent='U0'"),
        .objectives = PAIR OBJECTIVE("O3", "U1", "P1", "supports='O2' linkKind='contributory'"),
        .measures = MEASURE("M1", "O1", HIGHER) MEASURE("M2", "O3", HIGHER)};
    struct built built = plan_of(state, sections);
    assert_codes(&built, "");
    sections.objectives = PAIR OBJECTIVE("O3", "U1", "P1", "supports='O2' linkKind='shared'");
    built = plan_of(state, sections);
    assert_codes(&built, "3401");
}

static void a_measure_without_target_is_a_warning(void **state) {
    struct built built = plan_of(state, TWO(HIGHER, VALUE("M1", "2026-10", "actual", "98")));
    assert_codes(&built, "3402");
    built = plan_of(state, TWO(KIND("days", "info"), VALUE("M1", "2026-10", "actual", "98")));
    assert_codes(&built, "");
}

static void a_measure_without_actual_is_a_warning(void **state) {
    struct built built = plan_of(state, TWO(HIGHER, VALUE("M1", "2026-10", "target", "98")));
    assert_codes(&built, "3403");
}

static void a_measure_of_retired_objectives_is_an_orphan(void **state) {
    struct built built =
        plan_of(state, (struct sections){.objectives = OBJECTIVE("O1", "U0", "P1", "")
                                             OBJECTIVE("O2", "U0", "P2", "state='retired'"),
                                         .links = ""});
    assert_codes(&built, "3801 3404");
    assert_says(&built, BP3404, "measure 'M2' serves no objective in force");
}

static void two_periods_without_actual_make_a_measure_stale(void **state) {
    struct built built = plan_of(state, TWO(HIGHER, VALUE("M1", "2026-08", "actual", "98")
                                                        VALUE("M1", "2026-10", "target", "98")));
    assert_codes(&built, "3331");
    assert_says(&built, BP3331,
                "measure 'M1': the last actual is of 2026-08, 2 periods before 2026-10");
    built = plan_of(state, TWO(HIGHER, VALUE("M1", "2026-09", "actual", "98")
                                           VALUE("M1", "2026-10", "target", "98")));
    assert_codes(&built, "");
}

static void a_fraction_among_percentages_is_one_warning(void **state) {
    struct built built = plan_of(state, TWO(KIND("%", "higher"),
                                            VALUE("M1", "2026-10", "actual", "0.98")
                                                VALUE("M1", "2026-10", "target", "98")
                                                    VALUE("M1", "2026-09", "actual", "0.97")
                                                        VALUE("M1", "2026-09", "target", "98")));
    assert_codes(&built, "3325");
    assert_says(&built, BP3325,
                "measure 'M1', 2026-09: the actual 0.97 is about a hundredth of the target 98");
    built = plan_of(state, TWO(KIND("%", "higher"), VALUE("M1", "2026-10", "actual", "98")
                                                        VALUE("M1", "2026-10", "target", "0.98")));
    assert_says(&built, BP3325,
                "measure 'M1', 2026-10: the actual 98 is about 100 times the target 0.98");
    built = plan_of(state, TWO(HIGHER, VALUE("M1", "2026-10", "actual", "98")
                                           VALUE("M1", "2026-10", "target", "0.98")));
    assert_codes(&built, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(an_objective_without_measure_is_a_warning),
        fixture_test(a_contributing_objective_measures_its_parent),
        fixture_test(a_measure_without_target_is_a_warning),
        fixture_test(a_measure_without_actual_is_a_warning),
        fixture_test(a_measure_of_retired_objectives_is_an_orphan),
        fixture_test(two_periods_without_actual_make_a_measure_stale),
        fixture_test(a_fraction_among_percentages_is_one_warning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
