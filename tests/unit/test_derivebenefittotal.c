#include "derivecase.h"

static struct initiative *add_initiative(struct fixture *f, const char *id) {
    struct initiative *i = FIXTURE_NEXT(f, initiatives);
    *i = (struct initiative){.id = id, .name = "New site"};
    return i;
}

static struct benefit *add_benefit(struct fixture *f, const char *id, struct initiative *initiative,
                                   const char *planned) {
    struct benefit *b = FIXTURE_NEXT(f, benefits);
    *b = (struct benefit){.id = id,
                          .name = "Fewer trips",
                          .unit_of_value = "",
                          .initiative = initiative,
                          .planned = known(planned)};
    return b;
}

static void benefits_of_a_type_are_added_up(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct initiative *one = add_initiative(f, "I1"), *two = add_initiative(f, "I2");
    add_initiative(f, "I3")->state = STATE_PROPOSED;
    add_benefit(f, "B1", one, "100")->forecast = known("90");
    struct benefit *b2 = add_benefit(f, "B2", two, "50");
    b2->due = span(f, "2026-Q2");
    b2->realised = known("45");
    add_benefit(f, "B3", two, "9")->unit_of_value = "hours";
    add_benefit(f, "B4", two, "9")->type = BENEFIT_NON_CASHABLE;
    add_benefit(f, "B7", two, "9")->planned.known = false;
    add_benefit(f, "B5", &f->plan.initiatives.items[2], "9");
    struct benefit *b6 = add_benefit(f, "B6", two, "9");
    b6->type = BENEFIT_NON_FINANCIAL;
    b6->unit_of_value = "hours";
    const struct derivation *d = derived(f, "benefits");
    assert_string_equal(d->answer, "benefits All benefits: cashable amber, non-cashable no data, "
                                   "non-financial no data, as of 2026-10-31");
    step_is(d, "cashable: benefits", "2", "");
    step_is(d, "cashable: benefits in other units", "2", "");
    step_is(d, "cashable: planned", "150", "100 + 50 = 150");
    step_is(d, "cashable: expected", "135", "90 + 45 = 135");
    step_is(d, "cashable: realised", "45", "");
    step_is(d, "cashable: percent of the case", "90", "100 x 135 / 150 = 90");
    step_is(d, "cashable: status", "amber",
            "100 x 135 / 150 < 95 and 100 x 135 / 150 >= 80 -> amber");
    step_is(d, "cashable: overdue", "1", "");
    step_is(d, "non-cashable: status", "no data", "");
    step_is(d, "non-cashable: expected", "none", "");
    assert_false(has_step(d, "non-financial: planned"));
    d = derived(f, "I2/benefits");
    step_is(d, "cashable: planned", "50", "");
    step_is(d, "cashable: status", "amber", "100 x 45 / 50 < 95 and 100 x 45 / 50 >= 80 -> amber");
    fixture_free(f);
}

static void a_share_too_large_to_show_is_judged(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    add_benefit(f, "B1", add_initiative(f, "I1"), "0.000001")->forecast = known("9000000000000");
    const struct derivation *d = derived(f, "benefits");
    assert_false(has_step(d, "cashable: percent of the case"));
    assert_string_equal(step_of(d, "cashable: status")->result, "green");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(benefits_of_a_type_are_added_up),
        cmocka_unit_test(a_share_too_large_to_show_is_judged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
