/* canonical: workbook XML, the form that `boardpack schema` describes, to records.
 *
 * The reader checks the structure itself and does not run the published schema: its own findings
 * name row, field and what was likely meant, once each, and it is content with any order.  Keys
 * and references are the plan's to check, as for every dialect. */
#ifndef WORKBOOK_CANONICAL_H
#define WORKBOOK_CANONICAL_H

#include "workbook/fieldcheck.h"
#include "workbook/workbook.h"

/* False after reporting why the file cannot be read. */
bool canonical_read(struct fieldcheck *check, struct workbook *workbook, const char *bytes,
                    size_t length);

#endif
