/* readobjectives: objectives, their supports, and cause-effect links: rows to entities, with the
 * checks that need one row only.  Uses the ids of planbuild_begin(); fills b->plan. */
#ifndef PLAN_READOBJECTIVES_H
#define PLAN_READOBJECTIVES_H

#include "plan/planbuild.h"

void readobjectives(struct planbuild *b);

#endif
