#include "planfixture.h"

#include "assess/alignment.h"

/* Head office U0 over U1 and U2, and U11 below U1. */
struct tree {
    struct fixture *f;
    struct unit *top, *one, *two, *eleven;
};

static struct tree tree_new(void) {
    struct tree t = {.f = fixture_new()};
    t.eleven = add_unit(t.f, "U11"); /* the sheet need not give parents first */
    t.top = add_unit(t.f, "U0");
    t.one = add_unit(t.f, "U1");
    t.two = add_unit(t.f, "U2");
    t.one->parent = t.two->parent = t.top;
    t.eleven->parent = t.one;
    return t;
}

static const struct alignment_result *of(const struct tree *t, const struct unit *unit) {
    const struct alignment_result *all =
        alignment(t->f->arena, &t->f->plan, t->f->plan.organization.period);
    const struct alignment_result *r = &all[unit - t->f->plan.units.items];
    assert_ptr_equal(r->unit, unit);
    return r;
}

static struct budget_line *add_line(struct tree *t, struct unit *unit, const char *amount,
                                    const char *linked) {
    struct budget_line *line = FIXTURE_NEXT(t->f, budget_lines);
    *line =
        (struct budget_line){.id = "BL", .unit = unit, .amount = dec(amount), .linked_id = linked};
    return line;
}

static struct workforce_fact *add_fact(struct tree *t, struct unit *unit, const char *period,
                                       const char *headcount, const char *goals) {
    struct workforce_fact *fact = FIXTURE_NEXT(t->f, workforce);
    *fact = (struct workforce_fact){
        .unit = unit, .period = span(t->f, period), .headcount = known(headcount)};
    if (goals)
        fact->goals_linked = known(goals);
    return fact;
}

static void objectives_below_the_top_trace_to_the_unit_above(void **state) {
    (void)state;
    struct tree t = tree_new();
    struct perspective *p = add_perspective(t.f, "P1");
    struct objective *o0 = add_objective(t.f, "O0", t.top, p);
    struct objective *o1 = add_objective(t.f, "O1", t.one, p);
    struct objective *o2 = add_objective(t.f, "O2", t.two, p);
    struct objective *o11 = add_objective(t.f, "O11", t.eleven, p);
    add_objective(t.f, "O12", t.eleven, p);
    add_objective(t.f, "O13", t.eleven, p)->state = STATE_RETIRED;
    add_support(t.f, o1, o0, LINK_SHARED, NULL);
    add_support(t.f, o11, o1, LINK_IDENTICAL, NULL);
    assert_int_equal(of(&t, t.top)->objectives, 4);
    assert_int_equal(of(&t, t.top)->traced, 2);
    assert_int_equal(of(&t, t.one)->objectives, 3);
    assert_int_equal(of(&t, t.one)->traced, 2);
    assert_int_equal(of(&t, t.two)->objectives, 1);
    assert_int_equal(of(&t, t.two)->traced, 0);
    assert_int_equal(of(&t, t.eleven)->traced, 1);
    o1->state = STATE_RETIRED; /* nothing is left to trace to */
    assert_int_equal(of(&t, t.eleven)->traced, 0);
    o1->state = STATE_ACTIVE;
    add_support(t.f, o2, o0, LINK_CONTRIBUTORY, NULL);
    add_support(t.f, o2, o0, LINK_SHARED, NULL);
    assert_int_equal(of(&t, t.two)->traced, 1);
    fixture_free(t.f);
}

static void money_is_linked_by_naming_an_objective_or_initiative(void **state) {
    (void)state;
    struct tree t = tree_new();
    add_objective(t.f, "O1", t.one, add_perspective(t.f, "P1"));
    struct initiative *i = FIXTURE_NEXT(t.f, initiatives);
    *i = (struct initiative){.id = "I1", .name = "I1"};
    add_line(&t, t.top, "100", "");
    add_line(&t, t.one, "10", "O1");
    add_line(&t, t.eleven, "5.5", "I1");
    add_line(&t, t.eleven, "1", "M1");
    add_line(&t, t.eleven, "3", "")->kind = BUDGET_STRATEGIC;
    const struct alignment_result *r = of(&t, t.top);
    assert_true(r->has_budget);
    assert_int_equal(r->budget.micro, dec("119.5").micro);
    assert_int_equal(r->linked.micro, dec("15.5").micro);
    assert_int_equal(r->orphaned.micro, dec("5.5").micro);
    assert_int_equal(r->lines, 5);
    assert_int_equal(of(&t, t.one)->budget.micro, dec("19.5").micro);
    assert_int_equal(of(&t, t.eleven)->linked.micro, dec("5.5").micro);
    assert_false(of(&t, t.two)->has_budget);
    vec_push(t.f->arena, &i->objectives, &t.f->plan.objectives.items[0]);
    assert_int_equal(of(&t, t.top)->orphaned.micro, 0);
    fixture_free(t.f);
}

