#include "assess/observation.h"

#include "assess/wide.h"
#include <string.h>

bool observation_percent(const struct measure *measure) {
    return measure->unit_of_measure && strcmp(measure->unit_of_measure, "%") == 0;
}

const struct value *observation_value(const struct measure *measure, enum series series,
                                      struct period period) {
    const struct value *items = measure->series[series].items;
    size_t low = 0;
    size_t high = measure->series[series].count;
    if (high == 0 || period.start < items[0].period.start) {
        return NULL;
    }
    /* Months without a gap, the usual case, are found at once. */
    size_t guess = (size_t)(period.start - items[0].period.start);
    if (guess < high && items[guess].period.start == period.start) {
        return &items[guess];
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int32_t start = items[middle].period.start;
        if (start == period.start) {
            return &items[middle];
        }
        if (start < period.start) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

/* Numerator and denominator of a period, if both are there and the division can be done. */
static bool parts(const struct measure *measure, struct period period, struct decimal *numerator,
                  struct decimal *denominator) {
    if (measure->aggregation != AGGREGATE_RATIO) {
        return false;
    }
    const struct value *top = observation_value(measure, SERIES_NUMERATOR, period);
    const struct value *bottom = observation_value(measure, SERIES_DENOMINATOR, period);
    if (!top || !bottom || bottom->value.micro <= 0) {
        return false;
    }
    *numerator = top->value;
    *denominator = bottom->value;
    return true;
}

struct exact observation_exact(const struct value *value) {
    return exact_of(value->value, value->fraction);
}

/* The quotient is top / bottom of 10^-6. */
static bool quotient(const struct measure *measure, struct period period, wide *top, wide *bottom) {
    struct decimal numerator, denominator;
    if (!parts(measure, period, &numerator, &denominator)) {
        return false;
    }
    *top = numerator.micro * (wide)DECIMAL_ONE * (observation_percent(measure) ? 100 : 1);
    *bottom = denominator.micro;
    return true;
}

bool observation_actual(struct arena *arena, const struct measure *measure, struct period period,
                        struct exact *out) {
    const struct value *actual = observation_value(measure, SERIES_ACTUAL, period);
    if (actual) {
        *out = observation_exact(actual);
        return true;
    }
    wide top, bottom;
    return quotient(measure, period, &top, &bottom) && wide_exact(arena, top, bottom, out);
}

bool observation_shown(const struct measure *measure, struct period period, struct decimal *out) {
    const struct value *actual = observation_value(measure, SERIES_ACTUAL, period);
    if (actual) {
        *out = actual->value;
        return true;
    }
    wide top, bottom;
    return quotient(measure, period, &top, &bottom) && wide_decimal(wide_divide(top, bottom), out);
}

bool observation_has_actual(const struct measure *measure, struct period period) {
    struct decimal shown;
    return observation_shown(measure, period, &shown);
}

bool observation_last_year(struct arena *arena, const struct measure *measure, struct period period,
                           struct exact *out) {
    const struct value *prior = observation_value(measure, SERIES_PRIOR_YEAR, period);
    if (prior) {
        *out = observation_exact(prior);
        return true;
    }
    struct period before = period_next(period, -period_per_year(period.frequency));
    return observation_actual(arena, measure, before, out);
}

static const struct threshold *in_force(const struct measure *measure, struct period period) {
    if (measure->thresholds.count == 0) {
        return NULL;
    }
    if (measure->thresholds.count == 1 && !date_set(measure->thresholds.items[0].effective)) {
        return &measure->thresholds.items[0];
    }
    return plan_threshold(measure, period_last(period));
}

void observation_read(struct arena *arena, const struct measure *measure,
                      const struct settings *settings, struct period period,
                      struct observation *out) {
    *out = (struct observation){.period = period, .percent = observation_percent(measure)};
    out->has_parts = parts(measure, period, &out->numerator, &out->denominator);
    out->has_actual = observation_actual(arena, measure, period, &out->actual);
    const struct value *target = observation_value(measure, SERIES_TARGET, period);
    if (target) {
        out->has_target = true;
        out->target = observation_exact(target);
    }
    out->resolved =
        threshold_resolve(arena, measure->polarity, out->percent, in_force(measure, period),
                          target ? &out->target : NULL, settings, &out->thresholds);
}
