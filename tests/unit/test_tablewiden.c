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
        table_make(&composer, with_number("of a few", ALIGN_RIGHT), MM(174));
    assert_int_equal(table->columns[1].width, MM(8));
    table = table_make(&composer, with_number("one-two/six", ALIGN_LEFT), MM(174));
    assert_int_equal(table->columns[1].width, MM(8));
}

static void an_id_is_not_broken_at_its_hyphen(void **state) {
    (void)state;
    struct table_block *block = with_number("COL-12", ALIGN_LEFT);
    const struct table_flow *table = table_make(&composer, block, MM(174));
    assert_int_equal(table->rows[1].cells[1].paragraphs[0]->count, 2);
    block->rows.items[1].cells.items[1].whole = true;
    table = table_make(&composer, block, MM(174));
    assert_int_equal(table->rows[1].cells[1].paragraphs[0]->count, 1);
    assert_true(table->columns[1].width > MM(8));
    assert_near(table->columns[1].x + table->columns[1].width, MM(174), 2);
}

static void a_whole_cell_of_several_words_stays_on_one_line(void **state) {
    (void)state;
    struct table_block *block = with_number("re-plan of one", ALIGN_LEFT);
    block->rows.items[1].cells.items[1].whole = true;
    const struct table_flow *table = table_make(&composer, block, MM(174));
    assert_int_equal(table->rows[1].cells[1].paragraphs[0]->count, 1);
}

static void a_word_that_needs_a_little_more_is_not_cut(void **state) {
    (void)state;
    struct table_block *block = with_number("for information", ALIGN_LEFT);
    block->columns.items[1].width = MM(13);
    const struct table_flow *table = table_make(&composer, block, MM(174));
    const struct paragraph *paragraph = table->rows[1].cells[1].paragraphs[0];
    assert_int_equal(paragraph->count, 2);
    assert_int_equal(paragraph->uncut, 0);
    assert_true(table->columns[1].width > MM(13));
    assert_true(table->columns[1].width <= MM(19));
}

static void a_word_that_needs_much_more_is_cut(void **state) {
    (void)state;
    struct table_block *block = with_number("incomprehensible", ALIGN_LEFT);
    const struct table_flow *table = table_make(&composer, block, MM(174));
    assert_int_equal(table->columns[1].width, MM(8));
    assert_true(table->rows[1].cells[1].paragraphs[0]->uncut > MM(14));
}

static void a_word_takes_nothing_from_a_narrow_neighbour(void **state) {
    (void)state;
    struct table_block *block = with_number("information", ALIGN_LEFT);
    block->columns.items[1].width = MM(13);
    const struct table_flow *table = table_make(&composer, block, MM(38));
    assert_int_equal(table->columns[1].width, MM(13));
}

static void the_words_of_a_head_are_not_cut(void **state) {
    (void)state;
    struct table_block *block = with_number("12.5", ALIGN_RIGHT);
    block->columns.items[1].head = "Benchmark";
    const struct table_flow *table = table_make(&composer, block, MM(174));
    assert_int_equal(table->head.cells[1].paragraphs[0]->count, 1);
    assert_true(table->columns[1].width > MM(8));
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(a_number_is_not_broken_its_column_grows),
                                       CASE(columns_with_room_stay_as_they_are),
                                       CASE(words_may_wrap),
                                       CASE(an_id_is_not_broken_at_its_hyphen),
                                       CASE(a_whole_cell_of_several_words_stays_on_one_line),
                                       CASE(a_word_that_needs_a_little_more_is_not_cut),
                                       CASE(a_word_that_needs_much_more_is_cut),
                                       CASE(a_word_takes_nothing_from_a_narrow_neighbour),
                                       CASE(the_words_of_a_head_are_not_cut)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
