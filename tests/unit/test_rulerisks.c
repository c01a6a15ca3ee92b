#include "unit/plancase.h"

#define RISK(more)                                                                                 \
    "<risks>\n<risk id='R1' objectives='O1' name='Risk' owner='Ann' residualLikelihood='2' "       \
    "residualImpact='4' " more "/></risks>\n"
#define CONTROL(more)                                                                              \
    "<controls>\n<control id='C1' risk='R1' name='Control' " more "/></controls>\n"
#define WITH(sheets) ((struct sections){.more = sheets})

static void assert_found(void **state, struct sections sections, const char *codes) {
    struct built built = plan_of(state, sections);
    assert_codes(&built, codes);
}

static void a_risk_above_its_appetite_needs_a_response(void **state) {
    struct built built = plan_of(state, WITH(RISK("appetite='7'")));
    assert_codes(&built, "3731");
    assert_says(&built, BP3731,
                "risk 'R1' stands at 8, above its appetite of 7, and has no response");
    assert_found(state, WITH(RISK("appetite='8'")), "");
    assert_found(state, WITH(RISK("")), "");
    assert_found(state, WITH(RISK("appetite='7' response='treat'")), "");
    assert_found(state, WITH(RISK("appetite='7' response='transfer'")), "");
    assert_found(state, WITH(RISK("appetite='7' state='closed'")), "");
}

static void tolerating_a_risk_contradicts_a_lower_appetite(void **state) {
    assert_found(state, WITH(RISK("appetite='7' response='tolerate'")), "3732");
    assert_found(state, WITH(RISK("appetite='8' response='tolerate'")), "");
}

static void an_open_risk_is_reviewed_in_time(void **state) {
    assert_found(state, WITH(RISK("reviewDate='2026-10-30'")), "3733");
    assert_found(state, WITH(RISK("reviewDate='2026-10-31'")), "");
    assert_found(state, WITH(RISK("reviewDate='2026-10-30' state='closed'")), "");
}

static void controls_do_not_make_a_risk_worse(void **state) {
    struct built built = plan_of(state, WITH(RISK("inherentLikelihood='1' inherentImpact='5'")));
    assert_codes(&built, "3734");
    assert_says(&built, BP3734,
                "risk 'R1': with its controls it stands at 8, higher than 5 without them");
    assert_found(state, WITH(RISK("inherentLikelihood='4' inherentImpact='2'")), "");
}

static void a_control_is_tested_within_a_year(void **state) {
    assert_found(state, WITH(RISK("") CONTROL("effectiveness='effective' lastTested='2025-10-31'")),
                 "");
    struct built built =
        plan_of(state, WITH(RISK("") CONTROL("effectiveness='partial' lastTested='2025-10-30'")));
    assert_codes(&built, "3742");
    assert_says(&built, BP3742,
                "control 'C1' was last tested on 2025-10-30, more than a year before 2026-10-31");
}

static void what_is_claimed_of_a_control_was_tested(void **state) {
    struct built built = plan_of(state, WITH(RISK("") CONTROL("effectiveness='partial'")));
    assert_codes(&built, "3741");
    assert_says(&built, BP3741,
                "control 'C1' is called partly effective, but no test is on record");
    assert_found(state, WITH(RISK("") CONTROL("effectiveness='ineffective'")), "3741");
    assert_found(state, WITH(RISK("") CONTROL("effectiveness='not tested'")), "3743");
    assert_found(state, WITH(RISK("") CONTROL("")), "3743");
}

static void controls_of_closed_risks_are_left_alone(void **state) {
    assert_found(state, WITH(RISK("state='closed'") CONTROL("")), "");
}

static void an_unreadable_date_is_not_held_against_the_control(void **state) {
    assert_found(state, WITH(RISK("") CONTROL("effectiveness='partial' lastTested='May'")), "2017");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(a_risk_above_its_appetite_needs_a_response),
        fixture_test(tolerating_a_risk_contradicts_a_lower_appetite),
        fixture_test(an_open_risk_is_reviewed_in_time),
        fixture_test(controls_do_not_make_a_risk_worse),
        fixture_test(a_control_is_tested_within_a_year),
        fixture_test(what_is_claimed_of_a_control_was_tested),
        fixture_test(controls_of_closed_risks_are_left_alone),
        fixture_test(an_unreadable_date_is_not_held_against_the_control),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
