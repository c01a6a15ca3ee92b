#include "workbook/flatodf.h"
#include "workbookfixture.h"

#define SHEET                "<table:table table:name='Units'>"
#define TAIL                 "</table:table>" FIXTURE_FLAT_TAIL
#define ROW                  "<table:table-row>"
#define END                  "</table:table-row>"
#define C(attributes, inner) "<table:table-cell" attributes ">" inner "</table:table-cell>"
#define S(text)              C(" office:value-type='string'", "<text:p>" text "</text:p>")
#define N(value)             C(" office:value-type='float' office:value='" value "'", "<text:p>shown</text:p>")

struct grid {
    struct book *book;
    struct sheets sheets;
    bool read;
};

static struct grid read_grid(struct book *book, const char *text) {
    struct grid grid = {.book = book};
    grid.read = flatodf_read(book->arena, "in.fods", text, strlen(text), book->diags, &grid.sheets);
    return grid;
}

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
        if (cell->across > 1 || cell->down > 1)
            textbuf_printf(&out, "*%ux%u", cell->across, cell->down);
    }
    return textbuf_text(&out);
}

static void expect(struct book *book, const char *body, const char *expected) {
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_printf(&text, "%s%s%s%s", FIXTURE_FLAT_HEAD FIXTURE_FLAT_BODY, SHEET, body, TAIL);
    struct grid grid = read_grid(book, textbuf_text(&text));
    assert_string_equal(book_findings(book), "");
    assert_true(grid.read);
    assert_string_equal(cells(&grid), expected);
}

static void refuse(struct book *book, const char *body, const char *finding) {
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_printf(&text, "%s%s%s%s", FIXTURE_FLAT_HEAD FIXTURE_FLAT_BODY, SHEET, body, TAIL);
    assert_false(read_grid(book, textbuf_text(&text)).read);
    book_assert_finding(book, finding);
    assert_int_equal(diags_count(book->diags, DIAG_NOTE), 1);
}

static void a_cells_value_is_its_attribute(void **state) {
    expect(*state,
           ROW N("0.8725") C(" office:value-type='percentage' office:value='0.87'", "")
               C(" office:value-type='date' office:date-value='2026-10-31'",
                 "<text:p>31.10.26</text:p>")
                   C(" office:value-type='boolean' office:boolean-value='true'", "")
                       C(" office:value-type='currency' office:value='12'", "") END,
           "A1n:0.8725 B1p:0.87 C1d:2026-10-31 D1b:TRUE E1n:12");
}

static void text_is_that_of_its_paragraphs(void **state) {
    expect(*state,
           ROW C(" office:value-type='string'",
                 "<office:annotation><text:p>note</text:p></office:annotation>"
                 "<text:p> a  <text:span>b</text:span>\n c<text:s text:c='2'/>d<text:tab/>e"
                 "</text:p><text:p>f<text:line-break/><text:a>g</text:a></text:p>") END,
           "A1t:a b c  d\te\nf\ng");
}

static void a_string_value_comes_before_the_shown_text(void **state) {
    expect(*state,
           ROW C(" office:value-type='string' office:string-value='true text'",
                 "<text:p>shown</text:p>") END,
           "A1t:true text");
}

static void repeats_are_kept_as_counts(void **state) {
    expect(*state,
           "<table:table-row table:number-rows-repeated='1000000'><table:table-cell "
           "table:number-columns-repeated='16384'/></table:table-row>"
           "<table:table-row table:number-rows-repeated='2'><table:table-cell "
           "table:number-columns-repeated='2'/>" C(
               " office:value-type='float' office:value='5' table:number-columns-repeated='3'", "")
               S("x") END ROW S("y") END,
           "C1000001n:5*3x2 F1000001t:x*1x2 A1000003t:y");
}

static void covered_cells_hold_their_place(void **state) {
    expect(*state,
           ROW C(" office:value-type='string' table:number-columns-spanned='2'",
                 "<text:p>x</text:p>") "<table:covered-table-cell><text:p>hidden</text:p></"
                                       "table:covered-table-cell>" S("y") END,
           "A1t:x+ C1t:y");
}

