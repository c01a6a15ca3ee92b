#include "workbook/canonical.h"
#include "workbookfixture.h"

#define HEAD "<workbook xmlns='urn:boardpack:strategy-workbook:1' version='1.0'>\n"
#define CORE                                                                                       \
    "<organization id='O' name='N' currency='EUR' fiscalYearStart='--04-01' asOf='2026-10-31' "    \
    "period='2026-10' numberStyle='1.234,56' conventionVersion='1'><vision>V</vision>"             \
    "</organization>\n"                                                                            \
    "<units><unit id='U0' name='Top' kind='enterprise'/></units><perspectives/><objectives/>"      \
    "<measures/>\n"
#define TAIL "</workbook>\n"

static void long_text_stands_in_elements(void **state) {
    struct book *book = *state;
    book_read(book, HEAD CORE TAIL);
    book_assert_clean(book);
    assert_string_equal(book_field(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_VISION)->text,
                        "V");
    assert_int_equal(book_place(book, SHEET_ORGANIZATION, 0, COLUMN_ORGANIZATION_VISION).line, 2);
    assert_int_equal(book->workbook->fiscal.start_month, 4);
}

static void any_prefix_will_do(void **state) {
    struct book *book = *state;
    book_read(book, "<ns0:workbook xmlns:ns0='urn:boardpack:strategy-workbook:1' version='1.0'>"
                    "<ns0:themes><ns0:theme id='T1' name='x'><ns0:description>d</ns0:description>"
                    "</ns0:theme></ns0:themes></ns0:workbook>");
    assert_int_equal(book_count(book, SHEET_THEMES), 1);
}

static void numbers_are_plain_whatever_the_declared_style(void **state) {
    struct book *book = *state;
    book_read(book, HEAD CORE "<values><value measure='M' period='2026-10' series='actual' "
                              "v='1.234'/><value measure='M' period='2026-09' series='actual' "
                              "v='1.5E2'/></values>" TAIL);
    book_assert_clean(book);
    assert_string_equal(book_field(book, SHEET_VALUES, 0, COLUMN_VALUES_VALUE)->text, "1.234");
    assert_string_equal(book_field(book, SHEET_VALUES, 1, COLUMN_VALUES_VALUE)->text, "150");
}

static void src_names_the_cell_of_findings(void **state) {
    struct book *book = *state;
    book_read(book,
              HEAD CORE "<themes>\n<theme id='T 1' name='x' src='My Themes!C14'/></themes>" TAIL);
    book_assert_finding(book, "in.xml:5:1: error: 'T 1' is not an id [BP2012]\n"
                              "  at 'My Themes'!C14\n");
}

static void a_src_that_is_no_cell_is_warned_of(void **state) {
    struct book *book = *state;
    book_read(book, HEAD CORE "<themes><theme id='T1' name='x' src='C14'/></themes>" TAIL);
    book_assert_finding(book, "warning: 'C14' names no spreadsheet cell [BP2036]");
    assert_int_equal(book_count(book, SHEET_THEMES), 1);
}

static void unknown_elements_are_reported_where_they_stand(void **state) {
    struct book *book = *state;
    book_read(book,
              HEAD CORE "<theems><theme/></theems><themes><themme id='T1'/>"
                        "<theme id='T2' name='x'><descripton>d</descripton></theme></themes>" TAIL);
    book_assert_finding(book, "error: the element 'theems' is not expected in 'workbook' [BP2032]\n"
                              "  did you mean 'themes'?");
    book_assert_finding(book, "the element 'themme' is not expected in 'themes' [BP2032]");
    book_assert_finding(book, "the element 'descripton' is not expected in 'theme' [BP2032]\n"
                              "  did you mean 'description'?");
    assert_int_equal(diags_count(book->diags, DIAG_NOTE), 3);
}

