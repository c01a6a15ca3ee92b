/* rulepin: objectives that the workbook pins to places of the map which cannot be (strategy map
 * design section 3.3).  Places are pinned for each unit's own map: Map Row counts the rows of a
 * perspective from the top, Map Place orders the objectives of a row from the left. */
#ifndef PLAN_RULEPIN_H
#define PLAN_RULEPIN_H

#include "plan/planbuild.h"

/* Rows a perspective may have on the map. */
enum { RULEPIN_ROWS = 3 };

/* Rows that no map has, places that two claim, rows and columns that contradict each other. */
void rulepin(struct planbuild *b);

#endif
