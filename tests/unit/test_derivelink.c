#include "derivecase.h"

#include "assess/evidence.h"
#include <stdio.h>

#define MONTHS 24

/* Two objectives with a measure each; scores go by 33 1/3 for 10 of the actual. */
static struct link *add_pair(struct fixture *f) {
    struct unit *u = add_unit(f, "U1");
    struct perspective *p = add_perspective(f, "P1");
    struct objective *from = add_objective(f, "S1", u, p), *to = add_objective(f, "P2", u, p);
    add_threshold(f, add_measure(f, "M1", from), "90");
    add_threshold(f, add_measure(f, "M2", to), "90");
    struct link *link = vec_add(f->arena, &f->plan.links);
    *link = (struct link){.from = from, .to = to};
    return link;
}

static void fill(struct fixture *f, size_t at, const int *values, int count) {
    struct measure *m = &f->plan.measures.items[at];
    struct period first = period_next(span(f, "2026-10"), 1 - count);
    for (int i = 0; i < count; i++) {
        struct value v = {.period = period_next(first, i), .value = dec("100")};
        vec_push(f->arena, &m->series[SERIES_TARGET], v);
        v.value = decimal_of(values[i]);
        vec_push(f->arena, &m->series[SERIES_ACTUAL], v);
    }
}

static const struct derivation *link_of(struct fixture *f, const char *id) {
    struct derivations all = {.list = {0}};
    derivation_of(f->arena, evidence_judge(f->arena, fixture_assess(f), f->diags), id, 0, &all);
    assert_int_equal(all.list.count, 1);
    return all.list.items[0];
}

/* Something without a pattern between 82 and 108. */
static void rough(int *values, int count, uint32_t seed) {
    for (int i = 0; i < count; i++) {
        seed = seed * 1664525u + 1013904223u;
        values[i] = 82 + (int)((seed >> 16) % 27);
    }
}

static void what_goes_together_is_supported_and_can_be_done_again(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct link *link = add_pair(f);
    link->lag_given = true;
    link->evidence = EVIDENCE_REFUTED;
    int values[MONTHS];
    rough(values, MONTHS, 5);
    fill(f, 0, values, MONTHS);
    fill(f, 1, values, MONTHS);
    const struct derivation *d = link_of(f, "S1:P2");
    assert_memory_equal(d->answer, "S1:P2: S1 drives P2 at once: association shown, rho 1.00", 56);
    step_is(d, "scores compared", "monthly", "");
    step_is(d, "lag in months", "0", "");
    step_is(d, "pairs of scores", "24", "");
    assert_int_equal(step_of(d, "pairs of scores")->inputs.count, 24);
    assert_string_equal(step_of(d, "rho")->result, "1");
    assert_string_equal(step_of(d, "rho: sum of the ranks of S1")->result, "300");
    step_is(d, "moves of S1", "23", "");
    assert_string_equal(step_of(d, "rho of the moves")->result, "1");
    const struct derivation_step *orders = step_of(d, "orders tried");
    assert_string_equal(orders->result, "1999");
    assert_string_equal(input_of(orders, "seed")->value, "0x626f617264706163");
    assert_non_null(strstr(orders->words, "all 23 moves of S1"));
    assert_null(strstr(orders->words, "at each lag"));
    assert_null(strstr(orders->words, "no more are made"));
    assert_non_null(strstr(step_of(d, "orders at least as strong")->words, "as far from 0"));
    step_is(d, "orders at least as strong", "0", "");
    step_is(d, "p", "0.0005", "(0 + 1) / (1999 + 1) = 0.0005");
    assert_string_equal(step_of(d, "verdict")->result, "supported");
    step_is(d, "declared evidence", "refuted", "");
    link->negative = true;
    link->evidence = EVIDENCE_SUPPORTED;
    d = link_of(f, "S1>P2");
    assert_string_equal(step_of(d, "verdict")->result, "contradicted");
    step_is(d, "declared evidence", "supported", "");
    link->evidence = EVIDENCE_UNTESTED;
    assert_false(has_step(link_of(f, "S1:P2"), "declared evidence"));
    fixture_free(f);
}

static void what_goes_apart_supports_a_negative_link(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_pair(f)->negative = true;
    int values[MONTHS];
    rough(values, MONTHS, 5);
    fill(f, 0, values, MONTHS);
    for (int i = 0; i < MONTHS; i++)
        values[i] = 190 - values[i];
    fill(f, 1, values, MONTHS);
    const struct derivation *d = link_of(f, "S1:P2");
    assert_string_equal(step_of(d, "verdict")->result, "supported");
    assert_string_equal(step_of(d, "rho")->result, "-1");
    assert_non_null(strstr(step_of(d, "verdict")->formula, " < 0 -> supported"));
    fixture_free(f);
}

