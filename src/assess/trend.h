/* trend: which way a figure moves and whether that is good (domain.md section 4, rule 7).
 *
 * Decisions:
 * - Trends compare the figures of single periods, also where the headline is the year to date
 *   (a sum to date always rises).  A carried actual has no trend.
 * - `mean of the last 4` is the mean of the four own periods before the judged one, all four of
 *   which must have an actual.
 * - Dead band: declared by the measure in its own unit; else the settings' percentage of |T - R|
 *   (range: of the margin; binary and info: 0).  A change of exactly the dead band is flat.
 * - range: direction by the value, goodness by the distance to the judged period's band.
 *   binary: goodness by the distance to the target.  info: no goodness.
 * - Scores (objectives): a third of the scale is what |T - R| is for a measure, so the dead band
 *   is the settings' percentage of 33 1/3 points; more is always better. */
#ifndef ASSESS_TREND_H
#define ASSESS_TREND_H

#include "assess/assess.h"

struct trend_input {
    enum polarity polarity;
    const struct judged_thresholds *thresholds; /* of the judged period */
    const struct quantity *dead_band;           /* declared by the measure */
    struct decimal dead_percent;                /* of the settings, 0..100 */
};

/* Against the mean of `count` older values (1 or more).  n/a both ways if the thresholds are
 * needed and unknown. */
struct trend trend_of(struct arena *arena, const struct trend_input *input, struct exact now,
                      const struct exact *older, size_t count);

/* Between exact scores; n/a if either is NULL. */
struct trend trend_score(struct arena *arena, struct decimal dead_percent,
                         const struct rational *now, const struct rational *before);

#endif
