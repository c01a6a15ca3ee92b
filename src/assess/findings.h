/* findings: what the judgement found that somebody should look at, as diagnostics of the 4xxx
 * family (domain.md section 3, lint of the whole, and section 2).
 *
 * Decision: commentary answers a red measure if it names the measure and is for the measure's own
 * judged period or for the reporting period.  An objective is moved by an initiative that is
 * active and not closed. */
#ifndef ASSESS_FINDINGS_H
#define ASSESS_FINDINGS_H

#include "assess/assess.h"
#include "assess/measureresult.h"

/* troubles: parallel to the measures. */
void findings(struct arena *arena, const struct assessment *assessment,
              const struct measure_trouble *troubles, struct diags *diags);

#endif