static void a_units_own_fact_stands_for_all_below_it(void **state) {
    (void)state;
    struct tree t = tree_new();
    add_fact(&t, t.top, "2026-Q3", "100", "40");
    add_fact(&t, t.one, "2026-Q3", "60", "30");
    add_fact(&t, t.eleven, "2026-Q3", "20", "19");
    assert_int_equal(of(&t, t.top)->headcount.micro, dec("100").micro);
    assert_int_equal(of(&t, t.top)->goals.micro, dec("40").micro);
    assert_int_equal(of(&t, t.one)->headcount.micro, dec("60").micro);
    assert_int_equal(of(&t, t.eleven)->goals.micro, dec("19").micro);
    assert_false(of(&t, t.two)->has_headcount);
    fixture_free(t.f);
}

static void without_one_the_nearest_facts_below_are_added_up(void **state) {
    (void)state;
    struct tree t = tree_new();
    struct workforce_fact *one = add_fact(&t, t.one, "2026-Q3", "60", NULL);
    add_fact(&t, t.eleven, "2026-Q2", "20", "19");
    add_fact(&t, t.two, "2026-Q1", "40", "8");
    const struct alignment_result *r = of(&t, t.top);
    assert_int_equal(r->headcount.micro, dec("100").micro); /* U11 is in U1's */
    assert_true(r->has_goals);
    assert_int_equal(r->goals.micro, dec("27").micro); /* U1 does not tell: U11 does */
    assert_int_equal(r->goals_of.micro, dec("60").micro);
    assert_int_equal(r->counted.start, span(t.f, "2026-Q1").start);
    assert_false(r->has_aware);
    assert_int_equal(of(&t, t.one)->goals_of.micro, dec("20").micro);
    assert_int_equal(of(&t, t.one)->counted.start, span(t.f, "2026-Q3").start);
    one->goals_linked = known("0"); /* told: nobody */
    assert_int_equal(of(&t, t.one)->goals.micro, 0);
    assert_int_equal(of(&t, t.one)->goals_of.micro, dec("60").micro);
    assert_int_equal(of(&t, t.top)->goals.micro, dec("8").micro);
    fixture_free(t.f);
}

static void the_latest_fact_not_after_the_reporting_period_counts(void **state) {
    (void)state;
    struct tree t = tree_new();
    add_fact(&t, t.one, "2026-H1", "1", NULL);
    add_fact(&t, t.one, "2026-06", "2", NULL); /* ends as late, and says it for less time */
    add_fact(&t, t.one, "2026-Q1", "3", NULL);
    add_fact(&t, t.one, "2026-11", "4", NULL);
    add_fact(&t, t.two, "2026", "5", NULL); /* the year is not over */
    assert_int_equal(of(&t, t.one)->headcount.micro, dec("2").micro);
    assert_false(of(&t, t.two)->has_headcount);
    t.f->plan.organization.period = span(t.f, "2026-12");
    assert_int_equal(of(&t, t.one)->headcount.micro, dec("4").micro);
    assert_int_equal(of(&t, t.two)->headcount.micro, dec("5").micro);
    fixture_free(t.f);
}

static void hours_of_executives_are_their_own_units_only(void **state) {
    (void)state;
    struct tree t = tree_new();
    add_fact(&t, t.one, "2026-Q3", "60", NULL)->executive_hours = known("1.5");
    assert_true(of(&t, t.one)->has_hours);
    assert_int_equal(of(&t, t.one)->hours.micro, dec("1.5").micro);
    assert_false(of(&t, t.top)->has_hours);
    fixture_free(t.f);
}

static void base_rates_are_those_of_the_reference(void **state) {
    (void)state;
    static const struct {
        const char *key, *percent;
        bool at_least;
    } cases[] = {{"units", "67", false},
                 {"budget", "60", false},
                 {"incentives-managers", "70", false},
                 {"incentives-front-line", "90", true},
                 {"aware", "95", false},
                 {"hours-under-one", "85", false},
                 {"hours-none", "50", false}};
    size_t count;
    const struct alignment_rate *all = alignment_rates(&count);
    assert_int_equal(count, sizeof cases / sizeof *cases);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(all[i].key, cases[i].key);
        assert_int_equal(all[i].percent.micro, dec(cases[i].percent).micro);
        assert_int_equal(all[i].at_least, cases[i].at_least);
        assert_ptr_equal(alignment_rate(cases[i].key), &all[i]);
    }
    assert_null(alignment_rate("goals"));
    assert_string_equal(alignment_source(), "Kaplan & Norton (2005)");
}

