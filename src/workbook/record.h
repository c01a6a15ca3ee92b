/* record: making the workbook's records, the same way for every dialect.
 *
 * A row is read into a draft, which has room for every column; what is kept of it is small: one
 * pointer a filled field, and places only where they are not the row's. */
#ifndef WORKBOOK_RECORD_H
#define WORKBOOK_RECORD_H

#include "workbook/fieldcheck.h"
#include "workbook/workbook.h"

struct record_draft {
    enum schema_sheet sheet;
    struct record_spot spot; /* of the row; its col is that of every field, 0 for none */
    const char *sheet_title;
    const uint16_t *cols; /* NULL, or the sheet's column of each field (0: it has none), which
                             takes the place of spot.col; must last as long as the workbook */
    uint64_t columns;     /* a bit for each field that is there: filled or wrong */
    uint64_t placed;      /* and for each that has a spot of its own */
    const struct field *fields[WORKBOOK_COLUMNS_MOST];
    struct record_spot spots[WORKBOOK_COLUMNS_MOST];
};

/* Begins a draft with empty fields. */
void record_begin(struct record_draft *draft, enum schema_sheet sheet, uint32_t line,
                  uint32_t column);

/* Gives a field, empty or not, a place of its own.  Row 0: the row and column of the draft. */
void record_place(struct record_draft *draft, int column, struct record_spot spot);

/* Reads a cell into a field of the draft; place is for findings.  Findings as in fieldcheck.h. */
void record_read(struct fieldcheck *check, struct record_draft *draft, int column,
                 const struct cell *cell, struct place place);

/* Puts a field that was made elsewhere into the draft; it must last as long as the workbook. */
void record_set(struct record_draft *draft, int column, const struct field *field);

/* A lasting copy of a field, its text included, to be set in any number of drafts. */
const struct field *record_share(struct fieldcheck *check, const struct field *field);

/* Reports required fields that are empty and puts the record into its table.  A row of
 * Measure Data without a value says that there is none and is dropped; so is, reported, what lies
 * beyond BOUND_ROWS.  False when reading should stop. */
bool record_keep(struct fieldcheck *check, struct workbook *workbook,
                 const struct record_draft *draft);

/* Takes number style, language and fiscal calendar from the property tables.  May be called again
 * when more is known. */
void record_learn(struct fieldcheck *check, struct workbook *workbook);

/* Periods that were kept as text until the fiscal calendar was known are read (or reported), and
 * those given as dates become periods of their measure's frequency, in rows that name none of the
 * reporting period's.  Call when all tables are read. */
void record_settle(struct fieldcheck *check, struct workbook *workbook);

#endif
