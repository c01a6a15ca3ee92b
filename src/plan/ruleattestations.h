/* ruleattestations: actuals that nobody stands for (domain.md section 3, lint of the whole).
 *
 * Looked at is what the packet judges: the actual of each measure's last period that ended by the
 * reporting period's end.  A workbook without any row of the sheet Attestations does not attest and
 * is not asked to: the sheet alone is part of every starter. */
#ifndef PLAN_RULEATTESTATIONS_H
#define PLAN_RULEATTESTATIONS_H

#include "plan/planbuild.h"

void ruleattestations(struct planbuild *b);

#endif
