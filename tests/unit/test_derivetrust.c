#include "derivecase.h"

static void attest(struct fixture *f, struct measure *m, const char *period,
                   enum attestation_statement statement) {
    *FIXTURE_NEXT(f, attestations) = (struct attestation){.measure = m,
                                                          .period = span(f, period),
                                                          .by = "Ann",
                                                          .on = day("2026-11-02"),
                                                          .statement = statement};
}

static void every_measure_is_counted_where_it_belongs(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct objective *o = one_objective(f);
    struct objective *other =
        add_objective(f, "O2", add_unit(f, "U2"), &f->plan.perspectives.items[0]);
    struct measure *m1 = add_simple(f, "M1", o, "95");
    m1->owner = "Ann";
    add_value(f, m1, SERIES_ACTUAL, "2026-03", "90");
    add_value(f, m1, SERIES_ACTUAL, "2025-03", "90");
    m1->series[SERIES_ACTUAL].items[0].restated = true; /* of another year */
    m1->series[SERIES_ACTUAL].items[1].restated = true;
    add_value(f, m1, SERIES_ACTUAL, "2026-11", "90");
    m1->series[SERIES_ACTUAL].items[2].provisional = true;
    m1->series[SERIES_ACTUAL].items[3].provisional = true; /* after the judged one */
    struct measure *m2 = add_simple(f, "M2", o, "95"), *m3 = add_simple(f, "M3", o, "95");
    struct measure *m4 = add_simple(f, "M4", o, "95"), *m5 = add_simple(f, "M5", o, "95");
    struct measure *m6 = add_simple(f, "M6", o, NULL);
    m6->owner = "Ann";
    add_value(f, m6, SERIES_ACTUAL, "2026-06", "90");
    add_value(f, m6, SERIES_ACTUAL, "2026-07", "90");
    m6->aggregation = AGGREGATE_RATIO;
    add_value(f, m6, SERIES_NUMERATOR, "2026-04", "9"); /* of nothing */
    add_value(f, m6, SERIES_NUMERATOR, "2026-05", "9");
    add_value(f, m6, SERIES_DENOMINATOR, "2026-05", "10");
    struct measure *m7 = add_simple(f, "M7", o, NULL);
    add_value(f, m7, SERIES_ACTUAL, "2026-09", "90");
    m7->owner = "Bob";
    add_simple(f, "M8", o, NULL);
    add_simple(f, "M9", other, "95");
    add_simple(f, "MX", o, "95")->state = STATE_PROPOSED;
    add_value(f, add_measure(f, "MY", o), SERIES_TARGET, "2026-12", "9"); /* not due yet */
    attest(f, m1, "2026-10", ATTESTED_ACCURATE);
    attest(f, m2, "2026-10", ATTESTED_ESTIMATED);
    attest(f, m3, "2026-10", ATTESTED_QUALIFIED);
    attest(f, m4, "2026-10", ATTESTED_NOT);
    attest(f, m5, "2026-09", ATTESTED_ACCURATE);
    const struct derivation *d = derived(f, "U1/trust");
    step_is(d, "stale", "1", "");
    assert_string_equal(input_of(step_of(d, "stale"), "M6")->value, "last actual of 2026-07");
    assert_int_equal(step_of(d, "stale")->inputs.count, 1); /* M8 never had one */
    step_is(d, "attested", "1", "");
    assert_string_equal(input_of(step_of(d, "attested"), "M1")->value, "by Ann on 2026-11-02");
    step_is(d, "estimated", "2", "");
    step_is(d, "unattested", "2", "");
    assert_string_equal(input_of(step_of(d, "unattested"), "M5")->value, "no attestation");
    step_is(d, "restated", "1", "");
    step_is(d, "provisional", "1", "");
    assert_false(has_step(d, "initiatives"));
    d = derived(f, "Ann");
    assert_string_equal(d->answer, "Ann: 1 of 2 measures with an actual, 1 attested as accurate");
    step_is(d, "with an actual", "1", "2 - 1 = 1");
    assert_int_equal(step_of(derived(f, "trust"), "measures")->inputs.count,
                     step_of(derived(f, "U1/trust"), "measures")->inputs.count + 1);
    fixture_free(f);
}

static struct initiative *add_initiative(struct fixture *f, const char *id, const char *cost,
                                         enum declared_status reported) {
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){.id = id,
                             .name = "New site",
                             .owner = "Ann",
                             .unit = &f->plan.units.items[0],
                             .budget = known("100"),
                             .forecast_cost = known(cost),
                             .self_reported = reported};
    return i;
}

static void initiatives_are_compared_with_what_their_owners_say(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    one_objective(f);
    add_initiative(f, "I1", "120", DECLARED_GREEN);
    add_initiative(f, "I2", "107", DECLARED_GREEN);
    add_initiative(f, "I3", "107", DECLARED_NONE);
    add_initiative(f, "I4", "100", DECLARED_RED);
    add_initiative(f, "I5", "120", DECLARED_GREEN)->closed = true;
    add_initiative(f, "I6", "120", DECLARED_GREEN)->state = STATE_PROPOSED;
    add_initiative(f, "I7", "120", DECLARED_GREEN)->unit = add_unit(f, "U2");
    const struct derivation *d = derived(f, "U1/trust");
    step_is(d, "initiatives", "4", "");
    assert_string_equal(input_of(step_of(d, "initiatives"), "I3 New site")->value,
                        "reported nothing, comes out amber");
    step_is(d, "reported better than they come out", "2", "");
    step_is(d, "bands reported better", "3", "2 + 1 = 3");
    step_is(d, "most bands reported better", "2", "max(2, 1) = 2");
    f->plan.initiatives.items[0].self_reported = DECLARED_RED;
    f->plan.initiatives.items[1].self_reported = DECLARED_AMBER;
    assert_false(has_step(derived(f, "U1/trust"), "bands reported better"));
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_measure_is_counted_where_it_belongs),
        cmocka_unit_test(initiatives_are_compared_with_what_their_owners_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
