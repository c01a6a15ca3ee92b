#include "planfixture.h"

#include "assess/cascade.h"
#include "assess/score.h"

/* One unit with one perspective. */
struct small {
    struct fixture *f;
    struct unit *unit;
    struct perspective *perspective;
};

static struct small small_new(void) {
    struct small s = {.f = fixture_new()};
    s.unit = add_unit(s.f, "U1");
    s.perspective = add_perspective(s.f, "P1");
    return s;
}

static struct objective *add(struct small *s, const char *id) {
    return add_objective(s->f, id, s->unit, s->perspective);
}

/* "70 80% green": whole points, coverage, status */
static const char *said(struct fixture *f, const struct assessment *a, const struct objective *o) {
    const struct objective_result *r = assess_objective(a, o);
    char text[32];
    decimal_format(decimal_round(r->coverage, 2), -1, text);
    return arena_printf(f->arena, "%d %s%% %s", (int)(r->score.rounded.micro / DECIMAL_ONE), text,
                        status_name(r->status));
}

static void weighted_measures_make_an_objective(void **state) {
    (void)state;
    struct small s = small_new();
    struct objective *o = add(&s, "O1");
    add_simple(s.f, "M1", o, "105")->weight = known("50"); /* 83 1/3 */
    add_simple(s.f, "M2", o, "95")->weight = known("30");  /* 50 */
    add_simple(s.f, "M3", o, NULL)->weight = known("20");
    const struct assessment *a = fixture_assess(s.f);
    const struct objective_result *r = assess_objective(a, o);
    /* (50 x 250/3 + 30 x 50) / 80 */
    assert_string_equal(said(s.f, a, o), "70 80% green");
    assert_int_equal(r->tally.green, 1);
    assert_int_equal(r->tally.amber, 1);
    assert_int_equal(r->tally.grey, 1);
    assert_true(r->in_scope);
    assert_int_equal(a->units[0].coverage.micro, dec("80").micro);
    assert_int_equal(a->units[0].tally.green, 1);
    assert_int_equal(a->units[0].status, STATUS_GREEN);
    fixture_free(s.f);
}

static void a_contributory_support_is_one_more_child_of_the_parent(void **state) {
    (void)state;
    struct small s = small_new();
    struct objective *parent = add(&s, "O1"); /* stands before its children */
    struct unit *below = add_unit(s.f, "U2");
    below->parent = s.unit;
    struct objective *child = add_objective(s.f, "O2", below, s.perspective);
    struct objective *identical = add_objective(s.f, "O3", below, s.perspective);
    add_simple(s.f, "M1", parent, "110")->weight = known("2"); /* 100 */
    add_simple(s.f, "M2", child, "95");                        /* 50 */
    add_simple(s.f, "M3", identical, "0");
    add_support(s.f, child, parent, LINK_CONTRIBUTORY, "3");
    add_support(s.f, identical, parent, LINK_IDENTICAL, NULL);
    add_support(s.f, identical, parent, LINK_SHARED, NULL);
    const struct assessment *a = fixture_assess(s.f);
    assert_string_equal(said(s.f, a, parent), "70 100% green");
    assert_int_equal(assess_objective(a, parent)->tally.amber, 1);
    assert_string_equal(said(s.f, a, identical), "0 100% red");
    fixture_free(s.f);
}

static void a_contributory_link_without_a_weight_counts_one(void **state) {
    (void)state;
    struct small s = small_new();
    struct objective *parent = add(&s, "O1");
    struct objective *child = add(&s, "O2");
    add_simple(s.f, "M1", parent, "110");
    add_simple(s.f, "M2", child, "95");
    add_support(s.f, child, parent, LINK_IDENTICAL, NULL);
    add_support(s.f, child, parent, LINK_CONTRIBUTORY, NULL);
    add_support(s.f, child, parent, LINK_CONTRIBUTORY, "9"); /* named twice: counts once */
    const struct assessment *a = fixture_assess(s.f);
    assert_string_equal(said(s.f, a, parent), "75 100% green");
    fixture_free(s.f);
}

