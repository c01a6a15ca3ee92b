/* forecast: where a measure will stand at the end of the fiscal year (domain.md section 4,
 * rule 9).
 *
 * The year is the fiscal year that holds the last day of the reporting period.  A measure without a
 * value for the judged period (its own, or one carried there) has only what its owner declares: a
 * source that fell silent says nothing of the year's end.  Methods in order:
 * - declared: the owner's forecast series fills every period without an actual, at least one of
 *   them still to come (aggregation `last`: the forecast of the last period is enough); the year
 *   is the aggregate of actuals and forecasts.
 * - seasonal: last year's full year x year to date / last year to date over the same periods.
 *   Not for min, max and binary; needs all figures above 0 and the year unfinished.  A measure in
 *   % that never passed 100 is not carried past 100: the next method is taken.
 * - run rate: sums: the mean of the periods with an actual x the periods of the year.
 * - last: what stands last (min and max: the least or greatest so far); may be of the year before.
 * - mean: of the year so far (ratio: the ratio so far). */
#ifndef ASSESS_FORECAST_H
#define ASSESS_FORECAST_H

#include "assess/assess.h"

struct forecast_result {
    enum forecast_method method; /* FORECAST_NONE: nothing below but the target is set */
    struct exact value;
    bool has_target;
    struct exact target;                 /* of the whole year */
    struct judged_thresholds thresholds; /* of the whole year; known or not */
};

/* judged: the last own period that may have an actual (judge_period()).  current: it has a value,
 * or an older one is carried there; false: only `declared` counts. */
struct forecast_result forecast_year(struct arena *arena, const struct plan *plan,
                                     const struct measure *measure, struct period reporting,
                                     struct period judged, bool current);

/* full x so_far / last_so_far; false unless all are above 0 and it fits. */
bool forecast_seasonal(struct arena *arena, struct exact full, struct exact so_far,
                       struct exact last_so_far, struct exact *out);
/* sum x periods / have; false if have is 0 or it does not fit. */
bool forecast_run_rate(struct arena *arena, struct exact sum, size_t have, size_t periods,
                       struct exact *out);

#endif
