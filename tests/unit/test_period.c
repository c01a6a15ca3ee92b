#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/period.h"

static const struct fiscal calendar = {1, false};
static const struct fiscal april_by_end = {4, false};
static const struct fiscal april_by_start = {4, true};
static const struct fiscal october = {10, false};
static const struct fiscal february = {2, false};

static struct period parsed(const char *text, const struct fiscal *fiscal) {
    struct period p = {FREQUENCY_NONE, 0};
    if (!period_parse(text, fiscal, &p))
        fail_msg("'%s' was refused", text);
    return p;
}

static void spans(const char *text, const struct fiscal *fiscal, const char *first,
                  const char *last) {
    char out[11];
    struct period p = parsed(text, fiscal);
    date_format(period_first(p), out);
    assert_string_equal(out, first);
    date_format(period_last(p), out);
    assert_string_equal(out, last);
}

static void calendar_periods_are_what_they_say(void **state) {
    (void)state;
    spans("2026-02", &calendar, "2026-02-01", "2026-02-28");
    spans("2024-02", &april_by_end, "2024-02-01", "2024-02-29");
    spans("2026-12", &calendar, "2026-12-01", "2026-12-31");
    spans("2026-Q1", &april_by_end, "2026-01-01", "2026-03-31");
    spans("2026-Q4", &calendar, "2026-10-01", "2026-12-31");
    spans("2026-H2", &calendar, "2026-07-01", "2026-12-31");
    spans("2026", &calendar, "2026-01-01", "2026-12-31");
}

static void fiscal_periods_follow_the_start_and_the_naming_of_the_year(void **state) {
    (void)state;
    spans("FY2026", &calendar, "2026-01-01", "2026-12-31");
    spans("FY2026", &april_by_end, "2025-04-01", "2026-03-31");
    spans("FY2026", &april_by_start, "2026-04-01", "2027-03-31");
    spans("2026", &april_by_end, "2025-04-01", "2026-03-31");
    spans("FY2026-Q1", &april_by_end, "2025-04-01", "2025-06-30");
    spans("FY2026-Q4", &april_by_end, "2026-01-01", "2026-03-31");
    spans("FY2026-H2", &october, "2026-04-01", "2026-09-30");
    spans("fy2026-q1", &february, "2025-02-01", "2025-04-30");
}

static void iso_weeks_cross_the_year_as_the_standard_says(void **state) {
    (void)state;
    spans("2026-W01", &calendar, "2025-12-29", "2026-01-04");
    spans("2026-W09", &calendar, "2026-02-23", "2026-03-01");
    spans("2026-W53", &calendar, "2026-12-28", "2027-01-03");
    spans("2027-W01", &calendar, "2027-01-04", "2027-01-10");
    spans("2020-W53", &calendar, "2020-12-28", "2021-01-03");
    struct period p;
    assert_false(period_parse("2025-W53", &calendar, &p));
    char text[16];
    period_format(period_holding((struct date){2027, 1, 3}, FREQUENCY_WEEKLY, &calendar), &calendar,
                  text);
    assert_string_equal(text, "2026-W53");
    period_format(period_holding((struct date){2025, 12, 29}, FREQUENCY_WEEKLY, &calendar),
                  &calendar, text);
    assert_string_equal(text, "2026-W01");
}

static void what_is_no_period_is_refused(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",         "20",       "2026-",   "2026-13",   "2026-00",    "2026-3",   "2026-Q0",
        "2026-Q5",  "2026-H3",  "2026-Q",  "2026-W",    "2026-W00",   "2026-W54", "2026-W1",
        "2026-Q11", "FY26",     "FY2026-", "FY2026-03", "FY2026-W01", "1899-12",  "2200",
        "2026 ",    "2026-033", "Q1 2026", "FY",        "2026-02-01"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct period p;
        if (period_parse(texts[i], &calendar, &p))
            fail_msg("'%s' was taken", texts[i]);
    }
}

static void the_same_interval_is_the_same_period(void **state) {
    (void)state;
    assert_true(
        period_equal(parsed("FY2026-Q1", &april_by_start), parsed("2026-Q2", &april_by_start)));
    assert_false(period_equal(parsed("2026-Q1", &calendar), parsed("2026-01", &calendar)));
    assert_false(period_set((struct period){FREQUENCY_NONE, 0}));
}

static void formats(const char *text, const struct fiscal *fiscal, const char *expected) {
    char out[16];
    period_format(parsed(text, fiscal), fiscal, out);
    assert_string_equal(out, expected);
}

