#include "outlookcase.h"

static const struct outlook *looked(struct fixture *f) {
    return outlook(f->arena, fixture_assess(f), NULL);
}

/* A measure judged red 90, target 100 in every month: 100 is 66 2/3, 95 is 50, 90 33 1/3.  now: the
 * actual; end: what the owner expects of December, or NULL. */
static struct measure *add_expected(struct fixture *f, struct objective *o, const char *id,
                                    const char *now, const char *end) {
    struct measure *m = add_measure(f, id, o);
    add_months(f, m, "2026-10", "100", NULL, 3);
    if (now)
        add_value(f, m, SERIES_ACTUAL, "2026-10", now);
    if (end)
        add_value(f, m, SERIES_FORECAST, "2026-12", end);
    return m;
}

static void objectives_fall_into_groups(void **state) {
    (void)state;
    static const struct {
        const char *now, *end;
        enum outlook_group group;
    } cases[] = {{"100", "95", OUTLOOK_WARNING},    {"100", "80", OUTLOOK_WARNING},
                 {"95", "95", OUTLOOK_MISSING},     {NULL, "80", OUTLOOK_MISSING},
                 {"95", "100", OUTLOOK_RECOVERING}, {"80", "105", OUTLOOK_RECOVERING},
                 {NULL, NULL, OUTLOOK_UNSAID},      {"100", "100", OUTLOOK_ON_TARGET}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *f = fixture_new();
        f->plan.settings.minimum_coverage = decimal_of(0);
        add_expected(f, lone_objective(f), "M1", cases[i].now, cases[i].end);
        const struct outlook *got = looked(f);
        assert_int_equal(got->count, 1);
        assert_int_equal(got->objectives[0].group, cases[i].group);
        assert_int_equal(got->groups[cases[i].group], 1);
        fixture_free(f);
    }
}

static void what_is_beyond_stretch_is_on_target(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = lone_objective(f);
    struct measure *m = add_expected(f, o, "M1", "120", "95");
    struct threshold *t = add_threshold(f, m, "90");
    t->stretch = known("110");
    const struct outlook *got = looked(f);
    assert_int_equal(got->objectives[0].measures[0].result->status, STATUS_EXCEEDS);
    assert_int_equal(got->objectives[0].group, OUTLOOK_WARNING);
    fixture_free(f);
}

static void what_weighs_more_and_lacks_more_comes_first(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u = add_unit(f, "U1");
    struct perspective *p = add_perspective(f, "P1"), *q = add_perspective(f, "P2");
    p->weight = known("30");
    q->weight = known("10");
    struct objective *a = add_objective(f, "A", u, p), *b = add_objective(f, "B", u, p);
    struct objective *c = add_objective(f, "C", u, q), *d = add_objective(f, "D", u, p);
    a->weight = known("1");
    b->weight = known("4");
    c->weight = known("7");
    d->weight = known("0");
    add_expected(f, a, "MA", "95", "80");  /* 3/4 x 1/5 x 66 2/3 = 10 */
    add_expected(f, b, "MB", "95", "95");  /* 3/4 x 4/5 x 16 2/3 = 10, and amber only */
    add_expected(f, c, "MC", "95", "90");  /* 1/4 x 33 1/3 = 8 1/3 */
    add_expected(f, d, "MD", "100", "95"); /* 0, but green now */
    const struct outlook *got = looked(f);
    const char *order[] = {"D", "A", "B", "C"};
    const char *urgencies[] = {"0", "10", "10", "8.33"}, *shares[] = {"0", "0.15", "0.6", "0.25"};
    assert_int_equal(got->count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(got->objectives[i].result->objective->id, order[i]);
        assert_string_equal(figure_of(f->arena, got->objectives[i].urgency), urgencies[i]);
        assert_string_equal(figure_of(f->arena, got->objectives[i].share), shares[i]);
    }
    assert_int_equal(got->red, 1);
    assert_int_equal(got->amber, 3);
    fixture_free(f);
}

static void nothing_else_decides_but_the_plans_order(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u = add_unit(f, "U1");
    struct perspective *p = add_perspective(f, "P1");
    static const char *const ids[] = {"A", "B", "C", "D", "E", "F"};
    for (size_t i = 0; i < 6; i++)
        add_expected(f, add_objective(f, ids[i], u, p), ids[i], "95", i % 2 ? "100" : "95");
    const struct outlook *got = looked(f);
    const char *order[] = {"A", "C", "E", "B", "D", "F"};
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(got->objectives[i].result->objective->id, order[i]);
    fixture_free(f);
}

static void a_score_without_shortfall_may_still_miss(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    f->plan.settings.rollup = ROLLUP_WORST;
    struct objective *o = lone_objective(f);
    add_expected(f, o, "M1", "110", "120");
    add_expected(f, o, "M2", "110", "95");
    const struct outlook *got = looked(f);
    assert_int_equal(got->objectives[0].group, OUTLOOK_WARNING);
    assert_string_equal(figure_of(f->arena, got->objectives[0].shortfall), "0");
    /* The one that pulls stands first. */
    assert_string_equal(got->objectives[0].measures[0].result->measure->id, "M2");
    assert_string_equal(figure_of(f->arena, got->objectives[0].measures[0].weight), "0.5");
    fixture_free(f);
}

