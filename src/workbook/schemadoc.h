/* schemadoc: the table of sheets and columns for people: what doc/workbook.md and `boardpack
 * schema --doc` say (Markdown), and a plain list for the terminal. */
#ifndef WORKBOOK_SCHEMADOC_H
#define WORKBOOK_SCHEMADOC_H

#include "workbook/schema.h"

/* One chapter a sheet, in the order of the table: what it is for, then each column with what may
 * stand in it, its unit, an example and its name in XML. */
void schemadoc_markdown(struct textbuf *out);
/* The same in a line a column, without the names in XML. */
void schemadoc_text(struct textbuf *out);

/* The rule of a column in words: "one of higher, lower, range; must be filled". */
void schemadoc_rule(const struct schema_column *column, struct textbuf *out);

#endif
