/* readbenefits: what initiatives promised to bring, and what they brought. */
#ifndef PLAN_READBENEFITS_H
#define PLAN_READBENEFITS_H

#include "plan/planbuild.h"

/* Fills the plan's benefits and leads from each initiative to its own.  Needs initiatives and
 * measures. */
void readbenefits(struct planbuild *b);

#endif
