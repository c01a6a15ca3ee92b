#include "assessfixture.h"

#include "assess/evidence.h"

#define MONTHS 30

/* Objectives that score what `levels` says, from 80 (0) to 110 (100), monthly up to 2026-10. */
static struct objective *add_scored(struct fixture *f, const char *id, const int *levels) {
    struct unit *unit = f->plan.units.count ? f->plan.units.items : add_unit(f, "U1");
    struct perspective *p =
        f->plan.perspectives.count ? f->plan.perspectives.items : add_perspective(f, "P1");
    struct objective *o = add_objective(f, id, unit, p);
    struct measure *m = add_measure(f, arena_printf(f->arena, "M%s", id), o);
    struct period first = period_next(f->plan.organization.period, 1 - MONTHS);
    for (int i = 0; i < MONTHS; i++) {
        struct value v = {.period = period_next(first, i), .value = decimal_of(100)};
        vec_push(f->arena, &m->series[SERIES_TARGET], v);
        v.value = decimal_of(levels[i]);
        vec_push(f->arena, &m->series[SERIES_ACTUAL], v);
    }
    return o;
}

static void roll_levels(struct dice *dice, int *levels) {
    for (int i = 0; i < MONTHS; i++)
        levels[i] = 82 + (int)roll(dice, 26);
}

/* O1 moves by itself, O2 three months after it likewise, O3 three months after it the other way,
 * O4 for itself. */
static struct fixture *linked_fixture(void) {
    struct fixture *f = fixture_new();
    FIXTURE_LIST(f, links, 8);
    struct dice dice = {17};
    int first[MONTHS], same[MONTHS], other[MONTHS], own[MONTHS];
    roll_levels(&dice, first);
    roll_levels(&dice, same);
    roll_levels(&dice, own);
    memcpy(other, same, sizeof other);
    for (int i = 3; i < MONTHS; i++) {
        same[i] = first[i - 3];
        other[i] = 190 - first[i - 3];
    }
    add_scored(f, "O1", first);
    add_scored(f, "O2", same);
    add_scored(f, "O3", other);
    add_scored(f, "O4", own);
    return f;
}

static struct link *add_link(struct fixture *f, size_t from, size_t to) {
    struct link *link = FIXTURE_NEXT(f, links);
    *link =
        (struct link){.from = &f->plan.objectives.items[from], .to = &f->plan.objectives.items[to]};
    return link;
}

static const struct evidence_result *judged(struct fixture *f) {
    return evidence_judge(f->arena, fixture_assess(f), f->diags)->evidence;
}

static void an_effect_of_the_links_sign_supports_it_and_one_of_the_other_contradicts(void **state) {
    (void)state;
    struct fixture *f = linked_fixture();
    add_link(f, 0, 1);
    add_link(f, 0, 2);
    add_link(f, 0, 1)->negative = true;
    add_link(f, 0, 2)->negative = true;
    add_link(f, 0, 3);
    const struct evidence_result *r = judged(f);
    assert_int_equal(r[0].verdict, FOUND_SUPPORTED);
    assert_int_equal(r[1].verdict, FOUND_CONTRADICTED);
    assert_int_equal(r[2].verdict, FOUND_CONTRADICTED);
    assert_int_equal(r[3].verdict, FOUND_SUPPORTED);
    assert_int_equal(r[4].verdict, FOUND_NOT_SHOWN);
    assert_int_equal(r[0].lag, 3);
    assert_true(r[0].searched);
    assert_int_equal(r[0].points, 27);
    assert_int_equal(r[0].moves, 26);
    assert_int_equal(r[0].rho.micro, 1000000);
    assert_int_equal(r[1].rho.micro, -1000000);
    assert_ptr_equal(r[4].link, &f->plan.links.items[4]);
    fixture_free(f);
}

