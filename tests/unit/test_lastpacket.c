#include "planfixture.h"

#include "assess/lastpacket.h"

/* One objective with a measure that has been red and is green, and in an older workbook red. */
static struct fixture *book(const char *id, const char *measure, const char *const actuals[2]) {
    struct fixture *f = fixture_new();
    struct objective *o = add_objective(f, id, add_unit(f, "U1"), add_perspective(f, "P1"));
    add_months(f, add_measure(f, measure, o), "2026-09", "100", actuals, 2);
    fixture_index(f);
    return f;
}

static const char *const rising[] = {"80", "100"};
static const char *const low[] = {"80", "80"};

static void without_an_older_workbook_it_is_the_period_before(void **state) {
    (void)state;
    struct fixture *f = book("O1", "M1", rising);
    const struct assessment *a = fixture_assess(f);
    enum status before = STATUS_GREEN;
    assert_true(lastpacket_objective(a, a->objectives[0].objective, &before));
    assert_int_equal(before, STATUS_RED);
    before = STATUS_GREEN;
    assert_true(lastpacket_measure(a, a->measures[0].measure, &before));
    assert_int_equal(before, STATUS_RED);
    assert_false(lastpacket_objective(a->previous, a->objectives[0].objective, &before));
    assert_false(lastpacket_measure(a->previous, a->measures[0].measure, &before));
    fixture_free(f);
}

static void an_older_workbook_goes_before_it_entity_by_entity(void **state) {
    (void)state;
    struct fixture *now = book("O1", "M1", low), *then = book("O1", "M1", rising);
    const struct assessment *older = fixture_assess(then);
    const struct assessment *a = lastpacket_beside(now->arena, fixture_assess(now), older);
    enum status before = STATUS_NO_DATA;
    assert_int_equal(a->objectives[0].status, STATUS_RED);
    assert_true(lastpacket_objective(a, a->objectives[0].objective, &before));
    assert_int_equal(before, STATUS_GREEN);
    before = STATUS_NO_DATA;
    assert_true(lastpacket_measure(a, a->measures[0].measure, &before));
    assert_int_equal(before, STATUS_GREEN);
    fixture_free(now);
    fixture_free(then);
}

static void what_was_not_there_then_has_no_status_of_then(void **state) {
    (void)state;
    struct fixture *now = book("O2", "M2", low), *then = book("O1", "M1", rising);
    const struct assessment *a =
        lastpacket_beside(now->arena, fixture_assess(now), fixture_assess(then));
    enum status before = STATUS_NO_DATA;
    assert_false(lastpacket_objective(a, a->objectives[0].objective, &before));
    assert_false(lastpacket_measure(a, a->measures[0].measure, &before));
    assert_int_equal(before, STATUS_NO_DATA);
    fixture_free(now);
    fixture_free(then);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_an_older_workbook_it_is_the_period_before),
        cmocka_unit_test(an_older_workbook_goes_before_it_entity_by_entity),
        cmocka_unit_test(what_was_not_there_then_has_no_status_of_then),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
