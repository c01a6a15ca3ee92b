#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/bounds.h"
#include "base/textbuf.h"
#include "xml/xmlread.h"
#include <stdlib.h>
#include <string.h>

struct trace {
    struct arena *arena;
    struct diags *diags;
    struct textbuf log;
    uint32_t last_line, last_column;
    size_t elements;
    size_t stop_after;
};

static bool trace_start(void *user, const struct xmlread_element *element) {
    struct trace *trace = user;
    trace->last_line = element->line;
    trace->last_column = element->column;
    trace->elements++;
    if (trace->log.length < 4096) {
        textbuf_printf(&trace->log, "<%s{%s}@%u:%u", element->name, element->space, element->line,
                       element->column);
        for (size_t i = 0; i < element->attribute_count; i++) {
            textbuf_printf(&trace->log, " %s{%s}=%s", element->attributes[i].name,
                           element->attributes[i].space, element->attributes[i].value);
        }
        for (size_t i = 0; i < element->namespace_count; i++) {
            textbuf_printf(&trace->log, " ns=%s", element->namespaces[i]);
        }
        textbuf_str(&trace->log, ">");
    }
    return trace->stop_after == 0 || trace->elements < trace->stop_after;
}

static bool trace_end(void *user) {
    struct trace *trace = user;
    if (trace->log.length < 4096) {
        textbuf_str(&trace->log, "</>");
    }
    return true;
}

static bool trace_text(void *user, const char *text, size_t length) {
    struct trace *trace = user;
    assert_int_equal(strlen(text), length);
    if (trace->log.length < 4096 && text[strspn(text, "\n")] != '\0') {
        textbuf_str(&trace->log, text);
    }
    return true;
}

static int set_up(void **state) {
    struct trace *trace = calloc(1, sizeof *trace);
    trace->arena = arena_new((size_t)256 * 1024 * 1024, NULL, NULL);
    trace->diags = diags_new(trace->arena);
    textbuf_init(&trace->log, trace->arena);
    *state = trace;
    return 0;
}

static int tear_down(void **state) {
    struct trace *trace = *state;
    arena_free(trace->arena);
    free(trace);
    return 0;
}

static enum xmlread_result parse(struct trace *trace, const char *bytes, size_t length) {
    struct xmlread_handler handler = {trace_start, trace_end, trace_text, trace};
    return xmlread_parse(trace->arena, "in.xml", bytes, length, trace->diags, &handler);
}

/* The one finding about `bytes`, as text. */
static const char *refusal(struct trace *trace, const char *bytes, size_t length) {
    assert_int_equal(parse(trace, bytes, length), XMLREAD_REFUSED);
    size_t count;
    diags_sorted(trace->diags, &count);
    assert_int_equal(count, 1);
    struct textbuf out;
    textbuf_init(&out, trace->arena);
    diags_text(trace->diags, &out, 10);
    return textbuf_text(&out);
}

static void assert_refused(struct trace *trace, const char *text, const char *expected) {
    const char *got = refusal(trace, text, strlen(text));
    if (!strstr(got, expected)) {
        print_error("got: %s\n", got);
    }
    assert_non_null(strstr(got, expected));
}

static void elements_carry_names_namespaces_and_places(void **state) {
    struct trace *trace = *state;
    const char *text = "<?xml version=\"1.0\"?>\n<a xmlns=\"urn:x\" xmlns:p='urn:y'\n"
                       "   b=\"1\" p:c='&lt;&amp;&#38;&quot;2'>t&amp;u<![CDATA[<v>]]>\n"
                       " <p:d/></a>\n";
    assert_int_equal(parse(trace, text, strlen(text)), XMLREAD_DONE);
    assert_string_equal(textbuf_text(&trace->log),
                        "<a{urn:x}@2:1 b{}=1 c{urn:y}=<&&\"2 ns=urn:x ns=urn:y>t&u<v>\n "
                        "<d{urn:y}@4:2></></>");
}

static void ampersands_that_were_written_as_references_twice_stay_text(void **state) {
    struct trace *trace = *state;
    const char *text = "<a b='&amp;#38;'/>";
    assert_int_equal(parse(trace, text, strlen(text)), XMLREAD_DONE);
    assert_string_equal(textbuf_text(&trace->log), "<a{}@1:1 b{}=&#38;></>");
}

