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

/* What stands in a cell, once for all rows that say the same: fields are shared and small, because
 * a workbook may have a million of them. */
struct field {
    const char *text; /* trimmed; for numbers, dates and flags their canonical form */
    union {
        struct decimal number; /* NUMBER, SHARE, COUNT_OF (SHARE is already in percent) */
        struct period period;  /* PERIOD */
        const char **list;     /* REFERENCES: NULL-terminated */
    };
    struct date date; /* DATE; MONTH_DAY with year 2000; PERIOD if it was given as a date */
    int16_t choice;   /* CHOICE: index into schema choices; FLAG: 0 or 1 */
    bool filled : 1;  /* a value is there and its syntax is good */
    bool wrong : 1;   /* a value was there and was reported */
    bool percent : 1; /* the cell was typed as a percentage (number is then as stored: 0.87) */
};

/* Where a row or one of its fields stands: in the file, and the cell (row 0: none named). */
struct record_spot {
    uint32_t line, column;
    uint32_t row, col;
};

/* A row.  Only fields with something in them are kept, and a place only where it is not the
 * row's; read them through workbook_field() and workbook_place(). */
struct record_places {
    const uint16_t *cols; /* NULL, or the sheet's column of each field, 0 for none */
    uint64_t columns;     /* a bit for each field with a spot of its own */
    struct record_spot spots[];
};

struct record {
    uint32_t line, column, row;
    uint16_t col;                       /* of every field, where the row names one cell */
    uint8_t sheet;                      /* enum schema_sheet */
    uint64_t columns;                   /* a bit for each field that is kept */
    const struct field **fields;        /* those, in order */
    const struct record_places *places; /* NULL: all stand where the row does */
    const char *sheet_title;            /* as the user wrote it, for cell addresses */
};

#define WORKBOOK_COLUMNS_MOST 64 /* of one sheet */

struct table {
    bool present;
    bool unread;       /* it is there, but its titles could not be used, or a row has content but
                          nothing that names it (reported): who is missed may be there */
    const char *title; /* as the user wrote it */
    struct place place;
    VEC(struct record) records;
};

/* The file of a sheet, where each sheet has one. */
struct workbook_file {
    const char *title; /* the pointer that records of the sheet hold */
    const char *path;
};

/* A field that stands in no file, but in a what-if (edit.h). */
struct workbook_edit {
    const struct field *field;
    const char *source; /* takes the place of the file in findings */
};

struct workbook {
    const char *path;                /* as given */
    const char *shown;               /* the same as pages tell it; NULL: path */
    VEC(struct workbook_file) files; /* of a CSV folder; else empty */
    VEC(struct workbook_edit) edits; /* of a copy that was edited; else empty */
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

/* One file of several that make a workbook together. */
struct workbook_part {
    const char *name; /* without folder; says which sheet it is (csv.h) */
    const char *path; /* for messages */
    const char *bytes;
    size_t length;
};

/* The same for a folder of .csv files, whose path is for messages about the whole. */
enum workbook_result workbook_read_parts(struct arena *arena, const char *path,
                                         const struct workbook_part *parts, size_t count,
                                         struct diags *diags, struct workbook **out);

/* A field of a record, never NULL: an empty one where the record has none.  This is the way to
 * look at fields; how a record keeps them is not for others to know. */
const struct field *workbook_field(const struct record *record, int column);
/* Where a field stands; row 0 if the input names no cell. */
struct record_spot workbook_spot(const struct record *record, int column);
/* Place of a field for diagnostics; of its record if the field has none. */
struct place workbook_place(const struct workbook *workbook, const struct record *record,
                            int column);
/* --emit=workbook: the tables as text, the same for every dialect but for the places. */
void workbook_dump(const struct workbook *workbook, struct textbuf *out);
const char *workbook_format_name(enum workbook_format format);

#endif
