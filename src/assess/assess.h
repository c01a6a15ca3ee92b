/* assess: how the strategy stands at a period: statuses, scores, rollups, trends, forecasts,
 * initiatives, staffing.  Arithmetic only (domain.md section 4, rules 1-9, 11, 12, and section 2).
 *
 * Results stand in arrays parallel to the plan's: assessment->measures[i] judges
 * plan->measures.items[i], and so on.  Immutable once made. */
#ifndef ASSESS_ASSESS_H
#define ASSESS_ASSESS_H

#include "assess/status.h"
#include "base/exact.h"
#include "plan/plan.h"

/* Scores are exact; NULL = no score.  Rounded for display only. */
struct score {
    const struct rational *exact;
    struct decimal rounded; /* to 10^-6, 0 if exact is NULL */
};

struct tally {
    int exceeds, green, amber, red, grey;
};

struct trend {
    enum direction direction;
    enum goodness goodness;
};

/* What decimals say rounded, exactly: each NULL where the decimal is exact (base/exact.h).  What is
 * judged is always this (domain.md section 4, rule 1). */
struct judged_exactly {
    const struct rational *target, *red, *stretch, *worst, *lower, *upper, *margin;
};

/* The thresholds a value was judged by, after method, tolerance and defaults. */
struct judged_thresholds {
    bool known;
    struct decimal target, red; /* higher, lower; for binary only target */
    bool stretch_given;
    struct decimal stretch, worst;                    /* given, or the defaults of rule 3 */
    struct decimal lower, upper, margin;              /* range */
    bool red_default, stretch_default, worst_default; /* by tolerance / rule 3, not the workbook */
    struct judged_exactly exact;
};

enum forecast_method {
    FORECAST_NONE,
    FORECAST_DECLARED,
    FORECAST_SEASONAL,
    FORECAST_RUN_RATE,
    FORECAST_LAST,
    FORECAST_MEAN
};

/* One judged period of a measure, for charts. */
struct point_result {
    struct period period;
    bool has_actual, has_target, has_forecast, has_red;
    struct decimal actual, target, forecast, red;
    const struct rational *exact_actual; /* NULL where the decimal is */
    enum status status;
};

struct measure_result {
    const struct measure *measure;
    struct period period;  /* the one judged; unset if never due */
    struct period carried; /* under `carry`: the period the actual really is of; else unset */
    bool has_actual, has_target;
    struct decimal actual, target; /* headline: of the period, or year to date */
    /* What those two and, below, the last three are exactly; each NULL where the decimal is. */
    const struct rational *exact_actual, *exact_target;
    const struct rational *exact_last_year, *exact_forecast, *exact_year_target;
    int ytd_have, ytd_due; /* months (periods) in the year to date; 0 if headline is period */
    struct judged_thresholds thresholds;
    enum status status;
    struct score score;
    bool has_variance, has_variance_percent, variance_in_points;
    struct decimal variance;         /* actual - target; range: from the nearest edge of the band,
                                        0 inside, negative below, positive above */
    int variance_side;               /* its sign before it was rounded */
    struct decimal variance_percent; /* of |target| (range: of that |edge|), 10^-6; not for measures
                                        in %, nor for a target or edge of 0 */
    int favourable;                  /* +1 good, -1 bad, 0 neither (range: 0 inside, else -1) */
    struct trend trend;              /* against the previous period */
    struct trend trend_year;         /* same period last year */
    struct trend trend_mean;         /* mean of the last four */
    enum status previous_status;     /* judged one own period earlier */
    int consecutive;                 /* periods in this status, this one included */
    bool has_last_year;
    struct decimal last_year;
    enum forecast_method forecast_method; /* no value for the judged period: declared or none */
    struct decimal forecast;              /* year end */
    bool has_year_target;
    struct decimal year_target; /* targets of the whole fiscal year by the measure's aggregation;
                                   `last`: of its last period, else every period must have one */
    enum status forecast_status;
    const struct rational *forecast_score; /* exact; NULL = none */
    struct point_result *history; /* the last 24 own periods up to the judged one, then the rest of
                                     the fiscal year; oldest first.  Leading periods without
                                     any figure are left out; none in `previous` */
    size_t history_count, history_now; /* index of the judged period, == count if none */
};

