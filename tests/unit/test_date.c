#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/date.h"

static void days_and_dates_agree_over_three_centuries(void **state) {
    (void)state;
    struct date d = {1900, 1, 1};
    int32_t first = date_days(d);
    int weekday = 0; /* a Monday */
    for (int32_t day = first; d.year < 2200; day++) {
        struct date back = date_from_days(day);
        if (date_days(d) != day || date_compare(back, d) != 0 || date_weekday(d) != weekday ||
            !date_valid(d.year, d.month, d.day))
            fail_msg("%d-%d-%d", d.year, d.month, d.day);
        weekday = (weekday + 1) % 7;
        if (d.day < date_month_days(d.year, d.month)) {
            d.day++;
        } else {
            d.day = 1;
            d.month = (uint8_t)(d.month % 12 + 1);
            d.year = (int16_t)(d.year + (d.month == 1));
        }
    }
}

static void the_epoch_is_a_thursday(void **state) {
    (void)state;
    assert_int_equal(date_days((struct date){1970, 1, 1}), 0);
    assert_int_equal(date_weekday((struct date){1970, 1, 1}), 3);
    assert_int_equal(date_weekday((struct date){1969, 12, 28}), 6);
    assert_int_equal(date_between((struct date){2024, 2, 28}, (struct date){2024, 3, 1}), 2);
    assert_int_equal(date_between((struct date){2023, 3, 1}, (struct date){2023, 2, 28}), -1);
}

static void leap_years_follow_the_gregorian_rule(void **state) {
    (void)state;
    assert_int_equal(date_month_days(2024, 2), 29);
    assert_int_equal(date_month_days(2023, 2), 28);
    assert_int_equal(date_month_days(1900, 2), 28);
    assert_int_equal(date_month_days(2000, 2), 29);
    assert_int_equal(date_month_days(2026, 4), 30);
}

static void dates_are_read_and_written_in_one_form(void **state) {
    (void)state;
    struct date d = {0};
    assert_false(date_set(d));
    assert_true(date_parse("2026-02-28", &d));
    assert_int_equal(d.year, 2026);
    assert_int_equal(d.month, 2);
    assert_int_equal(d.day, 28);
    assert_true(date_parse("2024-02-29T13:00:00", &d));
    char text[11];
    date_format(d, text);
    assert_string_equal(text, "2024-02-29");
    assert_true(date_set(d));
}

static void what_is_no_date_is_refused(void **state) {
    (void)state;
    static const char *const texts[] = {"",
                                        "2026",
                                        "2026-02",
                                        "2026-02-30",
                                        "2023-02-29",
                                        "2026-13-01",
                                        "2026-00-10",
                                        "2026-01-00",
                                        "2026-1-1",
                                        "01/02/2026",
                                        "2026-02-28Z",
                                        "2026-02-28 ",
                                        " 2026-02-28",
                                        "1899-12-31",
                                        "2200-01-01",
                                        "-001-01-01",
                                        "20260228",
                                        "2026-02-2"};
    struct date d = {1, 2, 3};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (date_parse(texts[i], &d))
            fail_msg("'%s' was taken", texts[i]);
    assert_int_equal(d.year, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_and_dates_agree_over_three_centuries),
        cmocka_unit_test(the_epoch_is_a_thursday),
        cmocka_unit_test(leap_years_follow_the_gregorian_rule),
        cmocka_unit_test(dates_are_read_and_written_in_one_form),
        cmocka_unit_test(what_is_no_date_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
