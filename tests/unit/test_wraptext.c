#include "arenacase.h"

#include "base/wraptext.h"

static const char *wrapped(const char *text, size_t width, size_t at, size_t indent) {
    struct textbuf out;
    textbuf_init(&out, arena);
    wraptext(&out, text, width, at, indent);
    return textbuf_text(&out);
}

static void words_fill_lines_of_so_many_columns(void **state) {
    (void)state;
    assert_string_equal(wrapped("one two six", 7, 0, 0), "one two\nsix\n");
    assert_string_equal(wrapped("one two six", 6, 0, 0), "one\ntwo\nsix\n");
    assert_string_equal(wrapped("one two six", 7, 0, 2), "one two\n  six\n");
    assert_string_equal(wrapped("one two six", 7, 4, 1), "one\n two\n six\n");
    assert_string_equal(wrapped("", 7, 0, 0), "\n");
}

static void a_word_wider_than_a_line_stands_alone(void **state) {
    (void)state;
    assert_string_equal(wrapped("a responsibility is", 5, 0, 0), "a\nresponsibility\nis\n");
}

static void columns_are_characters_and_hard_blanks_bind(void **state) {
    (void)state;
    assert_string_equal(wrapped("\u00E9\u00E9 \u00E9\u00E9", 5, 0, 0),
                        "\u00E9\u00E9 \u00E9\u00E9\n");
    assert_string_equal(wrapped("at 5\u00A0%", 5, 0, 0), "at\n5\u00A0%\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(words_fill_lines_of_so_many_columns),
        ARENA_TEST(a_word_wider_than_a_line_stands_alone),
        ARENA_TEST(columns_are_characters_and_hard_blanks_bind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
