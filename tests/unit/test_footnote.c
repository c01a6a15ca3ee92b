#include "layout/footnote.h"
#include "layoutcase.h"

/* A paragraph with a note. */
static void add_noted(const char *text, const char *note) {
    struct block *block = add_text(text);
    content_text(arena, document_note(arena, &block->content), note);
}

static mp y_of(const struct scene *scene, uint32_t page, const char *word) {
    return the_word(scene, page, word, 0)->as.text.y;
}

/* The number of the first note, in the text: the frame, drawn before it, has "1 / 1". */
static const struct scene_item *number_of(const struct scene *scene) {
    return the_word(scene, 0, "1", 2);
}

static void a_note_stands_at_the_foot_of_its_page(void **state) {
    (void)state;
    add_noted("Word", "Noted");
    add_lines(3);
    const struct scene *scene = laid_out();
    const struct page_geometry g = layout_geometry(PAPER_A4, PORTRAIT);
    assert_int_equal(scene->pages.count, 1);
    assert_true(y_of(scene, 0, "Noted") < g.body_bottom);
    assert_true(y_of(scene, 0, "Noted") > g.body_bottom - PT(10));
    assert_int_equal(count_paths(scene, GROUP_RULE, true), 1);
}

static void its_number_is_raised_and_leads_to_it(void **state) {
    (void)state;
    document->frame.note = "Note";
    add_noted("Word", "Noted");
    const struct scene *scene = laid_out();
    const struct scene_item *number = number_of(scene);
    assert_true(number->as.text.y < y_of(scene, 0, "Word"));
    assert_true(number->as.text.size >= PT(7));
    assert_int_equal(scene->pages.items[0].links.count, 1);
    const struct scene_link *link = &scene->pages.items[0].links.items[0];
    assert_string_equal(link->contents, "Note 1");
    assert_true(link->y > MM(250));
    assert_string_equal(scene_detail(the_tag(scene, TAG_NOTE, 0))->note_id, "note:1");
}

static void notes_are_numbered_through_the_document(void **state) {
    (void)state;
    add_noted("A", "First");
    add_noted("B", "Second");
    section = document_section(document, "more", "More");
    add_noted("C", "Third");
    const struct scene *scene = laid_out();
    assert_int_equal(scene->pages.count, 2);
    assert_true(y_of(scene, 0, "First") < y_of(scene, 0, "Second"));
    assert_int_equal(count_words(scene, 1, "Third"), 1);
    assert_int_equal(count_words(scene, 1, "3"), 2); /* reference and label */
    assert_int_equal(count_tags(scene, TAG_NOTE), 3);
}

static void the_body_ends_above_the_notes(void **state) {
    (void)state;
    const size_t many = 60;
    for (size_t i = 0; i < many; i++)
        add_noted(arena_printf(arena, "W%zu", i), arena_printf(arena, "N%zu", i));
    const struct scene *scene = laid_out();
    assert_true(scene->pages.count > 1);
    for (uint32_t page = 0; page < scene->pages.count; page++) {
        mp lowest = 0, highest = MM(300);
        for (size_t i = 0; i < many; i++) {
            const bool here = count_words(scene, page, arena_printf(arena, "W%zu", i)) > 0;
            /* A note stands on the page of its reference. */
            assert_int_equal(here, count_words(scene, page, arena_printf(arena, "N%zu", i)));
            if (!here)
                continue;
            lowest = length_max(lowest, y_of(scene, page, arena_printf(arena, "W%zu", i)));
            highest = length_min(highest, y_of(scene, page, arena_printf(arena, "N%zu", i)));
        }
        assert_true(highest - lowest > PT(12));
    }
}

static void rows_panels_and_columns_may_have_notes(void **state) {
    (void)state;
    struct table_block *table = add_table(0);
    struct table_row *row = table_row(arena, table, ROW_BODY);
    struct table_cell *cell = table_text(arena, row, "Row");
    content_text(arena, document_note(arena, cell_content(arena, cell)), "Rownote");
    table_text(arena, row, "1.0");
    struct block *panel = block_add(document, &section->blocks, BLOCK_PANEL);
    struct block *text = block_text(document, &panel->children, STYLE_BODY, "Panel");
    content_text(arena, document_note(arena, &text->content), "Panelnote");
    struct block *columns = block_add(document, &section->blocks, BLOCK_COLUMNS);
    struct block_list *column = vec_add(arena, &columns->columns);
    text = block_text(document, column, STYLE_BODY, "Column");
    content_text(arena, document_note(arena, &text->content), "Columnnote");
    struct block *balanced = block_add(document, &section->blocks, BLOCK_BALANCED);
    text = block_text(document, &balanced->children, STYLE_BODY, "Balanced");
    content_text(arena, document_note(arena, &text->content), "Balancednote");
    const struct scene *scene = laid_out();
    const char *const notes[] = {"Rownote", "Panelnote", "Columnnote", "Balancednote"};
    for (size_t i = 0; i + 1 < sizeof notes / sizeof *notes; i++)
        assert_true(y_of(scene, 0, notes[i]) < y_of(scene, 0, notes[i + 1]));
    assert_int_equal(count_tags(scene, TAG_NOTE), 4);
    assert_int_equal(scene->pages.items[0].links.count, 4);
}

