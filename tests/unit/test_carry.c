#include "export/carry.h"
#include "workbookfixture.h"

#define HEAD "<workbook xmlns='" SCHEMA_NAMESPACE "' version='1.0'>"
#define TAIL "</workbook>"

/* What is found when the workbook is to go into a dialect. */
static const char *carried(struct book *book, enum workbook_format target) {
    book->diags = diags_new(book->arena);
    carry_check(book->arena, book->workbook, target, book->diags);
    struct textbuf out;
    textbuf_init(&out, book->arena);
    diags_text(book->diags, &out, 10);
    return textbuf_text(&out);
}

static void an_ordinary_workbook_goes_anywhere_without_a_word(void **state) {
    struct book *book = *state;
    book_read(book, HEAD "<themes><theme id='T1' name='a &amp; \u00e9'/></themes>" TAIL);
    for (int format = WORKBOOK_CANONICAL; format <= WORKBOOK_CSV; format++)
        assert_string_equal(carried(book, (enum workbook_format)format), "");
}

static void a_row_taken_for_a_total_is_BP2070(void **state) {
    struct book *book = *state;
    book_read(book,
              HEAD "<themes><theme id='total' name='x'/></themes>"
                   "<benchmarks><benchmark process='TOTAL' fteMin='1' fteMax='2'/></benchmarks>"
                   "<staffing><share name='n/a' process='P' fte='1'/>"
                   "<share name='Note taker' process='P' fte='1'/></staffing>" TAIL);
    const char *text = carried(book, WORKBOOK_ODS);
    assert_non_null(strstr(text, "the Theme ID 'total' cannot stand in a spreadsheet [BP2070]"));
    assert_non_null(
        strstr(text, "the Role or Person 'n/a' cannot stand in a spreadsheet [BP2070]"));
    assert_int_equal(diags_count(book->diags, DIAG_NOTE), 2);
    assert_string_equal(carried(book, WORKBOOK_CANONICAL), "");
}

static void a_control_character_is_BP2071_whatever_is_written(void **state) {
    struct book *book = *state;
    book_read(book, HEAD "<themes><theme id='T1' name='x'><description>ring#ring</description>"
                         "</theme></themes>" TAIL);
    const struct field *field = book_field(book, SHEET_THEMES, 0, COLUMN_THEMES_DESCRIPTION);
    *(char *)(uintptr_t)strchr(field->text, '#') = '\a';
    assert_non_null(strstr(carried(book, WORKBOOK_CANONICAL), "the character U+0007"));
    assert_non_null(strstr(carried(book, WORKBOOK_XLSX), "[BP2071]"));
    assert_non_null(strstr(carried(book, WORKBOOK_CSV), "[BP2071]"));
}

static void carriage_returns_are_BP2072_where_they_change(void **state) {
    struct book *book = *state;
    book_read(book, HEAD
              "<themes><theme id='T1' name='x'><description>a&#13;b</description></theme>"
              "<theme id='T2' name='x'><description>a&#13;b</description></theme></themes>" TAIL);
    const char *text = carried(book, WORKBOOK_FLAT_ODF);
    assert_non_null(strstr(text, "carriage returns became line breaks in texts: 2 [BP2072]"));
    assert_int_equal(diags_count(book->diags, DIAG_WARNING), 0);
    assert_non_null(strstr(carried(book, WORKBOOK_CSV), "[BP2072]"));
    assert_string_equal(carried(book, WORKBOOK_CANONICAL), "");
    assert_string_equal(carried(book, WORKBOOK_SPREADSHEETML), "");
}

static void read_text_of(struct book *book, const char *piece, size_t count) {
    struct textbuf xml;
    textbuf_init(&xml, book->arena);
    textbuf_str(&xml, HEAD "<themes><theme id='T1' name='x'><description>");
    for (size_t i = 0; i < count; i++)
        textbuf_str(&xml, piece);
    textbuf_str(&xml, "</description></theme></themes>" TAIL);
    book_read(book, textbuf_text(&xml));
}

static void a_text_too_long_for_a_cell_of_Excel_is_BP2073(void **state) {
    struct book *book = *state;
    read_text_of(book, "x", 32767);
    assert_string_equal(carried(book, WORKBOOK_XLSX), "");
    assert_string_equal(carried(book, WORKBOOK_SPREADSHEETML), "");
    read_text_of(book, "x", 32768);
    assert_non_null(strstr(carried(book, WORKBOOK_XLSX), "the text has 32768 characters"));
    assert_non_null(strstr(carried(book, WORKBOOK_SPREADSHEETML), "[BP2073]"));
    assert_string_equal(carried(book, WORKBOOK_ODS), "");
    read_text_of(book, "\u00e9", 16384); /* fewer characters than bytes */
    assert_string_equal(carried(book, WORKBOOK_XLSX), "");
    read_text_of(book, "_x0041_", 4681); /* each takes six more in .xlsx */
    assert_non_null(strstr(carried(book, WORKBOOK_XLSX), "[BP2073]"));
    assert_string_equal(carried(book, WORKBOOK_SPREADSHEETML), "");
}

static void a_spreadsheet_leaves_its_formats_behind_BP2074(void **state) {
    struct book *book = *state;
    book_read(book, book_flat(book, FIXTURE_ALL));
    assert_non_null(
        strstr(carried(book, WORKBOOK_CANONICAL), "note: only values are carried over"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(an_ordinary_workbook_goes_anywhere_without_a_word),
        BOOK_TEST(a_row_taken_for_a_total_is_BP2070),
        BOOK_TEST(a_control_character_is_BP2071_whatever_is_written),
        BOOK_TEST(carriage_returns_are_BP2072_where_they_change),
        BOOK_TEST(a_text_too_long_for_a_cell_of_Excel_is_BP2073),
        BOOK_TEST(a_spreadsheet_leaves_its_formats_behind_BP2074),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
