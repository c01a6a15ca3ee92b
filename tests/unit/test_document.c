#include "layoutcase.h"

static void blocks_stand_in_the_order_of_their_making(void **state) {
    (void)state;
    block_title(document, &section->blocks, "Message", "Subtitle");
    block_heading(document, &section->blocks, "Heading", NULL);
    add_text("Text");
    assert_int_equal(section->blocks.items.count, 3);
    assert_int_equal(section->blocks.items.items[0]->kind, BLOCK_TITLE);
    assert_int_equal(section->blocks.items.items[1]->level, 2);
    assert_int_equal(section->blocks.items.items[2]->level, 0);
    assert_int_equal(section->blocks.items.items[0]->second.items.count, 1);
    assert_int_equal(section->blocks.items.items[1]->second.items.count, 0);
}

static void inline_items_inherit_style_and_colour(void **state) {
    (void)state;
    struct content content = {0};
    const struct inline_item *item = content_text(arena, &content, "a");
    assert_int_equal(item->style, STYLE_INHERIT);
    assert_int_equal(item->colour, COLOUR_INHERIT);
    item = content_styled(arena, &content, STYLE_KEY, GREY, "b");
    assert_int_equal(item->style, STYLE_KEY);
    assert_int_equal(item->colour, GREY);
    item = content_mark(arena, &content, MARK_RED, "R", "off track");
    assert_int_equal(item->kind, INLINE_MARK);
    assert_string_equal(item->actual, "off track");
    item = content_page(arena, &content, "there");
    assert_string_equal(item->target, "there");
    assert_int_equal(content_break(arena, &content)->kind, INLINE_BREAK);
    assert_int_equal(content_trend(arena, &content, TREND_STEADY, "steady")->trend, TREND_STEADY);
    assert_int_equal(content.items.count, 6);
}

static void rows_are_ruled_by_their_kind(void **state) {
    (void)state;
    struct table_block *table = add_table(1);
    assert_int_equal(table->rows.items[0].rule, RULE_HAIRLINE);
    assert_int_equal(table_row(arena, table, ROW_GROUP)->rule, RULE_GROUP);
    assert_int_equal(table_row(arena, table, ROW_TOTAL)->rule, RULE_NONE);
}

static void a_cell_has_a_first_paragraph_and_further_ones(void **state) {
    (void)state;
    struct table_block *table = add_table(0);
    struct table_row *row = table_row(arena, table, ROW_BODY);
    struct table_cell *cell = table_cell(arena, row);
    assert_ptr_equal(cell_content(arena, cell), cell_content(arena, cell));
    cell_paragraph(arena, cell);
    assert_int_equal(cell->paragraphs.count, 2);
    const struct chart chart = {.kind = CHART_RAMP};
    assert_ptr_equal(table_chart(arena, row, &chart)->chart, &chart);
}

static void a_section_is_in_the_outline_unless_told_otherwise(void **state) {
    (void)state;
    assert_true(section->in_outline);
    assert_string_equal(section->anchor, "first");
    assert_int_equal(document->sections.count, 1);
    assert_int_equal(block_gap(document, &section->blocks, MM(3))->height, MM(3));
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(blocks_stand_in_the_order_of_their_making),
                                       CASE(inline_items_inherit_style_and_colour),
                                       CASE(rows_are_ruled_by_their_kind),
                                       CASE(a_cell_has_a_first_paragraph_and_further_ones),
                                       CASE(a_section_is_in_the_outline_unless_told_otherwise)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
