/* Workbooks in a short notation, written as the dialects write them:
 *
 *   #Units
 *   Unit ID|Unit Name|Unit Kind
 *   U0|Head office|enterprise
 *
 * One line a row, | between cells.  A prefix types a cell: n: number, p: percentage (stored value),
 * d: date, b: boolean (1 or 0), e: error, f: formula without result, m: text merged with the cell
 * to its right (the next one is left out).  ~ stands for a line break, an empty cell for nothing.
 */
#ifndef TESTS_WORKBOOKFIXTURE_H
#define TESTS_WORKBOOKFIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/textbuf.h"
#include "workbook/workbook.h"
#include <string.h>

#define FIXTURE_CORE                                                                               \
    "#Organization\n"                                                                              \
    "Property|Value\n"                                                                             \
    "Organization ID|ORG\n"                                                                        \
    "Organization Name|Northern Blood\n"                                                           \
    "Base Currency|EUR\n"                                                                          \
    "Fiscal Year Start|04-01\n"                                                                    \
    "Reporting Date|d:2026-10-31\n"                                                                \
    "Reporting Period|2026-10\n"                                                                   \
    "Number Style|1.234,56\n"                                                                      \
    "Convention Version|n:1\n"

#define FIXTURE_UNITS                                                                              \
    "#Units\n"                                                                                     \
    "Unit ID|Unit Name|Unit Kind|Parent Unit ID\n"                                                 \
    "U0|Head office|enterprise|\n"                                                                 \
    "U1|Donors & care|Business|U0\n"

#define FIXTURE_PERSPECTIVES                                                                       \
    "#Perspectives\n"                                                                              \
    "Perspective ID|Perspective Name|Display Order\n"                                              \
    "P1|Stakeholders|n:1\n"

#define FIXTURE_OBJECTIVES                                                                         \
    "#Objectives\n"                                                                                \
    "Objective ID|Objective|Unit ID|Perspective ID|Objective Owner|Supports Objective IDs\n"       \
    "O1|Keep hospitals supplied|U0|P1|COO|\n"                                                      \
    "O2|Recruit donors|U1|P1|CMO|O1\n"

#define FIXTURE_MEASURES                                                                           \
    "#Measures\n"                                                                                  \
    "Measure ID|Measure|Objective ID|Definition/Formula|Unit of Measure|Polarity|Frequency|"       \
    "Aggregation|Measure Owner|Data Source\n"                                                      \
    "M1|Orders filled|O1; O2|Delivered / ordered~per month|%|higher|monthly|mean|Head|Orders\n"    \
    "M2|Stock|O1|Days of stock|days|range|Quarterly|last|Head|Stock\n"

#define FIXTURE_ALL                                                                                \
    FIXTURE_CORE FIXTURE_UNITS FIXTURE_PERSPECTIVES FIXTURE_OBJECTIVES FIXTURE_MEASURES

struct book {
    struct arena *arena;
    struct diags *diags;
    struct workbook *workbook;
    enum workbook_result result;
};

static inline struct book *book_new(void) {
    struct arena *arena = arena_new(0, NULL, NULL);
    struct book *book = arena_alloc(arena, sizeof *book);
    book->arena = arena;
    book->diags = diags_new(arena);
    return book;
}

static inline int book_set_up(void **state) {
    *state = book_new();
    return 0;
}

static inline int book_tear_down(void **state) {
    struct book *book = *state;
    arena_free(book->arena);
    return 0;
}

/* How one dialect writes a cell: kind 't', 'n', 'p', 'd', 'b', 'e', 'f' or 'm'. */
typedef void book_put_cell(struct textbuf *out, char kind, const char *text);

static inline void book_put_text(struct textbuf *out, const char *text, const char *line_break) {
    for (; *text; text++) {
        if (*text == '~')
            textbuf_str(out, line_break);
        else if (*text == '&')
            textbuf_str(out, "&amp;");
        else if (*text == '<')
            textbuf_str(out, "&lt;");
        else
            textbuf_char(out, *text);
    }
}