static void a_number_stays_with_its_word(void **state) {
    (void)state;
    struct block *block = add_text("several words that fill the line and end here");
    content_text(arena, document_note(arena, &block->content), "Noted");
    for (mp width = MM(20); width < MM(70); width += MM(1)) {
        block->width = width;
        const struct scene *scene = laid_out();
        const struct scene_item *number = number_of(scene);
        const struct scene_item *word = the_word(scene, 0, "here", 0);
        assert_near(word->as.text.y - number->as.text.y, PT(2.6), 1);
    }
}

static void the_name_of_a_group_said_again_has_its_note_once(void **state) {
    (void)state;
    struct table_block *table = add_table(0);
    table->continued = "(continued)";
    struct table_cell *cell = table_text(arena, table_row(arena, table, ROW_GROUP), "Group");
    content_text(arena, document_note(arena, cell_content(arena, cell)), "Noted");
    for (int i = 0; i < 60; i++)
        table_text(arena, table_row(arena, table, ROW_BODY), "Row");
    add_noted("After", "Second");
    const struct scene *scene = laid_out();
    assert_int_equal(count_tags(scene, TAG_NOTE), 2);
    assert_string_equal(scene_detail(the_tag(scene, TAG_NOTE, 1))->note_id, "note:2");
}

static void notes_of_columns_over_pages_keep_clear_of_the_other_column(void **state) {
    (void)state;
    struct block *columns = block_add(document, &section->blocks, BLOCK_COLUMNS);
    vec_add(arena, &columns->columns);
    vec_add(arena, &columns->columns);
    for (int i = 0; i < 70; i++) {
        block_text(document, &columns->columns.items[0], STYLE_BODY, "Left");
        struct block *text = block_text(document, &columns->columns.items[1], STYLE_BODY, "Right");
        content_text(arena, document_note(arena, &text->content), "Noted");
    }
    const struct scene *scene = laid_out();
    for (uint32_t page = 0; page < scene->pages.count; page++) {
        const size_t left = count_words(scene, page, "Left");
        if (left > 0 && count_words(scene, page, "Noted") > 0)
            assert_true(the_word(scene, page, "Left", left - 1)->as.text.y <
                        y_of(scene, page, "Noted") - PT(9));
    }
}

/* Words that are there once: w0, w1, ... */
static const char *many_words(unsigned count) {
    struct textbuf out;
    textbuf_init(&out, arena);
    for (unsigned i = 0; i < count; i++)
        textbuf_printf(&out, "w%u ", i);
    return textbuf_text(&out);
}

static void a_note_of_more_than_half_a_page_goes_on_at_the_foot_of_the_next(void **state) {
    (void)state;
    add_noted("Word", many_words(2600));
    add_lines(3);
    const struct scene *scene = laid_out();
    assert_int_equal(diags_count(diags, DIAG_ERROR), 0);
    assert_true(scene->pages.count >= 2);
    for (unsigned i = 0; i < 2600; i++) {
        size_t found = 0;
        for (uint32_t page = 0; page < scene->pages.count; page++)
            found += count_words(scene, page, arena_printf(arena, "w%u", i));
        assert_int_equal(found, 1);
    }
    assert_true(y_of(scene, 0, "w0") > the_word(scene, 0, "line.", 2)->as.text.y + PT(12));
    /* One note to those who listen, on however many pages. */
    assert_int_equal(count_tags(scene, TAG_NOTE), 1);
    assert_int_equal(count_tags(scene, TAG_LBL), 1);
}

static void numbers_of_three_digits_keep_clear_of_their_notes(void **state) {
    (void)state;
    for (int i = 0; i < 101; i++)
        add_noted("Word", arena_printf(arena, "N%d", i));
    const struct scene *scene = laid_out();
    const uint32_t last = (uint32_t)scene->pages.count - 1;
    const struct scene_item *label = the_word(scene, last, "101", 1);
    assert_true(right_end(label) < the_word(scene, last, "N100", 0)->as.text.x);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(a_note_stands_at_the_foot_of_its_page),
        CASE(a_note_of_more_than_half_a_page_goes_on_at_the_foot_of_the_next),
        CASE(numbers_of_three_digits_keep_clear_of_their_notes),
        CASE(its_number_is_raised_and_leads_to_it),
        CASE(notes_are_numbered_through_the_document),
        CASE(the_body_ends_above_the_notes),
        CASE(rows_panels_and_columns_may_have_notes),
        CASE(the_name_of_a_group_said_again_has_its_note_once),
        CASE(notes_of_columns_over_pages_keep_clear_of_the_other_column),
        CASE(a_number_stays_with_its_word)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
