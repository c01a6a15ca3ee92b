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
 * - Results are exact: a product or tolerance with more than six decimals has its fraction beside
 *   the decimal it is shown by.
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
enum threshold_result threshold_resolve(struct arena *arena, enum polarity polarity, bool percent,
                                        const struct threshold *given, const struct exact *target,
                                        const struct settings *settings,
                                        struct judged_thresholds *out);

/* Fills stretch and worst by rule 3 where they are not given, then checks the order.  For
 * thresholds put together elsewhere (year to date); target and red must be set. */
enum threshold_result threshold_complete(struct arena *arena, enum polarity polarity,
                                         struct judged_thresholds *t);

/* Status of a value; thresholds must be known (asserted) unless the kind is info. */
enum status threshold_status(struct arena *arena, enum polarity polarity,
                             const struct judged_thresholds *thresholds, struct exact value);

/* The figures as they are judged. */
static inline struct exact threshold_target(const struct judged_thresholds *t) {
    return exact_of(t->target, t->exact.target);
}
static inline struct exact threshold_red(const struct judged_thresholds *t) {
    return exact_of(t->red, t->exact.red);
}
static inline struct exact threshold_stretch(const struct judged_thresholds *t) {
    return exact_of(t->stretch, t->exact.stretch);
}
static inline struct exact threshold_worst(const struct judged_thresholds *t) {
    return exact_of(t->worst, t->exact.worst);
}
static inline struct exact threshold_lower(const struct judged_thresholds *t) {
    return exact_of(t->lower, t->exact.lower);
}
static inline struct exact threshold_upper(const struct judged_thresholds *t) {
    return exact_of(t->upper, t->exact.upper);
}
static inline struct exact threshold_margin(const struct judged_thresholds *t) {
    return exact_of(t->margin, t->exact.margin);
}

#endif
