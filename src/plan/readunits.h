/* readunits: units, perspectives and themes: rows to entities, with the checks that
 * need one row only.  Uses the ids of planbuild_begin(); fills b->plan. */
#ifndef PLAN_READUNITS_H
#define PLAN_READUNITS_H

#include "plan/planbuild.h"

void readunits(struct planbuild *b);

#endif