static void what_has_nothing_in_common_is_not_shown(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_pair(f);
    int values[MONTHS];
    rough(values, MONTHS, 5);
    fill(f, 0, values, MONTHS);
    rough(values, MONTHS, 77);
    fill(f, 1, values, MONTHS);
    const struct derivation *d = link_of(f, "S1:P2");
    assert_string_equal(step_of(d, "verdict")->result, "not shown");
    assert_non_null(strstr(step_of(d, "verdict")->formula, " > 0.04 -> not shown"));
    const struct derivation_step *orders = step_of(d, "orders tried");
    assert_non_null(strstr(orders->words, "at each lag"));
    assert_non_null(strstr(orders->words, "no more are made"));
    assert_non_null(strstr(step_of(d, "orders at least as strong")->words, "at the best lag"));
    step_is(d, "orders at least as strong", "100", "");
    char formula[32];
    snprintf(formula, sizeof formula, "100 / %s = ", orders->result);
    assert_memory_equal(step_of(d, "p")->formula, formula, strlen(formula));
    fixture_free(f);
}

static void scores_and_moves_that_go_opposite_ways_show_nothing(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_pair(f)->lag_given = true;
    int noise[MONTHS], values[MONTHS];
    rough(noise, MONTHS, 5);
    for (int i = 0; i < MONTHS; i++)
        values[i] = 83 + i / 2 + noise[i] % 5;
    fill(f, 0, values, MONTHS);
    for (int i = 0; i < MONTHS; i++)
        values[i] = 96 - i / 2 + noise[i] % 5;
    fill(f, 1, values, MONTHS);
    const struct derivation *d = link_of(f, "S1:P2");
    assert_int_equal(step_of(d, "rho")->result[0], '-');
    assert_int_not_equal(step_of(d, "rho of the moves")->result[0], '-');
    assert_non_null(strstr(step_of(d, "verdict")->formula, " <= 0 -> not shown"));
    fixture_free(f);
}

static void scores_that_never_change_have_no_correlation(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_pair(f)->lag_given = true;
    int values[MONTHS];
    rough(values, MONTHS, 5);
    fill(f, 0, values, MONTHS);
    for (int i = 0; i < MONTHS; i++)
        values[i] = 97;
    fill(f, 1, values, MONTHS);
    const struct derivation *d = link_of(f, "S1:P2");
    step_is(d, "rho", "0", "");
    fixture_free(f);
}

static void too_little_is_said_of_scores_or_of_moves(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct link *link = add_pair(f);
    int values[MONTHS];
    const struct derivation *d = link_of(f, "S1:P2");
    step_is(d, "verdict", "too little data", "0 < 12 -> too little data");
    rough(values, 8, 5);
    fill(f, 0, values, 8);
    fill(f, 1, values, 8);
    d = link_of(f, "S1:P2");
    step_is(d, "verdict", "too little data", "8 < 12 -> too little data");
    assert_false(has_step(d, "moves of S1"));
    link->to = add_objective(f, "P3", &f->plan.units.items[0], &f->plan.perspectives.items[0]);
    d = link_of(f, "S1:P3");
    step_is(d, "scores compared", "none", "");
    step_is(d, "verdict", "too little data", "");
    fixture_free(f);
    f = fixture_new();
    add_pair(f)->lag_given = true;
    rough(values, MONTHS, 5);
    fill(f, 0, values, MONTHS);
    for (int i = 0; i < MONTHS; i++)
        values[i] = 40; /* a score of 0 that stays: no moves */
    fill(f, 1, values, MONTHS);
    d = link_of(f, "S1:P2");
    step_is(d, "pairs of scores", "24", "");
    step_is(d, "moves of P2", "0", "");
    step_is(d, "verdict", "too little data", "0 < 11 -> too little data");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_goes_together_is_supported_and_can_be_done_again),
        cmocka_unit_test(what_goes_apart_supports_a_negative_link),
        cmocka_unit_test(what_has_nothing_in_common_is_not_shown),
        cmocka_unit_test(scores_and_moves_that_go_opposite_ways_show_nothing),
        cmocka_unit_test(scores_that_never_change_have_no_correlation),
        cmocka_unit_test(too_little_is_said_of_scores_or_of_moves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
