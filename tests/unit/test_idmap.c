#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/idmap.h"
#include <stdio.h>
#include <string.h>

static int setup(void **state) {
    *state = arena_new(0, NULL, NULL);
    return *state ? 0 : -1;
}

static int teardown(void **state) {
    arena_free(*state);
    return 0;
}

static void a_stored_key_is_found_and_another_is_not(void **state) {
    struct idmap *map = idmap_new(*state);
    char key[] = "M07";
    assert_int_equal(idmap_find(map, key), IDMAP_NONE);
    assert_int_equal(idmap_put(map, key, 3), 3);
    memset(key, 'x', 3); /* the map has its own copy */
    assert_int_equal(idmap_find(map, "M07"), 3);
    assert_int_equal(idmap_find(map, "m07"), IDMAP_NONE);
    assert_int_equal(idmap_find(map, "M0"), IDMAP_NONE);
    assert_int_equal(idmap_find(map, ""), IDMAP_NONE);
}

static void the_first_value_of_a_key_stays_unless_it_is_set(void **state) {
    struct idmap *map = idmap_new(*state);
    idmap_put(map, "a", 1);
    assert_int_equal(idmap_put(map, "a", 2), 1);
    assert_int_equal(idmap_find(map, "a"), 1);
    idmap_set(map, "a", 5);
    idmap_set(map, "b", 6);
    assert_int_equal(idmap_find(map, "a"), 5);
    assert_int_equal(idmap_count(map), 2);
}

static void many_keys_are_kept_in_order_of_insertion(void **state) {
    struct idmap *map = idmap_new(*state);
    char key[32];
    for (unsigned i = 0; i < 100000; i++) {
        snprintf(key, sizeof key, "key-%u", i * 7919u);
        idmap_put(map, key, i);
    }
    assert_int_equal(idmap_count(map), 100000);
    for (unsigned i = 0; i < 100000; i++) {
        snprintf(key, sizeof key, "key-%u", i * 7919u);
        assert_int_equal(idmap_find(map, key), i);
        assert_string_equal(idmap_key(map, i), key);
    }
}

static void a_likely_slip_of_the_pen_is_suggested(void **state) {
    struct idmap *map = idmap_new(*state);
    idmap_put(map, "O9", 0);
    idmap_put(map, "Customer", 1);
    idmap_put(map, "Revenue", 2);
    assert_string_equal(idmap_nearest(map, "O99"), "O9");
    assert_string_equal(idmap_nearest(map, "Cusotmer"), "Customer"); /* two letters swapped */
    assert_string_equal(idmap_nearest(map, "REVENUE"), "Revenue");
    assert_string_equal(idmap_nearest(map, "Revenus"), "Revenue");
    assert_null(idmap_nearest(map, "Headcount"));
    assert_null(idmap_nearest(map, "X"));
    assert_null(idmap_nearest(map, ""));
}

static void the_nearest_of_several_is_suggested_and_the_first_of_equals(void **state) {
    struct idmap *map = idmap_new(*state);
    idmap_put(map, "Measure03", 0);
    idmap_put(map, "Measure12", 1);
    idmap_put(map, "Measure13", 2);
    assert_string_equal(idmap_nearest(map, "Measure1"), "Measure12");
    assert_string_equal(idmap_nearest(map, "Measure133"), "Measure13");
}

static void one_alone_is_suggested_or_none(void **state) {
    struct idmap *map = idmap_new(*state);
    idmap_put(map, "Measure03", 0);
    idmap_put(map, "Measure12", 1);
    idmap_put(map, "Measure13", 2);
    assert_null(idmap_nearest_alone(map, "Measure1"));
    assert_null(idmap_nearest_alone(map, "Measure14"));
    assert_string_equal(idmap_nearest_alone(map, "Measure133"), "Measure13");
    assert_string_equal(idmap_nearest_alone(map, "measure13"), "Measure13");
    assert_null(idmap_nearest_alone(map, "Headcount"));
}

static void characters_count_for_nearness_not_bytes(void **state) {
    struct idmap *map = idmap_new(*state);
    idmap_put(map, "\xC3\x84rzte", 0);
    assert_string_equal(idmap_nearest(map, "Arzte"), "\xC3\x84rzte");
}

static void very_long_keys_are_never_compared(void **state) {
    struct idmap *map = idmap_new(*state);
    char key[200];
    memset(key, 'a', sizeof key - 1);
    key[sizeof key - 1] = '\0';
    idmap_put(map, key, 0);
    key[0] = 'b';
    assert_null(idmap_nearest(map, key));
    assert_null(idmap_nearest(map, "b"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stored_key_is_found_and_another_is_not),
        cmocka_unit_test(the_first_value_of_a_key_stays_unless_it_is_set),
        cmocka_unit_test(many_keys_are_kept_in_order_of_insertion),
        cmocka_unit_test(a_likely_slip_of_the_pen_is_suggested),
        cmocka_unit_test(the_nearest_of_several_is_suggested_and_the_first_of_equals),
        cmocka_unit_test(one_alone_is_suggested_or_none),
        cmocka_unit_test(characters_count_for_nearness_not_bytes),
        cmocka_unit_test(very_long_keys_are_never_compared),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
