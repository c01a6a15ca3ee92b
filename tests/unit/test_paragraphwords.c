#include "layout/paragraphwords.h"
#include "layoutcase.h"
#include "text/shape.h"

static struct paragraph_spec spec;
static struct paragraphtext text;
static struct paragraphwords words;

static void set(const struct content *content, mp width) {
    spec = (struct paragraph_spec){.style = STYLE_BODY, .colour = COLOUR_INHERIT, .width = width};
    text = (struct paragraphtext){.arena = arena};
    words = (struct paragraphwords){.text = &text};
    textbuf_init(&text.buffer, arena);
    paragraphtext_gather(&text, &composer, &spec, content);
    paragraphtext_breaks(&text);
    paragraphwords_set(&words);
}

static void set_text(const char *string, mp width) {
    struct content *content = arena_alloc(arena, sizeof *content);
    content_text(arena, content, string);
    set(content, width);
}

static void shapes_grow_with_their_text(void **state) {
    (void)state;
    const struct inline_item item = {.kind = INLINE_MARK};
    const struct inline_item large = {.kind = INLINE_MARK, .size = MM(3.5)};
    assert_int_equal(paragraphwords_mark_size(&item, PT(7)), MM(2.3));
    assert_int_equal(paragraphwords_mark_size(&item, PT(8.5)), MM(2.7));
    assert_int_equal(paragraphwords_mark_size(&item, PT(13)), MM(3.0));
    assert_int_equal(paragraphwords_mark_size(&large, PT(7)), MM(3.5));
}

static void a_blank_belongs_to_the_word_before_it(void **state) {
    (void)state;
    set_text("one two\nsix", MM(80));
    assert_int_equal(words.words.count, 3);
    const struct linebreak_word *first = words.words.items;
    assert_int_equal(first->trailing, composer_text_width(&composer, STYLE_BODY, " "));
    assert_int_equal(first->width, composer_text_width(&composer, STYLE_BODY, "one "));
    assert_int_equal(first[1].trailing, 0);
    assert_false(first->ends_line);
    assert_true(first[1].ends_line);
    /* Nothing of it is left when it is set again. */
    paragraphwords_set(&words);
    assert_int_equal(words.words.count, 3);
}

static void a_word_of_many_items_is_one_word_of_many_pieces(void **state) {
    (void)state;
    struct content *content = arena_alloc(arena, sizeof *content);
    content_text(arena, content, "un");
    content_text(arena, content, "done ");
    content_mark(arena, content, MARK_RED, "R", "off track");
    set(content, MM(80));
    assert_int_equal(words.words.count, 2);
    assert_int_equal(words.words.items[0].count, 2);
    assert_int_equal(words.words.items[1].first, 2);
    assert_int_equal(words.pieces.items[2].role, FONT_BOLD);
    assert_true(words.pieces.items[2].width > MM(2.3) + MARK_GAP);
}

static void a_word_wider_than_the_line_is_set_in_parts(void **state) {
    (void)state;
    set_text("by measures_exported.from_warehouse now", MM(30));
    assert_true(words.torn);
    assert_true(words.words.count > 3);
    for (size_t i = 0; i < words.words.count; i++)
        assert_true(words.words.items[i].width - words.words.items[i].trailing <= MM(30));
    assert_int_equal(words.uncut, 0); /* ends at its joints */
    set_text("responsibilities", MM(12));
    assert_int_equal(words.uncut,
                     composer_text_width(&composer, STYLE_BODY, "responsibilities") + PT(0.5));
    set_text("now", MM(30));
    assert_false(words.torn);
}

static void a_piece_is_shaped_again_with_more_behind_it(void **state) {
    (void)state;
    set_text("one", MM(80));
    struct piece piece = words.pieces.items[0];
    paragraphwords_shape_again(&words, &piece, "-");
    assert_string_equal(piece.shaped->runs[0]->text, "one-");
    assert_int_equal(piece.width, composer_text_width(&composer, STYLE_BODY, "one-"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(shapes_grow_with_their_text),
        CASE(a_blank_belongs_to_the_word_before_it),
        CASE(a_word_of_many_items_is_one_word_of_many_pieces),
        CASE(a_word_wider_than_the_line_is_set_in_parts),
        CASE(a_piece_is_shaped_again_with_more_behind_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
