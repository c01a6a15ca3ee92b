#include "assess/aggregate.h"

void aggregate_start(struct aggregate *aggregate, enum aggregation rule) {
    *aggregate = (struct aggregate){.rule = rule};
}

static void add_product(struct aggregate *aggregate, wide product, struct decimal weight) {
    if (__builtin_add_overflow(aggregate->products, product, &aggregate->products)) {
        aggregate->overflow = true;
    }
    aggregate->weights += weight.micro;
}

static void add_plain(struct aggregate *aggregate, struct decimal value) {
    bool first = aggregate->count == 0;
    aggregate->count++;
    aggregate->plain += value.micro;
    aggregate->last = value;
    if (first || decimal_compare(value, aggregate->min) < 0) {
        aggregate->min = value;
    }
    if (first || decimal_compare(value, aggregate->max) > 0) {
        aggregate->max = value;
    }
}

void aggregate_add(struct aggregate *aggregate, struct decimal value,
                   const struct decimal *weight) {
    add_plain(aggregate, value);
    if (weight) {
        add_product(aggregate, (wide)value.micro * weight->micro, *weight);
    } else {
        aggregate->unweighted = true;
    }
}

void aggregate_add_parts(struct aggregate *aggregate, struct decimal value,
                         struct decimal numerator, struct decimal denominator, bool percent) {
    add_plain(aggregate, value);
    if (denominator.micro > 0) {
        add_product(aggregate, (wide)numerator.micro * DECIMAL_ONE * (percent ? 100 : 1),
                    denominator);
    } else {
        aggregate->unweighted = true;
    }
}

bool aggregate_result(const struct aggregate *aggregate, struct decimal *out) {
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
        return wide_decimal(aggregate->plain, out);
    case AGGREGATE_RATIO:
        if (!aggregate->unweighted) {
            return !aggregate->overflow &&
                   wide_decimal(wide_divide(aggregate->products, aggregate->weights), out);
        }
        break;
    case AGGREGATE_MEAN:
        break;
    }
    return wide_decimal(wide_divide(aggregate->plain, (wide)aggregate->count), out);
}

void aggregate_basis_start(struct aggregate_basis *basis, const struct measure *measure) {
    *basis = (struct aggregate_basis){
        .polarity = measure->polarity, .stretch_all = true, .worst_all = true};
    struct aggregate *all[] = {&basis->actual, &basis->target,  &basis->target_judged,
                               &basis->red,    &basis->stretch, &basis->worst,
                               &basis->lower,  &basis->upper,   &basis->margin};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        aggregate_start(all[i], measure->aggregation);
    }
}

static void add_thresholds(struct aggregate_basis *basis, const struct judged_thresholds *t,
                           const struct decimal *weight) {
    basis->judged++;
    basis->stretch_all = basis->stretch_all && t->stretch_given;
    basis->worst_all = basis->worst_all && !t->worst_default;
    basis->red_default = basis->red_default || t->red_default;
    if (basis->polarity == POLARITY_RANGE) {
        aggregate_add(&basis->lower, t->lower, weight);
        aggregate_add(&basis->upper, t->upper, weight);
        aggregate_add(&basis->margin, t->margin, weight);
        return;
    }
    aggregate_add(&basis->target_judged, t->target, weight);
    aggregate_add(&basis->red, t->red, weight);
    aggregate_add(&basis->stretch, t->stretch, weight);
    aggregate_add(&basis->worst, t->worst, weight);
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

static enum threshold_result range_thresholds(const struct aggregate_basis *basis,
                                              struct judged_thresholds *t) {
    if (!aggregate_result(&basis->lower, &t->lower) ||
        !aggregate_result(&basis->upper, &t->upper) ||
        !aggregate_result(&basis->margin, &t->margin)) {
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
    if (!aggregate_result(&basis->target_judged, &t->target) ||
        !aggregate_result(&basis->red, &t->red) ||
        !aggregate_result(&basis->stretch, &t->stretch) ||
        !aggregate_result(&basis->worst, &t->worst)) {
        return THRESHOLD_OVERFLOW;
    }
    if (basis->polarity == POLARITY_BINARY) {
        t->known = true;
        return THRESHOLD_KNOWN;
    }
    return threshold_complete(basis->polarity, t);
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
