#include "unit/plancase.h"

#define INITIATIVE(id, more)                                                                       \
    "<initiative id='" id "' name='Initiative " id                                                 \
    "' unit='U0' owner='Owner' objectives='O1' " more "/>"
#define DATES  "start='2026-01-01' end='2026-12-31' "
#define BUDGET "budget='1000' "
#define STEP(id, planned, more)                                                                    \
    "<milestone id='" id "' initiative='I1' name='Step " id "' planned='" planned "' " more "/>"

static void an_initiative_is_read_with_its_milestones_by_due_date(void **state) {
    struct built built = plan_of(
        state, (struct sections){.initiatives = INITIATIVE("I1", DATES BUDGET
                                                           "complete='55%' crossFunctional='Y' "
                                                           "selfReportedStatus='amber'"),
                                 .milestones = STEP("S2", "2026-06-30", "")
                                     STEP("S1", "2026-03-31", "actual='2026-04-02' weight='30'")
                                         STEP("S3", "2026-03-31", "weight='70'")});
    assert_codes(&built, "3301");
    const struct initiative *initiative = &built.plan->initiatives.items[0];
    assert_int_equal(initiative->done_percent.value.micro, 55 * DECIMAL_ONE);
    assert_true(initiative->cross_functional);
    assert_int_equal(initiative->self_reported, DECLARED_AMBER);
    assert_int_equal(initiative->milestones.count, 3);
    assert_string_equal(initiative->milestones.items[0]->id, "S1");
    assert_string_equal(initiative->milestones.items[1]->id, "S3");
    assert_string_equal(initiative->milestones.items[2]->id, "S2");
    assert_ptr_equal(plan_objective(built.plan, "O1")->initiatives.items[0], initiative);
}

static void states_tell_what_is_closed(void **state) {
    static const struct {
        const char *text;
        enum entity_state state;
        bool closed;
    } states[] = {{"proposed", STATE_PROPOSED, false},
                  {"active", STATE_ACTIVE, false},
                  {"on hold", STATE_ACTIVE, false},
                  {"done", STATE_ACTIVE, true},
                  {"stopped", STATE_RETIRED, true}};
    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        const char *row = arena_printf(
            *state,
            "<initiative id='I1' name='Initiative' unit='U0' owner='Owner' objectives='O1' "
            "start='2026-01-01' end='2026-12-31' budget='1' state='%s'/>",
            states[i].text);
        struct built built = plan_of(state, (struct sections){.initiatives = row});
        assert_codes(&built, "");
        assert_int_equal(built.plan->initiatives.items[0].state, states[i].state);
        assert_int_equal(built.plan->initiatives.items[0].closed, states[i].closed);
    }
}

static void an_end_before_the_start_is_an_error(void **state) {
    struct built built =
        plan_of(state, (struct sections){.initiatives = INITIATIVE(
                                             "I1", BUDGET "start='2026-05-01' end='2026-04-30'")});
    assert_codes(&built, "3501");
    assert_says(&built, BP3501,
                "initiative 'I1' ends on 2026-04-30, before it starts on 2026-05-01");
}

static void no_budget_is_a_warning(void **state) {
    struct built built = plan_of(state, (struct sections){.initiatives = INITIATIVE("I1", DATES)});
    assert_codes(&built, "3502");
    assert_says(&built, BP3502, "initiative 'I1' has no budget");
}

static void a_proposed_initiative_needs_no_budget(void **state) {
    struct built built = plan_of(
        state, (struct sections){.initiatives = INITIATIVE("I1", DATES "state='proposed'")});
    assert_codes(&built, "");
}

static void an_initiative_for_no_objective_is_a_warning(void **state) {
    struct built built = plan_of(
        state, (struct sections){.initiatives = "<initiative id='I1' name='Initiative' unit='U0' "
                                                "owner='Owner' " DATES BUDGET "/>"});
    assert_non_null(finding(&built, BP3503));
}

static void a_closed_initiative_is_complete(void **state) {
    struct built built = plan_of(
        state,
        (struct sections){.initiatives = INITIATIVE("I1", DATES BUDGET "state='done' complete='90'")
                              INITIATIVE("I2", DATES BUDGET "state='done' complete='100'")
                                  INITIATIVE("I3", DATES BUDGET "state='stopped' complete='40'")});
    assert_codes(&built, "3504");
    assert_says(&built, BP3504, "initiative 'I1' is closed but 90 % complete");
}

static void negative_money_and_people_are_errors(void **state) {
    struct built built =
        plan_of(state, (struct sections){.initiatives = INITIATIVE(
                                             "I1", DATES "budget='-1' spent='-2' fte='-0.5'")});
    assert_codes(&built, "3505 3505 3505");
    assert_says(&built, BP3505, "initiative 'I1': Budget is negative");
}

static void a_milestone_outside_its_initiative_is_a_note(void **state) {
    struct built built =
        plan_of(state, (struct sections){.initiatives = INITIATIVE("I1", DATES BUDGET),
                                         .milestones = STEP("S1", "2027-01-01", "")});
    assert_codes(&built, "3511");
    assert_says(&built, BP3511,
                "milestone 'S1' is planned for 2027-01-01, outside initiative 'I1' (2026-01-01 to "
                "2026-12-31)");
}

static void a_milestone_reached_in_the_future_is_an_error(void **state) {
    struct built built = plan_of(
        state, (struct sections){.initiatives = INITIATIVE("I1", DATES BUDGET),
                                 .milestones = STEP("S1", "2026-10-31", "actual='2026-11-01'")});
    assert_codes(&built, "3512");
}

static void looking_back_a_later_milestone_is_not_reached(void **state) {
    struct built built = plan_of(
        state, (struct sections){.initiatives = INITIATIVE("I1", DATES BUDGET),
                                 .milestones = STEP("S1", "2026-10-01", "actual='2026-10-05'"),
                                 .values = "",
                                 .options = {{2026, 9, 30}, "2026-09"}});
    assert_false(date_set(built.plan->milestones.items[0].done));
    assert_codes(&built, "");
}

static void a_milestone_of_an_unknown_initiative_is_an_error(void **state) {
    struct built built =
        plan_of(state, (struct sections){.initiatives = INITIATIVE("I2", DATES BUDGET),
                                         .milestones = STEP("S1", "2026-10-01", "")});
    assert_codes(&built, "3104");
    assert_says(&built, BP3104, "milestone 'S1' refers to unknown initiative 'I1'");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(an_initiative_is_read_with_its_milestones_by_due_date),
        fixture_test(states_tell_what_is_closed),
        fixture_test(an_end_before_the_start_is_an_error),
        fixture_test(no_budget_is_a_warning),
        fixture_test(a_proposed_initiative_needs_no_budget),
        fixture_test(an_initiative_for_no_objective_is_a_warning),
        fixture_test(a_closed_initiative_is_complete),
        fixture_test(negative_money_and_people_are_errors),
        fixture_test(a_milestone_outside_its_initiative_is_a_note),
        fixture_test(a_milestone_reached_in_the_future_is_an_error),
        fixture_test(looking_back_a_later_milestone_is_not_reached),
        fixture_test(a_milestone_of_an_unknown_initiative_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
