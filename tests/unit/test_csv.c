#include "workbook/csv.h"
#include "workbookfixture.h"

/* One file read as the sheet its name says. */
struct page {
    struct book *book;
    struct sheets sheets;
    bool read;
};

static struct page *read_bytes(struct book *book, const char *name, const char *bytes,
                               size_t length) {
    struct page *page = arena_alloc(book->arena, sizeof *page);
    page->book = book;
    enum schema_sheet kind;
    const char *title = csv_title(book->arena, name, &kind);
    struct sheet_builder builder = {.arena = book->arena,
                                    .diags = book->diags,
                                    .path = arena_printf(book->arena, "in/%s", name),
                                    .sheets = &page->sheets};
    textbuf_init(&builder.text, book->arena);
    page->read = csv_read(&builder, title, kind, bytes, length);
    return page;
}

static struct page *read_text(struct book *book, const char *name, const char *text) {
    return read_bytes(book, name, text, strlen(text));
}

/* The cells as "A1=text" lines, line breaks as ~. */
static const char *shown(struct page *page) {
    struct textbuf out;
    textbuf_init(&out, page->book->arena);
    const struct sheet *sheet = &page->sheets.items.items[0];
    for (size_t i = 0; i < sheet->cells.count; i++) {
        const struct cell *cell = &sheet->cells.items[i];
        textbuf_printf(&out, "%c%u=", (char)('A' + cell->col - 1), cell->row);
        for (const char *at = cell->text; *at; at++)
            textbuf_char(&out, *at == '\n' ? '~' : *at);
        textbuf_char(&out, '\n');
        assert_int_equal(cell->kind, CELL_TEXT);
    }
    return textbuf_text(&out);
}

static void assert_cells(struct book *book, const char *name, const char *text,
                         const char *expected) {
    struct page *page = read_text(book, name, text);
    assert_true(page->read);
    assert_string_equal(shown(page), expected);
    assert_string_equal(book_findings(book), "");
}

#define THEMES_CELLS "A1=Theme ID\nB1=Strategic Theme\nA2=T1\nB2=Supply\n"

static void assert_title(struct book *book, const char *name, const char *title,
                         enum schema_sheet expected) {
    enum schema_sheet kind;
    assert_string_equal(csv_title(book->arena, name, &kind), title);
    assert_int_equal(kind, expected);
}

static void the_name_of_a_file_is_that_of_its_sheet(void **state) {
    assert_title(*state, "measures.csv", "Measures", SHEET_MEASURES);
    assert_title(*state, "Measure Data.csv", "Measure Data", SHEET_VALUES);
    assert_title(*state, "measure-data.CSV", "Measure Data", SHEET_VALUES);
    assert_title(*state, "MEASURE_DATA.csv", "Measure Data", SHEET_VALUES);
    assert_title(*state, "measuredata.csv", "Measure Data", SHEET_VALUES);
    assert_title(*state, "values.csv", "Measure Data", SHEET_VALUES);
    assert_title(*state, "monthly_data.csv", "Monthly Data", SHEET_VALUES);
    assert_title(*state, "kpis.csv", "Measures", SHEET_MEASURES);
    assert_title(*state, "links.csv", "Objective Links", SHEET_LINKS);
    assert_title(*state, "cause-effect-links.csv", "Objective Links", SHEET_LINKS);
}

static void a_name_of_no_sheet_stays_as_it_is(void **state) {
    assert_title(*state, "old measures.csv", "old measures", SHEET_NONE);
    assert_title(*state, ".csv", "", SHEET_NONE);
    assert_title(*state, "---.csv", "---", SHEET_NONE);
}

static void comma_semicolon_and_tab_divide_cells(void **state) {
    assert_cells(*state, "themes.csv", "Theme ID,Strategic Theme\nT1,Supply\n", THEMES_CELLS);
    assert_cells(*state, "themes.csv", "Theme ID;Strategic Theme\nT1;Supply\n", THEMES_CELLS);
    assert_cells(*state, "themes.csv", "Theme ID\tStrategic Theme\nT1\tSupply\n", THEMES_CELLS);
}

