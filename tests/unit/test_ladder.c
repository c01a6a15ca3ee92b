#include "workbook/ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { AT_ROOT = LADDER_OWN, AT_ITEM };

static const struct ladder_step steps[] = {
    {LADDER_TOP, "urn:a", "root", AT_ROOT},
    {AT_ROOT, "urn:a", "item", AT_ITEM},
    {AT_ITEM, "urn:a", "item", AT_ITEM},
};

static unsigned enter(struct ladder *ladder, const char *space, const char *name) {
    return ladder_enter(ladder, &(struct xmlread_element){.space = space, .name = name});
}

static void steps_lead_from_level_to_level(void **state) {
    (void)state;
    struct ladder ladder = {.steps = steps, .count = 3};
    assert_int_equal(ladder_level(&ladder), LADDER_TOP);
    assert_int_equal(ladder_parent(&ladder), LADDER_TOP);
    assert_int_equal(enter(&ladder, "urn:a", "root"), AT_ROOT);
    assert_int_equal(enter(&ladder, "urn:a", "item"), AT_ITEM);
    assert_int_equal(ladder_parent(&ladder), AT_ROOT);
    assert_int_equal(enter(&ladder, "urn:a", "item"), AT_ITEM);
    assert_int_equal(ladder_leave(&ladder), AT_ITEM);
    assert_int_equal(ladder_leave(&ladder), AT_ITEM);
    assert_int_equal(ladder_level(&ladder), AT_ROOT);
}

static void strangers_are_skipped_with_all_they_hold(void **state) {
    (void)state;
    struct ladder ladder = {.steps = steps, .count = 3};
    assert_int_equal(enter(&ladder, "urn:b", "root"), LADDER_SKIP);
    assert_int_equal(enter(&ladder, "urn:a", "item"), LADDER_SKIP);
    assert_int_equal(ladder_leave(&ladder), LADDER_SKIP);
    assert_int_equal(ladder_leave(&ladder), LADDER_SKIP);
    assert_int_equal(enter(&ladder, "urn:a", "item"), LADDER_SKIP);
    assert_int_equal(ladder_leave(&ladder), LADDER_SKIP);
    assert_int_equal(enter(&ladder, "urn:a", "root"), AT_ROOT);
}

static void a_step_without_a_name_is_one_by_any_element(void **state) {
    (void)state;
    static const struct ladder_step any[] = {
        {LADDER_TOP, "urn:a", "root", AT_ROOT},
        {AT_ROOT, NULL, NULL, AT_ITEM},
    };
    struct ladder ladder = {.steps = any, .count = 2};
    assert_int_equal(enter(&ladder, "urn:b", "item"), LADDER_SKIP);
    assert_int_equal(ladder_leave(&ladder), LADDER_SKIP);
    assert_int_equal(enter(&ladder, "urn:a", "root"), AT_ROOT);
    assert_int_equal(enter(&ladder, "urn:b", "b"), AT_ITEM);
    assert_int_equal(enter(&ladder, "urn:b", "b"), LADDER_SKIP);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_lead_from_level_to_level),
        cmocka_unit_test(strangers_are_skipped_with_all_they_hold),
        cmocka_unit_test(a_step_without_a_name_is_one_by_any_element),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
