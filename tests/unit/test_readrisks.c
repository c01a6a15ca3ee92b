#include "unit/plancase.h"

#define RISK(id, more)                                                                             \
    "<risk id='" id "' objectives='O1' name='Risk " id "' owner='Ann' residualLikelihood='2' "     \
    "residualImpact='4' " more "/>"
#define CONTROL(id, risk, more)                                                                    \
    "<control id='" id "' risk='" risk "' name='Control " id "' " more "/>"
#define TESTED             "effectiveness='effective' lastTested='2026-09-30' "
#define RISKS(rows)        "<risks>\n" rows "</risks>\n"
#define CONTROLS(rows)     "<controls>\n" rows "</controls>\n"
#define SHEETS_OF(r, c)    ((struct sections){.more = RISKS(r) CONTROLS(c)})
#define ONE                RISK("R1", "")
#define WITH_CONTROL(more) SHEETS_OF(ONE, CONTROL("C1", "R1", more))

static void risks_lead_to_objectives_and_controls(void **state) {
    struct built built = plan_of(
        state,
        SHEETS_OF("<risk id='R1' objectives='O1; O2' name='Fire' category='Operations' "
                  "inherentLikelihood='4' inherentImpact='5' residualLikelihood='2' "
                  "residualImpact='4' appetite='8' trend='falling' owner='Ann' response='treat' "
                  "reviewDate='2027-01-15' state='closed'><cause>Why</cause>"
                  "<consequence>What</consequence></risk>" RISK("R2", ""),
                  CONTROL("C2", "R1", TESTED "type='detective' owner='Ben'")
                      CONTROL("C1", "R1", TESTED)));
    assert_codes(&built, "");
    const struct risk *risk = &built.plan->risks.items[0];
    assert_int_equal(risk->objectives.count, 2);
    assert_int_equal(plan_objective(built.plan, "O1")->risks.count, 2);
    assert_ptr_equal(plan_objective(built.plan, "O2")->risks.items[0], risk);
    assert_int_equal(risk->inherent_likelihood, 4);
    assert_int_equal(risk->inherent_impact, 5);
    assert_int_equal(risk->residual_likelihood, 2);
    assert_int_equal(risk->residual_impact, 4);
    assert_int_equal(risk->appetite, 8);
    assert_int_equal(risk->trend, RISK_FALLING);
    assert_int_equal(risk->response, RESPONSE_TREAT);
    assert_true(risk->closed);
    assert_string_equal(risk->cause, "Why");
    assert_string_equal(risk->consequence, "What");
    assert_int_equal(risk->controls.count, 2);
    const struct control *control = risk->controls.items[0];
    assert_string_equal(control->id, "C2");
    assert_ptr_equal(control->risk, risk);
    assert_int_equal(control->type, CONTROL_DETECTIVE);
    assert_int_equal(control->effectiveness, EFFECTIVENESS_EFFECTIVE);
    assert_int_equal(control->last_tested.month, 9);
    const struct risk *plain = &built.plan->risks.items[1];
    assert_int_equal(plain->inherent_likelihood, 0);
    assert_int_equal(plain->appetite, 0);
    assert_int_equal(plain->trend, RISK_TREND_UNKNOWN);
    assert_int_equal(plain->response, RESPONSE_UNKNOWN);
    assert_false(plain->closed);
}

static void a_control_of_an_unknown_risk_is_an_error(void **state) {
    struct built built = plan_of(state, SHEETS_OF(ONE, CONTROL("C1", "R2", TESTED)));
    assert_codes(&built, "3104");
    assert_says(&built, BP3104, "control 'C1' refers to unknown risk 'R2'");
    assert_null(built.plan->controls.items[0].risk);
}

static void an_appetite_beyond_25_or_of_0_is_an_error_BP3959(void **state) {
    struct built built = plan_of(
        state,
        SHEETS_OF(RISK("R1", "appetite='26'") "\n" RISK("R2", "appetite='0'") "\n" RISK(
                      "R3", "appetite='25'") "\n" RISK("R4", "appetite='1' response='treat'"),
                  ""));
    assert_codes(&built, "3959 3959");
    assert_says(&built, BP3959, "risk 'R1' has the appetite 26; it lies between 1 and 25");
}

static void a_likelihood_without_impact_is_a_warning_BP3974(void **state) {
    struct built built = plan_of(
        state,
        SHEETS_OF(RISK("R1", "inherentLikelihood='4'") "\n" RISK("R2", "inherentImpact='4'"), ""));
    assert_codes(&built, "3974 3974");
    assert_says(&built, BP3974, "risk 'R1' has Inherent Likelihood but no Inherent Impact");
}

static void a_test_in_the_future_is_an_error_BP3970(void **state) {
    struct built built =
        plan_of(state, WITH_CONTROL("effectiveness='effective' lastTested='2026-11-01'"));
    assert_codes(&built, "3970");
    assert_says(&built, BP3970,
                "control 'C1' was tested on 2026-11-01, after the reporting date 2026-10-31");
}

static void a_test_without_result_is_a_warning_BP3971(void **state) {
    struct built built = plan_of(state, WITH_CONTROL("lastTested='2026-09-30'"));
    assert_codes(&built, "3971");
    assert_int_equal(built.plan->controls.items[0].effectiveness, EFFECTIVENESS_NOT_TESTED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(risks_lead_to_objectives_and_controls),
        fixture_test(a_control_of_an_unknown_risk_is_an_error),
        fixture_test(an_appetite_beyond_25_or_of_0_is_an_error_BP3959),
        fixture_test(a_likelihood_without_impact_is_a_warning_BP3974),
        fixture_test(a_test_in_the_future_is_an_error_BP3970),
        fixture_test(a_test_without_result_is_a_warning_BP3971),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
