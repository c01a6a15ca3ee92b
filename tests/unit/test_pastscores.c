#include "planfixture.h"

#include "assess/pastscores.h"
#include <stdlib.h>

#define MONTHS 40

static void add_random(struct fixture *f, struct measure *m, struct dice *dice, int periods) {
    struct period last = span(f, "2026-10");
    if (m->frequency == FREQUENCY_QUARTERLY)
        last = span(f, "2026-Q3");
    for (int i = periods - 1; i >= 0; i--) {
        struct value v = {.period = period_next(last, -i), .value = decimal_of(100)};
        vec_push(f->arena, &m->series[SERIES_TARGET], v);
        v.value = decimal_of(75 + (int64_t)roll(dice, 40));
        if (roll(dice, 8) > 0)
            vec_push(f->arena, &m->series[SERIES_ACTUAL], v);
    }
}

/* Three objectives: O1 of a monthly and a quarterly measure, to which O2 of the unit below
 * contributes; O3 by itself. */
static struct fixture *past_fixture(void) {
    struct fixture *f = fixture_new();
    struct dice dice = {8};
    struct unit *u1 = add_unit(f, "U1"), *u2 = add_unit(f, "U2");
    struct perspective *p = add_perspective(f, "P");
    struct objective *o1 = add_objective(f, "O1", u1, p), *o2 = add_objective(f, "O2", u2, p);
    struct objective *o3 = add_objective(f, "O3", u1, p);
    add_random(f, add_measure(f, "M1", o1), &dice, MONTHS);
    struct measure *quarterly = add_measure(f, "M2", o1);
    quarterly->frequency = FREQUENCY_QUARTERLY;
    add_random(f, quarterly, &dice, 10);
    add_random(f, add_measure(f, "M3", o2), &dice, 20);
    add_random(f, add_measure(f, "M4", o3), &dice, MONTHS);
    add_support(f, o2, o1, LINK_CONTRIBUTORY, "2");
    return f;
}

static void scores_are_those_of(struct fixture *f, const bool *wanted) {
    struct period judged = f->plan.organization.period;
    const struct assessment *now = fixture_assess(f);
    const struct association_series *past = pastscores(f->arena, now, FREQUENCY_MONTHLY, wanted);
    size_t known = 0;
    for (int at = 0; at < ASSOCIATION_MOST; at++) {
        f->plan.organization.period = period_next(judged, at + 1 - ASSOCIATION_MOST);
        f->plan.organization.as_of = period_last(f->plan.organization.period);
        const struct assessment *then = fixture_assess(f);
        for (size_t i = 0; i < f->plan.objectives.count; i++) {
            const struct score *score = &then->objectives[i].score;
            assert_int_equal(past[i].known[at], wanted[i] && score->exact != NULL);
            if (past[i].known[at])
                assert_int_equal(past[i].score[at].micro, score->rounded.micro);
            known += past[i].known[at];
        }
    }
    assert_true(known > 30);
}

static void past_scores_are_those_of_the_plan_judged_anew_at_each_month(void **state) {
    (void)state;
    for (int policy = MISSING_EXCLUDE; policy <= MISSING_CARRY; policy++)
        for (int to_date = 0; to_date < 2; to_date++) {
            struct fixture *f = past_fixture();
            f->plan.settings.missing = (enum missing_policy)policy;
            f->plan.settings.headline_ytd = to_date == 1;
            scores_are_those_of(f, (const bool[]){true, true, true});
            fixture_free(f);
        }
}

static void only_objectives_that_are_wanted_have_past_scores(void **state) {
    (void)state;
    struct fixture *f = past_fixture();
    scores_are_those_of(f, (const bool[]){true, false, false});
    fixture_free(f);
}

static void what_is_not_active_has_no_past_scores(void **state) {
    (void)state;
    struct fixture *f = past_fixture();
    f->plan.measures.items[3].state = STATE_RETIRED;
    const struct association_series *past = pastscores(
        f->arena, fixture_assess(f), FREQUENCY_MONTHLY, (const bool[]){false, false, true});
    for (int at = 0; at < ASSOCIATION_MOST; at++)
        assert_false(past[2].known[at]);
    fixture_free(f);
}

static void a_measure_without_any_value_has_no_past_scores(void **state) {
    (void)state;
    struct fixture *f = past_fixture();
    add_measure(f, "M5", add_objective(f, "O4", f->plan.units.items, f->plan.perspectives.items));
    const struct association_series *past = pastscores(
        f->arena, fixture_assess(f), FREQUENCY_MONTHLY, (const bool[]){false, false, false, true});
    for (int at = 0; at < ASSOCIATION_MOST; at++)
        assert_false(past[3].known[at]);
    fixture_free(f);
}

static void quarters_are_those_that_ended_by_the_judged_month(void **state) {
    (void)state;
    struct fixture *f = past_fixture();
    const struct assessment *a = fixture_assess(f);
    const struct association_series *past =
        pastscores(f->arena, a, FREQUENCY_QUARTERLY, (const bool[]){false, false, true});
    f->plan.organization.period = span(f, "2026-Q3");
    f->plan.organization.as_of = day("2026-09-30");
    const struct score *score = &fixture_assess(f)->objectives[2].score;
    assert_non_null(score->exact);
    assert_int_equal(past[2].score[ASSOCIATION_MOST - 1].micro, score->rounded.micro);
    fixture_free(f);
}

static void the_step_is_the_shortest_frequency_that_moves_the_score(void **state) {
    (void)state;
    struct fixture *f = past_fixture();
    struct objective *o1 = &f->plan.objectives.items[0], *o2 = &f->plan.objectives.items[1];
    struct measure *monthly = &f->plan.measures.items[0], *child = &f->plan.measures.items[2];
    assert_int_equal(pastscores_frequency(o1), FREQUENCY_MONTHLY);
    monthly->state = STATE_RETIRED; /* the child is monthly too */
    assert_int_equal(pastscores_frequency(o1), FREQUENCY_MONTHLY);
    child->frequency = FREQUENCY_YEARLY;
    assert_int_equal(pastscores_frequency(o1), FREQUENCY_QUARTERLY);
    assert_int_equal(pastscores_frequency(o2), FREQUENCY_YEARLY);
    child->frequency = FREQUENCY_WEEKLY;
    assert_int_equal(pastscores_frequency(o2), FREQUENCY_MONTHLY);
    o2->supports.items[0].kind = LINK_SHARED; /* is not mixed in */
    assert_int_equal(pastscores_frequency(o1), FREQUENCY_QUARTERLY);
    child->polarity = POLARITY_INFO;
    assert_int_equal(pastscores_frequency(o2), FREQUENCY_NONE);
    o2->supports.items[0].kind = LINK_CONTRIBUTORY; /* of a child that is not scored */
    assert_int_equal(pastscores_frequency(o1), FREQUENCY_QUARTERLY);
    child->polarity = POLARITY_HIGHER;
    child->frequency = FREQUENCY_MONTHLY;
    o2->supports.items[0].parent = &f->plan.objectives.items[2]; /* contributes elsewhere */
    assert_int_equal(pastscores_frequency(o1), FREQUENCY_QUARTERLY);
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(past_scores_are_those_of_the_plan_judged_anew_at_each_month),
        cmocka_unit_test(only_objectives_that_are_wanted_have_past_scores),
        cmocka_unit_test(what_is_not_active_has_no_past_scores),
        cmocka_unit_test(a_measure_without_any_value_has_no_past_scores),
        cmocka_unit_test(quarters_are_those_that_ended_by_the_judged_month),
        cmocka_unit_test(the_step_is_the_shortest_frequency_that_moves_the_score),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
