#include "planfixture.h"

#include "assess/initiativestatus.h"

static const struct date today = {2026, 10, 31};

/* 40 of 100 days elapsed. */
static struct initiative *running(struct fixture *f, const char *done) {
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){.id = "I1", .name = "I1"};
    i->start = date_from_days(date_days(today) - 40);
    i->end = date_from_days(date_days(today) + 60);
    if (done)
        i->done_percent = known(done);
    return i;
}

static struct milestone *mark(struct fixture *f, struct initiative *i, int days_late,
                              const char *weight) {
    struct milestone *m = FIXTURE_NEXT(f, milestones);
    *m = (struct milestone){.id = "S", .name = "S", .initiative = i};
    m->due = date_from_days(date_days(today) - days_late);
    if (weight)
        m->weight = known(weight);
    vec_push(f->arena, &i->milestones, m);
    return m;
}

static void forty_percent_elapsed_and_28_done_is_amber(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = running(f, "28");
    struct milestone *late = mark(f, i, 12, NULL);
    struct initiative_result r = initiativestatus(i, today, "EUR");
    assert_int_equal(r.expected_percent.micro, dec("40").micro);
    assert_int_equal(r.gap_points.micro, dec("12").micro);
    assert_ptr_equal(r.overdue, late);
    assert_int_equal(r.days_overdue, 12);
    assert_int_equal(initiativestatus_gap(40, 100, dec("28")), STATUS_AMBER);
    assert_int_equal(initiativestatus_overdue(r.days_overdue), STATUS_AMBER);
    assert_int_equal(r.schedule, STATUS_AMBER);
    assert_int_equal(r.status, STATUS_AMBER);
    fixture_free(f);
}

/* 20 of 60 are done, which is no decimal: what follows from milestones is never rounded before the
 * gap is cut. */
static void milestones_that_tell_what_is_done_are_compared_unrounded(void **state) {
    (void)state;
    static const struct {
        const char *due; /* weight of what is due today and not done */
        enum status expected;
    } cases[] = {{"3", STATUS_GREEN}, {"3.000001", STATUS_AMBER}, {"9", STATUS_AMBER}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *f = fixture_new();
        struct initiative *initiative = running(f, NULL);
        mark(f, initiative, 40, "20")->done = today;
        mark(f, initiative, 0, cases[i].due);
        struct decimal rest = decimal_micro(dec("40").micro - dec(cases[i].due).micro);
        mark(f, initiative, -20, "1")->weight.value = rest;
        struct initiative_result r = initiativestatus(initiative, today, "EUR");
        assert_int_equal(r.schedule, cases[i].expected);
        fixture_free(f);
    }
    /* all but a millionth of a large weight is not all of it */
    struct fixture *f = fixture_new();
    struct initiative *initiative = running(f, NULL);
    initiative->end = date_from_days(date_days(today) - 1);
    mark(f, initiative, 40, "900000000")->done = today;
    mark(f, initiative, 0, "0.000001");
    struct initiative_result r = initiativestatus(initiative, today, "EUR");
    assert_true(r.past_end);
    assert_int_equal(r.schedule, STATUS_RED);
    fixture_free(f);
}

