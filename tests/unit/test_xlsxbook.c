#include "workbook/xlsxbook.h"
#include "zipcase.h"

static bool read_book(struct book *book, struct xlsx_case one, struct xlsxbook *out) {
    struct package *package = ZIPCASE_OPEN(book, xlsx_made(book->arena, one));
    assert_non_null(package);
    return xlsxbook_read(package, out);
}

static void refuse(struct xlsx_case one, const char *finding) {
    struct book *book = book_new();
    struct xlsxbook out;
    assert_false(read_book(book, one, &out));
    assert_refused(book, finding);
    arena_free(book->arena);
}

static void sheets_come_in_the_order_of_the_workbook(void **state) {
    struct book *book = *state;
    struct xlsxbook out;
    assert_true(read_book(
        book,
        (struct xlsx_case){
            .book = XLSX_BOOK("<sheets><sheet name='B' sheetId='7' r:id='rId2'/>"
                              "<sheet name='A' sheetId='1' state='hidden' r:id='rId1'/>"
                              "<sheet name='C' sheetId='2' state='veryHidden' r:id='rId1'/>"
                              "<sheet name='D_x005F_' state='visible' r:id='rId3'/></sheets>"),
            .links = XLSX_LINKS(XLSX_LINK("rId1", "worksheet", "worksheets/sheet1.xml")
                                    XLSX_LINK("rId2", "worksheet", "/xl/worksheets/sheet9.xml")
                                        XLSX_LINK("rId3", "chartsheet", "chart.xml"))},
        &out));
    assert_int_equal(out.sheets.count, 4);
    assert_string_equal(out.sheets.items[0].title, "B");
    assert_string_equal(out.sheets.items[0].part, "xl/worksheets/sheet9.xml");
    assert_false(out.sheets.items[0].hidden);
    assert_string_equal(out.sheets.items[1].part, "xl/worksheets/sheet1.xml");
    assert_true(out.sheets.items[1].hidden);
    assert_true(out.sheets.items[2].hidden);
    assert_string_equal(out.sheets.items[3].title, "D_");
    assert_null(out.sheets.items[3].part);
    assert_null(out.styles);
    assert_null(out.strings);
    assert_int_equal(out.base, CELLFORMAT_1900);
    assert_false(out.uncalculated);
}

static void its_other_parts_are_found_wherever_they_are(void **state) {
    struct book *book = *state;
    struct xlsxbook out;
    struct zipcase_part parts[] = {
        {.name = "_rels/.rels", .text = XLSX_LINKS(XLSX_LINK("a", "officeDocument", "/wb.xml"))},
        {.name = "wb.xml",
         .text =
             XLSX_BOOK("<workbookPr date1904='1'/>" XLSX_SHEETS "<calcPr fullCalcOnLoad='1'/>")},
        {.name = "_rels/wb.xml.rels",
         .text = XLSX_LINKS(XLSX_LINK("rId1", "worksheet", "s/1.xml") XLSX_LINK(
             "b", "styles", "look.xml") XLSX_LINK("c", "sharedStrings", "../../t.xml"))},
    };
    struct package *package = ZIPCASE_OPEN(book, zipcase_made(book->arena, parts, 3));
    assert_false(xlsxbook_read(package, &out));
    assert_refused(book, "its part 'wb.xml' refers to '../../t.xml', outside the file [BP1050]");
    parts[2].text = XLSX_LINKS(XLSX_LINK("rId1", "worksheet", "s/1.xml") XLSX_LINK(
        "b", "styles", "look.xml") XLSX_LINK("c", "sharedStrings", "t.xml"));
    struct book *other = book_new();
    package = ZIPCASE_OPEN(other, zipcase_made(other->arena, parts, 3));
    assert_true(xlsxbook_read(package, &out));
    assert_string_equal(out.part, "wb.xml");
    assert_string_equal(out.styles, "look.xml");
    assert_string_equal(out.strings, "t.xml");
    assert_int_equal(out.base, CELLFORMAT_1904);
    assert_true(out.uncalculated);
    arena_free(other->arena);
}

static void what_is_not_named_is_refused_BP1052(void **state) {
    (void)state;
    refuse((struct xlsx_case){.root = XLSX_LINKS("")},
           "in.xlsx: error: the file names no workbook [BP1052]\n");
    refuse((struct xlsx_case){.book = XLSX_BOOK("<sheets/>")}, "the file names no sheet [BP1052]");
    refuse((struct xlsx_case){.links = XLSX_LINKS("")},
           "the file names no part for the sheet 'Units' [BP1052]");
    refuse(
        (struct xlsx_case){.book = XLSX_BOOK("<sheets><sheet name='Units' id='rId1'/></sheets>")},
        "[BP1052]");
}

static void sheets_outside_the_file_are_refused(void **state) {
    (void)state;
    refuse((struct xlsx_case){.links = XLSX_LINKS("<Relationship Id='rId1' Type='" XLSX_RELATIONS
                                                  "/worksheet' Target='http://example.org/1.xml' "
                                                  "TargetMode='External'/>")},
           "its part 'xl/workbook.xml' refers to 'http://example.org/1.xml', outside the file "
           "[BP1050]");
    refuse((struct xlsx_case){.root = XLSX_LINKS(XLSX_LINK("rId1", "officeDocument", "../x.xml"))},
           "its part '_rels/.rels' refers to '../x.xml', outside the file [BP1050]");
}

static void external_links_that_are_not_followed_do_no_harm(void **state) {
    struct book *book = *state;
    struct xlsxbook out;
    assert_true(read_book(
        book,
        (struct xlsx_case){
            .links = XLSX_LINKS(
                XLSX_LINK("rId1", "worksheet", "1.xml") "<Relationship Id='x' Type='" XLSX_RELATIONS
                                                        "/hyperlink' Target='http://example.org/' "
                                                        "TargetMode='External'/>")},
        &out));
    assert_string_equal(book_findings(book), "");
}

static void missing_and_broken_parts_are_named(void **state) {
    (void)state;
    refuse((struct xlsx_case){.root = XLSX_LINKS(XLSX_LINK("a", "officeDocument", "xl/none.xml"))},
           "the file has no part 'xl/none.xml' [BP1048]");
    refuse((struct xlsx_case){.book = "<workbook"}, "its part 'xl/workbook.xml' is damaged");
    refuse((struct xlsx_case){.links = "<a>"}, "its part 'xl/_rels/workbook.xml.rels' is damaged");
    refuse((struct xlsx_case){.root = ""}, "its part '_rels/.rels' is damaged");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(sheets_come_in_the_order_of_the_workbook),
        BOOK_TEST(its_other_parts_are_found_wherever_they_are),
        BOOK_TEST(what_is_not_named_is_refused_BP1052),
        BOOK_TEST(sheets_outside_the_file_are_refused),
        BOOK_TEST(external_links_that_are_not_followed_do_no_harm),
        BOOK_TEST(missing_and_broken_parts_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
