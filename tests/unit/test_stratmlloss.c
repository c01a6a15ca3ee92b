#include "base/idmap.h"
#include "export/stratmlloss.h"
#include "workbookfixture.h"

static struct workbook *sheets(struct book *book, const char *more) {
    book_read(book, book_excel(book, arena_printf(book->arena, "%s%s", FIXTURE_ALL, more)));
    assert_int_equal(diags_count(book->diags, DIAG_ERROR), 0);
    book->diags = diags_new(book->arena);
    return book->workbook;
}

static void sheets_that_are_not_written_are_listed_with_their_rows_BP2097(void **state) {
    struct book *book = *state;
    struct workbook *workbook = sheets(book, "#Thresholds\nMeasure ID|Red Flag\nM1|n:90\nM2|n:3\n"
                                             "#People\nPerson ID|Name\nP|A\n");
    stratmlloss_report(book->arena, workbook, book->diags);
    book_assert_finding(book, "in.xml: note: StratML has no place for these sheets: Units (2), "
                              "Thresholds (2), People (1) [BP2097]");
}

static void columns_that_are_not_written_are_listed_a_sheet_BP2096(void **state) {
    struct book *book = *state;
    struct workbook *workbook = sheets(book, "");
    stratmlloss_report(book->arena, workbook, book->diags);
    book_assert_finding(book, "for these columns of 'Organization': Base Currency (1), Fiscal Year "
                              "Start (1), Reporting Period (1), Number Style (1) [BP2096]");
    book_assert_finding(book, "for these columns of 'Objectives': Unit ID (2), Supports Objective "
                              "IDs (1) [BP2096]");
    book_assert_finding(book,
                        "for these columns of 'Measures': further objectives of a measure (1), "
                        "Polarity range, which nothing says without thresholds (1) [BP2096]");
}

static void values_of_other_series_and_units_are_counted(void **state) {
    struct book *book = *state;
    struct workbook *workbook = sheets(book, "#Measure Data\n"
                                             "Measure ID|Period|Series|Value|Unit ID|Entered By\n"
                                             "M1|2026-09|actual|n:90||Lind\n"
                                             "M1|2026-09|forecast|n:91||\n"
                                             "M1|2026-08|actual|n:92|U1|\n");
    stratmlloss_report(book->arena, workbook, book->diags);
    book_assert_finding(book,
                        "for these columns of 'Measure Data': Unit ID (1), Entered By (1), "
                        "values other than actuals and targets of the objective's own unit (2) "
                        "[BP2096]");
}

static void retired_rows_are_told(void **state) {
    struct book *book = *state;
    book_read(book,
              book_excel(book, FIXTURE_CORE FIXTURE_UNITS FIXTURE_PERSPECTIVES FIXTURE_MEASURES
                         "#Objectives\nObjective ID|Objective|Unit ID|Perspective ID|"
                         "Objective Owner|State\nO1|A|U0|P1|X|retired\nO2|B|U0|P1|X|proposed\n"));
    const struct record *objectives = book->workbook->tables[SHEET_OBJECTIVES].records.items;
    assert_true(stratmlloss_retired(&objectives[0]));
    assert_false(stratmlloss_retired(&objectives[1]));
    stratmlloss_report(book->arena, book->workbook, book->diags);
    book_assert_finding(book, "State (2), retired ones (1)");
}

/* Nothing that hangs on a row that stays behind goes in silence. */
static void what_hangs_on_a_retired_objective_is_told(void **state) {
    struct book *book = *state;
    book_read(book,
              book_excel(book, FIXTURE_CORE FIXTURE_UNITS FIXTURE_PERSPECTIVES FIXTURE_MEASURES
                         "#Objectives\nObjective ID|Objective|Unit ID|Perspective ID|"
                         "Objective Owner|State\nO1|A|U0|P1|X|retired\nO2|B|U0|P1|X|proposed\n"
                         "#Measure Data\nMeasure ID|Period|Series|Value\n"
                         "M2|2026-Q3|actual|n:90\nM9|2026-09|actual|n:90\n"));
    const size_t *homes = stratmlloss_homes(book->arena, book->workbook);
    assert_int_equal(homes[0], 1); /* its second objective is still there */
    assert_true(homes[1] == IDMAP_NONE);
    stratmlloss_report(book->arena, book->workbook, book->diags);
    book_assert_finding(book, "ones whose objective is not written (1)");
    book_assert_finding(book, "values whose measure is not written (2)");
}

static void perspectives_without_objectives_are_told_where_themes_are_goals(void **state) {
    static const char empty[] = "#Perspectives\nPerspective ID|Perspective Name|Display Order\n"
                                "P1|Stakeholders|n:1\nP2|Learning|n:2\n";
    struct book *book = *state;
    book_read(book,
              book_excel(
                  book, arena_printf(book->arena, "%s%s%s",
                                     FIXTURE_CORE FIXTURE_UNITS FIXTURE_OBJECTIVES FIXTURE_MEASURES,
                                     empty,
                                     "#Themes\nTheme ID|Strategic Theme\n"
                                     "T1|Supply\n")));
    stratmlloss_report(book->arena, book->workbook, book->diags);
    book_assert_finding(book, "columns of 'Perspectives': ones without objectives (1) [BP2096]");
    struct book *goals = book_new();
    book_read(goals,
              book_excel(goals, arena_printf(
                                    goals->arena, "%s%s",
                                    FIXTURE_CORE FIXTURE_UNITS FIXTURE_OBJECTIVES FIXTURE_MEASURES,
                                    empty)));
    stratmlloss_report(goals->arena, goals->workbook, goals->diags);
    assert_null(strstr(book_findings(goals), "ones without objectives"));
    arena_free(goals->arena);
}

static void long_lists_are_told_in_full(void **state) {
    struct book *book = *state;
    struct workbook *workbook = sheets(book, "");
    for (int i = 0; i < SHEET_COUNT; i++) {
        struct table *table = &workbook->tables[i];
        if (table->records.count == 0 && schema_sheet((enum schema_sheet)i)->form == SHEET_ROWS) {
            struct record row = {.sheet = (uint8_t)i};
            vec_push(book->arena, &table->records, row);
        }
    }
    stratmlloss_report(book->arena, workbook, book->diags);
    book_assert_finding(book, "Thresholds (1)");
    book_assert_finding(book, "Decision Papers (1)");
    assert_null(strstr(book_findings(book), "\u2026"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(sheets_that_are_not_written_are_listed_with_their_rows_BP2097),
        BOOK_TEST(columns_that_are_not_written_are_listed_a_sheet_BP2096),
        BOOK_TEST(values_of_other_series_and_units_are_counted),
        BOOK_TEST(retired_rows_are_told),
        BOOK_TEST(what_hangs_on_a_retired_objective_is_told),
        BOOK_TEST(perspectives_without_objectives_are_told_where_themes_are_goals),
        BOOK_TEST(long_lists_are_told_in_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