static void gaps_are_cut_at_five_and_fifteen_points_exactly(void **state) {
    (void)state;
    static const struct {
        const char *done;
        enum status expected;
    } cases[] = {{"100", STATUS_GREEN},
                 {"35", STATUS_GREEN},
                 {"34.999999", STATUS_AMBER},
                 {"25", STATUS_AMBER},
                 {"24.999999", STATUS_RED}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(initiativestatus_gap(40, 100, dec(cases[i].done)), cases[i].expected);
    /* a third expected: 33 1/3 - 28 1/3 would be 5; 28.333333 leaves a little more */
    assert_int_equal(initiativestatus_gap(1, 3, dec("28.333333")), STATUS_AMBER);
    assert_int_equal(initiativestatus_gap(1, 3, dec("28.333334")), STATUS_GREEN);
}

static void overdue_milestones_are_amber_and_after_thirty_days_red(void **state) {
    (void)state;
    assert_int_equal(initiativestatus_overdue(0), STATUS_GREEN);
    assert_int_equal(initiativestatus_overdue(1), STATUS_AMBER);
    assert_int_equal(initiativestatus_overdue(30), STATUS_AMBER);
    assert_int_equal(initiativestatus_overdue(31), STATUS_RED);
}

static void the_longest_overdue_counts_and_done_ones_do_not(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = running(f, "40");
    mark(f, i, 90, NULL)->done = day("2026-10-01");
    struct milestone *longest = mark(f, i, 40, NULL);
    mark(f, i, 10, NULL)->done = day("2026-11-01"); /* not done yet */
    mark(f, i, 0, NULL);
    struct milestone *undated = mark(f, i, 0, NULL);
    undated->due = (struct date){0};
    struct milestone *later = mark(f, i, -20, NULL);
    struct milestone *today_due = i->milestones.items[3];
    struct initiative_result r = initiativestatus(i, today, "EUR");
    assert_ptr_equal(r.overdue, longest);
    assert_int_equal(r.days_overdue, 40);
    assert_int_equal(r.schedule, STATUS_RED);
    assert_ptr_equal(r.next, today_due);
    today_due->done = today;
    assert_ptr_equal(initiativestatus(i, today, "EUR").next, later);
    fixture_free(f);
}

static void an_overdue_milestone_worsens_but_never_betters(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = running(f, "10");
    mark(f, i, 3, NULL);
    assert_int_equal(initiativestatus(i, today, "EUR").schedule, STATUS_RED);
    i->done_percent.known = false;
    assert_int_equal(initiativestatus(i, today, "EUR").schedule, STATUS_AMBER);
    fixture_free(f);
}

static void weighted_milestones_say_what_is_expected(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = running(f, "20");
    mark(f, i, 5, "1")->done = today;
    mark(f, i, 0, "2");
    mark(f, i, -5, "1");
    struct initiative_result r = initiativestatus(i, today, "EUR");
    assert_int_equal(r.expected_percent.micro, dec("75").micro);
    assert_int_equal(r.gap_points.micro, dec("55").micro);
    assert_int_equal(r.schedule, STATUS_RED);
    i->done_percent.known = false; /* then the milestones say what is done */
    r = initiativestatus(i, today, "EUR");
    assert_int_equal(r.gap_points.micro, dec("50").micro);
    i->milestones.items[2]->weight.known = false;
    r = initiativestatus(i, today, "EUR");
    assert_int_equal(r.expected_percent.micro, dec("40").micro);
    assert_int_equal(r.schedule, STATUS_NO_DATA);
    fixture_free(f);
}

static void an_initiative_past_its_end_and_unfinished_is_red(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = running(f, "99");
    i->end = today;
    struct initiative_result r = initiativestatus(i, today, "EUR");
    assert_false(r.past_end);
    assert_int_equal(r.schedule, STATUS_GREEN);
    i->end = day("2026-10-30");
    r = initiativestatus(i, today, "EUR");
    assert_true(r.past_end);
    assert_int_equal(r.schedule, STATUS_RED);
    i->done_percent = known("100");
    assert_int_equal(initiativestatus(i, today, "EUR").schedule, STATUS_GREEN);
    i->done_percent.known = false;
    assert_int_equal(initiativestatus(i, today, "EUR").schedule, STATUS_RED);
    fixture_free(f);
}

static void elapsed_time_is_clamped(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = running(f, "0");
    i->start = day("2026-12-01");
    i->end = day("2027-12-01");
    struct initiative_result r = initiativestatus(i, today, "EUR");
    assert_int_equal(r.expected_percent.micro, 0);
    assert_int_equal(r.schedule, STATUS_GREEN);
    i->start = i->end = today;
    assert_int_equal(initiativestatus(i, today, "EUR").expected_percent.micro, dec("100").micro);
    i->start = i->end = day("2026-11-01");
    assert_int_equal(initiativestatus(i, today, "EUR").expected_percent.micro, 0);
    i->start = (struct date){0};
    r = initiativestatus(i, today, "EUR");
    assert_false(r.has_expected);
    assert_int_equal(r.schedule, STATUS_NO_DATA);
    i->start = today;
    i->end = (struct date){0};
    assert_false(initiativestatus(i, today, "EUR").has_expected);
    fixture_free(f);
}

static void cost_and_benefit_are_cut_exactly(void **state) {
    (void)state;
    assert_int_equal(initiativestatus_budget(dec("105"), dec("100")), STATUS_GREEN);
    assert_int_equal(initiativestatus_budget(dec("105.000001"), dec("100")), STATUS_AMBER);
    assert_int_equal(initiativestatus_budget(dec("110"), dec("100")), STATUS_AMBER);
    assert_int_equal(initiativestatus_budget(dec("110.000001"), dec("100")), STATUS_RED);
    assert_int_equal(initiativestatus_budget(dec("0"), dec("0")), STATUS_GREEN);
    assert_int_equal(initiativestatus_budget(dec("1"), dec("0")), STATUS_RED);
    assert_int_equal(initiativestatus_benefit(dec("95"), dec("100")), STATUS_GREEN);
    assert_int_equal(initiativestatus_benefit(dec("94.999999"), dec("100")), STATUS_AMBER);
    assert_int_equal(initiativestatus_benefit(dec("80"), dec("100")), STATUS_AMBER);
    assert_int_equal(initiativestatus_benefit(dec("79.999999"), dec("100")), STATUS_RED);
}

static void overall_is_the_worst_of_what_is_reported(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = running(f, NULL);
    struct initiative_result r = initiativestatus(i, today, "EUR");
    assert_int_equal(r.status, STATUS_NO_DATA);
    assert_int_equal(r.schedule, STATUS_NO_DATA);
    i->budget = known("200");
    assert_int_equal(initiativestatus(i, today, "EUR").budget, STATUS_NO_DATA);
    i->forecast_cost = known("202");
    r = initiativestatus(i, today, "EUR");
    assert_int_equal(r.status, STATUS_GREEN);
    assert_int_equal(r.cost_percent.micro, dec("101").micro);
    i->benefit_planned = known("50");
    assert_int_equal(initiativestatus(i, today, "EUR").benefit, STATUS_NO_DATA);
    i->benefit_forecast = known("30");
    r = initiativestatus(i, today, "EUR");
    assert_int_equal(r.benefit, STATUS_RED);
    assert_int_equal(r.status, STATUS_RED);
    assert_int_equal(r.benefit_percent.micro, dec("60").micro);
    i->benefit_planned = known("0");
    r = initiativestatus(i, today, "EUR");
    assert_int_equal(r.status, STATUS_GREEN);
    assert_false(r.has_benefit);
    i->budget = known("0");
    r = initiativestatus(i, today, "EUR");
    assert_int_equal(r.budget, STATUS_RED);
    assert_false(r.has_cost);
    fixture_free(f);
}

static void states_other_than_active_are_not_judged(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = running(f, "0");
    i->budget = known("1");
    i->forecast_cost = known("9");
    i->state = STATE_PROPOSED;
    assert_int_equal(initiativestatus(i, today, "EUR").status, STATUS_NOT_DUE);
    i->state = STATE_RETIRED;
    assert_int_equal(initiativestatus(i, today, "EUR").budget, STATUS_NOT_APPLICABLE);
    i->state = STATE_ACTIVE;
    i->closed = true;
    struct initiative_result r = initiativestatus(i, today, "EUR");
    assert_int_equal(r.schedule, STATUS_NOT_APPLICABLE);
    assert_int_equal(r.status, STATUS_RED);
    i->budget.known = false;
    assert_int_equal(initiativestatus(i, today, "EUR").status, STATUS_NOT_APPLICABLE);
    fixture_free(f);
}

static void an_owner_who_reports_better_than_the_figures_disagrees(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = running(f, "0");
    i->budget = known("100");
    static const struct {
        enum declared_status reported;
        const char *cost; /* 108 is amber, 120 red */
        enum status status;
        bool expected;
    } cases[] = {
        {DECLARED_GREEN, "108", STATUS_GREEN, true},  {DECLARED_AMBER, "108", STATUS_AMBER, false},
        {DECLARED_RED, "108", STATUS_RED, false},     {DECLARED_AMBER, "120", STATUS_AMBER, true},
        {DECLARED_GREEN, "100", STATUS_GREEN, false}, {DECLARED_NONE, "120", STATUS_NO_DATA, false},
    };
    i->start = i->end = (struct date){0};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        i->self_reported = cases[c].reported;
        i->forecast_cost = known(cases[c].cost);
        struct initiative_result r = initiativestatus(i, today, "EUR");
        assert_int_equal(r.reported, cases[c].status);
        assert_int_equal(r.disagrees, cases[c].expected);
    }
    i->self_reported = DECLARED_GREEN;
    i->forecast_cost.known = false;
    assert_false(initiativestatus(i, today, "EUR").disagrees); /* nothing to disagree with */
    i->forecast_cost = known("120");
    i->state = STATE_PROPOSED;
    struct initiative_result r = initiativestatus(i, today, "EUR");
    assert_int_equal(r.reported, STATUS_GREEN);
    assert_false(r.disagrees);
    fixture_free(f);
}

