/* threshold: what the thresholds mean for a target, and the status of a value against them
 * (domain.md section 4, rule 2).
 *
 * Decisions:
 * - Method `absolute` takes the sheet's figures as they stand; `ratio` multiplies them with the
 *   target (0.95 = 95 % of it); `deviation` lays red and worst so far on the bad side of the
 *   target and stretch on its good side.
 * - For a range `absolute` takes lower, upper and margin as they stand and needs no target; `ratio`
 *   multiplies all three with the target; `deviation` lays lower below and upper above the target,
 *   with margin as it stands.  Under the latter two there is no band without a target.
 * - Results are decimals: a product with more than six decimals is rounded half away from zero
 *   here, once, and the rounded threshold is the threshold.
 * - A range needs lower, upper and margin; its target is not itself judged by.  Stretch and worst
 * have no meaning for range and binary.
 * - binary is green at the target and red elsewhere.
 * - Stretch may equal the target and worst the red flag; red never equals the target. */
#ifndef ASSESS_THRESHOLD_H
#define ASSESS_THRESHOLD_H

#include "assess/assess.h"

enum threshold_result {
    THRESHOLD_KNOWN,
    THRESHOLD_NO_TARGET,   /* nothing to judge by (also: kind info) */
    THRESHOLD_INCOMPLETE,  /* a range without lower, upper or margin */
    THRESHOLD_ZERO_TARGET, /* target 0 and no red flag: a percentage of it says nothing */
    THRESHOLD_ORDER,       /* in the wrong order for the kind */
    THRESHOLD_OVERFLOW     /* does not fit a decimal */
};

/* Resolves the sheet's row (NULL: none) for a target (NULL: none).  percent: the measure is in %,
 * where the settings' tolerance may be points.  *out is all zero unless THRESHOLD_KNOWN. */
enum threshold_result threshold_resolve(enum polarity polarity, bool percent,
                                        const struct threshold *given, const struct decimal *target,
                                        const struct settings *settings,
                                        struct judged_thresholds *out);

/* Fills stretch and worst by rule 3 where they are not given, then checks the order.  For
 * thresholds put together elsewhere (year to date); target and red must be set. */
enum threshold_result threshold_complete(enum polarity polarity, struct judged_thresholds *t);

/* Status of a value; thresholds must be known (asserted) unless the kind is info. */
enum status threshold_status(enum polarity polarity, const struct judged_thresholds *thresholds,
                             struct decimal value);

/* Distance to the green band of a range, >= 0, in 10^-6; saturates. */
struct decimal threshold_distance(const struct judged_thresholds *thresholds, struct decimal value);

#endif
