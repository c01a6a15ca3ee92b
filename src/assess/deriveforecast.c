#include "assess/deriveforecast.h"

#include "assess/deriveseries.h"
#include "assess/derivethreshold.h"
#include "assess/forecast.h"
#include "assess/judge.h"
#include "assess/threshold.h"
#include <assert.h>

/* The fiscal year of the reporting period in the measure's own periods. */
struct year {
    const struct measure_result *result;
    const struct measure *measure;
    struct period first, last, judged;
    size_t periods;
};

/* What is put together of a year's periods. */
enum what { WHAT_ACTUAL, WHAT_DECLARED, WHAT_BEFORE, WHAT_BEFORE_SO_FAR, WHAT_TARGET };

/* Where a figure came from. */
struct source {
    enum series series;
    struct period period;
};

struct gathered {
    VEC(struct deriveseries_part) parts;
    VEC(struct source) sources;
};

static struct year year_of(const struct deriving *d, const struct measure_result *r) {
    const struct fiscal *fiscal = &d->plan->organization.fiscal;
    struct period reporting = d->assessment->period;
    struct year year = {.result = r, .measure = r->measure};
    year.judged = judge_period(r->measure->frequency, reporting, fiscal);
    judge_year(period_last(reporting), r->measure->frequency, fiscal, &year.first, &year.last);
    year.periods = (size_t)(period_between(year.first, year.last) + 1);
    return year;
}

static struct deriveseries_part plain(struct deriving *d, struct exact value) {
    return (struct deriveseries_part){.formula = formula_exact(d->arena, value)};
}

static struct deriveseries_part actual_part(struct deriving *d, const struct observation *o) {
    struct deriveseries_part part = plain(d, o->actual);
    part.has_parts = o->has_parts;
    part.numerator = o->numerator;
    part.denominator = o->denominator;
    return part;
}

/* A target, weighted with the denominator of a ratio where that is known. */
static struct deriveseries_part target_part(struct deriving *d, const struct observation *o,
                                            bool past) {
    struct deriveseries_part part = plain(d, o->target);
    if (o->has_parts && past) {
        struct formula *weight = arena_alloc(d->arena, sizeof *weight);
        *weight = formula_decimal(d->arena, o->denominator);
        part.weight = weight;
    }
    return part;
}

static void add(struct deriving *d, struct gathered *all, enum series series, struct period period,
                struct deriveseries_part part) {
    vec_push(d->arena, &all->sources, ((struct source){series, period}));
    vec_push(d->arena, &all->parts, part);
}

static void add_before(struct deriving *d, const struct year *year, struct period p,
                       struct gathered *all) {
    struct exact value;
    bool found = observation_last_year(d->arena, year->measure, p, &value);
    assert(found); /* else there is no forecast by season */
    bool prior = observation_value(year->measure, SERIES_PRIOR_YEAR, p);
    add(d, all, prior ? SERIES_PRIOR_YEAR : SERIES_ACTUAL,
        prior ? p : period_next(p, -period_per_year(p.frequency)), plain(d, value));
}

static void add_period(struct deriving *d, const struct year *year, enum what what, struct period p,
                       struct gathered *all) {
    struct observation o;
    observation_read(d->arena, year->measure, &d->plan->settings, p, &o);
    bool past = p.start <= year->judged.start;
    bool actual = past && o.has_actual;
    if (what == WHAT_BEFORE || (what == WHAT_BEFORE_SO_FAR && actual)) {
        add_before(d, year, p, all);
    } else if (what == WHAT_TARGET) {
        assert(o.has_target); /* else the year has none */
        add(d, all, SERIES_TARGET, p, target_part(d, &o, past));
    } else if ((what == WHAT_ACTUAL || what == WHAT_DECLARED) && actual) {
        add(d, all, SERIES_ACTUAL, p, actual_part(d, &o));
    } else if (what == WHAT_DECLARED) {
        const struct value *forecast = observation_value(year->measure, SERIES_FORECAST, p);
        assert(forecast); /* else the owner declares no year */
        add(d, all, SERIES_FORECAST, p, plain(d, observation_exact(forecast)));
    }
}

/* The latest period with an actual; there is one. */
static struct period latest_actual(const struct year *year) {
    struct period at = year->judged;
    while (!observation_has_actual(year->measure, at)) {
        at = period_next(at, -1);
    }
    return at;
}

/* The year's figures; `last` needs only the last one. */
static struct gathered gather(struct deriving *d, const struct year *year, enum what what) {
    struct gathered all = {.parts = {0}};
    struct period p = year->first;
    if (year->measure->aggregation == AGGREGATE_LAST) {
        p = what == WHAT_ACTUAL || what == WHAT_BEFORE_SO_FAR ? latest_actual(year) : year->last;
    }
    for (; p.start <= year->last.start; p = period_next(p, 1)) {
        add_period(d, year, what, p, &all);
    }
    assert(all.parts.count > 0);
    return all;
}

