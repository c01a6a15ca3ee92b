#include "workbook/cellformat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void formats_are_known_by_their_number(void **state) {
    static const struct {
        uint32_t id;
        enum cellformat format;
    } known[] = {
        {0, CELLFORMAT_NUMBER},   {4, CELLFORMAT_NUMBER},  {9, CELLFORMAT_PERCENT},
        {10, CELLFORMAT_PERCENT}, {11, CELLFORMAT_NUMBER}, {13, CELLFORMAT_NUMBER},
        {14, CELLFORMAT_DATE},    {17, CELLFORMAT_DATE},   {18, CELLFORMAT_TIME},
        {21, CELLFORMAT_TIME},    {22, CELLFORMAT_DATE},   {23, CELLFORMAT_NUMBER},
        {27, CELLFORMAT_DATE},    {36, CELLFORMAT_DATE},   {37, CELLFORMAT_NUMBER},
        {44, CELLFORMAT_NUMBER},  {45, CELLFORMAT_TIME},   {47, CELLFORMAT_TIME},
        {48, CELLFORMAT_NUMBER},  {49, CELLFORMAT_NUMBER}, {50, CELLFORMAT_DATE},
        {58, CELLFORMAT_DATE},    {59, CELLFORMAT_NUMBER}, {164, CELLFORMAT_NUMBER},
    };
    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        assert_int_equal(cellformat_known(known[i].id), known[i].format);
}

static void formats_are_known_by_their_letters(void **state) {
    static const struct {
        const char *code;
        enum cellformat format;
    } codes[] = {
        {"", CELLFORMAT_NUMBER},
        {"General", CELLFORMAT_NUMBER},
        {"GENERAL", CELLFORMAT_NUMBER},
        {"Standard", CELLFORMAT_NUMBER},
        {"#,##0.00", CELLFORMAT_NUMBER},
        {"0.00E+00", CELLFORMAT_NUMBER},
        {"0%", CELLFORMAT_PERCENT},
        {"0.0%;[Red]\\-0.0%", CELLFORMAT_PERCENT},
        {"[Red]0.00", CELLFORMAT_NUMBER},
        {"0.0\"%\"", CELLFORMAT_NUMBER},
        {"0\\%", CELLFORMAT_NUMBER},
        {"0_%", CELLFORMAT_NUMBER},
        {"0 \"days\"", CELLFORMAT_NUMBER},
        {"0\\d", CELLFORMAT_NUMBER},
        {"0_d", CELLFORMAT_NUMBER},
        {"*d0", CELLFORMAT_NUMBER},
        {"_-* #,##0.00\\ [$\u20ac-407]_-;\\-* #,##0.00\\ [$\u20ac-407]_-", CELLFORMAT_NUMBER},
        {"[$USD]\\ #,##0", CELLFORMAT_NUMBER},
        {"[>=1000]#,##0,\"k\";0", CELLFORMAT_NUMBER},
        {"@", CELLFORMAT_NUMBER},
        {"yyyy\\-mm\\-dd", CELLFORMAT_DATE},
        {"dd.mm.yyyy", CELLFORMAT_DATE},
        {"DD/MM/YYYY", CELLFORMAT_DATE},
        {"mmm\\ yy", CELLFORMAT_DATE},
        {"mmmm", CELLFORMAT_DATE},
        {"[$-409]d\\-mmm\\-yy;@", CELLFORMAT_DATE},
        {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", CELLFORMAT_DATE},
        {"dd/mm/yyyy\\ hh:mm", CELLFORMAT_DATE},
        {"hh:mm", CELLFORMAT_TIME},
        {"h:mm AM/PM", CELLFORMAT_TIME},
        {"[h]:mm:ss", CELLFORMAT_TIME},
        {"[mm]", CELLFORMAT_TIME},
        {"mm:ss.0", CELLFORMAT_TIME},
        {"\"open", CELLFORMAT_NUMBER},
        {"[open", CELLFORMAT_NUMBER},
        {"0\\", CELLFORMAT_NUMBER},
    };
    (void)state;
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        if (cellformat_code(codes[i].code) != codes[i].format)
            fail_msg("%s is taken for %d", codes[i].code, (int)cellformat_code(codes[i].code));
}

static void expect_date(const char *serial, enum cellformat_base base, const char *expected) {
    struct decimal number;
    struct date date;
    char text[11];
    assert_true(decimal_parse(serial, strlen(serial), &number) != DECIMAL_SYNTAX);
    assert_int_equal(cellformat_date(number, base, &date), CELLFORMAT_GOOD);
    date_format(date, text);
    assert_string_equal(text, expected);
}

static void dates_are_counted_from_one_of_two_days(void **state) {
    (void)state;
    expect_date("61", CELLFORMAT_1900, "1900-03-01");
    expect_date("367", CELLFORMAT_1900, "1901-01-01");
    expect_date("46326", CELLFORMAT_1900, "2026-10-31");
    expect_date("46326.99", CELLFORMAT_1900, "2026-10-31");
    /* What a formula makes of midnight. */
    expect_date("46325.99999999999", CELLFORMAT_1900, "2026-10-31");
    expect_date("109574", CELLFORMAT_1900, "2199-12-31");
    expect_date("0", CELLFORMAT_1904, "1904-01-01");
    expect_date("44864", CELLFORMAT_1904, "2026-10-31");
    expect_date("108112", CELLFORMAT_1904, "2199-12-31");
}

static void dates_that_programs_disagree_about_are_none(void **state) {
    struct date date;
    (void)state;
    const enum cellformat_base old = CELLFORMAT_1900, late = CELLFORMAT_1904;
    assert_int_equal(cellformat_date(decimal_of(60), old, &date), CELLFORMAT_EARLY);
    assert_int_equal(cellformat_date(decimal_of(0), old, &date), CELLFORMAT_EARLY);
    assert_int_equal(cellformat_date(decimal_of(-5), old, &date), CELLFORMAT_EARLY);
    assert_int_equal(cellformat_date(decimal_micro(-1), late, &date), CELLFORMAT_EARLY);
    assert_int_equal(cellformat_date(decimal_of(109575), old, &date), CELLFORMAT_FAR);
    assert_int_equal(cellformat_date(decimal_of(108113), late, &date), CELLFORMAT_FAR);
    assert_int_equal(cellformat_date(decimal_of(2958465), old, &date), CELLFORMAT_FAR);
    assert_int_equal(date_compare(date, (struct date){9999, 12, 31}), 0); /* to be told */
    assert_int_equal(cellformat_date(decimal_of(2958466), old, &date), CELLFORMAT_FAR);
    assert_false(date_set(date));
    assert_int_equal(cellformat_date(decimal_micro(INT64_MAX), old, &date), CELLFORMAT_FAR);
}

static void expect_time(int64_t micro, const char *expected) {
    char text[32];
    cellformat_time(decimal_micro(micro), text);
    assert_string_equal(text, expected);
}

static void times_are_parts_of_a_day(void **state) {
    (void)state;
    expect_time(0, "00:00");
    expect_time(500000, "12:00");
    expect_time(395833, "09:30");
    expect_time(1500000, "36:00");
    expect_time(-250000, "-06:00");
    expect_time(999999, "24:00");
    expect_time(INT64_MAX, "221360928884514:37");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_are_known_by_their_number),
        cmocka_unit_test(formats_are_known_by_their_letters),
        cmocka_unit_test(dates_are_counted_from_one_of_two_days),
        cmocka_unit_test(dates_that_programs_disagree_about_are_none),
        cmocka_unit_test(times_are_parts_of_a_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