struct rollup_child; /* rollup.h */

struct objective_result {
    const struct objective *objective;
    enum status status; /* calculated; rollups use this */
    struct score score;
    struct decimal coverage; /* percent; 0 if nothing in scope */
    bool in_scope;           /* false: not applicable / not due, leaves its parent's scope */
    struct tally tally;      /* of its measures (and contributory children) */
    struct trend trend;      /* of the score against the previous period */
    bool declared;           /* a declared status stands beside it */
    enum status declared_status;
    enum status forecast_status;           /* from the measures' forecasts by the same rollup */
    const struct rational *forecast_score; /* NULL = none */
    bool capped;                           /* a red critical child caps it at amber */
    /* What was rolled up; none in `previous`. */
    const struct rollup_child *children;
    size_t child_count;
};

struct group_result {
    const struct unit *unit;
    const struct perspective *perspective; /* or NULL */
    const struct theme *theme;             /* or NULL */
    enum status status;
    struct score score;
    struct decimal coverage;
    bool in_scope;
    struct tally tally; /* of its objectives */
    bool capped;
    /* What was rolled up; none in `previous`. */
    const struct rollup_child *children;
    size_t child_count;
};

struct initiative_result {
    const struct initiative *initiative;
    enum status status, schedule, budget, benefit; /* NO_DATA where not reported */
    bool has_expected;
    struct decimal expected_percent, gap_points; /* expected - done */
    const struct milestone *overdue;             /* the longest overdue, or NULL */
    int days_overdue;
    const struct milestone *next; /* next not done, or NULL */
    bool past_end;
    bool has_cost, has_benefit;
    struct decimal cost_percent, benefit_percent; /* of approved / of case, 100 = as approved */
    bool benefit_summed; /* the initiative's own columns are blank: sums of its benefits */
    struct decimal benefit_planned, benefit_expected; /* what benefit_percent is of */
    enum status reported; /* by its owner: green, amber, red; NO_DATA if blank */
    bool disagrees;       /* the owner reports better than the status above */
    int flattery;         /* by how many bands; negative: reported worse; 0 if either is unknown */
};

enum staffing_verdict { STAFFING_UNDER, STAFFING_WITHIN, STAFFING_OVER, STAFFING_NO_BENCHMARK };

struct process_result {
    const struct process *process;
    struct decimal planned, filled;
    enum staffing_verdict verdict;
    struct decimal gap;    /* planned - min (under), planned - max (over), else 0 */
    enum status colour;    /* green amber red; NO_DATA = a note only.  By the plan alone */
    bool vacant;           /* planned, and nobody in post: colour and verdict know nothing of it */
    struct decimal dotted; /* FTE of dotted-line people in post: listed, not counted above */
    bool has_fill_rate;
    struct decimal coverage, fill_rate; /* percent */
};

struct person_result {
    const char *person;
    bool vacancy, dotted;
    struct decimal total;
    struct decimal *by_process; /* parallel to plan->processes */
};

/* A step of the roadmap: posts by the phase in which they are to be filled.  Without any phase on
 * the sheet: by group, core first, then desirable, then integrative. */
struct phase_result {
    const char *phase; /* as on the sheet, or the group's name; NULL: posts without one */
    bool by_group;     /* phase is the name of a group */
    struct decimal planned, filled, dotted;       /* FTE; dotted: listed, not counted */
    struct decimal planned_so_far, filled_so_far; /* this phase and those before it */
    struct decimal min, max;       /* sum of the benchmarks of the processes begun by then */
    bool has_band;                 /* at least one of those has a benchmark */
    enum staffing_verdict verdict; /* of planned_so_far against min to max */
    struct decimal gap;
};