static void unknown_attributes_are_reported(void **state) {
    struct book *book = *state;
    book_read(book, HEAD CORE "<themes><theme id='T1' name='x' onwer='COO' "
                              "description='d' xmlns:x='urn:x' x:any='thing'/></themes>" TAIL);
    book_assert_finding(book, "error: the element 'theme' has no attribute 'onwer' [BP2033]\n"
                              "  did you mean 'owner'?");
    book_assert_finding(book, "has no attribute 'description' [BP2033]\n"
                              "  write it as a child element");
    assert_int_equal(diags_count(book->diags, DIAG_NOTE), 2);
}

static void attributes_written_as_elements_are_pointed_out(void **state) {
    struct book *book = *state;
    book_read(book, HEAD CORE "<themes><theme id='T1'><name>x</name></theme></themes>" TAIL);
    book_assert_finding(book, "the element 'name' is not expected in 'theme' [BP2032]\n"
                              "  write it as an attribute");
    book_assert_finding(book, "error: 'Strategic Theme' is empty [BP2011]");
}

static void what_may_stand_once_is_refused_twice(void **state) {
    struct book *book = *state;
    book_read(book, HEAD CORE "<themes><theme id='T1' name='x'><description>a</description>"
                              "<description>b</description></theme></themes><units/>" TAIL);
    book_assert_finding(book, "error: the element 'description' stands twice [BP2034]");
    book_assert_finding(book, "error: the element 'units' stands twice [BP2034]");
    assert_string_equal(book_field(book, SHEET_THEMES, 0, COLUMN_THEMES_DESCRIPTION)->text, "a");
}

static void loose_text_is_an_error_once(void **state) {
    struct book *book = *state;
    book_read(book,
              HEAD CORE "\n<themes>loose <!-- --> text<theme id='T1' name='x'/></themes>" TAIL);
    book_assert_finding(book, "in.xml:5:1: error: text stands where only elements are expected, "
                              "in 'themes' [BP2035]");
    assert_int_equal(diags_count(book->diags, DIAG_NOTE), 1);
}

static void elements_inside_text_are_errors(void **state) {
    struct book *book = *state;
    book_read(book, HEAD CORE "<themes><theme id='T1' name='x'><description>a<b>c</b>d"
                              "</description></theme></themes>" TAIL);
    book_assert_finding(book, "the element 'b' is not expected in 'description' [BP2032]");
}

static void another_version_is_refused(void **state) {
    struct book *book = *state;
    book_read(book, "<workbook xmlns='urn:boardpack:strategy-workbook:1' version='2.0'/>");
    assert_int_equal(book->result, WORKBOOK_UNREADABLE);
    book_assert_finding(book, "workbook XML of the kind 'version 2.0' is not known [BP1015]");
    assert_int_equal(diags_count(book->diags, DIAG_NOTE), 1);
}

static void no_version_is_refused(void **state) {
    struct book *book = *state;
    book_read(book, "<workbook xmlns='urn:boardpack:strategy-workbook:1'/>");
    assert_int_equal(book->result, WORKBOOK_UNREADABLE);
}

static void missing_containers_are_named_as_elements(void **state) {
    struct book *book = *state;
    book_read(book, HEAD TAIL);
    assert_int_equal(book->result, WORKBOOK_READ);
    book_assert_finding(book, "error: the sheet 'measures' is missing [BP2001]");
}

static void a_malformed_end_is_reported_once(void **state) {
    struct book *book = *state;
    book_read(book, HEAD CORE "<themes><theme id='T 1' name='x'/>" TAIL);
    assert_int_equal(book->result, WORKBOOK_UNREADABLE);
    book_assert_finding(book, "[BP1001]");
    assert_int_equal(diags_count(book->diags, DIAG_NOTE), 1);
}

