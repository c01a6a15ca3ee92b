#include "workbook/spreadsheetml.h"
#include "workbookfixture.h"

#define SHEET "<Worksheet ss:Name='Units'><Table>"
#define TAIL  "</Table></Worksheet></Workbook>"
#define T     "<Data ss:Type='String'>"
#define N     "<Data ss:Type='Number'>"
#define OF    "</Data>"

struct grid {
    struct book *book;
    struct sheets sheets;
    bool read;
};

static struct grid read_grid(struct book *book, const char *text) {
    struct grid grid = {.book = book};
    grid.read =
        spreadsheetml_read(book->arena, "in.xml", text, strlen(text), book->diags, &grid.sheets);
    return grid;
}

/* "A1=text B2=1.5" of the first sheet, with what the reader noted about each cell. */
static const char *cells(const struct grid *grid) {
    static const char kinds[] = {'t', 'n', 'p', 'd', 'b', 'e'};
    struct textbuf out;
    textbuf_init(&out, grid->book->arena);
    const struct sheet *sheet = &grid->sheets.items.items[0];
    for (size_t i = 0; i < sheet->cells.count; i++) {
        const struct cell *cell = &sheet->cells.items[i];
        textbuf_printf(&out, "%s%c%u%c:%s%s%s", i ? " " : "", (char)('A' + cell->col - 1),
                       cell->row, kinds[cell->kind], cell->text, cell->merged ? "+" : "",
                       cell->uncalculated ? "?" : "");
    }
    return textbuf_text(&out);
}

static void expect(struct book *book, const char *body, const char *expected) {
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_printf(&text, "%s%s%s%s", FIXTURE_EXCEL_HEAD, SHEET, body, TAIL);
    struct grid grid = read_grid(book, textbuf_text(&text));
    assert_string_equal(book_findings(book), "");
    assert_true(grid.read);
    assert_string_equal(cells(&grid), expected);
}

static void refuse(struct book *book, const char *text, const char *finding) {
    struct grid grid = read_grid(book, text);
    assert_false(grid.read);
    book_assert_finding(book, finding);
    assert_int_equal(diags_count(book->diags, DIAG_NOTE), 1);
}

static void cells_have_types_and_places(void **state) {
    expect(*state,
           "<Row><Cell>" T " a &amp; b" OF "</Cell><Cell>" N "1.5" OF "</Cell></Row>"
           "<Row><Cell><Data ss:Type='DateTime'>2026-10-31T00:00:00.000</Data></Cell>"
           "<Cell><Data ss:Type='Boolean'>1</Data></Cell>"
           "<Cell><Data ss:Type='Error'>#N/A</Data></Cell></Row>",
           "A1t: a & b B1n:1.5 A2d:2026-10-31T00:00:00.000 B2b:1 C2e:#N/A");
}

static void indices_move_rows_and_cells_on(void **state) {
    expect(*state,
           "<Row ss:Index='3'><Cell ss:Index='2'>" T "x" OF "</Cell><Cell>" T "y" OF
           "</Cell></Row><Row ss:Span='2'/><Row><Cell>" T "z" OF "</Cell></Row>",
           "B3t:x C3t:y A7t:z");
}

static void merged_cells_take_the_room_of_those_they_cover(void **state) {
    expect(*state,
           "<Row><Cell ss:MergeAcross='2'>" T "x" OF "</Cell><Cell>" T "y" OF "</Cell></Row>"
           "<Row><Cell ss:MergeDown='1'>" T "z" OF "</Cell></Row>",
           "A1t:x+ D1t:y A2t:z+");
}

static void a_comment_is_not_part_of_its_cell(void **state) {
    expect(*state,
           "<Row><Cell>" N "5" OF "<Comment ss:Author='me'><ss:Data>note</ss:Data></Comment>"
           "</Cell></Row>",
           "A1n:5");
}

static void formatted_text_is_taken_without_its_format(void **state) {
    expect(*state,
           "<Row><Cell><ss:Data ss:Type='String' xmlns='http://www.w3.org/TR/REC-html40'>a<B>b<I>c"
           "</I></B>d</ss:Data></Cell></Row>",
           "A1t:abcd");
}

static void attributes_without_prefix_are_understood(void **state) {
    expect(*state, "<Row Index='2'><Cell Index='2'><Data Type='Number'>7</Data></Cell></Row>",
           "B2n:7");
}

