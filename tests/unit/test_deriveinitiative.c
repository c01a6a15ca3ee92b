#include "derivecase.h"

static struct initiative *add_initiative(struct fixture *f) {
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){.id = "I1",
                             .name = "New site",
                             .start = day("2026-01-01"),
                             .end = day("2026-12-31"),
                             .unit = add_unit(f, "U1")};
    return i;
}

static struct milestone *add_milestone(struct fixture *f, struct initiative *i, const char *due) {
    struct milestone *m = FIXTURE_NEXT(f, milestones);
    *m = (struct milestone){.id = "S1", .name = "Step", .initiative = i, .due = day(due)};
    vec_push(f->arena, &i->milestones, m);
    return m;
}

/* Test vector of domain.md section 4: 40 % elapsed, 28 % done, a milestone 12 days late. */
static void a_gap_and_a_late_milestone_make_amber(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.organization.as_of = day("2026-05-27");
    struct initiative *i = add_initiative(f);
    i->end = day("2027-01-01");
    i->done_percent = known("28");
    add_milestone(f, i, "2026-05-15");
    const struct derivation *d = derived(f, "I1");
    step_is(d, "expected %", "40", "100 x 146 / 365 = 40");
    step_is(d, "gap in points", "12", "40 - 28 = 12");
    step_is(d, "status of the gap", "amber",
            "100 x 146 / 365 - 28 > 5 and 100 x 146 / 365 - 28 <= 15 -> amber");
    step_is(d, "overdue milestone", "amber", "12 <= 30 -> amber");
    step_is(d, "schedule", "amber", "");
    step_is(d, "status", "amber", "");
    assert_string_equal(d->answer, "I1 New site is amber (schedule amber, budget no data, benefit "
                                   "no data) as of 2026-05-27");
    fixture_free(f);
}

static void weights_of_milestones_say_what_is_expected_and_done(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f);
    struct milestone *first = add_milestone(f, i, "2026-03-01");
    first->weight = known("1");
    first->done = day("2026-03-01");
    struct milestone *second = add_milestone(f, i, "2026-12-01");
    second->id = "S2";
    second->weight = known("2");
    const struct derivation *d = derived(f, "I1");
    step_is(d, "done %", "33.333333", "100 x 1 / (1 + 2) = 33.333333 rounded");
    step_is(d, "expected %", "33.333333", "100 x 1 / (1 + 2) = 33.333333 rounded");
    fixture_free(f);
}

static void money_is_compared_with_its_limits(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f);
    i->budget = known("100");
    i->forecast_cost = known("108");
    i->benefit_planned = known("50");
    i->benefit_forecast = known("39");
    const struct derivation *d = derived(f, "I1");
    step_is(d, "budget", "amber", "100 x 108 / 100 > 105 and 100 x 108 / 100 <= 110 -> amber");
    step_is(d, "benefit", "red", "100 x 39 / 50 < 80 -> red");
    step_is(d, "status", "red", "");
    i->budget = known("0");
    step_is(derived(f, "I1"), "budget", "red", "108 > 0 -> red");
    i->forecast_cost = known("0");
    step_is(derived(f, "I1"), "budget", "green", "0 <= 0 -> green");
    fixture_free(f);
}

static void past_its_end_it_is_red(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f);
    i->end = day("2026-09-30");
    i->done_percent = known("99");
    i->self_reported = DECLARED_GREEN;
    const struct derivation *d = derived(f, "I1");
    assert_non_null(strstr(step_of(d, "schedule")->words, "Past its end"));
    step_is(d, "status", "red", "");
    step_is(d, "reported by the owner", "green", "");
    assert_non_null(strstr(step_of(d, "reported by the owner")->words, "better than"));
    fixture_free(f);
}

static void what_is_closed_or_not_active_says_so(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f);
    i->closed = true;
    step_is(derived(f, "I1"), "schedule", "not applicable", "");
    i->state = STATE_PROPOSED;
    step_is(derived(f, "I1"), "status", "not due", "");
    fixture_free(f);
}

