#include "layout/tablecolumns.h"
#include "layoutcase.h"

static struct table_block *block;

static struct table_column *column(enum align align, mp width) {
    return table_column(arena, block, "Head", align, width, STYLE_TABLE);
}

static int begin(void **state) {
    const int result = setup(state);
    block = arena_alloc(arena, sizeof *block);
    return result;
}

static void one_flexible_column_takes_what_is_left(void **state) {
    (void)state;
    column(ALIGN_LEFT, MM(10));
    column(ALIGN_LEFT, 0);
    column(ALIGN_RIGHT, MM(20));
    const struct column_box *boxes = tablecolumns_make(&composer, block, MM(174));
    assert_int_equal(boxes[0].x, 0);
    assert_int_equal(boxes[1].x, MM(10) + MM(1.6));
    assert_int_equal(boxes[2].x + boxes[2].width, MM(174));
}

static void text_keeps_its_distance_from_a_number_before_it(void **state) {
    (void)state;
    column(ALIGN_RIGHT, MM(20));
    column(ALIGN_LEFT, MM(20));
    column(ALIGN_LEFT, MM(20))->gap = MM(5);
    const struct column_box *boxes = tablecolumns_make(&composer, block, MM(174));
    assert_int_equal(boxes[1].x - MM(20), MM(3));
    assert_int_equal(boxes[2].x - boxes[1].x - MM(20), MM(5));
}

static void flexible_columns_share_by_their_shares(void **state) {
    (void)state;
    column(ALIGN_LEFT, 0)->share = 3;
    column(ALIGN_LEFT, 0)->share = 1;
    const struct column_box *boxes = tablecolumns_make(&composer, block, MM(201.6));
    assert_near(boxes[0].width, MM(150), 10);
    assert_near(boxes[1].width, MM(50), 10);
}

static void none_gets_less_than_its_least(void **state) {
    (void)state;
    column(ALIGN_LEFT, 0)->share = 9;
    column(ALIGN_LEFT, 0)->share = 1;
    const struct column_box *boxes = tablecolumns_make(&composer, block, MM(101.6));
    assert_int_equal(boxes[1].width, MM(36));
    assert_near(boxes[0].width, MM(64), 10);
}

static void where_too_little_is_left_all_shrink_alike(void **state) {
    (void)state;
    column(ALIGN_LEFT, 0);
    column(ALIGN_LEFT, 0);
    const struct column_box *boxes = tablecolumns_make(&composer, block, MM(51.6));
    assert_near(boxes[0].width, MM(25), 10);
    assert_near(boxes[1].width, MM(25), 10);
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
}

static void a_table_without_room_for_its_text_is_reported_BP5004(void **state) {
    (void)state;
    column(ALIGN_LEFT, 0);
    column(ALIGN_RIGHT, MM(170));
    assert_false(tablecolumns_fit(block, MM(174)));
    assert_true(tablecolumns_fit(block, MM(190)));
    tablecolumns_check(&composer, block, MM(190));
    tablecolumns_check(&composer, block, MM(174));
    size_t count = 0;
    const struct diag *found = diags_sorted(diags, &count);
    assert_int_equal(count, 1);
    assert_int_equal(found[0].code, BP5004);
    /* Still readable, and told once however often it is measured. */
    assert_near(tablecolumns_make(&composer, block, MM(174))[0].width, READABLE_LEAST, 2);
    assert_int_equal(diags_count(diags, DIAG_ERROR), 1);
}

#define COLUMN_CASE(name) cmocka_unit_test_setup_teardown(name, begin, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        COLUMN_CASE(one_flexible_column_takes_what_is_left),
        COLUMN_CASE(text_keeps_its_distance_from_a_number_before_it),
        COLUMN_CASE(flexible_columns_share_by_their_shares),
        COLUMN_CASE(none_gets_less_than_its_least),
        COLUMN_CASE(where_too_little_is_left_all_shrink_alike),
        COLUMN_CASE(a_table_without_room_for_its_text_is_reported_BP5004)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
