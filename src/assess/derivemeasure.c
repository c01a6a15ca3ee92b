#include "assess/deriveforecast.h"
#include "assess/derivelastyear.h"
#include "assess/deriveseries.h"
#include "assess/derivethreshold.h"
#include "assess/derivetrend.h"

#include "assess/aggregate.h"
#include "assess/judge.h"
#include "assess/signalwords.h"
#include <assert.h>

/* The work on one measure. */
struct work {
    struct deriving d;
    const struct measure *measure;
    const struct measure_result *result;
    const struct record *row;        /* of Measures, or NULL */
    bool to_date;                    /* the headline is the year to date */
    VEC(struct observation) periods; /* that make the headline, oldest first */
};

static const char *status_phrase(struct work *w) {
    const struct measure_result *r = w->result;
    if (!r->score.exact) {
        return derive_status_words(r->status);
    }
    return arena_printf(w->d.arena, "%s (score %s)", derive_status_words(r->status),
                        derive_score_text(w->d.arena, r->score.exact));
}

static void answer(struct work *w) {
    const struct measure_result *r = w->result;
    struct period period = period_set(r->period) ? r->period : w->d.assessment->period;
    w->d.out->answer = arena_printf(w->d.arena, "%s %s %s in %s", w->measure->id, w->measure->name,
                                    status_phrase(w), derive_period_text(&w->d, period));
}

/* ---- the period ---- */

static void reporting_period(struct work *w) {
    struct deriving *d = &w->d;
    struct place place = {0};
    const struct record *row = derive_only_row(d, SHEET_ORGANIZATION);
    if (row && period_equal(workbook_field(row, COLUMN_ORGANIZATION_REPORTING_PERIOD)->period,
                            d->assessment->period)) {
        place = workbook_place(d->plan->workbook, row, COLUMN_ORGANIZATION_REPORTING_PERIOD);
    }
    derive_input(d, "reporting period", derive_period_text(d, d->assessment->period), place);
}

static void step_period(struct work *w) {
    struct deriving *d = &w->d;
    derive_step(d, "period", RULE_PERIODS,
                arena_printf(d->arena,
                             "Judged is the last %s that ended by the close of the "
                             "reporting period.",
                             derive_span_name(w->measure->frequency)));
    derive_result(d, derive_period_text(d, w->result->period));
    reporting_period(w);
    derive_field(d, "frequency", w->row, COLUMN_MEASURES_FREQUENCY);
}

/* Why there is nothing to judge. */
static void step_outside(struct work *w) {
    struct deriving *d = &w->d;
    if (judge_state(w->measure->state) != STATUS_NO_DATA) {
        derive_step(d, "status", RULE_MISSING,
                    "What is not active leaves the scope of its objective.");
        derive_field(d, "state", w->row, COLUMN_MEASURES_STATE);
    } else {
        struct period judged = judge_period(w->measure->frequency, d->assessment->period,
                                            &d->plan->organization.fiscal);
        derive_step(d, "status", RULE_MISSING,
                    arena_printf(d->arena,
                                 "Its first figure is of %s, after the judged %s %s: until then it "
                                 "leaves the scope of its objective.",
                                 derive_period_text(d, judge_first(w->measure)),
                                 derive_span_name(w->measure->frequency),
                                 derive_period_text(d, judged)));
        reporting_period(w);
    }
    derive_result(d, status_words(w->result->status));
}

/* ---- the headline figures ---- */

static void read_period(struct work *w, struct period period) {
    struct observation o;
    observation_read(w->d.arena, w->measure, &w->d.plan->settings, period, &o);
    vec_push(w->d.arena, &w->periods, o);
}

/* The periods of the year to date that have both sides of the comparison. */
static void read_year(struct work *w) {
    struct period first, last, period = w->result->period;
    judge_year(judge_anchor(period), w->measure->frequency, &w->d.plan->organization.fiscal, &first,
               &last);
    for (struct period p = first; p.start <= period.start; p = period_next(p, 1)) {
        struct observation o;
        observation_read(w->d.arena, w->measure, &w->d.plan->settings, p, &o);
        if (aggregate_pairs(w->measure->polarity, &o)) {
            vec_push(w->d.arena, &w->periods, o);
        }
    }
    if (w->periods.count == 0) {
        w->to_date = false; /* nothing to put together: the period is shown */
        read_period(w, period);
    }
}

