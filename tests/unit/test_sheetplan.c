#include "export/looks.h"
#include "export/sheetplan.h"
#include "workbookfixture.h"

#define HEAD "<workbook xmlns='" SCHEMA_NAMESPACE "' version='1.0'>"
#define TAIL "</workbook>"

static const struct sheetplan_cell *cell_at(const struct sheetplan_sheet *sheet, uint32_t row,
                                            uint32_t col) {
    for (size_t i = 0; i < sheet->cells.count; i++)
        if (sheet->cells.items[i].row == row && sheet->cells.items[i].col == col)
            return &sheet->cells.items[i];
    fail_msg("no cell in row %u, column %u", row, col);
    return &sheet->cells.items[0];
}

static const struct sheetplan_sheet *planned(struct book *book, const char *xml,
                                             enum schema_sheet kind, bool every) {
    book_read(book, xml);
    const struct sheetplan_sheet *sheet =
        sheetplan_sheet_of(sheetplan_of(book->arena, book->workbook, every), kind);
    assert_non_null(sheet);
    return sheet;
}

static void only_columns_that_are_used_or_needed_are_there(void **state) {
    const struct sheetplan_sheet *sheet =
        planned(*state, HEAD "<themes><theme id='T1' name='x' order='7'/></themes>" TAIL,
                SHEET_THEMES, false);
    assert_int_equal(sheet->columns.count, 3);
    assert_string_equal(cell_at(sheet, 1, 1)->text, "Theme ID *");
    assert_int_equal(cell_at(sheet, 1, 1)->look, SHEETPLAN_HEAD_REQUIRED);
    assert_string_equal(cell_at(sheet, 1, 3)->text, "Display Order");
    assert_int_equal(cell_at(sheet, 1, 3)->look, SHEETPLAN_HEAD);
    assert_int_equal(sheet->rows, 2);
    assert_int_equal(sheet->key, 1);
}

static void a_workbook_to_fill_in_has_every_sheet_and_column(void **state) {
    struct book *book = *state;
    book_read(book, HEAD TAIL);
    const struct sheetplan *plan = sheetplan_of(book->arena, book->workbook, true);
    assert_int_equal(plan->sheets.count, SHEET_COUNT);
    for (size_t i = 0; i < plan->sheets.count; i++) {
        const struct sheetplan_sheet *sheet = &plan->sheets.items[i];
        const struct schema_sheet_def *def = schema_sheet(sheet->kind);
        assert_int_equal(sheet->notes.count, def->column_count);
        assert_int_equal(sheet->properties ? sheet->rows - 1 : sheet->columns.count,
                         def->column_count);
    }
    book_read(book, HEAD TAIL);
    assert_int_equal(sheetplan_of(book->arena, book->workbook, false)->sheets.count, 0);
}

static void a_header_has_two_titles_at_least(void **state) {
    const struct sheetplan_sheet *sheet =
        planned(*state, HEAD "<thresholds/>" TAIL, SHEET_THRESHOLDS, false);
    assert_int_equal(sheet->columns.count, 2);
}

static void cells_are_typed(void **state) {
    const struct sheetplan_sheet *sheet = planned(
        *state,
        HEAD
        "<initiatives><initiative id='007' name='x' unit='U0' owner='y' objectives='O1;O2'"
        " start='2026-01-02' end='1900-02-28' budget='1250000.5' spent='9199999999999.999999'"
        " forecast='12%' complete='55' crossFunctional='Y' state='active'/></initiatives>" TAIL,
        SHEET_INITIATIVES, false);
    const struct {
        uint32_t col;
        enum cell_kind kind;
        const char *text;
    } expected[] = {
        {1, CELL_TEXT, "007"},         {5, CELL_TEXT, "O1; O2"},
        {6, CELL_DATE, "2026-01-02"},  {7, CELL_TEXT, "1900-02-28"},
        {8, CELL_NUMBER, "1250000.5"}, {9, CELL_TEXT, "9199999999999.999999"},
        {10, CELL_PERCENT, "12%"},     {11, CELL_NUMBER, "55"},
        {12, CELL_TEXT, "Y"},          {13, CELL_TEXT, "active"},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        const struct sheetplan_cell *cell = cell_at(sheet, 2, expected[i].col);
        assert_int_equal(cell->kind, expected[i].kind);
        assert_string_equal(cell->text, expected[i].text);
    }
    assert_int_equal(cell_at(sheet, 2, 10)->number.micro, 120000);
}

static void numbers_as_text_follow_the_number_style(void **state) {
    struct book *book = *state;
    book_read(book, HEAD "<organization numberStyle='1.234,56'/><budgetLines><budgetLine id='B'"
                         " unit='U' amount='12.5'/></budgetLines>" TAIL);
    const struct sheetplan_sheet *sheet =
        sheetplan_sheet_of(sheetplan_of(book->arena, book->workbook, false), SHEET_BUDGET_LINES);
    assert_string_equal(cell_at(sheet, 2, 3)->text, "12,5");
}

