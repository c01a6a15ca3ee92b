/* readmeasures: measures and thresholds: rows to entities, with the checks that
 * need one row only.  Uses the ids of planbuild_begin(); fills b->plan. */
#ifndef PLAN_READMEASURES_H
#define PLAN_READMEASURES_H

#include "plan/planbuild.h"

void readmeasures(struct planbuild *b);

#endif
