/* Zip packages made by libzip, for tests. */
#ifndef TESTS_ZIPCASE_H
#define TESTS_ZIPCASE_H

#include "workbookfixture.h"
#include <zip.h>

struct zipcase_part {
    const char *name;
    const char *text;
    size_t length; /* 0: up to the NUL */
    bool stored;   /* not packed */
};

struct zipcase_bytes {
    char *bytes;
    size_t length;
};

static inline size_t zipcase_length(const struct zipcase_part *part) {
    return part->length ? part->length : strlen(part->text);
}

static inline void zipcase_put(zip_t *zip, const struct zipcase_part *part) {
    zip_source_t *source = zip_source_buffer(zip, part->text, zipcase_length(part), 0);
    zip_int64_t index = zip_file_add(zip, part->name, source, 0);
    assert_true(index >= 0);
    zip_set_file_compression(zip, (zip_uint64_t)index, part->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                             0);
}

/* The finished archive that a source holds. */
static inline struct zipcase_bytes zipcase_taken(struct arena *arena, zip_source_t *source) {
    zip_stat_t stat;
    assert_int_equal(zip_source_open(source), 0);
    assert_int_equal(zip_source_stat(source, &stat), 0);
    struct zipcase_bytes out = {arena_alloc(arena, (size_t)stat.size), (size_t)stat.size};
    assert_int_equal(zip_source_read(source, out.bytes, stat.size), (zip_int64_t)stat.size);
    zip_source_close(source);
    zip_source_free(source);
    return out;
}

static inline struct zipcase_bytes zipcase_made(struct arena *arena,
                                                const struct zipcase_part *parts, size_t count) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
    assert_non_null(source);
    zip_source_keep(source);
    zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    assert_non_null(zip);
    for (size_t i = 0; i < count; i++)
        zipcase_put(zip, &parts[i]);
    assert_int_equal(zip_close(zip), 0);
    zip_error_fini(&error);
    return zipcase_taken(arena, source);
}

/* Changes each `from` in the archive to `to`, of the same length: names stand in it as they are. */
static inline void zipcase_patch(struct zipcase_bytes zip, const char *from, const char *to) {
    size_t length = strlen(from);
    assert_int_equal(strlen(to), length);
    for (size_t at = 0; at + length <= zip.length; at++)
        if (memcmp(zip.bytes + at, from, length) == 0)
            memcpy(zip.bytes + at, to, length);
}

/* The record in the list of contents of the part with this name. */
static inline char *zipcase_record(struct zipcase_bytes zip, const char *name) {
    size_t length = strlen(name);
    for (size_t at = 0; at + 46 + length <= zip.length; at++)
        if (memcmp(zip.bytes + at, "PK\1\2", 4) == 0 &&
            memcmp(zip.bytes + at + 46, name, length) == 0)
            return zip.bytes + at;
    fail_msg("no part %s", name);
    return zip.bytes;
}

/* ---- Excel workbooks, part by part ---- */

#define XLSX_SPACE     "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define XLSX_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define XLSX_TYPES                                                                                 \
    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"                 \
    "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-"           \
    "officedocument.spreadsheetml.sheet.main+xml'/></Types>"
#define XLSX_LINKS(inner)                                                                          \
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" inner   \
    "</Relationships>"
#define XLSX_LINK(id, type, target)                                                                \
    "<Relationship Id='" id "' Type='" XLSX_RELATIONS "/" type "' Target='" target "'/>"
#define XLSX_BOOK(inner)                                                                           \
    "<workbook xmlns='" XLSX_SPACE "' xmlns:r='" XLSX_RELATIONS "'>" inner "</workbook>"
#define XLSX_SHEETS "<sheets><sheet name='Units' sheetId='1' r:id='rId1'/></sheets>"
#define XLSX_SHEET(inner)                                                                          \
    "<worksheet xmlns='" XLSX_SPACE "'><sheetData>" inner "</sheetData></worksheet>"
#define XLSX_STRINGS(inner) "<sst xmlns='" XLSX_SPACE "'>" inner "</sst>"
#define XLSX_STYLES(inner)  "<styleSheet xmlns='" XLSX_SPACE "'>" inner "</styleSheet>"

/* What a test says differently; NULL: as a plain workbook with the sheet Units has it. */
struct xlsx_case {
    const char *types, *root, *book, *links, *styles, *strings, *sheet;
};

static inline struct zipcase_bytes xlsx_made(struct arena *arena, struct xlsx_case one) {
#define OR(field, text) (one.field ? one.field : (text))
    struct zipcase_part parts[] = {
        {.name = "[Content_Types].xml", .text = OR(types, XLSX_TYPES)},
        {.name = "_rels/.rels",
         .text = OR(root, XLSX_LINKS(XLSX_LINK("rId1", "officeDocument", "xl/workbook.xml")))},
        {.name = "xl/workbook.xml", .text = OR(book, XLSX_BOOK(XLSX_SHEETS))},
        {.name = "xl/_rels/workbook.xml.rels",
         .text = OR(links, XLSX_LINKS(XLSX_LINK("rId1", "worksheet", "worksheets/sheet1.xml")
                                          XLSX_LINK("rId2", "styles", "styles.xml") XLSX_LINK(
                                              "rId3", "sharedStrings", "sharedStrings.xml")))},
        {.name = "xl/styles.xml", .text = OR(styles, XLSX_STYLES(""))},
        {.name = "xl/sharedStrings.xml", .text = OR(strings, XLSX_STRINGS(""))},
        {.name = "xl/worksheets/sheet1.xml", .text = OR(sheet, XLSX_SHEET(""))},
    };
#undef OR
    return zipcase_made(arena, parts, sizeof parts / sizeof parts[0]);
}

/* Opens it; NULL after a finding. */
#define ZIPCASE_OPEN(book, zip)                                                                    \
    package_open((book)->arena, "in.xlsx", (zip).bytes, (zip).length, (book)->diags)

/* The one finding. */
static inline void assert_refused(struct book *book, const char *finding) {
    book_assert_finding(book, finding);
    assert_int_equal(diags_count(book->diags, DIAG_NOTE), 1);
}

#endif
