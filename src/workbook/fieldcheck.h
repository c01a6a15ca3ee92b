/* fieldcheck: from what stands in a cell to a typed field, by the type of its column.
 *
 * Typed cells are taken as they are.  Text is taken by one rule for each type and never guessed:
 * numbers by the workbook's declared style, dates as YYYY-MM-DD (workbook.md 1.7, 2.1).  What
 * does not fit is reported at the cell, with what to change. */
#ifndef WORKBOOK_FIELDCHECK_H
#define WORKBOOK_FIELDCHECK_H

#include "workbook/sheet.h"
#include "workbook/workbook.h"

struct fieldstore;

struct fieldcheck {
    struct arena *arena;
    struct diags *diags;
    enum number_style style;
    struct fiscal fiscal;
    const char *language;     /* for month names; NULL: English */
    size_t rounded;           /* numbers rounded so far, for one note a sheet... */
    struct place rounded_at;  /* ...at the first of them */
    bool points_doubtful;     /* cells have types and no style is declared: the text 1.234 may be
                                 meant as either number */
    bool merged;              /* the sheet has merged cells, which was reported: what they cover
                                 only looks empty */
    bool defer_periods;       /* the fiscal calendar is not known yet: keep periods as text */
    struct fieldstore *store; /* where records keep their fields; made when first needed */
};

/* Fills *out, whose text may be the cell's own.  A cell that means "missing" leaves it unfilled
 * without a word.  A PERIOD given as a date fills `date` and leaves `period` unset: its
 * frequency is that of the measure, which is known later. */
void fieldcheck_read(struct fieldcheck *check, const struct schema_column *column,
                     const struct cell *cell, struct place place, struct field *out);

/* True if the cell holds nothing that counts as content: empty, -, n/a and their like. */
bool fieldcheck_missing(const struct cell *cell);

/* The cell as text, whatever its type: 2026-10-31, 12.5, 87 %, TRUE; the cell's own text if
 * nothing is to be changed. */
const char *fieldcheck_text(struct arena *arena, const struct cell *cell);
/* The text of an item of "a; b" by its index. */
const char *fieldcheck_choice_text(struct arena *arena, const char *choices, int index);

#endif