static void a_declared_lag_is_the_only_one_that_is_tested(void **state) {
    (void)state;
    struct fixture *f = linked_fixture();
    struct link *right = add_link(f, 0, 1), *wrong = add_link(f, 0, 1),
                *at_once = add_link(f, 0, 1);
    right->lag_given = wrong->lag_given = at_once->lag_given = true;
    right->lag_months = 3;
    wrong->lag_months = 5;
    const struct evidence_result *r = judged(f);
    assert_int_equal(r[0].verdict, FOUND_SUPPORTED);
    assert_false(r[0].searched);
    assert_int_equal(r[1].verdict, FOUND_NOT_SHOWN);
    assert_int_equal(r[1].lag, 5);
    assert_int_equal(r[2].verdict, FOUND_NOT_SHOWN);
    assert_int_equal(r[2].lag, 0);
    fixture_free(f);
}

static void quarterly_objectives_are_compared_by_quarters(void **state) {
    (void)state;
    struct fixture *f = linked_fixture();
    for (size_t i = 0; i < 2; i++) { /* thirty months of values become thirty quarters */
        struct measure *m = &f->plan.measures.items[i];
        m->frequency = FREQUENCY_QUARTERLY;
        struct period last = span(f, "2026-Q3");
        for (int j = 0; j < MONTHS; j++) {
            struct period p = period_next(last, j + 1 - MONTHS);
            m->series[SERIES_TARGET].items[j].period = p;
            m->series[SERIES_ACTUAL].items[j].period = p;
        }
    }
    add_link(f, 0, 1);
    struct link *late = add_link(f, 0, 1), *monthly = add_link(f, 0, 2);
    late->lag_given = monthly->lag_given = true;
    late->lag_months = 10; /* three quarters and a month */
    add_link(f, 2, 3);     /* by months, beside them */
    monthly->lag_months = 4;
    const struct evidence_result *r = judged(f);
    assert_int_equal(r[0].step, FREQUENCY_QUARTERLY);
    assert_int_equal(r[0].verdict, FOUND_NOT_SHOWN); /* nothing within six months */
    assert_true(r[0].lag <= 6);
    assert_int_equal(r[1].lag, 9);
    assert_int_equal(r[1].verdict, FOUND_SUPPORTED);
    assert_int_equal(r[2].step, FREQUENCY_QUARTERLY); /* the rarer of the two */
    assert_int_equal(r[2].lag, 3);
    assert_int_equal(r[2].verdict, FOUND_TOO_LITTLE);
    assert_int_equal(r[3].step, FREQUENCY_MONTHLY);
    assert_true(r[3].points >= 24);
    assert_string_equal(evidence_sentence(f->arena, &r[1]),
                        "O1 drives O2 after 9 months: association shown, rho 1.00, p 0.001, "
                        "27 quarters");
    fixture_free(f);
}

static void half_a_step_of_lag_is_rounded_up(void **state) {
    (void)state;
    struct fixture *f = linked_fixture();
    f->plan.measures.items[0].frequency = FREQUENCY_QUARTERLY;
    f->plan.measures.items[0].series[SERIES_ACTUAL].count = 0;
    f->plan.measures.items[0].series[SERIES_TARGET].count = 0;
    for (int months = 1; months <= 5; months++) {
        struct link *link = add_link(f, 0, 1);
        link->lag_given = true;
        link->lag_months = months;
    }
    const struct evidence_result *r = judged(f);
    static const int expected[] = {0, 3, 3, 3, 6};
    for (int i = 0; i < 5; i++)
        assert_int_equal(r[i].lag, expected[i]);
    fixture_free(f);
}

static void an_objective_without_measures_leaves_too_little(void **state) {
    (void)state;
    struct fixture *f = linked_fixture();
    add_objective(f, "O5", f->plan.units.items, f->plan.perspectives.items);
    add_link(f, 0, 4);
    add_link(f, 4, 0)->lag_given = true;
    const struct evidence_result *r = judged(f);
    assert_int_equal(r[0].verdict, FOUND_TOO_LITTLE);
    assert_int_equal(r[0].step, FREQUENCY_NONE);
    assert_string_equal(evidence_sentence(f->arena, &r[0]),
                        "O1 drives O5 at any lag: too little data, one of them is not measured");
    assert_string_equal(evidence_sentence(f->arena, &r[1]),
                        "O5 drives O1 at once: too little data, one of them is not measured");
    fixture_free(f);
}

