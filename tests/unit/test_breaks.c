#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/breaks.h"
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

/* The text with '|' wherever a line may end and '!' where it must. */
static const char *marked(const char *text) {
    static char out[512];
    static uint8_t kinds[256];
    size_t bytes = strlen(text), to = 0;
    assert_true(bytes <= sizeof kinds);
    breaks_find(text, bytes, NULL, NULL, kinds);
    for (size_t i = 0; i < bytes; i++) {
        out[to++] = text[i];
        if (i + 1 < bytes && kinds[i] != BREAK_NO)
            out[to++] = kinds[i] == BREAK_MUST ? '!' : '|';
    }
    out[to] = '\0';
    return out;
}

static void a_line_may_end_after_blanks_and_dashes(void **state) {
    (void)state;
    assert_string_equal(marked("one two"), "one |two");
    assert_string_equal(marked("wait\u2014what now"), "wait|\u2014|what |now");
    assert_string_equal(marked("well-being counts"), "well-|being |counts");
    assert_string_equal(marked("one\ntwo"), "one\n!two");
}

static void what_the_library_cannot_take_is_kept_from_it(void **state) {
    (void)state;
    assert_string_equal(marked("\U0001F1E8\U0001F1E6"), "\U0001F1E8\U0001F1E6");
    assert_string_equal(marked("to \U0001F1E8\U0001F1E6\U0001F1EB-\nno end"),
                        "to |\U0001F1E8\U0001F1E6\U0001F1EB-\n!no |end");
    assert_string_equal(marked("a\xEF\xBF\xBF b-\U0001F1FF"), "a\xEF\xBF\xBF b-\U0001F1FF");
}

static void a_number_keeps_its_unit(void **state) {
    (void)state;
    assert_string_equal(marked("at 80 % of plan"), "at |80 % |of |plan");
    assert_string_equal(marked("CAD 2.6 m saved"), "CAD 2.6 m |saved");
    assert_string_equal(marked("about -3.5 pp more"), "about |-3.5 pp |more");
    assert_string_equal(marked("\u22123 days"), "\u22123 days");
    assert_string_equal(marked("12\u2009345 donors"), "12\u2009345 |donors");
    assert_string_equal(marked("80\u202F% so"), "80\u202F% |so");
    assert_string_equal(marked("\u206642\u2069% so"), "\u206642\u2069% |so");
}

static void a_number_keeps_its_unit_in_every_language(void **state) {
    (void)state;
    assert_string_equal(marked("agit en 12 mois, puis"), "agit |en |12 mois, |puis");
    assert_string_equal(marked("wirkt nach 6 Monaten"), "wirkt |nach |6 Monaten");
    assert_string_equal(marked("3 Mio. Spenden"), "3 Mio. |Spenden");
    assert_string_equal(marked("en 30 d\u00EDas"), "en |30 d\u00EDas");
    assert_string_equal(marked("500 litres; the"), "500 litres; |the");
}

static void a_hyphen_of_an_id_or_a_short_prefix_binds(void **state) {
    (void)state;
    assert_string_equal(marked("F1-plan-of-record made well-being"),
                        "F1-plan-of-record |made |well-|being");
    assert_string_equal(marked("well-known-x and re-plan"), "well-|known-x |and |re-plan");
    assert_string_equal(marked("rise-and-fall-2 up-beat"), "rise-|and-|fall-2 |up-beat");
}

static void a_day_keeps_its_month(void **state) {
    (void)state;
    assert_string_equal(marked("on 23 Oct 2025"), "on |23 Oct 2025");
    assert_string_equal(marked("since 2025-10-23 ok"), "since |2025-10-23 |ok");
    assert_string_equal(marked("in row 5. May I"), "in |row |5. |May |I");
}

static void a_month_keeps_its_year(void **state) {
    (void)state;
    assert_string_equal(marked("by 1 November 2026, (May 2027) on"),
                        "by |1 November 2026, |(May 2027) |on");
    assert_string_equal(marked("im Okt. 2026 so"), "im |Okt. 2026 |so");
    assert_string_equal(marked("\u0641\u064A 1 \u0646\u0648\u0641\u0645\u0628\u0631 2026"),
                        "\u0641\u064A |1 \u0646\u0648\u0641\u0645\u0628\u0631 2026");
    assert_string_equal(marked("May 2100 or May, 2026"), "May |2100 |or |May, |2026");
}

static void a_day_keeps_its_month_in_every_language(void **state) {
    (void)state;
    assert_string_equal(marked("du 22 octobre 2026"), "du |22 octobre 2026");
    assert_string_equal(marked("du 22 octobre 2026\u00A0; les"), "du |22 octobre 2026\u00A0; |les");
    assert_string_equal(marked("le 1er mars on"), "le |1er mars |on");
    assert_string_equal(marked("am 22. Oktober, ab"), "am |22. Oktober, |ab");
    assert_string_equal(marked("el 22 de octubre de 2026"), "el |22 de octubre de 2026");
    assert_string_equal(marked("em outubro de 2026, de"), "em |outubro de 2026, |de");
    assert_string_equal(marked("8 oct. \u00B7 8 out. \u00B7"), "8 oct. \u00B7 |8 out. \u00B7");
    assert_string_equal(marked("12 out of 20"), "12 |out |of |20");
    assert_string_equal(marked("\u20668\u2069 \u2067أكتوبر\u2069 \u20662026\u2069"),
                        "\u20668\u2069 \u2067أكتوبر\u2069 \u20662026\u2069");
    assert_string_equal(marked("は2026年10月8日に5件を"), "は|2026年|10月8日|に|5件|を");
}