/* Shows where the figures came from: as steps of their own, or as inputs of the step. */
static void each_source(struct deriving *d, const struct year *year, const struct gathered *all,
                        void (*visit)(struct deriving *, const struct measure *, enum series,
                                      struct period)) {
    bool weighted = year->measure->aggregation == AGGREGATE_RATIO;
    bool parts = weighted;
    for (size_t i = 0; i < all->parts.count; i++) {
        parts = parts && all->parts.items[i].has_parts;
        weighted = weighted && all->parts.items[i].weight;
    }
    for (size_t i = 0; i < all->sources.count; i++) {
        struct source source = all->sources.items[i];
        visit(d, year->measure, parts ? SERIES_NUMERATOR : source.series, source.period);
        if (parts || weighted) {
            visit(d, year->measure, SERIES_DENOMINATOR, source.period);
        }
    }
}

/* Settles what is gathered, begins the step, and gives its inputs. */
static struct formula put_together(struct deriving *d, const struct year *year, enum what what,
                                   const char *figure, const char *words) {
    struct gathered all = gather(d, year, what);
    each_source(d, year, &all, deriveseries_settle);
    derive_step(d, figure, RULE_FORECAST, words);
    each_source(d, year, &all, deriveseries_input);
    return deriveseries_aggregate(d, year->measure, all.parts.items, all.parts.count);
}

static struct exact value_of(struct formula formula) {
    struct exact out;
    bool fits = exact_fraction(formula.value, &out);
    assert(fits);
    return out;
}

static struct exact forecast_of(const struct year *year) {
    return exact_of(year->result->forecast, year->result->exact_forecast);
}

/* A step for one such figure. */
static struct formula figure(struct deriving *d, const struct year *year, const char *name,
                             enum what what) {
    struct formula value =
        put_together(d, year, what, name,
                     arena_printf(d->arena, "It is %s these periods, as the measure aggregates.",
                                  deriveseries_rule_words(year->measure->aggregation)));
    derive_figure(d, value, value_of(value));
    return formula_exact(d->arena, value_of(value));
}

static void declared(struct deriving *d, const struct year *year) {
    derive_figure(d,
                  put_together(d, year, WHAT_DECLARED, "forecast",
                               "Declared by the owner: actuals so far and the owner's forecasts "
                               "for the rest of the year."),
                  forecast_of(year));
}

static void seasonal(struct deriving *d, const struct year *year) {
    struct formula full = figure(d, year, "last year, whole", WHAT_BEFORE);
    struct formula so_far = figure(d, year, "this year so far", WHAT_ACTUAL);
    struct formula before = figure(d, year, "last year so far", WHAT_BEFORE_SO_FAR);
    derive_step(d, "forecast", RULE_FORECAST,
                "By season: last year's whole figure, times this year so far over last year so "
                "far.");
    derive_figure(d, formula_div(d->arena, formula_mul(d->arena, full, so_far), before),
                  forecast_of(year));
}

static void run_rate(struct deriving *d, const struct year *year) {
    struct formula so_far = figure(d, year, "this year so far", WHAT_ACTUAL);
    int64_t periods = 0;
    for (struct period p = year->first; p.start <= year->judged.start; p = period_next(p, 1)) {
        periods += observation_has_actual(year->measure, p);
    }
    derive_step(d, "forecast", RULE_FORECAST,
                arena_printf(d->arena,
                             "Run rate: the year so far, times the %ss of the year over those that "
                             "have an actual.",
                             derive_span_name(year->measure->frequency)));
    struct formula whole = formula_whole(d->arena, (int64_t)year->periods);
    derive_figure(d,
                  formula_div(d->arena, formula_mul(d->arena, so_far, whole),
                              formula_whole(d->arena, periods)),
                  forecast_of(year));
}

static void standing(struct deriving *d, const struct year *year) {
    enum aggregation rule = year->measure->aggregation;
    if (rule == AGGREGATE_LAST) {
        struct period latest = latest_actual(year);
        deriveseries_settle(d, year->measure, SERIES_ACTUAL, latest);
        derive_step(d, "forecast", RULE_FORECAST,
                    "The last value: nothing says that it will be another one.");
        derive_number_result(d, year->result->forecast);
        deriveseries_input(d, year->measure, SERIES_ACTUAL, latest);
        return;
    }
    struct formula so_far =
        put_together(d, year, WHAT_ACTUAL, "forecast",
                     arena_printf(d->arena, "What stands so far: %s the year's actuals.",
                                  deriveseries_rule_words(rule)));
    derive_figure(d, so_far, forecast_of(year));
}

