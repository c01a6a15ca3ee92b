#include "base/bounds.h"
#include "workbook/xlsx.h"
#include "workbook/xlsxsheet.h"
#include "zipcase.h"

/* Formats 0 to 4: number, date, percentage, time, date with time. */
#define STYLES                                                                                     \
    XLSX_STYLES("<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='10'/>"                \
                "<xf numFmtId='46'/><xf numFmtId='22'/></cellXfs>")
#define STRINGS XLSX_STRINGS("<si><t>one</t></si><si><t> two </t></si><si><t> </t></si>")

struct grid {
    struct sheets sheets;
    bool read;
};

static struct grid read_grid(struct book *book, const char *book_text, const char *sheet) {
    struct xlsx_case one = {
        .book = book_text, .styles = STYLES, .strings = STRINGS, .sheet = sheet};
    struct zipcase_bytes zip = xlsx_made(book->arena, one);
    struct grid grid = {.read = false};
    grid.read = xlsx_read(book->arena, "in.xlsx", zip.bytes, zip.length, book->diags, &grid.sheets);
    return grid;
}

static const char *cells(struct book *book, const struct grid *grid) {
    static const char kinds[] = {'t', 'n', 'p', 'd', 'b', 'e'};
    struct textbuf out;
    textbuf_init(&out, book->arena);
    const struct sheet *sheet = &grid->sheets.items.items[0];
    for (size_t i = 0; i < sheet->cells.count; i++) {
        const struct cell *cell = &sheet->cells.items[i];
        char date[11] = "";
        if (cell->kind == CELL_DATE)
            date_format(cell->date, date);
        textbuf_printf(&out, "%s%c%u%c:%s%s%s%s", i ? " " : "", (char)('A' + cell->col - 1),
                       cell->row, kinds[cell->kind], cell->kind == CELL_DATE ? date : cell->text,
                       cell->merged ? "+" : "", cell->uncalculated ? "?" : "",
                       cell->early ? "<" : "");
    }
    return textbuf_text(&out);
}

static void expect_all(struct book *book, const char *book_text, const char *sheet,
                       const char *expected) {
    struct grid grid = read_grid(book, book_text, sheet);
    assert_string_equal(book_findings(book), "");
    assert_true(grid.read);
    assert_string_equal(cells(book, &grid), expected);
}

#define EXPECT(inner, expected) expect_all(*state, NULL, XLSX_SHEET(inner), expected)

static void refuse(const char *sheet, const char *finding) {
    struct book *book = book_new();
    assert_false(read_grid(book, NULL, sheet).read);
    assert_refused(book, finding);
    arena_free(book->arena);
}

#define REFUSE(inner, finding) refuse(XLSX_SHEET(inner), finding)

static void cells_have_the_type_they_say(void **state) {
    EXPECT("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><v>12.5</v></c>"
           "<c r='C1' t='n'><v>-3</v></c><c r='D1' t='b'><v>1</v></c>"
           "<c r='E1' t='e'><v>#DIV/0!</v></c><c r='F1' t='str'><f>A1</f><v>a_x000A_b</v></c>"
           "<c r='G1' t='d'><v>2026-10-31T00:00:00</v></c>"
           "<c r='H1' t='inlineStr'><is><t>in</t></is></c><c r='I1' t='odd'><v>x</v></c></row>",
           "A1t:one B1n:12.5 C1n:-3 D1b:1 E1e:#DIV/0! F1t:a\nb G1d:2026-10-31 H1t:in I1t:x");
}

static void texts_in_the_cell_and_shared_ones_mix(void **state) {
    EXPECT("<row><c t='s'><v>1</v></c><c t='inlineStr'><is><r><rPr><b/></rPr><t>rich </t></r>"
           "<r><t>text</t></r><rPh><t>not</t></rPh></is></c></row>",
           "A1t: two  B1t:rich text");
}

static void places_may_be_left_out(void **state) {
    EXPECT("<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row>"
           "<row r='4'><c><v>4</v></c></row><row><c r='B5'><v>5</v></c></row>",
           "A1n:1 D1n:2 E1n:3 A4n:4 B5n:5");
}

static void dates_percentages_and_times_are_known_by_their_format(void **state) {
    EXPECT("<row><c s='1'><v>46326</v></c><c s='2'><v>0.87</v></c><c s='3'><v>1.5</v></c>"
           "<c s='4'><v>46326.75</v></c><c s='4'><v>0.75</v></c><c s='1' t='s'><v>0</v></c>"
           "<c s='1' t='str'><f>A</f><v>n/a</v></c><c s='2'><v>4.9999999999999996E-2</v></c></row>",
           "A1d:2026-10-31 B1p:0.87 C1t:36:00 D1d:2026-10-31 E1t:18:00 F1t:one G1t:n/a "
           "H1p:4.9999999999999996E-2");
}

