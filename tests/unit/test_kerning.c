#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/kerning.h"
#include <hb-ot.h>
#include <hb.h>
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

/* A GPOS table of one lookup in two parts.  The first lists glyph 5 before 7: -30.  The second has
 * glyphs 5 and 6 before a class, 7 and 9: 11 and 3. */
enum { WORDS = 61 };
static const uint16_t table[WORDS] = {1,  0,  0,
                                      0,  10, /* no scripts, no features, lookups at 10 */
                                      1,  4,  /* one, at 14 */
                                      9,  0,  2,
                                      10, 18, /* of extensions, at 24 and 32 */
                                      1,  2,  0,
                                      16, /* of pairs at 40 */
                                      1,  2,  0,
                                      32, /* of pairs at 64 */
                                      1,  12, 4,
                                      0,  1,  18, /* listed: first glyphs at 52, a set at 58 */
                                      1,  1,  5,  /* glyph 5 */
                                      1,  7,  (uint16_t)-30, /* before 7 */
                                      2,  24, 4,
                                      0,  34, 42,
                                      2,  2,  0,
                                      3,  0,  11, /* classes: at 88, 98 and 106; values */
                                      2,  1,  5,
                                      6,  0, /* glyphs 5 to 6 */
                                      1,  5,  1,
                                      1, /* glyph 5 is of class 1 */
                                      2,  2,  7,
                                      7,  1,  9,
                                      9,  1}; /* so are 7 and 9 */
enum { TYPE = 7, FLAGS = 8, FORMAT = 20, FIRST_VALUE = 22, SECOND_VALUE = 35 };

/* The kerning of such a font; NULL if it is refused.  words[at] is another. */
static const struct kerning *opened(size_t bytes, size_t at, uint16_t other) {
    unsigned char *gpos = arena_alloc(arena, 2 * sizeof table);
    for (size_t i = 0; i < WORDS; i++) {
        const uint16_t word = i == at ? other : table[i];
        gpos[2 * i] = (unsigned char)(word >> 8);
        gpos[2 * i + 1] = (unsigned char)(word & 0xFF);
    }
    hb_face_t *face = hb_face_builder_create();
    hb_blob_t *blob =
        hb_blob_create((const char *)gpos, (unsigned)bytes, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_builder_add_table(face, HB_OT_TAG_GPOS, blob);
    hb_set_t *lookups = hb_set_create();
    hb_set_add(lookups, 0);
    const struct kerning *kerning = kerning_open(arena, face, lookups);
    hb_set_destroy(lookups);
    hb_blob_destroy(blob);
    hb_face_destroy(face);
    return kerning;
}

static const size_t whole = 2 * WORDS;

static int32_t between(const struct kerning *kerning, uint32_t first, uint32_t second) {
    const struct kerning_first row = kerning_of(arena, kerning, first);
    return kerning_between(kerning, &row, second);
}

static void pairs_are_read_from_lists_and_classes(void **state) {
    (void)state;
    const struct kerning *kerning = opened(whole, WORDS, 0);
    assert_non_null(kerning);
    assert_int_equal(between(kerning, 5, 9), 11);
    assert_int_equal(between(kerning, 6, 9), 3);
    assert_int_equal(between(kerning, 6, 7), 3);
    assert_int_equal(between(kerning, 6, 8), 0);
    assert_int_equal(between(kerning, 7, 9), 0);
}

static void the_first_part_that_knows_a_pair_has_the_say(void **state) {
    (void)state;
    assert_int_equal(between(opened(whole, WORDS, 0), 5, 7), -30);
}

static void what_does_more_than_to_set_apart_is_refused(void **state) {
    (void)state;
    assert_null(opened(whole, TYPE, 4));         /* marks */
    assert_null(opened(whole, FLAGS, 8));        /* over marks */
    assert_null(opened(whole, FORMAT, 3));       /* unknown */
    assert_null(opened(whole, FIRST_VALUE, 5));  /* moves it, too */
    assert_null(opened(whole, SECOND_VALUE, 1)); /* moves the second */
}

static void a_damaged_table_does_no_harm(void **state) {
    (void)state;
    for (size_t bytes = 0; bytes <= whole; bytes++)
        for (size_t at = 0; at < WORDS; at++) {
            const struct kerning *kerning = opened(bytes, at, 0xFFFF);
            for (uint32_t glyph = 5; kerning && glyph < 8; glyph++)
                between(kerning, glyph, 7);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(pairs_are_read_from_lists_and_classes, setup, teardown),
        cmocka_unit_test_setup_teardown(the_first_part_that_knows_a_pair_has_the_say, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(what_does_more_than_to_set_apart_is_refused, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_damaged_table_does_no_harm, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
