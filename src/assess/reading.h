/* reading: what one measure has to say at the judged period: where it went, where it lies from its
 * target, for how long it has had its status, whether the last figure is more than noise, and how
 * the year is forecast to end.  Exact and without words; for the sentences of the brief.
 *
 * Decisions (domain.md section 4, rules 6 to 10):
 * - A move is told only between figures of single periods: a year to date, a carried value and a
 * yes or no have none.
 * - Within the dead band it is flat, whatever the difference is.
 * - A run is open if the actuals begin with it: it may be longer than is known.
 * - The gap of a range is from the edge that was passed.  Of the year's end only measures with a
 *   target have one. */
#ifndef ASSESS_READING_H
#define ASSESS_READING_H

#include "assess/assess.h"

enum reading_move { READING_NO_MOVE, READING_UP, READING_DOWN, READING_FLAT };

/* Where a figure lies, seen from its target or band. */
enum reading_side {
    READING_NO_TARGET,
    READING_UNDER,
    READING_ON,
    READING_OVER,
    READING_BELOW_BAND,
    READING_IN_BAND,
    READING_ABOVE_BAND,
    READING_MET, /* yes or no, as it should be */
    READING_NOT_MET
};

enum reading_noise { READING_NOISE_UNKNOWN, READING_NOISE, READING_SIGNAL };

struct reading {
    const struct measure_result *result;
    enum reading_move move;
    struct decimal before, change; /* to six decimals; 0 without a move */
    enum reading_side side;        /* no target where there is no actual */
    struct decimal gap;            /* to six decimals: actual - target, or from the edge */
    int run;                       /* own periods in this status, this one included; 0: no colour */
    bool run_open;
    struct period since; /* the run's first period; unset if run is 0 */
    struct period last;  /* of the last actual before, if there is none now; may be unset */
    enum reading_noise noise;
    enum reading_side year_side; /* of the forecast; no target: not known */
    struct decimal year_gap;     /* forecast - target of the year */
};

/* The assessment must be the current one: `previous` has no histories. */
struct reading reading_of(const struct assessment *assessment, const struct measure_result *result);

/* The measure that pulls an objective down most: the lowest score, then the first; NULL if none is
 * scored.  year: by the forecast's score. */
const struct measure_result *reading_lead(const struct assessment *assessment,
                                          const struct objective *objective, bool year);

/* For data: "up" "down" "flat", NULL for no move; "under" "on" "over" "below-band" "in-band"
 * "above-band" "met" "not-met", NULL for no target. */
const char *reading_move_name(enum reading_move move);
const char *reading_side_name(enum reading_side side);

#endif
