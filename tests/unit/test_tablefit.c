#include "layout/tablefit.h"
#include "layoutcase.h"

/* What is left of a block. */
static const struct table_block *left_of(const struct table_block *block, mp width) {
    return tablefit_make(&composer, block, width)->block;
}

/* Three columns; the name wraps unless the others make room. */
static struct table_block *tight(mp fit_height) {
    struct table_block *block = block_table(document, &section->blocks, "Tight")->table;
    table_column(arena, block, "Name", ALIGN_LEFT, 0, STYLE_TABLE);
    table_column(arena, block, "First to go", ALIGN_RIGHT, MM(50), STYLE_TABLE)->drop = 1;
    table_column(arena, block, "Second", ALIGN_RIGHT, MM(60), STYLE_TABLE)->drop = 2;
    struct table_row *row = table_row(arena, block, ROW_BODY);
    table_text(arena, row, "A name of many words that needs a good deal of room on its line");
    table_text(arena, row, "1");
    table_text(arena, row, "2");
    block->fit_height = fit_height;
    return block;
}

static void a_table_that_fits_keeps_its_columns(void **state) {
    (void)state;
    const struct table_block *block = tight(MM(60));
    assert_ptr_equal(left_of(block, MM(174)), block);
    block = tight(0);
    assert_ptr_equal(left_of(block, MM(174)), block);
}

static void columns_go_in_their_order_until_it_fits(void **state) {
    (void)state;
    const struct table_block *block = tight(MM(14));
    const struct table_block *fitted = left_of(block, MM(174));
    assert_int_equal(fitted->columns.count, 2);
    assert_string_equal(fitted->columns.items[1].head, "Second");
    assert_int_equal(fitted->rows.items[0].cells.count, 2);
    assert_string_equal(
        fitted->rows.items[0].cells.items[1].paragraphs.items[0].items.items[0].text, "2");
}

static void all_of_them_go_if_none_is_enough(void **state) {
    (void)state;
    assert_int_equal(left_of(tight(MM(2)), MM(174))->columns.count, 1);
}

static void a_table_wider_than_its_page_gives_up_columns_too(void **state) {
    (void)state;
    const struct table_block *block = tight(0);
    assert_int_equal(left_of(block, MM(100))->columns.count, 2);
    assert_int_equal(left_of(block, MM(60))->columns.count, 1);
}

static void cells_under_a_span_follow_their_columns(void **state) {
    (void)state;
    struct table_block *block = tight(MM(2));
    block->rows.items[0].cells.items[1].row_span = 2;
    struct table_row *row = table_row(arena, block, ROW_BODY);
    table_text(arena, row, "below");
    table_text(arena, row, "3");
    const struct table_block *fitted = left_of(block, MM(174));
    assert_int_equal(fitted->rows.items[1].cells.count, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(a_table_that_fits_keeps_its_columns),
                                       CASE(columns_go_in_their_order_until_it_fits),
                                       CASE(all_of_them_go_if_none_is_enough),
                                       CASE(a_table_wider_than_its_page_gives_up_columns_too),
                                       CASE(cells_under_a_span_follow_their_columns)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