static void contributions_pass_up_a_deep_tree(void **state) {
    (void)state;
    struct fixture *f = fixture_new_sized(20001);
    struct perspective *p = add_perspective(f, "P1");
    struct unit *unit = add_unit(f, "U1");
    struct objective *top = add_objective(f, "O", unit, p);
    struct objective *above = top;
    for (int i = 0; i < 20000; i++) {
        struct unit *below = add_unit(f, "U");
        below->parent = unit;
        unit = below;
        struct objective *o = add_objective(f, "O", unit, p);
        add_support(f, o, above, LINK_CONTRIBUTORY, NULL);
        above = o;
    }
    add_simple(f, "M1", above, "95");
    const struct assessment *a = fixture_assess(f);
    assert_int_equal(assess_objective(a, top)->score.rounded.micro, dec("50").micro);
    assert_int_equal(assess_objective(a, top)->status, STATUS_AMBER);
    fixture_free(f);
}

static void an_objective_with_nothing_but_not_applicable_leaves_its_parents_scope(void **state) {
    (void)state;
    struct small s = small_new();
    struct objective *gone = add(&s, "O1");
    struct objective *here = add(&s, "O2");
    add_simple(s.f, "M1", gone, "0")->state = STATE_NOT_APPLICABLE;
    add_simple(s.f, "M2", here, "110");
    const struct assessment *a = fixture_assess(s.f);
    assert_int_equal(assess_objective(a, gone)->status, STATUS_NOT_APPLICABLE);
    assert_false(assess_objective(a, gone)->in_scope);
    assert_int_equal(a->perspectives[0].coverage.micro, dec("100").micro);
    assert_int_equal(a->perspectives[0].score.rounded.micro, dec("100").micro);
    assert_int_equal(a->perspectives[0].tally.grey, 1);
    fixture_free(s.f);
}

static void an_objective_without_measures_has_no_data_and_stays(void **state) {
    (void)state;
    struct small s = small_new();
    struct objective *empty = add(&s, "O1");
    struct objective *info = add(&s, "O2");
    struct objective *here = add(&s, "O3");
    add_measure(s.f, "M1", info)->polarity = POLARITY_INFO;
    add_simple(s.f, "M2", here, "110");
    const struct assessment *a = fixture_assess(s.f);
    assert_int_equal(assess_objective(a, empty)->status, STATUS_NO_DATA);
    assert_int_equal(assess_objective(a, info)->status, STATUS_NO_DATA);
    assert_true(assess_objective(a, info)->in_scope);
    assert_int_equal(a->perspectives[0].status, STATUS_INSUFFICIENT);
    assert_int_equal(a->perspectives[0].coverage.micro, 33333333);
    fixture_free(s.f);
}

static void retired_and_proposed_objectives_are_out_and_unlisted(void **state) {
    (void)state;
    struct small s = small_new();
    struct objective *retired = add(&s, "O1");
    struct objective *proposed = add(&s, "O2");
    struct objective *here = add(&s, "O3");
    retired->state = STATE_RETIRED;
    proposed->state = STATE_PROPOSED;
    add_simple(s.f, "M1", retired, "0");
    add_simple(s.f, "M2", here, "110");
    add_simple(s.f, "M3", here, "0")->state = STATE_RETIRED;
    const struct assessment *a = fixture_assess(s.f);
    assert_int_equal(assess_objective(a, retired)->status, STATUS_NOT_APPLICABLE);
    assert_int_equal(assess_objective(a, proposed)->status, STATUS_NOT_DUE);
    assert_int_equal(assess_objective(a, proposed)->forecast_status, STATUS_NOT_DUE);
    assert_int_equal(assess_objective(a, here)->tally.grey, 0);
    assert_int_equal(a->units[0].tally.grey, 0);
    assert_int_equal(a->units[0].tally.green, 1);
    fixture_free(s.f);
}

