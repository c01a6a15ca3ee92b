#include "derivecase.h"

static void a_unit_counts_its_own_objectives_by_status(void **state) {
    (void)state;
    struct fixture *f = fixture_new();
    struct unit *u1 = add_unit(f, "U1"), *u2 = add_unit(f, "U2");
    u2->parent = u1;
    struct perspective *p1 = add_perspective(f, "P1"), *p2 = add_perspective(f, "P2");
    add_simple(f, "M1", add_objective(f, "O1", u1, p1), "100");
    add_simple(f, "M2", add_objective(f, "O2", u1, p1), "95");
    add_simple(f, "M3", add_objective(f, "O3", u1, p2), "50");
    add_objective(f, "O4", u1, p2);
    add_objective(f, "O5", u1, p2)->state = STATE_RETIRED;
    add_simple(f, "M6", add_objective(f, "O6", u2, p2), "50");
    const struct derivation *d = derived(f, "U1");
    step_is(d, "objectives by status", "1 green, 1 amber, 1 red, 1 grey", "");
    assert_int_equal(step_of(d, "objectives by status")->inputs.count, 4);
    assert_string_equal(input_of(step_of(d, "objectives by status"), "O3 O3")->value, "red");
    fixture_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_unit_counts_its_own_objectives_by_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
