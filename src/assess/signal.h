/* signal: is a change in a measure more than its usual noise? (domain.md section 4, rule 10)
 *
 * XmR chart of the actuals of the measure's own periods up to the judged one, the last 24 of them:
 * limits at the mean +- 2.66 x the mean moving range, after ranges of 3.267 x their mean or more
 * were dropped once.  Exact fractions throughout. */
#ifndef ASSESS_SIGNAL_H
#define ASSESS_SIGNAL_H

#include "assess/assess.h"

enum signal_kind {
    SIGNAL_OUTSIDE, /* a point beyond a limit */
    SIGNAL_RUN,     /* 7 on one side of the mean */
    SIGNAL_SLOPE,   /* 7 rising or 7 falling */
    SIGNAL_NEAR     /* 2 of 3 beyond two thirds of the way to the same limit */
};

struct signal {
    enum signal_kind kind;
    size_t first, last; /* indexes of points */
    int side;           /* +1 above or rising, -1 below or falling */
};

struct signal_point {
    struct period period;
    struct decimal value;
};

struct signal_result {
    struct signal_point *points; /* oldest first */
    size_t count;
    bool trial;                               /* fewer than 12 points */
    struct decimal mean, lower, upper, range; /* rounded to 10^-6; range: the mean moving range */
    size_t dropped;                           /* ranges left out */
    VEC(struct signal) signals;
    bool now; /* a signal holds the last point */
};

/* NULL under 5 points. */
const struct signal_result *signal_judge(struct arena *arena, const struct signal_point *points,
                                         size_t count);

#endif
