#include "unit/plancase.h"

#define ACTION(more)                                                                               \
    (struct sections) {                                                                            \
        .actions = "<action id='A1' name='Do it' owner='Owner' " more "/>"                         \
    }
#define DECISION(more)                                                                             \
    (struct sections) {                                                                            \
        .decisions = "<decision id='D1' meeting='B1' name='Fund it' " more "/>"                    \
    }
#define COMMENT(linked, period, text)                                                              \
    "<comment linked='" linked "' period='" period "' author='Author'><analysis>" text             \
    "</analysis></comment>"

static void an_action_is_read(void **state) {
    struct built built =
        plan_of(state, ACTION("raised='2026-09-17' due='2026-11-30' linked='M1' meeting='B1'"));
    assert_codes(&built, "");
    const struct action *action = &built.plan->actions.items[0];
    assert_int_equal(action->status, ACTION_OPEN);
    assert_string_equal(action->linked_id, "M1");
    assert_int_equal(action->due.month, 11);
    assert_false(date_set(action->closed));
}

static void an_action_due_before_it_was_raised_is_an_error(void **state) {
    struct built built =
        plan_of(state, ACTION("raised='2026-09-17' due='2026-09-16' closed='2026-10-01' "
                              "status='done'"));
    assert_codes(&built, "3701");
}

static void a_done_action_without_date_is_a_warning(void **state) {
    struct built built =
        plan_of(state, ACTION("raised='2026-09-17' due='2026-09-30' status='done'"));
    assert_codes(&built, "3702");
}

static void an_action_closed_in_the_future_is_an_error(void **state) {
    struct built built = plan_of(
        state, ACTION("raised='2026-09-17' due='2026-11-30' closed='2026-11-01' status='done'"));
    assert_codes(&built, "3703");
}

static void an_open_action_past_its_date_is_overdue(void **state) {
    struct built built = plan_of(state, ACTION("raised='2026-09-17' due='2026-10-30'"));
    assert_codes(&built, "3704");
    assert_says(&built, BP3704, "action 'A1' is overdue since 2026-10-30");
    built = plan_of(state, ACTION("raised='2026-09-17' due='2026-10-31'"));
    assert_codes(&built, "");
}

static void an_open_action_with_closing_date_is_a_warning(void **state) {
    struct built built =
        plan_of(state, ACTION("raised='2026-09-17' due='2026-10-30' closed='2026-10-12'"));
    assert_codes(&built, "3705");
}

static void an_action_closed_before_it_was_raised_is_an_error(void **state) {
    struct built built = plan_of(
        state, ACTION("raised='2026-09-17' due='2026-10-30' closed='2026-09-16' status='done'"));
    assert_codes(&built, "3706");
}

static void looking_back_a_later_closed_action_is_open_and_may_be_overdue(void **state) {
    struct sections sections =
        ACTION("raised='2026-09-01' due='2026-09-15' closed='2026-10-12' status='done'");
    sections.values = "";
    sections.options = (struct plan_options){.as_of = {2026, 9, 30}, .period = "2026-09"};
    struct built built = plan_of(state, sections);
    assert_int_equal(built.plan->actions.items[0].status, ACTION_OPEN);
    assert_non_null(finding(&built, BP3704));
}

static void a_link_to_nothing_is_an_error(void **state) {
    struct built built = plan_of(state, ACTION("raised='2026-09-17' due='2026-11-30' linked='M9'"));
    assert_codes(&built, "3104");
    assert_says(&built, BP3104, "action 'A1' refers to unknown id 'M9'");
}

static void a_decision_is_read(void **state) {
    struct built built =
        plan_of(state, DECISION("date='2026-09-17' reviewBy='2027-03-31' decidedBy='Board'"));
    assert_codes(&built, "");
    assert_string_equal(built.plan->decisions.items[0].decided_by, "Board");
}

static void a_review_before_the_decision_is_an_error(void **state) {
    struct built built = plan_of(state, DECISION("date='2026-09-17' reviewBy='2026-09-16'"));
    assert_codes(&built, "3711");
}

static void a_decision_in_the_future_is_an_error(void **state) {
    struct built built = plan_of(state, DECISION("date='2026-11-01'"));
    assert_codes(&built, "3712");
}

static void commentary_is_found_by_subject_and_period(void **state) {
    struct built built =
        plan_of(state, (struct sections){.commentary = COMMENT("M1", "2026-09", "Older.")
                                             COMMENT("M1", "2026-10", "First.")
                                                 COMMENT("O1", "2026-10", "Other.")
                                                     COMMENT("M1", "2026-10", "Last.")});
    assert_codes(&built, "3724");
    struct period october = {FREQUENCY_MONTHLY, 2026 * 12 + 9};
    assert_string_equal(plan_commentary(built.plan, "M1", october)->analysis, "Last.");
    assert_string_equal(plan_commentary(built.plan, "M1", period_next(october, -1))->analysis,
                        "Older.");
    assert_null(plan_commentary(built.plan, "M1", period_next(october, 1)));
    assert_null(plan_commentary(built.plan, "M2", october));
}

static void commentary_on_a_period_to_come_is_an_error(void **state) {
    struct built built =
        plan_of(state, (struct sections){.commentary = COMMENT("M1", "2026-11", "Early.")});
    assert_codes(&built, "3721");
}

#define TEN    "one two three four five six seven eight nine ten "
#define EIGHTY TEN TEN TEN TEN TEN TEN TEN TEN

static void commentary_of_more_than_80_words_is_a_warning(void **state) {
    struct built built =
        plan_of(state, (struct sections){.commentary = COMMENT("M1", "2026-10", EIGHTY)});
    assert_codes(&built, "");
    built =
        plan_of(state, (struct sections){.commentary = COMMENT("M1", "2026-10", EIGHTY "\nmore")});
    assert_codes(&built, "3722");
    assert_says(&built, BP3722,
                "commentary on 'M1' for 2026-10: Analysis has 81 words, more than 80");
}

static void a_date_stands_for_the_period_that_holds_it(void **state) {
    struct built built =
        plan_of(state, (struct sections){.commentary = COMMENT("M1", "2026-10-15", "Text.")});
    struct period october = {FREQUENCY_MONTHLY, 2026 * 12 + 9};
    assert_non_null(plan_commentary(built.plan, "M1", october));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(an_action_is_read),
        fixture_test(an_action_due_before_it_was_raised_is_an_error),
        fixture_test(a_done_action_without_date_is_a_warning),
        fixture_test(an_action_closed_in_the_future_is_an_error),
        fixture_test(an_open_action_past_its_date_is_overdue),
        fixture_test(an_open_action_with_closing_date_is_a_warning),
        fixture_test(an_action_closed_before_it_was_raised_is_an_error),
        fixture_test(looking_back_a_later_closed_action_is_open_and_may_be_overdue),
        fixture_test(a_link_to_nothing_is_an_error),
        fixture_test(a_decision_is_read),
        fixture_test(a_review_before_the_decision_is_an_error),
        fixture_test(a_decision_in_the_future_is_an_error),
        fixture_test(commentary_is_found_by_subject_and_period),
        fixture_test(commentary_on_a_period_to_come_is_an_error),
        fixture_test(commentary_of_more_than_80_words_is_a_warning),
        fixture_test(a_date_stands_for_the_period_that_holds_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