static void an_insufficient_objective_gives_its_parent_no_score(void **state) {
    (void)state;
    struct small s = small_new();
    struct objective *thin = add(&s, "O1");
    struct objective *full = add(&s, "O2");
    add_simple(s.f, "M1", thin, "0")->weight = known("4");
    add_simple(s.f, "M2", thin, NULL)->weight = known("6");
    add_simple(s.f, "M3", full, "110");
    const struct assessment *a = fixture_assess(s.f);
    assert_int_equal(assess_objective(a, thin)->status, STATUS_INSUFFICIENT);
    assert_null(assess_objective(a, thin)->score.exact);
    assert_int_equal(a->perspectives[0].score.rounded.micro, dec("100").micro);
    assert_int_equal(a->perspectives[0].coverage.micro, dec("70").micro);
    fixture_free(s.f);
}

static void critical_red_caps_at_every_level(void **state) {
    (void)state;
    struct small s = small_new();
    struct objective *o = add(&s, "O1");
    struct objective *bad = add(&s, "O2");
    o->weight = known("9");
    bad->weight = known("1");
    bad->critical = true;
    struct measure *good = add_simple(s.f, "M1", o, "110");
    good->weight = known("9");
    struct measure *red = add_simple(s.f, "M2", o, "0");
    red->weight = known("1");
    red->critical = true;
    add_simple(s.f, "M3", bad, "0");
    const struct assessment *a = fixture_assess(s.f);
    assert_string_equal(said(s.f, a, o), "90 100% amber");
    assert_true(assess_objective(a, o)->capped);
    assert_int_equal(a->perspectives[0].status, STATUS_AMBER);
    assert_true(a->perspectives[0].capped);
    assert_int_equal(a->perspectives[0].score.rounded.micro, dec("81").micro);
    /* the cap itself does not travel: the unit is banded by scores */
    assert_int_equal(a->units[0].status, STATUS_GREEN);
    fixture_free(s.f);
}

static void a_declared_status_stands_beside_until_it_expires(void **state) {
    (void)state;
    struct small s = small_new();
    struct objective *o = add(&s, "O1");
    add_simple(s.f, "M1", o, "0");
    o->declared = DECLARED_GREEN;
    o->declared_on = day("2026-10-31");
    o->declared_expires = day("2026-10-31");
    const struct assessment *a = fixture_assess(s.f);
    assert_true(assess_objective(a, o)->declared);
    assert_int_equal(assess_objective(a, o)->declared_status, STATUS_GREEN);
    assert_int_equal(assess_objective(a, o)->status, STATUS_RED);
    assert_int_equal(a->units[0].status, STATUS_RED);
    assert_false(assess_objective(a->previous, o)->declared);
    o->declared_expires = day("2026-10-30");
    o->declared = DECLARED_AMBER;
    a = fixture_assess(s.f);
    assert_false(assess_objective(a, o)->declared);
    o->declared_expires = o->declared_on = (struct date){0};
    a = fixture_assess(s.f);
    assert_int_equal(assess_objective(a, o)->declared_status, STATUS_AMBER);
    o->declared = DECLARED_RED;
    a = fixture_assess(s.f);
    assert_int_equal(assess_objective(a, o)->declared_status, STATUS_RED);
    fixture_free(s.f);
}

static void groups_stand_by_unit_then_perspective_or_theme(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u1 = add_unit(f, "U1"), *u2 = add_unit(f, "U2"), *none = add_unit(f, "U3");
    struct perspective *p1 = add_perspective(f, "P1"), *p2 = add_perspective(f, "P2");
    struct theme *t1 = add_theme(f, "T1"), *t2 = add_theme(f, "T2");
    struct objective *o[] = {add_objective(f, "A", u2, p2), add_objective(f, "B", u1, p2),
                             add_objective(f, "C", u1, p1), add_objective(f, "D", u1, p2)};
    o[0]->theme = t2;
    o[1]->theme = t2;
    o[2]->theme = t1;
    for (size_t i = 0; i < 4; i++)
        add_simple(f, "M", o[i], i == 1 ? "95" : "110");
    p1->weight = known("3");
    p2->weight = known("1");
    const struct assessment *a = fixture_assess(f);
    assert_int_equal(a->perspective_count, 3);
    assert_ptr_equal(a->perspectives[0].perspective, p1);
    assert_ptr_equal(a->perspectives[1].perspective, p2);
    assert_ptr_equal(a->perspectives[2].unit, u2);
    assert_int_equal(a->perspectives[1].score.rounded.micro, dec("75").micro);
    assert_int_equal(a->theme_count, 3);
    assert_ptr_equal(a->themes[0].theme, t1);
    assert_ptr_equal(a->themes[1].theme, t2);
    assert_ptr_equal(a->themes[2].unit, u2);
    assert_int_equal(assess_unit(a, u1)->score.rounded.micro, dec("93.75").micro);
    assert_int_equal(assess_unit(a, u1)->tally.green, 2);
    assert_int_equal(assess_unit(a, u1)->tally.amber, 1);
    assert_int_equal(assess_unit(a, none)->status, STATUS_NOT_APPLICABLE);
    assert_false(assess_unit(a, none)->in_scope);
    assert_ptr_equal(assess_perspective(a, u1, p2), &a->perspectives[1]);
    assert_ptr_equal(assess_perspective(a, u2, p2), &a->perspectives[2]);
    assert_null(assess_perspective(a, u2, p1));
    assert_null(assess_perspective(a, none, p1));
    fixture_free(f);
}

