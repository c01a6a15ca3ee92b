#include "fontcase.h"

#include "text/itemise.h"
#include <hb.h>
#include <string.h>

static struct itemise itemised(const char *text) {
    struct itemise piece = {.fonts = fonts, .role = FONT_BOLD, .text = text, .bytes = strlen(text)};
    itemise(&piece);
    return piece;
}

static void characters_of_no_script_take_that_of_a_neighbour(void **state) {
    (void)state;
    const struct itemise piece = itemised("(\u0434) 5");
    assert_int_equal(piece.count, 5);
    for (size_t i = 0; i < piece.count; i++)
        assert_int_equal(piece.letters[i].script, HB_SCRIPT_CYRILLIC);
    assert_int_equal(itemised("12").letters[0].script, HB_SCRIPT_LATIN);
}

static void a_letter_knows_its_place_in_the_text(void **state) {
    (void)state;
    const struct itemise piece = itemised("\u00E9\u0939x");
    assert_int_equal(piece.letters[0].at, 0);
    assert_int_equal(piece.letters[1].at, 2);
    assert_int_equal(piece.letters[2].at, 5);
}

static void the_face_is_that_of_the_role_or_else_a_fallback(void **state) {
    (void)state;
    const struct itemise piece = itemised("A \u0939 B");
    const struct face *own = fontset_face(fonts, FONT_BOLD);
    assert_ptr_equal(piece.letters[0].face, own);
    assert_string_equal(piece.letters[2].face->family, "Noto Sans Devanagari");
    assert_ptr_equal(piece.letters[3].face, piece.letters[2].face); /* its blank too */
    assert_ptr_equal(piece.letters[4].face, own);
    assert_int_equal(piece.missing.count, 0);
}

static void a_mark_has_the_face_of_its_letter(void **state) {
    (void)state;
    const struct itemise piece = itemised("\u0939\u093F\u00ADa");
    assert_true(piece.letters[1].continues && piece.letters[2].continues);
    assert_false(piece.letters[3].continues);
    assert_ptr_equal(piece.letters[2].face, piece.letters[0].face);
}

static void what_nothing_can_draw_is_named(void **state) {
    (void)state;
    const struct itemise piece = itemised("a\uE000b");
    assert_null(piece.letters[1].face);
    assert_non_null(piece.letters[2].face);
    assert_int_equal(piece.missing.count, 1);
    assert_int_equal(piece.missing.items[0], 0xE000);
    /* Each has a font, but none has both. */
    const struct itemise both = itemised("\u0939\u05B0");
    assert_null(both.letters[0].face);
    assert_int_equal(both.missing.items[0], 0x5B0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        FONT_TEST(characters_of_no_script_take_that_of_a_neighbour),
        FONT_TEST(a_letter_knows_its_place_in_the_text),
        FONT_TEST(the_face_is_that_of_the_role_or_else_a_fallback),
        FONT_TEST(a_mark_has_the_face_of_its_letter),
        FONT_TEST(what_nothing_can_draw_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
