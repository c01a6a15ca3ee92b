#include "assess/forecast.h"

#include "assess/aggregate.h"
#include "assess/judge.h"
#include <assert.h>

/* What the year's periods say, gathered in one pass. */
struct year {
    struct arena *arena;
    const struct measure *measure;
    size_t periods, have; /* of the year; with an actual so far */
    struct aggregate actual;
    struct aggregate declared; /* actuals, else forecasts */
    struct aggregate before_full, before_so_far;
    size_t forecasts;   /* of periods still to come that lack an actual */
    bool last_forecast; /* the year's last period has one, and no actual */
    bool last_before;   /* last year's last period has a figure */
    struct aggregate_basis basis;
    struct observation end; /* the year's last period */
};

bool forecast_seasonal(struct arena *arena, struct exact full, struct exact so_far,
                       struct exact last_so_far, struct exact *out) {
    if (exact_sign(full) <= 0 || exact_sign(so_far) <= 0 || exact_sign(last_so_far) <= 0) {
        return false;
    }
    if (!full.fraction && !so_far.fraction && !last_so_far.fraction) {
        return wide_exact(arena, (wide)full.rounded.micro * so_far.rounded.micro,
                          last_so_far.rounded.micro, out);
    }
    const struct rational *product =
        rational_mul(arena, exact_rational(arena, full), exact_rational(arena, so_far));
    return exact_fraction(rational_div(arena, product, exact_rational(arena, last_so_far)), out);
}

bool forecast_run_rate(struct arena *arena, struct exact sum, size_t have, size_t periods,
                       struct exact *out) {
    if (have == 0) {
        return false;
    }
    if (!sum.fraction) {
        return wide_exact(arena, sum.rounded.micro * (wide)periods, (wide)have, out);
    }
    const struct rational *rate = rational_of(arena, (int64_t)periods, (int64_t)have);
    return exact_fraction(rational_mul(arena, sum.fraction, rate), out);
}

static void add_actual(struct aggregate *aggregate, const struct observation *o) {
    if (o->has_parts) {
        aggregate_add_parts(aggregate, o->actual, o->numerator, o->denominator, o->percent);
    } else {
        aggregate_add(aggregate, o->actual, NULL);
    }
}

static void add_period(struct year *year, const struct settings *settings, struct period p,
                       bool past, bool last) {
    struct observation o;
    observation_read(year->arena, year->measure, settings, p, &o);
    o.has_parts = o.has_parts && past; /* later denominators are not known yet, nor weights */
    aggregate_basis_add(&year->basis, &o, false);
    bool actual = past && o.has_actual;
    struct exact before;
    bool has_before = observation_last_year(year->arena, year->measure, p, &before);
    if (has_before) {
        aggregate_add(&year->before_full, before, NULL);
    }
    if (actual) {
        year->have++;
        add_actual(&year->actual, &o);
        add_actual(&year->declared, &o);
        if (has_before) {
            aggregate_add(&year->before_so_far, before, NULL);
        }
    } else {
        const struct value *forecast = observation_value(year->measure, SERIES_FORECAST, p);
        if (forecast) {
            aggregate_add(&year->declared, observation_exact(forecast), NULL);
            year->forecasts += !past;
            year->last_forecast = last;
        }
    }
    if (last) {
        year->last_before = has_before;
        year->end = o;
    }
}

static bool declared(const struct year *year, struct exact *out) {
    bool whole = year->declared.count == year->periods && year->forecasts > 0;
    if (year->measure->aggregation == AGGREGATE_LAST) {
        whole = year->last_forecast;
    }
    return whole && aggregate_result(&year->declared, out);
}

static bool seasonal(const struct year *year, struct exact *out) {
    enum aggregation rule = year->measure->aggregation;
    struct exact full, so_far, before;
    if (rule == AGGREGATE_MIN || rule == AGGREGATE_MAX ||
        year->measure->polarity == POLARITY_BINARY || year->have == year->periods ||
        year->before_so_far.count < year->have) {
        return false;
    }
    bool whole =
        rule == AGGREGATE_LAST ? year->last_before : year->before_full.count == year->periods;
    if (!whole || !aggregate_result(&year->before_full, &full) ||
        !aggregate_result(&year->actual, &so_far) ||
        !aggregate_result(&year->before_so_far, &before) ||
        !forecast_seasonal(year->arena, full, so_far, before, out)) {
        return false;
    }
    struct exact hundred = exact_decimal(decimal_of(100));
    return !(observation_percent(year->measure) && exact_compare(*out, hundred) > 0 &&
             exact_compare(full, hundred) <= 0 && exact_compare(so_far, hundred) <= 0);
}

/* The figure that stands, where nothing better is known. */
static enum forecast_method standing(const struct year *year, const struct settings *settings,
                                     struct period judged, struct exact *out) {
    int carry = settings->missing == MISSING_CARRY ? settings->carry_periods : 0;
    bool so_far = aggregate_result(&year->actual, out);
    switch (year->measure->aggregation) {
    case AGGREGATE_SUM:
        return so_far && forecast_run_rate(year->arena, *out, year->have, year->periods, out)
                   ? FORECAST_RUN_RATE
                   : FORECAST_NONE;
    case AGGREGATE_MEAN:
    case AGGREGATE_RATIO:
        return so_far ? FORECAST_MEAN : FORECAST_NONE;
    case AGGREGATE_LAST:
        for (int back = 0; !so_far && back <= carry; back++) {
            so_far =
                observation_actual(year->arena, year->measure, period_next(judged, -back), out);
        }
        break;
    case AGGREGATE_MIN:
    case AGGREGATE_MAX:
        break;
    }
    return so_far ? FORECAST_LAST : FORECAST_NONE;
}

static void year_targets(const struct year *year, struct forecast_result *result) {
    if (year->measure->aggregation == AGGREGATE_LAST) {
        result->has_target = year->end.has_target;
        result->target = year->end.target;
        result->thresholds = year->end.thresholds;
        return;
    }
    result->has_target = year->basis.targets == year->periods &&
                         aggregate_result(&year->basis.target, &result->target);
    (void)aggregate_basis_thresholds(&year->basis, &result->thresholds);
}

struct forecast_result forecast_year(struct arena *arena, const struct plan *plan,
                                     const struct measure *measure, struct period reporting,
                                     struct period judged, bool current) {
    const struct fiscal *fiscal = &plan->organization.fiscal;
    struct year year = {.arena = arena, .measure = measure};
    struct aggregate *all[] = {&year.actual, &year.declared, &year.before_full,
                               &year.before_so_far};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        aggregate_start(all[i], arena, measure->aggregation);
    }
    aggregate_basis_start(&year.basis, arena, measure);
    struct period first, last;
    judge_year(period_last(reporting), measure->frequency, fiscal, &first, &last);
    assert(last.start >= first.start);
    year.periods = (size_t)(period_between(first, last) + 1);
    for (struct period p = first; p.start <= last.start; p = period_next(p, 1)) {
        add_period(&year, &plan->settings, p, p.start <= judged.start, p.start == last.start);
    }
    struct forecast_result result = {.method = FORECAST_NONE};
    year_targets(&year, &result);
    if (declared(&year, &result.value)) {
        result.method = FORECAST_DECLARED;
    } else if (!current) {
        result.method = FORECAST_NONE;
    } else if (seasonal(&year, &result.value)) {
        result.method = FORECAST_SEASONAL;
    } else {
        result.method = standing(&year, &plan->settings, judged, &result.value);
    }
    if (result.method == FORECAST_NONE) {
        result.value = exact_decimal(decimal_micro(0));
    }
    return result;
}
