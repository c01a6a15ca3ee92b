/* looks: how the cells of a planned spreadsheet look, the same in every dialect. */
#ifndef EXPORT_LOOKS_H
#define EXPORT_LOOKS_H

#include "export/sheetplan.h"

enum looks_format {
    LOOKS_GENERAL,
    LOOKS_TEXT,    /* what is typed stays as typed: ids, periods */
    LOOKS_WHOLE,   /* 1,200,000 */
    LOOKS_PERCENT, /* 87.5% */
    LOOKS_DAY      /* 2026-10-31 */
};

enum looks_id {
    LOOKS_ID_HEAD,
    LOOKS_ID_MUST, /* head of a column that must be filled */
    LOOKS_ID_PROPERTY,
    LOOKS_ID_WORDS, /* cells in rows with content, with a line below them */
    LOOKS_ID_CHOICE,
    LOOKS_ID_AMOUNT,
    LOOKS_ID_WHOLE,
    LOOKS_ID_PERCENT,
    LOOKS_ID_DAY,
    LOOKS_ID_LEFT, /* numbers and dates among properties, at the left like the words */
    LOOKS_ID_LEFT_DAY,
    LOOKS_ID_NEW_WORDS, /* columns, for rows still to come */
    LOOKS_ID_NEW_CHOICE,
    LOOKS_ID_NEW_AMOUNT,
    LOOKS_ID_NEW_DAY,
    LOOKS_ID_TITLE,
    LOOKS_ID_HEADING,
    LOOKS_ID_PROSE,
    LOOKS_COUNT
};

struct looks_style {
    const char *name;
    enum looks_format format;
    unsigned size;      /* of the letters, in points */
    uint32_t ink, fill; /* RGB; 0: black, none */
    bool bold, wrap;
    bool left, right; /* right: with air before the next column's words */
    bool line;        /* a hairline below, LOOKS_LINE */
};

#define LOOKS_LINE 0xC9CFD8u

extern const struct looks_style looks_styles[LOOKS_COUNT];

enum looks_id looks_of_cell(const struct sheetplan_sheet *sheet, const struct sheetplan_cell *cell);
/* Of a blank cell in a row with content, and of cells below all rows. */
enum looks_id looks_of_blank(enum field_type type);
enum looks_id looks_of_column(enum field_type type);
/* The height of a row in tenths of points. */
unsigned looks_row_height(const struct sheetplan_sheet *sheet, uint32_t row);
/* On how many pages side by side the sheet is printed. */
unsigned looks_pages_across(const struct sheetplan_sheet *sheet);

#endif
