/* rulemap: the shape of the strategy map: empty rows, themes of one row, objectives that lead
 * nowhere, too many of them. */
#ifndef PLAN_RULEMAP_H
#define PLAN_RULEMAP_H

#include "plan/planbuild.h"

void rulemap(struct planbuild *b);

#endif
