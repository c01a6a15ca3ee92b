#include "export/writecsv.h"
#include "workbookfixture.h"

#define HEAD "<workbook xmlns='" SCHEMA_NAMESPACE "' version='1.0'>"
#define TAIL "</workbook>"

static const char *written(struct book *book, const char *xml) {
    book_read(book, xml);
    const struct sheetplan *plan = sheetplan_of(book->arena, book->workbook, false);
    struct textbuf out;
    textbuf_init(&out, book->arena);
    writecsv(&plan->sheets.items[plan->sheets.count - 1], &out);
    return textbuf_text(&out);
}

static void rows_end_with_CR_LF_and_blank_cells_hold_their_place(void **state) {
    assert_string_equal(
        written(*state, HEAD "<themes><theme id='T1' name='a' order='2'/>"
                             "<theme id='T2' name='b' owner='c'/></themes>" TAIL),
        "Theme ID *,Strategic Theme *,Theme Owner,Display Order\r\nT1,a,,2\r\nT2,b,c,\r\n");
}

static void only_cells_that_need_quotes_have_them(void **state) {
    assert_string_equal(
        written(*state,
                HEAD "<themes><theme id='T1' name='a, b'><description>say &quot;x&quot;&#10;"
                     "now</description></theme><theme id='T2' name='=1+1'>"
                     "<description>it's; so</description></theme><theme id='T3' name='#REF!'>"
                     "<description>no. #1</description></theme></themes>" TAIL),
        "Theme ID *,Strategic Theme *,Description\r\n"
        "T1,\"a, b\",\"say \"\"x\"\"\nnow\"\r\n"
        "T2,=1+1,it's; so\r\n"
        "T3,\"#REF!\",no. #1\r\n"); /* text, not the error of a formula */
}

static void numbers_stand_in_the_style_of_the_workbook(void **state) {
    assert_string_equal(written(*state, HEAD "<organization numberStyle='1 234,56'/><budgetLines>"
                                             "<budgetLine id='B' unit='U' amount='1250.5'/>"
                                             "</budgetLines>" TAIL),
                        "Budget ID *,Unit ID *,Amount *\r\nB,U,\"1250,5\"\r\n");
}

static void files_are_called_like_their_sheets(void **state) {
    struct book *book = *state;
    struct sheetplan_sheet sheet = {.title = "Measure Data"};
    assert_string_equal(writecsv_name(book->arena, &sheet), "Measure Data.csv");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(rows_end_with_CR_LF_and_blank_cells_hold_their_place),
        BOOK_TEST(only_cells_that_need_quotes_have_them),
        BOOK_TEST(numbers_stand_in_the_style_of_the_workbook),
        BOOK_TEST(files_are_called_like_their_sheets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
