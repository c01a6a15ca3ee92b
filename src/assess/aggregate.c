#include "assess/aggregate.h"

void aggregate_start(struct aggregate *aggregate, struct arena *arena, enum aggregation rule) {
    *aggregate = (struct aggregate){.arena = arena, .rule = rule};
}

/* Adds what rounding left of a value, so many times over. */
static void add_rest(struct aggregate *aggregate, struct exact value, int64_t times, int64_t over,
                     const struct rational **rest) {
    struct arena *arena = aggregate->arena;
    const struct rational *left =
        rational_sub(arena, value.fraction, rational_decimal(arena, value.rounded));
    left = rational_mul(arena, left, rational_of(arena, times, over));
    *rest = *rest ? rational_add(arena, *rest, left) : left;
}

static void add_product(struct aggregate *aggregate, wide product, struct decimal weight) {
    if (__builtin_add_overflow(aggregate->products, product, &aggregate->products)) {
        aggregate->overflow = true;
    }
    aggregate->weights += weight.micro;
}

static void add_plain(struct aggregate *aggregate, struct exact value) {
    bool first = aggregate->count == 0;
    aggregate->count++;
    aggregate->plain += value.rounded.micro;
    if (value.fraction) {
        add_rest(aggregate, value, 1, 1, &aggregate->plain_rest);
    }
    aggregate->last = value;
    if (first || exact_compare(value, aggregate->min) < 0) {
        aggregate->min = value;
    }
    if (first || exact_compare(value, aggregate->max) > 0) {
        aggregate->max = value;
    }
}

void aggregate_add(struct aggregate *aggregate, struct exact value, const struct decimal *weight) {
    add_plain(aggregate, value);
    if (!weight) {
        aggregate->unweighted = true;
        return;
    }
    add_product(aggregate, (wide)value.rounded.micro * weight->micro, *weight);
    if (value.fraction) {
        add_rest(aggregate, value, weight->micro, DECIMAL_ONE, &aggregate->products_rest);
    }
}

void aggregate_add_parts(struct aggregate *aggregate, struct exact value, struct decimal numerator,
                         struct decimal denominator, bool percent) {
    add_plain(aggregate, value);
    if (denominator.micro > 0) {
        add_product(aggregate, (wide)numerator.micro * DECIMAL_ONE * (percent ? 100 : 1),
                    denominator);
    } else {
        aggregate->unweighted = true;
    }
}

/* (n + rest) / d, where n is of 10^-6 and one of the divisor is `unit`. */
static bool quotient(const struct aggregate *aggregate, wide n, wide d, const struct rational *rest,
                     int64_t unit, struct exact *out) {
    struct arena *arena = aggregate->arena;
    if (!wide_exact(arena, n, d, out)) {
        return false;
    }
    if (!rest) {
        return true;
    }
    const struct rational *share = rational_div(arena, rest, wide_rational(arena, d, unit));
    return exact_fraction(rational_add(arena, exact_rational(arena, *out), share), out);
}

bool aggregate_result(const struct aggregate *aggregate, struct exact *out) {
    if (aggregate->count == 0) {
        return false;
    }
    switch (aggregate->rule) {
    case AGGREGATE_LAST:
        *out = aggregate->last;
        return true;
    case AGGREGATE_MIN:
        *out = aggregate->min;
        return true;
    case AGGREGATE_MAX:
        *out = aggregate->max;
        return true;
    case AGGREGATE_SUM:
        return quotient(aggregate, aggregate->plain, 1, aggregate->plain_rest, 1, out);
    case AGGREGATE_RATIO:
        if (!aggregate->unweighted) {
            return !aggregate->overflow &&
                   quotient(aggregate, aggregate->products, aggregate->weights,
                            aggregate->products_rest, DECIMAL_ONE, out);
        }
        break;
    case AGGREGATE_MEAN:
        break;
    }
    return quotient(aggregate, aggregate->plain, (wide)aggregate->count, aggregate->plain_rest, 1,
                    out);
}

void aggregate_basis_start(struct aggregate_basis *basis, struct arena *arena,
                           const struct measure *measure) {
    *basis = (struct aggregate_basis){
        .polarity = measure->polarity, .stretch_all = true, .worst_all = true};
    struct aggregate *all[] = {&basis->actual, &basis->target,  &basis->target_judged,
                               &basis->red,    &basis->stretch, &basis->worst,
                               &basis->lower,  &basis->upper,   &basis->margin};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        aggregate_start(all[i], arena, measure->aggregation);
    }
}

