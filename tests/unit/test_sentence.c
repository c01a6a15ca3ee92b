#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/sentence.h"
#include <string.h>

static struct arena *arena;
static struct sentence_voice english, french, german, arabic;

static struct sentence_voice voice(const char *language) {
    struct diags *diags = diags_new(arena);
    const struct catalogue *catalogue = catalogue_builtin(arena, language, diags);
    assert_non_null(catalogue);
    return (struct sentence_voice){.arena = arena, .catalogue = catalogue, .currency = "CAD"};
}

/* The catalogue with one sentence of its own. */
static struct sentence_voice with(const struct sentence_voice *from, enum catalogue_key key,
                                  const char *text) {
    struct catalogue *copy = arena_alloc(arena, sizeof *copy);
    *copy = *from->catalogue;
    const char *wrong;
    assert_true(pattern_parse(arena, text, &copy->patterns[key], &wrong));
    struct sentence_voice out = *from;
    out.catalogue = copy;
    return out;
}

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    english = voice("en");
    french = voice("fr");
    german = voice("de-AT");
    struct catalogue *copy = arena_alloc(arena, sizeof *copy);
    *copy = *english.catalogue;
    copy->language = "ar";
    arabic = english;
    arabic.catalogue = copy;
    return 0;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static struct decimal dec(const char *text) {
    struct decimal out;
    assert_int_equal(decimal_parse(text, strlen(text), &out), DECIMAL_OK);
    return out;
}

static const char *points(const struct sentence_voice *v, const char *value, unsigned places) {
    struct sentence s = sentence_new(v);
    sentence_number(&s, "number", dec(value), places);
    return sentence_say(&s, SENTENCE_POINTS);
}

static const char *days(const struct sentence_voice *v, int n) {
    struct sentence s = sentence_new(v);
    sentence_count(&s, "days", n);
    return sentence_say(&s, SENTENCE_DAYS_LATE);
}

static void numbers_are_rounded_half_away_from_zero(void **state) {
    (void)state;
    assert_string_equal(points(&english, "1.85", 1), "1.9\u00a0points");
    assert_string_equal(points(&english, "-1.85", 1), "\u22121.9\u00a0points");
    assert_string_equal(points(&english, "1.849999", 1), "1.8\u00a0points");
    assert_string_equal(points(&english, "0.5", 0), "1\u00a0point");
    assert_string_equal(points(&english, "1234567.25", 1), "1\u202f234\u202f567.3\u00a0points");
}

static void nothing_left_of_a_negative_number_has_no_sign(void **state) {
    (void)state;
    assert_string_equal(points(&english, "-0.04", 1), "0.0\u00a0points");
}

static void marks_are_the_language_s(void **state) {
    (void)state;
    assert_string_equal(points(&french, "-1234.5", 1), "\u22121\u202f234,5\u00a0points");
    assert_string_equal(points(&german, "-1234.5", 1), "\u22121.234,5\u00a0Punkte");
}

static void the_plural_is_that_of_the_number_as_printed(void **state) {
    (void)state;
    assert_string_equal(points(&english, "1", 0), "1\u00a0point");
    assert_string_equal(points(&english, "1", 1), "1.0\u00a0points");
    assert_string_equal(points(&english, "0", 0), "0\u00a0points");
    assert_string_equal(points(&french, "0", 0), "0\u00a0point");
    assert_string_equal(points(&french, "1.9", 1), "1,9\u00a0point");
    assert_string_equal(points(&french, "1.96", 1), "2,0\u00a0points");
    assert_string_equal(points(&german, "1", 0), "1\u00a0Punkt");
    assert_string_equal(days(&english, 1), "1 day late");
    assert_string_equal(days(&english, 61), "61 days late");
    assert_string_equal(days(&french, 1), "1 jour de retard");
    assert_string_equal(days(&german, 2), "2 Tage Verzug");
}

