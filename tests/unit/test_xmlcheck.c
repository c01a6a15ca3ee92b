#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/textbuf.h"
#include "xml/xmlcheck.h"
#include <string.h>

static const char schema[] =
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:t'"
    " xmlns:t='urn:t' elementFormDefault='qualified'>"
    "<xs:element name='list'><xs:complexType><xs:sequence>"
    "<xs:element name='item' minOccurs='0' maxOccurs='unbounded'><xs:complexType>"
    "<xs:simpleContent><xs:extension base='xs:string'>"
    "<xs:attribute name='n' type='xs:integer' use='required'/>"
    "</xs:extension></xs:simpleContent></xs:complexType></xs:element>"
    "</xs:sequence></xs:complexType></xs:element></xs:schema>";

static int set_up(void **state) {
    *state = arena_new(0, NULL, NULL);
    return 0;
}

static int tear_down(void **state) {
    arena_free(*state);
    return 0;
}

/* The findings; "" if the text is valid. */
static const char *check(struct arena *arena, const char *text) {
    struct diags *diags = diags_new(arena);
    struct textbuf out;
    textbuf_init(&out, arena);
    bool valid =
        xmlcheck_valid(arena, "in.xml", text, strlen(text), schema, sizeof schema - 1, diags);
    diags_text(diags, &out, 200);
    assert_true(valid == (out.length == 0));
    return textbuf_text(&out);
}

static void a_valid_document_has_no_findings(void **state) {
    assert_string_equal(check(*state, "<list xmlns='urn:t'><item n='1'>a &amp; b</item></list>"),
                        "");
}

static void every_breach_is_reported_at_its_element(void **state) {
    const char *findings = check(*state, "<list xmlns='urn:t'>\n <item n='1'/>\n  <item n='x'/>"
                                         "\n<item/>\n<other/></list>");
    assert_non_null(strstr(findings, "in.xml:3:3: error: not valid by its schema: element 'item', "
                                     "attribute 'n': 'x' is not a valid value"));
    assert_non_null(strstr(findings, "in.xml:4:1: error: not valid by its schema: element 'item': "
                                     "The attribute 'n' is required"));
    assert_non_null(strstr(findings, "in.xml:5:1: error"));
    assert_null(strstr(findings, "urn:t}"));
}

static void lines_stay_exact_in_long_documents(void **state) {
    struct textbuf text;
    textbuf_init(&text, *state);
    textbuf_str(&text, "<list xmlns='urn:t'>\n");
    for (int i = 0; i < 70000; i++)
        textbuf_str(&text, "<item n='1'/>\n");
    textbuf_str(&text, "  <item n='x'/></list>");
    assert_non_null(strstr(check(*state, textbuf_text(&text)), "in.xml:70002:3: error"));
}

static void the_guards_of_the_reader_hold(void **state) {
    assert_non_null(strstr(check(*state, "<!DOCTYPE list><list xmlns='urn:t'/>"), "[BP1002]"));
    assert_non_null(strstr(check(*state, "<list xmlns='urn:t'><item n='1'></list>"), "[BP1001]"));
    assert_non_null(strstr(check(*state, ""), "[BP1009]"));
}

static void a_schema_named_by_the_document_is_not_loaded(void **state) {
    assert_string_equal(
        check(*state, "<list xmlns='urn:t' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                      "xsi:schemaLocation='urn:t http://127.0.0.1:9/x.xsd'/>"),
        "");
}

static void the_number_of_breaches_is_capped(void **state) {
    struct textbuf text;
    textbuf_init(&text, *state);
    textbuf_str(&text, "<list xmlns='urn:t'>\n");
    for (int i = 0; i < 5000; i++)
        textbuf_str(&text, "<item/>\n");
    textbuf_str(&text, "</list>");
    struct diags *diags = diags_new(*state);
    assert_false(xmlcheck_valid(*state, "in.xml", text.bytes, text.length, schema,
                                sizeof schema - 1, diags));
    assert_true(diags_full(diags));
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(a_valid_document_has_no_findings),
        T(every_breach_is_reported_at_its_element),
        T(lines_stay_exact_in_long_documents),
        T(the_guards_of_the_reader_hold),
        T(a_schema_named_by_the_document_is_not_loaded),
        T(the_number_of_breaches_is_capped),
    };
#undef T
    return cmocka_run_group_tests(tests, NULL, NULL);
}
