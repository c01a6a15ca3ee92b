#include "layout/mirror.h"
#include "layoutcase.h"

#define PAGE MM(210)
#define LEFT MM(18)
#define WORD "\u05E9\u05DC\u05D5\u05DD"

static void in_hebrew(void) {
    document->language = "he";
}

static void languages_are_known_by_their_tag(void **state) {
    (void)state;
    assert_true(mirror_language("ar") && mirror_language("he-IL") && mirror_language("fa"));
    assert_false(mirror_language("en") || mirror_language("arn") || mirror_language(NULL) ||
                 mirror_language("") || mirror_language("h"));
}

static void text_begins_at_the_right(void **state) {
    (void)state;
    in_hebrew();
    add_text(WORD);
    add_text("Latin");
    const struct scene *scene = laid_out();
    assert_near(right_end(the_word(scene, 0, WORD, 0)), PAGE - LEFT, 100);
    assert_near(right_end(the_word(scene, 0, "Latin", 0)), PAGE - LEFT, 100);
}

static void words_of_a_line_keep_their_order(void **state) {
    (void)state;
    in_hebrew();
    add_text("one two");
    const struct scene *scene = laid_out();
    assert_true(the_word(scene, 0, "one", 0)->as.text.x < the_word(scene, 0, "two", 0)->as.text.x);
}

static void a_shape_comes_before_its_letter_from_the_right(void **state) {
    (void)state;
    in_hebrew();
    struct content *content = &add_text("")->content;
    content_mark(arena, content, MARK_RED, "R", "off track");
    const struct scene *scene = laid_out();
    const uint32_t solid = mark_colours(MARK_RED)->solid;
    assert_true(path_box(the_path(scene, solid, false, 0)).x >
                right_end(the_word(scene, 0, "R", 0)));
    assert_near(path_box(the_path(scene, solid, false, 0)).x +
                    path_box(the_path(scene, solid, false, 0)).w,
                PAGE - LEFT, 700);
}

static void columns_run_from_the_right(void **state) {
    (void)state;
    in_hebrew();
    add_table(3);
    const struct scene *scene = laid_out();
    const struct scene_item *name = the_word(scene, 0, "R1", 0);
    const struct scene_item *number = the_word(scene, 0, "12.5", 0);
    assert_near(right_end(name), PAGE - LEFT, 100);
    assert_true(right_end(number) < name->as.text.x);
    /* The fixed column of 20 mm stands at the left; its numbers keep their right ends. */
    assert_near(right_end(number), LEFT + MM(20), 100);
}

static void points_stay_one_below_the_other(void **state) {
    (void)state;
    in_hebrew();
    struct table_block *table = add_table(0);
    table->columns.items[1].align = ALIGN_DECIMAL;
    static const char *const numbers[] = {"95.6", "1.70", "12"};
    for (size_t i = 0; i < 3; i++) {
        struct table_row *row = table_row(arena, table, ROW_BODY);
        table_text(arena, row, WORD);
        table_text(arena, row, numbers[i]);
    }
    const struct scene *scene = laid_out();
    const mp digit = composer_text_width(&composer, STYLE_TABLE, "0");
    const mp point = composer_text_width(&composer, STYLE_TABLE, ".");
    const mp one = right_end(the_word(scene, 0, "95.6", 0));
    assert_near(right_end(the_word(scene, 0, "1.70", 0)), one + digit, 100);
    assert_near(right_end(the_word(scene, 0, "12", 0)), one - digit - point, 100);
}

static void bars_change_sides(void **state) {
    (void)state;
    in_hebrew();
    block_title(document, &section->blocks, "Title", "subtitle");
    const struct scene *scene = laid_out();
    const struct rect bar = filled_box(scene, NAVY, 0);
    assert_int_equal(bar.x + bar.w, PAGE - LEFT);
    assert_true(right_end(the_word(scene, 0, "Title", 0)) < bar.x);
}

