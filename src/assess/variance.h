/* variance: how far from the target, and whether that is good (domain.md section 4, rule 8).
 *
 * Decisions:
 * - Absolute figures show the difference in percent of |target| (none for a target of 0), measures
 *   in % show it in points.
 * - A range is measured from its band, not from the target: 0 inside, below it the (negative) way
 *   to the lower edge, above it the (positive) way to the upper one; percent is of that |edge|
 *   (none for an edge of 0 that was passed).  Without a band there is no variance.
 * - Effect: higher and lower by their side; a range is bad outside its band and neither good nor
 *   bad inside; binary is bad off target. */
#ifndef ASSESS_VARIANCE_H
#define ASSESS_VARIANCE_H

#include "assess/assess.h"

struct variance {
    bool known;
    struct decimal difference; /* actual - target; range: actual - the edge passed, 0 inside */
    int side;                  /* its sign, before it was rounded */
    bool has_percent;
    struct decimal percent; /* of |target| or |edge|, rounded to 10^-6 */
    int favourable;         /* +1 good, -1 bad, 0 neither */
};

/* percent_measure: the measure is in %.  A range needs the thresholds and no target, all others
 * the reverse. */
struct variance variance_of(struct arena *arena, enum polarity polarity, bool percent_measure,
                            struct exact actual, struct exact target,
                            const struct judged_thresholds *thresholds);

#endif