static void a_parent_unit_is_not_the_mean_of_its_children(void **state) {
    (void)state;
    struct small s = small_new();
    struct unit *below = add_unit(s.f, "U2");
    below->parent = s.unit;
    add_simple(s.f, "M1", add(&s, "O1"), "110");
    add_simple(s.f, "M2", add_objective(s.f, "O2", below, s.perspective), "0");
    const struct assessment *a = fixture_assess(s.f);
    assert_int_equal(assess_unit(a, s.unit)->score.rounded.micro, dec("100").micro);
    assert_int_equal(assess_unit(a, below)->score.rounded.micro, 0);
    fixture_free(s.f);
}

static void objectives_have_a_trend_against_the_previous_period(void **state) {
    (void)state;
    struct small s = small_new();
    struct objective *o = add(&s, "O1");
    struct objective *fresh = add(&s, "O2");
    struct measure *m = add_measure(s.f, "M1", o);
    add_months(s.f, m, "2026-09", "100", (const char *[]){"95", "96"}, 2);
    add_simple(s.f, "M2", fresh, "95");
    const struct assessment *a = fixture_assess(s.f);
    assert_int_equal(assess_objective(a, o)->trend.goodness, GOODNESS_IMPROVING);
    assert_int_equal(assess_objective(a, fresh)->trend.goodness, GOODNESS_UNKNOWN);
    assert_int_equal(assess_objective(a->previous, o)->trend.goodness, GOODNESS_UNKNOWN);
    fixture_free(s.f);
}

static void forecasts_roll_up_like_actuals(void **state) {
    (void)state;
    struct small s = small_new();
    struct objective *parent = add(&s, "O1");
    struct objective *child = add(&s, "O2");
    add_support(s.f, child, parent, LINK_CONTRIBUTORY, NULL);
    struct measure *m = add_simple(s.f, "M1", child, "80");
    add_value(s.f, m, SERIES_TARGET, "2026-12", "100");
    add_value(s.f, m, SERIES_FORECAST, "2026-12", "100");
    const struct assessment *a = fixture_assess(s.f);
    assert_int_equal(assess_objective(a, parent)->status, STATUS_RED);
    assert_int_equal(assess_objective(a, parent)->forecast_status, STATUS_GREEN);
    fixture_free(s.f);
}

