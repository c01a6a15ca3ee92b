#include "derivecase.h"

static struct initiative *add_initiative(struct fixture *f) {
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){.id = "I1", .name = "New site"};
    return i;
}

static struct benefit *add_benefit(struct fixture *f, const char *planned) {
    struct benefit *b = FIXTURE_NEXT(f, benefits);
    *b = (struct benefit){.id = "B1",
                          .name = "Fewer trips",
                          .unit_of_value = "",
                          .initiative = &f->plan.initiatives.items[0],
                          .planned = known(planned)};
    return b;
}

static void until_it_is_due_a_benefit_is_judged_by_its_forecast(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_initiative(f);
    struct benefit *b = add_benefit(f, "200");
    b->due = span(f, "2027");
    b->forecast = known("189");
    const struct derivation *d = derived(f, "B1");
    assert_string_equal(d->answer, "B1 Fewer trips is amber: 94.5 % of its case, as of 2026-10-31");
    step_is(d, "due", "no", "");
    step_is(d, "expected value", "189", "");
    step_is(d, "percent of the case", "94.5", "100 x 189 / 200 = 94.5");
    step_is(d, "status", "amber", "100 x 189 / 200 < 95 and 100 x 189 / 200 >= 80 -> amber");
    step_is(d, "overdue", "no", "");
    step_is(d, "reconciled", "no", "");
    b->forecast = known("190");
    step_is(derived(f, "B1"), "status", "green", "100 x 190 / 200 >= 95 -> green");
    b->due = (struct period){0};
    b->forecast = known("100");
    step_is(derived(f, "B1"), "status", "red", "100 x 100 / 200 < 80 -> red");
    b->forecast.known = false;
    d = derived(f, "B1");
    step_is(d, "expected value", "none", "");
    step_is(d, "status", "no data", "");
    b->planned.known = false;
    step_is(derived(f, "B1"), "status", "no data", "");
    b->forecast.known = true;
    d = derived(f, "B1");
    step_is(d, "status", "no data", "");
    assert_string_equal(step_of(d, "status")->words, "There is no case to judge it by.");
    fixture_free(f);
}

static void once_it_is_due_what_was_realised_counts(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_initiative(f);
    struct benefit *b = add_benefit(f, "-200");
    b->due = span(f, "2026-Q2");
    b->realised = known("-150");
    b->reconciled_on = day("2026-08-01");
    const struct derivation *d = derived(f, "B1");
    step_is(d, "due", "yes", "");
    step_is(d, "percent of the case", "75", "100 x (-150) / (-200) = 75");
    step_is(d, "overdue", "yes", "");
    step_is(d, "reconciled", "yes", "");
    b->realised = known("-200");
    step_is(derived(f, "B1"), "overdue", "no", "");
    b->realised.known = false;
    d = derived(f, "B1");
    step_is(d, "status", "no data", "");
    assert_string_equal(step_of(d, "status")->words,
                        "It is due and nobody has said what is realised.");
    fixture_free(f);
}

static void what_is_only_proposed_or_was_stopped_is_not_judged(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *i = add_initiative(f);
    add_benefit(f, "200")->forecast = known("1");
    i->state = STATE_PROPOSED;
    step_is(derived(f, "B1"), "status", "not due", "");
    assert_false(has_step(derived(f, "B1"), "due"));
    i->state = STATE_RETIRED;
    step_is(derived(f, "B1"), "status", "not applicable", "");
    assert_false(has_step(derived(f, "B1"), "due"));
    fixture_free(f);
}

static void a_share_too_large_to_show_is_judged(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_initiative(f);
    add_benefit(f, "0.000001")->forecast = known("9000000000000");
    const struct derivation *d = derived(f, "B1");
    assert_string_equal(d->answer, "B1 Fewer trips is green, as of 2026-10-31");
    assert_false(has_step(d, "percent of the case"));
    assert_string_equal(step_of(d, "status")->result, "green");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(until_it_is_due_a_benefit_is_judged_by_its_forecast),
        cmocka_unit_test(once_it_is_due_what_was_realised_counts),
        cmocka_unit_test(what_is_only_proposed_or_was_stopped_is_not_judged),
        cmocka_unit_test(a_share_too_large_to_show_is_judged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