static void before_its_start_nothing_is_expected(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f);
    i->start = day("2026-11-01");
    i->done_percent = known("0");
    step_is(derived(f, "I1"), "expected %", "0", "");
    i->start = day("2026-10-01");
    i->end = day("2026-10-31");
    step_is(derived(f, "I1"), "expected %", "100", "");
    fixture_free(f);
}

static void without_dates_only_what_is_done_is_told(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f);
    i->end = (struct date){0};
    i->done_percent = known("40");
    const struct derivation *d = derived(f, "I1");
    step_is(d, "done %", "40", "");
    assert_false(has_step(d, "expected %"));
    assert_false(has_step(d, "gap in points"));
    step_is(d, "schedule", "no data", "");
    fixture_free(f);
}

static struct benefit *add_benefit(struct fixture *f, struct initiative *i, const char *planned,
                                   const char *forecast) {
    struct benefit *b = FIXTURE_NEXT(f, benefits);
    *b = (struct benefit){.id = arena_printf(f->arena, "B%zu", f->plan.benefits.count),
                          .name = "B",
                          .unit_of_value = "",
                          .initiative = i,
                          .due = span(f, "2027"),
                          .planned = known(planned),
                          .forecast = known(forecast)};
    vec_push(f->arena, &i->benefits, b);
    return b;
}

static void a_case_may_be_that_of_its_benefits(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f);
    add_benefit(f, i, "300", "250");
    struct benefit *due = add_benefit(f, i, "100", "100");
    due->due = span(f, "2026-Q1");
    due->realised = known("90");
    add_benefit(f, i, "5", "1")->unit_of_value = "trips";
    add_benefit(f, i, "7", "1")->planned.known = false;
    const struct derivation *d = derived(f, "I1");
    step_is(d, "benefit", "amber",
            "100 x (250 + 90) / (300 + 100) < 95 and 100 x (250 + 90) / (300 + 100) >= 80 -> "
            "amber");
    const struct derivation_step *step = step_of(d, "benefit");
    assert_int_equal(step->inputs.count, 4);
    assert_string_equal(input_of(step, "B1 forecast")->value, "250");
    assert_string_equal(input_of(step, "B2 realised")->value, "90");
    assert_string_equal(input_of(step, "B2 planned")->value, "100");
    fixture_free(f);
}

static void what_is_reported_no_better_stands_beside_it(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f);
    i->self_reported = DECLARED_RED;
    add_milestone(f, i, "2026-09-30");
    const struct derivation *d = derived(f, "I1");
    step_is(d, "overdue milestone", "red", "31 > 30 -> red");
    step_is(d, "reported by the owner", "red", "");
    assert_string_equal(step_of(d, "reported by the owner")->words,
                        "Stands beside it and changes nothing.");
    fixture_free(f);
}

static void weights_of_what_is_due_are_added_up(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f);
    i->done_percent = known("90");
    add_milestone(f, i, "2026-03-01")->weight = known("1");
    add_milestone(f, i, "2026-04-01")->weight = known("2");
    add_milestone(f, i, "2026-12-01")->weight = known("1");
    for (size_t m = 0; m < 2; m++)
        i->milestones.items[m]->done = day("2026-04-02");
    step_is(derived(f, "I1"), "expected %", "75", "100 x (1 + 2) / (1 + 2 + 1) = 75");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_gap_and_a_late_milestone_make_amber),
        cmocka_unit_test(weights_of_milestones_say_what_is_expected_and_done),
        cmocka_unit_test(money_is_compared_with_its_limits),
        cmocka_unit_test(past_its_end_it_is_red),
        cmocka_unit_test(what_is_closed_or_not_active_says_so),
        cmocka_unit_test(before_its_start_nothing_is_expected),
        cmocka_unit_test(without_dates_only_what_is_done_is_told),
        cmocka_unit_test(a_case_may_be_that_of_its_benefits),
        cmocka_unit_test(what_is_reported_no_better_stands_beside_it),
        cmocka_unit_test(weights_of_what_is_due_are_added_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
