#include "layout/tablerelief.h"
#include "layoutcase.h"

#define LONG "metric tonnes of carbon dioxide equivalent per bed and year in all regions"

/* A flexible column with a name, one of 12 mm with a unit, one of 20 mm with a number. */
static struct table_block *with(const char *name, const char *unit) {
    struct table_block *block = block_table(document, &section->blocks, "Rows")->table;
    table_column(arena, block, "Name", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, block, "Unit", ALIGN_LEFT, MM(12), STYLE_TABLE);
    table_column(arena, block, "Value", ALIGN_RIGHT, MM(20), STYLE_TABLE);
    for (size_t i = 0; i < 2; i++) {
        struct table_row *row = table_row(arena, block, ROW_BODY);
        table_text(arena, row, name);
        table_text(arena, row, unit);
        table_text(arena, row, "12.5");
    }
    return block;
}

static size_t lines_of(const struct table_flow *table, size_t cell) {
    return table->rows[0].cells[cell].paragraphs[0]->count;
}

static mp end_of(const struct table_flow *table) {
    return table->columns[2].x + table->columns[2].width;
}

static void a_long_text_is_not_set_one_word_below_the_other(void **state) {
    (void)state;
    const struct table_flow *table = table_make(&composer, with("Emissions", LONG), MM(174));
    assert_in_range(lines_of(table, 1), 1, 4);
    assert_int_equal(lines_of(table, 0), 1);
    assert_near(end_of(table), MM(174), 20);
}

static void widths_stay_where_no_cell_is_high(void **state) {
    (void)state;
    const struct table_flow *table =
        table_make(&composer, with("Emissions", "tonnes of it"), MM(174));
    assert_int_equal(table->columns[1].width, MM(12));
    assert_null(tablerelief_block(&composer, table));
}

static void columns_that_are_all_full_stay(void **state) {
    (void)state;
    const struct table_flow *table = table_make(&composer, with(LONG " " LONG, LONG), MM(58));
    assert_null(tablerelief_block(&composer, table));
    assert_true(lines_of(table, 1) > 4);
}

static void a_chosen_column_gives_what_it_does_not_use(void **state) {
    (void)state;
    struct table_block *block = with(LONG " " LONG " " LONG, "t");
    block->columns.items[1].width = MM(60);
    const struct table_flow *table = table_make(&composer, block, MM(130));
    assert_true(table->columns[1].width < MM(40));
    assert_true(table->columns[1].width > MM(3));
    assert_near(end_of(table), MM(130), 20);
}

static void the_words_of_who_gives_stay_whole(void **state) {
    (void)state;
    const struct table_flow *table =
        table_make(&composer, with("Incomprehensibilities", LONG " " LONG " " LONG), MM(90));
    assert_int_equal(lines_of(table, 0), 1);
    assert_int_equal(table->rows[0].cells[0].paragraphs[0]->uncut, 0);
}

static void a_block_keeps_its_width(void **state) {
    (void)state;
    struct table_block *block = with("Block", LONG);
    for (size_t i = 0; i < 2; i++)
        block->rows.items[i].cells.items[0].filled = true;
    const struct table_flow *table = table_make(&composer, block, MM(174));
    assert_true(table->columns[0].width > MM(130));
}

static void a_column_of_texts_gives_lines_too(void **state) {
    (void)state;
    struct table_block *block =
        with("A name of a good many words that goes on and on", "Director, Hospital Services");
    block->columns.items[1].width = MM(33);
    for (size_t i = 0; i < 2; i++)
        content_text(arena, cell_content(arena, &block->rows.items[i].cells.items[1]), " and more");
    const struct table_flow *table = table_make(&composer, block, MM(69));
    assert_true(table->columns[1].width < MM(32));
    assert_true(table->columns[0].width > MM(13));
    assert_true(lines_of(table, 0) < 7);
}

static void many_lines_of_a_wide_column_are_no_fault(void **state) {
    (void)state;
    struct table_block *block = with("Name", LONG " " LONG " " LONG " " LONG " " LONG);
    block->columns.items[1].width = MM(100);
    const struct table_flow *table = table_make(&composer, block, MM(174));
    assert_in_range(lines_of(table, 1), 5, 9);
    assert_int_equal(table->columns[1].width, MM(100));
}

static void a_table_no_lower_is_not_worth_it(void **state) {
    (void)state;
    const struct table_flow *low = table_make(&composer, with("A", "b"), MM(174));
    const struct table_flow *high = table_make(&composer, with(LONG " " LONG, LONG), MM(58));
    assert_true(tablerelief_lower(low, high));
    assert_false(tablerelief_lower(high, high));
    assert_false(tablerelief_lower(high, low));
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(a_long_text_is_not_set_one_word_below_the_other),
                                       CASE(widths_stay_where_no_cell_is_high),
                                       CASE(columns_that_are_all_full_stay),
                                       CASE(a_chosen_column_gives_what_it_does_not_use),
                                       CASE(the_words_of_who_gives_stay_whole),
                                       CASE(a_block_keeps_its_width),
                                       CASE(a_column_of_texts_gives_lines_too),
                                       CASE(many_lines_of_a_wide_column_are_no_fault),
                                       CASE(a_table_no_lower_is_not_worth_it)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
