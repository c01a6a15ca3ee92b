/* writestratml: records as a StratML part 2 plan or report (ANSI/AIIM 22; workbook.md 5.2, 5.3).
 *
 * Themes are goals, or perspectives where there are no themes; objectives their objectives with the
 * owner as a performing stakeholder; measures performance indicators with one measurement instance
 * a period.  What an indicator cannot say stands as lines in its OtherInformation
 * (stratmllines.h).  The result is valid by the schema of the standard.  StratML holds far less
 * than a workbook: what is left out is listed, one note a sheet. */
#ifndef EXPORT_WRITESTRATML_H
#define EXPORT_WRITESTRATML_H

#include "workbook/workbook.h"

/* The workbook is one without errors; characters that XML cannot hold have been refused. */
void writestratml(struct arena *arena, const struct workbook *workbook, struct diags *diags,
                  struct textbuf *out);

#endif
