#include "unit/plancase.h"

#define INITIATIVE                                                                                 \
    "<initiative id='I1' name='Initiative' unit='U0' owner='Owner' objectives='O1' "               \
    "start='2026-02-01' end='2026-12-31' budget='100'/>"
#define UNITS2 TOP UNIT("U1", "kind='business' parent='U0'")
#define MORE(container, rows)                                                                      \
    ((struct sections){.units = UNITS2,                                                            \
                       .initiatives = INITIATIVE,                                                  \
                       .more = "<" container ">\n" rows "</" container ">"})

/* ---- budget lines ---- */

#define LINE(id, amount, more) "<budgetLine id='" id "' unit='U1' amount='" amount "' " more "/>"

static void budget_lines_say_what_they_pay_for(void **state) {
    struct built built =
        plan_of(state, MORE("budgetLines", LINE("BL1", "1200.5",
                                                "name='Fleet' kind='strategic' "
                                                "linked='I1'") LINE("BL2", "7", "linked='O1'")
                                               LINE("BL3", "0", "")));
    assert_codes(&built, "");
    const struct budget_line *lines = built.plan->budget_lines.items;
    assert_string_equal(lines[0].name, "Fleet");
    assert_string_equal(lines[0].linked_id, "I1");
    assert_int_equal(lines[0].amount.micro, 1200500000);
    assert_int_equal(lines[0].kind, BUDGET_STRATEGIC);
    assert_ptr_equal(lines[0].unit, plan_unit(built.plan, "U1"));
    assert_int_equal(lines[2].kind, BUDGET_OPERATING);
    assert_string_equal(lines[2].linked_id, "");
}

static void a_negative_amount_is_an_error_BP3952(void **state) {
    struct built built = plan_of(state, MORE("budgetLines", LINE("BL1", "-3", "")));
    assert_codes(&built, "3952");
    assert_says(&built, BP3952, "budget line 'BL1': Amount is -3, which is negative");
}

static void a_budget_line_of_something_else_is_a_warning_BP3954(void **state) {
    struct built built = plan_of(state, MORE("budgetLines", LINE("BL1", "3", "linked='M1'")));
    assert_codes(&built, "3954");
    assert_says(&built, BP3954,
                "budget line 'BL1' is linked to measure 'M1', not to an objective or initiative");
}

/* ---- people ---- */

#define PERSON(id, more) "<person id='" id "' name='Name of " id "' " more "/>"

static void people_have_a_title_an_address_and_a_unit(void **state) {
    struct built built = plan_of(
        state, MORE("people", PERSON("P-A", "title='Head' unit='U1' email='a.b@example.org'")
                                  PERSON("P-B", "")));
    assert_codes(&built, "");
    assert_int_equal(built.plan->people.count, 2);
    const struct person *person = &built.plan->people.items[0];
    assert_string_equal(person->name, "Name of P-A");
    assert_string_equal(person->id, "P-A");
    assert_string_equal(person->title, "Head");
    assert_string_equal(person->email, "a.b@example.org");
    assert_ptr_equal(person->unit, plan_unit(built.plan, "U1"));
}

static void an_address_that_is_none_is_a_warning_BP3975(void **state) {
    static const char *const wrong[] = {"ann",   "@example.org", "a@b@c.org", "a b@c.org",
                                        "a@org", "a@.org",       "a@b.org."};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char xml[256];
        snprintf(xml, sizeof xml, "<people>" PERSON("P1", "email='%s'") "</people>", wrong[i]);
        struct built built = plan_of(state, (struct sections){.more = xml});
        assert_codes(&built, "3975");
    }
}

/* ---- workforce ---- */

#define FACT(unit, period, more)                                                                   \
    "<fact unit='" unit "' period='" period "' headcount='420' " more "/>"

static void workforce_is_counted_by_unit_and_period(void **state) {
    struct built built =
        plan_of(state, MORE("workforce", FACT("U1", "2026-Q3",
                                              "goalsLinked='420' incentivesLinked='85' "
                                              "plansLinked='190' aware='310' "
                                              "executiveHours='6.5'") FACT("U0", "2026-Q3", "")
                                             FACT("U1", "2026-Q2", "")));
    assert_codes(&built, "");
    assert_int_equal(built.plan->workforce.count, 3);
    /* By unit, then period, whatever the order of the rows. */
    assert_ptr_equal(built.plan->workforce.items[0].unit, plan_unit(built.plan, "U0"));
    assert_int_equal(built.plan->workforce.items[1].period.start, 2026 * 12 + 3);
    const struct workforce_fact *fact = &built.plan->workforce.items[2];
    assert_ptr_equal(fact->unit, plan_unit(built.plan, "U1"));
    assert_int_equal(fact->period.frequency, FREQUENCY_QUARTERLY);
    assert_int_equal(fact->headcount.value.micro, 420 * DECIMAL_ONE);
    assert_int_equal(fact->goals_linked.value.micro, 420 * DECIMAL_ONE);
    assert_int_equal(fact->incentives_linked.value.micro, 85 * DECIMAL_ONE);
    assert_int_equal(fact->plans_linked.value.micro, 190 * DECIMAL_ONE);
    assert_int_equal(fact->aware.value.micro, 310 * DECIMAL_ONE);
    assert_int_equal(fact->executive_hours.value.micro, 6500000);
    assert_false(built.plan->workforce.items[1].aware.known);
}

