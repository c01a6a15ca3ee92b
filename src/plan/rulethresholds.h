/* rulethresholds: thresholds against the polarity and against every target of the measure
 * (domain.md section 4 rule 2). */
#ifndef PLAN_RULETHRESHOLDS_H
#define PLAN_RULETHRESHOLDS_H

#include "plan/planbuild.h"

void rulethresholds(struct planbuild *b);

#endif