/* True if the year to date is made of numerators and denominators. */
static bool by_parts(const struct work *w) {
    bool all = w->measure->aggregation == AGGREGATE_RATIO;
    for (size_t i = 0; i < w->periods.count; i++) {
        all = all && w->periods.items[i].has_parts;
    }
    return all;
}

static void each_actual(struct work *w, void (*visit)(struct deriving *, const struct measure *,
                                                      enum series, struct period)) {
    bool parts = by_parts(w);
    for (size_t i = 0; i < w->periods.count; i++) {
        struct period period = w->periods.items[i].period;
        visit(&w->d, w->measure, parts ? SERIES_NUMERATOR : SERIES_ACTUAL, period);
        if (parts) {
            visit(&w->d, w->measure, SERIES_DENOMINATOR, period);
        }
    }
}

static void actual_to_date(struct work *w) {
    struct deriving *d = &w->d;
    each_actual(w, deriveseries_settle);
    derive_step(
        d, "actual", RULE_PERIODS,
        arena_printf(d->arena,
                     "Year to date: %s the %ss of the fiscal year so far, of those %d of %d that "
                     "have both an actual and what it is compared with.",
                     deriveseries_rule_words(w->measure->aggregation),
                     derive_span_name(w->measure->frequency), w->result->ytd_have,
                     w->result->ytd_due));
    struct deriveseries_part *parts = arena_array(d->arena, w->periods.count, sizeof *parts);
    for (size_t i = 0; i < w->periods.count; i++) {
        const struct observation *o = &w->periods.items[i];
        parts[i] = (struct deriveseries_part){.formula = formula_exact(d->arena, o->actual),
                                              .has_parts = o->has_parts,
                                              .numerator = o->numerator,
                                              .denominator = o->denominator};
    }
    each_actual(w, deriveseries_input);
    derive_figure(d, deriveseries_aggregate(d, w->measure, parts, w->periods.count),
                  exact_of(w->result->actual, w->result->exact_actual));
    derive_option(d, OPTION_HEADLINE);
    derive_field(d, "aggregation", w->row, COLUMN_MEASURES_AGGREGATION);
}

static void step_missing(struct work *w) {
    struct deriving *d = &w->d;
    derive_step(d, "actual", RULE_MISSING, "A missing value is never taken for 0.");
    derive_result(d, "none");
    derive_option(d, OPTION_MISSING);
    if (w->result->status == STATUS_STALE) {
        derive_option(d, OPTION_CARRY);
    }
}

static void step_carried(struct work *w) {
    struct deriving *d = &w->d;
    const struct measure_result *r = w->result;
    int age = period_between(r->carried, r->period);
    derive_step(d, "age of the actual", RULE_MISSING,
                arena_printf(d->arena, "There is none for %s: that of %s is carried forward.",
                             derive_period_text(d, r->period), derive_period_text(d, r->carried)));
    derive_verdict(d,
                   formula_compare(d->arena, formula_whole(d->arena, age),
                                   "<=", formula_whole(d->arena, d->plan->settings.carry_periods)),
                   "carried");
    derive_option(d, OPTION_MISSING);
    derive_option(d, OPTION_CARRY);
}

static void step_actual(struct work *w) {
    const struct measure_result *r = w->result;
    if (!r->has_actual) {
        step_missing(w);
        return;
    }
    if (period_set(r->carried)) {
        step_carried(w);
    }
    if (w->to_date) {
        actual_to_date(w);
        return;
    }
    struct period period = period_set(r->carried) ? r->carried : r->period;
    deriveseries_step(&w->d, w->measure, SERIES_ACTUAL, period, "actual");
    if (w->measure->aggregation == AGGREGATE_RATIO) {
        derive_field(&w->d, "aggregation", w->row, COLUMN_MEASURES_AGGREGATION);
    }
}

static void target_to_date(struct work *w) {
    struct deriving *d = &w->d;
    struct deriveseries_part *parts = arena_array(d->arena, w->periods.count, sizeof *parts);
    for (size_t i = 0; i < w->periods.count; i++) {
        const struct observation *o = &w->periods.items[i];
        struct formula *weight = arena_alloc(d->arena, sizeof *weight);
        *weight = formula_decimal(d->arena, o->denominator);
        parts[i] = (struct deriveseries_part){.formula = formula_exact(d->arena, o->target),
                                              .weight = o->has_parts ? weight : NULL};
        deriveseries_input(d, w->measure, SERIES_TARGET, o->period);
    }
    derive_figure(d, deriveseries_aggregate(d, w->measure, parts, w->periods.count),
                  exact_of(w->result->target, w->result->exact_target));
}

