/* fieldstore: fields made once and shared by all rows that say the same.
 *
 * A workbook of a million values has some thousand measures, some hundred periods and a handful of
 * series: reading a cell that was read before gives the field of that time.  What was read lately
 * is remembered in a table that grows with the file to a fixed size; nothing is ever searched in
 * it. */
#ifndef WORKBOOK_FIELDSTORE_H
#define WORKBOOK_FIELDSTORE_H

#include "workbook/fieldcheck.h"

struct fieldstore;

struct fieldstore *fieldstore_new(struct arena *arena);

/* The field that the cell makes in this column, or NULL if it means that there is nothing
 * (findings as fieldcheck_read() makes them, each time).  The cell's text may be reused
 * afterwards. */
const struct field *fieldstore_read(struct fieldstore *store, struct fieldcheck *check,
                                    const struct schema_column *column, const struct cell *cell,
                                    struct place place);

/* A lasting copy of a field, its text included. */
const struct field *fieldstore_keep(struct fieldstore *store, const struct field *field);

#endif
