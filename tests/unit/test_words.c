#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/words.h"

struct fixture {
    struct arena *arena;
    struct diags *diags;
    struct words *words;
};

static int setup(void **state) {
    static struct fixture f;
    f.arena = arena_new(0, NULL, NULL);
    f.diags = diags_new(f.arena);
    f.words = words_new(f.arena, f.diags, "words.en.xml", "en", &number_page_format);
    words_add(f.words, "plain", "On track");
    words_add(f.words, "swap", "{2} of {1}");
    words_add(f.words, "plural", "{1} {1=one:measure needs|other:measures need} a cause");
    words_add(
        f.words, "none",
        "{1=0:No measure|one:One measure|other:All measures}, {2=0:a|one:b|other:c}{2=other:}");
    words_add(f.words, "brace", "a {page} b");
    words_add(f.words, "broken", "a { b");
    words_add(f.words, "list.comma", ", ");
    words_add(f.words, "list.last", " and ");
    words_add(f.words, "count.3", "three");
    words_add(f.words, "Count.3", "Three");
    words_add(f.words, "ordinal.2", "second");
    words_add(f.words, "ordinal.other", "{1}th");
    words_add(f.words, "month.9", "September");
    words_add(f.words, "month.short.9", "Sep");
    words_add(f.words, "date", "{1} {2} {3}");
    words_add(f.words, "date.short", "{1} {2}");
    words_add(f.words, "date.short.year", "{1} {2} {3}");
    words_add(f.words, "period.month", "{1} {2}");
    words_add(f.words, "period.quarter", "Q{1} {2}");
    words_add(f.words, "period.year", "{2}");
    *state = &f;
    return 0;
}

static int teardown(void **state) {
    struct fixture *f = *state;
    arena_free(f->arena);
    return 0;
}

static void a_sentence_takes_its_arguments_in_any_order(void **state) {
    struct fixture *f = *state;
    assert_string_equal(words_fill(f->arena, f->words, "swap", "ten", "two", NULL), "two of ten");
}

static void a_plural_follows_the_number_it_names(void **state) {
    struct fixture *f = *state;
    assert_string_equal(words_fill(f->arena, f->words, "plural", "1", NULL),
                        "1 measure needs a cause");
    assert_string_equal(words_fill(f->arena, f->words, "plural", "0", NULL),
                        "0 measures need a cause");
    assert_string_equal(words_fill(f->arena, f->words, "plural", "11", NULL),
                        "11 measures need a cause");
}

static void a_case_may_be_the_number_itself(void **state) {
    struct fixture *f = *state;
    assert_string_equal(words_fill(f->arena, f->words, "none", "0", "2", NULL), "No measure, c");
    assert_string_equal(words_fill(f->arena, f->words, "none", "1", "0", NULL), "One measure, a");
    assert_string_equal(words_fill(f->arena, f->words, "none", "12", "1", NULL), "All measures, b");
}

static void a_number_of_things_is_written_in_words(void **state) {
    struct fixture *f = *state;
    words_add(f->words, "spelled", "{^1} of {#2}, {#3}");
    assert_string_equal(words_fill(f->arena, f->words, "spelled", "3", "3", "2.5", NULL),
                        "Three of three, 2.5");
    assert_string_equal(words_fill(f->arena, f->words, "spelled", "11", "three", "", NULL),
                        "11 of three, ");
}

static void a_name_written_right_to_left_is_isolated(void **state) {
    struct fixture *f = *state;
    assert_string_equal(words_fill(f->arena, f->words, "swap", "ten", "\u05d0", NULL),
                        "\u2068\u05d0\u2069 of ten");
}

static void names_that_others_fill_stay(void **state) {
    struct fixture *f = *state;
    assert_string_equal(words_fill(f->arena, f->words, "brace", NULL), "a {page} b");
    assert_string_equal(words_fill(f->arena, f->words, "broken", NULL), "a { b");
}

static struct words *words_in(struct fixture *f, const char *language) {
    static const struct number_format numbers = {",", ".", "-", 5};
    struct words *words = words_new(f->arena, f->diags, "words.xml", language, &numbers);
    words_add(words, "days",
              "{1} {1=one:one|two:two|few:few|many:many|other:other}, {2=other:{2}}");
    words_add(words, "list.comma", "; ");
    words_add(words, "list.last", " + ");
    return words;
}

static void plural_forms_are_those_of_the_language(void **state) {
    struct fixture *f = *state;
    const struct words *french = words_in(f, "fr");
    assert_string_equal(words_fill(f->arena, french, "days", "0", "x", NULL), "0 one, x");
    assert_string_equal(words_fill(f->arena, french, "days", "2", "x", NULL), "2 other, x");
    assert_string_equal(words_fill(f->arena, french, "days", "1000000", "x", NULL),
                        "1000000 many, x");
    const struct words *english = words_in(f, "en-GB");
    assert_string_equal(words_fill(f->arena, english, "days", "1.0", "x", NULL), "1.0 other, x");
    assert_string_equal(words_fill(f->arena, english, "days", "none", "x", NULL), "none other, x");
    assert_string_equal(words_language(english), "en-GB");
}

