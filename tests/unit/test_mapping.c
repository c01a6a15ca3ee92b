#include "workbook/mapping.h"
#include "workbookfixture.h"

/* Reads the notation as the sheets of a workbook that has everything else it needs. */
static void map(struct book *book, const char *notation) {
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_printf(&text, "%s%s", FIXTURE_ALL, notation);
    book_read(book, book_flat(book, textbuf_text(&text)));
    assert_int_equal(book->result, WORKBOOK_READ);
}

#define THEMES "#Themes\nTheme ID|Strategic Theme|Theme Owner\n"

static void rows_become_records_with_the_cells_they_came_from(void **state) {
    struct book *book = *state;
    map(book, THEMES "T1|Supply|COO\n\nT2|Donors|\n");
    book_assert_clean(book);
    assert_int_equal(book_count(book, SHEET_THEMES), 2);
    const struct record *record = &book->workbook->tables[SHEET_THEMES].records.items[1];
    assert_int_equal(record->row, 4);
    assert_string_equal(record->sheet_title, "Themes");
    assert_string_equal(workbook_field(record, COLUMN_THEMES_NAME)->text, "Donors");
    assert_int_equal(book_place(book, SHEET_THEMES, 1, COLUMN_THEMES_NAME).col, 2);
    assert_false(workbook_field(record, COLUMN_THEMES_OWNER)->filled);
    assert_int_equal(book_place(book, SHEET_THEMES, 1, COLUMN_THEMES_OWNER).row, 4);
    assert_int_equal(book_place(book, SHEET_THEMES, 1, COLUMN_THEMES_OWNER).col, 3);
    assert_int_equal(book_place(book, SHEET_THEMES, 1, COLUMN_THEMES_UNIT).col, 0);
}

static void empty_required_cells_are_reported_at_their_address(void **state) {
    struct book *book = *state;
    map(book, THEMES "T1||COO\n");
    book_assert_finding(book, "error: 'Strategic Theme' is empty [BP2011]\n  at Themes!B2\n");
}

static void totals_and_notes_without_id_are_skipped_with_a_note(void **state) {
    struct book *book = *state;
    map(book, THEMES "T1|Supply|\n|Total: 1|\nSum||\nNote: as agreed||\n");
    assert_int_equal(book_count(book, SHEET_THEMES), 1);
    book_assert_finding(book, "note: the row 'Total: 1' was skipped as a total or note [BP2010]");
    book_assert_finding(book, "note: the row 'Sum' was skipped");
    book_assert_finding(book, "note: the row 'Note: as agreed' was skipped");
    assert_int_equal(diags_count(book->diags, DIAG_WARNING), 0);
}

static void ids_that_begin_like_a_total_are_ids(void **state) {
    struct book *book = *state;
    map(book, THEMES "Total-1|Supply|\nSummary|Donors|\n");
    book_assert_clean(book);
    assert_int_equal(book_count(book, SHEET_THEMES), 2);
}

static void the_total_of_the_benchmarks_is_a_row(void **state) {
    struct book *book = *state;
    map(book, "#Benchmarks\nProcess ID|FTE Min|FTE Max\nTOTAL|n:6|n:8\n");
    book_assert_clean(book);
    assert_int_equal(book_count(book, SHEET_BENCHMARKS), 1);
}

static void other_rows_without_id_are_findings(void **state) {
    struct book *book = *state;
    map(book, THEMES "T1|Supply|\n|Donors|CMO\n-|Staff|\n");
    book_assert_finding(book, "error: the row has content but no 'Theme ID' [BP2009]\n"
                              "  at Themes!A3\n");
    book_assert_finding(book, "  at Themes!A4\n");
}

static void content_beside_the_table_is_ignored(void **state) {
    struct book *book = *state;
    map(book, THEMES "T1|Supply|COO\n||||see below\n");
    book_assert_clean(book);
}

static void merged_cells_in_the_table_are_errors(void **state) {
    struct book *book = *state;
    map(book, "#Themes\nm:All themes|\nTheme ID|Strategic Theme|Theme Owner\nT1|m:Supply\n");
    book_assert_finding(book, "error: merged cells in the table [BP2008]\n  at Themes!B3\n");
    assert_int_equal(diags_count(book->diags, DIAG_NOTE), 1);
}

static void two_sheets_of_one_table_are_an_error(void **state) {
    struct book *book = *state;
    map(book, "#KPIs\nMeasure ID|Measure\n");
    book_assert_finding(book, "error: the sheets 'Measures' and 'KPIs' are both taken for "
                              "'Measures' [BP2003]");
}

static void unknown_sheets_are_told_once_with_a_likely_name(void **state) {
    struct book *book = *state;
    map(book, "#Milestone\nx|y\n#Scratch\nz\n");
    book_assert_finding(book, "note: the sheet 'Milestone' is not known and was not read [BP2002]\n"
                              "  did you mean 'Milestones'?");
    book_assert_finding(book, "note: the sheet 'Scratch' is not known");
    assert_int_equal(diags_count(book->diags, DIAG_NOTE), 2);
}

