#include "workbook/sniff.h"
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

static void damaged_zip_files_are_named(void **state) {
    REFUSED("PK\3\4\24\0\0\0xl/workbook.xml", "in.xml: error: the file is a damaged zip package: ");
    REFUSED("PK\5\6", "[BP1040]");
}

/* A file of streams whose list holds one of this name. */
static void refuse_streams(struct book *book, const char *stream, const char *expected) {
    char bytes[512 + 256] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    size_t letters = strlen(stream);
    for (size_t i = 0; i < letters; i++)
        bytes[512 + 128 + 2 * i] = stream[i];
    bytes[512 + 128 + 64] = (char)(2 * (letters + 1));
    refused(book, bytes, sizeof bytes, expected);
}

static void old_and_locked_office_files_are_told_apart(void **state) {
    refuse_streams(
        *state, "Workbook",
        "in.xml:1:1: error: this is an old Excel workbook (.xls), which boardpack does "
        "not read [BP1010]\n  open it in Excel and save it as 'Excel Workbook' (.xlsx)\n");
    refuse_streams(*state, "Book", "an old Excel workbook (.xls), which");
    refuse_streams(*state, "EncryptedPackage", "an Excel workbook with a password, which");
    refuse_streams(*state, "WordDocument", "an old Word document (.doc)");
    refuse_streams(*state, "Other", "an old Excel workbook (.xls) or another old Office file");
}

static void binary_files_are_named(void **state) {
    REFUSED("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", "an old Excel workbook (.xls)");
    REFUSED("\x1F\x8B\x08\0\0", "a compressed file (gzip), as Gnumeric writes its own format");
    REFUSED("\xFD"
            "7zXZ\0\0",
            "(xz)");
    REFUSED("7z\xBC\xAF\x27\x1C", "(7z)");
    REFUSED("Rar!\x1A\7", "(rar)");
    REFUSED("%PDF-1.7\n", "a PDF document");
    REFUSED("\x89PNG\r\n", "a picture");
}

/* Web pages are often called workbooks. */
static void a_web_page_named_like_a_workbook_is_told(void **state) {
    struct book *book = *state;
    const char *page = "<html><table></table></html>";
    book->result =
        workbook_read(book->arena, "export.XLS", page, strlen(page), book->diags, &book->workbook);
    assert_int_equal(book->result, WORKBOOK_UNREADABLE);
    book_assert_finding(book, "export.XLS:1:1: error: this is a web page (HTML) named like a "
                              "workbook, which boardpack does not read [BP1010]\n  open it in its "
                              "program and save it as an Excel workbook (.xlsx) or as .ods\n");
}

static void web_pages_are_named(void **state) {
    REFUSED("\n <!DOCTYPE HTML><html></html>", "a web page");
    REFUSED("<HTML><body>", "a web page");
    REFUSED("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "a web page");
}

static void plain_text_is_named(void **state) {
    REFUSED("Measure ID;Value\nM1;2\n", "text that is not XML");
    REFUSED("\xEF\xBB\xBFMeasure ID,Value\n", "text that is not XML");
    REFUSED("PKs;Value\n", "  put one CSV file for each sheet into a folder and give it with "
                           "--csv DIR\n");
    REFUSED("MIME-Version: 1.0\n", "a web archive (MHTML)");
}

static void foreign_xml_is_named(void **state) {
    REFUSED("<gnm:Workbook xmlns:gnm='http://www.gnumeric.org/v10.dtd'/>", "Gnumeric's XML");
    REFUSED("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>",
            "one part of an Excel workbook");
    REFUSED("<StrategicPlan xmlns='http://schemas.stratml.us/3.5'/>", "StratML part 3");
    REFUSED("<Corporation xmlns='urn:schemas:AIIM:org:03201408:Extension'/>", "StratML part 3");
    REFUSED("<Goal xmlns='http://www.stratml.net'/>", "a part of a StratML plan");
    REFUSED("<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'/>",
            "one part of an OpenDocument file");
    REFUSED("<o:document xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
            "o:mimetype='application/vnd.oasis.opendocument.text'/>",
            "a flat OpenDocument file of another kind");
}

static void plans_of_stratml_are_known_whatever_their_namespace(void **state) {
    static const char *const roots[] = {
        "StrategicPlan xmlns='http://www.stratml.net'",
        "StrategicPlan xmlns='urn:ISO:std:iso:17469:tech:xsd:stratml_core'",
        "PerformancePlanOrReport xmlns='http://www.stratml.net/PerformancePlanOrReport'",
        "p:PerformancePlanOrReport "
        "xmlns:p='urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport'",
        "StrategicPlan",
        "StrategicPlan xmlns='urn:example:own'"};
    for (size_t i = 0; i < sizeof roots / sizeof roots[0]; i++) {
        struct book *one = book_new();
        const char *text = arena_printf(one->arena, "<%s/>", roots[i]);
        assert_int_equal(sniff_format(one->arena, "in.xml", text, strlen(text), one->diags),
                         WORKBOOK_STRATML);
        assert_int_equal(diags_count(one->diags, DIAG_NOTE), 0);
        arena_free(one->arena);
    }
    (void)state;
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

static void a_root_is_found_behind_a_long_comment(void **state) {
    (void)state;
    struct book *one = book_new();
    const char *text =
        arena_printf(one->arena, "<!--%*s--><workbook xmlns='%s'/>", 9000, ">", SCHEMA_NAMESPACE);
    assert_int_equal(sniff_format(one->arena, "in.xml", text, strlen(text), one->diags),
                     WORKBOOK_CANONICAL);
    assert_int_equal(diags_count(one->diags, DIAG_NOTE), 0);
    arena_free(one->arena);
}

static void what_is_foreign_and_damaged_is_called_damaged(void **state) {
    REFUSED("<plan>\xC3</plan>", "[BP1008]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(damaged_zip_files_are_named),
        BOOK_TEST(old_and_locked_office_files_are_told_apart),
        BOOK_TEST(a_web_page_named_like_a_workbook_is_told),
        BOOK_TEST(binary_files_are_named),
        BOOK_TEST(web_pages_are_named),
        BOOK_TEST(plain_text_is_named),
        BOOK_TEST(foreign_xml_is_named),
        BOOK_TEST(plans_of_stratml_are_known_whatever_their_namespace),
        BOOK_TEST(unknown_roots_are_refused_at_their_place),
        BOOK_TEST(damaged_files_are_refused_by_the_xml_reader),
        BOOK_TEST(a_root_is_found_behind_a_long_comment),
        BOOK_TEST(what_is_foreign_and_damaged_is_called_damaged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
