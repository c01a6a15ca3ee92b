#include "assess/derivetrend.h"

#include "assess/deriveseries.h"
#include "assess/derivethreshold.h"
#include "assess/measureresult.h"
#include "assess/threshold.h"
#include <assert.h>

/* Periods of a status that are listed one by one. */
#define LISTED 12

/* ---- variance ---- */

static struct exact actual_of(const struct measure_result *r) {
    return exact_of(r->actual, r->exact_actual);
}

/* Where a variance is measured from. */
static struct exact origin(const struct measure_result *r, const char **name) {
    const struct judged_thresholds *t = &r->thresholds;
    *name = "target";
    if (r->measure->polarity != POLARITY_RANGE) {
        return exact_of(r->target, r->exact_target);
    }
    if (r->variance_side < 0) {
        *name = "lower limit";
        return threshold_lower(t);
    }
    if (r->variance_side > 0) {
        *name = "upper limit";
        return threshold_upper(t);
    }
    *name = "";
    return actual_of(r);
}

static const char *effect(int favourable) {
    if (favourable == 0) {
        return "neither good nor bad";
    }
    return favourable > 0 ? "good" : "bad";
}

static void variance_percent(struct deriving *d, const struct measure_result *r,
                             struct exact from) {
    derive_step(d, "variance in percent", RULE_TREND,
                "The variance in percent of what it is measured from.");
    struct formula base = formula_exact(d->arena, from);
    if (exact_sign(from) < 0) {
        base = formula_abs(d->arena, base);
    }
    if (exact_sign(from) == 0) {
        derive_number_result(d, r->variance_percent);
        return;
    }
    struct formula change =
        formula_sub(d->arena, formula_exact(d->arena, actual_of(r)), formula_exact(d->arena, from));
    derive_rounds(
        d, formula_div(d->arena, formula_mul(d->arena, formula_whole(d->arena, 100), change), base),
        r->variance_percent);
}

void derivetrend_variance(struct deriving *d, const struct measure_result *r) {
    if (!r->has_variance) {
        return;
    }
    const char *name;
    struct exact from = origin(r, &name);
    const char *words = *name ? arena_printf(d->arena, "Actual less %s%s; this is %s.", name,
                                             r->variance_in_points ? ", in percentage points" : "",
                                             effect(r->favourable))
                              : "Inside the band there is no variance.";
    derive_step(d, "variance", RULE_TREND, words);
    derive_rounds(
        d,
        formula_sub(d->arena, formula_exact(d->arena, actual_of(r)), formula_exact(d->arena, from)),
        r->variance);
    if (r->has_variance_percent) {
        variance_percent(d, r, from);
    }
}

/* ---- trends ---- */

/* A comparison with one or several earlier periods. */
struct comparison {
    const struct measure *measure;
    const struct judged_thresholds *thresholds; /* of the judged period */
    struct formula now, before, band;
};

/* The dead band, and its step. */
static struct formula dead_band(struct deriving *d, const struct measure *measure,
                                const struct judged_thresholds *t) {
    struct formula band = formula_whole(d->arena, 0);
    if (measure->dead_band.known) {
        derive_step(d, "dead band of trends", RULE_TREND, "Given for this measure.");
        band = formula_decimal(d->arena, decimal_abs(measure->dead_band.value));
        derive_number_result(d, decimal_abs(measure->dead_band.value));
        derive_number(d, "dead band", measure->dead_band.value, measure->dead_band.place);
        return band;
    }
    if (measure->polarity == POLARITY_BINARY || measure->polarity == POLARITY_INFO) {
        return band;
    }
    bool range = measure->polarity == POLARITY_RANGE;
    struct formula width = formula_exact(d->arena, threshold_margin(t));
    if (!range) {
        struct formula target = formula_exact(d->arena, threshold_target(t));
        struct formula red = formula_exact(d->arena, threshold_red(t));
        width = measure->polarity == POLARITY_LOWER ? formula_sub(d->arena, red, target)
                                                    : formula_sub(d->arena, target, red);
    }
    struct formula share = formula_decimal(d->arena, d->plan->settings.dead_band);
    band = formula_div(d->arena, formula_mul(d->arena, share, width), formula_whole(d->arena, 100));
    derive_step(d, "dead band of trends", RULE_TREND,
                range ? "A share of the margin: smaller changes count as flat."
                      : "A share of the way between target and red flag: smaller changes count as "
                        "flat.");
    derive_equals(d, band, band.value);
    derive_option(d, OPTION_DEAD_BAND);
    return band;
}

