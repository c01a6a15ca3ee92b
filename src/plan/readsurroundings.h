/* readsurroundings: the money and the people behind the strategy, and what it stands in: budget
 * lines, people, workforce, best practices, environment, strategic jobs. */
#ifndef PLAN_READSURROUNDINGS_H
#define PLAN_READSURROUNDINGS_H

#include "plan/planbuild.h"

/* Fills the plan's arrays of these names; workforce facts of unknown units are left out (reported).
 * Needs units and objectives. */
void readsurroundings(struct planbuild *b);

#endif
