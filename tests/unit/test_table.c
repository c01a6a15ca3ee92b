#include "layout/table.h"
#include "layoutcase.h"

static void rows_are_as_high_as_their_tallest_cell(void **state) {
    (void)state;
    struct table_block *block = add_table(2);
    content_text(arena, cell_paragraph(arena, &block->rows.items[1].cells.items[0]), "second");
    const struct table_flow *table = table_make(&composer, block, MM(174));
    assert_int_equal(table->rows[0].height, 2 * MM(1.05) + PT(11.25));
    assert_int_equal(table->rows[1].height, 2 * MM(1.05) + 2 * PT(11.25));
}

static void a_least_height_sets_the_text_in_the_middle(void **state) {
    (void)state;
    struct table_block *block = add_table(1);
    block->rows.items[0].min_height = MM(12);
    const struct table_flow *table = table_make(&composer, block, MM(174));
    assert_int_equal(table->rows[0].height, MM(12));
    assert_near(table->rows[0].content_top, (MM(12) - PT(11.25)) / 2, 2);
}

static void left_out_cells_are_empty_ones(void **state) {
    (void)state;
    struct table_block *block = add_table(1);
    table_text(arena, table_row(arena, block, ROW_TOTAL), "Total");
    const struct table_flow *table = table_make(&composer, block, MM(174));
    assert_int_equal(table->rows[1].count, 2);
    assert_int_equal(table->rows[1].cells[1].count, 0);
}

static void a_group_spans_all_columns_and_has_a_second_name(void **state) {
    (void)state;
    struct table_block *block = add_table(0);
    table_text(arena, table_row(arena, block, ROW_GROUP), "Group");
    table_text(arena, table_row(arena, block, ROW_BODY), "Row");
    table_text(arena, table_row(arena, block, ROW_TOTAL), "Total");
    const struct table_flow *table = table_make(&composer, block, MM(174));
    assert_int_equal(table->rows[0].count, 1);
    assert_int_equal(table->rows[0].cells[0].columns, 2);
    assert_non_null(table->rows[0].continued);
    assert_int_equal(table->rows[1].group, 0);
    assert_int_equal(table->rows[2].group, TABLE_NONE);
    assert_int_equal(table_lead(table, 1), table->head.height + table->rows[0].continued->height);
    assert_int_equal(table_lead(table, 2), table->head.height);
}

static void numbers_align_on_their_decimal_points(void **state) {
    (void)state;
    struct table_block *block = add_table(0);
    block->columns.items[1].align = ALIGN_DECIMAL;
    static const char *const numbers[] = {"5.25", "10.5", "1\u202F200", "\u2013"};
    for (size_t i = 0; i < 4; i++) {
        struct table_row *row = table_row(arena, block, ROW_BODY);
        table_text(arena, row, "Row");
        table_text(arena, row, numbers[i]);
    }
    const struct table_flow *table = table_make(&composer, block, MM(174));
    assert_int_equal(table->rows[0].cells[1].shift, 0);
    assert_near(table->rows[1].cells[1].shift, composer_text_width(&composer, STYLE_TABLE, "5"),
                100);
    assert_near(table->rows[2].cells[1].shift, composer_text_width(&composer, STYLE_TABLE, ".25"),
                100);
    assert_int_equal(table->rows[3].cells[1].shift, 0);
}

/* One cell over two rows, first of three columns. */
static struct table_block *spanned(const char *text, bool filled) {
    struct table_block *block = block_table(document, &section->blocks, "Spans")->table;
    for (int i = 0; i < 3; i++)
        table_column(arena, block, "Head", ALIGN_LEFT, MM(30), STYLE_TABLE);
    struct table_row *row = table_row(arena, block, ROW_BODY);
    struct table_cell *cell = table_text(arena, row, text);
    cell->row_span = 2;
    cell->filled = filled;
    table_text(arena, row, "a");
    table_text(arena, row, "b");
    row = table_row(arena, block, ROW_BODY);
    table_text(arena, row, "c");
    table_text(arena, row, "d");
    return block;
}

static void cells_under_a_span_move_to_the_free_columns(void **state) {
    (void)state;
    const struct table_flow *table = table_make(&composer, spanned("Span", false), MM(174));
    assert_int_equal(table->rows[1].count, 2);
    assert_int_equal(table->rows[1].cells[0].column, 1);
    assert_int_equal(table->rows[1].covered_by, 0);
    /* No rule crosses the span; under its last row there is one. */
    assert_int_equal(table->rows[0].no_rule, 1);
    assert_int_equal(table->rows[1].no_rule, 0);
}

static void a_filled_block_takes_smaller_type_before_it_cuts_a_word(void **state) {
    (void)state;
    struct table_block *block = spanned("Development", true);
    block->columns.items[0].width = MM(19.5);
    const struct table_flow *table = table_make(&composer, block, MM(174));
    const struct paragraph *paragraph = table->rows[0].cells[0].paragraphs[0];
    assert_int_equal(paragraph->count, 1);
    assert_int_equal(paragraph->lines[0].pieces[0].size, PT(8.5));
    block->columns.items[0].width = MM(17.5);
    table = table_make(&composer, block, MM(174));
    paragraph = table->rows[0].cells[0].paragraphs[0];
    assert_int_equal(paragraph->count, 1);
    assert_int_equal(paragraph->lines[0].pieces[0].size, PT(7.5));
    assert_int_equal(table->columns[0].width, MM(17.5));
}

static void a_filled_block_that_is_still_too_narrow_grows(void **state) {
    (void)state;
    struct table_block *block = spanned("Development", true);
    block->columns.items[0].width = MM(14);
    block->columns.items[2].width = 0;
    const struct table_flow *table = table_make(&composer, block, MM(174));
    assert_int_equal(table->rows[0].cells[0].paragraphs[0]->count, 1);
    assert_true(table->columns[0].width > MM(14));
}

