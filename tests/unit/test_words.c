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
    f.words = words_new(f.arena, f.diags, "board.xml");
    words_add(f.words, "plain", "On track");
    words_add(f.words, "swap", "{2} of {1}");
    words_add(f.words, "plural", "{1} {1|measure needs|measures need} a cause");
    words_add(f.words, "none", "{1|No measure|One measure|All measures}, {2|a|b|c}{2|}");
    words_add(f.words, "brace", "a {page} b { c");
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

static void three_forms_have_one_for_none(void **state) {
    struct fixture *f = *state;
    assert_string_equal(words_fill(f->arena, f->words, "none", "0", "2", NULL), "No measure, c");
    assert_string_equal(words_fill(f->arena, f->words, "none", "1", "0", NULL), "One measure, a");
    assert_string_equal(words_fill(f->arena, f->words, "none", "12", "1", NULL), "All measures, b");
}

static void a_name_written_right_to_left_is_isolated(void **state) {
    struct fixture *f = *state;
    assert_string_equal(words_fill(f->arena, f->words, "swap", "ten", "\u05d0", NULL),
                        "\u2068\u05d0\u2069 of ten");
}

static void braces_that_are_no_slots_stay(void **state) {
    struct fixture *f = *state;
    assert_string_equal(words_fill(f->arena, f->words, "brace", NULL), "a {page} b { c");
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
        cmocka_unit_test_setup_teardown(a_plural_follows_the_number_it_names, setup, teardown),
        cmocka_unit_test_setup_teardown(three_forms_have_one_for_none, setup, teardown),
        cmocka_unit_test_setup_teardown(a_name_written_right_to_left_is_isolated, setup, teardown),
        cmocka_unit_test_setup_teardown(braces_that_are_no_slots_stay, setup, teardown),
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