static inline void book_excel_cell(struct textbuf *out, char kind, const char *text) {
    static const char *const types[] = {
        ['t'] = "String",  ['n'] = "Number", ['p'] = "Number", ['d'] = "DateTime",
        ['b'] = "Boolean", ['e'] = "Error",  ['m'] = "String"};
    if (kind == 'f') {
        textbuf_str(out, "<Cell ss:Formula=\"=R1C1\"/>");
        return;
    }
    textbuf_printf(out, "<Cell%s%s><Data ss:Type=\"%s\">", kind == 'p' ? " ss:StyleID=\"s9\"" : "",
                   kind == 'm' ? " ss:MergeAcross=\"1\"" : "", types[(unsigned char)kind]);
    book_put_text(out, text, "&#10;");
    textbuf_printf(out, "%s</Data></Cell>", kind == 'd' ? "T00:00:00.000" : "");
}

static inline void book_flat_cell(struct textbuf *out, char kind, const char *text) {
    static const char *const values[] = {['n'] = "float\" office:value",
                                         ['p'] = "percentage\" office:value",
                                         ['d'] = "date\" office:date-value"};
    if (kind == 'f') {
        textbuf_str(out, "<table:table-cell table:formula=\"of:=1\"/>");
        return;
    }
    if (strchr("npd", kind)) {
        textbuf_printf(out,
                       "<table:table-cell office:value-type=\"%s=\"%s\"><text:p>shown</text:p>"
                       "</table:table-cell>",
                       values[(unsigned char)kind], text);
    } else if (kind == 'b') {
        textbuf_printf(out,
                       "<table:table-cell office:value-type=\"boolean\" "
                       "office:boolean-value=\"%s\"><text:p>X</text:p></table:table-cell>",
                       *text == '1' ? "true" : "false");
    } else {
        textbuf_printf(out, "<table:table-cell office:value-type=\"string\"%s%s><text:p>",
                       kind == 'e' ? " calcext:value-type=\"error\"" : "",
                       kind == 'm' ? " table:number-columns-spanned=\"2\"" : "");
        book_put_text(out, text, "</text:p><text:p>");
        textbuf_printf(out, "</text:p></table:table-cell>%s",
                       kind == 'm' ? "<table:covered-table-cell/>" : "");
    }
}

/* One row of the notation; returns where the next line begins. */
static inline const char *book_row(struct book *book, struct textbuf *out, const char *line,
                                   book_put_cell *put, const char *empty) {
    const char *end = line + strcspn(line, "\n");
    while (line <= end) {
        size_t length = strcspn(line, "|\n");
        char kind = 't';
        const char *from = line;
        if (length >= 2 && line[1] == ':' && strchr("npdbefm", line[0])) {
            kind = line[0];
            from += 2;
        }
        if (length == 0)
            textbuf_str(out, empty);
        else
            put(out, kind, arena_strndup(book->arena, from, (size_t)(line + length - from)));
        line += length + 1;
    }
    return *end ? end + 1 : end;
}

#define FIXTURE_EXCEL_HEAD                                                                         \
    "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"                        \
    "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "                            \
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\" "                                          \
    "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\n"                                 \
    "<Styles><Style ss:ID=\"Default\"/><Style ss:ID=\"s9\" ss:Parent=\"s8\"/>"                     \
    "<Style ss:ID=\"s8\"><NumberFormat ss:Format=\"0.0%\"/></Style></Styles>\n"