struct staffing_result {
    struct process_result *processes; /* parallel to plan->processes */
    struct person_result *people;
    size_t people_count;
    struct decimal planned, filled;
    struct decimal sum_min, sum_max; /* of the rows */
    bool has_total;                  /* a published total is given */
    struct decimal total_min, total_max;
    enum staffing_verdict verdict;
    enum status line_status;           /* of the reporting line: green, amber, red, NO_DATA */
    enum staffing_verdict row_verdict; /* of the total against the sum of the rows */
    struct decimal vacant, dotted;     /* FTE planned and not filled; lent on a dotted line */
    struct phase_result *phases;       /* in the order of the roadmap */
    size_t phase_count;
    bool too_large; /* a sum does not fit; it stands at the largest number */
};

/* ---- what stands beside the statuses ---- */

/* A promised benefit (domain.md section 3; bands of section 4 rule 11). */
struct benefit_result {
    const struct benefit *benefit;
    enum status status; /* forecast, or realised once it is due, over planned; NO_DATA: neither */
    bool has_percent;
    struct decimal percent; /* of the case */
    bool overdue;           /* due, and not realised in full */
    bool reconciled;        /* the realised value was checked against the books */
    bool due;               /* its period is over: judged by what was realised */
    bool in_currency;       /* in the base currency */
    bool has_expected;      /* the forecast, or once due the realised value */
    struct decimal expected;
};

/* The benefits of a type in the base currency: of one initiative, or of all. */
struct benefit_total {
    const struct initiative *initiative; /* NULL: of all that are neither proposed nor stopped */
    enum benefit_type type;
    int count, other;             /* in the base currency; in other units, not in the sums */
    int expected_of, realised_of; /* of count: with an expected, with a realised value */
    int overdue;                  /* in any unit */
    struct decimal planned, realised, expected;
    bool has_percent;       /* every one has an expected value, and planned > 0 */
    struct decimal percent; /* expected of planned */
    enum status status;     /* NO_DATA without a percentage */
    bool too_large;         /* a sum does not fit (an error is told) */
};

/* Rule 13, for one unit with all units below it. */
struct alignment_result {
    const struct unit *unit;
    int objectives, traced; /* active ones of the units below the root; of these: with a chain of
                               supports to an objective of the unit above */
    bool has_budget, has_headcount, has_goals, has_incentives, has_plans, has_aware, has_hours;
    struct decimal budget, linked; /* base currency: all lines; lines linked to the strategy */
    struct period counted;         /* of the latest workforce facts not after the judged period */
    struct decimal headcount, goals, incentives, plans, aware; /* people */
    struct decimal hours; /* of the executive team on strategy, a month: the unit's own */
    /* People of the units that told the figure: what goals, incentives, plans and aware are of. */
    struct decimal goals_of, incentives_of, plans_of, aware_of;
    int lines;                         /* of the budget */
    struct decimal orphaned;           /* of linked: on initiatives that serve no objective */
    const struct workforce_fact *fact; /* the unit's own that counts, or NULL */
    bool too_large;                    /* a sum does not fit (an error is told) */
};

/* Rule 14, for one link. */
enum evidence_verdict {
    FOUND_TOO_LITTLE, /* fewer than 12 paired points */
    FOUND_NOT_SHOWN,
    FOUND_SUPPORTED,
    FOUND_CONTRADICTED
};
struct evidence_result {
    const struct link *link;
    enum evidence_verdict verdict;
    enum frequency step;  /* of the scores; none if one of the two has no measure to score */
    int points, moves;    /* paired scores at the lag, and steps from one to the next */
    int lag;              /* in months */
    bool searched;        /* the best of 0 to 6, because none was declared */
    struct decimal rho;   /* Spearman's correlation of the scores */
    struct decimal moved; /* of what trend and memory leave of them: what is tested */
    struct decimal p;     /* permutation p, corrected for the search */
    int strong, made;     /* p is strong / made: shuffles at least as strong, of so many */
};

/* How far the figures can be relied on: of one owner, or of one unit. */
struct trust_row {
    const char *owner;            /* NULL in a row of a unit */
    const struct unit *unit;      /* NULL in a row of an owner */
    int measures, with_actual;    /* active; of these with an actual for the judged period */
    int stale;                    /* last actual more than one own period old */
    int attested, estimated;      /* accurate; estimated or qualified */
    int restated, provisional;    /* values of the fiscal year */
    int initiatives, disagreeing; /* running ones; of these reported better than they come out */
    int bands, widest;            /* by how many bands: sum, and of the widest */
    int unattested; /* with an actual, and nobody stands for it (or says so: not attested) */
};

