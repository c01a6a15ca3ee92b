/* planunits: the tree of units as a list. */
#ifndef PLAN_PLANUNITS_H
#define PLAN_PLANUNITS_H

#include "plan/plan.h"

/* A unit and all below it: each before its own, siblings by their order, those without one after
 * the others as on the sheet. */
const struct unit **planunits_from(struct arena *arena, const struct plan *plan,
                                   const struct unit *top, size_t *count);

/* True if an objective is the unit's own. */
bool planunits_scored(const struct plan *plan, const struct unit *unit);

#endif
