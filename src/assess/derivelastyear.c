#include "assess/derivelastyear.h"

#include "assess/aggregate.h"
#include "assess/deriveseries.h"
#include "assess/judge.h"
#include <assert.h>

/* Where last year's figure for a period stands. */
struct source {
    enum series series;
    struct period period;
};

static struct source source_of(const struct measure *measure, struct period period) {
    if (observation_value(measure, SERIES_PRIOR_YEAR, period)) {
        return (struct source){SERIES_PRIOR_YEAR, period};
    }
    return (struct source){SERIES_ACTUAL, period_next(period, -period_per_year(period.frequency))};
}

static void of_period(struct deriving *d, const struct measure_result *r) {
    struct source source = source_of(r->measure, r->period);
    const char *words = source.series == SERIES_PRIOR_YEAR
                            ? "Given as the prior year's figure of the judged period."
                            : "The actual of the same period a year before.";
    deriveseries_settle(d, r->measure, source.series, source.period);
    derive_step(d, "last year", RULE_PERIODS, words);
    deriveseries_input(d, r->measure, source.series, source.period);
    derive_number_result(d, r->last_year);
}

static void to_date(struct deriving *d, const struct measure_result *r) {
    const struct measure *measure = r->measure;
    struct period first, last;
    judge_year(judge_anchor(r->period), measure->frequency, &d->plan->organization.fiscal, &first,
               &last);
    size_t most = (size_t)(period_between(first, r->period) + 1), count = 0;
    struct deriveseries_part *parts = arena_array(d->arena, most, sizeof *parts);
    struct source *sources = arena_array(d->arena, most, sizeof *sources);
    for (struct period p = first; p.start <= r->period.start; p = period_next(p, 1)) {
        struct observation o;
        struct exact value;
        observation_read(d->arena, measure, &d->plan->settings, p, &o);
        if (!aggregate_pairs(measure->polarity, &o)) {
            continue;
        }
        bool found = observation_last_year(d->arena, measure, p, &value);
        assert(found);
        sources[count] = source_of(measure, p);
        deriveseries_settle(d, measure, sources[count].series, sources[count].period);
        parts[count++].formula = formula_exact(d->arena, value);
    }
    derive_step(d, "last year", RULE_PERIODS,
                arena_printf(d->arena,
                             "Year to date: %s last year's figures of the same %ss. A figure of "
                             "the series prior-year goes before the actual of a year ago.",
                             deriveseries_rule_words(measure->aggregation),
                             derive_span_name(measure->frequency)));
    for (size_t i = 0; i < count; i++) {
        deriveseries_input(d, measure, sources[i].series, sources[i].period);
    }
    derive_figure(d, deriveseries_aggregate(d, measure, parts, count),
                  exact_of(r->last_year, r->exact_last_year));
}

void derivelastyear(struct deriving *d, const struct measure_result *result) {
    if (!result->has_last_year) {
        return;
    }
    if (d->plan->settings.headline_ytd) {
        to_date(d, result);
    } else {
        of_period(d, result);
    }
}
