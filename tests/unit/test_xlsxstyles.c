#include "workbook/xlsxstyles.h"
#include "zipcase.h"

static struct xlsxstyles read_styles(struct book *book, const char *text) {
    struct package *package =
        ZIPCASE_OPEN(book, xlsx_made(book->arena, (struct xlsx_case){.styles = text}));
    struct xlsxstyles styles;
    assert_true(xlsxstyles_read(package, "xl/styles.xml", &styles));
    return styles;
}

static void formats_of_cells_are_those_of_cellXfs(void **state) {
    static const enum cellformat expected[] = {
        CELLFORMAT_NUMBER, CELLFORMAT_DATE,   CELLFORMAT_PERCENT, CELLFORMAT_DATE,
        CELLFORMAT_TIME,   CELLFORMAT_NUMBER, CELLFORMAT_NUMBER,  CELLFORMAT_NUMBER};
    struct xlsxstyles styles = read_styles(
        *state, XLSX_STYLES("<numFmts><numFmt numFmtId='164' formatCode='dd.mm.yyyy'/>"
                            "<numFmt numFmtId='165' formatCode='[h]:mm'/>"
                            "<numFmt numFmtId='166' formatCode='0.0&quot;d&quot;'/>"
                            "<numFmt numFmtId='15' formatCode='0.00'/></numFmts>"
                            "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                            "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='10'/>"
                            "<xf numFmtId='164'><alignment/></xf><xf numFmtId='165'/>"
                            "<xf numFmtId='166'/><xf numFmtId='15'/><xf/></cellXfs>"
                            "<dxfs><dxf><numFmt numFmtId='0' formatCode='yyyy'/></dxf></dxfs>"));
    assert_int_equal(styles.formats.count, 8);
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(styles.formats.items[i], expected[i]);
}

static void a_workbook_without_formats_has_one(void **state) {
    struct book *book = *state;
    assert_int_equal(read_styles(book, XLSX_STYLES("")).formats.count, 1);
    struct xlsxstyles styles;
    struct package *package = ZIPCASE_OPEN(book, xlsx_made(book->arena, (struct xlsx_case){0}));
    assert_true(xlsxstyles_read(package, NULL, &styles));
    assert_int_equal(styles.formats.count, 1);
    assert_int_equal(styles.formats.items[0], CELLFORMAT_NUMBER);
    assert_false(xlsxstyles_read(package, "xl/nowhere.xml", &styles));
    assert_refused(book, "the file has no part 'xl/nowhere.xml' [BP1048]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(formats_of_cells_are_those_of_cellXfs),
        BOOK_TEST(a_workbook_without_formats_has_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
