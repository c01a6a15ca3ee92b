#include "base/bounds.h"
#include "workbook/xlsxstrings.h"
#include "zipcase.h"

static bool read_strings(struct book *book, const char *text, struct xlsxstrings *out) {
    struct package *package =
        ZIPCASE_OPEN(book, xlsx_made(book->arena, (struct xlsx_case){.strings = text}));
    return xlsxstrings_read(package, "xl/sharedStrings.xml", out);
}

static void texts_are_joined_from_their_runs(void **state) {
    struct book *book = *state;
    struct xlsxstrings strings;
    assert_true(read_strings(
        book,
        XLSX_STRINGS("<si><t>plain</t></si><si/>"
                     "<si><r><rPr><b/></rPr><t xml:space='preserve'>bold </t></r>"
                     "<r><t>and not</t></r></si>"
                     "<si><t>\u6771\u4eac</t><rPh sb='0' eb='2'><t>\u30c8\u30a6</t></rPh>"
                     "<phoneticPr fontId='1'/></si>"
                     "<si><t>two\nlines_x000D_</t></si>"),
        &strings));
    assert_int_equal(strings.items.count, 5);
    assert_string_equal(strings.items.items[0].text, "plain");
    assert_string_equal(strings.items.items[1].text, "");
    assert_string_equal(strings.items.items[2].text, "bold and not");
    assert_string_equal(strings.items.items[3].text, "\u6771\u4eac");
    assert_string_equal(strings.items.items[4].text, "two\nlines\n");
}

static void long_texts_are_cut_and_marked(void **state) {
    struct book *book = *state;
    struct xlsxstrings strings;
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_str(&text, "<sst xmlns='" XLSX_SPACE "'><si><t>");
    for (size_t i = 0; i <= BOUND_FIELD_BYTES; i++)
        textbuf_char(&text, 'a');
    textbuf_str(&text, "</t></si><si><t>b</t></si></sst>");
    assert_true(read_strings(book, textbuf_text(&text), &strings));
    assert_int_equal(strlen(strings.items.items[0].text), BOUND_FIELD_BYTES);
    assert_true(strings.items.items[0].overlong);
    assert_false(strings.items.items[1].overlong);
}

static void a_workbook_may_have_none(void **state) {
    struct book *book = *state;
    struct xlsxstrings strings;
    struct package *package = ZIPCASE_OPEN(book, xlsx_made(book->arena, (struct xlsx_case){0}));
    assert_true(xlsxstrings_read(package, NULL, &strings));
    assert_int_equal(strings.items.count, 0);
}

static void a_broken_table_is_refused(void **state) {
    struct book *book = *state;
    struct xlsxstrings strings;
    assert_false(read_strings(book, "<sst xmlns='" XLSX_SPACE "'><si>", &strings));
    assert_refused(book, "its part 'xl/sharedStrings.xml' is damaged at line 1, column ");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(texts_are_joined_from_their_runs),
        BOOK_TEST(long_texts_are_cut_and_marked),
        BOOK_TEST(a_workbook_may_have_none),
        BOOK_TEST(a_broken_table_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