static void dates_may_be_counted_from_1904(void **state) {
    expect_all(*state, XLSX_BOOK("<workbookPr date1904='true'/>" XLSX_SHEETS),
               XLSX_SHEET("<row><c s='1'><v>44864</v></c><c s='1'><v>0</v></c></row>"),
               "A1d:2026-10-31 B1d:1904-01-01");
}

static void dates_before_march_1900_are_marked(void **state) {
    EXPECT("<row><c s='1'><v>60</v></c><c s='1'><v>61</v></c><c s='1'><v>0</v></c>"
           "<c s='1'><v>-1</v></c><c s='1'><v>999999</v></c><c s='1'><v>later</v></c></row>",
           "A1t:60< B1d:1900-03-01 C1t:0< D1t:-1< E1t:4637-11-25 F1t:later");
}

static void formulas_without_a_result_are_marked(void **state) {
    EXPECT("<row><c><f>1+1</f></c><c><f>1+1</f><v></v></c><c t='str'><f>\"\"</f><v></v></c>"
           "<c><f>0</f><v>0</v></c><c t='str'><f>A</f></c><c><v/></c></row>",
           "A1t:? B1t:? D1n:0 E1t:?");
}

/* Such a workbook was written by a program that cannot calculate. */
static void a_zero_to_be_calculated_on_loading_is_no_result(void **state) {
    expect_all(*state, XLSX_BOOK(XLSX_SHEETS "<calcPr calcId='124519' fullCalcOnLoad='1'/>"),
               XLSX_SHEET("<row><c><f>1+1</f><v>0</v></c><c><v>0</v></c>"
                          "<c><f>1+1</f><v>2</v></c></row>"),
               "A1t:? B1n:0 C1n:2");
}

static void blank_cells_are_dropped(void **state) {
    EXPECT("<row><c s='1'/><c t='s'><v>2</v></c><c t='inlineStr'><is><t/></is></c>"
           "<c><v>1</v></c></row>",
           "D1n:1");
}

static void merged_cells_are_marked_and_any_under_them(void **state) {
    struct book *book = *state;
    expect_all(book, NULL,
               "<worksheet xmlns='" XLSX_SPACE "'><sheetData><row r='1'><c><v>1</v></c><c><v>2</v>"
               "</c><c><v>3</v></c></row><row r='2'><c><v>4</v></c><c><v>5</v></c></row>"
               "<row r='3'><c r='B3'><v>6</v></c><c r='C3'><v>7</v></c></row></sheetData>"
               "<mergeCells count='3'><mergeCell ref='A1:A2'/><mergeCell ref='B2:XFD3'/>"
               "<mergeCell ref='C1:C1'/></mergeCells></worksheet>",
               "A1n:1+ B1n:2 C1n:3 A2n:4+ B2n:5+ B3n:6+ C3n:7+");
}

static void hidden_sheets_rows_and_columns_are_counted(void **state) {
    struct book *book = *state;
    struct grid grid = read_grid(
        book,
        XLSX_BOOK("<sheets><sheet name='Units' state='hidden' sheetId='1' r:id='rId1'/></sheets>"),
        "<worksheet xmlns='" XLSX_SPACE "'><cols><col min='2' max='3' hidden='1'/>"
        "<col min='4' max='4'/><col min='6' max='16384' hidden='true'/></cols><sheetData>"
        "<row hidden='1'><c><v>1</v></c><c r='G1'><v>1</v></c></row><row hidden='1'/>"
        "<row hidden='0'><c><v>1</v></c></row></sheetData></worksheet>");
    assert_true(grid.read);
    const struct sheet *sheet = &grid.sheets.items.items[0];
    assert_true(sheet->hidden);
    assert_int_equal(sheet->hidden_rows, 1);
    assert_int_equal(sheet->hidden_columns, 4); /* B, C, F, G */
}

static void the_strict_dialect_and_any_prefix_are_read(void **state) {
    struct book *book = *state;
    expect_all(book, NULL,
               "<s:worksheet xmlns:s='http://purl.oclc.org/ooxml/spreadsheetml/main'>"
               "<s:sheetData><s:row><s:c t='s'><s:v>0</s:v></s:c></s:row></s:sheetData>"
               "</s:worksheet>",
               "A1t:one");
}

static void comments_drawings_and_extensions_are_not_read(void **state) {
    struct book *book = *state;
    expect_all(book, NULL,
               "<worksheet xmlns='" XLSX_SPACE "' xmlns:x='urn:x'><sheetData><row><c><v>1</v>"
               "<extLst><ext><v>9</v></ext></extLst></c><x:c><v>3</v></x:c></row></sheetData>"
               "<extLst><sheetData><row r='5'><c><v>4</v></c></row></sheetData></extLst>"
               "</worksheet>",
               "A1n:1");
}

static void a_part_without_worksheet_is_no_empty_sheet(void **state) {
    (void)state;
    refuse("<chartsheet xmlns='" XLSX_SPACE "'/>", "error: the file names no cells for the sheet");
}