static void an_unknown_sheet_is_not_meant_for_one_that_is_there(void **state) {
    struct book *book = *state;
    map(book, "#Units 2025\nx\n");
    book_assert_finding(book,
                        "note: the sheet 'Units 2025' is not known and was not read [BP2002]\n");
    assert_null(strstr(book_findings(book), "did you mean"));
}

static void a_sheet_of_words_for_people_is_left_alone(void **state) {
    struct book *book = *state;
    map(book, "#READ ME\nA workbook for your strategy\n#Instructions\nx\n");
    book_assert_clean(book);
}

static void empty_sheets_are_empty_tables(void **state) {
    struct book *book = *state;
    map(book, "#Actions\n#Themes\nTheme ID|Theme\n");
    book_assert_clean(book);
    assert_true(book->workbook->tables[SHEET_ACTIONS].present);
    assert_int_equal(book_count(book, SHEET_THEMES), 0);
}

static void rounded_numbers_are_noted_once_a_sheet(void **state) {
    struct book *book = *state;
    map(book, "#Processes\nProcess ID|Process|Process Group\nA|a|core\n"
              "#Benchmarks\nProcess ID|FTE Min|FTE Max\nA|n:0.33333333333|n:0.6666666666\n");
    book_assert_finding(book, "note: numbers rounded to six decimals on 'Benchmarks': 2");
    assert_int_equal(diags_count(book->diags, DIAG_NOTE), 1);
}

static void repeated_cells_fill_each_column(void **state) {
    struct book *book = *state;
    struct textbuf text;
    textbuf_init(&text, book->arena);
    const char *flat =
        book_flat(book, FIXTURE_ALL "#Monthly Data\nMeasure ID|Series|2026-07|2026-08|2026-09\n"
                                    "M2|actual|n:5\n");
    const char *cell = strstr(flat, "office:value=\"5\"");
    textbuf_bytes(&text, flat, (size_t)(cell - flat));
    textbuf_printf(&text, "table:number-columns-repeated=\"3\" %s", cell);
    book_read(book, textbuf_text(&text));
    book_assert_clean(book);
    assert_int_equal(book_count(book, SHEET_VALUES), 3);
    assert_int_equal(book_place(book, SHEET_VALUES, 2, COLUMN_VALUES_VALUE).col, 5);
    assert_string_equal(book_field(book, SHEET_VALUES, 2, COLUMN_VALUES_PERIOD)->text, "2026-09");
}

/* The notation with its last row repeated. */
static void map_repeated(struct book *book, const char *notation, const char *times) {
    struct textbuf text, all;
    textbuf_init(&text, book->arena);
    textbuf_init(&all, book->arena);
    textbuf_printf(&all, "%s%s", FIXTURE_ALL, notation);
    const char *flat = book_flat(book, textbuf_text(&all));
    const char *last = NULL;
    for (const char *at = flat; (at = strstr(at, "<table:table-row>")) != NULL; at++)
        last = at;
    size_t before = (size_t)(last - flat) + strlen("<table:table-row");
    textbuf_bytes(&text, flat, before);
    textbuf_printf(&text, " table:number-rows-repeated=\"%s\"%s", times, flat + before);
    book_read(book, textbuf_text(&text));
}

static void a_repeated_row_is_an_error(void **state) {
    struct book *book = *state;
    map_repeated(book, THEMES "T1|Supply|\n", "3");
    book_assert_finding(book, "error: the row stands 3 times in the same words [BP2031]\n"
                              "  at Themes!A2\n");
    assert_int_equal(book_count(book, SHEET_THEMES), 1);
}

static void repeated_vacancies_are_several(void **state) {
    struct book *book = *state;
    map_repeated(book, "#Staffing\nRole or Person|Process ID|FTE|Status\nAnalyst|A|n:0.5|vacant\n",
                 "2");
    book_assert_clean(book);
    assert_int_equal(book_count(book, SHEET_STAFFING), 2);
    assert_int_equal(book_place(book, SHEET_STAFFING, 1, COLUMN_STAFFING_FTE).row, 3);
}

/* ---- properties ---- */

static void unknown_properties_are_warned_of(void **state) {
    struct book *book = *state;
    map(book, "#Settings\nOur settings|\nProperty|Value\nRolup Policy|worst\nHeadline|ytd\n");
    book_assert_finding(book, "warning: the property 'Rolup Policy' is not known and was not read "
                              "[BP2028]\n  at Settings!A3\n  did you mean 'Rollup Policy'?");
    assert_int_equal(book_field(book, SHEET_SETTINGS, 0, COLUMN_SETTINGS_HEADLINE)->choice, 1);
}