static void sentences_call_it_an_association_and_name_the_figures(void **state) {
    (void)state;
    struct fixture *f = linked_fixture();
    add_link(f, 0, 1);
    add_link(f, 0, 2);
    struct link *down = add_link(f, 0, 2);
    down->negative = down->lag_given = true;
    down->lag_months = 3;
    struct link *late = add_link(f, 0, 3);
    late->lag_given = true;
    late->lag_months = 20;
    struct link *soon = add_link(f, 3, 0);
    soon->lag_given = true;
    soon->lag_months = 1;
    const struct evidence_result *r = judged(f);
    assert_string_equal(
        evidence_sentence(f->arena, &r[0]),
        "O1 drives O2 after 3 months (best of 0 to 6): association shown, rho 1.00, "
        "p 0.001, 27 months");
    assert_string_equal(evidence_sentence(f->arena, &r[1]),
                        "O1 drives O3 after 3 months (best of 0 to 6): the opposite association "
                        "shown, rho -1.00, p 0.001, 27 months");
    assert_string_equal(evidence_sentence(f->arena, &r[2]),
                        "O1 drives O3 down after 3 months: association shown, rho -1.00, p 0.001, "
                        "27 months");
    assert_string_equal(evidence_sentence(f->arena, &r[3]),
                        "O1 drives O4 after 20 months: too little data, 10 months with both");
    contains(evidence_sentence(f->arena, &r[4]),
             "O4 drives O1 after 1 month: no association shown");
    assert_string_equal(evidence_name(FOUND_TOO_LITTLE), "too little data");
    assert_string_equal(evidence_name(FOUND_NOT_SHOWN), "not shown");
    assert_string_equal(evidence_name(FOUND_SUPPORTED), "supported");
    assert_string_equal(evidence_name(FOUND_CONTRADICTED), "contradicted");
    fixture_free(f);
}

static void links_tested_are_counted_with_what_chance_may_add(void **state) {
    (void)state;
    struct fixture *f = linked_fixture();
    size_t by_chance = 9;
    const struct assessment *plain = fixture_assess(f);
    assert_null(plain->evidence);
    assert_int_equal(evidence_tested(plain, NULL, &by_chance), 0);
    assert_int_equal(by_chance, 0);
    struct unit *elsewhere = add_unit(f, "U2");
    f->plan.objectives.items[3].unit = elsewhere;
    add_link(f, 0, 1);
    add_link(f, 0, 2);
    add_link(f, 0, 3);
    add_link(f, 3, 0);
    struct link *late = add_link(f, 0, 1);
    late->lag_given = true;
    late->lag_months = 25;
    const struct assessment *a = evidence_judge(f->arena, fixture_assess(f), f->diags);
    assert_int_equal(evidence_tested(a, NULL, &by_chance), 4);
    assert_int_equal(by_chance, 1);
    assert_int_equal(evidence_tested(a, elsewhere, &by_chance), 2);
    assert_int_equal(evidence_tested(a, f->plan.units.items, &by_chance), 4);
    assert_null(a->previous->evidence);
    fixture_free(f);
}

static void evidence_goes_over_to_the_same_plan_in_other_words(void **state) {
    (void)state;
    struct fixture *f = linked_fixture();
    add_link(f, 0, 1);
    add_link(f, 0, 2);
    const struct assessment *one = evidence_judge(f->arena, fixture_assess(f), f->diags);
    struct plan plan = f->plan;
    plan.links.items = arena_array(f->arena, 2, sizeof *plan.links.items);
    memcpy(plan.links.items, f->plan.links.items, 2 * sizeof *plan.links.items);
    const struct assessment *other =
        evidence_translated(f->arena, &(struct assessment){.plan = &plan}, one);
    for (size_t i = 0; i < 2; i++) {
        assert_ptr_equal(other->evidence[i].link, &plan.links.items[i]);
        assert_int_equal(other->evidence[i].verdict, one->evidence[i].verdict);
        assert_int_equal(other->evidence[i].p.micro, one->evidence[i].p.micro);
    }
    fixture_free(f);
}

/* ---- findings ---- */