struct signal_result; /* signal.h */

struct assessment {
    const struct plan *plan;
    struct date as_of;
    struct period period;
    struct measure_result *measures;
    struct objective_result *objectives;
    struct group_result *perspectives; /* per unit x perspective that has objectives */
    size_t perspective_count;
    struct group_result *themes; /* per unit x theme that has objectives */
    size_t theme_count;
    struct group_result *units; /* parallel to plan->units */
    struct initiative_result *initiatives;
    struct staffing_result staffing;
    struct benefit_result *benefits;      /* parallel to plan->benefits; no data in `previous` */
    struct benefit_total *benefit_totals; /* of all by type, then of initiatives as in the plan */
    size_t benefit_total_count;
    struct alignment_result *alignment; /* parallel to plan->units */
    /* Parallel to plan->links; NULL unless evidence_judge() was asked, and in `previous`. */
    const struct evidence_result *evidence;
    struct trust_row *trust; /* the whole, units as in the plan, owners by name */
    size_t trust_count;
    const struct signal_result **signals; /* parallel to plan->measures; entries NULL under 5
                                             points; NULL in `previous` */
    /* One reporting period earlier, as of its last day; NULL in that one.  It has no histories, and
     * its initiatives have no data: their state of then is not kept. */
    const struct assessment *previous;
    /* Of the workbook of the last packet (lastpacket.h); NULL if it is not at hand. */
    const struct assessment *last_packet;
};

/* Judges the plan at its reporting period.  Adds findings of the 4xxx family. */
const struct assessment *assess(struct arena *arena, const struct plan *plan, struct diags *diags);

const struct measure_result *assess_measure(const struct assessment *a, const struct measure *m);
const struct objective_result *assess_objective(const struct assessment *a,
                                                const struct objective *o);
const struct group_result *assess_unit(const struct assessment *a, const struct unit *u);
/* NULL if the unit has no objective there. */
const struct group_result *assess_perspective(const struct assessment *a, const struct unit *u,
                                              const struct perspective *p);

/* Output for `boardpack assess` and --emit=assessment.  unit NULL: all units.
 *
 * Keys of the JSON; numbers are exact decimals, null is "not known", never 0:
 *   workbook        sha256 as_of period
 *   units perspectives themes objectives measures initiatives   as the results above; objectives
 *                   with supported_by: id kind counted (in the score, else beside it) status score,
 *                   declared (null: nothing is); measures with year_to_date: have due (periods),
 *                   null for that of the period; trend_year trend_mean: direction goodness;
 *                   consecutive; carried_from (null: nothing was); signals (null: under 5
 *                   actuals): points trial mean range dropped lower upper, found: kind side first
 *                   last points now (it lasts until the last actual); forecast: method value
 *                   target status
 *   benefits        id initiative type due status planned forecast realised percent in_currency
 *                   overdue reconciled
 *   benefit_totals  initiative (null: all) type benefits in_other_units planned realised expected
 *                   percent status overdue
 *   alignment       unit objectives traced budget linked orphaned counted headcount goals goals_of
 *                   incentives incentives_of plans plans_of aware aware_of executive_hours
 *   base_rates      key percent (of those not aligned) at_least says source
 *   trust           unit owner (both null: all) measures with_actual stale attested estimated
 *                   unattested restated provisional initiatives disagreeing bands widest
 *   staffing        processes, people (shares by process), phases (null: without one), for_scale,
 *                   reporting_line, total (with vacant dotted sum_min sum_max sum_verdict)
 * A unit's JSON has its own rows of all these; owners and sums over units are in the whole's. */
void assess_json(const struct assessment *a, const struct unit *unit, struct textbuf *out);
void assess_csv(const struct assessment *a, const struct unit *unit, struct textbuf *out);
void assess_text(const struct assessment *a, const struct unit *unit, struct textbuf *out);

const char *assess_forecast_name(enum forecast_method method);
const char *assess_verdict_name(enum staffing_verdict verdict); /* under within over none */

#endif