static void lines_are_exact_far_beyond_65535(void **state) {
    struct trace *trace = *state;
    struct textbuf text;
    textbuf_init(&text, trace->arena);
    textbuf_str(&text, "<r>");
    for (int i = 0; i < 70000; i++) {
        textbuf_str(&text, i % 3 ? "\r\n" : "\n");
    }
    textbuf_str(&text, "  <x\n a='1\n2'/>\n<!-- \xC3\xA9\n -->\xC3\xA9<y/></r>");
    assert_int_equal(parse(trace, text.bytes, text.length), XMLREAD_DONE);
    assert_int_equal(trace->last_line, 70005);
    assert_int_equal(trace->last_column, 7);
    assert_non_null(strstr(textbuf_text(&trace->log), "<x{}@70001:3 a{}=1 2>"));
}

static void places_stay_exact_over_many_chunks(void **state) {
    struct trace *trace = *state;
    struct textbuf text;
    textbuf_init(&text, trace->arena);
    textbuf_str(&text, "<r>\n");
    for (int i = 0; i < 20000; i++) {
        textbuf_printf(&text, "<row number=\"%d\">some text \xE2\x82\xAC &lt; %d</row>\n", i, i);
    }
    textbuf_str(&text, "   <last/>\n</r>");
    assert_int_equal(parse(trace, text.bytes, text.length), XMLREAD_DONE);
    assert_int_equal(trace->last_line, 20002);
    assert_int_equal(trace->last_column, 4);
    assert_int_equal(trace->elements, 20002);
}

static void a_byte_order_mark_is_not_part_of_the_text(void **state) {
    struct trace *trace = *state;
    const char *text = "\xEF\xBB\xBF<a/>";
    assert_int_equal(parse(trace, text, strlen(text)), XMLREAD_DONE);
    assert_string_equal(textbuf_text(&trace->log), "<a{}@1:1></>");
}

static void utf_16_with_a_mark_is_read(void **state) {
    struct trace *trace = *state;
    const char *text = "<?xml version='1.0' encoding='UTF-16'?><a b='\x7F'/>";
    char little[256] = "\xFF\xFE", big[256] = "\xFE\xFF";
    size_t length = 2;
    for (size_t i = 0; text[i]; i++, length += 2) {
        bool euro = text[i] == '\x7F';
        little[length] = euro ? '\xAC' : text[i];
        little[length + 1] = euro ? '\x20' : 0;
        big[length] = euro ? '\x20' : 0;
        big[length + 1] = euro ? '\xAC' : text[i];
    }
    assert_int_equal(parse(trace, little, length), XMLREAD_DONE);
    assert_int_equal(parse(trace, big, length), XMLREAD_DONE);
    assert_string_equal(textbuf_text(&trace->log),
                        "<a{}@1:40 b{}=\xE2\x82\xAC></><a{}@1:40 b{}=\xE2\x82\xAC></>");
}

static void half_characters_of_utf_16_are_refused(void **state) {
    const char bytes[] = "\xFF\xFE<\0a\0/\0>\0\n";
    assert_non_null(strstr(refusal(*state, bytes, 11), "in.xml:1:1: error: the encoding UTF-16"));
}

static void a_callback_can_stop_the_reading(void **state) {
    struct trace *trace = *state;
    trace->stop_after = 2;
    const char *text = "<a><b/><c/><<<";
    assert_int_equal(parse(trace, text, strlen(text)), XMLREAD_STOPPED);
    assert_int_equal(trace->elements, 2);
    assert_int_equal(diags_count(trace->diags, DIAG_NOTE), 0);
}

/* ---- attack files of reliability.md section 2 ---- */

static void an_external_entity_is_refused_at_its_doctype(void **state) {
    assert_refused(*state,
                   "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                   "<a>&x;</a>",
                   "in.xml:2:1: error: the file declares a document type (DOCTYPE) [BP1002]");
}

static void an_external_dtd_is_refused(void **state) {
    assert_refused(*state, "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd'><a/>",
                   "in.xml:1:1: error: the file declares a document type");
}

static void parameter_entities_are_refused(void **state) {
    assert_refused(*state, "<!DOCTYPE a [<!ENTITY % p SYSTEM '/etc/passwd'> %p;]><a/>", "BP1002");
}

static void a_billion_laughs_are_refused(void **state) {
    assert_refused(*state,
                   "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                   "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&d;'>]><a b='&c;'>&c;&d;</a>",
                   "BP1002");
}

