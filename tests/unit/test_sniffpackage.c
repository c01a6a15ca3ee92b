#include "workbook/sniffpackage.h"
#include "zipcase.h"

#define TYPES(type)                                                                                \
    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"                 \
    "<Default Extension='xlsx' ContentType='application/vnd.openxmlformats-officedocument."        \
    "spreadsheetml.sheet'/><Override PartName='/main' ContentType='application/" type              \
    "'/></Types>"
#define OFFICE         "vnd.openxmlformats-officedocument."
#define MANIFEST_SPACE "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
#define ODS            "application/vnd.oasis.opendocument.spreadsheet"

static enum workbook_format sniff(struct book *book, const struct zipcase_part *parts,
                                  size_t count) {
    struct zipcase_bytes zip = zipcase_made(book->arena, parts, count);
    return sniffpackage_format(book->arena, "in.bin", zip.bytes, zip.length, book->diags);
}

static void expect(enum workbook_format format, const char *name, const char *text) {
    struct book *book = book_new();
    assert_int_equal(sniff(book, &(struct zipcase_part){.name = name, .text = text}, 1), format);
    assert_string_equal(book_findings(book), "");
    arena_free(book->arena);
}

static void refuse(const char *name, const char *text, const char *finding) {
    struct book *book = book_new();
    assert_int_equal(sniff(book, &(struct zipcase_part){.name = name, .text = text}, 1),
                     WORKBOOK_UNKNOWN);
    assert_refused(book, finding);
    arena_free(book->arena);
}

static void excel_workbooks_are_known_by_their_types(void **state) {
    (void)state;
    expect(WORKBOOK_XLSX, "[Content_Types].xml", TYPES(OFFICE "spreadsheetml.sheet.main+xml"));
    expect(WORKBOOK_XLSX, "[Content_Types].xml", TYPES(OFFICE "spreadsheetml.template.main+xml"));
    expect(WORKBOOK_XLSX, "[Content_Types].xml", TYPES("vnd.ms-excel.sheet.macroEnabled.main+xml"));
    expect(WORKBOOK_XLSX, "[Content_Types].xml",
           TYPES("vnd.ms-excel.template.macroEnabled.main+xml"));
    expect(WORKBOOK_XLSX, "xl/workbook.xml", "<a/>");
}

static void spreadsheets_are_known_by_mimetype_or_manifest(void **state) {
    (void)state;
    expect(WORKBOOK_ODS, "mimetype", ODS);
    expect(WORKBOOK_ODS, "mimetype", ODS "-template");
    expect(WORKBOOK_ODS, "META-INF/manifest.xml",
           "<m:manifest xmlns:m='" MANIFEST_SPACE "'><m:file-entry m:full-path='x' "
           "m:media-type='text/xml'/><m:file-entry m:full-path='/' m:media-type='" ODS
           "'/></m:manifest>");
}

static void other_office_files_are_named(void **state) {
    (void)state;
    refuse("[Content_Types].xml", TYPES("vnd.ms-excel.sheet.binary.macroEnabled.main"),
           "in.bin: error: this is a binary Excel workbook (.xlsb), which boardpack does not read "
           "[BP1010]\n  in Excel, save it as 'Excel Workbook' (.xlsx)\n");
    refuse("[Content_Types].xml", TYPES(OFFICE "wordprocessingml.document.main+xml"),
           "a Word document (.docx)");
    refuse("[Content_Types].xml", TYPES("vnd.ms-word.document.macroEnabled.main+xml"),
           "a Word document (.docm)");
    refuse("[Content_Types].xml", TYPES(OFFICE "presentationml.presentation.main+xml"),
           "a PowerPoint presentation");
    refuse("[Content_Types].xml", TYPES("vnd.ms-visio.drawing.main+xml"), "a Visio drawing");
    refuse("mimetype", "application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)");
    refuse("mimetype", "application/vnd.oasis.opendocument.presentation", "(.odp)");
    refuse("mimetype", "application/vnd.oasis.opendocument.graphics",
           "an OpenDocument file of another kind");
    refuse("mimetype", "application/vnd.sun.xml.calc", "an old OpenOffice spreadsheet (.sxc)");
}

static void other_archives_are_named_with_a_way_out(void **state) {
    (void)state;
    refuse("Index/Document.iwa", "x", "an Apple Numbers document");
    refuse("data/units.CSV", "x",
           "a zip archive with CSV files, which boardpack does not read [BP1010]\n"
           "  unpack it into a folder and give the folder with --csv DIR\n");
    refuse("plan.xlsx", "x", "unpack it and give the workbook that is in it");
    refuse("mimetype", "application/epub+zip", "a zip archive");
    refuse("[Content_Types].xml", TYPES("x"), "a zip archive");
}

/* A package in a package is not opened. */
static void a_workbook_inside_an_archive_is_not_unpacked(void **state) {
    struct book *book = *state;
    struct zipcase_bytes inner = xlsx_made(book->arena, (struct xlsx_case){0});
    struct zipcase_part part = {
        .name = "plan.xlsx", .text = inner.bytes, .length = inner.length, .stored = true};
    assert_int_equal(sniff(book, &part, 1), WORKBOOK_UNKNOWN);
    assert_refused(book, "a zip archive");
}

static void a_spreadsheet_with_a_password_is_named(void **state) {
    struct book *book = *state;
    struct zipcase_part parts[] = {
        {.name = "mimetype", .text = ODS},
        {.name = "META-INF/manifest.xml",
         .text = "<manifest xmlns='" MANIFEST_SPACE "'><file-entry full-path='content.xml'>"
                 "<encryption-data checksum='x'/></file-entry></manifest>"}};
    assert_int_equal(sniff(book, parts, 2), WORKBOOK_UNKNOWN);
    assert_refused(book, "this is an OpenDocument spreadsheet with a password, which boardpack "
                         "does not read [BP1010]\n  in LibreOffice, save it without the "
                         "password\n");
}

static void damaged_packages_are_refused(void **state) {
    (void)state;
    refuse("[Content_Types].xml", "<a", "its part '[Content_Types].xml' is damaged");
    refuse("META-INF/manifest.xml", "<a", "its part 'META-INF/manifest.xml' is damaged");
    refuse("/etc/x", "", "[BP1045]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BOOK_TEST(excel_workbooks_are_known_by_their_types),
        BOOK_TEST(spreadsheets_are_known_by_mimetype_or_manifest),
        BOOK_TEST(other_office_files_are_named),
        BOOK_TEST(other_archives_are_named_with_a_way_out),
        BOOK_TEST(a_workbook_inside_an_archive_is_not_unpacked),
        BOOK_TEST(a_spreadsheet_with_a_password_is_named),
        BOOK_TEST(damaged_packages_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