/* Rule 4 once more, in plain doubles and without the code under test. */
static void a_random_unit_agrees_with_an_independent_sum(void **state) {
    (void)state;
    struct dice dice = {23};
    for (int round = 0; round < 50; round++) {
        struct small s = small_new();
        double perspective = 0;
        double covered = 0;
        double weights = 0;
        double scored = 0;
        for (int i = 0; i < 6; i++) {
            struct objective *o = add(&s, "O");
            int64_t weight = 1 + (int64_t)roll(&dice, 9);
            o->weight = (struct quantity){.known = true, .value = decimal_of(weight)};
            double points = 0, here = 0, all = 0;
            for (int k = 0; k < 4; k++) {
                struct measure *m = add_simple(s.f, "M", o, NULL);
                int64_t own = 1 + (int64_t)roll(&dice, 9);
                m->weight = (struct quantity){.known = true, .value = decimal_of(own)};
                all += (double)own;
                if (roll(&dice, 4) == 0)
                    continue;
                int64_t actual = 80 + (int64_t)roll(&dice, 31); /* 80 scores 0, 110 scores 100 */
                struct value v = {.period = span(s.f, "2026-10"), .value = decimal_of(actual)};
                vec_push(s.f->arena, &m->series[SERIES_ACTUAL], v);
                points += (double)own * (double)(actual - 80) * 100 / 30;
                here += (double)own;
            }
            weights += (double)weight;
            covered += (double)weight * here / all;
            if (here / all >= 0.5 - 1e-12) {
                perspective += (double)weight * points / here;
                scored += (double)weight;
            }
        }
        const struct assessment *a = fixture_assess(s.f);
        double coverage = decimal_double(a->units[0].coverage);
        assert_true(coverage - 100 * covered / weights < 1e-4);
        assert_true(coverage - 100 * covered / weights > -1e-4);
        if (a->units[0].score.exact) {
            double off = decimal_double(a->units[0].score.rounded) - perspective / scored;
            assert_true(off < 1e-4 && off > -1e-4);
        }
        fixture_free(s.f);
    }
}

static void the_forecast_of_an_objective_rests_on_the_measures_that_have_one(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = add_objective(f, "O1", add_unit(f, "U1"), add_perspective(f, "P1"));
    struct measure *silent = add_measure(f, "M1", o), *live = add_measure(f, "M2", o);
    add_months(f, silent, "2026-08", "100", (const char *[]){"50", "50", ""}, 3);
    add_months(f, live, "2026-08", "100", (const char *[]){"100", "100", "100"}, 3);
    add_value(f, silent, SERIES_TARGET, "2026-12", "100");
    add_value(f, live, SERIES_TARGET, "2026-12", "100");
    assert_int_equal(assess_objective(fixture_assess(f), o)->forecast_status, STATUS_GREEN);
    silent->weight = known("3");
    live->weight = known("2");
    assert_int_equal(assess_objective(fixture_assess(f), o)->forecast_status, STATUS_INSUFFICIENT);
    add_value(f, silent, SERIES_FORECAST, "2026-12", "50");
    assert_int_equal(assess_objective(fixture_assess(f), o)->forecast_status, STATUS_RED);
    fixture_free(f);
}

static void a_parent_named_for_another_kind_before_still_gets_its_contribution(void **state) {
    (void)state;
    struct small s = small_new();
    struct objective *parent = add(&s, "O1"), *other = add(&s, "O2");
    struct objective *child = add(&s, "O3");
    add_simple(s.f, "M1", parent, "110");
    add_simple(s.f, "M2", other, "110");
    add_simple(s.f, "M3", child, "95");
    add_support(s.f, child, parent, LINK_SHARED, NULL);
    add_support(s.f, child, other, LINK_CONTRIBUTORY, NULL);
    add_support(s.f, child, parent, LINK_CONTRIBUTORY, NULL);
    const struct assessment *a = fixture_assess(s.f);
    assert_string_equal(said(s.f, a, parent), "75 100% green");
    assert_string_equal(said(s.f, a, other), "75 100% green");
    fixture_free(s.f);
}

static void a_parent_waits_for_all_who_contribute(void **state) {
    (void)state;
    struct small s = small_new();
    struct objective *parent = add(&s, "O1");
    struct objective *first = add(&s, "O2"), *second = add(&s, "O3");
    add_simple(s.f, "M1", first, "95");   /* 50 */
    add_simple(s.f, "M2", second, "110"); /* 100 */
    add_support(s.f, first, parent, LINK_CONTRIBUTORY, "1");
    add_support(s.f, second, parent, LINK_CONTRIBUTORY, "3");
    const struct assessment *a = fixture_assess(s.f);
    assert_string_equal(said(s.f, a, parent), "87 100% green");
    assert_int_equal(assess_objective(a, parent)->child_count, 2);
    fixture_free(s.f);
}