/* Whatever comes first, periods are read by the fiscal calendar. */
static void rows_may_stand_before_what_says_how_to_read_them(void **state) {
    struct book *book = *state;
    book_read(book,
              HEAD "<values><value measure='M1' period='FY2026-Q1' series='actual' v='1'/>"
                   "<value measure='M1' period='2026-05-20' series='target' v='2'/></values>" CORE
                   "<settings fiscalYearNamedBy='start'/>" TAIL);
    book_assert_clean(book);
    assert_string_equal(book_field(book, SHEET_VALUES, 0, COLUMN_VALUES_PERIOD)->text, "2026-Q2");
    assert_string_equal(book_field(book, SHEET_VALUES, 1, COLUMN_VALUES_PERIOD)->text, "2026-05");
}

static void a_wrong_period_is_reported_once_a_row_wherever_it_stands(void **state) {
    struct book *book = *state;
    book_read(book,
              HEAD "<values><value measure='M1' period='soon' series='actual' v='1'/>\n"
                   "<value measure='M2' period='soon' series='actual' v='1'/></values>" CORE TAIL);
    book_assert_finding(book, "in.xml:2:9: error: 'soon' is not a period [BP2018]\n"
                              "in.xml:3:1: error: 'soon' is not a period [BP2018]\n");
    assert_true(book_field(book, SHEET_VALUES, 1, COLUMN_VALUES_PERIOD)->wrong);
    struct book *other = book_new();
    book_read(other, HEAD CORE "<settings/><values><value measure='M1' period='soon' "
                               "series='actual' v='1'/></values>" TAIL);
    book_assert_finding(other, "error: 'soon' is not a period [BP2018]\n");
    assert_int_equal(diags_count(other->diags, DIAG_ERROR), 1);
    arena_free(other->arena);
}

static void texts_longer_than_a_cell_are_refused(void **state) {
    struct book *book = *state;
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_str(&text, HEAD CORE "<themes><theme id='T1' name='x'><description>");
    for (int i = 0; i < 4000; i++)
        textbuf_str(&text, "ten bytes.");
    textbuf_str(&text, "</description></theme></themes>" TAIL);
    book_read(book, textbuf_text(&text));
    book_assert_finding(book, "error: the text is longer than 32768 characters [BP2026]");
    assert_int_equal(diags_count(book->diags, DIAG_NOTE), 1);
}

static void many_unknown_elements_end_the_reading(void **state) {
    struct book *book = *state;
    struct textbuf text;
    textbuf_init(&text, book->arena);
    textbuf_str(&text, HEAD CORE);
    for (int i = 0; i < 5000; i++)
        textbuf_printf(&text, "<unknown%d/>", i);
    textbuf_str(&text, TAIL);
    book_read(book, textbuf_text(&text));
    assert_true(diags_full(book->diags));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(long_text_stands_in_elements),
        BOOK_TEST(any_prefix_will_do),
        BOOK_TEST(numbers_are_plain_whatever_the_declared_style),
        BOOK_TEST(src_names_the_cell_of_findings),
        BOOK_TEST(a_src_that_is_no_cell_is_warned_of),
        BOOK_TEST(unknown_elements_are_reported_where_they_stand),
        BOOK_TEST(unknown_attributes_are_reported),
        BOOK_TEST(attributes_written_as_elements_are_pointed_out),
        BOOK_TEST(what_may_stand_once_is_refused_twice),
        BOOK_TEST(loose_text_is_an_error_once),
        BOOK_TEST(elements_inside_text_are_errors),
        BOOK_TEST(another_version_is_refused),
        BOOK_TEST(no_version_is_refused),
        BOOK_TEST(missing_containers_are_named_as_elements),
        BOOK_TEST(a_malformed_end_is_reported_once),
        BOOK_TEST(rows_may_stand_before_what_says_how_to_read_them),
        BOOK_TEST(a_wrong_period_is_reported_once_a_row_wherever_it_stands),
        BOOK_TEST(texts_longer_than_a_cell_are_refused),
        BOOK_TEST(many_unknown_elements_end_the_reading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
