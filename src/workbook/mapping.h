/* mapping: sheets of cells to the workbook's tables (workbook.md 2.1-2.3).
 *
 * A sheet is known by its title; its header is the first of the top twenty rows that holds all
 * required titles; columns are found by title.  Monthly Data, with one column per period, gives
 * records of SHEET_VALUES.  Whatever is not read is said once. */
#ifndef WORKBOOK_MAPPING_H
#define WORKBOOK_MAPPING_H

#include "workbook/fieldcheck.h"
#include "workbook/sheet.h"
#include "workbook/workbook.h"

/* Rows that begin with one of these are no data, unless other words follow in a name. */
#define MAPPING_SKIP_WORDS                                                                         \
    "Total;Totals;Sum;Subtotal;Sub-total;Grand total;Average;Mean;Note;Notes;Comment;Remark"

void mapping_run(struct fieldcheck *check, struct workbook *workbook, const struct sheets *sheets);

#endif