static void the_titles_tell_the_separator_whatever_the_texts_hold(void **state) {
    assert_cells(*state, "themes.csv",
                 "Our themes, agreed in May, by the board\nTheme ID;Strategic Theme\nT1;a, b, c\n",
                 "A1=Our themes, agreed in May, by the board\nA2=Theme ID\nB2=Strategic Theme\n"
                 "A3=T1\nB3=a, b, c\n");
}

static void a_property_sheet_tells_its_separator_too(void **state) {
    assert_cells(*state, "organization.csv", "Property;Value\nValues;Care, trust\n",
                 "A1=Property\nB1=Value\nA2=Values\nB2=Care, trust\n");
    assert_cells(*state, "organization.csv", "Organization ID,ORG\nValues,Care; trust\n",
                 "A1=Organization ID\nB1=ORG\nA2=Values\nB2=Care; trust\n");
}

static void a_line_may_say_the_separator(void **state) {
    assert_cells(*state, "themes.csv", "sep=;\r\nTheme ID;Strategic Theme\r\nT1;Supply\r\n",
                 THEMES_CELLS);
    assert_cells(*state, "themes.csv", "\"sep=;\"\nTheme ID;Strategic Theme\nT1;Supply",
                 THEMES_CELLS);
    assert_cells(*state, "themes.csv", "SEP=\t\nTheme ID\tStrategic Theme\nT1\tSupply",
                 THEMES_CELLS);
}

static void one_column_needs_no_separator(void **state) {
    assert_cells(*state, "themes.csv", "Theme ID\nT1\n", "A1=Theme ID\nA2=T1\n");
}

static void two_separators_that_serve_alike_are_refused_BP1061(void **state) {
    struct page *page = read_text(*state, "themes.csv", "Theme ID,Owner;Theme Owner\nT1,a;b\n");
    assert_false(page->read);
    book_assert_finding(*state, "in/themes.csv:1:1: error: comma and semicolon could each divide "
                                "the cells [BP1061]");
}

static void every_kind_of_line_end_ends_a_row(void **state) {
    assert_cells(*state, "themes.csv", "Theme ID,Strategic Theme\r\nT1,Supply\r\n", THEMES_CELLS);
    assert_cells(*state, "themes.csv", "Theme ID,Strategic Theme\rT1,Supply\r", THEMES_CELLS);
    assert_cells(*state, "themes.csv", "Theme ID,Strategic Theme\nT1,Supply", THEMES_CELLS);
}

static void quotes_hold_separators_breaks_and_quotes(void **state) {
    assert_cells(*state, "themes.csv",
                 "\"Theme ID\",\"Strategic Theme\"\nT1,\"a, \"\"b\"\"\r\nc\rd\ne\"\nT2,\"\"\n",
                 "A1=Theme ID\nB1=Strategic Theme\nA2=T1\nB2=a, \"b\"~c~d~e\nA3=T2\n");
}

static void a_quote_inside_a_plain_cell_is_a_quote(void **state) {
    assert_cells(*state, "themes.csv", "Theme ID,Strategic Theme\nT1,5\" pipe\n",
                 "A1=Theme ID\nB1=Strategic Theme\nA2=T1\nB2=5\" pipe\n");
}

static void a_failed_formula_is_an_error_unless_it_is_quoted(void **state) {
    struct page *page = read_text(*state, "themes.csv",
                                  "Theme ID,Strategic Theme\nT1,#DIV/0!\nT2,\"#DIV/0!\"\n"
                                  "T3,#REF! again\n#N/A,#REF!\n");
    assert_true(page->read);
    const struct sheet *sheet = &page->sheets.items.items[0];
    const enum cell_kind expected[] = {CELL_TEXT, CELL_TEXT, CELL_TEXT, CELL_ERROR, CELL_TEXT,
                                       CELL_TEXT, CELL_TEXT, CELL_TEXT, CELL_TEXT,  CELL_ERROR};
    assert_int_equal(sheet->cells.count, 10);
    for (size_t i = 0; i < 10; i++)
        assert_int_equal(sheet->cells.items[i].kind, expected[i]);
}

