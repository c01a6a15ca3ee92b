#include "planfixture.h"

#include "assess/trust.h"

struct two {
    struct fixture *f;
    struct unit *top, *below;
    struct objective *o1, *o2;
};

static struct two two_new(void) {
    struct two t = {.f = fixture_new()};
    t.top = add_unit(t.f, "U0");
    t.below = add_unit(t.f, "U1");
    t.below->parent = t.top;
    struct perspective *p = add_perspective(t.f, "P1");
    t.o1 = add_objective(t.f, "O1", t.top, p);
    t.o2 = add_objective(t.f, "O2", t.below, p);
    return t;
}

static struct measure *owned(struct two *t, const char *id, struct objective *o, const char *actual,
                             const char *owner) {
    struct measure *m = add_simple(t->f, id, o, actual);
    m->owner = owner;
    return m;
}

static void attest(struct two *t, struct measure *m, const char *period,
                   enum attestation_statement statement) {
    *FIXTURE_NEXT(t->f, attestations) = (struct attestation){
        .measure = m, .period = span(t->f, period), .by = "By", .statement = statement};
}

static const struct trust_row *row_of(const struct assessment *a, const char *owner) {
    for (size_t i = 0; i < a->trust_count; i++)
        if (a->trust[i].owner && strcmp(a->trust[i].owner, owner) == 0)
            return &a->trust[i];
    fail_msg("no row of %s", owner);
    return NULL;
}

static void the_whole_comes_first_then_units_then_owners_by_name(void **state) {
    (void)state;
    struct two t = two_new();
    owned(&t, "M1", t.o1, "100", "Zoe");
    owned(&t, "M2", t.o2, "100", "Ann");
    owned(&t, "M3", t.o2, NULL, "Ann");
    owned(&t, "M4", t.o2, NULL, "");
    const struct assessment *a = fixture_assess(t.f);
    assert_int_equal(a->trust_count, 1 + 2 + 2);
    assert_null(a->trust[0].owner);
    assert_null(a->trust[0].unit);
    assert_int_equal(a->trust[0].measures, 4);
    assert_int_equal(a->trust[0].with_actual, 2);
    assert_ptr_equal(a->trust[1].unit, t.top);
    assert_int_equal(a->trust[1].measures, 1);
    assert_int_equal(a->trust[2].measures, 3);
    assert_string_equal(a->trust[3].owner, "Ann");
    assert_int_equal(a->trust[3].measures, 2);
    assert_int_equal(a->trust[3].with_actual, 1);
    assert_string_equal(a->trust[4].owner, "Zoe");
    fixture_free(t.f);
}

static void measures_that_are_not_judged_are_not_counted(void **state) {
    (void)state;
    struct two t = two_new();
    owned(&t, "M1", t.o1, "100", "Ann")->state = STATE_RETIRED;
    struct measure *later = add_measure(t.f, "M2", t.o1);
    later->owner = "Bo";
    add_value(t.f, later, SERIES_TARGET, "2026-11", "100");
    const struct assessment *a = fixture_assess(t.f);
    assert_int_equal(a->trust[0].measures, 0);
    assert_int_equal(a->trust_count, 3);
    fixture_free(t.f);
}

static void stale_is_what_lacks_two_periods_and_once_had_one(void **state) {
    (void)state;
    struct two t = two_new();
    struct measure *m = add_measure(t.f, "M1", t.o1);
    add_months(t.f, m, "2026-07", "100", (const char *[]){"100", "100", "100", ""}, 4);
    assert_int_equal(fixture_assess(t.f)->trust[0].stale, 0);
    m->series[SERIES_ACTUAL].count = 2; /* September is missing too */
    assert_int_equal(fixture_assess(t.f)->trust[0].stale, 1);
    m->series[SERIES_ACTUAL].count = 0;
    assert_int_equal(fixture_assess(t.f)->trust[0].stale, 0); /* there never was one */
    m->series[SERIES_TARGET].count = 0;
    assert_int_equal(fixture_assess(t.f)->trust[0].stale, 0);
    fixture_free(t.f);
}

static void a_ratio_may_be_told_by_its_parts_alone(void **state) {
    (void)state;
    struct two t = two_new();
    struct measure *m = add_measure(t.f, "M1", t.o1);
    m->aggregation = AGGREGATE_RATIO;
    add_value(t.f, m, SERIES_TARGET, "2026-10", "1");
    add_value(t.f, m, SERIES_NUMERATOR, "2026-08", "3");
    assert_int_equal(fixture_assess(t.f)->trust[0].stale, 0); /* 3 of what? */
    add_value(t.f, m, SERIES_DENOMINATOR, "2026-08", "4");
    assert_int_equal(fixture_assess(t.f)->trust[0].stale, 1);
    add_value(t.f, m, SERIES_NUMERATOR, "2026-10", "3");
    add_value(t.f, m, SERIES_DENOMINATOR, "2026-10", "4");
    assert_int_equal(fixture_assess(t.f)->trust[0].stale, 0);
    assert_int_equal(fixture_assess(t.f)->trust[0].with_actual, 1);
    fixture_free(t.f);
}

