/* header: finding the header row of a sheet and what its columns are. */
#ifndef WORKBOOK_HEADER_H
#define WORKBOOK_HEADER_H

#include "workbook/fieldcheck.h"
#include "workbook/sheet.h"

/* The cells of one row. */
struct header_row {
    const struct cell *cells;
    size_t count;
};

/* A column of the sheet that is read. */
struct header_column {
    uint32_t col;
    int column;               /* of the schema; -1: a period of the wide form */
    struct period period;     /* wide form: as written, */
    struct date date;         /* or a date in it */
    const struct cell *title; /* its header cell */
};

struct header {
    uint32_t row;                      /* 0: none found */
    VEC(struct header_column) columns; /* by col */
};

/* The row that begins at cell `at`, which is moved past it. */
struct header_row header_next_row(const struct sheet *sheet, size_t *at);

/* Finds the header of a sheet of rows; reports what is missing, double or not read.  wide: the
 * sheet has Measure ID, Series and one column per period.  False if the sheet cannot be read. */
bool header_find(struct fieldcheck *check, const char *path, const struct sheet *sheet,
                 enum schema_sheet kind, bool wide, struct header *out);

/* Place of a cell for findings. */
struct place header_place(const char *path, const struct sheet *sheet, const struct cell *cell);

#endif
