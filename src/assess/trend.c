#include "assess/trend.h"

#include "assess/wide.h"
#include <assert.h>

/* Everything below is multiplied by this, so that percentages of 10^-6 stay whole. */
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
    case POLARITY_INFO: /* never asked: it has no goodness */
        break;
    }
    return wide_abs(n * t->target.micro - value);
}

static int beyond_band(wide change, wide band) {
    return (change > band) - (change < -band);
}

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

struct trend trend_of(const struct trend_input *input, struct decimal now,
                      const struct decimal *older, size_t count) {
    assert(count > 0);
    struct trend trend = {.direction = DIRECTION_UNKNOWN};
    bool judged = input->polarity != POLARITY_INFO;
    if (judged && !input->thresholds->known) {
        return trend;
    }
    wide band = band_width(input);
    wide n = (wide)count;
    wide sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += older[i].micro;
    }
    wide current = n * now.micro;
    trend.direction = direction_of(beyond_band((current - sum) * SCALE, n * band));
    if (judged) {
        wide better = badness(input, sum, n) - badness(input, current, n);
        trend.goodness = goodness_of(beyond_band(better * SCALE, n * band));
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
    int sign = 0;
    if (rational_compare(change, band) > 0) {
        sign = 1;
    } else if (rational_compare(rational_sub(arena, rational_of(arena, 0, 1), change), band) > 0) {
        sign = -1;
    }
    trend.direction = direction_of(sign);
    trend.goodness = goodness_of(sign);
    return trend;
}