static inline const char *book_excel(struct book *book, const char *notation) {
    struct textbuf out;
    textbuf_init(&out, book->arena);
    textbuf_str(&out, FIXTURE_EXCEL_HEAD);
    bool open = false;
    while (*notation) {
        if (*notation == '#') {
            size_t length = strcspn(notation, "\n");
            textbuf_printf(&out, "%s<Worksheet ss:Name=\"%s\"><Table>\n",
                           open ? "</Table></Worksheet>\n" : "",
                           arena_strndup(book->arena, notation + 1, length - 1));
            notation += length + (notation[length] == '\n');
            open = true;
            continue;
        }
        textbuf_str(&out, "<Row>");
        notation = book_row(book, &out, notation, book_excel_cell, "<Cell/>");
        textbuf_str(&out, "</Row>\n");
    }
    textbuf_str(&out, open ? "</Table></Worksheet></Workbook>\n" : "</Workbook>\n");
    return textbuf_text(&out);
}

#define FIXTURE_FLAT_HEAD                                                                          \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                 \
    "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "          \
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "                             \
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                               \
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                             \
    "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\" "      \
    "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">\n"
#define FIXTURE_FLAT_BODY "<office:body><office:spreadsheet>\n"
#define FIXTURE_FLAT_TAIL "</office:spreadsheet></office:body></office:document>\n"

static inline const char *book_flat(struct book *book, const char *notation) {
    struct textbuf out;
    textbuf_init(&out, book->arena);
    textbuf_str(&out, FIXTURE_FLAT_HEAD FIXTURE_FLAT_BODY);
    bool open = false;
    while (*notation) {
        if (*notation == '#') {
            size_t length = strcspn(notation, "\n");
            textbuf_printf(&out, "%s<table:table table:name=\"%s\">\n",
                           open ? "</table:table>" : "",
                           arena_strndup(book->arena, notation + 1, length - 1));
            notation += length + (notation[length] == '\n');
            open = true;
            continue;
        }
        textbuf_str(&out, "<table:table-row>");
        notation = book_row(book, &out, notation, book_flat_cell, "<table:table-cell/>");
        textbuf_str(&out, "</table:table-row>\n");
    }
    textbuf_str(&out, open ? "</table:table>" FIXTURE_FLAT_TAIL : FIXTURE_FLAT_TAIL);
    return textbuf_text(&out);
}

static inline void book_read_bytes(struct book *book, const char *bytes, size_t length) {
    book->result =
        workbook_read(book->arena, "in.xml", bytes, length, book->diags, &book->workbook);
}

static inline void book_read(struct book *book, const char *text) {
    book_read_bytes(book, text, strlen(text));
}

/* All findings as text. */
static inline const char *book_findings(struct book *book) {
    struct textbuf out;
    textbuf_init(&out, book->arena);
    diags_text(book->diags, &out, 100);
    return textbuf_text(&out);
}

static inline void book_assert_clean(struct book *book) {
    assert_string_equal(book_findings(book), "");
    assert_int_equal(book->result, WORKBOOK_READ);
}

static inline void book_assert_finding(struct book *book, const char *expected) {
    const char *findings = book_findings(book);
    assert_non_null(expected);
    assert_non_null(findings);
    if (expected && findings && !strstr(findings, expected))
        fail_msg("no '%s' in:\n%s", expected, findings);
}

/* A field of a record. */
static inline const struct field *book_field(const struct book *book, enum schema_sheet sheet,
                                             size_t record, int column) {
    assert_true(record < book->workbook->tables[sheet].records.count);
    return workbook_field(&book->workbook->tables[sheet].records.items[record], column);
}

/* Where it stands. */
static inline struct place book_place(const struct book *book, enum schema_sheet sheet,
                                      size_t record, int column) {
    assert_true(record < book->workbook->tables[sheet].records.count);
    return workbook_place(book->workbook, &book->workbook->tables[sheet].records.items[record],
                          column);
}

static inline size_t book_count(const struct book *book, enum schema_sheet sheet) {
    return book->workbook->tables[sheet].records.count;
}

#define BOOK_TEST(name) cmocka_unit_test_setup_teardown(name, book_set_up, book_tear_down)

#endif
