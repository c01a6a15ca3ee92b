#include "layout/paginate.h"
#include "layoutcase.h"

static struct pagination *made(void) {
    composer.document = document;
    return paginate(&composer);
}

static const struct placement *placed(const struct pagination *p, size_t i) {
    assert_true(i < p->placements.count);
    return &p->placements.items[i];
}

static void a_section_without_blocks_makes_no_page(void **state) {
    (void)state;
    assert_int_equal(made()->pages.count, 0);
}

static void every_line_is_placed_once_inside_the_body(void **state) {
    (void)state;
    add_lines(100);
    const struct pagination *p = made();
    const struct page_geometry g = layout_geometry(PAPER_A4, PORTRAIT);
    assert_int_equal(p->placements.count, 100);
    assert_int_equal(p->pages.count, 3);
    for (size_t i = 0; i < 100; i++) {
        assert_true(placed(p, i)->y >= g.body_top);
        assert_true(placed(p, i)->y + placed(p, i)->item->height <= g.body_bottom);
        assert_int_equal(placed(p, i)->x, g.margin);
    }
    assert_int_equal(placed(p, 0)->y, g.body_top);
}

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

static void sections_begin_pages_and_may_turn_them(void **state) {
    (void)state;
    add_lines(1);
    section = document_section(document, "second", "Second");
    section->orientation = LANDSCAPE;
    add_lines(1);
    const struct pagination *p = made();
    assert_int_equal(p->pages.count, 2);
    assert_int_equal(p->pages.items[1].geometry.width, MM(297));
    assert_int_equal(composer_find(&composer, "second")->page, 1);
}

static void appendix_lists_run_on_where_a_third_of_the_page_is_left(void **state) {
    (void)state;
    add_lines(1);
    section = document_section(document, "second", "Second");
    section->run_on = true;
    add_lines(1);
    const struct pagination *p = made();
    assert_int_equal(p->pages.count, 1);
    assert_int_equal(placed(p, 1)->y - placed(p, 0)->y, PT(13.5) + 6 * UNIT_U);
    document->sections.items[0]->blocks.items.count = 0;
    section = document->sections.items[0];
    add_lines(35);
    assert_int_equal(made()->pages.count, 2);
}