static void BP4041_tells_a_supported_link_that_the_scores_go_against(void **state) {
    (void)state;
    struct fixture *f = linked_fixture();
    struct link *against = add_link(f, 0, 2);
    against->evidence = EVIDENCE_SUPPORTED;
    against->evidence_place = (struct place){.sheet = "Objective Links", .row = 2, .col = 7};
    add_link(f, 0, 1)->evidence = EVIDENCE_SUPPORTED;
    add_link(f, 0, 2); /* untested */
    add_link(f, 0, 3)->evidence = EVIDENCE_SUPPORTED;
    judged(f);
    assert_int_equal(count_code(f, BP4041), 1);
    assert_int_equal(count_code(f, BP4042), 0);
    size_t count;
    const struct diag *all = diags_sorted(f->diags, &count);
    for (size_t i = 0; i < count; i++)
        if (all[i].code == BP4041) {
            contains(all[i].message, "'O1' to 'O3'");
            contains(all[i].message, "rho -1.00, p 0.001, 27 months");
            assert_int_equal(all[i].place.col, 7);
        }
    fixture_free(f);
}

static void BP4042_tells_a_refuted_link_that_the_scores_agree_with(void **state) {
    (void)state;
    struct fixture *f = linked_fixture();
    add_link(f, 0, 1)->evidence = EVIDENCE_REFUTED;
    add_link(f, 0, 2)->evidence = EVIDENCE_REFUTED;
    judged(f);
    assert_int_equal(count_code(f, BP4042), 1);
    assert_int_equal(count_code(f, BP4041), 0);
    fixture_free(f);
}

static void a_finding_must_hold_among_all_links_that_were_tested(void **state) {
    (void)state;
    struct fixture *f = linked_fixture();
    f->plan.links.items = arena_array(f->arena, 100, sizeof *f->plan.links.items);
    f->plan.links.capacity = 100;
    add_link(f, 0, 1)->evidence = EVIDENCE_REFUTED;
    while (f->plan.links.count < 80)
        add_link(f, 0, 3);
    judged(f); /* 80 x 0.0005 is the level */
    assert_int_equal(count_code(f, BP4042), 1);
    add_link(f, 0, 3);
    const struct evidence_result *r = judged(f);
    assert_int_equal(r[0].verdict, FOUND_SUPPORTED);
    assert_int_equal(count_code(f, BP4042), 1);
    fixture_free(f);
}

static void findings_alone_are_those_of_links_that_are_all_tested(void **state) {
    (void)state;
    struct fixture *f = linked_fixture();
    f->plan.links.items = arena_array(f->arena, 100, sizeof *f->plan.links.items);
    f->plan.links.capacity = 100;
    add_link(f, 0, 1);
    evidence_find(f->arena, fixture_assess(f), f->diags);
    assert_int_equal(count_code(f, BP4042), 0); /* nothing declared, nothing found */
    f->plan.links.items[0].evidence = EVIDENCE_REFUTED;
    struct link *late = add_link(f, 0, 1); /* too little data: it does not count */
    late->lag_given = true;
    late->lag_months = 25;
    while (f->plan.links.count < 81)
        add_link(f, 0, 3);
    evidence_find(f->arena, fixture_assess(f), f->diags);
    assert_int_equal(count_code(f, BP4042), 1);
    add_link(f, 0, 3); /* one more than the level allows */
    evidence_find(f->arena, fixture_assess(f), f->diags);
    assert_int_equal(count_code(f, BP4042), 1);
    fixture_free(f);
}

static void findings_alone_are_of_links_at_odds_with_what_is_declared(void **state) {
    (void)state;
    struct fixture *f = linked_fixture();
    add_link(f, 0, 1)->evidence = EVIDENCE_SUPPORTED; /* as it is */
    add_link(f, 0, 2)->evidence = EVIDENCE_SUPPORTED;
    add_link(f, 0, 1)->evidence = EVIDENCE_REFUTED;
    add_link(f, 0, 2)->evidence = EVIDENCE_REFUTED; /* as it is */
    evidence_find(f->arena, fixture_assess(f), f->diags);
    assert_int_equal(count_code(f, BP4041), 1);
    assert_int_equal(count_code(f, BP4042), 1);
    fixture_free(f);
}

/* ---- outputs ---- */

static const char *written(struct fixture *f, const struct unit *unit,
                           void (*write)(const struct assessment *, const struct unit *,
                                         struct textbuf *)) {
    struct textbuf out;
    textbuf_init(&out, f->arena);
    write(evidence_judge(f->arena, fixture_assess(f), f->diags), unit, &out);
    return textbuf_text(&out);
}