static void a_carried_actual_is_none_of_its_own(void **state) {
    (void)state;
    struct two t = two_new();
    t.f->plan.settings.missing = MISSING_CARRY;
    struct measure *m = add_measure(t.f, "M1", t.o1);
    add_months(t.f, m, "2026-09", "100", (const char *[]){"100", ""}, 2);
    assert_int_equal(fixture_assess(t.f)->trust[0].with_actual, 0);
    fixture_free(t.f);
}

static void who_stands_for_the_actual_that_is_judged(void **state) {
    (void)state;
    struct two t = two_new();
    struct measure *m[6];
    for (size_t i = 0; i < 6; i++)
        m[i] = owned(&t, arena_printf(t.f->arena, "M%zu", i), t.o1, i == 5 ? NULL : "100", "Ann");
    attest(&t, m[0], "2026-10", ATTESTED_ACCURATE);
    attest(&t, m[1], "2026-10", ATTESTED_ESTIMATED);
    attest(&t, m[2], "2026-10", ATTESTED_QUALIFIED);
    attest(&t, m[3], "2026-10", ATTESTED_NOT);
    attest(&t, m[4], "2026-09", ATTESTED_ACCURATE); /* of another month */
    attest(&t, m[5], "2026-10", ATTESTED_ACCURATE); /* of no actual */
    const struct trust_row *r = row_of(fixture_assess(t.f), "Ann");
    assert_int_equal(r->attested, 1);
    assert_int_equal(r->estimated, 2);
    assert_int_equal(r->unattested, 2);
    fixture_free(t.f);
}

static void restated_and_provisional_values_are_those_of_the_fiscal_year(void **state) {
    (void)state;
    struct two t = two_new();
    t.f->plan.organization.fiscal.start_month = 4;
    struct measure *m = add_measure(t.f, "M1", t.o1);
    add_months(t.f, m, "2026-03", "100",
               (const char *[]){"1", "2", "3", "4", "5", "6", "7", "8", "9"}, 9);
    for (size_t i = 0; i < 9; i++)
        m->series[SERIES_ACTUAL].items[i].restated = true;
    m->series[SERIES_ACTUAL].items[1].provisional = true;
    const struct trust_row *r = &fixture_assess(t.f)->trust[0];
    assert_int_equal(r->restated, 7); /* April to October: neither March nor November */
    assert_int_equal(r->provisional, 1);
    fixture_free(t.f);
}

static struct initiative *reports(struct two *t, const char *id, const char *cost,
                                  enum declared_status status) {
    struct initiative *i = FIXTURE_NEXT(t->f, initiatives);
    *i = (struct initiative){.id = id,
                             .name = id,
                             .owner = "Ann",
                             .unit = t->below,
                             .budget = known("100"),
                             .forecast_cost = known(cost),
                             .self_reported = status};
    return i;
}

static void initiatives_reported_better_are_told_with_their_distance(void **state) {
    (void)state;
    struct two t = two_new();
    reports(&t, "I1", "150", DECLARED_GREEN); /* red: two bands */
    reports(&t, "I2", "108", DECLARED_GREEN); /* amber: one */
    reports(&t, "I3", "100", DECLARED_RED);   /* worse than it is */
    reports(&t, "I4", "150", DECLARED_NONE);
    reports(&t, "I5", "150", DECLARED_GREEN)->closed = true;
    reports(&t, "I6", "150", DECLARED_GREEN)->state = STATE_PROPOSED;
    const struct assessment *a = fixture_assess(t.f);
    assert_int_equal(a->initiatives[0].flattery, 2);
    assert_int_equal(a->initiatives[2].flattery, -2);
    assert_int_equal(a->initiatives[3].flattery, 0);
    const struct trust_row *r = row_of(a, "Ann");
    assert_int_equal(r->initiatives, 4);
    assert_int_equal(r->disagreeing, 2);
    assert_int_equal(r->bands, 3);
    assert_int_equal(r->widest, 2);
    assert_int_equal(a->trust[1].initiatives, 0);
    assert_int_equal(a->trust[2].initiatives, 4);
    fixture_free(t.f);
}

static void an_initiative_without_an_owner_counts_for_its_unit(void **state) {
    (void)state;
    struct two t = two_new();
    reports(&t, "I1", "150", DECLARED_GREEN)->owner = "";
    reports(&t, "I2", "150", DECLARED_GREEN)->owner = NULL;
    const struct assessment *a = fixture_assess(t.f);
    assert_int_equal(a->trust_count, 1 + 2);
    assert_int_equal(a->trust[0].initiatives, 2);
    fixture_free(t.f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_whole_comes_first_then_units_then_owners_by_name),
        cmocka_unit_test(measures_that_are_not_judged_are_not_counted),
        cmocka_unit_test(stale_is_what_lacks_two_periods_and_once_had_one),
        cmocka_unit_test(a_ratio_may_be_told_by_its_parts_alone),
        cmocka_unit_test(a_carried_actual_is_none_of_its_own),
        cmocka_unit_test(who_stands_for_the_actual_that_is_judged),
        cmocka_unit_test(restated_and_provisional_values_are_those_of_the_fiscal_year),
        cmocka_unit_test(initiatives_reported_better_are_told_with_their_distance),
        cmocka_unit_test(an_initiative_without_an_owner_counts_for_its_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