static void periods_have_one_canonical_text(void **state) {
    (void)state;
    formats("2026-03", &april_by_end, "2026-03");
    formats("2026-W09", &calendar, "2026-W09");
    formats("FY2026-Q1", &april_by_end, "2025-Q2");
    formats("FY2026-H1", &april_by_end, "FY2026-H1");
    formats("FY2026-H2", &april_by_start, "FY2026-H2");
    formats("FY2026-Q3", &february, "FY2026-Q3");
    formats("FY2026", &calendar, "2026");
    formats("2026", &april_by_end, "FY2026");
    formats("2026-H1", &calendar, "2026-H1");
}

static void every_period_survives_its_text(void **state) {
    (void)state;
    for (int month = 1; month <= 12; month++) {
        for (int naming = 0; naming < 2; naming++) {
            struct fiscal fiscal = {month, naming == 1};
            for (int f = FREQUENCY_WEEKLY; f <= FREQUENCY_YEARLY; f++) {
                struct period p =
                    period_holding((struct date){2019, 12, 30}, (enum frequency)f, &fiscal);
                for (int i = 0; i < 80; i++, p = period_next(p, 1)) {
                    char text[16];
                    period_format(p, &fiscal, text);
                    assert_true(period_equal(parsed(text, &fiscal), p));
                }
            }
        }
    }
}

static void a_date_lies_in_one_period_of_each_frequency(void **state) {
    (void)state;
    for (int f = FREQUENCY_WEEKLY; f <= FREQUENCY_YEARLY; f++) {
        struct period before = {FREQUENCY_NONE, 0};
        for (int32_t day = 0; day < 2000; day++) {
            struct date d = date_from_days(day);
            struct period p = period_holding(d, (enum frequency)f, &february);
            assert_true(date_compare(period_first(p), d) <= 0);
            assert_true(date_compare(period_last(p), d) >= 0);
            if (period_set(before) && !period_equal(before, p))
                assert_true(period_equal(period_next(before, 1), p));
            struct period ended = period_ended(d, (enum frequency)f, &february);
            assert_true(date_compare(period_last(ended), d) <= 0);
            assert_true(date_compare(period_last(period_next(ended, 1)), d) > 0);
            before = p;
        }
    }
}

static void periods_are_counted_and_ordered(void **state) {
    (void)state;
    struct period january = parsed("2026-01", &calendar), june = parsed("2026-06", &calendar);
    assert_int_equal(period_between(january, june), 5);
    assert_int_equal(period_between(june, january), -5);
    assert_true(period_equal(period_next(january, -1), parsed("2025-12", &calendar)));
    assert_true(
        period_equal(period_next(parsed("2026-W53", &calendar), 1), parsed("2027-W01", &calendar)));
    assert_int_equal(period_compare(january, june), -1);
    assert_int_equal(period_compare(parsed("2026", &calendar), january), 1);
    assert_int_equal(period_compare(january, january), 0);
}

static void fiscal_years_have_names(void **state) {
    (void)state;
    char text[16];
    period_fiscal_year((struct date){2026, 3, 31}, &april_by_end, text);
    assert_string_equal(text, "2025/26");
    period_fiscal_year((struct date){2026, 4, 1}, &april_by_end, text);
    assert_string_equal(text, "2026/27");
    period_fiscal_year((struct date){2026, 4, 1}, &calendar, text);
    assert_string_equal(text, "2026");
    period_fiscal_year((struct date){2099, 12, 1}, &october, text);
    assert_string_equal(text, "2099/00");
    assert_true(period_equal(period_year_start((struct date){2026, 2, 3}, &october),
                             parsed("2025-10", &october)));
}

static void frequencies_have_names_and_counts(void **state) {
    (void)state;
    assert_string_equal(period_frequency_name(FREQUENCY_HALF_YEARLY), "half-yearly");
    assert_string_equal(period_frequency_name(FREQUENCY_MONTHLY), "monthly");
    assert_int_equal(period_per_year(FREQUENCY_WEEKLY), 52);
    assert_int_equal(period_per_year(FREQUENCY_QUARTERLY), 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calendar_periods_are_what_they_say),
        cmocka_unit_test(fiscal_periods_follow_the_start_and_the_naming_of_the_year),
        cmocka_unit_test(iso_weeks_cross_the_year_as_the_standard_says),
        cmocka_unit_test(what_is_no_period_is_refused),
        cmocka_unit_test(the_same_interval_is_the_same_period),
        cmocka_unit_test(periods_have_one_canonical_text),
        cmocka_unit_test(every_period_survives_its_text),
        cmocka_unit_test(a_date_lies_in_one_period_of_each_frequency),
        cmocka_unit_test(periods_are_counted_and_ordered),
        cmocka_unit_test(fiscal_years_have_names),
        cmocka_unit_test(frequencies_have_names_and_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
