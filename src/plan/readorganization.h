/* readorganization: organization, settings and the options of the command line: rows to entities,
 * with the checks that need one row only.  Uses the ids of planbuild_begin(); fills b->plan. */
#ifndef PLAN_READORGANIZATION_H
#define PLAN_READORGANIZATION_H

#include "plan/planbuild.h"

void readorganization(struct planbuild *b, const struct plan_options *options);

#endif