static void rows_in_groups_are_rows(void **state) {
    expect(*state,
           "<table:table-header-rows>" ROW S("a") END
           "</table:table-header-rows>"
           "<table:table-row-group><table:table-rows>" ROW S("b") END
           "</table:table-rows></table:table-row-group>" ROW S("c") END,
           "A1t:a A2t:b A3t:c");
}

static void tables_in_cells_and_drawings_are_skipped(void **state) {
    expect(*state,
           "<table:shapes><table:table>" ROW S("s") END "</table:table></table:shapes>" ROW C(
               "", "<table:table table:name='inner'>" ROW S("i") END "</table:table>") S("y") END,
           "B1t:y");
}

static void errors_are_known_by_their_type(void **state) {
    expect(*state,
           ROW C(" office:value-type='string' office:string-value='' calcext:value-type='error' "
                 "table:formula='of:=1/0'",
                 "<text:p>#DIV/0!</text:p>")
           /* as Gnumeric writes it; a text that only looks like one is none */
           C(" office:value-type='string' table:formula='of:=1/0'", "<text:p>#DIV/0!</text:p>")
               S("#DIV/0!") END,
           "A1e:#DIV/0! B1e:#DIV/0! C1t:#DIV/0!");
}

static void a_formula_without_result_is_known(void **state) {
    expect(*state,
           ROW C(" table:formula='of:=1'", "")
               C(" table:formula='of:=\"\"' office:value-type='string' office:string-value=''", "")
                   END,
           "A1t:?");
}

static void times_become_text(void **state) {
    expect(*state, ROW C(" office:value-type='time' office:time-value='PT09H30M00S'", "") END,
           "A1t:09:30");
}

static void numbers_of_other_writers_are_read(void **state) {
    struct book *book = *state;
    struct grid grid =
        read_grid(book, FIXTURE_FLAT_HEAD FIXTURE_FLAT_BODY SHEET ROW N("0.872500000000000000002")
                            N("9.0E+3") N("") N("1E+40") N("0.3333333333333333") END TAIL);
    const struct sheet *sheet = &grid.sheets.items.items[0];
    assert_int_equal(sheet->cells.count, 4);
    assert_false(sheet->cells.items[0].rounded); /* its first 15 digits say all */
    assert_int_equal(sheet->cells.items[0].number.micro, 872500);
    assert_int_equal(sheet->cells.items[1].number.micro, 9000 * DECIMAL_ONE);
    assert_true(sheet->cells.items[2].out_of_range);
    assert_int_equal(sheet->cells.items[2].col, 4);
    assert_true(sheet->cells.items[3].rounded);
}

#define NUMBER_SPACE " xmlns:number='urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0'"

/* Gnumeric writes percentages as plain numbers in cells of a percentage style. */
static void numbers_of_a_percentage_style_are_percentages(void **state) {
    struct book *book = *state;
    struct grid grid = read_grid(
        book, FIXTURE_FLAT_HEAD
        "<office:styles" NUMBER_SPACE "><number:percentage-style style:name='P'/>"
        "<number:number-style style:name='N'/></office:styles>"
        "<office:automatic-styles><style:style style:name='p' style:data-style-name='P'/>"
        "<style:style style:name='q' style:parent-style-name='p'/>"
        "<style:style style:name='n' style:data-style-name='N' style:parent-style-name='p'/>"
        "</office:automatic-styles>" FIXTURE_FLAT_BODY SHEET
        "<table:table-column table:number-columns-repeated='4'/>"
        "<table:table-column table:default-cell-style-name='p'/><table:table-column/>" ROW C(
            " table:style-name='p' office:value-type='float' office:value='0.5'",
            "") C(" table:style-name='q' office:value-type='float' office:value='0.5'", "")
            C(" table:style-name='n' office:value-type='float' office:value='0.5'", "") N("0.5")
                N("0.5") N("0.5") END "<table:table-row table:default-cell-style-name='q'>" N("0.5")
                    END "<table:table-row table:default-cell-style-name='n'>"
                        "<table:table-cell table:number-columns-repeated='4'/>" N("0.5") END TAIL);
    assert_true(grid.read);
    assert_string_equal(cells(&grid), "A1p:0.5 B1p:0.5 C1n:0.5 D1n:0.5 E1p:0.5 F1n:0.5 A2p:0.5 "
                                      "E3n:0.5");
}

