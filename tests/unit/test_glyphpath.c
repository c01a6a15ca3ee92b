#include "unit/fontcase.h"

#include "output/glyphpath.h"
#include "text/shape.h"
#include <string.h>

static const char *path_of(const char *letter) {
    struct textbuf out;
    textbuf_init(&out, arena);
    const struct shaped *shaped =
        shape_text(fonts, FONT_REGULAR, letter, strlen(letter), "en", NULL);
    assert_true(glyphpath_append(shaped->runs[0]->face, shaped->runs[0]->glyphs[0].id, &out));
    return textbuf_text(&out);
}

static size_t count_of(const char *text, char c) {
    size_t count = 0;
    for (; *text; text++)
        count += *text == c;
    return count;
}

static void a_letter_is_closed_contours_in_whole_font_units(void **state) {
    (void)state;
    const char *l = path_of("l"), *o = path_of("o");
    assert_int_equal(count_of(l, 'M'), 1);
    assert_int_equal(count_of(l, 'Z'), 1);
    assert_true(l[0] == 'M' && l[strlen(l) - 1] == 'Z');
    assert_null(strchr(l, '.'));
    assert_int_equal(count_of(o, 'M'), 2); /* outside and inside */
    assert_int_equal(count_of(o, 'Z'), 2);
    assert_true(strchr(o, 'Q') || strchr(o, 'C'));
}

static void a_blank_is_nothing(void **state) {
    (void)state;
    assert_string_equal(path_of(" "), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_letter_is_closed_contours_in_whole_font_units),
        cmocka_unit_test(a_blank_is_nothing)};
    return cmocka_run_group_tests(tests, fontcase_begin, arenacase_end);
}