static void choices_that_are_numbers_become_numbers(void **state) {
    const struct sheetplan_sheet *sheet =
        planned(*state, HEAD "<organization conventionVersion='1.0' numberStyle='1234.56'/>" TAIL,
                SHEET_ORGANIZATION, false);
    for (size_t i = 0; i < sheet->cells.count; i++)
        assert_int_equal(sheet->cells.items[i].kind, CELL_TEXT);
    sheet = planned(*state, HEAD "<organization conventionVersion='1'/>" TAIL, SHEET_ORGANIZATION,
                    false);
    assert_int_equal(cell_at(sheet, sheet->rows, 2)->kind, CELL_NUMBER);
}

static void lists_offer_words_and_ids(void **state) {
    struct book *book = *state;
    const struct sheetplan_sheet *sheet = planned(book, HEAD TAIL, SHEET_UNITS, true);
    assert_int_equal(sheet->lists.count, 3);
    assert_int_equal(sheet->lists.items[0].target, SHEET_UNITS);
    assert_null(sheet->lists.items[0].choices);
    assert_string_equal(sheet->lists.items[1].choices, "enterprise;business;support;partner");
    assert_int_equal(sheet->lists.items[1].first_row, 2);
    assert_int_equal(sheet->lists.items[1].last_row, sheetplan_reach(sheet));
}

static void notes_say_what_belongs_in_a_column(void **state) {
    const struct sheetplan_sheet *sheet = planned(*state, HEAD TAIL, SHEET_UNITS, true);
    assert_string_equal(sheet->notes.items[3].text,
                        "What the unit is.\n"
                        "Must be filled: one of enterprise, business, support, partner.\n"
                        "Example: business");
}

static void prose_comes_first_and_is_no_data(void **state) {
    struct book *book = *state;
    book_read(book, HEAD "<themes/>" TAIL);
    struct sheetplan *plan = sheetplan_of(book->arena, book->workbook, false);
    sheetplan_prose(plan, "Read me", "# Title\n\nText\n## Heading");
    assert_int_equal(plan->sheets.count, 2);
    const struct sheetplan_sheet *sheet = &plan->sheets.items[0];
    assert_int_equal(sheet->kind, SHEET_NONE);
    assert_int_equal(cell_at(sheet, 1, 1)->look, SHEETPLAN_TITLE);
    assert_string_equal(cell_at(sheet, 3, 1)->text, "Text");
    assert_string_equal(cell_at(sheet, 4, 1)->text, "Heading");
    assert_int_equal(plan->sheets.items[1].kind, SHEET_THEMES);
}

static void areas_are_named_in_both_notations(void **state) {
    struct book *book = *state;
    book_read(book, HEAD TAIL);
    const struct sheetplan *plan = sheetplan_of(book->arena, book->workbook, true);
    const struct sheetplan_sheet *sheet = sheetplan_sheet_of(plan, SHEET_PRACTICES);
    assert_string_equal(sheetplan_area(plan, sheet, 28, 2, 9, true),
                        "'Best Practices'!$AB$2:$AB$9");
    assert_string_equal(sheetplan_area(plan, sheet, 1, 2, 9, false),
                        "$'Best Practices'.$A$2:.$A$9");
}

static void rows_are_as_high_as_their_text(void **state) {
    const struct sheetplan_sheet *sheet =
        planned(*state,
                HEAD "<themes><theme id='T1' name='x'><description>a&#10;b&#10;c</description>"
                     "</theme><theme id='T2' name='x'/></themes>" TAIL,
                SHEET_THEMES, false);
    assert_int_equal(sheet->lines.items[1], 3);
    assert_int_equal(sheet->lines.items[2], 1);
    assert_true(looks_row_height(sheet, 2) > 2 * looks_row_height(sheet, 3));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(only_columns_that_are_used_or_needed_are_there),
        BOOK_TEST(a_workbook_to_fill_in_has_every_sheet_and_column),
        BOOK_TEST(a_header_has_two_titles_at_least),
        BOOK_TEST(cells_are_typed),
        BOOK_TEST(numbers_as_text_follow_the_number_style),
        BOOK_TEST(choices_that_are_numbers_become_numbers),
        BOOK_TEST(lists_offer_words_and_ids),
        BOOK_TEST(notes_say_what_belongs_in_a_column),
        BOOK_TEST(prose_comes_first_and_is_no_data),
        BOOK_TEST(areas_are_named_in_both_notations),
        BOOK_TEST(rows_are_as_high_as_their_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