static void a_matrix_is_turned_like_a_table_and_its_texts_are_not(void **state) {
    (void)state;
    static const char *const heads[] = {"S1", "S2"};
    static const char *const end_heads[] = {"Traced"};
    static const struct chart_matrix_cell cells[] = {{.label = "3", .level = 3}, {.label = NULL}};
    static const struct chart_matrix_text ends[] = {{"7 " WORD " 8", false, false}};
    static const struct chart_matrix_row rows[] = {{"Staff", cells, ends}};
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    *chart = (struct chart){.kind = CHART_MATRIX,
                            .height = MM(20),
                            .as.matrix = {.heads = heads,
                                          .column_count = 2,
                                          .rows = rows,
                                          .row_count = 1,
                                          .end_heads = end_heads,
                                          .end_count = 1}};
    block_add(document, &section->blocks, BLOCK_CHART)->chart = chart;
    const struct scene *before = laid_out();
    const mp apart =
        the_word(before, 0, "7", 0)->as.text.x - the_word(before, 0, "8", 0)->as.text.x;
    in_hebrew();
    const struct scene *scene = laid_out();
    assert_near(right_end(the_word(scene, 0, "Staff", 0)), PAGE - LEFT, 100);
    assert_true(the_word(scene, 0, "S2", 0)->as.text.x < the_word(scene, 0, "S1", 0)->as.text.x);
    assert_int_equal(the_word(scene, 0, "7", 0)->as.text.x - the_word(scene, 0, "8", 0)->as.text.x,
                     apart);
    assert_true(right_end(the_word(scene, 0, "7", 0)) < the_word(scene, 0, "S2", 0)->as.text.x);
}

static void a_chart_moves_and_is_not_turned(void **state) {
    (void)state;
    struct chart *chart = arena_alloc(arena, sizeof *chart);
    *chart = (struct chart){.kind = CHART_RAMP, .width = MM(50), .height = MM(4), .as.ramp = 3};
    block_add(document, &section->blocks, BLOCK_CHART)->chart = chart;
    const struct rect before = filled_box(laid_out(), style_ramp(0), 0);
    in_hebrew();
    const struct rect after = filled_box(laid_out(), style_ramp(0), 0);
    assert_int_equal(before.x, LEFT);
    assert_int_equal(after.x, PAGE - LEFT - MM(50));
    assert_true(filled_box(laid_out(), style_ramp(2), 0).x > after.x);
}

static void links_go_with_their_words(void **state) {
    (void)state;
    in_hebrew();
    struct block *block = block_add(document, &section->blocks, BLOCK_TEXT);
    block->anchor = "here";
    content_text(arena, &block->content, "word")->target = "here";
    const struct scene *scene = laid_out();
    const struct scene_item *word = the_word(scene, 0, "word", 0);
    assert_int_equal(scene->pages.items[0].links.count, 1);
    const struct rect rect = scene->pages.items[0].links.items[0].rect;
    assert_near(rect.x, word->as.text.x, 100);
    assert_near(rect.x + rect.w, right_end(word), 100);
}

static void nothing_leaves_the_page(void **state) {
    (void)state;
    in_hebrew();
    document->frame = (struct frame){.unit = "Unit", .period = "2026", .classification = "C"};
    add_table(70);
    struct block *panel = block_add(document, &section->blocks, BLOCK_PANEL);
    block_text(document, &panel->children, STYLE_BODY, WORD);
    laid_out(); /* scene_problem() tells of items outside their page */
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(languages_are_known_by_their_tag),
                                       CASE(text_begins_at_the_right),
                                       CASE(words_of_a_line_keep_their_order),
                                       CASE(a_shape_comes_before_its_letter_from_the_right),
                                       CASE(columns_run_from_the_right),
                                       CASE(points_stay_one_below_the_other),
                                       CASE(bars_change_sides),
                                       CASE(a_chart_moves_and_is_not_turned),
                                       CASE(a_matrix_is_turned_like_a_table_and_its_texts_are_not),
                                       CASE(links_go_with_their_words),
                                       CASE(nothing_leaves_the_page)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
