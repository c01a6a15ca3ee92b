/* judge: which period of a measure is judged, and what is said when something is missing
 * (domain.md section 4, rule 5).
 *
 * Decisions:
 * - A measure is not due while the period to be judged lies before the first one its sheet gives
 *   an actual or a target for; a measure without either has no data.  A proposed measure is not
 *   due; a retired one is not applicable.
 * - Under `carry` the older actual is judged against the thresholds of the period that is judged.
 *   A target is never carried.
 * - Under the other policies an older actual counts for nothing: no data. */
#ifndef ASSESS_JUDGE_H
#define ASSESS_JUDGE_H

#include "assess/observation.h"

/* The last own period that ended on or before the reporting period's end. */
struct period judge_period(enum frequency frequency, struct period reporting,
                           const struct fiscal *fiscal);
/* The first own period with an actual or a target; unset if there is none. */
struct period judge_first(const struct measure *measure);
/* The day that says which fiscal year a period belongs to: its first; of a week its Thursday. */
struct date judge_anchor(struct period period);
/* First and last own period that belong to the fiscal year of the date. */
void judge_year(struct date date, enum frequency frequency, const struct fiscal *fiscal,
                struct period *first, struct period *last);
/* Status that a state gives whatever the data: not-due, not-applicable, or (active) no-data. */
enum status judge_state(enum entity_state state);
/* Status that an owner declares or reports; no-data where none does. */
enum status judge_declared(enum declared_status declared);

struct judge_input {
    struct arena *arena;
    enum polarity polarity;
    const struct judged_thresholds *thresholds;
    const struct exact *actual; /* of the period; NULL: missing */
    const struct exact *older;  /* the latest before it; NULL: none */
    int age;                    /* of older, in periods */
    enum missing_policy missing;
    int carry_periods;
};

/* Status of one period of a measure that is due.  *used: the actual judged, NULL if none. */
enum status judge(const struct judge_input *input, const struct exact **used);

#endif
