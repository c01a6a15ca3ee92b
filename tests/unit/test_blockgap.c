#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/blockgap.h"

static mp between(enum block_kind above, enum block_kind kind) {
    const struct block first = {.kind = above, .level = 2}, second = {.kind = kind, .level = 2};
    return blockgap(&first, &second);
}

static void nothing_stands_above_the_first(void **state) {
    (void)state;
    const struct block block = {.kind = BLOCK_HEADING, .level = 2};
    assert_int_equal(blockgap(NULL, &block), 0);
}

static void a_heading_needs_more_above_than_below(void **state) {
    (void)state;
    assert_int_equal(between(BLOCK_TEXT, BLOCK_HEADING), 4 * UNIT_U);
    assert_int_equal(between(BLOCK_HEADING, BLOCK_TEXT), UNIT_U);
    assert_int_equal(between(BLOCK_HEADING, BLOCK_HEADING), 2 * UNIT_U);
    const struct block text = {.kind = BLOCK_TEXT}, small = {.kind = BLOCK_HEADING, .level = 3};
    assert_int_equal(blockgap(&text, &small), 3 * UNIT_U);
}

static void what_explains_a_table_stands_near_it(void **state) {
    (void)state;
    const struct block table = {.kind = BLOCK_TABLE},
                       key = {.kind = BLOCK_TEXT, .style = STYLE_KEY};
    assert_int_equal(blockgap(&table, &key), UNIT_U);
    assert_int_equal(between(BLOCK_TABLE, BLOCK_TEXT), 2 * UNIT_U);
    assert_int_equal(between(BLOCK_TABLE, BLOCK_TABLE), 4 * UNIT_U);
}

static void a_panel_stands_apart(void **state) {
    (void)state;
    assert_int_equal(between(BLOCK_TEXT, BLOCK_PANEL), 4 * UNIT_U);
    assert_int_equal(between(BLOCK_TITLE, BLOCK_PANEL), 3 * UNIT_U);
    assert_int_equal(between(BLOCK_TEXT, BLOCK_TEXT), UNIT_U);
    assert_int_equal(between(BLOCK_TEXT, BLOCK_COLUMNS), 2 * UNIT_U);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_stands_above_the_first),
        cmocka_unit_test(a_heading_needs_more_above_than_below),
        cmocka_unit_test(what_explains_a_table_stands_near_it),
        cmocka_unit_test(a_panel_stands_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
