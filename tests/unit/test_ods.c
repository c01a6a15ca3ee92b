#include "workbook/ods.h"
#include "zipcase.h"

#define ODF_SPACES                                                                                 \
    " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "                            \
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "                               \
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "                                 \
    "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "                               \
    "xmlns:number='urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0'"
#define CONTENT(inner) "<office:document-content" ODF_SPACES ">" inner "</office:document-content>"
#define TABLE(inner)                                                                               \
    "<office:body><office:spreadsheet><table:table table:name='Units'>" inner                      \
    "</table:table></office:spreadsheet></office:body>"
#define ROW "<table:table-row>"
#define END "</table:table-row>"

static bool read_parts(struct book *book, const struct zipcase_part *parts, size_t count,
                       struct sheets *out) {
    struct zipcase_bytes zip = zipcase_made(book->arena, parts, count);
    *out = (struct sheets){.items = {.count = 0}};
    return ods_read(book->arena, "in.ods", zip.bytes, zip.length, book->diags, out);
}

static void its_content_is_read_like_flat_odf(void **state) {
    struct book *book = *state;
    struct sheets sheets;
    struct zipcase_part part = {
        .name = "content.xml",
        .text = CONTENT(TABLE(
            ROW
            "<table:table-cell office:value-type='string'><text:p>x</text:p></table:table-cell>"
            "<table:table-cell office:value-type='date' office:date-value='2026-10-31'/>" END))};
    assert_true(read_parts(book, &part, 1, &sheets));
    const struct sheet *sheet = &sheets.items.items[0];
    assert_string_equal(sheet->title, "Units");
    assert_int_equal(sheet->cells.count, 2);
    assert_string_equal(sheet->cells.items[0].text, "x");
    assert_int_equal(sheet->cells.items[1].kind, CELL_DATE);
    assert_int_equal(sheet->cells.items[1].line, 0);
}

static void its_styles_tell_percentages(void **state) {
    struct book *book = *state;
    struct sheets sheets;
    struct zipcase_part parts[] = {
        {.name = "content.xml",
         .text = CONTENT("<office:automatic-styles><style:style style:name='c' "
                         "style:data-style-name='P'/></office:automatic-styles>" TABLE(
                             ROW "<table:table-cell table:style-name='c' office:value-type='float' "
                                 "office:value='0.5'/>" END))},
        {.name = "styles.xml",
         .text = "<office:document-styles" ODF_SPACES "><office:styles><number:percentage-style "
                 "style:name='P'/></office:styles></office:document-styles>"}};
    assert_true(read_parts(book, parts, 2, &sheets));
    assert_int_equal(sheets.items.items[0].cells.items[0].kind, CELL_PERCENT);
}

static void findings_name_the_cell_and_no_line(void **state) {
    struct book *book = *state;
    struct sheets sheets;
    struct zipcase_part part = {
        .name = "content.xml",
        .text = CONTENT(TABLE(ROW "<table:table-cell office:value-type='float' office:value='1' "
                                  "table:number-columns-repeated='1025'/>" END))};
    assert_false(read_parts(book, &part, 1, &sheets));
    assert_refused(book, "in.ods: error: a filled cell is repeated 1025 times [BP1018]\n"
                         "  at Units!A1\n");
}

static void a_package_without_content_is_refused(void **state) {
    struct book *book = *state;
    struct sheets sheets;
    struct zipcase_part part = {.name = "mimetype",
                                .text = "application/vnd.oasis.opendocument.spreadsheet"};
    assert_false(read_parts(book, &part, 1, &sheets));
    assert_refused(book, "in.ods: error: the file has no part 'content.xml' [BP1048]\n");
}

static void broken_parts_are_named(void **state) {
    struct book *book = *state;
    struct sheets sheets;
    struct zipcase_part parts[] = {{.name = "content.xml", .text = CONTENT(TABLE(""))},
                                   {.name = "styles.xml", .text = "<a"}};
    assert_false(read_parts(book, parts, 2, &sheets));
    assert_refused(book, "its part 'styles.xml' is damaged at line 1, column ");
    assert_false(ods_read(book->arena, "in.ods", "PK\3\4", 4, book->diags, &sheets));
    book_assert_finding(book, "in.ods: error: the file is a damaged zip package");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(its_content_is_read_like_flat_odf),
        BOOK_TEST(its_styles_tell_percentages),
        BOOK_TEST(findings_name_the_cell_and_no_line),
        BOOK_TEST(a_package_without_content_is_refused),
        BOOK_TEST(broken_parts_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