static void a_section_that_says_there_is_nothing_runs_on_wherever_it_fits(void **state) {
    (void)state;
    add_lines(35);
    section = document_section(document, "second", "Second");
    section->run_on = section->brief = true;
    add_lines(1);
    assert_int_equal(made()->pages.count, 1);
    add_lines(20);
    assert_int_equal(made()->pages.count, 2);
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

/* ---- titles again ---------------------------------------------------------------------------- */

/* Its number among the placements, or how many there are. */
static size_t title_again(const struct pagination *p) {
    size_t i = 0;
    while (i < p->placements.count && placed(p, i)->part != PLACED_TITLE_AGAIN)
        i++;
    return i;
}

static void above_a_table_that_goes_on_stands_its_message_again(void **state) {
    (void)state;
    document->frame.continued = "(continued)";
    block_title(document, &section->blocks, "Sixty rows are many", "A subtitle");
    add_table(60);
    const struct pagination *p = made();
    assert_int_equal(p->pages.count, 2);
    const struct placement *again = placed(p, title_again(p));
    assert_int_equal(again->page, 1);
    assert_int_equal(again->y, layout_geometry(PAPER_A4, PORTRAIT).body_top);
    assert_true(again->item->as.title->again->height < again->item->as.title->message->height);
    for (size_t i = 0; i < p->placements.count; i++)
        if (placed(p, i)->page == 1 && placed(p, i) != again)
            assert_true(placed(p, i)->y >= again->y + again->item->as.title->again->height);
    /* To a voice it is no second title. */
    const struct scene *scene = laid_out();
    assert_int_equal(count_tags(scene, TAG_H1), 1);
    assert_int_equal(the_word(scene, 1, "(continued)", 1)->element, SCENE_ARTIFACT);
    assert_int_equal(the_word(scene, 1, "Sixty", 0)->element, SCENE_ARTIFACT);
}

static void a_message_does_not_stand_again_where_that_would_take_a_page(void **state) {
    (void)state;
    block_title(document, &section->blocks, "Rows", NULL);
    struct table_block *table = add_table(70);
    const struct pagination *p = made();
    while (p->pages.count < 3) {
        table_text(arena, table_row(arena, table, ROW_BODY), "R");
        p = made();
    }
    /* One row fewer fills two pages. */
    table->rows.count--;
    p = made();
    assert_int_equal(p->pages.count, 2);
    assert_int_equal(title_again(p), p->placements.count);
}

/* ---- closer ---------------------------------------------------------------------------------- */

static void what_is_a_little_too_long_comes_closer_and_spares_a_page(void **state) {
    (void)state;
    add_lines(45);
    const struct pagination *p = made();
    assert_int_equal(p->pages.count, 1);
    const mp line = PT(13.5), step = placed(p, 1)->y - placed(p, 0)->y;
    assert_true(step < line + UNIT_U && step >= line + UNIT_U / 2);
    assert_int_equal(placed(p, 1)->item->height, line); /* the text itself is as it was */
    /* Not where another section goes on after it. */
    section = document_section(document, "after", "After");
    section->run_on = true;
    add_lines(1);
    p = made();
    assert_int_equal(p->pages.count, 2);
    assert_int_equal(placed(p, 1)->y - placed(p, 0)->y, line + UNIT_U);
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
}

static void what_cannot_spare_a_page_stays_as_designed(void **state) {
    (void)state;
    struct textbuf text;
    textbuf_init(&text, arena);
    for (int i = 0; i < 62; i++)
        textbuf_str(&text, i % 31 == 30 ? "line" : "line\n");
    add_text("First.");
    add_text(textbuf_text(&text));
    const struct pagination *p = made();
    assert_int_equal(p->pages.count, 2);
    assert_int_equal(placed(p, 1)->y - placed(p, 0)->y, PT(13.5) + UNIT_U);
}

static void columns_of_a_chart_lose_height_before_they_take_a_page(void **state) {
    (void)state;
    static const struct chart chart = {.kind = CHART_COLUMNS, .height = MM(70)};
    for (int i = 0; i < 4; i++)
        block_add(document, &section->blocks, BLOCK_CHART)->chart = &chart;
    const struct pagination *p = made();
    assert_int_equal(p->pages.count, 1);
    assert_true(placed(p, 0)->item->height >= MM(70) * 74 / 100);
    assert_true(placed(p, 0)->item->height < MM(70));
}

static void a_list_that_a_page_of_its_own_holds_is_not_torn(void **state) {
    (void)state;
    add_lines(20);
    section = document_section(document, "second", "Second");
    section->run_on = true;
    add_lines(30);
    const struct pagination *p = made();
    assert_int_equal(p->pages.count, 2);
    assert_int_equal(placed(p, 20)->page, 1);
    add_lines(30); /* no page holds that */
    p = made();
    assert_int_equal(placed(p, 20)->page, 0);
    assert_int_equal(p->pages.count, 2);
}

static void rows_that_would_stand_alone_on_the_last_page_get_company(void **state) {
    (void)state;
    add_table(53);
    const struct pagination *p = made();
    size_t rows[2] = {0};
    for (size_t i = 0; i < p->placements.count; i++)
        if (placed(p, i)->part == PLACED_ITEM) {
            assert_true(placed(p, i)->page < 2);
            rows[placed(p, i)->page]++;
        }
    assert_in_range(rows[0], 26, 29); /* with its head */
    assert_in_range(rows[1], 25, 27);
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

static void a_place_on_the_page_is_kept(void **state) {
    (void)state;
    add_lines(1);
    block_add(document, &section->blocks, BLOCK_AT)->height = MM(138);
    add_text("There.");
    assert_int_equal(placed(made(), 1)->y, MM(138));
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

static void blocks_inside_a_panel_are_placed_inside_it(void **state) {
    (void)state;
    struct block *panel = block_add(document, &section->blocks, BLOCK_PANEL);
    block_text(document, &panel->children, STYLE_BODY, "Inside.")->anchor = "inside";
    const struct pagination *p = made();
    assert_int_equal(p->placements.count, 2);
    assert_true(placed(p, 1)->x > placed(p, 0)->x);
    assert_true(placed(p, 1)->y > placed(p, 0)->y);
    assert_int_equal(composer_find(&composer, "inside")->y, placed(p, 1)->y);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(a_section_without_blocks_makes_no_page),
        CASE(every_line_is_placed_once_inside_the_body),
        CASE(a_heading_is_not_left_alone_at_the_foot),
        CASE(after_a_break_head_and_group_stand_again),
        CASE(sections_begin_pages_and_may_turn_them),
        CASE(appendix_lists_run_on_where_a_third_of_the_page_is_left),
        CASE(a_section_that_says_there_is_nothing_runs_on_wherever_it_fits),
        CASE(columns_that_do_not_fit_go_on_side_by_side),
        CASE(columns_stay_on_a_page_that_has_just_their_height),
        CASE(balanced_columns_fill_what_is_left_and_go_on),
        CASE(balanced_columns_do_not_begin_where_hardly_a_line_is_left),
        CASE(above_a_table_that_goes_on_stands_its_message_again),
        CASE(a_message_does_not_stand_again_where_that_would_take_a_page),
        CASE(what_is_a_little_too_long_comes_closer_and_spares_a_page),
        CASE(what_cannot_spare_a_page_stays_as_designed),
        CASE(columns_of_a_chart_lose_height_before_they_take_a_page),
        CASE(a_list_that_a_page_of_its_own_holds_is_not_torn),
        CASE(rows_that_would_stand_alone_on_the_last_page_get_company),
        CASE(what_is_taller_than_a_page_is_reported),
        CASE(a_place_on_the_page_is_kept),
        CASE(tall_rows_break_between_their_lines),
        CASE(blocks_inside_a_panel_are_placed_inside_it)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