static void scores_alone_are_those_of_a_whole_judgement(void **state) {
    (void)state;
    struct small s = small_new();
    struct objective *parent = add(&s, "O1"), *child = add(&s, "O2"), *other = add(&s, "O3");
    add_simple(s.f, "M1", parent, "110");
    add_simple(s.f, "M2", child, "95");
    add_simple(s.f, "M3", other, "95");
    add_support(s.f, child, parent, LINK_CONTRIBUTORY, NULL);
    const struct assessment *whole = fixture_assess(s.f);
    struct past_score measures[3], *rows[3];
    for (size_t i = 0; i < 3; i++) {
        measures[i] =
            (struct past_score){whole->measures[i].status, whole->measures[i].score.exact, NULL};
        rows[i] = &measures[i];
    }
    bool wanted[] = {true, true, false};
    struct past_score **past = cascade_scores(s.f->arena, &s.f->plan, rows, wanted, 1);
    const struct past_score *found = past[parent - s.f->plan.objectives.items];
    assert_string_equal(told(s.f->arena, found->score, found->status), "75.00 green");
    assert_int_equal(past[child - s.f->plan.objectives.items]->status, STATUS_AMBER);
    assert_null(past[other - s.f->plan.objectives.items]); /* not wanted, not judged */
    fixture_free(s.f);
}

/* Means that meet 66 2/3 and 33 1/3 exactly, or miss them by less than a millionth. */
static void an_objective_meets_its_bands_exactly(void **state) {
    (void)state;
    static const struct {
        const char *first, *second;
        enum status expected;
    } cases[] = {{"100.000001", "99.999999", STATUS_GREEN},
                 {"100", "99.999999", STATUS_AMBER},
                 {"90.000001", "89.999999", STATUS_AMBER},
                 {"90", "89.999999", STATUS_RED}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct small s = small_new();
        s.f->plan.settings.headline_ytd = true;
        struct objective *o = add(&s, "O1");
        const char *values[] = {cases[i].first, cases[i].second};
        for (size_t j = 0; j < 2; j++) { /* a third of a millionth off in each mean */
            struct measure *m = add_measure(s.f, j ? "M2" : "M1", o);
            m->aggregation = AGGREGATE_MEAN;
            add_months(s.f, m, "2026-08", "100", (const char *[]){values[j], "100", "100"}, 3);
            add_threshold(s.f, m, NULL);
            if (i >= 2)
                for (size_t k = 1; k < 3; k++)
                    m->series[SERIES_ACTUAL].items[k].value = dec("90");
        }
        const struct objective_result *r = assess_objective(fixture_assess(s.f), o);
        assert_int_equal(r->status, cases[i].expected);
        fixture_free(s.f);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weighted_measures_make_an_objective),
        cmocka_unit_test(a_contributory_support_is_one_more_child_of_the_parent),
        cmocka_unit_test(a_contributory_link_without_a_weight_counts_one),
        cmocka_unit_test(contributions_pass_up_a_deep_tree),
        cmocka_unit_test(an_objective_with_nothing_but_not_applicable_leaves_its_parents_scope),
        cmocka_unit_test(an_objective_without_measures_has_no_data_and_stays),
        cmocka_unit_test(retired_and_proposed_objectives_are_out_and_unlisted),
        cmocka_unit_test(an_insufficient_objective_gives_its_parent_no_score),
        cmocka_unit_test(critical_red_caps_at_every_level),
        cmocka_unit_test(a_declared_status_stands_beside_until_it_expires),
        cmocka_unit_test(groups_stand_by_unit_then_perspective_or_theme),
        cmocka_unit_test(a_parent_unit_is_not_the_mean_of_its_children),
        cmocka_unit_test(objectives_have_a_trend_against_the_previous_period),
        cmocka_unit_test(forecasts_roll_up_like_actuals),
        cmocka_unit_test(a_random_unit_agrees_with_an_independent_sum),
        cmocka_unit_test(the_forecast_of_an_objective_rests_on_the_measures_that_have_one),
        cmocka_unit_test(a_parent_named_for_another_kind_before_still_gets_its_contribution),
        cmocka_unit_test(a_parent_waits_for_all_who_contribute),
        cmocka_unit_test(scores_alone_are_those_of_a_whole_judgement),
        cmocka_unit_test(an_objective_meets_its_bands_exactly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
