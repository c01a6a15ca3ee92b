#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/bounds.h"
#include "base/textbuf.h"
#include "xml/xmlscan.h"
#include <string.h>

static int set_up(void **state) {
    *state = arena_new(0, NULL, NULL);
    return 0;
}

static int tear_down(void **state) {
    arena_free(*state);
    return 0;
}

/* The accepted text, or the finding. */
static const char *scan(struct arena *arena, const char *bytes, size_t length) {
    struct diags *diags = diags_new(arena);
    struct xmlscan_text text;
    struct textbuf out;
    textbuf_init(&out, arena);
    if (xmlscan_accept(arena, "in.xml", bytes, length, diags, &text)) {
        assert_int_equal(diags_count(diags, DIAG_NOTE), 0);
        textbuf_bytes(&out, text.bytes, text.length);
    } else {
        assert_int_equal(diags_count(diags, DIAG_NOTE), 1);
        diags_text(diags, &out, 9);
    }
    return textbuf_text(&out);
}

static void expect(struct arena *arena, const char *text, const char *expected) {
    const char *found = scan(arena, text, strlen(text));
    if (!strstr(found, expected))
        fail_msg("no '%s' in: %s", expected, found);
}

static void utf_8_passes_as_it_is(void **state) {
    expect(*state, "<a>\xC3\xA9\xE2\x82\xAC\xF0\x9F\x92\xA7</a>",
           "<a>\xC3\xA9\xE2\x82\xAC\xF0\x9F\x92\xA7</a>");
    expect(*state, "<?xml version='1.0' encoding='utf-8'?><a/>", "<a/>");
    expect(*state, "<?xml encoding = \"UTF8\" ?><a/>", "<a/>");
}

static void surrogates_and_too_high_codes_are_no_utf_8(void **state) {
    expect(*state, "<a>\xED\xA0\x80</a>", "in.xml:1:4: error: the bytes here are not UTF-8");
    expect(*state, "<a>\xF4\x90\x80\x80</a>", "1:4: error");
    expect(*state, "<a>\xE2\x82", "1:4: error");
    expect(*state, "<a>\x80", "1:4: error");
    expect(*state, "\n\n<a>\xFF", "3:4: error");
}

static void an_encoding_is_looked_for_in_the_declaration_only(void **state) {
    expect(*state, "<a encoding='UTF-7'/>", "<a enc");
    expect(*state, "<?xml version='1.0'?><a encoding='UTF-7'/>", "<a enc");
    expect(*state, "<?xml version='1.0' encoding='windows-1252'?><a/>",
           "in.xml:1:31: error: the encoding windows-1252 is not accepted [BP1004]");
    expect(*state, "<?xml version='1.0' encoding='latin1'?><a>caf\xE9</a>",
           "in.xml:1:31: error: the encoding latin1 is not accepted [BP1004]");
    expect(*state, "<?xml version='1.0' encoding='\xE9'?><a/>", "is not accepted [BP1004]");
    expect(*state, "<?xml version='1.0' encoding='UTF-16'?><a/>", "the encoding UTF-16");
}

static void quotes_protect_the_end_of_a_tag(void **state) {
    expect(*state, "<a b='>' c=\"'>\"/>", "<a b");
}

static void comments_and_cdata_are_not_tags(void **state) {
    struct textbuf text;
    textbuf_init(&text, *state);
    textbuf_str(&text, "<a><!-- <b ");
    for (int i = 0; i < 70; i++)
        textbuf_str(&text, "c=");
    textbuf_str(&text, "--><![CDATA[<d ");
    for (int i = 0; i < 70; i++)
        textbuf_str(&text, "c=");
    textbuf_str(&text, "]]></a>");
    expect(*state, textbuf_text(&text), "<a>");
}

static void attributes_are_counted_up_to_the_cap(void **state) {
    struct textbuf text;
    textbuf_init(&text, *state);
    textbuf_str(&text, "<a");
    for (unsigned i = 0; i < BOUND_ATTRIBUTES; i++)
        textbuf_printf(&text, " a%u='='", i);
    struct textbuf more;
    textbuf_init(&more, *state);
    textbuf_printf(&more, "%s x=''/>", textbuf_text(&text));
    textbuf_str(&text, "/>");
    expect(*state, textbuf_text(&text), "<a");
    expect(*state, textbuf_text(&more), "in.xml:1:1: error: a tag has more than 64 attributes");
}

static void tags_are_measured_up_to_the_cap(void **state) {
    size_t size = BOUND_START_TAG_BYTES;
    char *bytes = arena_alloc(*state, size + 2);
    memset(bytes, 'x', size + 1);
    memcpy(bytes, "<a b='", 6);
    memcpy(bytes + size - 3, "'/>", 3);
    bytes[size] = '\0';
    expect(*state, bytes, "<a b='");
    memset(bytes + 6, 'x', size - 8);
    memcpy(bytes + size - 2, "'/>", 3);
    expect(*state, bytes, "in.xml:1:1: error: a tag is longer than 65536 bytes [BP1003]");
}