static void properties_given_twice_are_errors(void **state) {
    struct book *book = *state;
    map(book, "#Settings\nHeadline|ytd\nheadline figure|period\n");
    book_assert_finding(book, "error: the property 'headline figure' stands twice, also in "
                              "Settings!A1 [BP2029]\n  at Settings!A2\n");
}

static void remarks_beside_the_values_are_no_values(void **state) {
    struct book *book = *state;
    map(book, "#Settings\nProperty|Unit|Value|Remark\nHeadline|||ytd if you prefer\n"
              "Page Budget|pages|20|at most\n");
    book_assert_clean(book);
    assert_false(book_field(book, SHEET_SETTINGS, 0, COLUMN_SETTINGS_HEADLINE)->filled);
    assert_string_equal(book_field(book, SHEET_SETTINGS, 0, COLUMN_SETTINGS_PAGE_BUDGET)->text,
                        "20");
}

static void missing_properties_are_named(void **state) {
    struct book *book = *state;
    book_read(book, book_flat(book, "#Organization\nOrganization ID|ORG\nReporting Date|\n"));
    book_assert_finding(book, "error: the sheet 'Organization' gives no 'Base Currency' [BP2040]");
    book_assert_finding(book, "gives no 'Reporting Date' [BP2040]\n  at Organization!B2\n");
}

static void sheets_may_come_in_any_order(void **state) {
    struct book *book = *state;
    book_read(book, book_excel(
                        book, "#Measure Data\nMeasure ID|Period|Series|Value\n"
                              "M2|d:2026-08-15|actual|1.234,5\n" FIXTURE_MEASURES FIXTURE_OBJECTIVES
                                  FIXTURE_PERSPECTIVES FIXTURE_UNITS FIXTURE_CORE));
    book_assert_clean(book);
    assert_string_equal(book_field(book, SHEET_VALUES, 0, COLUMN_VALUES_VALUE)->text, "1234.5");
    assert_string_equal(book_field(book, SHEET_VALUES, 0, COLUMN_VALUES_PERIOD)->text, "2026-Q3");
}

/* ---- values ---- */

static void rows_without_a_value_say_that_there_is_none(void **state) {
    struct book *book = *state;
    map(book, "#Measure Data\nMeasure ID|Period|Series|Value\nM1|2026-09|actual|\n"
              "M1|2026-10|actual|n/a\nM1|2026-10|target|n:0\n");
    book_assert_clean(book);
    assert_int_equal(book_count(book, SHEET_VALUES), 1);
}

static void the_wide_form_reports_a_missing_series_once(void **state) {
    struct book *book = *state;
    map(book, "#Monthly Data\nMeasure ID|Series|2026-07|2026-08\nM1||n:1|n:2\n");
    book_assert_finding(book, "error: 'Series' is empty [BP2011]\n  at 'Monthly Data'!B2\n");
    assert_int_equal(diags_count(book->diags, DIAG_ERROR), 1);
}

static void wrong_values_of_the_wide_form_name_their_cell(void **state) {
    struct book *book = *state;
    map(book, "#Monthly Data\nMeasure ID|Series|2026-07|2026-08\nM1|actual|n:1|e:#REF!\n");
    book_assert_finding(book, "the cell shows the error #REF! [BP2024]\n  at 'Monthly Data'!D2\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(rows_become_records_with_the_cells_they_came_from),
        BOOK_TEST(empty_required_cells_are_reported_at_their_address),
        BOOK_TEST(totals_and_notes_without_id_are_skipped_with_a_note),
        BOOK_TEST(ids_that_begin_like_a_total_are_ids),
        BOOK_TEST(the_total_of_the_benchmarks_is_a_row),
        BOOK_TEST(other_rows_without_id_are_findings),
        BOOK_TEST(content_beside_the_table_is_ignored),
        BOOK_TEST(merged_cells_in_the_table_are_errors),
        BOOK_TEST(two_sheets_of_one_table_are_an_error),
        BOOK_TEST(unknown_sheets_are_told_once_with_a_likely_name),
        BOOK_TEST(an_unknown_sheet_is_not_meant_for_one_that_is_there),
        BOOK_TEST(a_sheet_of_words_for_people_is_left_alone),
        BOOK_TEST(empty_sheets_are_empty_tables),
        BOOK_TEST(rounded_numbers_are_noted_once_a_sheet),
        BOOK_TEST(repeated_cells_fill_each_column),
        BOOK_TEST(a_repeated_row_is_an_error),
        BOOK_TEST(repeated_vacancies_are_several),
        BOOK_TEST(unknown_properties_are_warned_of),
        BOOK_TEST(properties_given_twice_are_errors),
        BOOK_TEST(remarks_beside_the_values_are_no_values),
        BOOK_TEST(missing_properties_are_named),
        BOOK_TEST(sheets_may_come_in_any_order),
        BOOK_TEST(rows_without_a_value_say_that_there_is_none),
        BOOK_TEST(the_wide_form_reports_a_missing_series_once),
        BOOK_TEST(wrong_values_of_the_wide_form_name_their_cell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
