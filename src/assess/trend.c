#include "assess/trend.h"

#include "assess/threshold.h"
#include "assess/wide.h"
#include <assert.h>

/* ---- with decimals, which is the usual case ---- */

/* Everything here is multiplied by this, so that percentages of 10^-6 stay whole. */
#define SCALE (100 * (wide)DECIMAL_ONE)

/* The dead band x SCALE; thresholds are known where the measure is judged. */
static wide band_width(const struct trend_input *input) {
    const struct judged_thresholds *t = input->thresholds;
    if (input->dead_band->known) {
        return wide_abs(input->dead_band->value.micro) * SCALE;
    }
    switch (input->polarity) {
    case POLARITY_HIGHER:
    case POLARITY_LOWER:
        return wide_abs((wide)t->target.micro - t->red.micro) * input->dead_percent.micro;
    case POLARITY_RANGE:
        return (wide)t->margin.micro * input->dead_percent.micro;
    case POLARITY_BINARY:
    case POLARITY_INFO:
        break;
    }
    return 0;
}

static wide larger(wide a, wide b) {
    return a > b ? a : b;
}

/* How far n x value is from where it should be, n-fold; smaller is better. */
static wide badness(const struct trend_input *input, wide value, wide n) {
    const struct judged_thresholds *t = input->thresholds;
    switch (input->polarity) {
    case POLARITY_HIGHER:
        return -value;
    case POLARITY_LOWER:
        return value;
    case POLARITY_RANGE:
        return larger(0, larger(n * t->lower.micro - value, value - n * t->upper.micro));
    case POLARITY_BINARY:
    case POLARITY_INFO: /* of no use: it has no goodness */
        break;
    }
    return wide_abs(n * t->target.micro - value);
}

static int beyond_band(wide change, wide band) {
    return (change > band) - (change < -band);
}

/* How a figure moved, and how much nearer it came to where it should be: signs beyond the band. */
struct move {
    int change, better;
};

static struct move move_of(const struct trend_input *input, struct exact now,
                           const struct exact *older, size_t count) {
    wide n = (wide)count, band = band_width(input), sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += older[i].rounded.micro;
    }
    wide current = n * now.rounded.micro;
    wide better = badness(input, sum, n) - badness(input, current, n);
    return (struct move){beyond_band((current - sum) * SCALE, n * band),
                         beyond_band(better * SCALE, n * band)};
}

/* ---- with fractions ---- */

static bool all_decimals(const struct judged_thresholds *t, struct exact now,
                         const struct exact *older, size_t count) {
    const struct judged_exactly *e = &t->exact;
    bool fraction = now.fraction || e->target || e->red || e->lower || e->upper || e->margin;
    for (size_t i = 0; i < count; i++) {
        fraction = fraction || older[i].fraction;
    }
    return !fraction;
}

static const struct rational *absolute(struct arena *arena, const struct rational *a) {
    return rational_sign(a) < 0 ? rational_sub(arena, rational_of(arena, 0, 1), a) : a;
}

static const struct rational *exact_band(struct arena *arena, const struct trend_input *input) {
    const struct judged_thresholds *t = input->thresholds;
    if (input->dead_band->known) {
        return rational_decimal(arena, decimal_abs(input->dead_band->value));
    }
    if (input->polarity == POLARITY_BINARY || input->polarity == POLARITY_INFO) {
        return rational_of(arena, 0, 1);
    }
    const struct rational *width = exact_rational(arena, threshold_margin(t));
    if (input->polarity != POLARITY_RANGE) {
        width = absolute(arena, rational_sub(arena, exact_rational(arena, threshold_target(t)),
                                             exact_rational(arena, threshold_red(t))));
    }
    const struct rational *share = rational_decimal(arena, input->dead_percent);
    return rational_div(arena, rational_mul(arena, width, share), rational_of(arena, 100, 1));
}

static const struct rational *exact_badness(struct arena *arena, const struct trend_input *input,
                                            const struct rational *value) {
    const struct judged_thresholds *t = input->thresholds;
    if (input->polarity == POLARITY_HIGHER || input->polarity == POLARITY_LOWER) {
        int64_t sign = input->polarity == POLARITY_HIGHER ? -1 : 1;
        return rational_mul(arena, value, rational_of(arena, sign, 1));
    }
    if (input->polarity != POLARITY_RANGE) {
        return absolute(arena,
                        rational_sub(arena, value, exact_rational(arena, threshold_target(t))));
    }
    const struct rational *below =
        rational_sub(arena, exact_rational(arena, threshold_lower(t)), value);
    const struct rational *above =
        rational_sub(arena, value, exact_rational(arena, threshold_upper(t)));
    const struct rational *off = rational_compare(below, above) > 0 ? below : above;
    return rational_sign(off) > 0 ? off : rational_of(arena, 0, 1);
}

static int beyond_exactly(struct arena *arena, const struct rational *change,
                          const struct rational *band) {
    int sign = rational_sign(change);
    return rational_compare(absolute(arena, change), band) > 0 ? sign : 0;
}

static struct move move_exactly(struct arena *arena, const struct trend_input *input,
                                struct exact now, const struct exact *older, size_t count) {
    const struct rational *before = rational_of(arena, 0, 1);
    for (size_t i = 0; i < count; i++) {
        before = rational_add(arena, before, exact_rational(arena, older[i]));
    }
    before = rational_div(arena, before, rational_of(arena, (int64_t)count, 1));
    const struct rational *current = exact_rational(arena, now);
    const struct rational *band = exact_band(arena, input);
    const struct rational *better = rational_sub(arena, exact_badness(arena, input, before),
                                                 exact_badness(arena, input, current));
    return (struct move){beyond_exactly(arena, rational_sub(arena, current, before), band),
                         beyond_exactly(arena, better, band)};
}

/* ---- either way ---- */

static enum direction direction_of(int sign) {
    if (sign == 0) {
        return DIRECTION_FLAT;
    }
    return sign > 0 ? DIRECTION_UP : DIRECTION_DOWN;
}

/* sign: +1 got better. */
static enum goodness goodness_of(int sign) {
    if (sign == 0) {
        return GOODNESS_STEADY;
    }
    return sign > 0 ? GOODNESS_IMPROVING : GOODNESS_WORSENING;
}

struct trend trend_of(struct arena *arena, const struct trend_input *input, struct exact now,
                      const struct exact *older, size_t count) {
    assert(count > 0);
    struct trend trend = {.direction = DIRECTION_UNKNOWN};
    bool judged = input->polarity != POLARITY_INFO;
    if (judged && !input->thresholds->known) {
        return trend;
    }
    struct move move = all_decimals(input->thresholds, now, older, count)
                           ? move_of(input, now, older, count)
                           : move_exactly(arena, input, now, older, count);
    trend.direction = direction_of(move.change);
    if (judged) {
        trend.goodness = goodness_of(move.better);
    }
    return trend;
}

struct trend trend_score(struct arena *arena, struct decimal dead_percent,
                         const struct rational *now, const struct rational *before) {
    struct trend trend = {.direction = DIRECTION_UNKNOWN};
    if (!now || !before) {
        return trend;
    }
    const struct rational *change = rational_sub(arena, now, before);
    /* dead_percent per cent of 100/3 points */
    const struct rational *band = rational_of(arena, dead_percent.micro, 3 * DECIMAL_ONE);
    int sign = beyond_exactly(arena, change, band);
    trend.direction = direction_of(sign);
    trend.goodness = goodness_of(sign);
    return trend;
}