static void cells_know_where_they_stand(void **state) {
    struct page *page =
        read_text(*state, "themes.csv", "Theme ID,Strategic Theme\n\nT1,\"a\nb\"\nT2,c\n");
    const struct sheet *sheet = &page->sheets.items.items[0];
    const struct cell *last = &sheet->cells.items[sheet->cells.count - 1];
    assert_int_equal(last->row, 4);
    assert_int_equal(last->col, 2);
    assert_int_equal(last->line, 5);
    assert_int_equal(last->column, 4);
    assert_string_equal(sheet->path, "in/themes.csv");
    assert_string_equal(sheet->title, "Themes");
}

static void an_open_quote_is_refused_where_it_stands_BP1062(void **state) {
    struct page *page =
        read_text(*state, "themes.csv", "Theme ID,Strategic Theme\nT1,\"Supply\nT2,Care\n");
    assert_false(page->read);
    book_assert_finding(*state, "in/themes.csv:2:4: error: the quote that opens this cell is never "
                                "closed [BP1062]\n  at Themes!B2");
}

static void text_beside_quotes_is_reported_BP1063(void **state) {
    struct book *book = *state;
    assert_false(
        read_text(book, "themes.csv", "Theme ID,Strategic Theme\nT1,\"a\"b\nT2, \"c\"\nT3,\"d\" \n")
            ->read);
    assert_int_equal(diags_count(book->diags, DIAG_ERROR), 2);
    book_assert_finding(book,
                        "in/themes.csv:2:4: error: text stands beside the quotes of this cell "
                        "[BP1063]\n  at Themes!B2");
    book_assert_finding(book, "in/themes.csv:3:4: error");
}

static void a_row_longer_than_the_header_is_reported_BP1064(void **state) {
    struct book *book = *state;
    assert_false(
        read_text(book, "themes.csv",
                  "Themes\n\nTheme ID,Strategic Theme,\nT1,Orders, in full, on time\nT2,b,,\n")
            ->read);
    assert_int_equal(diags_count(book->diags, DIAG_ERROR), 1);
    book_assert_finding(book,
                        "in/themes.csv:4:11: error: the row goes on beyond the 2 columns of "
                        "the header [BP1064]\n  at Themes!C4\n  put a text that holds a comma "
                        "into quotation marks");
}

static void utf8_and_utf16_with_their_marks_are_read(void **state) {
    assert_cells(*state, "themes.csv", "\xEF\xBB\xBFTheme ID,Strategic Theme\nT1,Supply\n",
                 THEMES_CELLS);
    static const char text[] = "Theme ID\tStrategic Theme\r\nT1\tSupply\r\n";
    char utf16[2 + 2 * sizeof text] = "\xFF\xFE";
    for (size_t i = 0; i < sizeof text - 1; i++)
        utf16[2 + 2 * i] = text[i];
    struct page *page = read_bytes(*state, "themes.csv", utf16, 2 + 2 * (sizeof text - 1));
    assert_true(page->read);
    assert_string_equal(shown(page), THEMES_CELLS);
}

static void another_encoding_is_refused_with_a_way_out(void **state) {
    struct page *page =
        read_text(*state, "themes.csv", "Theme ID,Strategic Theme\r\nT1,Z\xFCrich\r\n");
    assert_false(page->read);
    book_assert_finding(*state, "in/themes.csv:2:5: error: the bytes here are not UTF-8 [BP1008]");
    book_assert_finding(*state, "CSV UTF-8");
}