static void words_typed_as_numbers_become_text(void **state) {
    expect(*state, "<Row><Cell>" N "abc" OF "</Cell><Cell>" N " 5 " OF "</Cell></Row>",
           "A1t:abc B1n:5");
}

static void times_of_day_become_text(void **state) {
    expect(*state,
           "<Row><Cell><Data ss:Type='DateTime'>1899-12-31T10:30:00.000</Data></Cell></Row>",
           "A1t:10:30");
}

static void a_formula_without_result_is_known(void **state) {
    expect(*state,
           "<Row><Cell ss:Formula='=1'/><Cell/><Cell ss:Formula='=2'>" N "2" OF "</Cell></Row>",
           "A1t:? C1n:2");
}

static void percentages_are_known_by_the_style_of_cell_row_column_or_table(void **state) {
    struct book *book = *state;
    struct grid grid = read_grid(
        book, FIXTURE_EXCEL_HEAD
        "<Worksheet ss:Name='Units'><Table ss:StyleID='s9'><Column ss:Index='2' "
        "ss:StyleID='Default' ss:Span='1'/>"
        "<Row><Cell>" N "1" OF "</Cell><Cell>" N "2" OF "</Cell><Cell>" N "3" OF
        "</Cell><Cell ss:StyleID='Default'>" N "4" OF "</Cell></Row>"
        "<Row ss:StyleID='s9'><Cell>" N "5" OF "</Cell><Cell>" N "6" OF "</Cell></Row>" TAIL);
    assert_string_equal(cells(&grid), "A1p:1 B1n:2 C1n:3 D1n:4 A2p:5 B2p:6");
}

static void a_percent_sign_in_quotes_is_no_percentage(void **state) {
    struct book *book = *state;
    struct grid grid = read_grid(
        book, "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' "
              "xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><Styles>"
              "<Style ss:ID='a'><NumberFormat ss:Format='0&quot;%&quot;'/></Style>"
              "<Style ss:ID='b'><NumberFormat ss:Format='0\\%'/></Style>"
              "<Style ss:ID='c'><NumberFormat ss:Format='Percent'/></Style></Styles>" SHEET
              "<Row><Cell ss:StyleID='a'>" N "1" OF "</Cell><Cell ss:StyleID='b'>" N "2" OF
              "</Cell><Cell ss:StyleID='c'>" N "3" OF "</Cell></Row>" TAIL);
    assert_string_equal(cells(&grid), "A1n:1 B1n:2 C1p:3");
}

static void indices_that_go_back_are_refused(void **state) {
    refuse(*state, FIXTURE_EXCEL_HEAD SHEET "<Row ss:Index='2'/>\n <Row ss:Index='2'/>" TAIL,
           "in.xml:6:2: error: the Row number '2' is out of order or out of range [BP1017]");
}

static void indices_beyond_a_sheet_are_refused(void **state) {
    refuse(*state, FIXTURE_EXCEL_HEAD SHEET "<Row><Cell ss:Index='16385'/></Row>" TAIL,
           "the Cell number '16385'");
}

static void indices_that_are_no_numbers_are_refused(void **state) {
    refuse(*state, FIXTURE_EXCEL_HEAD SHEET "<Row ss:Index='-1'/>" TAIL, "the Index number '-1'");
}

#define OWC_HEAD                                                                                   \
    "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' "                              \
    "xmlns:c='urn:schemas-microsoft-com:office:component:spreadsheet' "                            \
    "xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'>\n"

static void rows_merged_by_libreoffice_are_refused_by_name(void **state) {
    refuse(*state, OWC_HEAD SHEET "<Row><Cell ss:MergeDown='1'>" T "x" OF "</Cell></Row>" TAIL,
           "error: LibreOffice wrote this 'Excel 2003 XML', and cells are merged over several rows "
           "[BP1013]\n  at Units!A1\n");
}

static void a_formula_tells_that_libreoffice_wrote_the_file(void **state) {
    refuse(*state,
           FIXTURE_EXCEL_HEAD SHEET "<Row><Cell ss:MergeDown='1'>" T "x" OF
                                    "</Cell><Cell ss:Formula='of:=1'/></Row>" TAIL,
           "[BP1013]");
}

static void hours_that_do_not_exist_are_refused(void **state) {
    refuse(*state,
           OWC_HEAD SHEET "<Row><Cell><Data ss:Type='DateTime'>1899-12-31T36:00:00.000"
                          "</Data></Cell></Row>" TAIL,
           "it holds a time that is none [BP1013]\n  at Units!A1\n");
}