static void step_target(struct work *w) {
    struct deriving *d = &w->d;
    const struct measure_result *r = w->result;
    if (!r->has_target) {
        if (w->measure->polarity != POLARITY_INFO && w->measure->polarity != POLARITY_RANGE) {
            derive_step(d, "target", RULE_MISSING, "Without a target nothing can be judged.");
            derive_result(d, "none");
        }
        return;
    }
    if (w->to_date) {
        for (size_t i = 0; i < w->periods.count; i++) {
            deriveseries_settle(d, w->measure, SERIES_TARGET, w->periods.items[i].period);
        }
        derive_step(d, "target", RULE_PERIODS,
                    "Targets are put together by the same rule over the same periods.");
        target_to_date(w);
        return;
    }
    deriveseries_step(d, w->measure, SERIES_TARGET, r->period, "target");
}

/* ---- the verdict ---- */

static const char *why_unjudged(const struct work *w) {
    const struct measure_result *r = w->result;
    if (r->status == STATUS_UNSCORED) {
        return "A measure for information is shown and never judged.";
    }
    if (r->status == STATUS_STALE) {
        return "The last actual is older than may be carried forward.";
    }
    if (!r->has_actual) {
        return "There is no actual for the judged period.";
    }
    return "There is nothing to judge the actual by.";
}

static void step_status(struct work *w) {
    struct deriving *d = &w->d;
    const struct measure_result *r = w->result;
    if (!status_scored(r->status)) {
        derive_step(d, "status", r->status == STATUS_UNSCORED ? RULE_STATUS : RULE_MISSING,
                    why_unjudged(w));
        derive_result(d, status_words(r->status));
        derive_field(d, "polarity", w->row, COLUMN_MEASURES_POLARITY);
        return;
    }
    struct exact actual = exact_of(r->actual, r->exact_actual);
    derivethreshold_status(d, "status", w->measure->polarity, &r->thresholds, actual, r->status);
    derive_field(d, "polarity", w->row, COLUMN_MEASURES_POLARITY);
    derivethreshold_score(d, "score", w->measure->polarity, &r->thresholds, actual, r->score.exact);
}

/* What stands out; how is a derivation of its own. */
static void step_signal(struct work *w) {
    struct deriving *d = &w->d;
    const struct signal_result *chart =
        d->assessment->signals[w->measure - d->plan->measures.items];
    const char *now = signalwords_now(d->arena, d->assessment, chart);
    if (!now) {
        return;
    }
    derive_step(d, "signal", RULE_NONE,
                "More than the usual ups and downs of the figures, whether good or bad.");
    derive_result(d, now);
    const char *id = arena_printf(d->arena, "%s/signal", w->measure->id);
    derive_other(d, "how", arena_printf(d->arena, "limits and rows of figures, told by %s", id),
                 id);
}

const struct derivation *derivemeasure(struct arena *arena, const struct assessment *assessment,
                                       const struct measure_result *result) {
    const struct measure *measure = result->measure;
    struct work w = {.d = derive_begin(arena, assessment, 0, "measure", measure->id, measure->name),
                     .measure = measure,
                     .result = result,
                     .to_date = assessment->plan->settings.headline_ytd};
    w.row = derive_row(&w.d, SHEET_MEASURES, COLUMN_MEASURES_ID, measure->id);
    w.d.out->place = measure->place;
    answer(&w);
    if (!period_set(result->period)) {
        step_outside(&w);
        deriveforecast(&w.d, result);
        return w.d.out;
    }
    step_period(&w);
    if (w.to_date) {
        read_year(&w);
    } else {
        read_period(&w, result->period);
    }
    step_actual(&w);
    step_target(&w);
    if (result->thresholds.known) {
        derivethreshold_steps(&w.d, measure, w.periods.items, w.periods.count, w.to_date,
                              &result->thresholds);
    }
    step_status(&w);
    derivetrend_variance(&w.d, result);
    derivelastyear(&w.d, result);
    derivetrend_trends(&w.d, result);
    derivetrend_consecutive(&w.d, result);
    deriveforecast(&w.d, result);
    step_signal(&w);
    return w.d.out;
}