static void damaged_utf16_is_refused(void **state) {
    assert_false(read_bytes(*state, "themes.csv", "\xFF\xFEI\0D", 5)->read);
    book_assert_finding(*state, "UTF-16 with damaged characters");
}

static void control_characters_are_refused_BP1060(void **state) {
    struct book *book = *state;
    assert_false(read_bytes(book, "themes.csv", "Theme ID\nT\0001\n", 13)->read);
    book_assert_finding(book, "in/themes.csv:2:2: error: the file holds the control character "
                              "U+0000, so it is not CSV text [BP1060]");
    assert_false(read_bytes(book, "units.csv", "PK\3\4abc", 7)->read);
    book_assert_finding(book, "(.xlsx or .ods) under a wrong name");
}

static void an_empty_file_is_refused(void **state) {
    assert_false(read_text(*state, "themes.csv", "")->read);
    assert_false(read_text(*state, "units.csv", "\xEF\xBB\xBF")->read);
    book_assert_finding(*state, "in/units.csv: error: the file is empty [BP1009]");
}

static void a_file_of_no_sheet_is_not_looked_into(void **state) {
    struct page *page = read_bytes(*state, "photo.csv", "\x89PNG\0\1", 6);
    assert_true(page->read);
    assert_int_equal(page->sheets.items.count, 1);
    assert_false(page->sheets.items.items[0].known);
    assert_string_equal(book_findings(*state), "");
}

static void more_columns_than_a_sheet_has_are_refused(void **state) {
    struct book *book = *state;
    char *text = arena_alloc(book->arena, 20000);
    memset(text, ',', 19999);
    memcpy(text, "Theme ID", 8);
    assert_false(read_text(book, "themes.csv", text)->read);
    book_assert_finding(book, "more than 16384 columns [BP1019]");
}

static void a_text_longer_than_a_cell_holds_is_reported(void **state) {
    struct book *book = *state;
    char *text = arena_alloc(book->arena, 40032);
    strcpy(text, "Theme ID,Description\nT1,");
    memset(text + strlen(text), 'x', 40000);
    assert_true(read_text(book, "themes.csv", text)->read);
    book_assert_finding(book, "in/themes.csv:2:4: error: the text is longer than 32768");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(the_name_of_a_file_is_that_of_its_sheet),
        BOOK_TEST(a_name_of_no_sheet_stays_as_it_is),
        BOOK_TEST(comma_semicolon_and_tab_divide_cells),
        BOOK_TEST(the_titles_tell_the_separator_whatever_the_texts_hold),
        BOOK_TEST(a_property_sheet_tells_its_separator_too),
        BOOK_TEST(a_line_may_say_the_separator),
        BOOK_TEST(one_column_needs_no_separator),
        BOOK_TEST(two_separators_that_serve_alike_are_refused_BP1061),
        BOOK_TEST(every_kind_of_line_end_ends_a_row),
        BOOK_TEST(quotes_hold_separators_breaks_and_quotes),
        BOOK_TEST(a_quote_inside_a_plain_cell_is_a_quote),
        BOOK_TEST(a_failed_formula_is_an_error_unless_it_is_quoted),
        BOOK_TEST(cells_know_where_they_stand),
        BOOK_TEST(an_open_quote_is_refused_where_it_stands_BP1062),
        BOOK_TEST(text_beside_quotes_is_reported_BP1063),
        BOOK_TEST(a_row_longer_than_the_header_is_reported_BP1064),
        BOOK_TEST(utf8_and_utf16_with_their_marks_are_read),
        BOOK_TEST(another_encoding_is_refused_with_a_way_out),
        BOOK_TEST(damaged_utf16_is_refused),
        BOOK_TEST(control_characters_are_refused_BP1060),
        BOOK_TEST(an_empty_file_is_refused),
        BOOK_TEST(a_file_of_no_sheet_is_not_looked_into),
        BOOK_TEST(more_columns_than_a_sheet_has_are_refused),
        BOOK_TEST(a_text_longer_than_a_cell_holds_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
