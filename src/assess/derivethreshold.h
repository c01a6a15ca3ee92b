/* derivethreshold: where red flag, stretch, worst and band come from, and what they make of a value
 * (derivation.h; domain.md section 4, rules 2 and 3).  For assess only. */
#ifndef ASSESS_DERIVETHRESHOLD_H
#define ASSESS_DERIVETHRESHOLD_H

#include "assess/derive.h"
#include "assess/observation.h"

/* Steps for the thresholds of a period, or (to_date) of several periods together. */
void derivethreshold_steps(struct deriving *d, const struct measure *measure,
                           const struct observation *periods, size_t count, bool to_date,
                           const struct judged_thresholds *thresholds);

/* Steps for the status of a value and for its score; figure: "status", "forecast status".  The
 * thresholds must be known and the kind not info. */
void derivethreshold_status(struct deriving *d, const char *figure, enum polarity polarity,
                            const struct judged_thresholds *thresholds, struct exact value,
                            enum status status);
void derivethreshold_score(struct deriving *d, const char *figure, enum polarity polarity,
                           const struct judged_thresholds *thresholds, struct exact value,
                           const struct rational *score);
/* max(lower - value, value - upper, 0) */
struct formula derivethreshold_distance(struct deriving *d,
                                        const struct judged_thresholds *thresholds,
                                        struct formula value);

#endif
