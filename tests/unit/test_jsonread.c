#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/jsonread.h"
#include "base/textbuf.h"
#include <string.h>

static const struct jsonread *parsed(struct arena *arena, const char *text) {
    struct jsonread_fault fault;
    const struct jsonread *value = jsonread_parse(arena, text, strlen(text), &fault);
    assert_null(fault.what);
    assert_non_null(value);
    return value;
}

static void a_tree_keeps_order_kinds_and_places(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    const struct jsonread *root =
        parsed(arena, "{\"a\": [1, -2.5, 1e30],\n \"b\": {\"c\": true, \"d\": null}}\r\n");
    const struct jsonread *a = jsonread_field(root, "a"), *b = jsonread_field(root, "b");
    assert_int_equal(root->count, 2);
    assert_int_equal(a->kind, JSONREAD_ARRAY);
    assert_int_equal(a->count, 3);
    assert_int_equal(a->first->number.micro, 1000000);
    assert_int_equal(a->first->next->number.micro, -2500000);
    assert_true(a->first->exact);
    assert_false(a->first->next->next->exact);
    assert_int_equal(b->line, 2);
    assert_int_equal(b->column, 7);
    assert_true(jsonread_field(b, "c")->flag);
    assert_int_equal(jsonread_field(b, "d")->kind, JSONREAD_NULL);
    assert_null(jsonread_field(b, "e"));
    assert_null(jsonread_field(a, "c"));
    assert_null(jsonread_field(NULL, "c"));
    arena_free(arena);
}

static void escapes_become_characters(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    assert_string_equal(parsed(arena, "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20AC\"")->text,
                        "\"\\/\b\f\n\r\t\u00e9\u20ac");
    assert_string_equal(parsed(arena, "\"\\uD83D\\ude00\"")->text, "\U0001F600");
    assert_string_equal(parsed(arena, "\"\u00e9\"")->text, "\u00e9");
    arena_free(arena);
}

static void whole_numbers_have_bounds(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    int64_t n = 0;
    assert_true(jsonread_whole(parsed(arena, "7"), 0, 7, &n));
    assert_int_equal(n, 7);
    assert_false(jsonread_whole(parsed(arena, "8"), 0, 7, &n));
    assert_false(jsonread_whole(parsed(arena, "-1"), 0, 7, &n));
    assert_false(jsonread_whole(parsed(arena, "1.5"), 0, 7, &n));
    assert_true(jsonread_whole(parsed(arena, "1E+1"), 0, 70, &n));
    assert_int_equal(n, 10);
    assert_false(jsonread_whole(parsed(arena, "0.0000001"), 0, 70, &n));
    assert_false(jsonread_whole(parsed(arena, "99999999999999999999"), 0, INT64_MAX, &n));
    assert_false(jsonread_whole(parsed(arena, "\"7\""), 0, 7, &n));
    assert_false(jsonread_whole(NULL, 0, 7, &n));
    arena_free(arena);
}

static void faults_say_where_and_why(void **state) {
    (void)state;
    static const struct {
        const char *text;
        uint32_t line, column;
        const char *what;
    } cases[] = {
        {"", 1, 1, "a value is missing"},
        {"[1,\n 2", 2, 3, "a comma or a closing bracket is missing"},
        {"[1 2]", 1, 4, "a comma or a closing bracket is missing"},
        {"[1,]", 1, 4, "this is no value"},
        {"{\"a\" 1}", 1, 6, "a colon is missing"},
        {"{1:2}", 1, 2, "a key in quotation marks is missing"},
        {"{\"a\":1,\"a\":2}", 1, 8, "this key stands twice in its object"},
        {"01", 1, 3, "this is no value"},
        {"-", 1, 2, "this is no value"},
        {"1.", 1, 3, "digits are missing after the point"},
        {"1e", 1, 3, "digits are missing in the exponent"},
        {"tru", 1, 1, "this is no value"},
        {"1 2", 1, 3, "something follows after the value"},
        {"\"a", 1, 3, "the text does not end"},
        {"\"\\", 1, 3, "the text does not end"},
        {"\"\\q\"", 1, 3, "this escape does not exist"},
        {"\"\\u12g4\"", 1, 6, "\\u needs four hexadecimal digits"},
        {"\"\\u0000\"", 1, 8, "U+0000 is no character of a text"},
        {"\"\\uD800\"", 1, 8, "half of a pair stands alone"},
        {"\"\\uD800\\u0041\"", 1, 14, "half of a pair stands alone"},
        {"\"\\uD800\\u00\"", 1, 12, "\\u needs four hexadecimal digits"},
        {"\"a\nb\"", 1, 3, "a control character stands in a text"},
        {"\"\xff\"", 1, 1, "it is not UTF-8"},
    };
    struct arena *arena = arena_new(0, NULL, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct jsonread_fault fault;
        assert_null(jsonread_parse(arena, cases[i].text, strlen(cases[i].text), &fault));
        assert_string_equal(fault.what, cases[i].what);
        assert_int_equal(fault.line, cases[i].line);
        assert_int_equal(fault.column, cases[i].column);
    }
    arena_free(arena);
}

static const char *fault_of(struct arena *arena, const struct textbuf *text) {
    struct jsonread_fault fault;
    assert_null(jsonread_parse(arena, text->bytes, text->length, &fault));
    return fault.what;
}

static void size_depth_and_number_are_capped(void **state) {
    (void)state;
    struct arena *arena = arena_new(0, NULL, NULL);
    struct textbuf text;
    textbuf_init(&text, arena);
    for (unsigned i = 0; i <= JSONREAD_DEPTH; i++)
        textbuf_char(&text, '[');
    assert_string_equal(fault_of(arena, &text), "values stand more than 32 deep in one another");
    textbuf_clear(&text);
    textbuf_char(&text, '[');
    for (unsigned i = 0; i < JSONREAD_VALUES; i++)
        textbuf_str(&text, "1,");
    assert_string_equal(fault_of(arena, &text), "there are more than 200,000 values");
    textbuf_clear(&text);
    for (unsigned i = 0; i <= JSONREAD_FIELDS; i++)
        textbuf_printf(&text, "%s\"%u\":1", i ? "," : "{", i);
    assert_string_equal(fault_of(arena, &text), "an object has more than 200 fields");
    textbuf_clear(&text);
    textbuf_char(&text, '"');
    for (unsigned i = 0; i < 40000; i++)
        textbuf_char(&text, 'x');
    assert_string_equal(fault_of(arena, &text), "a text is longer than 32 KiB");
    textbuf_clear(&text);
    for (unsigned i = 0; i <= JSONREAD_BYTES; i++)
        textbuf_char(&text, ' ');
    assert_string_equal(fault_of(arena, &text), "it is longer than 8 MiB");
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tree_keeps_order_kinds_and_places),
        cmocka_unit_test(escapes_become_characters),
        cmocka_unit_test(whole_numbers_have_bounds),
        cmocka_unit_test(faults_say_where_and_why),
        cmocka_unit_test(size_depth_and_number_are_capped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
