#include "comparecase.h"

static void names_are_stable(void **state) {
    (void)state;
    assert_string_equal(compare_kind_name(CHANGED_NEW), "new");
    assert_string_equal(compare_kind_name(CHANGED_WITHDRAWN), "withdrawn");
    assert_string_equal(compare_kind_name(CHANGED_OTHER), "other");
    assert_string_equal(compare_approval_name(APPROVAL_NOT_NEEDED), "not-needed");
    assert_string_equal(compare_approval_name(APPROVAL_OTHER_TIME), "other-time");
    assert_string_equal(compare_approval_name(APPROVAL_MISSING), "missing");
}

#define UNITS(order) TOP order
#define CHILD(id)    UNIT(id, "parent='U0' kind='business'")

static void ids_are_sorted_as_people_count(void **state) {
    assert_differences(
        compare_of(state, (struct sections){0},
                   (struct sections){.units = TOP CHILD("U10") CHILD("U2") CHILD("U1") CHILD("U2b")
                                         CHILD("A") CHILD("U02")}),
        "new unit A\nnew unit U1\nnew unit U02\nnew unit U2\nnew unit U2b\nnew unit U10\n");
}

static void what_needs_approval_is_counted(void **state) {
    struct sections before = {.objectives = OBJECTIVE("O1", "U0", "P1", "weight='60'")
                                  OBJECTIVE("O2", "U0", "P2", "weight='40'")};
    struct sections after = {
        .objectives =
            OBJECTIVE("O1", "U0", "P1", "weight='70'") OBJECTIVE("O2", "U0", "P2", "weight='30'"),
        .more = CHANGES(CHANGE("C1", "O1", APPROVED "field='Weight' newValue='70'"))};
    const struct comparison *comparison = compare_of(state, before, after);
    assert_int_equal(comparison->approved, 1);
    assert_int_equal(comparison->unapproved, 1);
    assert_int_equal(comparison->kinds[CHANGED_AGREED], 2);
    assert_int_equal(comparison->kinds[CHANGED_NEW], 1);
    assert_false(compare_unapproved(&comparison->differences.items[0]));
    assert_true(compare_unapproved(&comparison->differences.items[1]));
}

static void statuses_come_last(void **state) {
    struct sections after = {.values = VALUE("M1", "2026-10", "target", "100")
                                 VALUE("M1", "2026-10", "actual", "10") VALUES_OF("M2"),
                             .units = TOP CHILD("U1")};
    const struct comparison *comparison = judged_of(state, (struct sections){0}, after);
    size_t count = comparison->differences.count;
    assert_true(count > 2);
    bool statuses = false;
    for (size_t i = 0; i < count; i++) {
        bool status = comparison->differences.items[i].kind == CHANGED_STATUS;
        assert_true(status || !statuses);
        statuses = status;
    }
    assert_true(statuses);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        fixture_test(names_are_stable),
        fixture_test(ids_are_sorted_as_people_count),
        fixture_test(what_needs_approval_is_counted),
        fixture_test(statuses_come_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