/* "change > band", "change < -band", or both sides of flat. */
static const char *beyond(struct deriving *d, struct formula change, struct formula band,
                          int sign) {
    struct formula minus =
        formula_fraction(d->arena, rational_sub(d->arena, rational_of(d->arena, 0, 1), band.value));
    struct formula plus = formula_fraction(d->arena, band.value);
    if (sign > 0) {
        return formula_compare(d->arena, change, ">", plus);
    }
    if (sign < 0) {
        return formula_compare(d->arena, change, "<", minus);
    }
    if (rational_sign(band.value) == 0) {
        return formula_compare(d->arena, change, "=", plus);
    }
    return derive_both(d, formula_compare(d->arena, change, "<=", plus),
                       formula_compare(d->arena, change, ">=", minus));
}

/* How far a value is from where it should be; smaller is better. */
static struct formula badness(struct deriving *d, const struct comparison *c,
                              struct formula value) {
    if (c->measure->polarity == POLARITY_RANGE) {
        return derivethreshold_distance(d, c->thresholds, value);
    }
    return formula_abs(
        d->arena,
        formula_sub(d->arena, value, formula_exact(d->arena, threshold_target(c->thresholds))));
}

static int direction_sign(enum direction direction) {
    return (direction == DIRECTION_UP) - (direction == DIRECTION_DOWN);
}

static int goodness_sign(enum goodness goodness) {
    return (goodness == GOODNESS_IMPROVING) - (goodness == GOODNESS_WORSENING);
}

static void trend_steps(struct deriving *d, const struct comparison *c, const struct trend *trend,
                        const char *figure) {
    enum polarity polarity = c->measure->polarity;
    struct formula change = formula_sub(d->arena, c->now, c->before);
    const char *conditions = beyond(d, change, c->band, direction_sign(trend->direction));
    derive_verdict(d, conditions, direction_name(trend->direction));
    if (polarity == POLARITY_HIGHER || polarity == POLARITY_LOWER) {
        derive_result(d, arena_printf(d->arena, "%s, %s", direction_name(trend->direction),
                                      goodness_name(trend->goodness)));
        return;
    }
    if (polarity == POLARITY_INFO) {
        return;
    }
    derive_step(d, arena_printf(d->arena, "%s, better or worse", figure), RULE_TREND,
                polarity == POLARITY_RANGE ? "How much nearer to the band than before."
                                           : "How much nearer to the target than before.");
    struct formula better = formula_sub(d->arena, badness(d, c, c->before), badness(d, c, c->now));
    derive_verdict(d, beyond(d, better, c->band, goodness_sign(trend->goodness)),
                   goodness_name(trend->goodness));
}

/* The mean of `count` periods, the first of them `back` before the judged one. */
static struct formula earlier(struct deriving *d, const struct measure_result *r, int back,
                              int count) {
    struct formula sum = formula_whole(d->arena, 0);
    for (int i = 0; i < count; i++) {
        struct period period = period_next(r->period, -back - i);
        struct exact value;
        bool found = observation_actual(d->arena, r->measure, period, &value);
        assert(found);
        deriveseries_input(d, r->measure, SERIES_ACTUAL, period);
        struct formula item = formula_exact(d->arena, value);
        sum = i == 0 ? item : formula_add(d->arena, sum, item);
    }
    return count == 1 ? sum : formula_div(d->arena, sum, formula_whole(d->arena, count));
}

static struct period year_before(struct period period) {
    return period_next(period, -period_per_year(period.frequency));
}

static struct formula last_year(struct deriving *d, const struct measure_result *r) {
    struct exact value;
    bool found = observation_last_year(d->arena, r->measure, r->period, &value);
    assert(found);
    const struct value *prior = observation_value(r->measure, SERIES_PRIOR_YEAR, r->period);
    deriveseries_input(d, r->measure, prior ? SERIES_PRIOR_YEAR : SERIES_ACTUAL,
                       prior ? r->period : year_before(r->period));
    return formula_exact(d->arena, value);
}

/* The actuals that are compared, as far as no row gives them. */
static void settle_trends(struct deriving *d, const struct measure_result *r) {
    int back = r->trend_mean.direction != DIRECTION_UNKNOWN ? 4
               : r->trend.direction != DIRECTION_UNKNOWN    ? 1
                                                            : 0;
    /* the judged one has a step of its own where it is the headline */
    for (int i = d->plan->settings.headline_ytd ? 0 : 1; i <= back; i++) {
        deriveseries_settle(d, r->measure, SERIES_ACTUAL, period_next(r->period, -i));
    }
    if (r->trend_year.direction == DIRECTION_UNKNOWN) {
        return;
    }
    bool prior = observation_value(r->measure, SERIES_PRIOR_YEAR, r->period);
    deriveseries_settle(d, r->measure, prior ? SERIES_PRIOR_YEAR : SERIES_ACTUAL,
                        prior ? r->period : year_before(r->period));
}

