/* planrules: the rules that need more than one row: domain.md section 3, "lint of the whole".
 * They run when every entity is read and linked; each group has a file rule*.c. */
#ifndef PLAN_PLANRULES_H
#define PLAN_PLANRULES_H

#include "plan/planbuild.h"

void planrules(struct planbuild *b);

#endif
