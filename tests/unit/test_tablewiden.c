#include "layout/table.h"
#include "layout/tablewiden.h"
#include "layoutcase.h"

static struct table_block *with_number(const char *number, enum align align) {
    struct table_block *block = add_table(1);
    block->columns.items[1].width = MM(8);
    block->columns.items[1].align = align;
    struct table_row *row = table_row(arena, block, ROW_BODY);
    table_text(arena, row, "Row");
    table_text(arena, row, number);
    return block;
}

static void a_number_is_not_broken_its_column_grows(void **state) {
    (void)state;
    const struct table_flow *table =
        table_make(&composer, with_number("1\u202F234\u202F567.5", ALIGN_RIGHT), MM(174));
    assert_int_equal(table->rows[1].cells[1].paragraphs[0]->count, 1);
    assert_true(table->columns[1].width > MM(8));
    assert_near(table->columns[1].x + table->columns[1].width, MM(174), 2);
}

static void columns_with_room_stay_as_they_are(void **state) {
    (void)state;
    const struct table_flow *table =
        table_make(&composer, with_number("12.5", ALIGN_RIGHT), MM(174));
    assert_int_equal(table->columns[1].width, MM(8));
    assert_null(tablewiden_block(&composer, table));
}

static void words_may_wrap(void **state) {
    (void)state;
    const struct table_flow *table =
        table_make(&composer, with_number("two words", ALIGN_RIGHT), MM(174));
    assert_int_equal(table->columns[1].width, MM(8));
    table = table_make(&composer, with_number("left-aligned/text", ALIGN_LEFT), MM(174));
    assert_int_equal(table->columns[1].width, MM(8));
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(a_number_is_not_broken_its_column_grows),
                                       CASE(columns_with_room_stay_as_they_are),
                                       CASE(words_may_wrap)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
