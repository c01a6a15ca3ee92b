/* readchanges: what was asked to be changed, who stands for which actual, and which findings are
 * known and accepted. */
#ifndef PLAN_READCHANGES_H
#define PLAN_READCHANGES_H

#include "plan/planbuild.h"

/* Fills the plan's changes, attestations and waivers; attestations of unknown measures and waivers
 * of unknown codes are left out (reported).  Needs measures. */
void readchanges(struct planbuild *b);

#endif
