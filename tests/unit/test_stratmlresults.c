#include "stratmlcase.h"
#include "workbook/stratmlresults.h"

/* Periods of the results as "2025 2026 -", after the fiscal year has been voted for. */
static const char *periods(struct book *book, const char *results, struct stratmlresults *out) {
    const char *text = stratml_results(book, results);
    struct stratmltree *tree =
        stratmltree_read(book->arena, "in.xml", text, strlen(text), book->diags);
    struct stratmltree_node *objective = stratmltree_child(
        stratmltree_child(stratmltree_child(stratmltree_top(tree), STRATMLTREE_CORE),
                          STRATMLTREE_GOAL),
        STRATMLTREE_OBJECTIVE);
    size_t votes[12] = {0};
    struct fiscal fiscal = {.start_month = 1};
    struct textbuf shown;
    textbuf_init(&shown, book->arena);
    stratmlresults_gather(book->arena, book->diags, tree,
                          stratmltree_child(objective, STRATMLTREE_INDICATOR), out);
    stratmlresults_vote(out, votes);
    for (int month = 0; month < 12; month++)
        if (votes[month] > votes[fiscal.start_month - 1])
            fiscal.start_month = month + 1;
    stratmlresults_settle(book->arena, book->diags, tree, &fiscal, out);
    for (size_t i = 0; i < out->values.count; i++) {
        char period[16] = "-";
        if (period_set(out->values.items[i].period))
            period_format(out->values.items[i].period, &fiscal, period);
        textbuf_printf(&shown, "%s%s", i ? " " : "", period);
    }
    return textbuf_text(&shown);
}

static void assert_periods(struct book *book, const char *results, const char *expected,
                           enum frequency frequency) {
    struct stratmlresults out;
    assert_string_equal(periods(book, results, &out), expected);
    assert_int_equal(out.frequency, frequency);
}

static void first_and_last_days_make_periods_of_any_length(void **state) {
    assert_periods(*state, STRATML_ACTUAL("2026-01-05", "2026-01-11", "1"), "2026-W02",
                   FREQUENCY_WEEKLY);
    assert_periods(*state, STRATML_ACTUAL("2024-02-01", "2024-02-29", "1"), "2024-02",
                   FREQUENCY_MONTHLY);
    assert_periods(*state, STRATML_ACTUAL("2024-04-01", "2024-06-30", "1"), "2024-Q2",
                   FREQUENCY_QUARTERLY);
    assert_periods(*state, STRATML_ACTUAL("2024-07-01", "2024-12-31", "1"), "2024-H2",
                   FREQUENCY_HALF_YEARLY);
    assert_periods(*state, STRATML_ACTUAL("2024-01-01", "2024-12-31", "1"), "2024",
                   FREQUENCY_YEARLY);
    assert_string_equal(book_findings(*state), "");
}

static void most_results_of_a_year_tell_the_fiscal_year(void **state) {
    assert_periods(*state,
                   STRATML_ACTUAL("2022-10-01", "2023-09-30", "1")
                       STRATML_ACTUAL("2023-10-01", "2024-09-30", "2")
                           STRATML_ACTUAL("2024-01-01", "2024-12-31", "3"),
                   "FY2023 FY2024 -", FREQUENCY_YEARLY);
}

static void days_that_are_no_period_are_reported_BP2086(void **state) {
    assert_periods(*state,
                   STRATML_ACTUAL("2024-01-01", "2024-12-31", "1")
                       STRATML_ACTUAL("2023-09-30", "2026-09-30", "2"),
                   "2024 -", FREQUENCY_YEARLY);
    assert_string_equal(book_findings(*state),
                        "in.xml:7:1: warning: the days of this 'ActualResult' (2023-09-30 to "
                        "2026-09-30) are not those of a period; its number was not read [BP2086]\n"
                        "  the other results of this indicator are yearly\n");
}

static void a_number_without_dates_is_reported(void **state) {
    assert_periods(*state, "<ActualResult><NumberOfUnits>5</NumberOfUnits></ActualResult>", "-",
                   FREQUENCY_NONE);
    book_assert_finding(*state, "(no dates)");
}

static void one_day_ends_a_period_of_the_others(void **state) {
    assert_periods(*state,
                   STRATML_ACTUAL("2025-01-01", "2025-03-31", "1")
                       STRATML_ACTUAL("", "2025-06-30", "2") STRATML_ACTUAL("2025-07-01", "", "3")
                           STRATML_ACTUAL("2025-12-31", "2025-12-31", "4"),
                   "2025-Q1 2025-Q2 2025-Q3 2025-Q4", FREQUENCY_QUARTERLY);
    assert_string_equal(book_findings(*state), "");
}

