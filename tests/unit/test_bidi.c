#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/bidi.h"
#include <string.h>

static struct arena *arena;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    return arena ? 0 : -1;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static void latin_text_needs_no_bidi(void **state) {
    (void)state;
    const char *text = "Gr\u00F6\u00DFe 80 % \u2014 \u4E2D\u6587 \uFF21 \U0001F600";
    assert_false(bidi_needed(text, strlen(text)));
    assert_false(bidi_needed("", 0));
}

static void hebrew_arabic_and_their_controls_need_it(void **state) {
    (void)state;
    static const char *const texts[] = {"a \u05D0", "\u0645",     "\u200F",
                                        "\uFEF5",   "\U00010800", "\u202E"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_true(bidi_needed(texts[i], strlen(texts[i])));
}

static void levels_are_given_for_each_byte(void **state) {
    (void)state;
    const char *text = "ab \u05D0\u05D1 12";
    uint8_t levels[16];
    assert_int_equal(bidi_levels(arena, text, strlen(text), levels), 0);
    static const uint8_t expected[] = {0, 0, 0, 1, 1, 1, 1, 1, 2, 2};
    assert_int_equal(strlen(text), sizeof expected);
    assert_memory_equal(levels, expected, sizeof expected);
}

static void a_paragraph_that_begins_right_to_left_has_base_level_one(void **state) {
    (void)state;
    const char *text = "\u05D0 a";
    uint8_t levels[8];
    assert_int_equal(bidi_levels(arena, text, strlen(text), levels), 1);
    assert_int_equal(levels[0], 1);
    assert_int_equal(levels[3], 2);
    assert_int_equal(bidi_levels(arena, "", 0, levels), 0);
}

static void isolates_alone_are_read_as_their_first_letter_is(void **state) {
    (void)state;
    uint8_t levels[32];
    const char *month = "\u2067\u05D0\u2069 \u20662026\u2069";
    assert_int_equal(bidi_levels(arena, month, strlen(month), levels), 1);
    const char *latin = "\u2066May\u2069 \u2067\u05D0\u2069";
    assert_int_equal(bidi_levels(arena, latin, strlen(latin), levels), 0);
    const char *outside = "a \u2067\u05D0\u2069";
    assert_int_equal(bidi_levels(arena, outside, strlen(outside), levels), 0);
    const char *numbers = "\u20665\u2069\u2013\u20669\u2069";
    assert_int_equal(bidi_levels(arena, numbers, strlen(numbers), levels), 0);
}

static void blanks_at_the_ends_are_not_part_of_a_name(void **state) {
    (void)state;
    const char *text = " N08\u00A0 ";
    struct bidi_isolate name = bidi_inside(text, (struct bidi_isolate){0, strlen(text)});
    assert_int_equal(name.from, 1);
    assert_int_equal(name.to, 4);
    name = bidi_inside("\u00A0", (struct bidi_isolate){0, 2});
    assert_int_equal(name.from, name.to);
}

static void pieces_are_put_in_visual_order(void **state) {
    (void)state;
    static const uint8_t levels[] = {0, 1, 2, 1, 0};
    static const size_t expected[] = {0, 3, 2, 1, 4};
    size_t order[5];
    bidi_reorder(levels, 5, order);
    assert_memory_equal(order, expected, sizeof expected);

    static const uint8_t rtl[] = {1, 1, 2, 2, 1};
    static const size_t mirrored[] = {4, 2, 3, 1, 0};
    bidi_reorder(rtl, 5, order);
    assert_memory_equal(order, mirrored, sizeof mirrored);
    bidi_reorder(rtl, 0, order);
}

static void letters_tell_which_way_a_name_is_written(void **state) {
    (void)state;
    assert_true(bidi_left_to_right("VP (Plasma)", 11));
    assert_false(bidi_left_to_right("5.6 %", 5));
    assert_false(bidi_left_to_right("a \u05D0", 4));
    assert_true(bidi_has_right("a \u05D0", 4));
    /* Isolates are no letters. */
    assert_false(bidi_has_right("\u2067a\u2069", 7));
}

static void a_foreign_name_keeps_its_order_and_its_stop_in_a_sentence_from_the_right(void **state) {
    (void)state;
    /* "Ann. <alef>": the stop belongs to the name, so both are read from the left. */
    const char *text = "Ann. \u05D0";
    uint8_t levels[7];
    const struct bidi_isolate name = {0, 4};
    assert_int_equal(bidi_levels_from_right(arena, text, 7, &name, 1, levels), 1);
    for (int i = 0; i < 4; i++)
        assert_int_equal(levels[i], 2);
    assert_int_equal(levels[4], 1);
    assert_int_equal(levels[5], 1);
    /* Without the isolate the stop follows the sentence. */
    assert_int_equal(bidi_levels_from_right(arena, text, 7, NULL, 0, levels), 1);
    assert_int_equal(levels[2], 2);
    assert_int_equal(levels[3], 1);
    /* A paragraph for itself is read as its first letter is. */
    assert_int_equal(bidi_levels(arena, text, 7, levels), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(latin_text_needs_no_bidi),
        cmocka_unit_test(hebrew_arabic_and_their_controls_need_it),
        cmocka_unit_test(levels_are_given_for_each_byte),
        cmocka_unit_test(letters_tell_which_way_a_name_is_written),
        cmocka_unit_test(a_foreign_name_keeps_its_order_and_its_stop_in_a_sentence_from_the_right),
        cmocka_unit_test(a_paragraph_that_begins_right_to_left_has_base_level_one),
        cmocka_unit_test(isolates_alone_are_read_as_their_first_letter_is),
        cmocka_unit_test(blanks_at_the_ends_are_not_part_of_a_name),
        cmocka_unit_test(pieces_are_put_in_visual_order),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
