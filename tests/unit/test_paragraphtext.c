#include "layout/paragraphtext.h"
#include "layoutcase.h"
#include "text/breaks.h"
#include "text/hyphen.h"

static const struct paragraph_spec body = {.style = STYLE_BODY, .colour = COLOUR_INHERIT};
static struct paragraphtext text;

static struct content *started(void) {
    text = (struct paragraphtext){.arena = arena};
    textbuf_init(&text.buffer, arena);
    return arena_alloc(arena, sizeof(struct content));
}

static const char *gathered(const struct content *content) {
    paragraphtext_gather(&text, &composer, &body, content);
    if (text.buffer.length > 0)
        paragraphtext_breaks(&text);
    return textbuf_text(&text.buffer);
}

static const char *of_one(const char *words) {
    struct content *content = started();
    content_text(arena, content, words);
    return gathered(content);
}

static void items_become_one_text(void **state) {
    (void)state;
    struct content *content = started();
    assert_string_equal(gathered(content), "");
    content_text(arena, content, "see ");
    content_text(arena, content, ""); /* has no span */
    content_page(arena, content, "there");
    content_break(arena, content);
    content_mark(arena, content, MARK_RED, "R", "off track");
    assert_string_equal(gathered(content), "see 00\n\uFFFC");
    assert_int_equal(text.spans.count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(text.spans.items[i].from, i ? text.spans.items[i - 1].to : 0);
    /* Nothing of it is left in the next. */
    assert_string_equal(gathered(arena_alloc(arena, sizeof *content)), "");
    assert_int_equal(text.spans.count, 0);
}

static void control_characters_become_blanks_of_which_few_stay(void **state) {
    (void)state;
    assert_string_equal(of_one("one\ttwo"), "one two");
    assert_string_equal(of_one("one\ntwo"), "one\ntwo");
    assert_string_equal(of_one("one \t     two  three          \tfour"),
                        "one    two  three    four");
}

static void one_short_word_is_not_looked_through(void **state) {
    (void)state;
    of_one("98.4%");
    assert_true(text.word);
    for (int i = 0; i < 4; i++)
        assert_int_equal(text.kinds[i], BREAK_NO);
    assert_int_equal(text.kinds[4], BREAK_MAY);
    of_one("one two");
    assert_false(text.word);
    assert_int_equal(text.kinds[3], BREAK_MAY);
}

static void blanks_alone_part_a_shape_from_its_neighbours(void **state) {
    (void)state;
    struct content *content = started();
    content_text(arena, content, "now ");
    content_mark(arena, content, MARK_RED, "R", "off track");
    content_text(arena, content, " and ");
    content_mark(arena, content, MARK_RED, NULL, "off track");
    content_text(arena, content, " worse");
    gathered(content);
    const size_t with_letter = text.spans.items[1].to, without = text.spans.items[3].to;
    assert_int_equal(text.kinds[text.spans.items[1].from - 1], BREAK_MAY);
    assert_int_equal(text.kinds[with_letter - 1], BREAK_NO);
    assert_int_equal(text.kinds[with_letter], BREAK_MAY);
    assert_int_equal(text.kinds[without], BREAK_NO); /* stays with the word */
}

static void a_text_of_another_direction_has_levels(void **state) {
    (void)state;
    of_one("Donor centre");
    assert_null(text.levels);
    of_one("\u05E9\u05D9\u05E8\u05D5\u05EA \u05D4\u05D3\u05DD");
    assert_non_null(text.levels);
    assert_int_equal(text.base_level, 1);
}

static size_t divided_in(size_t span) {
    size_t found = 0;
    for (size_t i = text.spans.items[span].from; i < text.spans.items[span].to; i++)
        found += text.kinds[i] == BREAK_HYPHEN;
    return found;
}

static void words_of_another_language_are_not_divided(void **state) {
    (void)state;
    composer.hyphens = hyphen_open(arena, "de");
    document->language = "de";
    struct content *content = started();
    content_text(arena, content, "Krankenhausapotheken haben ");
    content_text(arena, content, "responsibilities")->language = "en";
    content_text(arena, content, " in Krankenhausapotheken")->language = "de-AT";
    gathered(content);
    assert_int_equal(divided_in(0), 0);
    paragraphtext_divide(&text);
    assert_true(divided_in(0) > 2);
    assert_int_equal(divided_in(1), 0);
    assert_true(divided_in(2) > 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(items_become_one_text),
        CASE(control_characters_become_blanks_of_which_few_stay),
        CASE(one_short_word_is_not_looked_through),
        CASE(blanks_alone_part_a_shape_from_its_neighbours),
        CASE(a_text_of_another_direction_has_levels),
        CASE(words_of_another_language_are_not_divided),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