static void percentages_of_libreoffice_are_refused(void **state) {
    refuse(*state,
           OWC_HEAD
           "<Styles><Style ss:ID='a'><NumberFormat ss:Format='Percent'/></Style></Styles>" SHEET
           "<Row><Cell>" N "0.936" OF "</Cell></Row>" TAIL,
           "and cells that were percentages may be plain numbers in it [BP1013]");
}

static void harmless_files_of_libreoffice_are_read_with_a_warning(void **state) {
    struct book *book = *state;
    struct grid grid =
        read_grid(book, OWC_HEAD SHEET "<Row><Cell>" T "x" OF "</Cell><Cell ss:Formula='of:=1/0'>" T
                                       "#DIV/0!" OF "</Cell></Row>" TAIL);
    assert_true(grid.read);
    assert_string_equal(cells(&grid), "A1t:x B1e:#DIV/0!");
    book_assert_finding(book, "warning: LibreOffice wrote this 'Excel 2003 XML'");
}

static void merges_written_by_excel_are_fine(void **state) {
    struct book *book = *state;
    struct grid grid = read_grid(book, FIXTURE_EXCEL_HEAD SHEET "<Row><Cell ss:MergeDown='1'>" T
                                                                "x" OF "</Cell></Row>" TAIL);
    assert_true(grid.read);
}

static void cells_of_unknown_sheets_are_not_kept(void **state) {
    struct book *book = *state;
    struct grid grid =
        read_grid(book, FIXTURE_EXCEL_HEAD "<Worksheet ss:Name='Scratch'><Table>"
                                           "<Row><Cell>" T "x" OF "</Cell></Row>" TAIL);
    assert_true(grid.read);
    assert_int_equal(grid.sheets.items.count, 1);
    assert_int_equal(grid.sheets.items.items[0].cells.count, 0);
}

static void texts_longer_than_a_cell_are_cut_and_reported(void **state) {
    struct book *book = *state;
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_str(&text, FIXTURE_EXCEL_HEAD SHEET "<Row><Cell>" T);
    for (int i = 0; i < 40000; i++)
        textbuf_str(&text, "\xC3\xA9");
    textbuf_str(&text, OF "</Cell></Row>" TAIL);
    struct grid grid = read_grid(book, textbuf_text(&text));
    assert_true(grid.read);
    assert_int_equal(strlen(grid.sheets.items.items[0].cells.items[0].text), 32768);
    book_assert_finding(book, "error: the text is longer than 32768 characters [BP2026]");
}

static void too_many_sheets_are_refused(void **state) {
    struct book *book = *state;
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_str(&text, FIXTURE_EXCEL_HEAD);
    for (int i = 0; i < 300; i++)
        textbuf_str(&text, "<Worksheet ss:Name='x'/>");
    textbuf_str(&text, "</Workbook>");
    refuse(book, textbuf_text(&text), "the workbook has more than 256 sheets [BP1019]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(cells_have_types_and_places),
        BOOK_TEST(indices_move_rows_and_cells_on),
        BOOK_TEST(merged_cells_take_the_room_of_those_they_cover),
        BOOK_TEST(a_comment_is_not_part_of_its_cell),
        BOOK_TEST(formatted_text_is_taken_without_its_format),
        BOOK_TEST(attributes_without_prefix_are_understood),
        BOOK_TEST(words_typed_as_numbers_become_text),
        BOOK_TEST(times_of_day_become_text),
        BOOK_TEST(a_formula_without_result_is_known),
        BOOK_TEST(percentages_are_known_by_the_style_of_cell_row_column_or_table),
        BOOK_TEST(a_percent_sign_in_quotes_is_no_percentage),
        BOOK_TEST(indices_that_go_back_are_refused),
        BOOK_TEST(indices_beyond_a_sheet_are_refused),
        BOOK_TEST(indices_that_are_no_numbers_are_refused),
        BOOK_TEST(rows_merged_by_libreoffice_are_refused_by_name),
        BOOK_TEST(a_formula_tells_that_libreoffice_wrote_the_file),
        BOOK_TEST(hours_that_do_not_exist_are_refused),
        BOOK_TEST(percentages_of_libreoffice_are_refused),
        BOOK_TEST(harmless_files_of_libreoffice_are_read_with_a_warning),
        BOOK_TEST(merges_written_by_excel_are_fine),
        BOOK_TEST(cells_of_unknown_sheets_are_not_kept),
        BOOK_TEST(texts_longer_than_a_cell_are_cut_and_reported),
        BOOK_TEST(too_many_sheets_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
