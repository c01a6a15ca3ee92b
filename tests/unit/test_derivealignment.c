#include "derivecase.h"

static struct workforce_fact *add_fact(struct fixture *f, struct unit *unit, const char *people) {
    struct workforce_fact *w = FIXTURE_NEXT(f, workforce);
    *w = (struct workforce_fact){
        .unit = unit, .period = span(f, "2026-Q3"), .headcount = known(people)};
    return w;
}

static void add_line(struct fixture *f, struct unit *unit, const char *id, const char *name,
                     const char *linked, const char *amount) {
    *FIXTURE_NEXT(f, budget_lines) = (struct budget_line){
        .id = id, .name = name, .linked_id = linked, .unit = unit, .amount = dec(amount)};
}

static struct unit *family(struct fixture *f) {
    struct unit *root = add_unit(f, "U1");
    add_unit(f, "U2")->parent = root;
    add_unit(f, "U3")->parent = &f->plan.units.items[1];
    return root;
}

static void objectives_are_traced_to_the_unit_above(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u = family(f);
    struct perspective *p = add_perspective(f, "P1");
    struct objective *top = add_objective(f, "O1", u, p), *gone = add_objective(f, "O2", u, p);
    gone->state = STATE_RETIRED;
    struct objective *a = add_objective(f, "A", &u[1], p), *b = add_objective(f, "B", &u[1], p);
    add_support(f, a, gone, LINK_SHARED, NULL);
    add_support(f, a, top, LINK_SHARED, NULL);
    add_support(f, b, gone, LINK_SHARED, NULL);
    add_objective(f, "C", &u[1], p)->state = STATE_PROPOSED;
    const struct derivation *d = derived(f, "U1/alignment");
    assert_string_equal(d->answer, "U1/alignment U1: 1 of 2 objectives trace to the unit above");
    step_is(d, "objectives", "2", "");
    assert_string_equal(input_of(step_of(d, "objectives"), "B B")->value,
                        "supports nothing above it");
    step_is(d, "objectives traced", "1", "");
    assert_string_equal(input_of(step_of(d, "objectives traced"), "A A")->value, "supports O1");
    step_is(d, "objectives traced in %", "50", "100 x 1 / 2 = 50");
    assert_false(has_step(derived(f, "U3/alignment"), "objectives traced in %"));
    fixture_free(f);
}

static void money_counts_with_all_units_below(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u = family(f);
    struct objective *o = add_objective(f, "O1", u, add_perspective(f, "P1"));
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){.id = "I1", .name = "Serves"};
    vec_push(f->arena, &i->objectives, o);
    *FIXTURE_NEXT(f, initiatives) = (struct initiative){.id = "I2", .name = "Orphan"};
    add_line(f, u, "L1", "Rent", "O1", "10");
    add_line(f, &u[1], "L2", "", "I1", "20");
    add_line(f, &u[1], "L3", NULL, "I2", "30");
    add_line(f, &u[2], "L4", "Ink", "", "40");
    const struct derivation *d = derived(f, "U1/alignment");
    assert_string_equal(d->answer, "U1/alignment U1: 0 of 0 objectives trace to the unit above, "
                                   "60 % of the budget is linked to the strategy");
    step_is(d, "budget", "100", "10 + 20 + 30 + 40 = 100");
    step_is(d, "budget linked to the strategy", "60", "10 + 20 + 30 = 60");
    step_is(d, "linked to initiatives that serve no objective", "30", "");
    input_of(step_of(d, "linked to initiatives that serve no objective"), "L3, linked to I2");
    input_of(step_of(d, "budget"), "L1 Rent");
    step_is(d, "budget linked in %", "60", "100 x 60 / 100 = 60");
    d = derived(f, "U3/alignment");
    step_is(d, "budget linked to the strategy", "0", "");
    assert_false(has_step(d, "linked to initiatives that serve no objective"));
    f->plan.budget_lines.items[3].amount = dec("0");
    assert_false(has_step(derived(f, "U3/alignment"), "budget linked in %"));
    fixture_free(f);
}

static void people_are_counted_once(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u = family(f);
    struct workforce_fact *whole = add_fact(f, u, "100");
    whole->aware = known("70");
    whole->executive_hours = known("5");
    struct workforce_fact *part = add_fact(f, &u[1], "60");
    part->aware = known("30");
    part->goals_linked = known("15");
    struct workforce_fact *piece = add_fact(f, &u[2], "20");
    piece->goals_linked = known("1");
    piece->incentives_linked = known("5");
    const struct derivation *d = derived(f, "U1/alignment");
    step_is(d, "headcount", "100", "");
    step_is(d, "goals linked", "15", "");
    step_is(d, "people asked: goals linked", "60", "");
    step_is(d, "goals linked in %", "25", "100 x 15 / 60 = 25");
    step_is(d, "incentives linked in %", "25", "100 x 5 / 20 = 25");
    step_is(d, "aware of the strategy in %", "70", "100 x 70 / 100 = 70");
    assert_false(has_step(d, "development plans linked"));
    step_is(d, "executive hours a month", "5", "");
    assert_false(has_step(derived(f, "U2/alignment"), "executive hours a month"));
    part->headcount.known = false;
    step_is(derived(f, "U1/alignment"), "goals linked", "1", "");
    piece->headcount = known("0");
    piece->incentives_linked = known("0");
    assert_false(has_step(derived(f, "U3/alignment"), "incentives linked in %"));
    fixture_free(f);
}

static void a_unit_may_know_its_people_only_from_below(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u = family(f);
    add_fact(f, &u[2], "20")->goals_linked = known("5");
    const struct derivation *d = derived(f, "U1/alignment");
    step_is(d, "headcount", "20", "");
    assert_string_equal(input_of(step_of(d, "goals linked"), "U3 in 2026-Q3")->value, "5");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(objectives_are_traced_to_the_unit_above),
        cmocka_unit_test(money_counts_with_all_units_below),
        cmocka_unit_test(people_are_counted_once),
        cmocka_unit_test(a_unit_may_know_its_people_only_from_below),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
