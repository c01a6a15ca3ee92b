/* record: making the workbook's records, the same way for every dialect. */
#ifndef WORKBOOK_RECORD_H
#define WORKBOOK_RECORD_H

#include "workbook/fieldcheck.h"
#include "workbook/workbook.h"

/* A record with empty fields, not yet in its table. */
struct record record_new(struct arena *arena, enum schema_sheet sheet, uint32_t line,
                         uint32_t column);

/* Sets an empty field's place. */
void record_field_at(struct field *field, uint32_t line, uint32_t column, uint32_t row,
                     uint32_t col);

/* Reports required fields that are empty and puts the record into its table.  A row of
 * Measure Data without a value says that there is none and is dropped; so is, reported, what lies
 * beyond BOUND_ROWS.  False when reading should stop. */
bool record_keep(struct fieldcheck *check, struct workbook *workbook, const struct record *record);

/* Takes number style, language and fiscal calendar from the property tables, which are read
 * first, their periods as text.  May be called again when more is known. */
void record_learn(struct fieldcheck *check, struct workbook *workbook);

/* Periods given as dates become periods of their measure's frequency (of the reporting period's
 * for commentary).  Call when all tables are read. */
void record_settle(struct fieldcheck *check, struct workbook *workbook);

#endif
