#include "text/hyphenrules.h"
#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/arenacase.h" /* last: others use these names for parameters */

enum { ROUNDS = 60, WORDS = 12, LONGEST = 14 };

static uint32_t draw(uint32_t below) {
    static uint64_t state = 20261122;
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(state >> 33) % below;
}

/* ---- what the library makes of a dictionary -------------------------------------------------- */

/* A word with the library's digits behind its bytes. */
static const char *divided(HyphenDict *dictionary, const char *word) {
    char points[LONGEST * 8];
    memset(points, 0, sizeof points);
    char **changed = NULL;
    int *places = NULL, *cuts = NULL;
    const int bytes = (int)strlen(word);
    assert_int_equal(
        hnj_hyphen_hyphenate2(dictionary, word, bytes, points, NULL, &changed, &places, &cuts), 0);
    for (int i = 0; changed && i < bytes; i++)
        free(changed[i]);
    free(changed);
    free(places);
    free(cuts);
    for (int i = 0; i < bytes; i++)
        points[i] = (points[i] & 1) ? '1' : '0';
    return arena_strndup(arena, points, (size_t)bytes);
}

static HyphenDict *loaded(const char *text) {
    char *bytes = arena_strdup(arena, text);
    FILE *file = fmemopen(bytes, strlen(bytes), "r");
    assert_non_null(file);
    HyphenDict *dictionary = hnj_hyphen_load_file(file);
    assert_int_equal(fclose(file), 0);
    assert_non_null(dictionary);
    return dictionary;
}

static const char *selected(const char *text, const char *const *words, size_t count) {
    struct hyphenrules *rules = hyphenrules_new(arena, text, strlen(text));
    assert_non_null(rules);
    struct textbuf out;
    textbuf_init(&out, arena);
    hyphenrules_select(rules, words, count, &out);
    return textbuf_text(&out);
}

/* ---- by example ------------------------------------------------------------------------------ */

static void rules_that_meet_no_word_are_left_out(void **state) {
    (void)state;
    const char *const words[] = {"haus"};
    assert_string_equal(selected("ISO8859-1\nLEFTHYPHENMIN 2\n# note\na1u\nx1y\nu2s.\n", words, 1),
                        "ISO8859-1\nLEFTHYPHENMIN 2\nu2s.\na1u\n");
}

static void the_beginning_of_a_rule_that_goes_on_differently_stays(void **state) {
    (void)state;
    const char *const words[] = {"haus"};
    assert_string_equal(selected("UTF-8\nhau1t\n.ha1m\n", words, 1), "UTF-8\nhau\n.ha\n");
}

static void a_second_set_of_rules_stays_one(void **state) {
    (void)state;
    const char *const words[] = {"ab"};
    assert_string_equal(selected("UTF-8\na1b\nNEXTLEVEL\nb1\n", words, 1),
                        "UTF-8\na1b\nNEXTLEVEL\nb1\n");
}

static void other_character_sets_are_not_read(void **state) {
    (void)state;
    assert_null(hyphenrules_new(arena, "KOI8-R\na1b\n", 11));
    assert_null(hyphenrules_new(arena, "", 0));
}

/* ---- by comparison --------------------------------------------------------------------------- */

static const char *random_letter(bool utf8) {
    static const char *const letters[] = {"a", "b", "c", "d", "\u00E4", "\u00E5"};
    return letters[draw(utf8 ? 6 : 4)];
}

static void add_rule(struct textbuf *out, bool utf8) {
    if (draw(8) == 0)
        textbuf_char(out, '.');
    for (uint32_t i = 1 + draw(5); i > 0; i--) {
        textbuf_str(out, random_letter(utf8));
        if (draw(3) == 0)
            textbuf_int(out, 1 + draw(5));
    }
    textbuf_str(out, draw(8) == 0 ? ".\n" : "\n");
}

static const char *random_dictionary(bool utf8) {
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_str(&out, utf8 ? "UTF-8\n" : "ISO8859-1\n");
    if (draw(3) == 0)
        textbuf_str(&out, "COMPOUNDLEFTHYPHENMIN 2\nCOMPOUNDRIGHTHYPHENMIN 2\n");
    const uint32_t levels = 1 + draw(2);
    for (uint32_t level = 0; level < levels; level++) {
        if (level > 0)
            textbuf_str(&out, "NEXTLEVEL\n");
        for (uint32_t i = 5 + draw(120); i > 0; i--)
            add_rule(&out, utf8);
    }
    return textbuf_text(&out);
}

static const char *random_word(bool utf8) {
    struct textbuf out;
    textbuf_init(&out, arena);
    for (uint32_t i = 3 + draw(LONGEST - 3); i > 0; i--)
        textbuf_str(&out, random_letter(utf8));
    return textbuf_text(&out);
}

static void words_are_divided_as_by_the_whole_dictionary(void **state) {
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        const bool utf8 = draw(2) == 0;
        const char *text = random_dictionary(utf8);
        const char *words[WORDS];
        for (size_t i = 0; i < WORDS; i++)
            words[i] = random_word(utf8);
        HyphenDict *whole = loaded(text);
        HyphenDict *small = loaded(selected(text, words, WORDS));
        for (size_t i = 0; i < WORDS; i++)
            if (strcmp(divided(whole, words[i]), divided(small, words[i])) != 0)
                fail_msg("round %d: %s is %s and should be %s by\n%s", round, words[i],
                         divided(small, words[i]), divided(whole, words[i]), text);
        hnj_hyphen_free(whole);
        hnj_hyphen_free(small);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_that_meet_no_word_are_left_out),
        cmocka_unit_test(the_beginning_of_a_rule_that_goes_on_differently_stays),
        cmocka_unit_test(a_second_set_of_rules_stays_one),
        cmocka_unit_test(other_character_sets_are_not_read),
        cmocka_unit_test(words_are_divided_as_by_the_whole_dictionary)};
    return cmocka_run_group_tests(tests, arenacase_begin, arenacase_end);
}
