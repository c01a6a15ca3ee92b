#include "workbook/xlsx.h"
#include "zipcase.h"

#define ROW(inner) "<row>" inner "</row>"
#define T(text)    "<c t='inlineStr'><is><t>" text "</t></is></c>"

static struct zipcase_bytes units(struct book *book, const char *inner) {
    return xlsx_made(
        book->arena,
        (struct xlsx_case){.styles = XLSX_STYLES("<cellXfs><xf/><xf numFmtId='14'/></cellXfs>"),
                           .sheet = arena_printf(book->arena,
                                                 "<worksheet xmlns='%s'><sheetData>%s</sheetData>"
                                                 "</worksheet>",
                                                 XLSX_SPACE, inner)});
}

static void read_all(struct book *book, struct zipcase_bytes zip) {
    book->result = workbook_read(book->arena, "plan.xlsx", zip.bytes, zip.length, book->diags,
                                 &book->workbook);
}

static void a_workbook_becomes_records(void **state) {
    struct book *book = *state;
    read_all(book, units(book, ROW(T("Unit ID") T("Unit Name") T("Unit Kind") T("Approved On"))
                                   ROW(T("U0") T("Head office")
                                           T("enterprise") "<c s='1'><v>46326</v></c>")));
    assert_int_equal(book->result, WORKBOOK_READ);
    assert_int_equal(book->workbook->format, WORKBOOK_XLSX);
    assert_string_equal(book_field(book, SHEET_UNITS, 0, COLUMN_UNITS_ID)->text, "U0");
    assert_string_equal(book_field(book, SHEET_UNITS, 0, COLUMN_UNITS_APPROVED_ON)->text,
                        "2026-10-31");
}

static void findings_name_file_and_cell_without_a_line(void **state) {
    struct book *book = *state;
    read_all(book, units(book, ROW(T("Unit ID") T("Unit Name") T("Unit Kind"))
                                   ROW(T("U 0") T("Head office") T("enterprise"))
                                       ROW(T("U1") T("Donors") T("shop"))));
    assert_int_equal(book->result, WORKBOOK_READ);
    book_assert_finding(book, "plan.xlsx: error: 'U 0' is not an id [BP2012]\n  at Units!A2\n");
    book_assert_finding(book, "plan.xlsx: error: 'shop' is not one of: ");
    book_assert_finding(book, "  at Units!C3\n");
}

static void dates_before_march_1900_are_findings_where_they_are_read_BP2041(void **state) {
    struct book *book = *state;
    read_all(book,
             units(book,
                   ROW(T("Unit ID") T("Unit Name") T("Unit Kind") T("Approved On") T("My own"))
                       ROW(T("U0") T("Head office")
                               T("enterprise") "<c s='1'><v>0</v></c><c s='1'><v>0</v></c>")));
    book_assert_finding(book, "plan.xlsx: error: the date with the serial number 0 lies before "
                              "1900-03-01 [BP2041]\n  at Units!D2\n");
    assert_null(strstr(book_findings(book), "Units!E2"));
}

static void sheets_of_other_names_are_not_even_unpacked(void **state) {
    struct book *book = *state;
    struct sheets sheets = {.items = {.count = 0}};
    struct zipcase_bytes zip = xlsx_made(
        book->arena,
        (struct xlsx_case){.book = XLSX_BOOK("<sheets><sheet name='Mine' sheetId='1' r:id='rId1'/>"
                                             "</sheets>"),
                           .sheet = "no XML at all"});
    assert_true(xlsx_read(book->arena, "in.xlsx", zip.bytes, zip.length, book->diags, &sheets));
    assert_int_equal(sheets.items.count, 1);
    assert_false(sheets.items.items[0].known);
}

static void a_broken_part_refuses_the_whole(void **state) {
    static const struct xlsx_case broken[] = {{.styles = "<"}, {.strings = "<"}, {.sheet = "<"},
                                              {.book = "<"},   {.links = "<"},   {.root = "<"}};
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        struct book *book = book_new();
        read_all(book, xlsx_made(book->arena, broken[i]));
        assert_int_equal(book->result, WORKBOOK_UNREADABLE);
        assert_refused(book, "is damaged at line 1, column ");
        arena_free(book->arena);
    }
}

static void too_many_sheets_are_refused(void **state) {
    struct book *book = *state;
    struct sheets sheets = {.items = {.count = 0}};
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_str(&text, "<workbook xmlns='" XLSX_SPACE "' xmlns:r='" XLSX_RELATIONS "'><sheets>");
    for (int i = 0; i < 300; i++)
        textbuf_str(&text, "<sheet name='Mine' sheetId='1' r:id='rId1'/>");
    textbuf_str(&text, "</sheets></workbook>");
    struct zipcase_bytes zip =
        xlsx_made(book->arena, (struct xlsx_case){.book = textbuf_text(&text)});
    assert_false(xlsx_read(book->arena, "in.xlsx", zip.bytes, zip.length, book->diags, &sheets));
    assert_refused(book, "the workbook has more than 256 sheets [BP1019]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(a_workbook_becomes_records),
        BOOK_TEST(findings_name_file_and_cell_without_a_line),
        BOOK_TEST(dates_before_march_1900_are_findings_where_they_are_read_BP2041),
        BOOK_TEST(sheets_of_other_names_are_not_even_unpacked),
        BOOK_TEST(a_broken_part_refuses_the_whole),
        BOOK_TEST(too_many_sheets_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
