/* sheetplan: a workbook as the spreadsheet that will hold it: sheets, titles, typed cells.
 *
 * The writers of every dialect (canonical XML apart) take this and nothing else, so that they
 * agree on which sheets there are, in which order, and what stands in which cell.  It is made from
 * records (a conversion) or from the schema's own examples (a workbook to fill in). */
#ifndef EXPORT_SHEETPLAN_H
#define EXPORT_SHEETPLAN_H

#include "workbook/sheet.h"
#include "workbook/workbook.h"

/* One column of a sheet to write. */
struct sheetplan_column {
    const char *title;
    const char *note;    /* what the column is for, as a cell note; "" for none */
    const char *choices; /* ;-list of what may stand in it, or NULL */
    enum field_type type;
    bool required;
    unsigned width; /* in characters */
};

struct sheetplan_sheet {
    const char *title;
    const char *about;
    enum schema_sheet kind;
    bool properties; /* columns are Property and Value */
    VEC(struct sheetplan_column) columns;
    VEC(struct cell) cells; /* by row, then column; row 1 is the header; dates and numbers typed */
    uint32_t rows;          /* filled, header included */
};

struct sheetplan {
    VEC(struct sheetplan_sheet) sheets;
};

#endif
