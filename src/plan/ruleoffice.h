/* ruleoffice: shares of each person (domain.md section 2, staffing rules). */
#ifndef PLAN_RULEOFFICE_H
#define PLAN_RULEOFFICE_H

#include "plan/planbuild.h"

void ruleoffice(struct planbuild *b);

#endif
