/* readvalues: values of the measures, brought to each measure's own frequency: rows to entities,
 * with the checks that need one row only.  Uses the ids of planbuild_begin(); fills b->plan. */
#ifndef PLAN_READVALUES_H
#define PLAN_READVALUES_H

#include "plan/planbuild.h"

void readvalues(struct planbuild *b);

#endif
