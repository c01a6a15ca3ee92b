#include "unit/plancase.h"

#define SHARE(process, fte, more) "<share name='Ann' process='" process "' fte='" fte "' " more "/>"
#define STAFFED(rows)                                                                              \
    (struct sections) {                                                                            \
        .processes = "<process id='PR1' name='One' group='core' owner='OSM'/>"                     \
                     "<process id='PR2' name='Two' group='core' owner='OSM'/>",                    \
        .staffing = rows                                                                           \
    }

static void shares_up_to_one_are_fine(void **state) {
    struct built built = plan_of(state, STAFFED(SHARE("PR1", "0.5", "") SHARE("PR2", "0.5", "")));
    assert_codes(&built, "");
    built = plan_of(state, STAFFED(SHARE("PR1", "0.505", "") SHARE("PR2", "0.5", "")));
    assert_codes(&built, "");
}

static void more_than_one_post_for_a_person_is_an_error(void **state) {
    struct built built =
        plan_of(state, STAFFED(SHARE("PR1", "0.6", "") "\n" SHARE("PR2", "0.5", "")));
    assert_codes(&built, "3601");
    assert_says(&built, BP3601, "'Ann' is planned for 1.1 FTE in all, which is more than 1");
}

static void less_than_four_fifths_of_a_person_is_a_warning(void **state) {
    struct built built = plan_of(state, STAFFED(SHARE("PR1", "0.4", "") SHARE("PR2", "0.39", "")));
    assert_codes(&built, "3602");
    built = plan_of(state, STAFFED(SHARE("PR1", "0.4", "") SHARE("PR2", "0.4", "")));
    assert_codes(&built, "");
}

static void vacancies_and_people_on_loan_are_not_counted(void **state) {
    struct built built = plan_of(
        state, STAFFED(SHARE("PR1", "1", "status='vacant'") SHARE("PR2", "1", "status='planned'")));
    assert_codes(&built, "");
    built = plan_of(state, STAFFED(SHARE("PR1", "0.9", "") SHARE("PR2", "0.5", "line='dotted'")));
    assert_codes(&built, "");
}

static void only_shares_on_the_reporting_date_count(void **state) {
    struct built built = plan_of(state, STAFFED(SHARE("PR1", "1", "to='2026-09-30'")
                                                    SHARE("PR2", "1", "from='2026-10-01'")));
    assert_codes(&built, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(shares_up_to_one_are_fine),
        fixture_test(more_than_one_post_for_a_person_is_an_error),
        fixture_test(less_than_four_fifths_of_a_person_is_a_warning),
        fixture_test(vacancies_and_people_on_loan_are_not_counted),
        fixture_test(only_shares_on_the_reporting_date_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
