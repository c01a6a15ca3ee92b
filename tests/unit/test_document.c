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

static void an_image_fits_its_box_and_stays_sharp(void **state) {
    (void)state;
    static const uint8_t pixel[3];
    static const struct {
        uint32_t width, height;
        mp w, h;
    } cases[] = {{1000, 500, PT(100), PT(50)}, /* wide: by the width */
                 {500, 1000, PT(40), PT(80)},  /* tall: by the height */
                 {16, 8, PT(16), PT(8)},       /* tiny: as many points as pixels */
                 {4000, 1, PT(100), PT(100) / 4000}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct picture picture = {
            .width = cases[i].width, .height = cases[i].height, .colour = pixel};
        const struct block *block =
            document_image(document, &section->blocks, &picture, PT(100), PT(80), "alt");
        assert_int_equal(block->kind, BLOCK_IMAGE);
        assert_int_equal(block->width, cases[i].w);
        assert_int_equal(block->height, cases[i].h);
        assert_string_equal(block->alt, "alt");
    }
}

static void an_image_is_a_figure_or_an_ornament(void **state) {
    (void)state;
    static const uint8_t pixels[40 * 20 * 3];
    static const struct picture picture = {.width = 40, .height = 20, .colour = pixels};
    document_image(document, &section->blocks, &picture, PT(100), PT(80), "A mark");
    document_image(document, &section->blocks, &picture, PT(100), PT(80), NULL);
    const struct scene *scene = laid_out();
    assert_null(scene_problem(scene));
    const struct scene_page *page = &scene->pages.items[0];
    int figures = 0, ornaments = 0;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct scene_item *item = &page->items.items[i];
        if (item->kind != SCENE_IMAGE)
            continue;
        if (item->element == SCENE_ARTIFACT)
            ornaments++;
        else
            figures +=
                strcmp(scene_detail(&scene->elements.items[item->element])->alt, "A mark") == 0;
    }
    assert_int_equal(figures, 1);
    assert_int_equal(ornaments, 1);
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

static void a_section_is_found_by_its_anchor(void **state) {
    (void)state;
    document_section(document, NULL, "Nothing leads here");
    document_section(document, "third", "Third");
    assert_int_equal(document_place(document, "first"), 0);
    assert_int_equal(document_place(document, "third"), 2);
    assert_int_equal(document_place(document, "fourth"), 3);
    assert_int_equal(document_place(document, NULL), 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(blocks_stand_in_the_order_of_their_making),
                                       CASE(inline_items_inherit_style_and_colour),
                                       CASE(an_image_fits_its_box_and_stays_sharp),
                                       CASE(an_image_is_a_figure_or_an_ornament),
                                       CASE(rows_are_ruled_by_their_kind),
                                       CASE(a_cell_has_a_first_paragraph_and_further_ones),
                                       CASE(a_section_is_in_the_outline_unless_told_otherwise),
                                       CASE(a_section_is_found_by_its_anchor)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
