#include "workbook/header.h"
#include "workbookfixture.h"

static void map(struct book *book, const char *notation) {
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_printf(&text, "%s%s", FIXTURE_ALL, notation);
    book_read(book, book_excel(book, textbuf_text(&text)));
    assert_int_equal(book->result, WORKBOOK_READ);
}

static void headings_above_the_header_are_passed_over(void **state) {
    struct book *book = *state;
    map(book, "#Themes\nThemes of 2026\nStrategic Theme|Unit\n\n\nTheme ID*|Strategic Theme *\n"
              "T1|Supply\n");
    book_assert_clean(book);
    assert_int_equal(book_place(book, SHEET_THEMES, 0, COLUMN_THEMES_ID).row, 6);
}

static void columns_may_stand_in_any_order(void **state) {
    struct book *book = *state;
    map(book, "#Themes\n|Description||strategic  THEME|Theme ID\n|d||Supply|T1\n");
    book_assert_clean(book);
    assert_string_equal(book_field(book, SHEET_THEMES, 0, COLUMN_THEMES_NAME)->text, "Supply");
    assert_int_equal(book_place(book, SHEET_THEMES, 0, COLUMN_THEMES_NAME).col, 4);
}

static void missing_required_columns_are_named(void **state) {
    struct book *book = *state;
    map(book, "#Initiatives\nInitiative ID|Strategic Initiative|Unit ID|Owner|Start Date|"
              "End\nI1|x|U0|y|d:2026-01-01|d:2026-12-31\n");
    book_assert_clean(book);
    map(book, "#Milestones\nMilestone ID|Milestone|Initiative|Planned\nX|x|I1|d:2026-01-01\n");
    book_assert_finding(book, "error: the sheet 'Milestones' has no column 'Planned Date' "
                              "[BP2005]\n  at Milestones!A1\n");
    assert_int_equal(book_count(book, SHEET_MILESTONES), 0);
}

static void a_misspelt_title_is_guessed_in_the_note(void **state) {
    struct book *book = *state;
    map(book, "#Themes\nTheme ID|Theme|Theme Onwer|Colour\nT1|Supply|COO|red\n");
    book_assert_finding(book, "note: columns not known and not read: 'Theme Onwer', 'Colour' "
                              "[BP2007]\n  at Themes!C1\n  did you mean 'Theme Owner'?");
}

static void a_sheet_without_titles_has_no_header(void **state) {
    struct book *book = *state;
    map(book, "#Themes\nwe|have|none\n");
    book_assert_finding(book, "error: the sheet 'Themes' has no header row [BP2004]");
    assert_null(strstr(book_findings(book), "stands in column A"));
}

static void cells_that_were_never_divided_are_told(void **state) {
    struct book *book = *state;
    map(book, "#Themes\nTheme ID;Theme\nT1;x\n");
    book_assert_finding(book, "error: the sheet 'Themes' has no header row [BP2004]\n"
                              "  everything stands in column A: it has to be divided");
}

static void a_header_below_the_top_rows_is_not_looked_for(void **state) {
    struct book *book = *state;
    map(book, "#Themes\n"
              "\n\n\n\n\n\n\n\n\n\n"
              "\n\n\n\n\n\n\n\n\n\n"
              "Theme ID|Theme\nT1|x\n");
    book_assert_finding(book, "has no header row [BP2004]");
}

static void a_title_twice_is_an_error_that_names_both(void **state) {
    struct book *book = *state;
    map(book, "#Themes\nTheme ID|Strategic Theme|Strategic theme\nT1|a|b\n");
    book_assert_finding(book, "error: the title 'Strategic theme' stands twice, also in Themes!B1 "
                              "[BP2006]\n  at Themes!C1\n");
    assert_int_equal(book_count(book, SHEET_THEMES), 0);
}

static void a_title_comes_before_an_alias(void **state) {
    struct book *book = *state;
    map(book, "#Themes\nTheme ID|Name|Strategic Theme|Unit|Unit ID\nT1|short|Supply|Head|U0\n");
    assert_int_equal(diags_count(book->diags, DIAG_WARNING), 0);
    assert_string_equal(book_field(book, SHEET_THEMES, 0, COLUMN_THEMES_NAME)->text, "Supply");
    assert_string_equal(book_field(book, SHEET_THEMES, 0, COLUMN_THEMES_UNIT)->text, "U0");
    book_assert_finding(book, "columns not known and not read: 'Name', 'Unit'");
}

