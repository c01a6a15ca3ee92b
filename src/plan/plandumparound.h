/* plandumparound: the second half of the plan's dump: what stands around the strategy. */
#ifndef PLAN_PLANDUMPAROUND_H
#define PLAN_PLANDUMPAROUND_H

#include "plan/dumpline.h"

/* Benefits, budget, risks, meetings, changes, calendar and surroundings, in that order. */
void plandumparound(struct dumpline *d);

#endif
