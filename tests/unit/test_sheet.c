#include "workbook/sheet.h"
#include "workbookfixture.h"

static void addresses_are_taken_apart(void **state) {
    struct book *book = *state;
    const char *title;
    uint32_t row, col;
    assert_true(sheet_address(book->arena, "Measure Data!AB12", &title, &row, &col));
    assert_string_equal(title, "Measure Data");
    assert_int_equal(row, 12);
    assert_int_equal(col, 28);
    assert_true(sheet_address(book->arena, "A!B!XFD1048576", &title, &row, &col));
    assert_string_equal(title, "A!B");
    assert_int_equal(col, 16384);
}

static void what_is_no_address_is_refused(void **state) {
    struct book *book = *state;
    static const char *const wrong[] = {
        "",     "A1",      "!A1",        "S!",     "S!1",   "S!A",    "S!A0",
        "S!a1", "S!A1:B2", "S!A1048577", "S!XFE1", "S!A-1", "S!$A$1", "S!AAAAAAAAAAAAAAAAAAAAA1"};
    const char *title;
    uint32_t row, col;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        if (sheet_address(book->arena, wrong[i], &title, &row, &col))
            fail_msg("'%s' was taken", wrong[i]);
}

static void whole_numbers_of_the_markup_are_bounded(void **state) {
    (void)state;
    uint32_t value;
    assert_true(sheet_whole("0", &value));
    assert_true(sheet_whole("2147483647", &value));
    assert_int_equal(value, 2147483647);
    assert_false(sheet_whole("2147483648", &value));
    assert_false(sheet_whole("4294967297", &value));
    assert_false(sheet_whole("10000000000", &value));
    assert_false(sheet_whole("", &value));
    assert_false(sheet_whole("-1", &value));
    assert_false(sheet_whole("1 ", &value));
}

static struct sheet_builder builder_for(struct book *book, struct sheets *sheets) {
    struct sheet_builder builder = {
        .arena = book->arena, .diags = book->diags, .path = "in.xml", .sheets = sheets};
    textbuf_init(&builder.text, book->arena);
    return builder;
}

static void dates_and_times_of_day_are_told_apart(void **state) {
    struct book *book = *state;
    struct sheets sheets = {.items = {.count = 0}};
    struct sheet_builder builder = builder_for(book, &sheets);
    struct cell cell = {.row = 1};
    sheet_set_date(&builder, &cell, "2026-10-31T00:00:00.000");
    assert_int_equal(cell.kind, CELL_DATE);
    assert_int_equal(cell.date.day, 31);
    sheet_set_date(&builder, &cell, "1899-12-31T09:05:00.000");
    assert_int_equal(cell.kind, CELL_TEXT);
    assert_string_equal(cell.text, "09:05");
    sheet_set_date(&builder, &cell, "2026-13-01");
    assert_int_equal(cell.kind, CELL_TEXT);
    assert_string_equal(cell.text, "2026-13-01");
}

static void numbers_are_exact_or_marked(void **state) {
    struct book *book = *state;
    struct sheets sheets = {.items = {.count = 0}};
    struct sheet_builder builder = builder_for(book, &sheets);
    struct cell cell = {.kind = CELL_NUMBER};
    sheet_set_number(&builder, &cell, " -12.5 ");
    assert_int_equal(cell.number.micro, -12500000);
    assert_false(cell.rounded);
    sheet_set_number(&builder, &cell, "0.333333333333333");
    assert_true(cell.rounded);
    assert_int_equal(cell.number.micro, 333333);
    sheet_set_number(&builder, &cell, "NaN");
    assert_int_equal(cell.kind, CELL_TEXT);
}

/* Excel writes 17 digits of a number that it shows with 15, Gnumeric 21. */
static void digits_that_no_program_shows_are_no_rounding(void **state) {
    static const struct {
        const char *text;
        int64_t micro;
        bool rounded;
    } numbers[] = {
        {"0.93600000000000005", 936000, false},
        {"-0.93600000000000005", -936000, false},
        {"0.30000000000000004", 300000, false},
        {"2.6749999999999998", 2675000, false},
        {"0.99999999999999989", 1000000, false},
        {"-9.9999999999999999", -10000000, false},
        {"99.999999999999997", 100000000, false},
        {"0.872500000000000000002", 872500, false},
        {"9.3600000000000005E-1", 936000, false},
        {"0.33333333333333331", 333333, true},
        {"0.1234567", 123457, true},
        {"1234567.12345678", 1234567123457, true},
    };
    struct book *book = *state;
    struct sheets sheets = {.items = {.count = 0}};
    struct sheet_builder builder = builder_for(book, &sheets);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        struct cell cell = {.kind = CELL_NUMBER};
        sheet_set_number(&builder, &cell, numbers[i].text);
        assert_int_equal(cell.number.micro, numbers[i].micro);
        assert_int_equal(cell.rounded, numbers[i].rounded);
    }
}

static void blank_cells_are_dropped(void **state) {
    struct book *book = *state;
    struct sheets sheets = {.items = {.count = 0}};
    struct sheet_builder builder = builder_for(book, &sheets);
    assert_true(sheet_begin(&builder, " units ", 1, 1));
    assert_string_equal(sheet_current(&builder)->title, "units");
    assert_true(sheet_current(&builder)->known);
    assert_true(sheet_add(&builder, (struct cell){.row = 1, .col = 1, .text = " \t\xC2\xA0"}));
    assert_true(sheet_add(&builder, (struct cell){.row = 1, .col = 2, .text = "x"}));
    assert_int_equal(sheet_current(&builder)->cells.count, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(addresses_are_taken_apart),
        BOOK_TEST(what_is_no_address_is_refused),
        BOOK_TEST(whole_numbers_of_the_markup_are_bounded),
        BOOK_TEST(dates_and_times_of_day_are_told_apart),
        BOOK_TEST(numbers_are_exact_or_marked),
        BOOK_TEST(digits_that_no_program_shows_are_no_rounding),
        BOOK_TEST(blank_cells_are_dropped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