static void a_filled_cell_repeated_too_often_is_refused(void **state) {
    refuse(*state,
           ROW C(" office:value-type='float' office:value='5' table:number-columns-repeated='1025'",
                 "") END,
           "error: a filled cell is repeated 1025 times [BP1018]\n  at Units!A1\n");
}

static void a_filled_row_repeated_too_often_is_refused(void **state) {
    refuse(*state, "<table:table-row table:number-rows-repeated='999999999'>" S("x") END,
           "error: a filled row is repeated 999999999 times [BP1018]");
}

static void a_row_repeated_to_the_end_of_numbers_is_refused(void **state) {
    refuse(*state, "<table:table-row table:number-rows-repeated='2147483647'>" S("x") END,
           "error: a filled row is repeated 2147483647 times [BP1018]");
}

static void a_repeat_of_too_many_digits_leads_out_of_the_sheet(void **state) {
    refuse(*state, ROW "<table:table-cell table:number-columns-repeated='99999999999'/>" S("x") END,
           "the column number '4294967295' is out of order or out of range [BP1017]");
}

static void a_row_beyond_the_sheet_is_refused(void **state) {
    refuse(*state, "<table:table-row table:number-rows-repeated='1048576'/>" ROW S("x") END,
           "the row number '1048577' is out of order or out of range [BP1017]");
}

static void hidden_sheets_rows_and_columns_are_noted(void **state) {
    struct book *book = *state;
    struct grid grid = read_grid(
        book, FIXTURE_FLAT_HEAD
        "<office:automatic-styles><style:style style:name='ta2' style:family='table'>"
        "<style:table-properties "
        "table:display='false'/></style:style></office:automatic-styles>" FIXTURE_FLAT_BODY
        "<table:table table:name='Units' table:style-name='ta2'>"
        "<table:table-column table:number-columns-repeated='2'/><table:table-column "
        "table:visibility='collapse' table:number-columns-repeated='16382'/>"
        "<table:table-row table:visibility='filter'>" S("a") S("b") S("c") END
        "<table:table-row table:visibility='collapse' table:number-rows-repeated='9'/>" TAIL);
    const struct sheet *sheet = &grid.sheets.items.items[0];
    assert_true(sheet->hidden);
    assert_int_equal(sheet->hidden_rows, 1);
    assert_int_equal(sheet->hidden_columns, 1);
}

static void a_sea_of_repeated_blanks_costs_nothing(void **state) {
    struct book *book = *state;
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_str(&text, FIXTURE_FLAT_HEAD FIXTURE_FLAT_BODY SHEET);
    for (int i = 0; i < 1000; i++)
        textbuf_str(&text, "<table:table-row table:number-rows-repeated='999999999'>"
                           "<table:table-cell table:number-columns-repeated='999999999'/>" END);
    textbuf_str(&text, TAIL);
    size_t before = arena_used(book->arena);
    assert_true(read_grid(book, textbuf_text(&text)).read);
    assert_true(arena_used(book->arena) - before < 1024 * 1024);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(a_cells_value_is_its_attribute),
        BOOK_TEST(text_is_that_of_its_paragraphs),
        BOOK_TEST(a_string_value_comes_before_the_shown_text),
        BOOK_TEST(repeats_are_kept_as_counts),
        BOOK_TEST(covered_cells_hold_their_place),
        BOOK_TEST(rows_in_groups_are_rows),
        BOOK_TEST(tables_in_cells_and_drawings_are_skipped),
        BOOK_TEST(errors_are_known_by_their_type),
        BOOK_TEST(a_formula_without_result_is_known),
        BOOK_TEST(times_become_text),
        BOOK_TEST(numbers_of_other_writers_are_read),
        BOOK_TEST(numbers_of_a_percentage_style_are_percentages),
        BOOK_TEST(a_filled_cell_repeated_too_often_is_refused),
        BOOK_TEST(a_filled_row_repeated_too_often_is_refused),
        BOOK_TEST(a_row_repeated_to_the_end_of_numbers_is_refused),
        BOOK_TEST(a_repeat_of_too_many_digits_leads_out_of_the_sheet),
        BOOK_TEST(a_row_beyond_the_sheet_is_refused),
        BOOK_TEST(hidden_sheets_rows_and_columns_are_noted),
        BOOK_TEST(a_sea_of_repeated_blanks_costs_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