static void add_thresholds(struct aggregate_basis *basis, const struct judged_thresholds *t,
                           const struct decimal *weight) {
    basis->judged++;
    basis->stretch_all = basis->stretch_all && t->stretch_given;
    basis->worst_all = basis->worst_all && !t->worst_default;
    basis->red_default = basis->red_default || t->red_default;
    if (basis->polarity == POLARITY_RANGE) {
        aggregate_add(&basis->lower, threshold_lower(t), weight);
        aggregate_add(&basis->upper, threshold_upper(t), weight);
        aggregate_add(&basis->margin, threshold_margin(t), weight);
        return;
    }
    aggregate_add(&basis->target_judged, threshold_target(t), weight);
    aggregate_add(&basis->red, threshold_red(t), weight);
    aggregate_add(&basis->stretch, threshold_stretch(t), weight);
    aggregate_add(&basis->worst, threshold_worst(t), weight);
}

void aggregate_basis_add(struct aggregate_basis *basis, const struct observation *observation,
                         bool take_actual) {
    const struct decimal *weight = observation->has_parts ? &observation->denominator : NULL;
    basis->periods++;
    if (take_actual) {
        if (observation->has_parts) {
            aggregate_add_parts(&basis->actual, observation->actual, observation->numerator,
                                observation->denominator, observation->percent);
        } else {
            aggregate_add(&basis->actual, observation->actual, NULL);
        }
    }
    if (observation->has_target) {
        basis->targets++;
        aggregate_add(&basis->target, observation->target, weight);
    }
    if (observation->thresholds.known) {
        add_thresholds(basis, &observation->thresholds, weight);
    }
}

bool aggregate_pairs(enum polarity polarity, const struct observation *observation) {
    return observation->has_actual && (polarity == POLARITY_INFO || observation->thresholds.known);
}

static bool result_of(const struct aggregate *aggregate, struct decimal *rounded,
                      const struct rational **fraction) {
    struct exact result;
    bool fits = aggregate_result(aggregate, &result);
    *rounded = fits ? result.rounded : decimal_micro(0);
    *fraction = fits ? result.fraction : NULL;
    return fits;
}

static enum threshold_result range_thresholds(const struct aggregate_basis *basis,
                                              struct judged_thresholds *t) {
    if (!result_of(&basis->lower, &t->lower, &t->exact.lower) ||
        !result_of(&basis->upper, &t->upper, &t->exact.upper) ||
        !result_of(&basis->margin, &t->margin, &t->exact.margin)) {
        return THRESHOLD_OVERFLOW;
    }
    t->known = true;
    return THRESHOLD_KNOWN;
}

static enum threshold_result level_thresholds(const struct aggregate_basis *basis,
                                              struct judged_thresholds *t) {
    t->red_default = basis->red_default;
    t->stretch_given = basis->stretch_all;
    t->worst_default = !basis->worst_all;
    if (!result_of(&basis->target_judged, &t->target, &t->exact.target) ||
        !result_of(&basis->red, &t->red, &t->exact.red) ||
        !result_of(&basis->stretch, &t->stretch, &t->exact.stretch) ||
        !result_of(&basis->worst, &t->worst, &t->exact.worst)) {
        return THRESHOLD_OVERFLOW;
    }
    if (basis->polarity == POLARITY_BINARY) {
        t->known = true;
        return THRESHOLD_KNOWN;
    }
    return threshold_complete(basis->red.arena, basis->polarity, t);
}

enum threshold_result aggregate_basis_thresholds(const struct aggregate_basis *basis,
                                                 struct judged_thresholds *out) {
    *out = (struct judged_thresholds){.known = false};
    if (basis->judged == 0 || basis->judged < basis->periods) {
        return THRESHOLD_NO_TARGET;
    }
    struct judged_thresholds t = {.known = false};
    enum threshold_result result = basis->polarity == POLARITY_RANGE ? range_thresholds(basis, &t)
                                                                     : level_thresholds(basis, &t);
    if (result == THRESHOLD_KNOWN) {
        *out = t;
    }
    return result;
}
