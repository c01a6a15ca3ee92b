/* score: 0 to 100 for a value, exact (domain.md section 4, rule 3).
 *
 * Piecewise linear and clamped; a third of the scale is one band, so that a score of 66 2/3 or
 * more is green and one of 33 1/3 or more is amber, exactly. */
#ifndef ASSESS_SCORE_H
#define ASSESS_SCORE_H

#include "assess/assess.h"

/* NULL for kind info; thresholds must be known otherwise (asserted). */
const struct rational *score_of(struct arena *arena, enum polarity polarity,
                                const struct judged_thresholds *thresholds, struct exact value);

/* Band of a score: green from 66 2/3, amber from 33 1/3, red. */
enum status score_status(const struct rational *score);

/* The exact score with its rounding; NULL stays no score. */
struct score score_make(const struct rational *exact);

#endif
