/* rulecommentary: commentary that stands twice or repeats the period before. */
#ifndef PLAN_RULECOMMENTARY_H
#define PLAN_RULECOMMENTARY_H

#include "plan/planbuild.h"

void rulecommentary(struct planbuild *b);

#endif
