#include "layoutcase.h"

static void tags_tell_head_body_rows_and_headers(void **state) {
    (void)state;
    add_table(3);
    const struct scene *scene = laid_out();
    assert_int_equal(count_tags(scene, TAG_TABLE), 1);
    assert_int_equal(count_tags(scene, TAG_THEAD), 1);
    assert_int_equal(count_tags(scene, TAG_TBODY), 1);
    assert_int_equal(count_tags(scene, TAG_TR), 4);
    assert_int_equal(count_tags(scene, TAG_TH), 2 + 3);
    assert_int_equal(count_tags(scene, TAG_TD), 3);
    assert_int_equal(the_tag(scene, TAG_TH, 0)->scope, SCOPE_COLUMN);
    assert_int_equal(the_tag(scene, TAG_TH, 2)->scope, SCOPE_ROW);
    assert_string_equal(scene_detail(the_tag(scene, TAG_TABLE, 0))->summary, "Rows");
}

/* A column without words above it, and one whose word is divided to fit, are told in full. */
static void a_head_without_words_tells_its_column_all_the_same(void **state) {
    (void)state;
    struct table_block *table = block_table(document, &section->blocks, "Rows")->table;
    table_column(arena, table, "", ALIGN_LEFT, MM(20), STYLE_TABLE)->head_actual = "Status";
    table_column(arena, table, "Develop-\nment", ALIGN_LEFT, MM(20), STYLE_TABLE);
    table_column(arena, table, "Plan-date", ALIGN_LEFT, MM(20), STYLE_TABLE);
    struct table_row *row = table_row(arena, table, ROW_BODY);
    for (int i = 0; i < 3; i++)
        table_text(arena, row, "x");
    const struct scene *scene = laid_out();
    assert_int_equal(count_tags(scene, TAG_TH), 3);
    assert_int_equal(the_tag(scene, TAG_TH, 0)->scope, SCOPE_COLUMN);
    assert_string_equal(scene_detail(the_tag(scene, TAG_TH, 0))->actual, "Status");
    assert_int_equal(count_tags(scene, TAG_SPAN), 1);
    assert_string_equal(scene_detail(the_tag(scene, TAG_SPAN, 0))->actual, "Development");
}

/* What a tinted cell shows is what it says: it has no other words. */
static void the_label_of_a_share_is_in_its_cell(void **state) {
    (void)state;
    struct table_block *table = block_table(document, &section->blocks, "Rows")->table;
    table_column(arena, table, "Ann", ALIGN_LEFT, MM(20), STYLE_TABLE);
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    chart->kind = CHART_SHARE;
    chart->height = MM(4);
    chart->as.share.label = "0.50";
    table_chart(arena, table_row(arena, table, ROW_BODY), chart);
    const struct scene *scene = laid_out();
    const scene_element_id cell = the_word(scene, 0, "0.50", 0)->element;
    assert_true(cell < SCENE_ARTIFACT);
    assert_int_equal(scene->elements.items[cell].tag, TAG_TD);
}

static void a_repeated_head_is_an_artifact(void **state) {
    (void)state;
    add_table(60);
    const struct scene *scene = laid_out();
    assert_int_equal(scene->pages.count, 2);
    assert_int_equal(the_word(scene, 1, "Name", 0)->element, SCENE_ARTIFACT);
    assert_true(the_word(scene, 0, "Name", 0)->element < SCENE_ARTIFACT);
    assert_int_equal(count_tags(scene, TAG_TR), 61);
    assert_int_equal(count_tags(scene, TAG_TBODY), 1);
}

static void a_group_is_said_again_with_its_word(void **state) {
    (void)state;
    struct table_block *table = add_table(0);
    table_text(arena, table_row(arena, table, ROW_GROUP), "Donors");
    for (int i = 0; i < 60; i++)
        table_text(arena, table_row(arena, table, ROW_BODY), "Row");
    const struct scene *scene = laid_out();
    assert_int_equal(the_word(scene, 1, "Donors", 0)->element, SCENE_ARTIFACT);
    the_word(scene, 1, "(continued)", 0);
    assert_int_equal(count_words(scene, 0, "(continued)"), 0);
    assert_int_equal(the_word(scene, 0, "Donors", 0)->as.text.colour, NAVY);
}

static void numbers_end_at_the_right_margin(void **state) {
    (void)state;
    add_table(1);
    const struct scene *scene = laid_out();
    assert_near(right_end(the_word(scene, 0, "12.5", 0)), MM(18 + 174), 100);
    assert_near(right_end(the_word(scene, 0, "Value", 0)), MM(18 + 174), 100);
}

