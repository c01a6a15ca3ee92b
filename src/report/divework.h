/* divework: the words of a deep dive: what its people say, what they propose, what is under way,
 * what may go wrong, what drives the objective and what it drives. */
#ifndef REPORT_DIVEWORK_H
#define REPORT_DIVEWORK_H

#include "report/report.h"

/* From this report->terse on less is said, and neither drivers nor effects are told. */
enum { DIVEWORK_TERSE = 4 };

/* Left: commentary and recommendation of the period, of the objective and its measures. */
void divework_said(struct report *report, struct block *columns, const struct objective *objective);
/* Right: initiatives, risks, drivers and effects. */
void divework_moves(struct report *report, struct block *columns,
                    const struct objective *objective);

#endif
