#include "layout/galleytable.h"
#include "layoutcase.h"

static struct galley *made(void) {
    return galley_make(&composer, &section->blocks, MM(174));
}

static void a_table_keeps_its_head_first_and_last_rows_and_total(void **state) {
    (void)state;
    struct table_block *table = add_table(8);
    table_text(arena, table_row(arena, table, ROW_TOTAL), "Total");
    const struct galley *galley = made();
    static const bool keeps[] = {true, true, true, false, false, false, false, true, true, false};
    assert_int_equal(galley->items.count, 10);
    for (size_t i = 0; i < 10; i++)
        assert_int_equal(galley->items.items[i].keep != KEEP_NONE, keeps[i]);
}

static void a_group_keeps_its_first_row(void **state) {
    (void)state;
    struct table_block *table = add_table(5);
    table_text(arena, table_row(arena, table, ROW_GROUP), "Group");
    for (int i = 0; i < 3; i++)
        table_text(arena, table_row(arena, table, ROW_BODY), "Row");
    assert_true(made()->items.items[6].keep);
    assert_false(made()->items.items[5].keep);
}

static void lines_of_a_tall_row_are_items_of_which_none_stands_alone(void **state) {
    (void)state;
    struct table_block *table = add_table(1);
    for (int i = 0; i < 80; i++)
        content_text(arena, cell_paragraph(arena, &table->rows.items[0].cells.items[0]), "more");
    const struct galley *galley = made();
    assert_true(galley->items.count > 60);
    const struct galley_item *items = galley->items.items;
    for (size_t i = 1; i < galley->items.count; i++) {
        assert_int_equal(items[i].kind, GALLEY_ROW);
        assert_int_equal(items[i].line, 0);
        assert_int_equal(items[i].part, i - 1);
    }
    assert_int_equal(items[galley->items.count - 2].keep, KEEP_FIRM);
}

static void rows_under_one_span_hold_together(void **state) {
    (void)state;
    struct table_block *table = block_table(document, &section->blocks, "Spans")->table;
    table_column(arena, table, "A", ALIGN_LEFT, MM(40), STYLE_TABLE);
    table_column(arena, table, "B", ALIGN_LEFT, MM(40), STYLE_TABLE);
    for (int i = 0; i < 8; i++) {
        struct table_row *row = table_row(arena, table, ROW_BODY);
        if (i == 3)
            table_text(arena, row, "Three rows")->row_span = 3;
        if (i < 3 || i > 5)
            table_text(arena, row, "One");
        table_text(arena, row, "Each");
    }
    const struct galley *galley = made();
    assert_int_equal(galley->items.count, 9);
    assert_int_equal(galley->items.items[4].keep, KEEP_SOFT);
    assert_int_equal(galley->items.items[5].keep, KEEP_SOFT);
    assert_int_equal(galley->items.items[6].keep, KEEP_NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(a_table_keeps_its_head_first_and_last_rows_and_total),
        CASE(a_group_keeps_its_first_row),
        CASE(lines_of_a_tall_row_are_items_of_which_none_stands_alone),
        CASE(rows_under_one_span_hold_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