static void what_is_filled_into_arabic_is_isolated(void **state) {
    struct fixture *f = *state;
    const struct words *arabic = words_in(f, "ar");
    assert_string_equal(words_fill(f->arena, arabic, "days", "3", "x", NULL),
                        "\u20663\u2069 few, \u2066x\u2069");
    /* A date keeps its order, though it begins with a number. */
    assert_string_equal(words_fill(f->arena, arabic, "days", "3", "5 \u0645", NULL),
                        "\u20663\u2069 few, \u20675 \u0645\u2069");
    const char *items[] = {"a", "b"};
    assert_string_equal(words_list(f->arena, arabic, items, 2), "\u2066a\u2069 + \u2066b\u2069");
}

static void numbers_are_written_as_the_catalogue_says(void **state) {
    struct fixture *f = *state;
    const struct words *words = words_in(f, "de");
    const struct decimal value = decimal_micro(INT64_C(-12345600000));
    assert_string_equal(words_number(f->arena, words, value, 1, false), "-12.345,6");
    assert_string_equal(words_number(f->arena, f->words, value, 1, false), "\u221212\u202F345.6");
}

static void a_word_may_be_replaced_where_there_is_one(void **state) {
    struct fixture *f = *state;
    assert_string_equal(words_fill(f->arena, f->words, "swap", "a", "b", NULL), "b of a");
    assert_true(words_replace(f->words, "swap", "{1}/{2}"));
    assert_string_equal(words_fill(f->arena, f->words, "swap", "a", "b", NULL), "a/b");
    assert_false(words_replace(f->words, "nosuch", "x"));
    assert_string_equal(words_key(f->words, 1), "swap");
    assert_string_equal(words_near(f->words, "swop"), "swap");
}

static void a_missing_word_is_reported_once_and_shown_as_its_key(void **state) {
    struct fixture *f = *state;
    assert_string_equal(words_text(f->words, "no.such"), "no.such");
    assert_string_equal(words_text(f->words, "no.such"), "no.such");
    assert_int_equal(diags_count(f->diags, DIAG_ERROR), 1);
    size_t count;
    assert_int_equal(diags_sorted(f->diags, &count)->code, BP5010);
}

static void a_key_given_twice_keeps_its_first_text(void **state) {
    struct fixture *f = *state;
    assert_false(words_add(f->words, "plain", "Other"));
    assert_string_equal(words_text(f->words, "plain"), "On track");
}

static void small_counts_are_words_and_large_ones_digits(void **state) {
    struct fixture *f = *state;
    assert_string_equal(words_count(f->arena, f->words, 3, false), "three");
    assert_string_equal(words_count(f->arena, f->words, 3, true), "Three");
    assert_string_equal(words_count(f->arena, f->words, 34, true), "34");
    assert_string_equal(words_ordinal(f->arena, f->words, 2), "second");
    assert_string_equal(words_ordinal(f->arena, f->words, 14), "14th");
}

static void the_year_of_a_short_date_shows_only_where_it_differs(void **state) {
    struct fixture *f = *state;
    struct date d = {2026, 9, 30};
    assert_string_equal(words_date(f->arena, f->words, d), "30 September 2026");
    assert_string_equal(words_date_short(f->arena, f->words, d, 2026), "30 Sep");
    assert_string_equal(words_date_short(f->arena, f->words, d, 2025), "30 Sep 2026");
}

static void periods_are_named_by_the_fiscal_calendar(void **state) {
    struct fixture *f = *state;
    const struct fiscal fiscal = {.start_month = 4};
    struct period p;
    assert_true(period_parse("2026-09", &fiscal, &p));
    assert_string_equal(words_period(f->arena, f->words, p, &fiscal), "September 2026");
    assert_true(period_parse("2026-Q3", &fiscal, &p));
    assert_string_equal(words_period(f->arena, f->words, p, &fiscal), "Q2 2026/27");
}

static void lists_end_with_and(void **state) {
    struct fixture *f = *state;
    const char *items[] = {"a", "b", "c"};
    assert_string_equal(words_list(f->arena, f->words, items, 0), "");
    assert_string_equal(words_list(f->arena, f->words, items, 1), "a");
    assert_string_equal(words_list(f->arena, f->words, items, 2), "a and b");
    assert_string_equal(words_list(f->arena, f->words, items, 3), "a, b and c");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_sentence_takes_its_arguments_in_any_order, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_number_of_things_is_written_in_words, setup, teardown),
        cmocka_unit_test_setup_teardown(a_plural_follows_the_number_it_names, setup, teardown),
        cmocka_unit_test_setup_teardown(a_case_may_be_the_number_itself, setup, teardown),
        cmocka_unit_test_setup_teardown(a_name_written_right_to_left_is_isolated, setup, teardown),
        cmocka_unit_test_setup_teardown(names_that_others_fill_stay, setup, teardown),
        cmocka_unit_test_setup_teardown(plural_forms_are_those_of_the_language, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_filled_into_arabic_is_isolated, setup, teardown),
        cmocka_unit_test_setup_teardown(numbers_are_written_as_the_catalogue_says, setup, teardown),
        cmocka_unit_test_setup_teardown(a_word_may_be_replaced_where_there_is_one, setup, teardown),
        cmocka_unit_test_setup_teardown(a_missing_word_is_reported_once_and_shown_as_its_key, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_key_given_twice_keeps_its_first_text, setup, teardown),
        cmocka_unit_test_setup_teardown(small_counts_are_words_and_large_ones_digits, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(the_year_of_a_short_date_shows_only_where_it_differs, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(periods_are_named_by_the_fiscal_calendar, setup, teardown),
        cmocka_unit_test_setup_teardown(lists_end_with_and, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