static void status_words_ids_and_page_numbers_stay_whole(void **state) {
    (void)state;
    assert_string_equal(marked("is off track now"), "is |off track |now");
    assert_string_equal(marked("(No data)"), "(No data)");
    assert_string_equal(marked("see page 15, then"), "see |page 15, |then");
    assert_string_equal(marked("see Appendix A1 there"), "see |Appendix A1 |there");
    assert_string_equal(marked("the re-plan of N03-B is"), "the |re-plan |of |N03-B |is");
    assert_string_equal(marked("a \u00B7 b"), "a \u00B7 |b");
}

static void other_scripts_break_by_their_own_rules(void **state) {
    (void)state;
    assert_string_equal(marked("\u4E2D\u6587\u5B57"), "\u4E2D|\u6587|\u5B57");
    assert_string_equal(marked("caf\u00E9 cr\u00E8me"), "caf\u00E9 |cr\u00E8me");
}

static void no_japanese_line_begins_with_a_small_kana(void **state) {
    (void)state;
    static const char text[] = "\u30AB\u30D0\u30FC\u7387\u3002"; /* cover rate, stop */
    uint8_t kinds[sizeof text];
    breaks_find(text, sizeof text - 1, "ja", NULL, kinds);
    assert_int_equal(kinds[2], BREAK_MAY); /* ka|ba */
    assert_int_equal(kinds[5], BREAK_NO);  /* ba, long vowel */
    assert_int_equal(kinds[8], BREAK_MAY);
    assert_int_equal(kinds[11], BREAK_NO); /* before the stop */
    breaks_find(text, sizeof text - 1, "ja-JP", NULL, kinds);
    assert_int_equal(kinds[5], BREAK_NO);
}

static void the_end_may_always_break(void **state) {
    (void)state;
    uint8_t kinds[4] = {9, 9, 9, 9};
    breaks_find("abc", 3, "en", NULL, kinds);
    assert_int_equal(kinds[2], BREAK_MAY);
    breaks_find("ab\n", 3, "en", NULL, kinds);
    assert_int_equal(kinds[2], BREAK_MUST);
    breaks_find("", 0, "en", NULL, kinds);
    assert_int_equal(kinds[3], 9);
}

static void malformed_bytes_do_no_harm(void **state) {
    (void)state;
    static const char bad[] = "a \xE2\x80 b \xFF\xC3 c\xF0\x9F";
    uint8_t kinds[sizeof bad];
    breaks_find(bad, sizeof bad - 1, NULL, NULL, kinds);
    for (size_t i = 0; i + 1 < sizeof bad; i++)
        assert_true(kinds[i] <= BREAK_MUST);
}

/* A dash and a blank in front of a text send it the long way, through the library. */
static void plain_words_break_as_the_library_says(void **state) {
    (void)state;
    static const char letters[] = "aM5 .,%";
    enum { LENGTH = 6, KINDS = sizeof letters - 1 };
    char text[4 + LENGTH + 1] = "\xE2\x80\x93 ";
    uint8_t quick[LENGTH], slow[4 + LENGTH];
    for (size_t number = 0; number < 117649; number++) { /* KINDS to the power of LENGTH */
        for (size_t i = 0, rest = number; i < LENGTH; i++, rest /= KINDS)
            text[4 + i] = letters[rest % KINDS];
        if (strchr(" .,%", text[4]))
            continue; /* it would belong to what stands in front */
        breaks_find(text + 4, LENGTH, NULL, NULL, quick);
        breaks_find(text, 4 + LENGTH, NULL, NULL, slow);
        if (memcmp(quick, slow + 4, LENGTH) != 0)
            fail_msg("\"%s\"", text + 4);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_may_end_after_blanks_and_dashes),
        cmocka_unit_test(what_the_library_cannot_take_is_kept_from_it),
        cmocka_unit_test(a_hyphen_of_an_id_or_a_short_prefix_binds),
        cmocka_unit_test(a_number_keeps_its_unit),
        cmocka_unit_test(a_number_keeps_its_unit_in_every_language),
        cmocka_unit_test(a_day_keeps_its_month),
        cmocka_unit_test(a_month_keeps_its_year),
        cmocka_unit_test(a_day_keeps_its_month_in_every_language),
        cmocka_unit_test(status_words_ids_and_page_numbers_stay_whole),
        cmocka_unit_test(other_scripts_break_by_their_own_rules),
        cmocka_unit_test(no_japanese_line_begins_with_a_small_kana),
        cmocka_unit_test(the_end_may_always_break),
        cmocka_unit_test(malformed_bytes_do_no_harm),
        cmocka_unit_test(plain_words_break_as_the_library_says),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
