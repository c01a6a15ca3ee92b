#include "unit/workbookfixture.h"

#define PROCESSES                                                                                  \
    "#Processes\n"                                                                                 \
    "Process ID|Process|Process Group|Primary Owner Function\n"                                    \
    "PR1|Scorecard management|core|OSM\n"                                                          \
    "n:2|Strategy Reviews|core|OSM\n"

static void map(struct book *book, const char *sheets) {
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_str(&text, FIXTURE_ALL PROCESSES);
    textbuf_str(&text, sheets);
    book_read(book, book_flat(book, textbuf_text(&text)));
}

/* "Ann PR1 0.5 @B2, ..." */
static void assert_shares(struct book *book, const char *expected) {
    struct textbuf text;
    textbuf_init(&text, book->arena);
    const struct table *table = &book->workbook->tables[SHEET_STAFFING];
    for (size_t i = 0; i < table->records.count; i++) {
        const struct record *record = &table->records.items[i];
        struct place place = workbook_place(book->workbook, record, COLUMN_STAFFING_FTE);
        const char *cell = diag_cell(book->arena, place);
        textbuf_printf(&text, "%s%s %s %s @%s", i ? ", " : "",
                       workbook_field(record, COLUMN_STAFFING_NAME)->text,
                       workbook_field(record, COLUMN_STAFFING_PROCESS)->text,
                       workbook_field(record, COLUMN_STAFFING_FTE)->text, strchr(cell, '!') + 1);
    }
    assert_string_equal(textbuf_text(&text), expected);
}

static void a_column_for_each_process_gives_shares(void **state) {
    struct book *book = *state;
    map(book, "#Staffing Matrix\n"
              "Role or Person|PR1|strategy  reviews\n"
              "Ann|n:0.5|n:0.5\n"
              "Ben||n:1\n"
              "Eve|-|n:0\n"
              "Total|n:0.5|n:1.5\n");
    book_assert_finding(book, "the row 'Total' was skipped as a total or note [BP2010]");
    assert_int_equal(diags_count(book->diags, DIAG_WARNING), 0);
    assert_shares(book, "Ann PR1 0.5 @B2, Ann 2 0.5 @C2, Ben 2 1 @C3");
}

static void each_of_its_names_is_known(void **state) {
    static const char *const names[] = {"Staffing Matrix", "staffing  wide", "Person by Process"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct book *book = book_new();
        map(book, arena_printf(book->arena, "#%s\nPerson|PR1\nAnn|n:1\n", names[i]));
        book_assert_clean(book);
        assert_shares(book, "Ann PR1 1 @B2");
        arena_free(book->arena);
    }
    (void)state;
}

static void the_sheet_staffing_itself_may_be_wide(void **state) {
    struct book *book = *state;
    map(book, "#Staffing\n"
              "Who works on what\n"
              "Role|Unit ID|n:2|Line|Scorecard Management\n"
              "Ann|U1|n:0.25|dotted|n:0.75\n");
    book_assert_clean(book);
    assert_shares(book, "Ann 2 0.25 @C3, Ann PR1 0.75 @E3");
    const struct record *record = &book->workbook->tables[SHEET_STAFFING].records.items[1];
    assert_string_equal(workbook_field(record, COLUMN_STAFFING_UNIT)->text, "U1");
    assert_int_equal(workbook_field(record, COLUMN_STAFFING_LINE)->choice, 1);
}

static void a_process_id_makes_the_long_form(void **state) {
    struct book *book = *state;
    map(book, "#Staffing\nRole or Person|Process ID|FTE\nAnn|PR1|n:0.5\n");
    book_assert_clean(book);
    assert_shares(book, "Ann PR1 0.5 @C2");
}

static void the_processes_may_stand_behind_the_matrix(void **state) {
    struct book *book = *state;
    book_read(book, book_flat(book, "#Staffing Matrix\nRole|PR1\nAnn|n:1\n" PROCESSES FIXTURE_ALL));
    book_assert_clean(book);
    assert_shares(book, "Ann PR1 1 @B2");
}

