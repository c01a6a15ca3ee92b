/* stratml: a StratML plan or report (ISO 17469-1, ANSI/AIIM 22) to records (workbook.md 5.3).
 *
 * Goals become themes, objectives objectives of one unit and one perspective, performance
 * indicators measures, target and actual results values.  What StratML cannot say stays blank -
 * polarity above all, so that nothing is scored before its owner has said what is good - and is
 * named in the findings; a workbook made of the plan has those cells to fill in.  Assumed, and
 * reported, are only dates: the fiscal year, the reporting date and period.
 *
 * An indicator's OtherInformation is its definition and may say some of it (stratmllines.h). */
#ifndef WORKBOOK_STRATML_H
#define WORKBOOK_STRATML_H

#include "workbook/fieldcheck.h"
#include "workbook/workbook.h"

/* False after reporting why the file cannot be read. */
bool stratml_read(struct fieldcheck *check, struct workbook *workbook, const char *bytes,
                  size_t length);

#endif