static void default_attributes_of_a_dtd_are_refused(void **state) {
    assert_refused(*state, "<!DOCTYPE a [<!ATTLIST a b CDATA 'injected'>]><a/>", "BP1002");
}

static void a_huge_internal_subset_is_refused_at_once(void **state) {
    struct trace *trace = *state;
    struct textbuf text;
    textbuf_init(&text, trace->arena);
    textbuf_str(&text, "<!DOCTYPE a [");
    for (int i = 0; i < 100000; i++) {
        textbuf_printf(&text, "<!ATTLIST a b%d CDATA 'x'>", i);
    }
    textbuf_str(&text, "]><a/>");
    assert_non_null(strstr(refusal(trace, text.bytes, text.length), "in.xml:1:1: error"));
}

static void deep_nesting_is_refused(void **state) {
    struct trace *trace = *state;
    struct textbuf text;
    textbuf_init(&text, trace->arena);
    for (int i = 0; i < 300000; i++) {
        textbuf_str(&text, "<a>");
    }
    assert_non_null(strstr(refusal(trace, text.bytes, text.length),
                           "in.xml:1:193: error: elements are nested more than 64 deep [BP1005]"));
}

static void two_hundred_thousand_attributes_are_refused_before_parsing(void **state) {
    struct trace *trace = *state;
    struct textbuf text;
    textbuf_init(&text, trace->arena);
    textbuf_str(&text, "<r>\n<a");
    for (int i = 0; i < 200000; i++) {
        textbuf_printf(&text, " a%d='1'", i);
    }
    textbuf_str(&text, "/></r>");
    assert_non_null(
        strstr(refusal(trace, text.bytes, text.length), "in.xml:2:1: error: a tag has"));
}

static void an_attribute_of_twelve_megabytes_is_refused(void **state) {
    struct trace *trace = *state;
    size_t size = 12 * 1024 * 1024;
    char *bytes = arena_alloc(trace->arena, size + 32);
    memcpy(bytes, "<a b='", 6);
    memset(bytes + 6, 'x', size);
    memcpy(bytes + 6 + size, "'/>", 3);
    assert_non_null(strstr(refusal(trace, bytes, size + 9), "in.xml:1:1: error: a tag is longer"));
}

static void an_element_name_of_sixty_kilobytes_is_refused(void **state) {
    struct trace *trace = *state;
    char *bytes = arena_alloc(trace->arena, 61000);
    memset(bytes, 'x', 60010);
    bytes[0] = '<';
    memcpy(bytes + 60000, "/>", 2);
    assert_non_null(strstr(refusal(trace, bytes, 60002), "[BP1001]"));
}

static void utf_7_and_other_declared_encodings_are_refused(void **state) {
    struct trace *trace = *state;
    assert_refused(trace, "<?xml version='1.0' encoding='UTF-7'?>+ADw-a/+AD4-",
                   "in.xml:1:31: error: the encoding UTF-7 is not accepted [BP1004]");
}

static void a_latin_1_declaration_is_refused(void **state) {
    assert_refused(*state, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a/>",
                   "the encoding ISO-8859-1");
}

static void utf_16_without_a_mark_is_refused(void **state) {
    assert_non_null(strstr(refusal(*state, "<\0a\0/\0>\0", 8), "BP1020"));
}

static void bad_utf_8_is_refused_at_its_byte(void **state) {
    assert_refused(*state, "<a>\n  b\xC3(</a>", "in.xml:2:4: error: the bytes here are not UTF-8");
}

static void overlong_utf_8_is_refused(void **state) {
    assert_refused(*state, "<a>\xC0\xBC</a>", "in.xml:1:4: error: the bytes");
}

static void a_zero_byte_is_refused(void **state) {
    assert_non_null(strstr(refusal(*state, "<a/>\0\0", 6), "in.xml:1:5: error: the file holds a"));
}

static void an_empty_file_is_refused(void **state) {
    assert_non_null(strstr(refusal(*state, "", 0), "BP1009"));
}

static void a_byte_order_mark_alone_is_an_empty_file(void **state) {
    assert_refused(*state, "\xEF\xBB\xBF", "BP1009");
}

static void blank_space_alone_is_refused(void **state) {
    assert_refused(*state, "  \n ", "BP1001");
}

static void a_truncated_file_is_refused(void **state) {
    assert_refused(*state, "<a>\n<b>text", "BP1001");
}

