/* sheetplan: a workbook as the spreadsheet that will hold it: sheets, titles, typed cells.
 *
 * The writers of every dialect (canonical XML apart) take this and nothing else, so that they
 * agree on which sheets there are, in which order, and what stands in which cell.  It holds what a
 * reader of the same dialect needs to get the same records back:
 * - ids, words, periods and days of the year are text; dates are dates; numbers are numbers;
 * - a percentage is a percentage only where the workbook had it so (0.87 shown as 87 %); in
 *   columns of percentages a plain 87 (workbook.md 1.7);
 * - a number that a spreadsheet could not hold exactly is text in the workbook's number style;
 *   so is a date before 1900-03-01, about which spreadsheets do not agree. */
#ifndef EXPORT_SHEETPLAN_H
#define EXPORT_SHEETPLAN_H

#include "workbook/sheet.h"
#include "workbook/workbook.h"

/* What a cell is. */
enum sheetplan_look {
    SHEETPLAN_BODY,
    SHEETPLAN_HEAD,          /* title of a column */
    SHEETPLAN_HEAD_REQUIRED, /* of one that must be filled */
    SHEETPLAN_PROPERTY,      /* name of a property */
    SHEETPLAN_TITLE,         /* headings and paragraphs of a sheet of prose */
    SHEETPLAN_HEADING,
    SHEETPLAN_PROSE
};

struct sheetplan_cell {
    uint32_t row, col;   /* from 1 */
    enum cell_kind kind; /* TEXT, NUMBER, PERCENT or DATE */
    enum sheetplan_look look;
    const char *text; /* always: what a plain reader sees (12.5, 87%, 2026-10-31) */
    struct decimal number;
    struct date date;
};

struct sheetplan_column {
    enum field_type type;
    unsigned width; /* in characters */
};

/* A note on a cell. */
struct sheetplan_note {
    uint32_t row, col;
    const char *text;
};

/* What may be chosen in cells: words, or the ids of another sheet. */
struct sheetplan_list {
    uint32_t col, first_row, last_row;
    const char *choices;      /* ;-list, or NULL: */
    enum schema_sheet target; /* the sheet whose ids they are */
    const char *title;        /* of the column or property */
};

/* Titles and headings of prose count as so many lines. */
#define SHEETPLAN_LINES_TITLE 1000u

struct sheetplan_sheet {
    const char *title;
    enum schema_sheet kind; /* SHEET_NONE: prose, which no reader takes for data */
    bool properties;        /* columns are Property and Value */
    VEC(struct sheetplan_column) columns;
    VEC(struct sheetplan_cell) cells; /* by row, then column; row 1 is the header */
    VEC(struct sheetplan_note) notes; /* by row, then column */
    VEC(struct sheetplan_list) lists; /* by column, then row */
    VEC(uint16_t) lines;              /* by row: lines of text in its tallest cell */
    uint32_t rows;                    /* filled, header included */
    uint32_t key;                     /* column of the sheet's ids; 0: none */
};

struct sheetplan {
    struct arena *arena;
    enum number_style style;
    VEC(struct sheetplan_sheet) sheets;
};

/* The sheets of a workbook.  every: also the sheets and columns in which nothing stands, for a
 * workbook to fill in; else those that are used, with the columns that must be there. */
struct sheetplan *sheetplan_of(struct arena *arena, const struct workbook *workbook, bool every);

/* Puts a sheet of prose first.  text: paragraphs, one a line; "# " begins the title, "## " a
 * heading. */
void sheetplan_prose(struct sheetplan *plan, const char *title, const char *text);

/* The last row up to which lists and formats reach, so that rows can be added. */
uint32_t sheetplan_reach(const struct sheetplan_sheet *sheet);
/* The sheet of a kind, or NULL. */
const struct sheetplan_sheet *sheetplan_sheet_of(const struct sheetplan *plan,
                                                 enum schema_sheet kind);
/* The rows 2 to sheetplan_reach of its ids as an area of the notation of Excel or, without it, of
 * OpenDocument: 'Best Practices'!$A$2:$A$300, $'Best Practices'.$A$2:.$A$300 */
const char *sheetplan_area(const struct sheetplan *plan, const struct sheetplan_sheet *sheet,
                           uint32_t col, uint32_t first_row, uint32_t last_row, bool excel);

#endif