static void six_forms_are_told_apart(void **state) {
    (void)state;
    struct sentence_voice v =
        with(&arabic, SENTENCE_DAYS_LATE,
             "{days=zero:z|one:o|two:t|few:f|many:m|other:r}{days=2:!|other:}");
    static const struct {
        int n;
        const char *text;
    } table[] = {{0, "z"}, {1, "o"}, {2, "t!"}, {3, "f"}, {11, "m"}, {100, "r"}, {103, "f"}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        assert_string_equal(days(&v, table[i].n), table[i].text);
}

static void a_number_itself_goes_before_its_form(void **state) {
    (void)state;
    struct sentence_voice v =
        with(&english, SENTENCE_DAYS_LATE, "{days=0:none|7:a week|one:one|other:{days}}");
    assert_string_equal(days(&v, 0), "none");
    assert_string_equal(days(&v, 7), "a week");
    assert_string_equal(days(&v, 1), "one");
    assert_string_equal(days(&v, 8), "8");
    /* 7.0 is not the number 7. */
    v = with(&english, SENTENCE_POINTS, "{number=7:seven|other:{number}}");
    assert_string_equal(points(&v, "7", 1), "7.0");
}

static const char *nth(const struct sentence_voice *v, int n) {
    struct sentence s = sentence_new(v);
    sentence_ordinal(&s, "n", n);
    return sentence_say(&s, SENTENCE_ORDINAL);
}

static void places_in_an_order_have_their_own_forms(void **state) {
    (void)state;
    assert_string_equal(nth(&english, 3), "third");
    assert_string_equal(nth(&english, 13), "13th");
    assert_string_equal(nth(&english, 21), "21st");
    assert_string_equal(nth(&english, 22), "22nd");
    assert_string_equal(nth(&english, 23), "23rd");
    assert_string_equal(nth(&english, 111), "111th");
    assert_string_equal(nth(&french, 1), "premier");
    assert_string_equal(nth(&french, 3), "troisième");
    assert_string_equal(nth(&french, 21), "21e");
    assert_string_equal(nth(&german, 3), "dritten");
    assert_string_equal(nth(&german, 13), "13.");
}

static void a_choice_falls_back_on_other(void **state) {
    (void)state;
    struct sentence_voice v = with(&english, SENTENCE_NOISE, "{signal=yes:loud|other:quiet}");
    struct sentence s = sentence_new(&v);
    sentence_choice(&s, "signal", "no");
    assert_string_equal(sentence_say(&s, SENTENCE_NOISE), "quiet");
    s = sentence_new(&v);
    sentence_choice(&s, "signal", "yes");
    assert_string_equal(sentence_say(&s, SENTENCE_NOISE), "loud");
    s = sentence_new(&v);
    sentence_choice(&s, "signal", NULL);
    assert_string_equal(sentence_say(&s, SENTENCE_NOISE), "quiet");
}

static void what_is_not_known_takes_its_brackets_along(void **state) {
    (void)state;
    struct sentence_voice v = with(&english, SENTENCE_MISSING, "{measure}[ ({period}[, {last}])]");
    struct sentence s = sentence_new(&v);
    sentence_text(&s, "measure", "M");
    assert_string_equal(sentence_say(&s, SENTENCE_MISSING), "M");
    sentence_part(&s, "period", "May");
    assert_string_equal(sentence_say(&s, SENTENCE_MISSING), "M (May)");
    sentence_part(&s, "last", "June");
    assert_string_equal(sentence_say(&s, SENTENCE_MISSING), "M (May, June)");
    /* The inner part does not save the outer one. */
    s = sentence_new(&v);
    sentence_text(&s, "measure", "M");
    sentence_part(&s, "period", NULL);
    sentence_part(&s, "last", "June");
    assert_string_equal(sentence_say(&s, SENTENCE_MISSING), "M");
}

static void a_choice_in_brackets_goes_with_what_it_chooses_by(void **state) {
    (void)state;
    struct sentence_voice v = with(&english, SENTENCE_BINARY, "a[ {target=yes:b|no:c}]");
    struct sentence s = sentence_new(&v);
    assert_string_equal(sentence_say(&s, SENTENCE_BINARY), "a");
    sentence_choice(&s, "target", "no");
    assert_string_equal(sentence_say(&s, SENTENCE_BINARY), "a c");
}

static void right_to_left_names_are_isolated(void **state) {
    (void)state;
    struct sentence s = sentence_new(&english);
    sentence_text(&s, "owner", "\u05d3\u05e0\u05d4");
    assert_string_equal(sentence_say(&s, SENTENCE_OWNER), "owner \u2068\u05d3\u05e0\u05d4\u2069");
}

static void braces_in_names_are_text(void **state) {
    (void)state;
    struct sentence s = sentence_new(&english);
    sentence_text(&s, "owner", "{owner} [a|b]");
    assert_string_equal(sentence_say(&s, SENTENCE_OWNER), "owner {owner} [a|b]");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(numbers_are_rounded_half_away_from_zero),
        TEST(nothing_left_of_a_negative_number_has_no_sign),
        TEST(marks_are_the_language_s),
        TEST(the_plural_is_that_of_the_number_as_printed),
        TEST(six_forms_are_told_apart),
        TEST(a_number_itself_goes_before_its_form),
        TEST(places_in_an_order_have_their_own_forms),
        TEST(a_choice_falls_back_on_other),
        TEST(what_is_not_known_takes_its_brackets_along),
        TEST(a_choice_in_brackets_goes_with_what_it_chooses_by),
        TEST(right_to_left_names_are_isolated),
        TEST(braces_in_names_are_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
