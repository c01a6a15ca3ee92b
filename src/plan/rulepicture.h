/* rulepicture: what makes the picture of a strategy hard to read or to believe, beside the shape
 * that rulemap looks at (strategy map design section 3.3). */
#ifndef PLAN_RULEPICTURE_H
#define PLAN_RULEPICTURE_H

#include "plan/planbuild.h"

/* Objectives that nothing drives, long names, more links than can be followed. */
void rulepicture(struct planbuild *b);

#endif
