/* rulevalues: measures without target or data, stale ones, fractions among percentages, objectives
 * without measure and measures without objective. */
#ifndef PLAN_RULEVALUES_H
#define PLAN_RULEVALUES_H

#include "plan/planbuild.h"

void rulevalues(struct planbuild *b);

#endif
