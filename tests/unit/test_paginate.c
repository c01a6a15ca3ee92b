#include "layout/paginate.h"
#include "placecase.h"

static void a_section_without_blocks_makes_no_page(void **state) {
    (void)state;
    assert_int_equal(made()->pages.count, 0);
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

static void a_page_that_would_stay_half_empty_is_filled_by_the_next_list(void **state) {
    (void)state;
    add_lines(15);
    section = document_section(document, "second", "Second");
    section->run_on = true;
    add_lines(40);
    const struct pagination *p = made();
    assert_int_equal(p->pages.count, 2);
    assert_int_equal(placed(p, 15)->page, 0);
    section->brief = true;
    p = made();
    assert_int_equal(placed(p, 15)->page, 1);
}

static void a_list_is_not_torn_to_leave_a_few_lines_alone(void **state) {
    (void)state;
    add_lines(10);
    section = document_section(document, "second", "Second");
    section->run_on = true;
    add_lines(36);
    assert_int_equal(placed(made(), 10)->page, 1);
    /* They are not alone where another goes on. */
    section = document_section(document, "third", "Third");
    section->run_on = true;
    add_lines(20);
    assert_int_equal(placed(made(), 10)->page, 0);
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

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(a_section_without_blocks_makes_no_page),
        CASE(sections_begin_pages_and_may_turn_them),
        CASE(appendix_lists_run_on_where_a_third_of_the_page_is_left),
        CASE(a_section_that_says_there_is_nothing_runs_on_wherever_it_fits),
        CASE(above_a_table_that_goes_on_stands_its_message_again),
        CASE(a_message_does_not_stand_again_where_that_would_take_a_page),
        CASE(what_is_a_little_too_long_comes_closer_and_spares_a_page),
        CASE(what_cannot_spare_a_page_stays_as_designed),
        CASE(columns_of_a_chart_lose_height_before_they_take_a_page),
        CASE(a_list_that_a_page_of_its_own_holds_is_not_torn),
        CASE(a_page_that_would_stay_half_empty_is_filled_by_the_next_list),
        CASE(a_list_is_not_torn_to_leave_a_few_lines_alone),
        CASE(rows_that_would_stand_alone_on_the_last_page_get_company),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
