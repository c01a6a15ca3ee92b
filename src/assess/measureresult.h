/* measureresult: one measure judged at a reporting period: headline, status, score, trends,
 * forecast and history (domain.md section 4, rules 2-3 and 5-9).
 *
 * Decisions:
 * - Headline `ytd`: actual, target and thresholds over the periods of the fiscal year up to the
 *   judged one in which both sides of the comparison are there; the judged period must itself be
 *   one of them, else it is missing like any other.  Under `carry` the year to date as it stood
 *   is carried.
 * - The statuses counted for `consecutive` are headline statuses; those in the history are of
 *   the single periods.
 * - The history leaves out leading periods about which the sheet says nothing. */
#ifndef ASSESS_MEASURERESULT_H
#define ASSESS_MEASURERESULT_H

#include "assess/cascade.h"
#include "assess/threshold.h"

#define MEASURERESULT_HISTORY 24

/* Why some period could not be judged although the sheet has figures. */
struct measure_trouble {
    enum threshold_result result; /* THRESHOLD_KNOWN: no trouble */
    struct period period;
};

/* Judges.  history: false leaves it empty.  *trouble: the first of the periods looked at. */
void measureresult_make(struct arena *arena, const struct plan *plan, const struct measure *measure,
                        struct period reporting, bool history, struct measure_result *out,
                        struct measure_trouble *trouble);

/* Status and score as measureresult_make() gives them at each of several periods of the measure's
 * frequency (judge_period() of the reporting periods), oldest first, in one walk through its
 * values. */
void measureresult_scores(struct arena *arena, const struct plan *plan,
                          const struct measure *measure, const struct period *judged, size_t count,
                          struct past_score *out);

#endif