void derivetrend_trends(struct deriving *d, const struct measure_result *r) {
    const struct trend *trends[] = {&r->trend, &r->trend_year, &r->trend_mean};
    const char *span = derive_span_name(r->measure->frequency);
    bool any = false;
    for (size_t i = 0; i < 3; i++) {
        any = any || trends[i]->direction != DIRECTION_UNKNOWN;
    }
    if (!any) {
        return;
    }
    struct observation o;
    observation_read(d->arena, r->measure, &d->plan->settings, r->period, &o);
    settle_trends(d, r);
    struct comparison c = {.measure = r->measure,
                           .thresholds = &o.thresholds,
                           .now = formula_exact(d->arena, o.actual),
                           .band = dead_band(d, r->measure, &o.thresholds)};
    const char *figures[] = {
        arena_printf(d->arena, "trend against the %s before", span), "trend against last year",
        arena_printf(d->arena, "trend against the mean of the four %ss before", span)};
    for (size_t i = 0; i < 3; i++) {
        if (trends[i]->direction == DIRECTION_UNKNOWN) {
            continue;
        }
        derive_step(d, figures[i], RULE_TREND,
                    arena_printf(d->arena,
                                 "The actual of the %s less that of before, against the dead band.",
                                 span));
        deriveseries_input(d, r->measure, SERIES_ACTUAL, r->period);
        c.before = i == 1 ? last_year(d, r) : earlier(d, r, 1, i == 0 ? 1 : 4);
        trend_steps(d, &c, trends[i], figures[i]);
    }
}

void derivetrend_score(struct deriving *d, const struct trend *trend, const struct rational *now,
                       const struct rational *before) {
    if (trend->direction == DIRECTION_UNKNOWN) {
        return;
    }
    struct formula share = formula_decimal(d->arena, d->plan->settings.dead_band);
    struct formula third = formula_fraction(d->arena, rational_of(d->arena, 100, 3));
    struct formula band =
        formula_div(d->arena, formula_mul(d->arena, share, third), formula_whole(d->arena, 100));
    derive_step(d, "dead band of the score", RULE_TREND,
                "A share of the 33 1/3 points of score between target and red flag: smaller "
                "changes count as flat.");
    derive_equals(d, band, band.value);
    derive_option(d, OPTION_DEAD_BAND);
    derive_step(d, "trend of the score", RULE_TREND,
                "The score less that of the reporting period before, against the dead band.");
    struct formula change =
        formula_sub(d->arena, formula_fraction(d->arena, now), formula_fraction(d->arena, before));
    derive_verdict(d, beyond(d, change, band, direction_sign(trend->direction)),
                   direction_name(trend->direction));
    derive_result(d, arena_printf(d->arena, "%s, %s", direction_name(trend->direction),
                                  goodness_name(trend->goodness)));
    derive_input(d, "score now", derive_fraction_text(d->arena, now, 1), (struct place){0});
    const char *earlier_period = derive_period_text(d, d->assessment->previous->period);
    derive_input(
        d, arena_printf(d->arena, "score in %s, see --period=%s", earlier_period, earlier_period),
        derive_fraction_text(d->arena, before, 1), (struct place){0});
}

/* ---- how long ---- */

void derivetrend_consecutive(struct deriving *d, const struct measure_result *r) {
    assert(r->consecutive > 0); /* a judged period has its status for one period at least */
    derive_step(
        d, arena_printf(d->arena, "%ss in this status", derive_span_name(r->measure->frequency)),
        RULE_TREND, "Counted back from the judged one, which is included.");
    derive_result(d, arena_printf(d->arena, "%d", r->consecutive));
    int listed = r->consecutive < LISTED ? r->consecutive : LISTED;
    for (int i = 0; i <= listed; i++) {
        struct period period = period_next(r->period, -i);
        struct measure_result then;
        struct measure_trouble trouble;
        measureresult_make(d->arena, d->plan, r->measure, period, false, &then, &trouble);
        assert(i >= r->consecutive || then.status == r->status);
        if (then.status != STATUS_NOT_DUE) {
            derive_input(d, arena_printf(d->arena, "status of %s", derive_period_text(d, period)),
                         status_words(then.status), (struct place){0});
        }
    }
    if (r->consecutive > listed + 1) {
        const char *since = derive_period_text(d, period_next(r->period, 1 - r->consecutive));
        derive_input(d,
                     arena_printf(d->arena, "status of the %d before, back to %s",
                                  r->consecutive - listed - 1, since),
                     status_words(r->status), (struct place){0});
    }
}
