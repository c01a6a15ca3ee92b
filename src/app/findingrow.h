/* findingrow: which row of the workbook a finding is about. */
#ifndef APP_FINDINGROW_H
#define APP_FINDINGROW_H

#include "base/diag.h"
#include "workbook/workbook.h"

/* For each of the findings, which are sorted by place, its record or NULL.  By sheet and row where
 * the place names them, else by line: then it is the last record that starts before.  workbook may
 * be NULL: no finding has a row then. */
const struct record **findingrow_all(struct arena *arena, const struct workbook *workbook,
                                     const struct diag *findings, size_t count);

/* The id of the record itself, or NULL if its sheet has no ids or it has none. */
const char *findingrow_id(const struct record *record);
/* True if the record has this id or refers to it.  Records may be NULL. */
bool findingrow_names(const struct record *record, const char *id);

#endif
