/* sheet: raw cells of one spreadsheet sheet, as the dialect readers produce them and the header
 * mapping consumes them. Only non-empty cells are kept. */
#ifndef WORKBOOK_SHEET_H
#define WORKBOOK_SHEET_H

#include "base/date.h"
#include "base/decimal.h"
#include "base/vec.h"
#include <stdbool.h>
#include <stdint.h>

enum cell_kind { CELL_TEXT, CELL_NUMBER, CELL_PERCENT, CELL_DATE, CELL_FLAG, CELL_ERROR };

struct cell {
    uint32_t row, col; /* from 1 */
    uint32_t line, column;
    enum cell_kind kind;
    bool merged;          /* part of a merged range (its first cell) */
    bool rounded;         /* number had more than six decimals */
    bool out_of_range;    /* number too large */
    bool uncalculated;    /* a formula without a cached value */
    const char *text;     /* TEXT, ERROR; else the value as written */
    struct decimal number; /* NUMBER, PERCENT (0.87), FLAG */
    struct date date;
};

struct sheet {
    const char *title;
    bool hidden;
    uint32_t line, column;
    size_t hidden_rows, hidden_columns;
    VEC(struct cell) cells; /* by row, then column */
};

struct sheets {
    VEC(struct sheet) items;
};

#endif