static void a_control_character_reference_is_refused(void **state) {
    assert_refused(*state, "<a>\n <b>&#27;</b></a>", "in.xml:2:10: error: not well-formed XML: ");
}

static void an_unbound_prefix_is_refused(void **state) {
    assert_refused(*state, "<a>\n<p:b/></a>", "BP1007");
}

static void a_rebound_xml_prefix_is_refused(void **state) {
    assert_refused(*state, "<a xmlns:xml='urn:x'/>", "BP1007");
}

static void a_second_root_is_refused(void **state) {
    assert_refused(*state, "<a/>\n<b/>", "in.xml:2:");
}

static void an_undeclared_entity_is_refused(void **state) {
    assert_refused(*state, "<a>\n&nbsp;</a>", "BP1001");
}

static void schema_locations_and_stylesheets_fetch_nothing(void **state) {
    struct trace *trace = *state;
    const char *text = "<?xml-stylesheet href='http://127.0.0.1:9/a.xsl' type='text/xsl'?>"
                       "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                       "xsi:schemaLocation='u http://127.0.0.1:9/a.xsd'/>";
    assert_int_equal(parse(trace, text, strlen(text)), XMLREAD_DONE);
    assert_int_equal(diags_count(trace->diags, DIAG_NOTE), 0);
}

static void a_flood_of_different_names_is_refused(void **state) {
    struct trace *trace = *state;
    struct textbuf text;
    textbuf_init(&text, trace->arena);
    textbuf_str(&text, "<r>");
    for (int i = 0; i < 400000; i++)
        textbuf_printf(&text, "<a%d/>", i);
    textbuf_str(&text, "</r>");
    assert_non_null(
        strstr(refusal(trace, text.bytes, text.length), "10000 different names [BP1021]"));
    assert_true(trace->elements < 11000);
}

static void a_comment_of_twenty_megabytes_costs_little(void **state) {
    struct trace *trace = *state;
    size_t size = 20 * 1024 * 1024;
    char *bytes = arena_alloc(trace->arena, size + 32);
    memcpy(bytes, "<a><!--", 7);
    memset(bytes + 7, 'x', size);
    memcpy(bytes + 7 + size, "--></a>", 7);
    size_t before = arena_used(trace->arena);
    parse(trace, bytes, size + 14);
    assert_true(arena_used(trace->arena) - before < 1024 * 1024);
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(elements_carry_names_namespaces_and_places),
        T(ampersands_that_were_written_as_references_twice_stay_text),
        T(lines_are_exact_far_beyond_65535),
        T(places_stay_exact_over_many_chunks),
        T(a_byte_order_mark_is_not_part_of_the_text),
        T(utf_16_with_a_mark_is_read),
        T(half_characters_of_utf_16_are_refused),
        T(a_callback_can_stop_the_reading),
        T(an_external_entity_is_refused_at_its_doctype),
        T(an_external_dtd_is_refused),
        T(parameter_entities_are_refused),
        T(a_billion_laughs_are_refused),
        T(default_attributes_of_a_dtd_are_refused),
        T(a_huge_internal_subset_is_refused_at_once),
        T(deep_nesting_is_refused),
        T(two_hundred_thousand_attributes_are_refused_before_parsing),
        T(an_attribute_of_twelve_megabytes_is_refused),
        T(an_element_name_of_sixty_kilobytes_is_refused),
        T(utf_7_and_other_declared_encodings_are_refused),
        T(a_latin_1_declaration_is_refused),
        T(utf_16_without_a_mark_is_refused),
        T(bad_utf_8_is_refused_at_its_byte),
        T(overlong_utf_8_is_refused),
        T(a_zero_byte_is_refused),
        T(an_empty_file_is_refused),
        T(a_byte_order_mark_alone_is_an_empty_file),
        T(blank_space_alone_is_refused),
        T(a_truncated_file_is_refused),
        T(a_control_character_reference_is_refused),
        T(an_unbound_prefix_is_refused),
        T(a_rebound_xml_prefix_is_refused),
        T(a_second_root_is_refused),
        T(an_undeclared_entity_is_refused),
        T(schema_locations_and_stylesheets_fetch_nothing),
        T(a_flood_of_different_names_is_refused),
        T(a_comment_of_twenty_megabytes_costs_little),
    };
#undef T
    return cmocka_run_group_tests(tests, NULL, NULL);
}
