/* variance: how far from the target, and whether that is good (domain.md section 4, rule 8).
 *
 * Decisions: absolute figures show the difference in percent of |target| (none for a target of
 * 0), measures in % show it in points.  Effect: higher and lower by their side; for a range any
 * value inside the band is neither good nor bad, outside it is bad; binary is bad off target. */
#ifndef ASSESS_VARIANCE_H
#define ASSESS_VARIANCE_H

#include "assess/assess.h"

struct variance {
    bool known;
    struct decimal difference; /* actual - target */
    bool has_percent;
    struct decimal percent; /* of |target|, rounded to 10^-6 */
    int favourable;         /* +1 good, -1 bad, 0 neither */
};

/* percent_measure: the measure is in %.  thresholds: only a range needs them. */
struct variance variance_of(enum polarity polarity, bool percent_measure, struct decimal actual,
                            struct decimal target, const struct judged_thresholds *thresholds);

#endif
