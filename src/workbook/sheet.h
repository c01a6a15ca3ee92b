/* sheet: raw cells of one spreadsheet sheet, as the dialect readers produce them and the header
 * mapping consumes them.  Only non-empty cells of known sheets are kept; repeated cells are one
 * cell with a count. */
#ifndef WORKBOOK_SHEET_H
#define WORKBOOK_SHEET_H

#include "base/date.h"
#include "base/decimal.h"
#include "base/diag.h"
#include "base/textbuf.h"
#include "base/vec.h"
#include <stdbool.h>
#include <stdint.h>

enum cell_kind { CELL_TEXT, CELL_NUMBER, CELL_PERCENT, CELL_DATE, CELL_FLAG, CELL_ERROR };

struct cell {
    uint32_t row, col; /* from 1 */
    uint32_t line, column;
    uint32_t across, down; /* cells to the right and rows below that are the same, itself included:
                              1 or more, 0 also means 1 */
    enum cell_kind kind;
    bool merged;           /* part of a merged range (its first cell) */
    bool rounded;          /* number had more than six decimals */
    bool out_of_range;     /* number too large */
    bool uncalculated;     /* a formula without a cached value */
    bool early;            /* TEXT of a date before 1900-03-01, kept as counted days */
    const char *text;      /* TEXT, ERROR; else the value as written */
    struct decimal number; /* NUMBER, PERCENT (0.87), FLAG */
    struct date date;
};

struct sheet {
    const char *path; /* the file it stands in; NULL: the workbook's */
    const char *title;
    bool hidden;
    bool known; /* the convention has a sheet of this title; cells of others are not kept */
    uint32_t line, column;
    size_t hidden_rows, hidden_columns;
    VEC(struct cell) cells; /* by row, then column */
};

struct sheets {
    VEC(struct sheet) items;
};

/* What a dialect reader fills.  Zero-initialise, set the first four. */
struct sheet_builder {
    struct arena *arena;
    struct diags *diags;
    const char *path;
    struct sheets *sheets;
    size_t cell_count;    /* of all sheets */
    struct textbuf text;  /* of the cell being read */
    bool overlong;        /* that text was cut at BOUND_FIELD_BYTES */
    uint32_t last_column; /* rightmost filled one of the current sheet */
    VEC(struct sheet_range) hidden_columns;
    const char **lately; /* texts kept lately: cells repeat them */
};

/* A run of columns, from 1. */
struct sheet_range {
    uint32_t first, last;
};

/* Starts a sheet; false (reported) beyond BOUND_SHEETS. */
bool sheet_begin(struct sheet_builder *builder, const char *title, uint32_t line, uint32_t column);
/* Ends it: hidden columns are counted up to the last filled one. */
void sheet_end(struct sheet_builder *builder);
/* The sheet being built. */
struct sheet *sheet_current(struct sheet_builder *builder);
/* Adds a cell of the current sheet, text from the builder if its text is NULL; false (reported)
 * beyond the caps.  Empty cells are dropped. */
bool sheet_add(struct sheet_builder *builder, struct cell cell);
/* Collects text of the cell being read, up to the cap. */
void sheet_text(struct sheet_builder *builder, const char *text, size_t length);

/* Sets number, rounded and out_of_range from a number as both dialects write it; text that is
 * none makes the cell a TEXT. */
void sheet_set_number(struct sheet_builder *builder, struct cell *cell, const char *text);
/* Sets a date from YYYY-MM-DD[Thh:mm:ss]; a bare time of day (a date before 1900) and text that
 * is no date make the cell a TEXT, the time as hh:mm. */
void sheet_set_date(struct sheet_builder *builder, struct cell *cell, const char *text);
/* True if it is easy to see that no blank stands at its ends. */
bool sheet_trimmed(const char *text);
/* A whole number of the markup (index, span, repeat); false if it is none or above 2^31. */
bool sheet_whole(const char *text, uint32_t *out);

/* "Measures!D14" to its parts (src of canonical XML); false if it is no cell. */
bool sheet_address(struct arena *arena, const char *text, const char **title, uint32_t *row,
                   uint32_t *col);

#endif