static void a_share_of_nothing_is_none(void **state) {
    (void)state;
    struct decimal percent;
    assert_true(alignment_share(dec("1"), dec("3"), &percent));
    assert_int_equal(percent.micro, 33333333);
    assert_false(alignment_share(dec("0"), dec("0"), &percent));
}

static void BP4053_a_strategic_line_without_a_link_is_told(void **state) {
    (void)state;
    struct tree t = tree_new();
    add_line(&t, t.one, "3", "");
    add_line(&t, t.one, "3", "O1")->kind = BUDGET_STRATEGIC;
    fixture_assess(t.f);
    assert_int_equal(count_code(t.f, BP4053), 0);
    add_line(&t, t.one, "3", "")->kind = BUDGET_STRATEGIC;
    fixture_assess(t.f);
    assert_int_equal(count_code(t.f, BP4053), 1);
    fixture_free(t.f);
}

static void BP4054_a_whole_with_fewer_people_than_its_parts_is_told(void **state) {
    (void)state;
    struct tree t = tree_new();
    struct workforce_fact *top = add_fact(&t, t.top, "2026-Q3", "100", NULL);
    add_fact(&t, t.eleven, "2026-Q3", "60", NULL);
    add_fact(&t, t.two, "2026-Q3", "40", NULL);
    fixture_assess(t.f);
    assert_int_equal(count_code(t.f, BP4054), 0);
    top->headcount = known("99");
    fixture_assess(t.f);
    assert_int_equal(count_code(t.f, BP4054), 1);
    fixture_free(t.f);
}

static void facts_of_different_periods_are_not_held_against_each_other(void **state) {
    (void)state;
    struct tree t = tree_new();
    add_fact(&t, t.top, "2026-Q2", "100", NULL);
    add_fact(&t, t.one, "2026-Q3", "120", NULL);
    fixture_assess(t.f);
    assert_int_equal(count_code(t.f, BP4054), 0);
    fixture_free(t.f);
}

static void BP4055_amounts_too_large_to_add_up_are_told_at_the_largest(void **state) {
    (void)state;
    struct tree t = tree_new();
    add_line(&t, t.one, "5000000000000", "");
    add_line(&t, t.two, "5000000000001", "")->place.line = 77;
    const struct assessment *a = fixture_assess(t.f);
    assert_false(a->alignment[t.top - t.f->plan.units.items].has_budget);
    assert_true(a->alignment[t.one - t.f->plan.units.items].has_budget);
    size_t count;
    const struct diag *all = diags_sorted(t.f->diags, &count);
    size_t told_at = 0;
    for (size_t i = 0; i < count; i++)
        told_at += all[i].code == BP4055 && all[i].place.line == 77;
    assert_int_equal(told_at, 1);
    struct workforce_fact *few = add_fact(&t, t.two, "2026-Q1", "3", NULL);
    fixture_assess(t.f); /* the people are not the trouble */
    assert_int_equal(count_code(t.f, BP4055), 2);
    few->headcount = known("9000000000000");
    few->headcount.place.line = 99;
    fixture_assess(t.f);
    all = diags_sorted(t.f->diags, &count);
    for (size_t i = 0; i < count; i++)
        told_at += all[i].code == BP4055 && all[i].place.line == 99;
    assert_int_equal(told_at, 2);
    t.f->plan.workforce.count = 0;
    t.f->plan.budget_lines.count = 0;
    add_fact(&t, t.one, "2026-Q3", "5000000000000", NULL);
    add_fact(&t, t.two, "2026-Q3", "5000000000000", NULL);
    a = fixture_assess(t.f);
    assert_false(a->alignment[t.top - t.f->plan.units.items].has_headcount);
    assert_int_equal(count_code(t.f, BP4055), 4);
    fixture_free(t.f);
}

static void a_share_too_large_for_a_number_is_none(void **state) {
    (void)state;
    struct decimal out;
    assert_false(alignment_share(dec("9000000000000"), dec("0.000001"), &out));
    assert_true(alignment_share(dec("9000000000000"), dec("9000000000000"), &out));
    assert_int_equal(out.micro, dec("100").micro);
}

