/* readoffice: processes, benchmarks and staffing of the office: rows to entities, with the checks
 * that need one row only.  Uses the ids of planbuild_begin(); fills b->plan. */
#ifndef PLAN_READOFFICE_H
#define PLAN_READOFFICE_H

#include "plan/planbuild.h"

void readoffice(struct planbuild *b);

#endif
