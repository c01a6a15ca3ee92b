/* deriveforecast: what is expected of a measure at the end of the year, step by step (derivation.h;
 * domain.md section 4, rule 9).  For assess only. */
#ifndef ASSESS_DERIVEFORECAST_H
#define ASSESS_DERIVEFORECAST_H

#include "assess/derive.h"

void deriveforecast(struct deriving *d, const struct measure_result *result);

#endif