static void what_stands_aside_is_measured_up_to_the_cap_BP1030(void **state) {
    static const struct {
        const char *open, *close, *name;
    } asides[] = {{"<a><!--", "-->", "a comment"},
                  {"<a><![CDATA[", "]]>", "a CDATA section"},
                  {"<a><?x ", "?>", "a processing instruction"}};
    for (size_t i = 0; i < sizeof asides / sizeof asides[0]; i++) {
        size_t open = strlen(asides[i].open), close = strlen(asides[i].close);
        size_t size = 3 + BOUND_ASIDE_BYTES;
        char *bytes = arena_alloc(*state, size + 6);
        memset(bytes, 'x', size);
        memcpy(bytes, asides[i].open, open);
        memcpy(bytes + size - close, asides[i].close, close);
        strcpy(bytes + size, "</a>");
        expect(*state, bytes, asides[i].open);
        memset(bytes + size - close, 'x', close); /* one byte more */
        memcpy(bytes + size + 1 - close, asides[i].close, close + 1);
        expect(*state, bytes,
               arena_printf(*state, "in.xml:1:4: error: %s is longer than 1048576 bytes [BP1030]",
                            asides[i].name));
        memset(bytes + size + 1 - close, 'x', close); /* and without an end */
        expect(*state, bytes, "in.xml:1:4: error: ");
    }
}

static void an_ampersand_that_begins_nothing_is_an_error_BP1031(void **state) {
    expect(*state, "<a b='&amp;&#38;&#x26;'>&lt;&a.b-c:d_e;&\xC3\xA9;</a>", "&lt;&a.b");
    expect(*state, "<a>\nR & D</a>",
           "in.xml:2:3: error: an ampersand begins nothing here [BP1031]");
    expect(*state, "<a>R&D</a>", "in.xml:1:5: error");
    expect(*state, "<a>&amp;&amp", "in.xml:1:9: error");
    expect(*state, "<a>&", "in.xml:1:4: error");
    expect(*state, "<a>&;</a>", "in.xml:1:4: error");
    expect(*state, "<a b='&amp;&'/>", "in.xml:1:12: error");
    expect(*state, "<a b='x'/>&", "in.xml:1:11: error");
}

static void ampersands_aside_mean_nothing(void **state) {
    expect(*state, "<a><!-- R&D --><![CDATA[&&]]><?x & ?>&amp;</a>", "&amp;");
    expect(*state, "<a><!-- R&D -->&<!-- & --></a>", "in.xml:1:16: error");
    expect(*state, "<!DOCTYPE a [ & ]><a>&</a>", "<!DOCTYPE"); /* the parser refuses it */
}

static void places_count_lines_and_bytes(void **state) {
    (void)state;
    struct xmlscan_text text = {"ab\n\xC3\xA9x\n\nz", 9};
    struct xmlscan_cursor cursor = {0};
    struct place place = xmlscan_place(&cursor, &text, "f", 1);
    assert_int_equal(place.line, 1);
    assert_int_equal(place.column, 2);
    place = xmlscan_place(&cursor, &text, "f", 5);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 3);
    place = xmlscan_place(&cursor, &text, "f", 8);
    assert_int_equal(place.line, 4);
    assert_int_equal(place.column, 1);
    place = xmlscan_place(&cursor, &text, "f", 99);
    assert_int_equal(place.line, 4);
    assert_int_equal(place.column, 2);
}

static void the_file_itself_has_a_cap(void **state) {
    /* Only the length is looked at. */
    struct diags *diags = diags_new(*state);
    struct xmlscan_text text;
    assert_false(
        xmlscan_accept(*state, "in.xml", "<a/>", (size_t)BOUND_FILE_BYTES + 1, diags, &text));
    size_t count;
    assert_int_equal(diags_sorted(diags, &count)[0].code, BP1011);
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(utf_8_passes_as_it_is),
        T(surrogates_and_too_high_codes_are_no_utf_8),
        T(an_encoding_is_looked_for_in_the_declaration_only),
        T(quotes_protect_the_end_of_a_tag),
        T(comments_and_cdata_are_not_tags),
        T(attributes_are_counted_up_to_the_cap),
        T(tags_are_measured_up_to_the_cap),
        T(what_stands_aside_is_measured_up_to_the_cap_BP1030),
        T(an_ampersand_that_begins_nothing_is_an_error_BP1031),
        T(ampersands_aside_mean_nothing),
        T(places_count_lines_and_bytes),
        T(the_file_itself_has_a_cap),
    };
#undef T
    return cmocka_run_group_tests(tests, NULL, NULL);
}