static void single_days_alone_tell_the_longest_period_they_all_end(void **state) {
    assert_periods(*state,
                   STRATML_ACTUAL("", "2024-12-31", "1") STRATML_ACTUAL("", "2025-12-31", "2"),
                   "2024 2025", FREQUENCY_YEARLY);
    assert_periods(*state,
                   STRATML_ACTUAL("", "2024-12-31", "1") STRATML_ACTUAL("", "2025-04-30", "2"),
                   "2024-12 2025-04", FREQUENCY_MONTHLY);
    assert_periods(*state, STRATML_ACTUAL("", "2024-12-30", "1"), "-", FREQUENCY_NONE);
}

static void one_indicator_has_one_frequency(void **state) {
    assert_periods(*state,
                   STRATML_ACTUAL("2025-01-01", "2025-12-31", "1")
                       STRATML_ACTUAL("2025-01-01", "2025-03-31", "2"),
                   "2025 -", FREQUENCY_YEARLY);
}

static void numbers_and_dates_that_are_none_are_reported_BP2087(void **state) {
    assert_periods(*state,
                   STRATML_ACTUAL("2025-01-01", "2025-12-31", "1,5")
                       STRATML_ACTUAL("2025", "2025-12-31", "2")
                           STRATML_ACTUAL("2025-01-01", "31.12.2025", "3"),
                   "", FREQUENCY_NONE);
    assert_string_equal(
        book_findings(*state),
        "in.xml:6:77: warning: '1,5' in 'NumberOfUnits' is not a number; it was not read [BP2087]\n"
        "in.xml:7:15: warning: '2025' in 'StartDate' is not a date; it was not read [BP2087]\n"
        "in.xml:8:48: warning: '31.12.2025' in 'EndDate' is not a date; it was not read "
        "[BP2087]\n");
}

static void dates_may_name_a_time_zone(void **state) {
    assert_periods(*state, STRATML_ACTUAL("2025-01-01Z", "2025-12-31+01:00", "1"), "2025",
                   FREQUENCY_YEARLY);
    assert_string_equal(book_findings(*state), "");
}

static void results_that_contradict_each_other_are_not_read_BP2088(void **state) {
    assert_periods(*state,
                   STRATML_ACTUAL("2025-01-01", "2025-12-31", "1")
                       STRATML_ACTUAL("2025-01-01", "2025-12-31", "2")
                           STRATML_TARGET("2025-01-01", "2025-12-31", "2"),
                   "- - 2025", FREQUENCY_YEARLY);
    assert_string_equal(book_findings(*state),
                        "in.xml:7:1: warning: this 'ActualResult' says 2, that in line 6 says 1; "
                        "neither was read [BP2088]\n");
}

static void the_same_result_twice_is_one(void **state) {
    assert_periods(*state,
                   STRATML_ACTUAL("2025-01-01", "2025-12-31", "1.50")
                       STRATML_ACTUAL("2025-01-01", "2025-12-31", "1.5"),
                   "2025 -", FREQUENCY_YEARLY);
    assert_string_equal(book_findings(*state), "");
}

static void the_ends_of_the_calendar_are_safe(void **state) {
    assert_periods(*state, STRATML_ACTUAL("", "1900-01-01", "1"), "-", FREQUENCY_NONE);
    assert_periods(*state, STRATML_ACTUAL("2199-12-30", "", "1"), "-", FREQUENCY_NONE);
    assert_periods(*state, STRATML_ACTUAL("2199-01-01", "2199-12-31", "1"), "2199",
                   FREQUENCY_YEARLY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(first_and_last_days_make_periods_of_any_length),
        BOOK_TEST(most_results_of_a_year_tell_the_fiscal_year),
        BOOK_TEST(days_that_are_no_period_are_reported_BP2086),
        BOOK_TEST(a_number_without_dates_is_reported),
        BOOK_TEST(one_day_ends_a_period_of_the_others),
        BOOK_TEST(single_days_alone_tell_the_longest_period_they_all_end),
        BOOK_TEST(one_indicator_has_one_frequency),
        BOOK_TEST(numbers_and_dates_that_are_none_are_reported_BP2087),
        BOOK_TEST(dates_may_name_a_time_zone),
        BOOK_TEST(results_that_contradict_each_other_are_not_read_BP2088),
        BOOK_TEST(the_same_result_twice_is_one),
        BOOK_TEST(the_ends_of_the_calendar_are_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
