#include "layout/markup.h"
#include "layoutcase.h"

static const struct markup_styles styles = {STYLE_BODY, STYLE_BODY_BOLD, COLOUR_INHERIT};

/* The items of a content: *strong*, <address|words>, '/' for a break. */
static const char *shown(const struct content *content) {
    struct textbuf out;
    textbuf_init(&out, arena);
    for (size_t i = 0; i < content->items.count; i++) {
        const struct inline_item *item = &content->items.items[i];
        if (item->kind == INLINE_BREAK)
            textbuf_str(&out, "/");
        else if (item->uri)
            textbuf_str(&out, arena_printf(arena, "<%s|%s>", item->uri, item->text));
        else if (item->style == STYLE_BODY_BOLD)
            textbuf_str(&out, arena_printf(arena, "{%s}", item->text));
        else
            textbuf_str(&out, item->text);
    }
    return textbuf_text(&out);
}

static const char *content_of(const char *text) {
    struct content *content = arena_alloc(arena, sizeof *content);
    markup_content(arena, content, text, styles);
    return shown(content);
}

static void plain_words_stay_as_they_are(void **state) {
    (void)state;
    assert_string_equal(content_of("Sales fell by 3 %."), "Sales fell by 3 %.");
    assert_string_equal(content_of(""), "");
}

static void stars_make_words_stand_out(void **state) {
    (void)state;
    assert_string_equal(content_of("We *must decide* now."), "We {must decide} now.");
    assert_string_equal(content_of("*All*"), "{All}");
    assert_string_equal(content_of("(*both*), \"*said*\"."), "({both}), \"{said}\".");
    assert_string_equal(content_of("*a* and *b*"), "{a} and {b}");
}

static void what_only_looks_like_a_star_stays(void **state) {
    (void)state;
    const char *const plain[] = {"5 * 3 * 2", "2*3*4",     "a*b",   "**",
                                 "*open",     "5* and 4*", "*a *b", "***"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        assert_string_equal(content_of(plain[i]), plain[i]);
    assert_string_equal(content_of("\\*not strong\\*"), "*not strong*");
    assert_string_equal(content_of("a \\ b"), "a \\ b");
}

static void addresses_become_links(void **state) {
    (void)state;
    assert_string_equal(content_of("See https://example.org/a(b), please."),
                        "See <https://example.org/a(b)|https://example.org/a(b)>, please.");
    assert_string_equal(content_of("(https://example.org)."),
                        "(<https://example.org|https://example.org>).");
    assert_string_equal(content_of("[the plan](https://example.org/p) says"),
                        "<https://example.org/p|the plan> says");
    assert_string_equal(content_of("mailto:a@example.org"),
                        "<mailto:a@example.org|mailto:a@example.org>");
}

static void other_addresses_are_not_followed(void **state) {
    (void)state;
    const char *const plain[] = {"[x](javascript:alert(1))",
                                 "file:///etc/passwd",
                                 "[x](y)",
                                 "[]",
                                 "[a] (https",
                                 "xhttps://a",
                                 "[x](https://a b)"};
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(content_of(plain[i]), plain[i]);
    assert_string_equal(content_of("[x] and more"), "[x] and more");
    assert_string_equal(content_of("xhttps://a"), "xhttps://a");
    static const char *const none[] = {"https://", "https:// alone; https://.", "mailto:.",
                                       "[x](https://) and", "[ ](mailto:)"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_string_equal(content_of(none[i]), none[i]);
}

static void a_link_may_stand_out_too(void **state) {
    (void)state;
    assert_string_equal(content_of("*see https://example.org now*"),
                        "{see }<https://example.org|https://example.org>{ now}");
}

static void lines_and_items_follow_each_other(void **state) {
    (void)state;
    assert_string_equal(content_of("Two things:\n- one\n2) *two*\r\n\n end "),
                        "Two things:/\u2022\u00A0one/2.\u00A0{two}/end");
    assert_string_equal(content_of("2026 was good\n-5 % growth\n1.5 more"),
                        "2026 was good/-5 % growth/1.5 more");
}

static void cells_have_a_paragraph_for_each_item(void **state) {
    (void)state;
    struct table_row row = {.kind = ROW_BODY};
    struct table_cell *cell = table_cell(arena, &row);
    markup_cell(arena, cell, "First\nsecond line\n\n- one\ngoes on\n- two\n\nLast", styles);
    assert_int_equal(cell->paragraphs.count, 4);
    assert_string_equal(shown(&cell->paragraphs.items[0]), "First/second line");
    assert_string_equal(shown(&cell->paragraphs.items[1]), "\u2022\u00A0one/goes on");
    assert_string_equal(shown(&cell->paragraphs.items[2]), "\u2022\u00A0two");
    assert_string_equal(shown(&cell->paragraphs.items[3]), "Last");
}

static void blocks_are_paragraphs_and_lists(void **state) {
    (void)state;
    struct block_list list = {.items = {0}};
    markup_blocks(document, &list, "Why:\n- *one*\n goes on\n- two\n\nThen\nmore\n1. a\n2. b",
                  styles);
    assert_int_equal(list.items.count, 4);
    const struct block *const *blocks = (const struct block *const *)list.items.items;
    assert_int_equal(blocks[0]->kind, BLOCK_TEXT);
    assert_string_equal(shown(&blocks[0]->content), "Why:");
    assert_int_equal(blocks[1]->kind, BLOCK_LIST);
    assert_int_equal(blocks[1]->list.count, 2);
    assert_string_equal(shown(&blocks[1]->list.items[0].body), "{one}/goes on");
    assert_string_equal(shown(&blocks[1]->list.items[1].label), "\u2022");
    assert_string_equal(shown(&blocks[2]->content), "Then/more");
    assert_string_equal(shown(&blocks[3]->list.items[1].label), "2.");
    assert_string_equal(shown(&blocks[3]->list.items[1].body), "b");
}

static void any_text_is_taken_without_loss(void **state) {
    (void)state;
    /* Every mix of the signs that mean something: letters come out as they went in. */
    static const char signs[] = "*[](a \\\n-.1h";
    unsigned long random = 11;
    for (int round = 0; round < 2000; round++) {
        char text[24];
        size_t letters = 0;
        for (size_t i = 0; i + 1 < sizeof text; i++) {
            random = random * 1103515245u + 12345u;
            text[i] = signs[random / 65536 % (sizeof signs - 1)];
            letters += text[i] == 'a' || text[i] == 'h';
        }
        text[sizeof text - 1] = '\0';
        struct content content = {.items = {0}};
        markup_content(arena, &content, text, styles);
        for (size_t i = 0; i < content.items.count; i++)
            for (const char *at = content.items.items[i].text; at && *at; at++)
                letters -= *at == 'a' || *at == 'h';
        assert_int_equal(letters, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(plain_words_stay_as_they_are),      CASE(stars_make_words_stand_out),
        CASE(what_only_looks_like_a_star_stays), CASE(addresses_become_links),
        CASE(other_addresses_are_not_followed),  CASE(a_link_may_stand_out_too),
        CASE(lines_and_items_follow_each_other), CASE(cells_have_a_paragraph_for_each_item),
        CASE(blocks_are_paragraphs_and_lists),   CASE(any_text_is_taken_without_loss)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
