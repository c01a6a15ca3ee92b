#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/pdfobject.h"
#include <string.h>
#include <zlib.h>

static struct arena *arena;
static struct textbuf out;

static int setup(void **state) {
    (void)state;
    arena = arena_new(0, NULL, NULL);
    textbuf_init(&out, arena);
    return arena ? 0 : -1;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static const char *text_string(const char *text) {
    textbuf_clear(&out);
    pdfobject_text(&out, text);
    return textbuf_text(&out);
}

static void text_strings_are_literals_or_utf16(void **state) {
    (void)state;
    assert_string_equal(text_string("Plain"), "(Plain)");
    assert_string_equal(text_string("a(b)\\c"), "(a\\(b\\)\\\\c)");
    assert_string_equal(text_string(""), "()");
    assert_string_equal(text_string("\u00FC"), "<FEFF00FC>");
    assert_string_equal(text_string("\U0001F600"), "<FEFFD83DDE00>");
    assert_string_equal(text_string("a\nb"), "<FEFF0061000A0062>");
    assert_string_equal(text_string("\xFF"), "<FEFFFFFD>");
}

static void lengths_have_two_decimals_and_round_half_away(void **state) {
    (void)state;
    static const struct {
        mp length;
        const char *text;
    } cases[] = {{0, "0"},
                 {PT(12), "12"},
                 {12344, "12.34"},
                 {12345, "12.35"},
                 {-5, "-.01"},
                 {-12345, "-12.35"},
                 {4, "0"},
                 {-4, "0"},
                 {841890, "841.89"},
                 {500, ".5"},
                 {-1230, "-1.23"},
                 {12345678, "12345.68"},
                 {PT(1234567), "1234567"},
                 {PT(100), "100"},
                 {PT(1001), "1001"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        textbuf_clear(&out);
        pdfobject_length(&out, cases[i].length, ' ');
        out.bytes[--out.length] = '\0';
        assert_string_equal(textbuf_text(&out), cases[i].text);
    }
}

static void dictionaries_can_be_filled_after_they_are_named(void **state) {
    (void)state;
    struct pdfobject_store *store = pdfobject_open(arena);
    struct textbuf *first, *second;
    uint32_t a = pdfobject_dict(store, &first), b = pdfobject_dict(store, &second);
    assert_int_equal(b, a + 1);
    textbuf_str(second, "/B 1");
    textbuf_str(first, "/A ");
    pdfobject_reference(first, b);
    struct pdfobject object = pdfobject_at(store, a);
    assert_int_equal(object.kind, PDFOBJECT_VALUE);
    textbuf_bytes(&out, object.text, object.text_length);
    assert_string_equal(textbuf_text(&out), arena_printf(arena, "<</A %u 0 R>>", b));
    assert_null(pdfobject_problem(store));
    pdfobject_close(store);
}

static void streams_are_deflated_when_that_gains(void **state) {
    (void)state;
    struct pdfobject_store *store = pdfobject_open(arena);
    char data[1000];
    memset(data, 'x', sizeof data);
    uint32_t number = pdfobject_stream(store, "/N 3", data, sizeof data, true);
    uint32_t tiny = pdfobject_stream(store, "", "ab", 2, true);
    struct pdfobject object = pdfobject_at(store, number);
    assert_int_equal(object.kind, PDFOBJECT_STREAM);
    assert_true(object.length < 50);
    assert_memory_equal(object.text, "/N 3/Filter/FlateDecode", object.text_length);
    unsigned char plain[1000];
    uLongf size = sizeof plain;
    assert_int_equal(uncompress(plain, &size, object.bytes, object.length), Z_OK);
    assert_int_equal(size, sizeof data);
    assert_memory_equal(plain, data, sizeof data);
    object = pdfobject_at(store, tiny);
    assert_int_equal(object.length, 2);
    assert_int_equal(object.text_length, 0);
    pdfobject_close(store);
}

static void pages_have_our_entries_and_deflated_content(void **state) {
    (void)state;
    struct pdfobject_store *store = pdfobject_open(arena);
    struct textbuf *entries, content;
    uint32_t page = pdfobject_page(store, &entries);
    textbuf_str(entries, "/MediaBox[0 0 1 2]");
    textbuf_init(&content, arena);
    pdfobject_content(store, &content); /* empty: still a byte */
    struct pdfobject object = pdfobject_at(store, page);
    textbuf_bytes(&out, object.text, object.text_length);
    const char *text = textbuf_text(&out);
    assert_non_null(strstr(text, "/Type /Page"));
    assert_non_null(strstr(text, "/Contents "));
    assert_non_null(strstr(text, "/MediaBox[0 0 1 2]>>"));
    assert_null(strstr(text, "ProcSet"));
    assert_null(strstr(text, "841"));
    unsigned streams = 0, freed = 0;
    for (uint32_t i = 1; i < pdfobject_count(store); i++) {
        object = pdfobject_at(store, i);
        freed += object.kind == PDFOBJECT_FREE;
        if (object.kind != PDFOBJECT_STREAM)
            continue;
        streams++;
        unsigned char plain[8];
        uLongf size = sizeof plain;
        assert_int_equal(uncompress(plain, &size, object.bytes, object.length), Z_OK);
        assert_int_equal(size, 1);
        assert_memory_equal(object.text, "/Filter/FlateDecode", object.text_length);
    }
    assert_int_equal(streams, 1);
    assert_int_equal(freed, 1); /* libharu's number for the stream's length */
    pdfobject_close(store);
}

static void write_paragraph_or_heading(void *user, uint32_t which, struct textbuf *body) {
    assert_string_equal(user, "mine");
    textbuf_str(body, which == 0 ? "/S/P" : "/S/H1");
}

static void a_dictionary_can_be_written_late_or_be_there_at_once(void **state) {
    (void)state;
    char mine[] = "mine";
    struct pdfobject_store *store = pdfobject_open(arena);
    struct textbuf body;
    textbuf_init(&body, arena);
    textbuf_str(&body, "/S/Div");
    const uint32_t made = pdfobject_made(store, &body);
    textbuf_clear(&body); /* it is copied */
    const uint32_t later = pdfobject_later(store, write_paragraph_or_heading, mine);
    struct pdfobject object = pdfobject_at(store, made);
    assert_int_equal(object.text_length, 10);
    assert_memory_equal(object.text, "<</S/Div>>", 10);
    object = pdfobject_at(store, later);
    assert_int_equal(object.text_length, 8);
    assert_memory_equal(object.text, "<</S/P>>", 8);
    pdfobject_close(store);
}

static void reserved_numbers_follow_all_others(void **state) {
    (void)state;
    char mine[] = "mine";
    struct pdfobject_store *store = pdfobject_open(arena);
    uint32_t before = pdfobject_count(store);
    uint32_t first = pdfobject_reserve(store, 2, write_paragraph_or_heading, mine);
    assert_int_equal(first, before);
    assert_int_equal(pdfobject_count(store), before + 2);
    struct pdfobject object = pdfobject_at(store, first + 1);
    assert_int_equal(object.text_length, 9);
    assert_memory_equal(object.text, "<</S/H1>>", 9);
    pdfobject_close(store);
}

static void the_first_failure_is_kept(void **state) {
    (void)state;
    struct pdfobject_store *store = pdfobject_open(arena);
    assert_null(pdfobject_problem(store));
    pdfobject_fail(store, "one");
    pdfobject_fail(store, "two");
    assert_string_equal(pdfobject_problem(store), "one");
    pdfobject_close(store);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(text_strings_are_literals_or_utf16),
        TEST(lengths_have_two_decimals_and_round_half_away),
        TEST(dictionaries_can_be_filled_after_they_are_named),
        TEST(streams_are_deflated_when_that_gains),
        TEST(pages_have_our_entries_and_deflated_content),
        TEST(a_dictionary_can_be_written_late_or_be_there_at_once),
        TEST(reserved_numbers_follow_all_others),
        TEST(the_first_failure_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
