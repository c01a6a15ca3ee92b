#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/shape.h"
#include <string.h>

static struct arena *arena;
static struct fontset *fonts;
static struct diags *diags;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    diags = diags_new(arena);
    fonts = fontset_open(arena, diags);
    return fonts ? 0 : -1;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static const struct shaped *shape(const char *text) {
    return shape_text(fonts, FONT_REGULAR, text, strlen(text), NULL, diags);
}

static void a_word_is_one_run_whose_advances_add_up(void **state) {
    (void)state;
    const struct shaped *word = shape("Donors");
    assert_int_equal(word->count, 1);
    const struct run *run = word->runs[0];
    assert_int_equal(run->count, 6);
    assert_false(run->rtl);
    int64_t sum = 0;
    for (size_t i = 0; i < run->count; i++) {
        sum += run->glyphs[i].advance;
        assert_int_equal(run->glyphs[i].cluster, i);
    }
    assert_int_equal(run->advance, sum);
    assert_int_equal(shape_width(word, PT(10)), (sum * 10000 + 1000) / 2000);
}

static void the_same_piece_is_shaped_once(void **state) {
    (void)state;
    const struct shaped *first = shape("Quality");
    size_t used = arena_used(arena);
    assert_ptr_equal(shape("Quality"), first);
    assert_int_equal(arena_used(arena), used);
    assert_ptr_not_equal(shape_text(fonts, FONT_BOLD, "Quality", 7, NULL, diags), first);
    assert_ptr_not_equal(shape_text(fonts, FONT_REGULAR, "Quality", 7, "tr", diags), first);
    assert_ptr_not_equal(shape_text(fonts, FONT_REGULAR, "Quality", 6, NULL, diags), first);
}

static void many_pieces_keep_apart(void **state) {
    (void)state;
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 3000; i++) {
            const char *text = arena_printf(arena, "word%d", i);
            assert_string_equal(shape(text)->runs[0]->text, text);
        }
    }
}

static void kerning_and_ligatures_are_on(void **state) {
    (void)state;
    mp apart = shape_width(shape("A"), PT(100)) + shape_width(shape("V"), PT(100));
    assert_true(shape_width(shape("AV"), PT(100)) < apart);
    assert_int_equal(shape("office")->runs[0]->count, 4); /* o ffi c e */
    assert_int_equal(shape("office")->runs[0]->glyphs[2].cluster, 4);
}

static void digits_are_equally_wide(void **state) {
    (void)state;
    mp zero = shape_width(shape("0000"), PT(10));
    assert_int_equal(shape_width(shape("1171"), PT(10)), zero);
    assert_int_equal(shape_width(shape("9684"), PT(10)), zero);
}

static void an_empty_piece_has_no_runs(void **state) {
    (void)state;
    assert_int_equal(shape("")->count, 0);
    assert_int_equal(shape_width(shape(""), PT(10)), 0);
    assert_int_equal(shape_measure(fonts, FONT_REGULAR, PT(10), "", diags), 0);
}

static void other_scripts_take_fallback_fonts(void **state) {
    (void)state;
    const struct shaped *mixed = shape("KPI \u0939\u093F\u0928\u094D\u0926\u0940");
    assert_int_equal(mixed->count, 2);
    assert_string_equal(mixed->runs[0]->face->family, "Lato");
    assert_string_equal(mixed->runs[1]->face->family, "Noto Sans Devanagari");
    /* The vowel sign stands before its consonant: both in one cluster. */
    assert_int_equal(mixed->runs[1]->glyphs[0].cluster, mixed->runs[1]->glyphs[1].cluster);
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
}

static void arabic_and_hebrew_run_from_right_to_left(void **state) {
    (void)state;
    const struct shaped *word = shape("\u0633\u0644\u0627\u0645");
    assert_int_equal(word->count, 1);
    assert_true(word->runs[0]->rtl);
    assert_int_equal(word->runs[0]->count, 3); /* lam and alef join */
    assert_true(word->runs[0]->glyphs[0].cluster > word->runs[0]->glyphs[2].cluster);

    const struct shaped *mixed = shape("a \u05D0\u05D1 12 \u05D2");
    assert_true(mixed->count >= 4);
    assert_string_equal(mixed->runs[0]->text, "a ");
    /* In sight: a, the last Hebrew word, the number, the first Hebrew word. */
    assert_memory_equal(mixed->runs[mixed->count - 1]->text, "\u05D0\u05D1", 4);
}

