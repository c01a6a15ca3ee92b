#include "layout/pagefill.h"
#include "placecase.h"

static void a_heading_is_not_left_alone_at_the_foot(void **state) {
    (void)state;
    add_lines(40);
    const size_t before = section->blocks.items.count;
    const struct pagination *p = made();
    /* Make the page so full that only the heading would still fit. */
    const mp bottom = layout_geometry(PAPER_A4, PORTRAIT).body_bottom;
    const mp left = bottom - placed(p, before - 1)->y - PT(13.5);
    block_gap(document, &section->blocks, left - PT(16));
    block_heading(document, &section->blocks, "Heading", NULL);
    add_text("Text below.");
    add_lines(20);
    p = made();
    assert_int_equal(placed(p, before)->page, 1);
    assert_int_equal(placed(p, before + 1)->page, 1);
}

static void after_a_break_head_and_group_stand_again(void **state) {
    (void)state;
    struct table_block *table = add_table(0);
    table_text(arena, table_row(arena, table, ROW_GROUP), "Group");
    for (int i = 0; i < 60; i++)
        table_text(arena, table_row(arena, table, ROW_BODY), "Row");
    const struct pagination *p = made();
    assert_int_equal(p->pages.count, 2);
    size_t i = 0;
    while (placed(p, i)->page == 0)
        i++;
    assert_int_equal(placed(p, i)->part, PLACED_HEAD_AGAIN);
    assert_int_equal(placed(p, i + 1)->part, PLACED_GROUP_AGAIN);
    assert_int_equal(placed(p, i + 2)->part, PLACED_ITEM);
    assert_true(placed(p, i + 2)->first);
    assert_int_equal(placed(p, i - 1)->last, placed(p, i - 1)->item->line);
    assert_int_equal(placed(p, 2)->last, placed(p, i - 1)->item->line);
}

static void columns_that_do_not_fit_go_on_side_by_side(void **state) {
    (void)state;
    add_lines(5);
    struct block *block = block_add(document, &section->blocks, BLOCK_COLUMNS);
    vec_add(arena, &block->columns);
    vec_add(arena, &block->columns);
    for (int i = 0; i < 80; i++)
        block_text(document, &block->columns.items[0], STYLE_BODY, "Left.");
    block_text(document, &block->columns.items[1], STYLE_BODY, "Right.");
    add_text("Below.");
    const struct pagination *p = made();
    assert_int_equal(p->placements.count, 5 + 80 + 1 + 1);
    assert_true(p->pages.count >= 2);
    /* The right column stands on the first page, the text below after the left one. */
    const struct placement *last = placed(p, p->placements.count - 1);
    assert_int_equal(last->page, p->pages.count - 1);
    assert_true(last->y > placed(p, p->placements.count - 2)->y);
}

/* The page of columns below a line; the section has more than what could be spared. */
static uint32_t page_of_columns_below(mp gap) {
    section = document_section(document, "columns", "Columns");
    add_lines(1);
    block_gap(document, &section->blocks, gap);
    struct block *block = block_add(document, &section->blocks, BLOCK_COLUMNS);
    for (int i = 0; i < 3; i++) {
        vec_add(arena, &block->columns);
        block_heading(document, &block->columns.items[i], "Step in now", NULL);
        for (int k = 0; k < 3 - i; k++)
            block_text(document, &block->columns.items[i], STYLE_NOTES, "A line.");
    }
    block_add(document, &section->blocks, BLOCK_AT)->height = MM(150);
    add_lines(1);
    return placed(made(), 1)->page;
}

static void columns_stay_on_a_page_that_has_just_their_height(void **state) {
    (void)state;
    assert_int_equal(page_of_columns_below(MM(10)), 0);
    const struct pagination *p = made();
    const struct page_geometry g = layout_geometry(PAPER_A4, PORTRAIT);
    mp bottom = 0;
    for (size_t i = 0; i + 1 < p->placements.count; i++)
        bottom = length_max(bottom, placed(p, i)->y + placed(p, i)->item->height);
    const mp left = g.body_bottom - bottom;
    document->sections.count = 0;
    assert_int_equal(page_of_columns_below(MM(10) + left), 0);
    document->sections.count = 0;
    assert_int_equal(page_of_columns_below(MM(10) + left + 1), 1);
}

static void balanced_columns_fill_what_is_left_and_go_on(void **state) {
    (void)state;
    add_table(30);
    const size_t rows = 31; /* with the head */
    struct block *block = block_add(document, &section->blocks, BLOCK_BALANCED);
    for (int i = 0; i < 60; i++)
        block_text(document, &block->children, STYLE_BODY, "A line.");
    const struct pagination *p = made();
    assert_int_equal(p->pages.count, 2);
    assert_int_equal(p->placements.count, rows + 60);
    const mp left = placed(p, rows)->x;
    size_t columns[2][2] = {{0}};
    for (size_t i = rows; i < p->placements.count; i++)
        columns[placed(p, i)->page][placed(p, i)->x > left]++;
    for (int page = 0; page < 2; page++) {
        assert_true(columns[page][0] > 3 && columns[page][1] > 3);
        assert_true(columns[page][0] - columns[page][1] <= 1);
    }
}

static void balanced_columns_do_not_begin_where_hardly_a_line_is_left(void **state) {
    (void)state;
    block_gap(document, &section->blocks, 0);
    block_add(document, &section->blocks, BLOCK_AT)->height = MM(280) - PT(13.5) - 12 * UNIT_U;
    add_lines(1);
    struct block *block = block_add(document, &section->blocks, BLOCK_BALANCED);
    for (int i = 0; i < 60; i++)
        block_text(document, &block->children, STYLE_BODY, "A line.");
    const struct pagination *p = made();
    assert_int_equal(placed(p, 0)->page, 0);
    assert_int_equal(placed(p, 1)->page, 1);
}

static void what_is_taller_than_a_page_is_reported(void **state) {
    (void)state;
    static const struct chart chart = {.kind = CHART_RAMP, .height = MM(400)};
    block_add(document, &section->blocks, BLOCK_CHART)->chart = &chart;
    add_lines(1);
    const struct pagination *p = made();
    assert_int_equal(p->pages.count, 2);
    size_t count = 0;
    const struct diag *found = diags_sorted(diags, &count);
    assert_int_equal(count, 1);
    assert_int_equal(found[0].code, BP5003);
}

static void tall_rows_break_between_their_lines(void **state) {
    (void)state;
    struct table_block *table = add_table(1);
    for (int i = 0; i < 80; i++)
        content_text(arena, cell_paragraph(arena, &table->rows.items[0].cells.items[0]), "more");
    const struct pagination *p = made();
    assert_int_equal(p->pages.count, 2);
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(a_heading_is_not_left_alone_at_the_foot),
        CASE(after_a_break_head_and_group_stand_again),
        CASE(columns_that_do_not_fit_go_on_side_by_side),
        CASE(columns_stay_on_a_page_that_has_just_their_height),
        CASE(balanced_columns_fill_what_is_left_and_go_on),
        CASE(balanced_columns_do_not_begin_where_hardly_a_line_is_left),
        CASE(what_is_taller_than_a_page_is_reported),
        CASE(tall_rows_break_between_their_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
