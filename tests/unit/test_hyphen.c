#include "text/breaks.h"
#include "text/hyphen.h"
#include <string.h>

#include "unit/arenacase.h" /* last: others use these names for parameters */

/* A dictionary takes the library a second to read: each is opened once for all tests. */
static struct hyphens *opened(const char *language) {
    static struct {
        const char *language;
        struct hyphens *hyphens;
    } known[8];
    size_t i = 0;
    while (known[i].language && strcmp(known[i].language, language) != 0)
        i++;
    assert_true(i < 7);
    if (!known[i].language) {
        known[i].language = language;
        known[i].hyphens = hyphen_open(arena, language);
    }
    return known[i].hyphens;
}

/* The text with '=' where a word may be divided. */
static const char *divided(const char *language, const char *text) {
    static char out[512];
    static uint8_t kinds[256];
    struct hyphens *hyphens = opened(language);
    assert_non_null(hyphens);
    const size_t bytes = strlen(text);
    assert_true(bytes <= sizeof kinds);
    breaks_find(text, bytes, language, NULL, kinds);
    hyphen_find(hyphens, text, bytes, kinds);
    size_t to = 0;
    for (size_t i = 0; i < bytes; i++) {
        out[to++] = text[i];
        if (kinds[i] == BREAK_HYPHEN)
            out[to++] = '=';
    }
    out[to] = '\0';
    return out;
}

static void words_are_divided_by_the_language(void **state) {
    (void)state;
    assert_string_equal(divided("de", "Versorgungssicherheit"), "Ver=sor=gungs=si=cher=heit");
    assert_string_equal(divided("en", "hyphenation of everything"), "hyphen=ation of every=thing");
}

static void letters_beyond_ascii_count_as_one(void **state) {
    (void)state;
    assert_string_equal(divided("de-DE", "Qualit\u00E4tspr\u00FCfung"),
                        "Qua=li=t\u00E4ts=pr\u00FC=fung");
}

static void capitals_at_the_beginning_do_not_matter(void **state) {
    (void)state;
    assert_string_equal(divided("de", "(\u00DCberpr\u00FCfung),"), "(\u00DCber=pr\u00FC=fung),");
}

static void short_words_abbreviations_ids_and_addresses_are_left_whole(void **state) {
    (void)state;
    const char *const whole[] = {"Wasser",
                                 "VERSORGUNG",
                                 "Messung2026x",
                                 "versorgung@haus.de",
                                 "www.versorgung.de/versorgung",
                                 "Versorgung_Messung"};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        assert_string_equal(divided("de", whole[i]), whole[i]);
}

static void who_divides_by_hand_is_followed(void **state) {
    (void)state;
    assert_string_equal(divided("de", "Versorgungs\u00ADsicherheit"),
                        "Versorgungs\u00AD=sicherheit");
}

static void parts_between_hyphens_are_words(void **state) {
    (void)state;
    assert_string_equal(divided("de", "Versorgungs-Sicherheit"), "Ver=sor=gungs-Sicher=heit");
}

static void other_breaks_stay(void **state) {
    (void)state;
    uint8_t kinds[32];
    const char *text = "Versorgung Versorgung";
    breaks_find(text, strlen(text), "de", NULL, kinds);
    hyphen_find(opened("de"), text, strlen(text), kinds);
    assert_int_equal(kinds[10], BREAK_MAY);
}

static void a_dictionary_is_opened_once(void **state) {
    (void)state;
    struct hyphen_shelf *shelf = hyphen_shelf_new(arena);
    struct hyphens *german = hyphen_take(shelf, "de");
    assert_non_null(german);
    assert_null(hyphen_take(shelf, "tlh"));
    const size_t used = arena_used(arena);
    assert_ptr_equal(hyphen_take(shelf, "de"), german);
    assert_null(hyphen_take(shelf, "tlh"));
    assert_int_equal(arena_used(arena), used);
}

static void a_language_without_dictionary_has_none(void **state) {
    (void)state;
    assert_null(hyphen_open(arena, "tlh"));
    assert_null(hyphen_open(arena, "../../etc/passwd"));
    assert_null(hyphen_open(arena, ""));
}

static void very_long_words_do_not_overflow(void **state) {
    (void)state;
    char text[200];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    assert_string_equal(divided("en", text), text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_divided_by_the_language),
        cmocka_unit_test(letters_beyond_ascii_count_as_one),
        cmocka_unit_test(capitals_at_the_beginning_do_not_matter),
        cmocka_unit_test(short_words_abbreviations_ids_and_addresses_are_left_whole),
        cmocka_unit_test(who_divides_by_hand_is_followed),
        cmocka_unit_test(parts_between_hyphens_are_words),
        cmocka_unit_test(other_breaks_stay),
        cmocka_unit_test(a_dictionary_is_opened_once),
        cmocka_unit_test(a_language_without_dictionary_has_none),
        cmocka_unit_test(very_long_words_do_not_overflow)};
    return cmocka_run_group_tests(tests, arenacase_begin, arenacase_end);
}
