/* rulebenefits: benefits that are said to be realised without evidence, and benefits that a closed
 * initiative still owes (domain.md section 3, lint of the whole).
 *
 * Decision: a benefit is open while less is realised than is now expected (the forecast, else the
 * plan) and its period is not over; without a realised value it is open whatever its period. */
#ifndef PLAN_RULEBENEFITS_H
#define PLAN_RULEBENEFITS_H

#include "plan/planbuild.h"

void rulebenefits(struct planbuild *b);

#endif