static void rules_are_hairlines_and_one_stands_above_a_total(void **state) {
    (void)state;
    struct table_block *table = add_table(2);
    table_text(arena, table_row(arena, table, ROW_TOTAL), "Total");
    const struct scene *scene = laid_out();
    assert_int_equal(count_paths(scene, HAIRLINE, true), 2);
    assert_int_equal(count_paths(scene, HEAD_RULE, true), 2);
    assert_int_equal(the_path(scene, HAIRLINE, true, 0)->width, MM(0.12));
    assert_int_equal(path_box(the_path(scene, HAIRLINE, true, 0)).w, MM(174));
}

static void in_a_zebra_every_other_row_has_a_ground_and_none_a_hairline(void **state) {
    (void)state;
    struct table_block *table = add_table(3);
    table->zebra = true;
    table_text(arena, table_row(arena, table, ROW_GROUP), "Donors");
    table_text(arena, table_row(arena, table, ROW_BODY), "Row");
    const struct scene *scene = laid_out();
    assert_int_equal(count_paths(scene, HAIRLINE, true), 0);
    assert_int_equal(count_paths(scene, PANEL, false), 3); /* the first, the third, the group's */
    assert_int_equal(path_box(the_path(scene, PANEL, false, 0)).w, MM(176));
    assert_int_equal(the_path(scene, PANEL, false, 0)->fill, PANEL);
}

static void several_paragraphs_of_a_cell_are_paragraphs(void **state) {
    (void)state;
    struct table_block *table = add_table(1);
    content_text(arena, cell_paragraph(arena, &table->rows.items[0].cells.items[0]), "second");
    const struct scene *scene = laid_out();
    assert_int_equal(count_tags(scene, TAG_P), 2);
    assert_true(the_word(scene, 0, "second", 0)->as.text.y >
                the_word(scene, 0, "R0", 0)->as.text.y);
}

static void a_voice_may_hear_another_word(void **state) {
    (void)state;
    struct table_block *table = add_table(1);
    table->rows.items[0].cells.items[1].actual = "not yet known";
    const struct scene *scene = laid_out();
    assert_string_equal(scene_detail(the_tag(scene, TAG_SPAN, 0))->actual, "not yet known");
}

/* A filled block over `rows` rows. */
static void add_block(int rows) {
    struct table_block *table = block_table(document, &section->blocks, "Blocks")->table;
    table_column(arena, table, "Block", ALIGN_LEFT, MM(20), STYLE_TABLE);
    table_column(arena, table, "Name", ALIGN_LEFT, 0, STYLE_TABLE);
    for (int i = 0; i < rows; i++) {
        struct table_row *row = table_row(arena, table, ROW_BODY);
        if (i == 0) {
            struct table_cell *cell = table_text(arena, row, "Block");
            cell->filled = true;
            cell->fill = style_ramp(0);
            cell->row_span = (unsigned)rows;
        }
        table_text(arena, row, "Row");
    }
}

static void a_filled_block_covers_its_rows(void **state) {
    (void)state;
    add_block(4);
    const struct scene *scene = laid_out();
    const struct rect box = filled_box(scene, style_ramp(0), 0);
    const mp row = 2 * MM(1.05) + PT(11.25);
    assert_near(box.h, 4 * row - 2 * MM(0.35), 10);
    assert_int_equal(box.w, MM(20));
    /* Hairlines begin beside it. */
    assert_true(path_box(the_path(scene, HAIRLINE, true, 0)).x > box.x + box.w);
}

static void a_block_over_two_pages_is_drawn_on_both(void **state) {
    (void)state;
    add_block(60);
    const struct scene *scene = laid_out();
    assert_int_equal(scene->pages.count, 2);
    assert_int_equal(count_words(scene, 1, "Block"), 2); /* head and block, both artifacts */
    assert_int_equal(the_word(scene, 1, "Block", 1)->element, SCENE_ARTIFACT);
    assert_int_equal(the_tag(scene, TAG_TD, 0)->row_span, 60);
}

enum { MANY = 120 }; /* words that fill most of a page in a narrow column */

/* The words of the first column of so many rows, which are one cell's. */
static void add_span(unsigned rows, bool filled) {
    document = document_new(arena);
    section = document_section(document, "span", "Span");
    add_block((int)rows);
    struct table_cell *cell = &section->blocks.items.items[0]->table->rows.items[0].cells.items[0];
    cell->filled = filled;
    for (int i = 0; i < MANY; i++)
        content_text(arena, cell_content(arena, cell), " word");
}

