#include "layout/paragraphkeep.h"
#include "samelines.h"
#include "text/hyphen.h"

static struct paragraph_spec spec_of(mp width) {
    return (struct paragraph_spec){.style = STYLE_TABLE, .colour = COLOUR_INHERIT, .width = width};
}

static const struct paragraph *kept(const struct content *content, mp width) {
    const struct paragraph_spec spec = spec_of(width);
    return paragraphkeep_make(&composer, content, &spec);
}

static const struct paragraph *made(const struct content *content, mp width) {
    const struct paragraph_spec spec = spec_of(width);
    return paragraph_make(&composer, content, &spec);
}

static const char *const texts[] = {"On track",
                                    "Wait times at donor centres, all sites",
                                    "warehouse/strategy/measures_export.csv",
                                    "Versorgungssicherheitskonzepte, Krankenhausapotheke",
                                    "one\ntwo three",
                                    "-3.5 pp",
                                    "12 weeks of 24",
                                    "\u05E9\u05D9\u05E8\u05D5\u05EA \u05D4\u05D3\u05DD",
                                    "\u0646\u0633\u0628\u0629 12 % (A+)",
                                    "\u8840\u6DB2\u4E8B\u696D\u306E\u6226\u7565\u5831\u544A\u66F8",
                                    "\uFFFC",
                                    "a\u00ADb\u00ADc soft\u00ADhy\u00ADphen"};

static struct content *mixed(void) {
    struct content *content = plain("Late ");
    content_mark(arena, content, MARK_AMBER, "W", "watch");
    content_styled(arena, content, STYLE_BODY_BOLD, NAVY, " since ");
    content_trend(arena, content, TREND_WORSENING, "worse");
    content_text(arena, content, "May");
    return content;
}

/* Narrower and wider in turn, so that each is found for some widths and set anew for others. */
static void check_widths(const struct content *content) {
    static const mp widths[] = {MM(30), MM(12), MM(80), MM(30), MM(31), MM(4), MM(200), MM(12)};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        assert_true(same_lines(kept(content, widths[i]), made(content, widths[i])));
}

static void check_texts(void) {
    paragraphkeep_begin(&composer, section);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_widths(plain(texts[i]));
    check_widths(mixed());
}

static void what_is_kept_is_what_would_be_set(void **state) {
    (void)state;
    check_texts();
    composer.hyphens = hyphen_open(arena, "de");
    paragraphkeep_forget(&composer);
    check_texts();
    composer.mirrored = true;
    paragraphkeep_forget(&composer);
    check_texts();
}

static void one_line_serves_every_width_that_holds_it(void **state) {
    (void)state;
    struct content *content = plain("On track");
    const mp natural = paragraph_natural_width(made(content, MM(100)));
    paragraphkeep_begin(&composer, section);
    const struct paragraph *first = kept(content, MM(100));
    const struct paragraph *again = kept(content, natural);
    assert_ptr_equal(again->lines, first->lines);
    assert_ptr_not_equal(again, first); /* each is drawn by itself */
    assert_int_equal(again->width, natural);
    assert_int_equal(kept(content, natural - 1)->count, 2);
}

static void several_lines_serve_their_width_alone(void **state) {
    (void)state;
    struct content *content = plain("Wait times at donor centres");
    paragraphkeep_begin(&composer, section);
    const struct paragraph *first = kept(content, MM(20));
    assert_true(first->count > 1);
    assert_ptr_equal(kept(content, MM(20))->lines, first->lines);
    assert_ptr_not_equal(kept(content, MM(21))->lines, first->lines);
}

static void other_looks_are_set_anew(void **state) {
    (void)state;
    struct content *content = plain("On track");
    paragraphkeep_begin(&composer, section);
    const struct line *lines = kept(content, MM(50))->lines;
    struct paragraph_spec spec = spec_of(MM(50));
    spec.colour = NAVY;
    assert_ptr_not_equal(paragraphkeep_make(&composer, content, &spec)->lines, lines);
    spec = spec_of(MM(50));
    spec.style = STYLE_BODY;
    assert_ptr_not_equal(paragraphkeep_make(&composer, content, &spec)->lines, lines);
    spec = spec_of(MM(50));
    spec.align = ALIGN_RIGHT;
    assert_int_equal(paragraphkeep_make(&composer, content, &spec)->align, ALIGN_RIGHT);
    content_text(arena, content, " again");
    assert_ptr_not_equal(kept(content, MM(50))->lines, lines);
}

static void page_numbers_are_never_kept(void **state) {
    (void)state;
    struct content *content = plain("page ");
    content_page(arena, content, "first");
    paragraphkeep_begin(&composer, section);
    const mp two = paragraph_natural_width(kept(content, MM(50)));
    composer.page_digits = 3;
    assert_true(paragraph_natural_width(kept(content, MM(50))) > two);
}

static void another_section_or_arena_begins_with_nothing(void **state) {
    (void)state;
    struct content *content = plain("On track");
    paragraphkeep_begin(&composer, section);
    const struct line *lines = kept(content, MM(50))->lines;
    paragraphkeep_begin(&composer, section);
    assert_ptr_equal(kept(content, MM(50))->lines, lines);
    paragraphkeep_begin(&composer, document_section(document, "b", "B"));
    assert_ptr_not_equal(kept(content, MM(50))->lines, lines);
    lines = kept(content, MM(50))->lines;
    composer.arena = arena_aside(arena);
    paragraphkeep_begin(&composer, section);
    assert_ptr_not_equal(kept(content, MM(50))->lines, lines);
    paragraphkeep_forget(&composer);
    arena_free(composer.arena);
    composer.arena = arena;
    assert_ptr_not_equal(kept(content, MM(50))->lines, kept(content, MM(50))->lines);
}

static void plain_text_is_known_by_where_it_is(void **state) {
    (void)state;
    const struct paragraph_spec spec = spec_of(MM(50));
    static const char text[] = "Actual";
    const struct line *lines = paragraphkeep_text(&composer, text, &spec)->lines;
    assert_ptr_not_equal(paragraphkeep_text(&composer, text, &spec)->lines, lines);
    paragraphkeep_begin(&composer, section);
    lines = paragraphkeep_text(&composer, text, &spec)->lines;
    assert_ptr_equal(paragraphkeep_text(&composer, text, &spec)->lines, lines);
    const char *other = arena_strdup(arena, text);
    assert_ptr_not_equal(paragraphkeep_text(&composer, other, &spec)->lines, lines);
}

static void more_than_it_has_room_for_is_set_all_the_same(void **state) {
    (void)state;
    paragraphkeep_begin(&composer, section);
    struct content *first = plain("5");
    const struct line *lines = kept(first, MM(50))->lines;
    for (size_t i = 0; i < 5000; i++)
        assert_int_equal(kept(plain("5"), MM(50))->count, 1);
    assert_ptr_equal(kept(first, MM(50))->lines, lines);
    struct content *late = plain("5");
    assert_ptr_not_equal(kept(late, MM(50))->lines, kept(late, MM(50))->lines);
}

int main(void) {
    const struct CMUnitTest tests[] = {CASE(what_is_kept_is_what_would_be_set),
                                       CASE(one_line_serves_every_width_that_holds_it),
                                       CASE(several_lines_serve_their_width_alone),
                                       CASE(other_looks_are_set_anew),
                                       CASE(page_numbers_are_never_kept),
                                       CASE(another_section_or_arena_begins_with_nothing),
                                       CASE(plain_text_is_known_by_where_it_is),
                                       CASE(more_than_it_has_room_for_is_set_all_the_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
