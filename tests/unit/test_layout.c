#include "layoutcase.h"

static void geometries_are_those_of_the_look(void **state) {
    (void)state;
    const struct page_geometry a4 = layout_geometry(PAPER_A4, PORTRAIT);
    assert_int_equal(a4.text_width, MM(174));
    assert_int_equal(a4.body_bottom, MM(280));
    const struct page_geometry letter = layout_geometry(PAPER_LETTER, LANDSCAPE);
    assert_int_equal(letter.width, MM(279.4));
    assert_int_equal(letter.text_width, MM(254));
    for (int paper = PAPER_A4; paper <= PAPER_LETTER; paper++)
        for (int turned = PORTRAIT; turned <= LANDSCAPE; turned++) {
            const struct page_geometry g =
                layout_geometry((enum paper)paper, (enum orientation)turned);
            assert_near(2 * g.margin + g.text_width, g.width, 3);
            assert_true(g.body_bottom + MM(1) <= g.height - MM(13));
        }
}

static void references_tell_the_pages_where_things_stand(void **state) {
    (void)state;
    struct block *text = add_text("See page ");
    content_page(arena, &text->content, "late");
    add_lines(100);
    add_text("Here.")->anchor = "late";
    const struct scene *scene = laid_out();
    assert_int_equal(scene->pages.count, 3);
    the_word(scene, 0, "3", 0);
    assert_int_equal(scene->pages.items[0].links.items[0].page, 2);
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
}

static void more_than_ninety_nine_pages_have_room_for_their_numbers(void **state) {
    (void)state;
    struct block *text = add_text("Page ");
    content_page(arena, &text->content, "late");
    for (int i = 0; i < 120; i++) {
        section = document_section(document, arena_printf(arena, "s%d", i), "Section");
        add_text("A page.");
    }
    add_text("Here.")->anchor = "late";
    const struct scene *scene = laid_out();
    assert_int_equal(scene->pages.count, 121);
    the_word(scene, 0, "121", 0);
}

static void the_outline_names_sections_and_chosen_headings(void **state) {
    (void)state;
    block_title(document, &section->blocks, "Message", NULL);
    block_heading(document, &section->blocks, "Chosen", NULL)->in_outline = true;
    block_heading(document, &section->blocks, "Not chosen", NULL);
    section = document_section(document, "second", "Second");
    section->in_outline = false;
    add_text("Body.");
    const struct scene *scene = laid_out();
    assert_int_equal(scene->outline.count, 2);
    assert_string_equal(scene->outline.items[0].title, "First");
    assert_int_equal(scene->outline.items[0].level, 1);
    assert_string_equal(scene->outline.items[1].title, "Chosen");
    assert_int_equal(scene->outline.items[1].level, 2);
}

static void each_section_is_a_part_of_the_document(void **state) {
    (void)state;
    add_text("One.");
    section = document_section(document, "second", "Second");
    add_text("Two.");
    const struct scene *scene = laid_out();
    assert_int_equal(count_tags(scene, TAG_SECT), 2);
    assert_int_equal(the_tag(scene, TAG_SECT, 0)->parent, SCENE_ROOT);
    assert_string_equal(scene->pages.items[1].label, "2");
}

static void the_same_document_gives_the_same_scene(void **state) {
    (void)state;
    block_title(document, &section->blocks, "Message", "Subtitle");
    add_table(70);
    struct textbuf first, second;
    textbuf_init(&first, arena);
    textbuf_init(&second, arena);
    scene_dump(laid_out(), &first);
    scene_dump(laid_out(), &second);
    assert_string_equal(textbuf_text(&first), textbuf_text(&second));
}

static void core_and_appendix_pages_are_counted(void **state) {
    (void)state;
    add_lines(60);
    section = document_section(document, "second", "Second");
    section->appendix = true;
    add_text("Appendix.");
    const struct layout_counts counts = layout_counts(arena, fonts, document, diags);
    assert_int_equal(counts.core, 2);
    assert_int_equal(counts.appendix, 1);
}

static void an_unknown_reference_is_reported_once(void **state) {
    (void)state;
    struct block *text = add_text("Page ");
    content_page(arena, &text->content, "nowhere");
    layout_counts(arena, fonts, document, diags);
    laid_out();
    assert_int_equal(diags_count(diags, DIAG_ERROR), 1);
}

