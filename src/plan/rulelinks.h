/* rulelinks: causes and effects: circles (error) and links that point down (warning).  Links with a
 * negative sign are feedbacks: they may close a circle and may point down. */
#ifndef PLAN_RULELINKS_H
#define PLAN_RULELINKS_H

#include "plan/planbuild.h"

void rulelinks(struct planbuild *b);

#endif