static void more_people_than_there_are_is_an_error_BP3956(void **state) {
    struct built built =
        plan_of(state, MORE("workforce", FACT("U1", "2026-Q3", "aware='421' goalsLinked='500'")));
    assert_codes(&built, "3956 3956");
    assert_says(&built, BP3956,
                "workforce of unit 'U1', 2026-Q3: Goals Linked is 500, more than the headcount of "
                "420");
}

static void a_unit_counted_twice_is_an_error_BP3977(void **state) {
    struct built built =
        plan_of(state, MORE("workforce", FACT("U1", "2026-Q3", "") "\n" FACT("U1", "2026-Q3", "")));
    assert_codes(&built, "3977");
    assert_int_equal(built.plan->workforce.count, 1);
}

/* ---- practices, environment, jobs ---- */

static void practices_travel_from_unit_to_unit(void **state) {
    struct built built = plan_of(
        state, MORE("practices", "<practice id='PR1' name='Calls' origin='U0' adoptedBy='U1' "
                                 "objective='O1'><evidence>It works.</evidence></practice>"));
    assert_codes(&built, "");
    const struct best_practice *practice = &built.plan->practices.items[0];
    assert_ptr_equal(practice->origin, plan_unit(built.plan, "U0"));
    assert_int_equal(practice->adopted_by.count, 1);
    assert_ptr_equal(practice->adopted_by.items[0], plan_unit(built.plan, "U1"));
    assert_ptr_equal(practice->objective, plan_objective(built.plan, "O1"));
    assert_string_equal(practice->evidence, "It works.");
}

static void adoption_by_the_origin_is_a_warning_BP3976(void **state) {
    struct built built =
        plan_of(state, MORE("practices",
                            "<practice id='PR1' name='Calls' origin='U0' adoptedBy='U0; U1'/>"));
    assert_codes(&built, "3976");
    assert_int_equal(built.plan->practices.items[0].adopted_by.count, 1);
}

#define FACTOR(id, frame, side)                                                                    \
    "<factor id='" id "' frame='" frame "' side='" side "' objectives='O1; O2'>"                   \
    "<text>Found.</text></factor>"

static void environment_items_stand_on_a_side_of_their_frame(void **state) {
    struct built built = plan_of(
        state, MORE("environment", FACTOR("E1", "SWOT", "strengths") FACTOR("E2", "PESTEL", "Legal")
                                       FACTOR("E3", "five forces", "Rivalry")
                                           FACTOR("E4", "scenario", "Drought")));
    assert_codes(&built, "");
    const struct environment_item *items = built.plan->environment.items;
    assert_int_equal(items[0].frame, FRAME_SWOT);
    assert_int_equal(items[2].frame, FRAME_FIVE_FORCES);
    assert_string_equal(items[3].side, "Drought");
    assert_string_equal(items[0].text, "Found.");
    assert_int_equal(items[0].objectives.count, 2);
}

static void a_side_of_another_frame_is_a_warning_BP3960(void **state) {
    struct built built =
        plan_of(state, MORE("environment",
                            FACTOR("E1", "SWOT", "Legal") "\n" FACTOR("E2", "PESTEL", "Threat")));
    assert_codes(&built, "3960 3960");
    assert_says(&built, BP3960, "environment item 'E1': 'Legal' is no side of SWOT");
    assert_string_equal(finding(&built, BP3960)->hint,
                        "its sides are Strength, Weakness, Opportunity and Threat");
}

#define JOB(positions, ready)                                                                      \
    "<job id='J1' name='Scientists' objective='O2' positions='" positions "' ready='" ready "'/>"

static void jobs_count_positions_and_who_is_ready(void **state) {
    struct built built = plan_of(state, MORE("jobs", JOB("24", "24")));
    assert_codes(&built, "");
    assert_int_equal(built.plan->jobs.items[0].positions, 24);
    assert_int_equal(built.plan->jobs.items[0].ready, 24);
    assert_ptr_equal(built.plan->jobs.items[0].objective, plan_objective(built.plan, "O2"));
}

static void more_ready_than_positions_is_an_error_BP3957(void **state) {
    struct built built = plan_of(state, MORE("jobs", JOB("24", "25")));
    assert_codes(&built, "3957");
    assert_says(&built, BP3957, "job family 'J1' has 25 ready positions but only 24 positions");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(budget_lines_say_what_they_pay_for),
        fixture_test(a_negative_amount_is_an_error_BP3952),
        fixture_test(a_budget_line_of_something_else_is_a_warning_BP3954),
        fixture_test(people_have_a_title_an_address_and_a_unit),
        fixture_test(an_address_that_is_none_is_a_warning_BP3975),
        fixture_test(workforce_is_counted_by_unit_and_period),
        fixture_test(more_people_than_there_are_is_an_error_BP3956),
        fixture_test(a_unit_counted_twice_is_an_error_BP3977),
        fixture_test(practices_travel_from_unit_to_unit),
        fixture_test(adoption_by_the_origin_is_a_warning_BP3976),
        fixture_test(environment_items_stand_on_a_side_of_their_frame),
        fixture_test(a_side_of_another_frame_is_a_warning_BP3960),
        fixture_test(jobs_count_positions_and_who_is_ready),
        fixture_test(more_ready_than_positions_is_an_error_BP3957),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