static void the_level_of_the_paragraph_can_be_imposed(void **state) {
    (void)state;
    const struct shaped *piece = shape_text_level(fonts, FONT_REGULAR, "(", 1, NULL, 1, diags);
    assert_true(piece->runs[0]->rtl);
    assert_int_not_equal(piece->runs[0]->glyphs[0].id, shape("(")->runs[0]->glyphs[0].id);
    assert_int_equal(piece->runs[0]->glyphs[0].id, shape(")")->runs[0]->glyphs[0].id);
}

static void accents_compose_and_ignorables_vanish(void **state) {
    (void)state;
    assert_int_equal(shape("e\u0301")->runs[0]->glyphs[0].id,
                     shape("\u00E9")->runs[0]->glyphs[0].id);
    assert_int_equal(shape_width(shape("a\u00ADb\u200B"), PT(10)),
                     shape_width(shape("ab"), PT(10)));
    assert_true(shape_width(shape("\u2009"), PT(10)) < shape_width(shape(" "), PT(10)));
    assert_int_equal(shape("re\u2011plan")->count, 1);
}

static void letters_beyond_the_basic_plane_are_shaped(void **state) {
    (void)state;
    const struct shaped *adlam = shape("\U0001E900\U0001E901");
    assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
    assert_int_equal(adlam->count, 1);
    assert_true(adlam->runs[0]->count == 2 && adlam->runs[0]->glyphs[0].id != 0);
}

static void a_character_no_font_has_is_reported_once_and_not_drawn(void **state) {
    (void)state;
    const struct shaped *piece = shape("a\uE000b");
    assert_int_equal(piece->count, 2);
    shape("again \uE000");
    shape("a\uE000b");
    assert_int_equal(diags_count(diags, DIAG_ERROR), 1);
    shape("\U000F0000");
    assert_int_equal(diags_count(diags, DIAG_ERROR), 2);
    size_t count = 0;
    const struct diag *all = diags_sorted(diags, &count);
    assert_int_equal(all[0].code, BP5001);
    assert_non_null(strstr(all[0].message, "U+E000"));

    /* Another job with the same fonts hears of it too. */
    struct diags *other = diags_new(arena);
    shape_text(fonts, FONT_REGULAR, "a\uE000b", 5, NULL, other);
    assert_int_equal(diags_count(other, DIAG_ERROR), 1);
}

static void controls_and_malformed_bytes_do_no_harm(void **state) {
    (void)state;
    shape("a\tb\n");
    shape("\xFF\xC3(\xE2\x80");
    shape_text_level(fonts, FONT_REGULAR, "\xF0\x9F\x98", 3, "xx-", 1, NULL);
    assert_true(diags_count(diags, DIAG_ERROR) > 0);
}

static void a_very_long_piece_is_shaped(void **state) {
    (void)state;
    char *text = arena_alloc(arena, 100001);
    memset(text, 'n', 100000);
    const struct shaped *piece = shape(text);
    assert_int_equal(piece->runs[0]->count, 100000);
    assert_int_equal(piece->runs[0]->advance, shape("n")->runs[0]->advance * 100000);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_word_is_one_run_whose_advances_add_up),
        TEST(the_same_piece_is_shaped_once),
        TEST(many_pieces_keep_apart),
        TEST(kerning_and_ligatures_are_on),
        TEST(digits_are_equally_wide),
        TEST(an_empty_piece_has_no_runs),
        TEST(other_scripts_take_fallback_fonts),
        TEST(arabic_and_hebrew_run_from_right_to_left),
        TEST(the_level_of_the_paragraph_can_be_imposed),
        TEST(accents_compose_and_ignorables_vanish),
        TEST(letters_beyond_the_basic_plane_are_shaped),
        TEST(a_character_no_font_has_is_reported_once_and_not_drawn),
        TEST(controls_and_malformed_bytes_do_no_harm),
        TEST(a_very_long_piece_is_shaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
