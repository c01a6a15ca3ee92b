#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "compare/approvalpile.h"

static int setup(void **state) {
    *state = arena_new(0, NULL, NULL);
    return *state ? 0 : -1;
}

static int teardown(void **state) {
    arena_free(*state);
    return 0;
}

static void add(struct approvalpile *pile, size_t number, const char *value,
                enum change_status status, int32_t from, int32_t period) {
    struct approvalpile_request request = {number, value, status, false, from, period};
    approvalpile_add(pile, &request);
}

static void expect(const struct approvalpile *pile, const char *value, int32_t day, int32_t period,
                   enum approval approval, size_t number) {
    struct approvalpile_move move = {value, day, period};
    struct approvalpile_answer found = approvalpile_ask(pile, &move);
    assert_int_equal(found.approval, approval);
    assert_int_equal(found.number, number);
}

static void without_requests_nothing_is_approved(void **state) {
    struct approvalpile *pile = approvalpile_new(*state);
    expect(pile, "=1", 10, 10, APPROVAL_MISSING, APPROVALPILE_NONE);
}

static void the_value_decides_before_anything_else(void **state) {
    struct approvalpile *pile = approvalpile_new(*state);
    add(pile, 9, "=1", CHANGE_REJECTED, INT32_MIN, INT32_MIN);
    add(pile, 8, "=2", CHANGE_APPROVED, INT32_MIN, INT32_MIN);
    add(pile, 7, "=3", CHANGE_DRAFT, INT32_MIN, INT32_MIN);
    add(pile, 6, "=3", CHANGE_SUBMITTED, INT32_MIN, INT32_MIN);
    add(pile, 5, "=2", CHANGE_IMPLEMENTED, INT32_MIN, INT32_MIN);
    expect(pile, "=2", 0, 0, APPROVAL_GIVEN, 8);
    expect(pile, "=1", 0, 0, APPROVAL_OTHER_VALUE, 8);
    expect(pile, "=3", 0, 0, APPROVAL_OTHER_VALUE, 8);
    expect(pile, NULL, 0, 0, APPROVAL_OTHER_VALUE, 8);
}

static void what_is_asked_for_or_refused_counts_where_nothing_is_approved(void **state) {
    struct approvalpile *pile = approvalpile_new(*state);
    add(pile, 9, "=1", CHANGE_REJECTED, INT32_MIN, INT32_MIN);
    add(pile, 8, "=1", CHANGE_DRAFT, INT32_MIN, INT32_MIN);
    add(pile, 7, "=1", CHANGE_DRAFT, INT32_MIN, INT32_MIN);
    expect(pile, "=1", 0, 0, APPROVAL_PENDING, 8);
    expect(pile, "=2", 0, 0, APPROVAL_MISSING, APPROVALPILE_NONE);
}

static void the_last_of_other_values_is_told(void **state) {
    struct approvalpile *pile = approvalpile_new(*state);
    add(pile, 9, "=1", CHANGE_APPROVED, INT32_MAX, INT32_MIN);
    add(pile, 8, "=1", CHANGE_APPROVED, INT32_MAX, INT32_MIN);
    add(pile, 7, "=2", CHANGE_APPROVED, INT32_MIN, INT32_MIN);
    add(pile, 6, "=3", CHANGE_APPROVED, INT32_MIN, INT32_MIN);
    expect(pile, "=4", 0, 0, APPROVAL_OTHER_VALUE, 9);
    expect(pile, "=1", 0, 0, APPROVAL_OTHER_VALUE, 7); /* its own holds only later */
}

static void of_those_that_hold_in_time_the_last_is_told(void **state) {
    struct approvalpile *pile = approvalpile_new(*state);
    add(pile, 9, "", CHANGE_APPROVED, 100, 50);
    add(pile, 8, "", CHANGE_APPROVED, 100, 60); /* whenever it holds, so does the last */
    add(pile, 7, "", CHANGE_APPROVED, 110, 40);
    add(pile, 6, "", CHANGE_APPROVED, 20, 20);
    expect(pile, "=1", 100, 60, APPROVAL_GIVEN, 9);
    expect(pile, "=1", 110, 45, APPROVAL_GIVEN, 7);
    expect(pile, "=1", 99, 60, APPROVAL_GIVEN, 6);
    expect(pile, "=1", 19, 60, APPROVAL_OTHER_TIME, 9);
    expect(pile, "=1", 99, 19, APPROVAL_OTHER_TIME, 9);
    expect(pile, "=1", 100, INT32_MAX, APPROVAL_GIVEN, 9);
}

static void one_carried_out_before_stands_for_its_value_only(void **state) {
    struct approvalpile *pile = approvalpile_new(*state);
    struct approvalpile_request spent = {.number = 3,
                                         .value = "=1",
                                         .status = CHANGE_IMPLEMENTED,
                                         .spent = true,
                                         .from = INT32_MIN,
                                         .period = INT32_MIN};
    approvalpile_add(pile, &spent);
    expect(pile, "=1", 0, 0, APPROVAL_GIVEN, 3);
    expect(pile, "=2", 0, 0, APPROVAL_MISSING, APPROVALPILE_NONE);
}

static void a_value_that_never_stands_is_another_one(void **state) {
    struct approvalpile *pile = approvalpile_new(*state);
    add(pile, 9, NULL, CHANGE_DRAFT, INT32_MIN, INT32_MIN);
    expect(pile, NULL, 0, 0, APPROVAL_MISSING, APPROVALPILE_NONE);
    add(pile, 8, NULL, CHANGE_APPROVED, INT32_MIN, INT32_MIN);
    expect(pile, NULL, 0, 0, APPROVAL_OTHER_VALUE, 8);
}

#define PILE_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        PILE_TEST(without_requests_nothing_is_approved),
        PILE_TEST(the_value_decides_before_anything_else),
        PILE_TEST(what_is_asked_for_or_refused_counts_where_nothing_is_approved),
        PILE_TEST(the_last_of_other_values_is_told),
        PILE_TEST(of_those_that_hold_in_time_the_last_is_told),
        PILE_TEST(one_carried_out_before_stands_for_its_value_only),
        PILE_TEST(a_value_that_never_stands_is_another_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
