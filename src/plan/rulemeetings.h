/* rulemeetings: meetings that are near and not prepared: without agenda, or with one whose items
 * have no time (the packet prints both; domain.md section 5, page 2).
 *
 * Decision: near are those of the month after the reporting date; a workbook without any agenda
 * is not asked for one. */
#ifndef PLAN_RULEMEETINGS_H
#define PLAN_RULEMEETINGS_H

#include "plan/planbuild.h"

void rulemeetings(struct planbuild *b);

#endif
