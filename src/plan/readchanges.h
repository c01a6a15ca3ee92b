/* readchanges: what was asked to be changed, who stands for which actual, which findings are known
 * and accepted, and what became of the packet until it was sent. */
#ifndef PLAN_READCHANGES_H
#define PLAN_READCHANGES_H

#include "plan/planbuild.h"

/* Fills the plan's changes, attestations, waivers and versions; attestations of unknown measures
 * and waivers of unknown codes are left out (reported).  Needs measures. */
void readchanges(struct planbuild *b);

#endif