static void measures_pull_by_weight_and_shortfall(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = lone_objective(f);
    add_expected(f, o, "M1", "95", "95")->weight = known("10");
    add_expected(f, o, "M2", "95", "98")->weight = known("40");
    add_expected(f, o, "M3", NULL, NULL)->weight = known("10");
    add_expected(f, o, "M4", "95", "80")->weight = known("10");
    struct measure *retired = add_expected(f, o, "M5", "95", "80");
    retired->weight = known("30");
    retired->state = STATE_RETIRED;
    const struct outlook *got = looked(f);
    const char *order[] = {"M4", "M2", "M1", "M3"};
    assert_int_equal(got->objectives[0].measure_count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(got->objectives[0].measures[i].result->measure->id, order[i]);
    fixture_free(f);
}

static void contributions_that_miss_are_told(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u1 = add_unit(f, "U1"), *u2 = add_unit(f, "U2");
    u2->parent = u1;
    struct perspective *p = add_perspective(f, "P1");
    struct objective *parent = add_objective(f, "O1", u1, p);
    struct objective *late = add_objective(f, "O2", u2, p), *fine = add_objective(f, "O3", u2, p);
    add_support(f, late, parent, LINK_CONTRIBUTORY, "1");
    add_support(f, fine, parent, LINK_CONTRIBUTORY, "1");
    add_expected(f, late, "M2", "95", "80");
    add_expected(f, fine, "M3", "95", "100");
    const struct outlook *got = outlook(f->arena, fixture_assess(f), u1);
    assert_int_equal(got->count, 1);
    assert_int_equal(got->objectives[0].measure_count, 0);
    assert_int_equal(got->objectives[0].supporter_count, 1);
    assert_ptr_equal(got->objectives[0].supporters[0]->objective, late);
    fixture_free(f);
}

static void what_is_out_of_scope_takes_no_part(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = lone_objective(f);
    o->state = STATE_RETIRED;
    add_expected(f, o, "M1", "95", "80");
    assert_int_equal(looked(f)->count, 0);
    fixture_free(f);
}

static void weights_of_nothing_give_no_share(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = lone_objective(f);
    o->weight = known("0");
    add_expected(f, o, "M1", "95", "80");
    const struct outlook *got = looked(f);
    assert_int_equal(got->count, 1);
    assert_string_equal(figure_of(f->arena, got->objectives[0].share), "0");
    fixture_free(f);
}

static void needed_figures_are_rounded_to_where_they_suffice(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    static const struct {
        int64_t numerator, denominator;
        unsigned places;
        const char *up, *down;
    } cases[] = {{10, 3, 1, "3.4", "3.3"},          {20, 3, 0, "7", "6"},
                 {-10, 3, 1, "-3.3", "-3.4"},       {125, 1, 2, "125", "125"},
                 {1, 3, 6, "0.333334", "0.333333"}, {-20, 3, 0, "-6", "-7"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct rational *needed =
            rational_of(f->arena, cases[i].numerator, cases[i].denominator);
        struct decimal up, down;
        assert_true(outlook_round(f->arena, needed, cases[i].places, true, &up));
        assert_true(outlook_round(f->arena, needed, cases[i].places, false, &down));
        assert_int_equal(up.micro, dec(cases[i].up).micro);
        assert_int_equal(down.micro, dec(cases[i].down).micro);
    }
    struct decimal out;
    const struct rational *huge = rational_mul(f->arena, rational_of(f->arena, INT64_MAX, 1),
                                               rational_of(f->arena, INT64_MAX, 1));
    assert_false(outlook_round(f->arena, huge, 2, true, &out));
    /* The largest whole number is not enough, and the next one does not fit. */
    const struct rational *large = rational_of(f->arena, INT64_C(92233720368544), 10);
    assert_false(outlook_round(f->arena, large, 0, true, &out));
    assert_true(outlook_round(f->arena, large, 0, false, &out));
    fixture_free(f);
}

static void names_in_data_do_not_change(void **state) {
    (void)state;
    assert_string_equal(outlook_group_name(OUTLOOK_WARNING), "warning");
    assert_string_equal(outlook_group_name(OUTLOOK_ON_TARGET), "on-target");
    assert_string_equal(outlook_reason_name(OUTLOOK_NO_TARGET), "no-target");
    assert_string_equal(outlook_need_name(NEED_TOO_LATE), "too-late");
    assert_string_equal(outlook_need_name(NEED_OVER), "over");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(objectives_fall_into_groups),
        cmocka_unit_test(what_is_beyond_stretch_is_on_target),
        cmocka_unit_test(what_weighs_more_and_lacks_more_comes_first),
        cmocka_unit_test(nothing_else_decides_but_the_plans_order),
        cmocka_unit_test(a_score_without_shortfall_may_still_miss),
        cmocka_unit_test(measures_pull_by_weight_and_shortfall),
        cmocka_unit_test(contributions_that_miss_are_told),
        cmocka_unit_test(what_is_out_of_scope_takes_no_part),
        cmocka_unit_test(weights_of_nothing_give_no_share),
        cmocka_unit_test(needed_figures_are_rounded_to_where_they_suffice),
        cmocka_unit_test(names_in_data_do_not_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
