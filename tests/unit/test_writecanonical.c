#include "export/writecanonical.h"
#include "workbookfixture.h"
#include "xml/xmlcheck.h"

#define DATA                                                                                       \
    "#Thresholds\n"                                                                                \
    "Measure ID|Red Flag|Lower|Upper|Margin\n"                                                     \
    "M1|p:0.9|||\n"                                                                                \
    "M2||n:5|n:9|n:1.5\n"                                                                          \
    "#Measure Data\n"                                                                              \
    "Measure ID|Period|Series|Value|Note\n"                                                        \
    "M1|2026-09|actual|p:0.915|late~twice\n"                                                       \
    "M1|d:2026-10-15|target|p:0.95|\n"                                                             \
    "M2|d:2026-08-15|actual|7,5|\n"                                                                \
    "M2|FY2026-Q3|actual|n:6.25|\n"                                                                \
    "#Monthly Data\n"                                                                              \
    "Measure ID|Series|Aug-26|d:2026-07-31|YTD\n"                                                  \
    "M1|actual|p:0.9|p:0.89|p:0.9\n"                                                               \
    "#Initiatives\n"                                                                               \
    "Initiative ID|Strategic Initiative|Unit ID|Initiative Owner|Objective IDs|Start Date|"        \
    "End Date|% Complete|Cross-functional|Budget\n"                                                \
    "I1|Vans|U1|Fleet|O1|d:2026-01-01|2026-12-31|p:0.55|b:1|1.200.000\n"

#define HEAD "<workbook xmlns='" SCHEMA_NAMESPACE "' version='1.0'>"
#define TAIL "</workbook>"

static const char *canonical_text(struct book *book, bool places) {
    struct textbuf out;
    textbuf_init(&out, book->arena);
    writecanonical(book->workbook, places, &out);
    return textbuf_text(&out);
}

static void the_three_dialects_give_the_same_records(void **state) {
    struct book *excel = *state, *flat = book_new(), *canonical = book_new();
    book_read(excel, book_excel(excel, FIXTURE_ALL DATA));
    book_read(flat, book_flat(flat, FIXTURE_ALL DATA));
    assert_int_equal(excel->workbook->format, WORKBOOK_SPREADSHEETML);
    assert_int_equal(flat->workbook->format, WORKBOOK_FLAT_ODF);
    assert_int_equal(diags_count(excel->diags, DIAG_WARNING), 0);
    struct textbuf one, two, xml, again;
    textbuf_init(&one, excel->arena);
    textbuf_init(&two, excel->arena);
    textbuf_init(&xml, excel->arena);
    textbuf_init(&again, excel->arena);
    writecanonical(excel->workbook, false, &one);
    writecanonical(flat->workbook, false, &two);
    assert_string_equal(textbuf_text(&one), textbuf_text(&two));
    writecanonical(excel->workbook, false, &xml);
    book_read_bytes(canonical, xml.bytes, xml.length);
    book_assert_clean(canonical);
    assert_int_equal(canonical->workbook->format, WORKBOOK_CANONICAL);
    writecanonical(canonical->workbook, false, &again);
    assert_string_equal(textbuf_text(&xml), textbuf_text(&again));
    arena_free(flat->arena);
    arena_free(canonical->arena);
}

static void canonical_xml_is_valid_by_the_published_schema(void **state) {
    struct book *book = *state;
    struct textbuf xml, xsd;
    textbuf_init(&xml, book->arena);
    textbuf_init(&xsd, book->arena);
    book_read(book, book_flat(book, FIXTURE_ALL DATA));
    writecanonical(book->workbook, true, &xml);
    schema_xsd(&xsd);
    struct diags *diags = diags_new(book->arena);
    bool valid =
        xmlcheck_valid(book->arena, "out.xml", xml.bytes, xml.length, xsd.bytes, xsd.length, diags);
    struct textbuf findings;
    textbuf_init(&findings, book->arena);
    diags_text(diags, &findings, 10);
    assert_string_equal(textbuf_text(&findings), "");
    assert_true(valid);
}

