/* outlook: which objectives are likely to miss the year end, through which measures, and what those
 * would still need (domain.md section 4, rules 2 to 4 and 9).
 *
 * Nothing is judged anew: the expected statuses and scores are those of the assessment.
 *
 * Decisions:
 * - An objective takes part if it is in scope now.  It is likely to miss if the status expected of
 *   it is amber or red; with neither green, amber nor red it cannot be said.
 * - Its weight is its share of its unit's score: its own weight among the objectives of its
 *   perspective times the perspective's among those of the unit, of those in scope.  Its shortfall
 *   is what the expected score lacks of 66 2/3.  Those likely to miss are told by weight x
 *   shortfall, the largest first, then red before amber, then as in the plan.
 * - What is still needed speaks of the periods of the fiscal year without an actual, whether they
 *   are still to come or late, and of the year's targets and thresholds as they stand.
 * - Needed figures are exact; printed they are rounded to the side on which they still suffice.
 * - In hindsight: a year ago, with the actuals of then as the workbook has them now, the method
 * that is used today would have expected so much, and the year ended so.  Only where the method was
 *   the same, is not the owner's own word, and all that year's actuals are there. */
#ifndef ASSESS_OUTLOOK_H
#define ASSESS_OUTLOOK_H

#include "assess/assess.h"

enum outlook_group {
    OUTLOOK_WARNING,    /* on target now, likely to miss */
    OUTLOOK_MISSING,    /* not on target now, or grey, and likely to miss */
    OUTLOOK_RECOVERING, /* amber or red now, expected on target */
    OUTLOOK_UNSAID,     /* no status can be expected */
    OUTLOOK_ON_TARGET,  /* on target now or grey, and expected on target */
    OUTLOOK_GROUPS
};

/* Whether a status is expected of a measure, and why not. */
enum outlook_reason {
    OUTLOOK_EXPECTED,
    OUTLOOK_NO_FORECAST, /* no actual for the judged period, and no forecast of the owner */
    OUTLOOK_NO_TARGET,   /* not every period of the year has what it is to be judged by */
    OUTLOOK_INFO,        /* never judged */
    OUTLOOK_REASONS
};

enum outlook_need {
    NEED_UNKNOWN, /* cannot be said: a ratio depends on denominators to come; a range of extremes */
    NEED_AVERAGE, /* in each of the open periods on average (sum, mean) */
    NEED_AT_END,  /* in the last period of the year */
    NEED_EVERY,   /* in each open period (min, max) */
    NEED_ONCE,    /* in one of them (min, max) */
    NEED_TOO_LATE, /* the target can no longer be met */
    NEED_OVER,     /* no period is open */
    NEED_KINDS
};

struct outlook_measure {
    const struct measure_result *result;
    const struct rational *weight; /* share of the objective's score, 0 to 1 */
    enum outlook_reason reason;
    bool has_gap, has_gap_percent, gap_in_points;
    struct decimal gap;         /* expected - target of the year; range: from the edge passed */
    struct decimal gap_percent; /* of |target| or |edge| */
    bool has_band;
    struct decimal lower, upper; /* range: the year's band */
    enum outlook_need need;
    int periods, have;                   /* of the fiscal year; with an actual */
    const struct rational *so_far;       /* average of those with one; NULL: none, or no use */
    const struct rational *least, *most; /* needed; NULL: no such limit */
    struct period last;                  /* of the year */
    bool has_hindsight;
    struct decimal foreseen, ended; /* a year ago */
};

struct outlook_objective {
    const struct objective_result *result;
    enum outlook_group group;
    const struct rational *share;     /* of its unit's score, 0 to 1 */
    const struct rational *shortfall; /* points, >= 0; NULL: no score is expected */
    const struct rational *urgency;   /* share x shortfall, 0 without */
    struct outlook_measure *measures; /* in scope; largest weight x shortfall first */
    size_t measure_count;
    const struct objective_result **supporters; /* contributory, and expected to miss */
    size_t supporter_count;
};

struct outlook {
    const struct assessment *assessment;
    const struct unit *unit;              /* or NULL: all */
    struct outlook_objective *objectives; /* by group, then as said above */
    size_t count;
    size_t groups[OUTLOOK_GROUPS]; /* objectives of each */
    size_t red, amber;             /* expected so */
};

const struct outlook *outlook(struct arena *arena, const struct assessment *assessment,
                              const struct unit *unit);

/* In data: warning missing recovering unsaid on-target. */
const char *outlook_group_name(enum outlook_group group);
/* expected no-forecast no-target info */
const char *outlook_reason_name(enum outlook_reason reason);
/* unknown average at-end every once too-late over */
const char *outlook_need_name(enum outlook_need need);
/* A needed figure at so many decimals: up for the least, down for the most.  False if it does not
 * fit. */
bool outlook_round(struct arena *arena, const struct rational *needed, unsigned places, bool up,
                   struct decimal *out);

/* Keys of the JSON: format workbook: sha256 as_of period; unit (null: all) summary: objectives
 * off_track at_risk on_target unsaid warnings recovering; objectives: id unit name group status
 * score forecast_status forecast_score share shortfall urgency supporters (ids), measures: id name
 * weight status forecast_status reason method expected target lower upper gap gap_percent
 * gap_in_points periods have need so_far least most hindsight (foreseen ended, or null). */
void outlook_text(const struct outlook *outlook, struct textbuf *out);
void outlook_csv(const struct outlook *outlook, struct textbuf *out);
void outlook_json(const struct outlook *outlook, struct textbuf *out);

#endif
