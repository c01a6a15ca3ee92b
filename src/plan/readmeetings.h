/* readmeetings: actions, decisions and commentary: rows to entities, with the checks that
 * need one row only.  Uses the ids of planbuild_begin(); fills b->plan. */
#ifndef PLAN_READMEETINGS_H
#define PLAN_READMEETINGS_H

#include "plan/planbuild.h"

void readmeetings(struct planbuild *b);

#endif
