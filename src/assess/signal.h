/* signal: is a change in a measure more than its usual noise? (domain.md section 4, rule 10)
 *
 * XmR chart of the actuals of the measure's own periods up to the judged one, the last 24 of them:
 * limits at the mean +- 2.66 x the mean moving range, after ranges of 3.267 x their mean or more
 * were dropped once.  Exact throughout, ratios as fractions (2.66 and 3.267 are 266/100 and
 * 3267/1000, and there is no root in it): a point on a limit is on it.
 *
 * Decisions:
 * - Only what lies strictly beyond counts: a point on a limit is not outside, one on the mean is on
 *   neither side and ends a run, one equal to the point before ends a slope.
 * - Ranges are taken between neighbouring points, also across periods without an actual.
 * - Ranges are kept if without the large ones nothing would be left but zeros: a measure that stood
 *   still and then moved is judged by that move, not by limits without width.
 * - A run and a slope are told once, in full length; so is a row of points near the same limit of
 *   which no two neighbours lie more than two points apart.
 * - Polarity plays no part: a signal says that something changed, not that it is good or bad. */
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
    struct exact value;
};

struct signal_result {
    const struct signal_point *points; /* oldest first */
    size_t count;
    bool trial;                               /* fewer than 12 points */
    struct decimal mean, lower, upper, range; /* rounded to 10^-6; range: the mean moving range */
    size_t dropped;                           /* ranges left out */
    VEC(struct signal) signals;               /* by kind, then oldest first */
    bool now;                                 /* a signal holds the last point */
};

/* NULL under 5 points, and where a limit would be too large a number.  points: oldest first, at
 * most 10,000; they must live as long as the result. */
const struct signal_result *signal_judge(struct arena *arena, const struct signal_point *points,
                                         size_t count);
/* Of a judged measure with its history: NULL also for yes/no measures. */
const struct signal_result *signal_of(struct arena *arena, const struct measure_result *measure);

/* "outside", "run", "slope", "near" */
const char *signal_name(enum signal_kind kind);

#endif