static void a_span_says_again_on_a_later_page_as_much_as_it_has_room_for(void **state) {
    (void)state;
    for (int filled = 0; filled < 2; filled++) {
        unsigned rows = 30;
        const struct scene *scene;
        do {
            add_span(++rows, filled);
            scene = laid_out();
        } while (scene->pages.count == 1);
        const size_t left = count_words(scene, 1, "Row");
        const size_t words = count_words(scene, 1, "word");
        assert_in_range(words, 1, MANY - 1);
        const mp row = 2 * MM(1.05) + PT(11.25);
        assert_true(the_word(scene, 1, "word", words - 1)->as.text.y <
                    the_word(scene, 1, "Row", 0)->as.text.y + (mp)left * row);
        assert_int_equal(the_word(scene, 1, "word", 0)->element, SCENE_ARTIFACT);
    }
}

static void a_span_with_more_text_than_a_page_is_told_BP5003(void **state) {
    (void)state;
    add_span(4, true);
    struct table_cell *cell = &section->blocks.items.items[0]->table->rows.items[0].cells.items[0];
    for (int i = 0; i < 3 * MANY; i++)
        content_text(arena, cell_content(arena, cell), " word");
    layout_document(arena, fonts, document, diags);
    size_t count = 0;
    const struct diag *found = diags_sorted(diags, &count);
    assert_true(count > 0);
    assert_int_equal(found[0].code, BP5003);
    assert_non_null(strstr(found[0].message, "the row 'Block word"));
}

static void a_chart_stands_in_its_cell(void **state) {
    (void)state;
    struct table_block *table = add_table(0);
    static const struct chart chart = {
        .kind = CHART_RAMP, .width = MM(10), .height = MM(3), .alt = "Ramp", .as.ramp = 1};
    struct table_row *row = table_row(arena, table, ROW_BODY);
    table_text(arena, row, "Row");
    table_chart(arena, row, &chart);
    const struct scene *scene = laid_out();
    const struct rect box = filled_box(scene, style_ramp(0), 0);
    assert_int_equal(box.w, MM(10));
    assert_near(box.x + box.w, MM(18 + 174), 2);
    assert_int_equal(count_tags(scene, TAG_FIGURE), 1);
}

static void heads_may_share_a_band_above_them(void **state) {
    (void)state;
    struct table_block *table = block_table(document, &section->blocks, "Banded")->table;
    static const char *const bands[] = {NULL, "This year", "This year", "Last year"};
    for (int i = 0; i < 4; i++)
        table_column(arena, table, arena_printf(arena, "H%d", i), i ? ALIGN_RIGHT : ALIGN_LEFT,
                     i ? MM(20) : 0, STYLE_TABLE)
            ->band = bands[i];
    struct table_row *row = table_row(arena, table, ROW_BODY);
    for (int i = 0; i < 4; i++)
        table_text(arena, row, "1");
    const struct scene *scene = laid_out();
    const struct scene_element *first = the_tag(scene, TAG_TH, 0);
    const struct scene_element *band = the_tag(scene, TAG_TH, 1);
    assert_int_equal(first->row_span, 2);
    assert_int_equal(band->column_span, 2);
    assert_int_equal(band->scope, SCOPE_COLUMN);
    assert_int_equal(count_tags(scene, TAG_TH), 6);
    assert_int_equal(count_tags(scene, TAG_TR), 3);
    assert_int_equal(count_words(scene, 0, "This"), 1);
    const mp above = the_word(scene, 0, "This", 0)->as.text.y;
    const mp below = the_word(scene, 0, "H1", 0)->as.text.y;
    assert_true(above < below);
    assert_int_equal(the_word(scene, 0, "H0", 0)->as.text.y, below);
    assert_int_equal(count_paths(scene, GROUP_RULE, true), 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(tags_tell_head_body_rows_and_headers),
        CASE(a_head_without_words_tells_its_column_all_the_same),
        CASE(the_label_of_a_share_is_in_its_cell),
        CASE(a_repeated_head_is_an_artifact),
        CASE(a_group_is_said_again_with_its_word),
        CASE(numbers_end_at_the_right_margin),
        CASE(rules_are_hairlines_and_one_stands_above_a_total),
        CASE(in_a_zebra_every_other_row_has_a_ground_and_none_a_hairline),
        CASE(several_paragraphs_of_a_cell_are_paragraphs),
        CASE(a_voice_may_hear_another_word),
        CASE(a_filled_block_covers_its_rows),
        CASE(a_span_says_again_on_a_later_page_as_much_as_it_has_room_for),
        CASE(a_span_with_more_text_than_a_page_is_told_BP5003),
        CASE(a_block_over_two_pages_is_drawn_on_both),
        CASE(heads_may_share_a_band_above_them),
        CASE(a_chart_stands_in_its_cell)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
