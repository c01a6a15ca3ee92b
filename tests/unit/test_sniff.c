#include "workbookfixture.h"

/* Bytes with zeroes in them. */
#define REFUSED(bytes, expected) refused(*state, bytes, sizeof(bytes) - 1, expected)

static void refused(struct book *book, const char *bytes, size_t length, const char *expected) {
    struct book *one = book_new();
    (void)book;
    book_read_bytes(one, bytes, length);
    assert_int_equal(one->result, WORKBOOK_UNREADABLE);
    book_assert_finding(one, expected);
    assert_int_equal(diags_count(one->diags, DIAG_NOTE), 1);
    arena_free(one->arena);
}

static void zip_files_are_named_with_a_way_out(void **state) {
    REFUSED("PK\3\4\24\0\0\0xl/workbook.xml",
            "in.xml:1:1: error: this is an Excel workbook (.xlsx), which boardpack does not read "
            "[BP1010]\n  in Excel, save it as 'XML Spreadsheet 2003'\n");
    REFUSED("PK\3\4\24\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            "an OpenDocument spreadsheet (.ods)");
    REFUSED("PK\3\4\24\0\0\0readme.txt", "a zip archive");
}

static void binary_files_are_named(void **state) {
    REFUSED("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", "an old Excel workbook (.xls)");
    REFUSED("\x1F\x8B\x08\0\0", "(gzip)");
    REFUSED("\xFD"
            "7zXZ\0\0",
            "(xz)");
    REFUSED("%PDF-1.7\n", "a PDF document");
    REFUSED("\x89PNG\r\n", "a picture");
}

static void web_pages_are_named(void **state) {
    REFUSED("\n <!DOCTYPE HTML><html></html>", "a web page");
    REFUSED("<HTML><body>", "a web page");
    REFUSED("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "a web page");
}

static void plain_text_is_named(void **state) {
    REFUSED("Measure ID;Value\nM1;2\n", "text that is not XML");
    REFUSED("\xEF\xBB\xBFMeasure ID,Value\n", "text that is not XML");
}

static void foreign_xml_is_named(void **state) {
    REFUSED("<gnm:Workbook xmlns:gnm='http://www.gnumeric.org/v10.dtd'/>", "Gnumeric's XML");
    REFUSED("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>",
            "one part of an Excel workbook");
    REFUSED("<StrategicPlan xmlns='http://www.stratml.net'/>", "a StratML plan");
    REFUSED("<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'/>",
            "one part of an OpenDocument file");
    REFUSED("<o:document xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
            "o:mimetype='application/vnd.oasis.opendocument.text'/>",
            "a flat OpenDocument file of another kind");
}

static void unknown_roots_are_refused_at_their_place(void **state) {
    REFUSED("<?xml version='1.0'?>\n  <plan/>",
            "in.xml:2:3: error: the first element 'plan' is not that of a workbook [BP1012]");
    REFUSED("<workbook version='1.0'/>",
            "the first element needs xmlns=\"urn:boardpack:strategy-workbook:1\"");
    REFUSED("<Workbook/>", "urn:schemas-microsoft-com:office:spreadsheet");
    REFUSED("<workbook xmlns='urn:boardpack:strategy-workbook:9'/>",
            "workbook XML of the kind 'urn:boardpack:strategy-workbook:9' is not known [BP1015]");
}

static void damaged_files_are_refused_by_the_xml_reader(void **state) {
    REFUSED("", "[BP1009]");
    REFUSED("   \n", "[BP1001]");
    REFUSED("<", "[BP1001]");
    REFUSED("\xFF\xFE<\0a\0", "[BP1001]");
    REFUSED("\xC3", "[BP1008]");
    REFUSED("\0\0\0", "[BP1020]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(zip_files_are_named_with_a_way_out),
        BOOK_TEST(binary_files_are_named),
        BOOK_TEST(web_pages_are_named),
        BOOK_TEST(plain_text_is_named),
        BOOK_TEST(foreign_xml_is_named),
        BOOK_TEST(unknown_roots_are_refused_at_their_place),
        BOOK_TEST(damaged_files_are_refused_by_the_xml_reader),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
