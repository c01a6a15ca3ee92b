#include "assess/variance.h"

#include "assess/threshold.h"
#include "assess/wide.h"

/* sign: of the difference. */
static int effect(enum polarity polarity, int sign) {
    switch (polarity) {
    case POLARITY_HIGHER:
        return sign;
    case POLARITY_LOWER:
        return -sign;
    case POLARITY_BINARY:
        return sign ? -1 : 0;
    case POLARITY_RANGE: /* either side of the band is bad */
        return sign ? -1 : 0;
    case POLARITY_INFO:
        break;
    }
    return 0;
}

/* Where a range is measured from: the edge that was passed, inside the band the value itself. */
static struct exact edge_of(const struct judged_thresholds *band, struct exact actual) {
    if (exact_compare(actual, threshold_lower(band)) < 0) {
        return threshold_lower(band);
    }
    return exact_compare(actual, threshold_upper(band)) > 0 ? threshold_upper(band) : actual;
}

static bool percent_of(struct arena *arena, struct exact difference, struct exact from,
                       struct decimal *out) {
    if (!difference.fraction && !from.fraction) {
        wide percent = (wide)difference.rounded.micro * 100 * DECIMAL_ONE;
        return wide_decimal(wide_divide(percent, wide_abs(from.rounded.micro)), out);
    }
    const struct rational *share = rational_div(arena, exact_rational(arena, difference),
                                                exact_rational(arena, exact_abs(arena, from)));
    return rational_round(rational_mul(arena, share, rational_of(arena, 100, 1)), DECIMAL_PLACES,
                          out);
}

struct variance variance_of(struct arena *arena, enum polarity polarity, bool percent_measure,
                            struct exact actual, struct exact target,
                            const struct judged_thresholds *thresholds) {
    struct variance v = {.known = false};
    struct exact from = target, difference;
    if (polarity == POLARITY_RANGE) {
        if (!thresholds->known) {
            return v;
        }
        from = edge_of(thresholds, actual);
    }
    if (!exact_sub(arena, actual, from, &difference)) {
        return v;
    }
    v.known = true;
    v.difference = difference.rounded;
    v.side = exact_sign(difference);
    v.favourable = effect(polarity, v.side);
    if (percent_measure) {
        return v;
    }
    if (exact_sign(from) != 0) {
        v.has_percent = percent_of(arena, difference, from, &v.percent);
    } else if (polarity == POLARITY_RANGE && v.side == 0) {
        v.has_percent = true; /* inside the band is 0 % off, whatever the value */
    }
    return v;
}