static void under_a_filled_block_there_is_no_rule_at_all(void **state) {
    (void)state;
    const struct table_flow *table = table_make(&composer, spanned("Span", true), MM(174));
    assert_int_equal(table->rows[1].no_rule, 1);
}

static void a_span_that_needs_more_stretches_its_last_row(void **state) {
    (void)state;
    const struct table_flow *low = table_make(&composer, spanned("Span", false), MM(174));
    const struct table_flow *high = table_make(
        &composer, spanned("one two three four five six seven eight nine ten eleven twelve", false),
        MM(174));
    assert_int_equal(high->rows[0].height, low->rows[0].height);
    assert_true(high->rows[1].height > low->rows[1].height);
}

static void a_very_tall_row_is_divided_into_lines(void **state) {
    (void)state;
    struct table_block *block = add_table(1);
    for (int i = 0; i < 40; i++)
        content_text(arena, cell_paragraph(arena, &block->rows.items[0].cells.items[0]), "more");
    const struct table_flow *table = table_make(&composer, block, MM(174));
    assert_int_equal(table->rows[0].lines, 41);
    mp height = 0;
    for (size_t i = 0; i < 41; i++)
        height += table_row_height(table, 0, i);
    assert_int_equal(height, table->rows[0].height);
}

static void a_head_reaches_over_columns_without_one(void **state) {
    (void)state;
    struct table_block *block = block_table(document, &section->blocks, "Heads")->table;
    table_column(arena, block, "Objective", ALIGN_LEFT, MM(8), STYLE_TABLE);
    table_column(arena, block, "", ALIGN_LEFT, MM(30), STYLE_TABLE);
    table_column(arena, block, "Value", ALIGN_RIGHT, MM(20), STYLE_TABLE);
    table_column(arena, block, NULL, ALIGN_LEFT, MM(20), STYLE_TABLE)->head_actual = "Status";
    const struct table_flow *table = table_make(&composer, block, MM(174));
    assert_int_equal(table->head.count, 3);
    assert_int_equal(table->head.cells[0].columns, 2);
    assert_int_equal(table->head.cells[0].paragraphs[0]->count, 1);
    assert_int_equal(table->head.cells[1].column, 2);
}

static void a_tall_row_beside_a_span_is_not_divided(void **state) {
    (void)state;
    struct table_block *table = add_table(0);
    struct table_row *row = table_row(arena, table, ROW_BODY);
    const char *tall = "1";
    for (int i = 2; i < 40; i++)
        tall = arena_printf(arena, "%s\n%d", tall, i);
    table_text(arena, row, tall);
    table_text(arena, row, "1")->row_span = 2;
    table_text(arena, table_row(arena, table, ROW_BODY), "Below");
    composer.body_height = MM(200);
    assert_int_equal(table_make(&composer, table, MM(174))->rows[0].lines, 0);
}

static void a_chart_has_room_beside_the_first_line_of_a_tall_row(void **state) {
    (void)state;
    static const struct chart chart = {.kind = CHART_RAMP, .height = MM(20), .alt = "Chart"};
    struct table_block *table = add_table(0);
    struct table_row *row = table_row(arena, table, ROW_BODY);
    table_text(arena, row, "1\n2\n3\n4\n5\n6\n7\n8\n9");
    table_chart(arena, row, &chart);
    composer.body_height = MM(60);
    const struct table_flow *flow = table_make(&composer, table, MM(174));
    assert_int_equal(flow->rows[0].lines, 9);
    assert_true(table_row_height(flow, 0, 0) >= MM(20));
}

static void the_first_line_of_a_divided_row_stands_beside_its_chart(void **state) {
    (void)state;
    struct table_block *block = add_table(0);
    struct table_row *row = table_row(arena, block, ROW_BODY);
    struct textbuf text;
    textbuf_init(&text, arena);
    for (size_t i = 0; i < 800; i++)
        textbuf_str(&text, "several words ");
    table_text(arena, row, textbuf_text(&text));
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    *chart = (struct chart){.kind = CHART_YEAR_ROW, .width = MM(20), .height = MM(5)};
    table_chart(arena, row, chart);
    table_column(arena, block, "Owner", ALIGN_LEFT, MM(20), STYLE_TABLE);
    table_text(arena, row, "Somebody");
    const struct table_flow *table = table_make(&composer, block, MM(90));
    assert_true(table->rows[0].lines > 100);
    assert_true(table->rows[0].line_tops[1] < MM(8));
    assert_true(table->rows[0].height > MM(260));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(rows_are_as_high_as_their_tallest_cell),
        CASE(a_least_height_sets_the_text_in_the_middle),
        CASE(left_out_cells_are_empty_ones),
        CASE(a_group_spans_all_columns_and_has_a_second_name),
        CASE(numbers_align_on_their_decimal_points),
        CASE(cells_under_a_span_move_to_the_free_columns),
        CASE(under_a_filled_block_there_is_no_rule_at_all),
        CASE(a_filled_block_takes_smaller_type_before_it_cuts_a_word),
        CASE(a_filled_block_that_is_still_too_narrow_grows),
        CASE(a_span_that_needs_more_stretches_its_last_row),
        CASE(a_very_tall_row_is_divided_into_lines),
        CASE(a_tall_row_beside_a_span_is_not_divided),
        CASE(a_chart_has_room_beside_the_first_line_of_a_tall_row),
        CASE(the_first_line_of_a_divided_row_stands_beside_its_chart),
        CASE(a_head_reaches_over_columns_without_one)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
