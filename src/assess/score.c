#include "assess/score.h"

#include "assess/wide.h"
#include <assert.h>

/* The point (part / whole) of the band that begins at `band` thirds. */
static const struct rational *in_band(struct arena *arena, int band, wide part, wide whole) {
    return wide_rational(arena, 100 * (band * whole + part), 3 * whole);
}

static const struct rational *score_level(struct arena *arena, const struct judged_thresholds *t,
                                          struct decimal value, int sign) {
    /* mirrored for lower, so that more is better below */
    wide a = (wide)value.micro * sign;
    wide worst = (wide)t->worst.micro * sign;
    wide red = (wide)t->red.micro * sign;
    wide target = (wide)t->target.micro * sign;
    wide stretch = (wide)t->stretch.micro * sign;
    if (a >= stretch) {
        return rational_of(arena, 100, 1);
    }
    if (a >= target) {
        return in_band(arena, 2, a - target, stretch - target);
    }
    if (a >= red) {
        return in_band(arena, 1, a - red, target - red);
    }
    if (a > worst) {
        return in_band(arena, 0, a - worst, red - worst);
    }
    return rational_of(arena, 0, 1);
}

static const struct rational *score_range(struct arena *arena, const struct judged_thresholds *t,
                                          struct decimal value) {
    wide a = value.micro;
    wide lower = t->lower.micro;
    wide upper = t->upper.micro;
    wide margin = t->margin.micro;
    if (a >= lower && a <= upper) {
        wide width = upper - lower;
        wide off = wide_abs(2 * a - lower - upper); /* twice the way from the midpoint */
        return width == 0 ? rational_of(arena, 100, 1) : in_band(arena, 2, width - off, width);
    }
    wide distance = a < lower ? lower - a : a - upper;
    if (distance >= 2 * margin) {
        return rational_of(arena, 0, 1);
    }
    return in_band(arena, 0, 2 * margin - distance, margin);
}

const struct rational *score_of(struct arena *arena, enum polarity polarity,
                                const struct judged_thresholds *thresholds, struct decimal value) {
    assert(polarity == POLARITY_INFO || thresholds->known);
    switch (polarity) {
    case POLARITY_HIGHER:
        return score_level(arena, thresholds, value, 1);
    case POLARITY_LOWER:
        return score_level(arena, thresholds, value, -1);
    case POLARITY_RANGE:
        return score_range(arena, thresholds, value);
    case POLARITY_BINARY:
        return rational_of(arena, decimal_compare(value, thresholds->target) == 0 ? 100 : 0, 1);
    case POLARITY_INFO:
        break;
    }
    return NULL;
}

enum status score_status(struct arena *arena, const struct rational *score) {
    if (rational_compare(score, rational_of(arena, 200, 3)) >= 0) {
        return STATUS_GREEN;
    }
    return rational_compare(score, rational_of(arena, 100, 3)) >= 0 ? STATUS_AMBER : STATUS_RED;
}

struct score score_make(const struct rational *exact) {
    struct score score = {.exact = exact};
    if (exact) {
        bool fits = rational_round(exact, DECIMAL_PLACES, &score.rounded);
        assert(fits);
    }
    return score;
}
