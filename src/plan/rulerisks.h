/* rulerisks: open risks that nobody answers or looks at, and controls that nobody has tried for a
 * year (domain.md section 3, lint of the whole).  The level of a risk is likelihood x impact. */
#ifndef PLAN_RULERISKS_H
#define PLAN_RULERISKS_H

#include "plan/planbuild.h"

void rulerisks(struct planbuild *b);

#endif