static void what_the_writer_escapes_the_reader_restores(void **state) {
    struct book *book = *state, *again = book_new();
    book_read(book, HEAD "<themes><theme id='T1' name='a &lt;&amp;&quot;&gt; b'><description>"
                         "one &amp; two\n three &lt;\t&#13;x</description></theme></themes>" TAIL);
    struct textbuf xml, second;
    textbuf_init(&xml, book->arena);
    textbuf_init(&second, book->arena);
    writecanonical(book->workbook, false, &xml);
    book_read_bytes(again, xml.bytes, xml.length);
    writecanonical(again->workbook, false, &second);
    assert_string_equal(textbuf_text(&xml), textbuf_text(&second));
    assert_string_equal(book_field(book, SHEET_THEMES, 0, COLUMN_THEMES_DESCRIPTION)->text,
                        book_field(again, SHEET_THEMES, 0, COLUMN_THEMES_DESCRIPTION)->text);
    assert_string_equal(book_field(again, SHEET_THEMES, 0, COLUMN_THEMES_NAME)->text, "a <&\"> b");
    arena_free(again->arena);
}

static void rows_of_values_are_sorted_and_others_are_not(void **state) {
    struct book *book = *state;
    book_read(book,
              HEAD "<themes><theme id='T2' name='b'/><theme id='T1' name='a'/></themes>"
                   "<values><value measure='M10' period='2026-01' series='actual' v='1'/>"
                   "<value measure='M2' period='2026-02' series='actual' v='2'/>"
                   "<value measure='M2' period='2026-01' series='target' v='3'/>"
                   "<value measure='M2' period='2026-01' series='actual' v='4'/>"
                   "<value measure='M2' period='2026-01' series='actual' v='5'/></values>" TAIL);
    assert_string_equal(canonical_text(book, false),
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<workbook xmlns=\"" SCHEMA_NAMESPACE "\" version=\"1.0\">\n"
                        " <themes>\n"
                        "  <theme id=\"T2\" name=\"b\"/>\n"
                        "  <theme id=\"T1\" name=\"a\"/>\n"
                        " </themes>\n"
                        " <values>\n"
                        "  <value measure=\"M2\" period=\"2026-01\" series=\"actual\" v=\"4\"/>\n"
                        "  <value measure=\"M2\" period=\"2026-01\" series=\"actual\" v=\"5\"/>\n"
                        "  <value measure=\"M2\" period=\"2026-01\" series=\"target\" v=\"3\"/>\n"
                        "  <value measure=\"M2\" period=\"2026-02\" series=\"actual\" v=\"2\"/>\n"
                        "  <value measure=\"M10\" period=\"2026-01\" series=\"actual\" v=\"1\"/>\n"
                        " </values>\n"
                        "</workbook>\n");
}

static void ids_sort_by_their_numbers(void **state) {
    struct book *book = *state;
    book_read(book, HEAD "<thresholds><threshold measure='P10'/><threshold measure='P9'/>"
                         "<threshold measure='P09'/><threshold measure='P1.b'/>"
                         "<threshold measure='P1'/></thresholds>" TAIL);
    const char *xml = canonical_text(book, false), *at = xml;
    static const char *const order[] = {"\"P1\"", "\"P1.b\"", "\"P09\"", "\"P9\"", "\"P10\""};
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        at = strstr(at, order[i]);
        assert_non_null(at);
    }
}

static void long_texts_keep_their_lines(void **state) {
    struct book *book = *state;
    book_read(book, HEAD "<themes><theme id='T1' name='a'><description>one&#10;  two &lt;3"
                         "</description></theme></themes>" TAIL);
    assert_non_null(strstr(canonical_text(book, false), "  <theme id=\"T1\" name=\"a\">\n"
                                                        "   <description>one\n"
                                                        "  two &lt;3</description>\n"
                                                        "  </theme>\n"));
}

static void places_are_told_only_when_asked_for(void **state) {
    struct book *book = *state;
    book_read(book, book_flat(book, FIXTURE_ALL DATA));
    assert_null(strstr(canonical_text(book, false), "src="));
    assert_non_null(strstr(canonical_text(book, true), "src=\"Units!A2\""));
    assert_non_null(strstr(canonical_text(book, true), "src=\"Measure Data!D2\""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(the_three_dialects_give_the_same_records),
        BOOK_TEST(canonical_xml_is_valid_by_the_published_schema),
        BOOK_TEST(what_the_writer_escapes_the_reader_restores),
        BOOK_TEST(rows_of_values_are_sorted_and_others_are_not),
        BOOK_TEST(ids_sort_by_their_numbers),
        BOOK_TEST(long_texts_keep_their_lines),
        BOOK_TEST(places_are_told_only_when_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
