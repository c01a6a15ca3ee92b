/* readinitiatives: initiatives and milestones: rows to entities, with the checks that
 * need one row only.  Uses the ids of planbuild_begin(); fills b->plan. */
#ifndef PLAN_READINITIATIVES_H
#define PLAN_READINITIATIVES_H

#include "plan/planbuild.h"

void readinitiatives(struct planbuild *b);

#endif
