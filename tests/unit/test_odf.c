#include "export/odf.h"
#include "export/writefods.h"
#include "export/writeods.h"
#include "workbookfixture.h"
#include "xml/xmlread.h"
#include <stdio.h>

#define HEAD "<workbook xmlns='" SCHEMA_NAMESPACE "' version='1.0'>"
#define TAIL "</workbook>"

static const char *body(struct book *book, const char *xml, bool every) {
    book_read(book, xml);
    struct textbuf out;
    textbuf_init(&out, book->arena);
    odf_body(sheetplan_of(book->arena, book->workbook, every), &out);
    return textbuf_text(&out);
}

static void blanks_that_would_collapse_are_elements(void **state) {
    const char *text =
        body(*state,
             HEAD "<themes><theme id='T1' name='x'><description>a  b&#9;c&#10;&#10;  d &#10;"
                  "e</description></theme></themes>" TAIL,
             false);
    assert_non_null(strstr(text, "<text:p>a <text:s text:c=\"1\"/>b<text:tab/>c</text:p>"
                                 "<text:p></text:p>"
                                 "<text:p><text:s text:c=\"2\"/>d<text:s text:c=\"1\"/></text:p>"
                                 "<text:p>e</text:p>"));
}

static void values_are_typed(void **state) {
    const char *text =
        body(*state,
             HEAD "<initiatives><initiative id='I1' name='x' unit='U0' owner='y'"
                  " start='2026-01-02' end='2026-12-31' budget='12.5' forecast='12%'/>"
                  "</initiatives>" TAIL,
             false);
    assert_non_null(strstr(text, "office:value-type=\"date\" office:date-value=\"2026-01-02\""));
    assert_non_null(strstr(text, "office:value-type=\"float\" office:value=\"12.5\""));
    assert_non_null(strstr(text, "office:value-type=\"percentage\" office:value=\"0.12\""));
    assert_non_null(strstr(text, "office:value-type=\"string\""));
}

static void lists_reach_the_blank_rows(void **state) {
    const char *text = body(*state, HEAD "<units/>" TAIL, false);
    assert_non_null(strstr(text, "cell-content-is-in-list(&quot;enterprise&quot;;"));
    assert_non_null(strstr(text, "table:number-rows-repeated=\"200\""));
    assert_non_null(strstr(text, "content-validation-name=\"list1\""));
    text = body(*state,
                HEAD "<units><unit id='U1' parent='U1' name='x' kind='business'/></units>" TAIL,
                false);
    assert_non_null(strstr(text, "cell-content-is-in-list([$Units.$A$2:.$A$202])"));
}

static void every_list_has_its_own_name(void **state) {
    const char *text = body(*state, HEAD TAIL, true);
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, "<table:content-validation ")); at++)
        count++;
    char last[32], beyond[32];
    snprintf(last, sizeof last, "validation-name=\"list%zu\"", count);
    snprintf(beyond, sizeof beyond, "validation-name=\"list%zu\"", count + 1);
    assert_non_null(strstr(text, last));
    assert_null(strstr(text, beyond));
}

static bool ignore_start(void *user, const struct xmlread_element *element) {
    (void)user;
    (void)element;
    return true;
}

static bool ignore_end(void *user) {
    (void)user;
    return true;
}

static bool ignore_text(void *user, const char *text, size_t length) {
    (void)user;
    (void)text;
    (void)length;
    return true;
}

static void the_flat_file_is_well_formed(void **state) {
    struct book *book = *state;
    book_read(book, HEAD "<themes><theme id='T1' name='&lt;&amp;&quot;'/></themes>" TAIL);
    struct textbuf out;
    textbuf_init(&out, book->arena);
    writefods(sheetplan_of(book->arena, book->workbook, true), &out);
    struct diags *diags = diags_new(book->arena);
    struct xmlread_handler handler = {ignore_start, ignore_end, ignore_text, NULL};
    assert_int_equal(xmlread_parse(book->arena, "out.fods", out.bytes, out.length, diags, &handler),
                     XMLREAD_DONE);
}

static void the_package_begins_with_its_type(void **state) {
    struct book *book = *state;
    book_read(book, HEAD "<themes/>" TAIL);
    struct textbuf out;
    textbuf_init(&out, book->arena);
    const char *why;
    assert_true(writeods(sheetplan_of(book->arena, book->workbook, false), &out, &why));
    /* Local header of 30 bytes, the name, then the type itself, stored. */
    assert_memory_equal(out.bytes, "PK\3\4", 4);
    assert_memory_equal(out.bytes + 30, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
                        54);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(blanks_that_would_collapse_are_elements),
        BOOK_TEST(values_are_typed),
        BOOK_TEST(lists_reach_the_blank_rows),
        BOOK_TEST(every_list_has_its_own_name),
        BOOK_TEST(the_flat_file_is_well_formed),
        BOOK_TEST(the_package_begins_with_its_type),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
