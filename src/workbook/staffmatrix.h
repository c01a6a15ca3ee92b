/* staffmatrix: the wide form of Staffing (workbook.md section 2.2): a row for each role or person,
 * a column of FTE for each process, headed by the process's id or name.  It gives records of
 * SHEET_STAFFING, one for each share that is not blank, 0 or -. */
#ifndef WORKBOOK_STAFFMATRIX_H
#define WORKBOOK_STAFFMATRIX_H

#include "workbook/fieldcheck.h"
#include "workbook/sheet.h"
#include "workbook/workbook.h"

/* True if a sheet of SHEET_STAFFING is to be read in this form: its title says so, or it has a
 * column of roles and columns headed by processes but none of Process ID.  The table of the
 * processes must have been read. */
bool staffmatrix_is(const struct fieldcheck *check, const struct workbook *workbook,
                    const struct sheet *sheet);

/* Reads it into the table; what is not read is reported.  False if it has no usable header. */
bool staffmatrix_read(struct fieldcheck *check, struct workbook *workbook,
                      const struct sheet *sheet);

#endif
