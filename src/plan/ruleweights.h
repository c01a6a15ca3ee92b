/* ruleweights: weights of siblings: all or none, not negative, not 0 in all (domain.md section 4
 * rule 4). Siblings are the perspectives of a unit, the objectives of a perspective or theme in a
 * unit, the measures and contributory supports of an objective, the milestones of an initiative. */
#ifndef PLAN_RULEWEIGHTS_H
#define PLAN_RULEWEIGHTS_H

#include "plan/planbuild.h"

void ruleweights(struct planbuild *b);

#endif
