#include "arenacase.h"

#include "workbook/stratmlcalendar.h"

static struct date day(int year, int month, int of_month) {
    return (struct date){.year = (int16_t)year, .month = (uint8_t)month, .day = (uint8_t)of_month};
}

/* Results of a frequency with one actual value, of the days. */
static struct stratmlresults *result(enum frequency frequency, struct date start, struct date end) {
    static const struct fiscal calendar = {.start_month = 1};
    struct stratmlresults *results = arena_alloc(arena, sizeof *results);
    struct stratmltree_node *node = arena_alloc(arena, sizeof *node);
    node->kind = STRATMLTREE_ACTUAL;
    results->frequency = frequency;
    struct stratmlresults_value *value = vec_add(arena, &results->values);
    *value = (struct stratmlresults_value){.node = node, .start = start, .end = end};
    if (frequency != FREQUENCY_NONE)
        value->period = period_holding(end, frequency, &calendar);
    return results;
}

static void the_fiscal_year_is_that_of_most_results_of_a_year(void **state) {
    (void)state;
    const struct stratmlresults *const all[] = {
        result(FREQUENCY_NONE, day(2024, 10, 1), day(2025, 9, 30)),
        result(FREQUENCY_NONE, day(2025, 10, 1), day(2026, 9, 30)),
        result(FREQUENCY_NONE, day(2025, 1, 1), day(2025, 12, 31))};
    struct fiscal fiscal;
    assert_string_equal(stratmlcalendar_fiscal(all, 3, day(2025, 4, 1), day(2026, 3, 31), &fiscal),
                        "the dates of its results");
    assert_int_equal(fiscal.start_month, 10);
}

static void without_any_it_is_that_of_the_plan_if_it_has_whole_years(void **state) {
    (void)state;
    struct fiscal fiscal;
    assert_string_equal(stratmlcalendar_fiscal(NULL, 0, day(2025, 4, 1), day(2028, 3, 31), &fiscal),
                        "StartDate and EndDate");
    assert_int_equal(fiscal.start_month, 4);
    assert_null(stratmlcalendar_fiscal(NULL, 0, day(2025, 4, 2), day(2028, 3, 31), &fiscal));
    assert_int_equal(fiscal.start_month, 1);
    assert_null(stratmlcalendar_fiscal(NULL, 0, day(2025, 4, 1), day(2028, 3, 30), &fiscal));
    assert_null(stratmlcalendar_fiscal(NULL, 0, day(2025, 4, 1), (struct date){0}, &fiscal));
    assert_int_equal(fiscal.start_month, 1);
}

static void the_last_actual_is_that_of_a_value_or_of_a_result_without_number(void **state) {
    (void)state;
    assert_false(date_set(stratmlcalendar_last_actual(NULL, 0)));
    struct stratmlresults *first = result(FREQUENCY_MONTHLY, day(2026, 3, 1), day(2026, 3, 31)),
                          *second = result(FREQUENCY_MONTHLY, day(2026, 1, 1), day(2026, 1, 31));
    const struct stratmlresults *const all[] = {first, second};
    assert_int_equal(date_compare(stratmlcalendar_last_actual(all, 2), day(2026, 3, 31)), 0);
    second->last_actual = day(2026, 5, 2);
    assert_int_equal(date_compare(stratmlcalendar_last_actual(all, 2), day(2026, 5, 2)), 0);
    second->last_actual = (struct date){0};
    first->values.items[0].node->kind = STRATMLTREE_TARGET;
    assert_int_equal(date_compare(stratmlcalendar_last_actual(all, 2), day(2026, 1, 31)), 0);
}

static void the_frequency_is_that_of_most_and_of_two_the_shorter(void **state) {
    (void)state;
    const struct date from = day(2026, 1, 1), to = day(2026, 12, 31);
    const struct stratmlresults *const all[] = {
        result(FREQUENCY_YEARLY, from, to), result(FREQUENCY_MONTHLY, from, to),
        result(FREQUENCY_NONE, from, to), result(FREQUENCY_NONE, from, to),
        result(FREQUENCY_YEARLY, from, to)};
    assert_int_equal(stratmlcalendar_frequency(all, 0), FREQUENCY_YEARLY);
    assert_int_equal(stratmlcalendar_frequency(all, 2), FREQUENCY_MONTHLY);
    assert_int_equal(stratmlcalendar_frequency(all, 5), FREQUENCY_YEARLY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(the_fiscal_year_is_that_of_most_results_of_a_year),
        ARENA_TEST(without_any_it_is_that_of_the_plan_if_it_has_whole_years),
        ARENA_TEST(the_last_actual_is_that_of_a_value_or_of_a_result_without_number),
        ARENA_TEST(the_frequency_is_that_of_most_and_of_two_the_shorter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
