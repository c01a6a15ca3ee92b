#include "assess/score.h"

#include "assess/threshold.h"
#include "assess/wide.h"
#include <assert.h>

/* The point (part / whole) of the band that begins at `band` thirds. */
static const struct rational *in_band(struct arena *arena, int band, wide part, wide whole) {
    return wide_rational(arena, 100 * (band * whole + part), 3 * whole);
}

/* The same for differences of which a decimal cannot tell one: of value from low, high from low. */
static const struct rational *between(struct arena *arena, int band, const struct rational *part,
                                      const struct rational *whole) {
    const struct rational *share = rational_div(arena, part, whole);
    return rational_mul(arena, rational_add(arena, rational_of(arena, band, 1), share),
                        rational_of(arena, 100, 3));
}

static const struct rational *distance(struct arena *arena, struct exact from, struct exact to) {
    return rational_sub(arena, exact_rational(arena, to), exact_rational(arena, from));
}

/* The way from `low` to `value` on that from `low` to `high`, one of which is the better side. */
static const struct rational *on_line(struct arena *arena, int band, struct exact low,
                                      struct exact high, struct exact value) {
    if (low.fraction || high.fraction || value.fraction) {
        return between(arena, band, distance(arena, low, value), distance(arena, low, high));
    }
    wide from = low.rounded.micro;
    wide whole = high.rounded.micro - from;
    wide part = value.rounded.micro - from;
    return in_band(arena, band, wide_abs(part), wide_abs(whole));
}

static const struct rational *score_level(struct arena *arena, const struct judged_thresholds *t,
                                          struct exact value, int sign) {
    if (sign * exact_compare(value, threshold_stretch(t)) >= 0) {
        return rational_of(arena, 100, 1);
    }
    if (sign * exact_compare(value, threshold_target(t)) >= 0) {
        return on_line(arena, 2, threshold_target(t), threshold_stretch(t), value);
    }
    if (sign * exact_compare(value, threshold_red(t)) >= 0) {
        return on_line(arena, 1, threshold_red(t), threshold_target(t), value);
    }
    if (sign * exact_compare(value, threshold_worst(t)) > 0) {
        return on_line(arena, 0, threshold_worst(t), threshold_red(t), value);
    }
    return rational_of(arena, 0, 1);
}

/* The point of a band that is given by its edges: 100 in the middle. */
static const struct rational *inside(struct arena *arena, const struct judged_thresholds *t,
                                     struct exact value) {
    const struct rational *lower = exact_rational(arena, threshold_lower(t));
    const struct rational *upper = exact_rational(arena, threshold_upper(t));
    const struct rational *width = rational_sub(arena, upper, lower);
    if (rational_sign(width) == 0) {
        return rational_of(arena, 100, 1);
    }
    const struct rational *a = exact_rational(arena, value);
    const struct rational *from_lower = rational_sub(arena, a, lower);
    const struct rational *from_upper = rational_sub(arena, upper, a);
    bool nearer = rational_compare(from_lower, from_upper) < 0;
    const struct rational *way = nearer ? from_lower : from_upper;
    return between(arena, 2, rational_mul(arena, way, rational_of(arena, 2, 1)), width);
}

static const struct rational *score_range(struct arena *arena, const struct judged_thresholds *t,
                                          struct exact value) {
    bool below = exact_compare(value, threshold_lower(t)) < 0;
    if (!below && exact_compare(value, threshold_upper(t)) <= 0) {
        return inside(arena, t, value);
    }
    const struct rational *off = below ? distance(arena, value, threshold_lower(t))
                                       : distance(arena, threshold_upper(t), value);
    const struct rational *margin = exact_rational(arena, threshold_margin(t));
    const struct rational *left =
        rational_sub(arena, rational_mul(arena, margin, rational_of(arena, 2, 1)), off);
    return rational_sign(left) > 0 ? between(arena, 0, left, margin) : rational_of(arena, 0, 1);
}

const struct rational *score_of(struct arena *arena, enum polarity polarity,
                                const struct judged_thresholds *thresholds, struct exact value) {
    assert(polarity == POLARITY_INFO || thresholds->known);
    switch (polarity) {
    case POLARITY_HIGHER:
        return score_level(arena, thresholds, value, 1);
    case POLARITY_LOWER:
        return score_level(arena, thresholds, value, -1);
    case POLARITY_RANGE:
        return score_range(arena, thresholds, value);
    case POLARITY_BINARY:
        return rational_of(arena, exact_compare(value, threshold_target(thresholds)) ? 0 : 100, 1);
    case POLARITY_INFO:
        break;
    }
    return NULL;
}

enum status score_status(const struct rational *score) {
    if (rational_compare_of(score, 200, 3) >= 0) {
        return STATUS_GREEN;
    }
    return rational_compare_of(score, 100, 3) >= 0 ? STATUS_AMBER : STATUS_RED;
}

struct score score_make(const struct rational *exact) {
    struct score score = {.exact = exact};
    if (exact) {
        bool fits = rational_round(exact, DECIMAL_PLACES, &score.rounded);
        assert(fits);
    }
    return score;
}
