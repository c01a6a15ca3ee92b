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

void mapping_run(struct fieldcheck *check, struct workbook *workbook, const struct sheets *sheets);

#endif
