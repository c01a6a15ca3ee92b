#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/typecase.h"
#include <hb-ot.h>
#include <hb.h>
#include <string.h>

static struct arena *arena;
static struct fontset *fonts;
static const struct face *face;
static struct typecase *typecase;

static struct typecase *opened(const struct face *of, hb_script_t script) {
    const hb_segment_properties_t properties = {.direction = HB_DIRECTION_LTR, .script = script};
    static const hb_feature_t figures = {HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START,
                                         HB_FEATURE_GLOBAL_END};
    hb_shape_plan_t *plan = hb_shape_plan_create_cached(of->hb, &properties, &figures, 1, NULL);
    struct typecase *out = typecase_open(arena, of, plan);
    hb_shape_plan_destroy(plan);
    return out;
}

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    fonts = fontset_open(arena, diags_new(arena));
    if (!fonts)
        return -1;
    face = fontset_face(fonts, FONT_REGULAR);
    typecase = opened(face, HB_SCRIPT_LATIN);
    return typecase ? 0 : -1;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static struct typecase_pair pair(uint32_t first, uint32_t second) {
    return typecase_between(typecase, typecase_letter(typecase, first),
                            typecase_letter(typecase, second));
}

static void a_letter_has_a_glyph_and_a_width(void **state) {
    (void)state;
    hb_codepoint_t glyph = 0;
    assert_true(hb_font_get_nominal_glyph(face->shaper, 'n', &glyph));
    const int letter = typecase_letter(typecase, 'n');
    assert_int_equal(typecase_drawn(typecase, letter), glyph);
    assert_int_equal(typecase_advance(typecase, letter),
                     hb_font_get_glyph_h_advance(face->shaper, glyph));
    assert_int_equal(typecase_letter(typecase, 'n'), letter);
    assert_int_equal(typecase_glyph(typecase, glyph), letter);
    assert_int_equal(typecase_letter(typecase, 0x2013), typecase_letter(typecase, 0x2013));
}

static void figures_are_those_the_plan_asks_for(void **state) {
    (void)state;
    const int32_t zero = typecase_advance(typecase, typecase_letter(typecase, '0'));
    for (uint32_t digit = '1'; digit <= '9'; digit++)
        assert_int_equal(typecase_advance(typecase, typecase_letter(typecase, digit)), zero);
}

static void pairs_stand_apart_or_join(void **state) {
    (void)state;
    assert_int_equal(pair('A', 'V').bond, TYPECASE_APART);
    assert_true(pair('A', 'V').kerning < 0);
    assert_int_equal(pair('A', 'V').kerning, pair('A', 'V').kerning);
    assert_int_equal(pair('n', 'n').kerning, 0);
    assert_int_equal(pair('f', 'i').bond, TYPECASE_JOINS);
    assert_int_equal(pair('i', 'f').bond, TYPECASE_APART);
}

static void what_depends_on_more_is_refused(void **state) {
    (void)state;
    static const uint32_t refused[] = {0,      '\n',   0x7F,   0xAD,   0x301,  0x5D0,
                                       0x200B, 0x2044, 0x2066, 0x4E2D, 0xE000, 0xFFFD};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_int_equal(typecase_letter(typecase, refused[i]), -1);
}

static void more_letters_than_a_case_holds_are_refused(void **state) {
    (void)state;
    int held = 0;
    for (uint32_t rune = ' '; rune < 0x250; rune++)
        held += typecase_letter(typecase, rune) >= 0;
    assert_in_range(held, 95, 255);
    assert_int_equal(typecase_letter(typecase, 0x2014), -1);
    assert_int_equal(typecase_glyph(typecase, 2999), -1);
    assert_true(typecase_letter(typecase, 'a') >= 0);
}

static void a_face_that_places_marks_has_no_case(void **state) {
    (void)state;
    const struct face *other =
        fontset_fallback(fonts, FONT_REGULAR, 0x939, HB_TAG('D', 'e', 'v', 'a'), NULL);
    assert_non_null(other);
    assert_null(opened(other, HB_SCRIPT_DEVANAGARI));
    assert_null(typecase_open(arena, face, hb_shape_plan_get_empty()));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_letter_has_a_glyph_and_a_width),
        TEST(figures_are_those_the_plan_asks_for),
        TEST(pairs_stand_apart_or_join),
        TEST(what_depends_on_more_is_refused),
        TEST(more_letters_than_a_case_holds_are_refused),
        TEST(a_face_that_places_marks_has_no_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
