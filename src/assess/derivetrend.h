/* derivetrend: variance, trends and how long a status has stood, step by step (derivation.h;
 * domain.md section 4, rules 7 and 8).  For assess only. */
#ifndef ASSESS_DERIVETREND_H
#define ASSESS_DERIVETREND_H

#include "assess/derive.h"

void derivetrend_variance(struct deriving *d, const struct measure_result *result);
/* Of single periods, also where the headline is the year to date. */
void derivetrend_trends(struct deriving *d, const struct measure_result *result);
void derivetrend_consecutive(struct deriving *d, const struct measure_result *result);
/* Of a score between two reporting periods. */
void derivetrend_score(struct deriving *d, const struct trend *trend, const struct rational *now,
                       const struct rational *before);

#endif