static void year_target(struct deriving *d, const struct year *year) {
    const struct measure_result *r = year->result;
    if (!r->has_year_target) {
        return;
    }
    struct formula target =
        put_together(d, year, WHAT_TARGET, "target of the year",
                     arena_printf(d->arena, "It is %s the targets of the fiscal year.",
                                  deriveseries_rule_words(r->measure->aggregation)));
    derive_figure(d, target, exact_of(r->year_target, r->exact_year_target));
}

static const char *exact_text(struct deriving *d, struct exact value) {
    return formula_exact(d->arena, value).text;
}

/* What those of the year are made of, a line for each period. */
static void period_thresholds(struct deriving *d, const struct year *year) {
    enum polarity polarity = year->measure->polarity;
    if (polarity == POLARITY_BINARY) {
        return;
    }
    bool range = polarity == POLARITY_RANGE;
    struct period p = year->measure->aggregation == AGGREGATE_LAST ? year->last : year->first;
    for (; p.start <= year->last.start; p = period_next(p, 1)) {
        struct observation o;
        observation_read(d->arena, year->measure, &d->plan->settings, p, &o);
        const struct judged_thresholds *t = &o.thresholds;
        const char *value = arena_printf(
            d->arena, range ? "limits %s and %s, margin %s" : "red flag %s, stretch %s, worst %s",
            exact_text(d, range ? threshold_lower(t) : threshold_red(t)),
            exact_text(d, range ? threshold_upper(t) : threshold_stretch(t)),
            exact_text(d, range ? threshold_margin(t) : threshold_worst(t)));
        derive_input(d, arena_printf(d->arena, "thresholds of %s", derive_period_text(d, p)), value,
                     (struct place){0});
    }
}

/* What the forecast is judged by. */
static void year_thresholds(struct deriving *d, const struct year *year,
                            const struct judged_thresholds *t) {
    enum polarity polarity = year->measure->polarity;
    struct place none = {0};
    derive_step(d, "thresholds of the year", RULE_FORECAST,
                "Those of its periods, put together like its targets. Stretch and worst are so "
                "only if each period is given one; else they follow from target and red flag of "
                "the year, as far beyond them as these are apart.");
    derive_result(d, "as follows");
    period_thresholds(d, year);
    if (polarity == POLARITY_RANGE) {
        derive_unrounded(d, "lower limit of the year", threshold_lower(t), none);
        derive_unrounded(d, "upper limit of the year", threshold_upper(t), none);
        derive_unrounded(d, "margin of the year", threshold_margin(t), none);
        return;
    }
    derive_unrounded(d, "target of the year", threshold_target(t), none);
    if (polarity != POLARITY_BINARY) {
        derive_unrounded(d, "red flag of the year", threshold_red(t), none);
        derive_unrounded(d, "stretch of the year", threshold_stretch(t), none);
        derive_unrounded(d, "worst of the year", threshold_worst(t), none);
    }
}

static void forecast_status(struct deriving *d, const struct year *year, bool current) {
    const struct measure_result *r = year->result;
    enum polarity polarity = r->measure->polarity;
    if (r->forecast_status == STATUS_NO_DATA) {
        derive_step(d, "forecast status", RULE_FORECAST,
                    r->measure->aggregation == AGGREGATE_LAST
                        ? "Nothing to judge it by: the last period of the year has no target or "
                          "no thresholds."
                        : "Nothing to judge it by: not every period of the year has its target "
                          "and thresholds.");
        derive_result(d, status_words(r->forecast_status));
    }
    if (!status_scored(r->forecast_status)) {
        return;
    }
    struct forecast_result f =
        forecast_year(d->arena, d->plan, r->measure, d->assessment->period, year->judged, current);
    assert(f.method == r->forecast_method && exact_compare(f.value, forecast_of(year)) == 0);
    year_thresholds(d, year, &f.thresholds);
    derivethreshold_status(d, "forecast status", polarity, &f.thresholds, f.value,
                           r->forecast_status);
    derivethreshold_score(d, "forecast score", polarity, &f.thresholds, f.value, r->forecast_score);
}

void deriveforecast(struct deriving *d, const struct measure_result *r) {
    static void (*const methods[])(struct deriving *, const struct year *) = {
        [FORECAST_DECLARED] = declared, [FORECAST_SEASONAL] = seasonal,
        [FORECAST_RUN_RATE] = run_rate, [FORECAST_LAST] = standing,
        [FORECAST_MEAN] = standing,
    };
    struct year year = year_of(d, r);
    bool current = period_set(r->carried) || observation_has_actual(r->measure, year.judged);
    if (r->forecast_method == FORECAST_NONE) {
        derive_step(d, "forecast", RULE_FORECAST,
                    "Without an actual for the judged period and without a forecast of the owner "
                    "for the rest of the year there is none.");
        derive_result(d, "none");
        return;
    }
    methods[r->forecast_method](d, &year);
    year_target(d, &year);
    forecast_status(d, &year, current);
}