static void places_must_grow(void **state) {
    (void)state;
    REFUSE("<row r='2'/><row r='2'/>",
           "in.xlsx: error: the row number '2' is out of order or out of range [BP1017]\n"
           "  on the sheet ");
    REFUSE("<row r='1048577'/>", "the row number '1048577'");
    REFUSE("<row r='0'/>", "the row number '0'");
    REFUSE("<row r='x'/>", "the row number 'x'");
    REFUSE("<row r='1048576'/><row/>", "the row number '1048577'");
    REFUSE("<row r='1'><c r='B1'/><c r='A1'/></row>", "the cell number 'A1'");
    REFUSE("<row r='1'><c r='A2'/></row>", "the cell number 'A2'");
    REFUSE("<row r='1'><c r='XFE1'/></row>", "the cell number 'XFE1'");
    REFUSE("<row r='1'><c r='AAAAAAAAAAAA1'/></row>", "the cell number 'AAAAAAAAAAAA1'");
    REFUSE("<row r='1'><c r='1'/></row>", "the cell number '1'");
    REFUSE("<row r='1'><c r='A1:B1'/></row>", "the cell number 'A1:B1'");
    REFUSE("<row r='1'><c r='XFD1'/><c/></row>", "the cell number '16385'");
    refuse("<worksheet xmlns='" XLSX_SPACE "'><cols><col min='0' max='1'/></cols></worksheet>",
           "the column number '0'");
    refuse("<worksheet xmlns='" XLSX_SPACE "'><mergeCells><mergeCell ref='A1'/></mergeCells>"
           "</worksheet>",
           "the merged cell number 'A1'");
}

static void texts_and_formats_that_are_not_there_are_refused_BP1051(void **state) {
    (void)state;
    REFUSE("<row r='3'><c r='B3' t='s'><v>3</v></c></row>",
           "in.xlsx: error: the cell uses text number 3, but the file has 3 [BP1051]\n"
           "  at Units!B3\n");
    REFUSE("<row><c t='s'><v>-1</v></c></row>", "the cell uses text number -1");
    REFUSE("<row><c t='s'><v>4294967296</v></c></row>", "[BP1051]");
    REFUSE("<row><c s='5'><v>1</v></c></row>",
           "the cell uses format number 5, but the file has 5 [BP1051]\n  at Units!A1\n");
}

static void a_text_beyond_the_cap_is_a_finding(void **state) {
    struct book *book = *state;
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_str(&text,
                "<worksheet xmlns='" XLSX_SPACE "'><sheetData><row><c t='inlineStr'><is><t>");
    for (size_t i = 0; i <= BOUND_FIELD_BYTES; i++)
        textbuf_char(&text, 'a');
    textbuf_str(&text, "</t></is></c></row></sheetData></worksheet>");
    assert_true(read_grid(book, NULL, textbuf_text(&text)).read);
    assert_refused(book, "in.xlsx: error: the text is longer than 32768 characters [BP2026]\n"
                         "  at Units!A1\n");
}

/* Ranges that all hold all cells would be looked through a billion times. */
static void a_sea_of_merged_ranges_is_refused(void **state) {
    struct book *book = *state;
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_str(&text, "<worksheet xmlns='" XLSX_SPACE "'><sheetData>");
    for (int i = 0; i < 4000; i++)
        textbuf_str(&text, "<row><c><v>1</v></c></row>");
    textbuf_str(&text, "</sheetData><mergeCells>");
    for (int i = 0; i < 4000; i++)
        textbuf_str(&text, "<mergeCell ref='A1:XFD1048576'/>");
    textbuf_str(&text, "</mergeCells></worksheet>");
    assert_false(read_grid(book, NULL, textbuf_text(&text)).read);
    assert_refused(book, "the workbook has more than 8000000 merged cells [BP1019]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(cells_have_the_type_they_say),
        BOOK_TEST(texts_in_the_cell_and_shared_ones_mix),
        BOOK_TEST(places_may_be_left_out),
        BOOK_TEST(dates_percentages_and_times_are_known_by_their_format),
        BOOK_TEST(dates_may_be_counted_from_1904),
        BOOK_TEST(dates_before_march_1900_are_marked),
        BOOK_TEST(formulas_without_a_result_are_marked),
        BOOK_TEST(a_zero_to_be_calculated_on_loading_is_no_result),
        BOOK_TEST(blank_cells_are_dropped),
        BOOK_TEST(merged_cells_are_marked_and_any_under_them),
        BOOK_TEST(hidden_sheets_rows_and_columns_are_counted),
        BOOK_TEST(the_strict_dialect_and_any_prefix_are_read),
        BOOK_TEST(comments_drawings_and_extensions_are_not_read),
        BOOK_TEST(a_part_without_worksheet_is_no_empty_sheet),
        BOOK_TEST(places_must_grow),
        BOOK_TEST(texts_and_formats_that_are_not_there_are_refused_BP1051),
        BOOK_TEST(a_text_beyond_the_cap_is_a_finding),
        BOOK_TEST(a_sea_of_merged_ranges_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
