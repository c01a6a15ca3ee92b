#include "layout/galley.h"
#include "layoutcase.h"

static struct galley *made(void) {
    return galley_make(&composer, &section->blocks, MM(174));
}

static struct block *heading(const char *text) {
    return block_heading(document, &section->blocks, text, NULL);
}

static void a_heading_stands_nearer_to_what_follows_than_to_what_precedes(void **state) {
    (void)state;
    add_text("Before.");
    heading("Heading");
    add_text("After.");
    const struct galley *galley = made();
    assert_int_equal(galley->items.items[1].gap, 4 * UNIT_U);
    assert_int_equal(galley->items.items[2].gap, UNIT_U);
    assert_true(galley->items.items[1].keep);
}

static void an_explicit_gap_replaces_the_usual_one(void **state) {
    (void)state;
    add_text("Before.");
    block_gap(document, &section->blocks, MM(7));
    add_text("After.");
    assert_int_equal(made()->items.items[1].gap, MM(7));
}

static void the_title_block_keeps_the_first_block(void **state) {
    (void)state;
    block_title(document, &section->blocks, "Message", "Subtitle");
    add_text("First.");
    const struct galley *galley = made();
    assert_int_equal(galley->items.items[0].height, PT(21) + UNIT_U / 2 + PT(13.5));
    assert_true(galley->items.items[0].keep);
    assert_int_equal(galley->items.items[1].gap, 3 * UNIT_U);
}

static void a_paragraph_keeps_two_lines_at_either_side_of_a_break(void **state) {
    (void)state;
    struct block *text = add_text("1\n2\n3\n4\n5");
    text->anchor = "text";
    const struct galley *galley = made();
    assert_int_equal(galley->items.count, 5);
    assert_true(galley->items.items[0].keep);
    assert_false(galley->items.items[1].keep);
    assert_false(galley->items.items[2].keep);
    assert_true(galley->items.items[3].keep);
    assert_false(galley->items.items[4].keep);
    assert_string_equal(galley->items.items[0].anchor, "text");
}

static void a_table_keeps_its_key_beside_its_last_row(void **state) {
    (void)state;
    add_table(5);
    struct block *key = block_add(document, &section->blocks, BLOCK_TEXT);
    key->style = STYLE_KEY;
    content_text(arena, &key->content, "What its marks mean");
    const struct galley *galley = made();
    assert_int_equal(galley->items.items[galley->items.count - 2].keep, KEEP_SOFT);
}

static void an_empty_table_is_nothing(void **state) {
    (void)state;
    add_table(0);
    assert_int_equal(made()->items.count, 0);
}

static void kept_blocks_hold_together_if_a_page_holds_them(void **state) {
    (void)state;
    struct block *keep = block_add(document, &section->blocks, BLOCK_KEEP);
    for (int i = 0; i < 4; i++)
        block_text(document, &keep->children, STYLE_BODY, "Line.");
    const struct galley *galley = made();
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(galley->items.items[i].keep, i < 3 ? KEEP_SOFT : KEEP_NONE);
    composer.body_height = MM(10);
    galley = made();
    assert_false(galley->items.items[1].keep);
}

static void a_panel_is_one_item_with_its_blocks_inside(void **state) {
    (void)state;
    struct block *panel = block_add(document, &section->blocks, BLOCK_PANEL);
    block_text(document, &panel->children, STYLE_BODY, "Inside.");
    const struct galley *galley = made();
    assert_int_equal(galley->items.count, 1);
    assert_int_equal(galley->items.items[0].kind, GALLEY_BOX);
    assert_true(galley->items.items[0].height > PT(13.5));
    /* Higher than a page it comes apart. */
    composer.body_height = MM(8);
    assert_int_equal(made()->items.items[0].kind, GALLEY_LINE);
}

static void columns_share_the_width_or_have_their_own(void **state) {
    (void)state;
    struct block *block = block_add(document, &section->blocks, BLOCK_COLUMNS);
    for (int i = 0; i < 2; i++)
        block_text(document, vec_add(arena, &block->columns), STYLE_BODY, "Column");
    const struct columns_flow *columns = made()->items.items[0].as.columns;
    assert_int_equal(columns->galleys[0]->width, MM(84));
    assert_near(columns->xs[1], MM(90), 2);
    vec_push(arena, &block->column_widths, MM(102));
    vec_push(arena, &block->column_widths, MM(66));
    columns = made()->items.items[0].as.columns;
    assert_int_equal(columns->galleys[1]->width, MM(66));
    assert_int_equal(columns->xs[1], MM(108));
    /* Given for a wider paper. */
    block->column_widths.items[0] = MM(160);
    block->column_widths.items[1] = MM(80);
    columns = made()->items.items[0].as.columns;
    assert_near(columns->galleys[0]->width, MM(112), 2);
    assert_near(columns->galleys[1]->width, MM(56), 2);
    assert_near(columns->xs[1], MM(118), 2);
}

static void a_chart_keeps_its_caption_and_key(void **state) {
    (void)state;
    static const struct chart chart = {.kind = CHART_RAMP, .height = MM(20)};
    struct block *block = block_add(document, &section->blocks, BLOCK_CHART);
    block->chart = &chart;
    content_text(arena, &block->content, "Caption");
    content_text(arena, &block->second, "Key");
    const struct galley *galley = made();
    assert_int_equal(galley->items.count, 3);
    assert_true(galley->items.items[0].keep);
    assert_true(galley->items.items[1].keep);
    assert_int_equal(galley->items.items[1].height, MM(20));
}

static void text_may_be_narrower_than_its_column(void **state) {
    (void)state;
    add_text("Some words that would fit the line of a page easily.")->width = MM(30);
    assert_true(made()->items.count > 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(a_heading_stands_nearer_to_what_follows_than_to_what_precedes),
        CASE(an_explicit_gap_replaces_the_usual_one),
        CASE(the_title_block_keeps_the_first_block),
        CASE(a_paragraph_keeps_two_lines_at_either_side_of_a_break),
        CASE(a_table_keeps_its_key_beside_its_last_row),
        CASE(an_empty_table_is_nothing),
        CASE(kept_blocks_hold_together_if_a_page_holds_them),
        CASE(a_panel_is_one_item_with_its_blocks_inside),
        CASE(columns_share_the_width_or_have_their_own),
        CASE(a_chart_keeps_its_caption_and_key),
        CASE(text_may_be_narrower_than_its_column)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