static void the_next_milestone_is_the_earliest_whatever_its_row(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = running(f, "40");
    mark(f, i, -20, NULL);
    struct milestone *soonest = mark(f, i, -3, NULL);
    mark(f, i, -10, NULL);
    assert_ptr_equal(initiativestatus(i, today, "EUR").next, soonest);
    fixture_free(f);
}

static void a_share_of_the_budget_too_large_to_print_is_none_but_still_red(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = running(f, NULL);
    i->budget = known("0.01");
    i->forecast_cost = known("9000000000000");
    struct initiative_result r = initiativestatus(i, today, "EUR");
    assert_int_equal(r.budget, STATUS_RED);
    assert_false(r.has_cost);
    fixture_free(f);
}

static void a_forecast_without_a_case_is_no_benefit(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = running(f, NULL);
    i->benefit_forecast = known("30");
    struct initiative_result r = initiativestatus(i, today, "EUR");
    assert_int_equal(r.benefit, STATUS_NO_DATA);
    assert_false(r.has_benefit);
    assert_false(r.benefit_summed);
    assert_int_equal(r.benefit_expected.micro, dec("30").micro);
    assert_int_equal(r.benefit_planned.micro, 0);
    i->benefit_planned = known("-1");
    assert_int_equal(initiativestatus(i, today, "EUR").benefit, STATUS_NO_DATA);
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forty_percent_elapsed_and_28_done_is_amber),
        cmocka_unit_test(milestones_that_tell_what_is_done_are_compared_unrounded),
        cmocka_unit_test(gaps_are_cut_at_five_and_fifteen_points_exactly),
        cmocka_unit_test(overdue_milestones_are_amber_and_after_thirty_days_red),
        cmocka_unit_test(the_longest_overdue_counts_and_done_ones_do_not),
        cmocka_unit_test(an_overdue_milestone_worsens_but_never_betters),
        cmocka_unit_test(weighted_milestones_say_what_is_expected),
        cmocka_unit_test(an_initiative_past_its_end_and_unfinished_is_red),
        cmocka_unit_test(elapsed_time_is_clamped),
        cmocka_unit_test(cost_and_benefit_are_cut_exactly),
        cmocka_unit_test(overall_is_the_worst_of_what_is_reported),
        cmocka_unit_test(states_other_than_active_are_not_judged),
        cmocka_unit_test(an_owner_who_reports_better_than_the_figures_disagrees),
        cmocka_unit_test(the_next_milestone_is_the_earliest_whatever_its_row),
        cmocka_unit_test(a_share_of_the_budget_too_large_to_print_is_none_but_still_red),
        cmocka_unit_test(a_forecast_without_a_case_is_no_benefit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