#define WIDE "#Monthly Data\nMeasure ID|Series|"

static void periods_may_be_written_in_many_ways(void **state) {
    struct book *book = *state;
    map(book, WIDE "2026-03|Apr-26|May 2026|d:2026-06-17|Q1 2026|FY26 Q1|n:2026\n"
                   "M1|actual|n:1|n:2|n:3|n:4|n:5|n:6|n:7\n");
    book_assert_clean(book);
    static const char *const expected[] = {"2026-03", "2026-04", "2026-05", "2026-06",
                                           "2026-Q1", "2025-Q2", "FY2026"};
    for (size_t i = 0; i < 7; i++)
        assert_string_equal(book_field(book, SHEET_VALUES, i, COLUMN_VALUES_PERIOD)->text,
                            expected[i]);
}

static void computed_columns_are_not_read(void **state) {
    struct book *book = *state;
    map(book, WIDE "2026-03|YTD|Total|Average|Comment|YTD 2026\nM1|actual|n:1|n:2|n:3|n:4|x|n:5\n");
    book_assert_finding(book, "note: computed or remark columns not read: 'YTD', 'Total', "
                              "'Average', 'Comment', 'YTD 2026' [BP2030]");
    assert_int_equal(book_count(book, SHEET_VALUES), 1);
    assert_int_equal(diags_count(book->diags, DIAG_WARNING), 0);
}

static void titles_that_are_almost_periods_are_errors(void **state) {
    struct book *book = *state;
    map(book, WIDE "2026-03|Mrz 2026|Owner\nM1|actual|n:1|n:2|me\n");
    book_assert_finding(book, "error: the column title 'Mrz 2026' is not a period [BP2037]\n"
                              "  at 'Monthly Data'!D1\n");
    book_assert_finding(book, "note: columns not known and not read: 'Owner'");
}

static void a_period_twice_is_an_error(void **state) {
    struct book *book = *state;
    map(book, WIDE "2026-03|March 2026\nM1|actual|n:1|n:2\n");
    book_assert_finding(book, "error: the period March 2026 heads two columns, also "
                              "'Monthly Data'!C1 [BP2038]\n  at 'Monthly Data'!D1\n");
}

static void a_wide_sheet_needs_a_period(void **state) {
    struct book *book = *state;
    map(book, WIDE "Owner\nM1|actual|me\n");
    book_assert_finding(book, "error: the sheet 'Monthly Data' has no column headed by a period "
                              "[BP2039]");
}

static void many_unknown_columns_are_cut_short(void **state) {
    struct book *book = *state;
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_str(&text, "#Themes\nTheme ID|Theme");
    for (int i = 0; i < 500; i++)
        textbuf_printf(&text, "|extra column %d", i);
    textbuf_str(&text, "\nT1|x\n");
    map(book, textbuf_text(&text));
    assert_true(strlen(book_findings(book)) < 600);
    book_assert_finding(book, ", ... [BP2007]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(headings_above_the_header_are_passed_over),
        BOOK_TEST(columns_may_stand_in_any_order),
        BOOK_TEST(missing_required_columns_are_named),
        BOOK_TEST(a_misspelt_title_is_guessed_in_the_note),
        BOOK_TEST(a_sheet_without_titles_has_no_header),
        BOOK_TEST(cells_that_were_never_divided_are_told),
        BOOK_TEST(a_header_below_the_top_rows_is_not_looked_for),
        BOOK_TEST(a_title_twice_is_an_error_that_names_both),
        BOOK_TEST(a_title_comes_before_an_alias),
        BOOK_TEST(periods_may_be_written_in_many_ways),
        BOOK_TEST(computed_columns_are_not_read),
        BOOK_TEST(titles_that_are_almost_periods_are_errors),
        BOOK_TEST(a_period_twice_is_an_error),
        BOOK_TEST(a_wide_sheet_needs_a_period),
        BOOK_TEST(many_unknown_columns_are_cut_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
