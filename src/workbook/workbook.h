/* workbook: what the spreadsheet said, as tables of located, typed fields.
 *
 * Every dialect ends here: bytes -> sheets of cells (sheet.h) -> header mapping -> records, or
 * canonical XML straight to records.  Field syntax (number, date, choice, id grammar, required)
 * is checked here, meaning is not: that is the plan's.  Immutable once read. */
#ifndef WORKBOOK_WORKBOOK_H
#define WORKBOOK_WORKBOOK_H

#include "base/diag.h"
#include "base/number.h"
#include "base/period.h"
#include "base/textbuf.h"
#include "base/vec.h"
#include "workbook/schema.h"

enum workbook_format {
    WORKBOOK_UNKNOWN,
    WORKBOOK_CANONICAL,
    WORKBOOK_SPREADSHEETML, /* Excel: XML Spreadsheet 2003 */
    WORKBOOK_FLAT_ODF,      /* LibreOffice: .fods */
    WORKBOOK_ODS,           /* OpenDocument spreadsheet: a zip */
    WORKBOOK_XLSX,          /* Excel workbook: a zip */
    WORKBOOK_CSV,           /* a folder of one file a sheet */
    WORKBOOK_STRATML        /* strategic plan or performance report of ISO 17469-1 */
};

struct field {
    bool filled;           /* a value is there and its syntax is good */
    bool wrong;            /* a value was there and was reported */
    bool percent;          /* the cell was typed as a percentage (number is then as stored: 0.87) */
    const char *text;      /* trimmed; for numbers, dates and flags their canonical form */
    struct decimal number; /* NUMBER, SHARE, COUNT_OF (SHARE is already in percent) */
    struct date date;      /* DATE; MONTH_DAY with year 2000 */
    struct period period;  /* PERIOD */
    int choice;            /* CHOICE: index into schema choices; FLAG: 0 or 1 */
    const char **list;     /* REFERENCES: NULL-terminated */
    uint32_t line, column; /* in the file */
    uint32_t row, col;     /* the cell; 0 if the input names none */
};

struct record {
    enum schema_sheet sheet;
    uint32_t line, column, row;
    const char *sheet_title; /* as the user wrote it, for cell addresses */
    struct field *fields;    /* schema_sheet(sheet)->column_count of them */
};

struct table {
    bool present;
    const char *title; /* as the user wrote it */
    struct place place;
    VEC(struct record) records;
};

struct workbook {
    const char *path; /* as given */
    enum workbook_format format;
    struct fiscal fiscal;
    enum number_style number_style;
    struct table tables[SHEET_COUNT];
    size_t hidden_sheets, hidden_rows, hidden_columns;
};

enum workbook_result {
    WORKBOOK_READ,       /* findings, if any, are in diags */
    WORKBOOK_UNREADABLE, /* not a workbook or malformed: exit status 3; the reason is in diags */
};

/* Reads bytes already in memory (which must outlive the workbook).  path is for messages. */
enum workbook_result workbook_read(struct arena *arena, const char *path, const char *bytes,
                                   size_t length, struct diags *diags, struct workbook **out);

/* A field of a record, never NULL: an empty one where the record has none.  This is the way to
 * look at fields; how a record keeps them is not for others to know. */
const struct field *workbook_field(const struct record *record, int column);
/* Place of a field for diagnostics; of its record if the field has none. */
struct place workbook_place(const struct workbook *workbook, const struct record *record,
                            int column);
/* --emit=workbook: the tables as text, the same for every dialect but for the places. */
void workbook_dump(const struct workbook *workbook, struct textbuf *out);
/* Canonical XML, sorted as read, with src="Sheet!B12" where the input named cells. */
void workbook_canonical(const struct workbook *workbook, struct textbuf *out);
const char *workbook_format_name(enum workbook_format format);

#endif