static struct fixture *output_links(void) {
    struct fixture *f = output_fixture();
    FIXTURE_LIST(f, links, 8);
    add_link(f, 0, 1);
    return f;
}

static void outputs_without_evidence_say_nothing_of_links(void **state) {
    (void)state;
    struct fixture *f = output_links();
    lacks(wrote(f, NULL, assess_text), "Links");
    lacks(wrote(f, NULL, assess_json), "\"links\"");
    lacks(wrote(f, NULL, assess_csv), "link,");
    fixture_free(f);
}

static void outputs_tell_every_link(void **state) {
    (void)state;
    struct fixture *f = linked_fixture();
    struct link *given = add_link(f, 0, 1);
    given->lag_given = true;
    given->lag_months = 3;
    struct link *late = add_link(f, 0, 3);
    late->lag_given = late->negative = true;
    late->lag_months = 20;
    const char *text = written(f, NULL, assess_text);
    contains(text,
             "\nLinks tested against the scores (an association is no proof)\n\n"
             "  O1 drives O2 after 3 months: association shown, rho 1.00, p 0.001, 27 months\n"
             "  O1 drives O4 down after 20 months: too little data, 10 months with both\n"
             "\n  Of 1 link tested, chance alone may show an association for 1.\n");
    lacks(text, "proves");
    const char *json = written(f, NULL, assess_json);
    contains(json, " \"links\":[\n  {\"from\":\"O1\",\"to\":\"O2\",\"sign\":\"+\","
                   "\"association\":\"supported\",\"lag_months\":3,\"lag_searched\":false,"
                   "\"step\":\"monthly\",\"points\":27,\"rho\":1,\"rho_of_moves\":0.");
    contains(json, ",\"p\":0.0005},\n  {\"from\":\"O1\",\"to\":\"O4\",\"sign\":\"-\","
                   "\"association\":\"too little data\",\"lag_months\":20,\"lag_searched\":false,"
                   "\"step\":\"monthly\",\"points\":10,\"rho\":null,\"rho_of_moves\":null,"
                   "\"p\":null}],\n");
    const char *csv = written(f, NULL, assess_csv);
    contains(csv, "link,O1>O2,U1,");
    contains(csv, "lag in months,3");
    contains(csv, "rho of moves,0.");
    contains(csv, "p,0.0005");
    contains(csv, "link,O1>O4,U1,");
    fixture_free(f);
}

static void outputs_of_a_unit_tell_its_links_only(void **state) {
    (void)state;
    struct fixture *f = linked_fixture();
    add_link(f, 0, 1);
    struct unit *other = add_unit(f, "U2");
    lacks(written(f, other, assess_text), "Links");
    contains(written(f, other, assess_json), " \"links\":[],\n");
    lacks(written(f, other, assess_csv), "link,");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_effect_of_the_links_sign_supports_it_and_one_of_the_other_contradicts),
        cmocka_unit_test(a_declared_lag_is_the_only_one_that_is_tested),
        cmocka_unit_test(quarterly_objectives_are_compared_by_quarters),
        cmocka_unit_test(half_a_step_of_lag_is_rounded_up),
        cmocka_unit_test(an_objective_without_measures_leaves_too_little),
        cmocka_unit_test(sentences_call_it_an_association_and_name_the_figures),
        cmocka_unit_test(links_tested_are_counted_with_what_chance_may_add),
        cmocka_unit_test(evidence_goes_over_to_the_same_plan_in_other_words),
        cmocka_unit_test(BP4041_tells_a_supported_link_that_the_scores_go_against),
        cmocka_unit_test(BP4042_tells_a_refuted_link_that_the_scores_agree_with),
        cmocka_unit_test(a_finding_must_hold_among_all_links_that_were_tested),
        cmocka_unit_test(findings_alone_are_those_of_links_that_are_all_tested),
        cmocka_unit_test(findings_alone_are_of_links_at_odds_with_what_is_declared),
        cmocka_unit_test(outputs_without_evidence_say_nothing_of_links),
        cmocka_unit_test(outputs_tell_every_link),
        cmocka_unit_test(outputs_of_a_unit_tell_its_links_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