static void people_without_a_headcount_say_nothing(void **state) {
    (void)state;
    struct tree t = tree_new();
    add_fact(&t, t.one, "2026-Q3", "10", "5")->headcount.known = false;
    assert_false(of(&t, t.one)->has_goals);
    assert_false(of(&t, t.one)->has_headcount);
    assert_false(of(&t, t.one)->too_large);
    fixture_free(t.f);
}

static void each_sum_of_money_must_fit(void **state) {
    (void)state;
    struct tree t = tree_new();
    add_objective(t.f, "O0", t.top, add_perspective(t.f, "P1"));
    struct initiative *orphan = FIXTURE_NEXT(t.f, initiatives);
    *orphan = (struct initiative){.id = "I1", .name = "I1", .unit = t.two};
    /* what is not linked brings the whole back into range, not the linked part */
    add_line(&t, t.one, "9000000000000", "O0");
    add_line(&t, t.one, "9000000000000", "O0");
    add_line(&t, t.one, "-9000000000000", "");
    assert_true(of(&t, t.one)->too_large);
    /* the same for what is linked to an initiative without an objective */
    add_line(&t, t.two, "9000000000000", "I1");
    add_line(&t, t.two, "9000000000000", "I1");
    add_line(&t, t.two, "-9000000000000", "O0");
    const struct alignment_result *r = of(&t, t.two);
    assert_true(r->too_large);
    assert_false(r->has_budget);
    assert_int_equal(r->lines, 3);
    fixture_free(t.f);
}

static void BP4054_parts_are_told_however_many_they_are(void **state) {
    (void)state;
    struct tree t = tree_new();
    add_fact(&t, t.top, "2026-Q3", "9000000000000", NULL);
    add_fact(&t, t.one, "2026-Q3", "9000000000000", NULL);
    add_fact(&t, t.two, "2026-Q3", "9000000000000.5", NULL);
    fixture_assess(t.f);
    size_t count;
    const struct diag *all = diags_sorted(t.f->diags, &count);
    assert_int_equal(count_code(t.f, BP4054), 1);
    for (size_t i = 0; i < count; i++)
        if (all[i].code == BP4054)
            assert_non_null(strstr(all[i].message, "18000000000000.5"));
    fixture_free(t.f);
}

static void BP4055_the_larger_of_money_and_people_is_told(void **state) {
    (void)state;
    struct tree t = tree_new();
    add_fact(&t, t.two, "2026-Q3", "5", NULL);
    add_fact(&t, t.one, "2026-Q3", "9000000000000", NULL)->headcount.place.line = 7;
    add_fact(&t, t.eleven, "2026-Q3", "8000000000000", NULL);
    t.eleven->parent = t.top;
    struct budget_line *line = add_line(&t, t.top, "1", "");
    line->place.line = 8;
    add_line(&t, t.top, "0.5", "");
    fixture_assess(t.f);
    size_t count;
    const struct diag *all = diags_sorted(t.f->diags, &count);
    assert_int_equal(count_code(t.f, BP4055), 1);
    for (size_t i = 0; i < count; i++)
        if (all[i].code == BP4055)
            assert_int_equal(all[i].place.line, 7);
    fixture_free(t.f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(objectives_below_the_top_trace_to_the_unit_above),
        cmocka_unit_test(money_is_linked_by_naming_an_objective_or_initiative),
        cmocka_unit_test(a_units_own_fact_stands_for_all_below_it),
        cmocka_unit_test(without_one_the_nearest_facts_below_are_added_up),
        cmocka_unit_test(the_latest_fact_not_after_the_reporting_period_counts),
        cmocka_unit_test(hours_of_executives_are_their_own_units_only),
        cmocka_unit_test(base_rates_are_those_of_the_reference),
        cmocka_unit_test(a_share_of_nothing_is_none),
        cmocka_unit_test(BP4053_a_strategic_line_without_a_link_is_told),
        cmocka_unit_test(BP4054_a_whole_with_fewer_people_than_its_parts_is_told),
        cmocka_unit_test(facts_of_different_periods_are_not_held_against_each_other),
        cmocka_unit_test(BP4055_amounts_too_large_to_add_up_are_told_at_the_largest),
        cmocka_unit_test(a_share_too_large_for_a_number_is_none),
        cmocka_unit_test(people_without_a_headcount_say_nothing),
        cmocka_unit_test(each_sum_of_money_must_fit),
        cmocka_unit_test(BP4054_parts_are_told_however_many_they_are),
        cmocka_unit_test(BP4055_the_larger_of_money_and_people_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
