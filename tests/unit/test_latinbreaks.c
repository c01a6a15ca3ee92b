#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "text/latinbreaks.h"
#include <linebreak.h>
#include <string.h>

enum { MOST = 64 };

static int setup(void **state) {
    (void)state;
    init_linebreak();
    return 0;
}

/* The library says the same, of texts that are not refused. */
static void assert_as_the_library(const char *text, const char *language) {
    uint8_t quick[MOST];
    char slow[MOST];
    const size_t bytes = strlen(text);
    assert_true(bytes < MOST);
    if (!latinbreaks_find(text, bytes, quick))
        return;
    set_linebreaks_utf8((const utf8_t *)text, bytes, language, slow);
    for (size_t i = 0; i + 1 < bytes; i++)
        if ((quick[i] == BREAK_MAY) != (slow[i] == LINEBREAK_ALLOWBREAK) ||
            slow[i] == LINEBREAK_MUSTBREAK)
            fail_msg("\"%s\" at %zu", text, i);
    assert_int_equal(quick[bytes - 1], BREAK_NO);
}

static void add(char *text, uint32_t rune) {
    const size_t at = strlen(text);
    text[at + utf8_encode(rune, text + at)] = '\0';
}

static void every_two_signs_break_as_the_library_says(void **state) {
    (void)state;
    static const uint32_t others[] = {0xA0,   0xA3,   0xAD,   0xB0,   0xB7,   0xE9,   0x2009,
                                      0x2011, 0x2013, 0x2014, 0x2022, 0x2026, 0x202F, 0x2030,
                                      0x20AC, 0x2154, 0x2192, 0x2212, 0xFFFC};
    enum { ASCII = 94, ALL = ASCII + sizeof others / sizeof *others };
    for (uint32_t i = 0; i < ALL; i++)
        for (uint32_t k = 0; k < ALL; k++)
            for (int blanks = 0; blanks < 3; blanks++) {
                char text[MOST] = "";
                add(text, i < ASCII ? '!' + i : others[i - ASCII]);
                strcat(text, &"  "[2 - blanks]);
                add(text, k < ASCII ? '!' + k : others[k - ASCII]);
                assert_as_the_library(text, "en");
            }
}

static void every_letter_breaks_as_the_library_says(void **state) {
    (void)state;
    for (uint32_t rune = 0x80; rune < 0x2800; rune++) {
        char text[MOST] = "a";
        add(text, rune);
        strcat(text, "(a ");
        add(text, rune);
        strcat(text, "1%");
        add(text, rune);
        strcat(text, "\u2014");
        add(text, rune);
        add(text, rune);
        strcat(text, "-");
        add(text, rune);
        assert_as_the_library(text, rune & 1 ? "fr" : "de");
    }
}

static void long_texts_break_as_the_library_says(void **state) {
    (void)state;
    static const char *const parts[] = {
        "a",      "1",      " ",      " ",      ",",      ".",      "-",     "(", ")",
        "/",      "%",      "\"",     "'",      "$",      "!",      "}",     "|", "{",
        "\u00A0", "\u2013", "\u2014", "\uFFFC", "\u2026", "\u00E9", "\u2019"};
    uint32_t random = 11;
    for (int i = 0; i < 20000; i++) {
        char text[MOST] = "";
        for (int k = 0; k < 14; k++) {
            random = random * 1664525u + 1013904223u;
            strcat(text, parts[(random >> 8) % (sizeof parts / sizeof *parts)]);
        }
        assert_as_the_library(text, "en");
    }
}

static void what_depends_on_more_is_refused(void **state) {
    (void)state;
    static const char *const texts[] = {" a",       "a\nb",         "a\tb",      "\u201Ca\u201D",
                                        "a\u0301b", "\u4E2D\u6587", "\u0627",    "\u00ABa\u00BB",
                                        "a\u200Bb", "\xFF",         "a\xE2\x80", "\u05D0-a",
                                        "a\x7F",    "\U0001F1E6"};
    uint8_t kinds[MOST];
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(latinbreaks_find(texts[i], strlen(texts[i]), kinds));
    assert_true(latinbreaks_find("a b", 3, kinds));
    assert_int_equal(kinds[1], BREAK_MAY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_two_signs_break_as_the_library_says),
        cmocka_unit_test(every_letter_breaks_as_the_library_says),
        cmocka_unit_test(long_texts_break_as_the_library_says),
        cmocka_unit_test(what_depends_on_more_is_refused),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