static void a_column_of_no_process_is_an_error_BP3978(void **state) {
    struct book *book = *state;
    map(book, "#Staffing Matrix\nRole|PR1|Strategy Review\nAnn|n:0.5|n:0.5\n");
    book_assert_finding(book, "the column 'Strategy Review' is headed by no process [BP3978]\n"
                              "  at 'Staffing Matrix'!C1\n"
                              "  did you mean 'Strategy Reviews'?\n");
    assert_true(book->workbook->tables[SHEET_STAFFING].unread);
    assert_int_equal(diags_count(book->diags, DIAG_ERROR), 1);
}

static void a_process_twice_is_an_error(void **state) {
    struct book *book = *state;
    map(book, "#Staffing Matrix\nRole|PR1|Scorecard management\nAnn|n:0.5|n:0.5\n");
    book_assert_finding(book, "the title 'Scorecard management' stands twice, also in "
                              "'Staffing Matrix'!B1 [BP2006]");
}

static void totals_beside_the_processes_are_noted(void **state) {
    struct book *book = *state;
    map(book, "#Staffing Matrix\nRole|PR1|Total FTE\nAnn|n:0.5|n:0.5\n");
    book_assert_finding(book, "computed or remark columns not read: 'Total FTE' [BP2030]");
    assert_int_equal(diags_count(book->diags, DIAG_WARNING), 0);
    assert_shares(book, "Ann PR1 0.5 @B2");
}

static void shares_without_a_role_are_errors(void **state) {
    struct book *book = *state;
    map(book, "#Staffing Matrix\nRole|PR1\n|n:0.5\n");
    book_assert_finding(book, "the row has content but no 'Role or Person' [BP2009]\n"
                              "  at 'Staffing Matrix'!A2\n");
    assert_shares(book, "");
}

static void what_is_no_number_is_reported_at_its_cell(void **state) {
    struct book *book = *state;
    map(book, "#Staffing Matrix\nRole|PR1|2\nAnn|half|e:#REF!\n");
    book_assert_finding(book, "at 'Staffing Matrix'!B2\n");
    book_assert_finding(book, "the cell shows the error #REF! [BP2024]\n"
                              "  at 'Staffing Matrix'!C2\n");
}

static void a_matrix_without_header_is_an_error(void **state) {
    struct book *book = *state;
    map(book, "#Staffing Matrix\nAnn|n:1\n");
    book_assert_finding(book, "the sheet 'Staffing Matrix' has no header row [BP2004]");
}

static void two_matrices_are_an_error(void **state) {
    struct book *book = *state;
    map(book, "#Staffing Matrix\nRole|PR1\nAnn|n:1\n#Staffing Wide\nRole|PR1\nAnn|n:1\n");
    book_assert_finding(book, "the sheets 'Staffing Matrix' and 'Staffing Wide' are both taken for "
                              "'Staffing Matrix' [BP2003]");
}

static void merged_cells_are_errors(void **state) {
    struct book *book = *state;
    map(book, "#Staffing Matrix\nRole|PR1|2\nm:Ann|n:1\n");
    book_assert_finding(book, "merged cells in the table [BP2008]\n  at 'Staffing Matrix'!A2\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(a_column_for_each_process_gives_shares),
        BOOK_TEST(each_of_its_names_is_known),
        BOOK_TEST(the_sheet_staffing_itself_may_be_wide),
        BOOK_TEST(a_process_id_makes_the_long_form),
        BOOK_TEST(the_processes_may_stand_behind_the_matrix),
        BOOK_TEST(a_column_of_no_process_is_an_error_BP3978),
        BOOK_TEST(a_process_twice_is_an_error),
        BOOK_TEST(totals_beside_the_processes_are_noted),
        BOOK_TEST(shares_without_a_role_are_errors),
        BOOK_TEST(what_is_no_number_is_reported_at_its_cell),
        BOOK_TEST(a_matrix_without_header_is_an_error),
        BOOK_TEST(two_matrices_are_an_error),
        BOOK_TEST(merged_cells_are_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