static void words_are_divided_where_the_language_has_a_dictionary_BP5070(void **state) {
    (void)state;
    block_text(document, &section->blocks, STYLE_BODY, "Versorgungssicherheit")->width = MM(20);
    document->hyphenate = true;
    document->language = "de";
    const struct scene *scene = layout_document(arena, fonts, document, diags);
    assert_int_equal(diags_count(diags, DIAG_WARNING), 0);
    const struct scene_element *last = &scene->elements.items[scene->elements.count - 1];
    assert_string_equal(scene_detail(last)->actual, "Versorgungssicherheit");
    document->language = "tlh";
    layout_document(arena, fonts, document, diags);
    layout_counts(arena, fonts, document, diags);
    assert_int_equal(diags_count(diags, DIAG_WARNING), 1);
}

/* Sections of long documents are measured, drawn and forgotten one by one: what must outlive that
 * does, and nothing is lost between them. */
static void long_documents_are_drawn_a_section_at_a_time(void **state) {
    (void)state;
    enum { SECTIONS = 120 };
    document->frame.note = "Note";
    struct block *toc = block_add(document, &section->blocks, BLOCK_TOC);
    for (int i = 1; i < SECTIONS; i++) {
        const char *anchor = arena_printf(arena, "s%d", i);
        struct toc_entry *entry = vec_add(arena, &toc->toc);
        *entry = (struct toc_entry){.title = anchor, .anchor = anchor, .level = 1};
        section = document_section(document, anchor, arena_printf(arena, "Section %d", i));
        section->in_outline = true;
        section->run_on = i % 10 == 0;
        block_heading(document, &section->blocks, arena_printf(arena, "H%d", i), NULL)->in_outline =
            true;
        struct block *text = add_text(arena_printf(arena, "W%d", i));
        content_text(arena, document_note(arena, &text->content), arena_printf(arena, "N%d", i));
        block_text(document, &section->blocks, STYLE_BODY, "Versorgungs\u00ADsicherheit")->width =
            MM(18);
        struct chart *chart = arena_alloc(arena, sizeof *chart);
        char *alt = arena_alloc(arena, 401);
        memset(alt, 'a', 400);
        *chart = (struct chart){.kind = CHART_RAMP, .height = MM(3), .alt = alt, .as.ramp = 4};
        block_add(document, &section->blocks, BLOCK_CHART)->chart = chart;
    }
    const struct scene *scene = laid_out();
    assert_true(scene->pages.count >= SECTIONS - SECTIONS / 10);
    assert_int_equal(scene->outline.count, 2 * SECTIONS - 1); /* the first has no heading */
    assert_int_equal(count_tags(scene, TAG_NOTE), SECTIONS - 1);
    assert_int_equal(count_tags(scene, TAG_SECT), SECTIONS);
    size_t whole = 0, breath = 0;
    for (size_t i = 0; i < scene->elements.count; i++) {
        const struct scene_detail *element = scene_detail(&scene->elements.items[i]);
        whole += element->actual && strcmp(element->actual, "Versorgungssicherheit") == 0;
        breath += element->alt && strstr(element->alt, "a \u2026 a") != NULL;
    }
    assert_int_equal(whole, SECTIONS - 1);
    assert_int_equal(breath, SECTIONS - 1);
    for (int i = 1; i < SECTIONS; i++) {
        size_t words = 0, notes = 0;
        for (uint32_t page = 0; page < scene->pages.count; page++) {
            const size_t here = count_words(scene, page, arena_printf(arena, "W%d", i));
            words += here;
            notes += here ? count_words(scene, page, arena_printf(arena, "N%d", i)) : 0;
        }
        assert_int_equal(words, 1);
        assert_int_equal(notes, 1); /* on the page of its reference */
    }
    const struct scene_link *last =
        &scene->pages.items[2].links.items[scene->pages.items[2].links.count - 1];
    assert_string_equal(last->contents, "Section 119");
    assert_true(last->page + 1 == scene->pages.count);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(geometries_are_those_of_the_look),
        CASE(references_tell_the_pages_where_things_stand),
        CASE(more_than_ninety_nine_pages_have_room_for_their_numbers),
        CASE(the_outline_names_sections_and_chosen_headings),
        CASE(each_section_is_a_part_of_the_document),
        CASE(the_same_document_gives_the_same_scene),
        CASE(core_and_appendix_pages_are_counted),
        CASE(an_unknown_reference_is_reported_once),
        CASE(words_are_divided_where_the_language_has_a_dictionary_BP5070),
        CASE(long_documents_are_drawn_a_section_at_a_time)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
