/* readrisks: what may keep objectives from being reached, and what keeps it down. */
#ifndef PLAN_READRISKS_H
#define PLAN_READRISKS_H

#include "plan/planbuild.h"

/* Fills the plan's risks and controls, and leads from each objective to its risks and from each
 * risk to its controls, in the order of the sheets.  Needs objectives. */
void readrisks(struct planbuild *b);

#endif
