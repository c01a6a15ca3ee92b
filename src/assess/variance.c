#include "assess/variance.h"

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
static struct decimal edge_of(const struct judged_thresholds *band, struct decimal actual) {
    if (decimal_compare(actual, band->lower) < 0) {
        return band->lower;
    }
    return decimal_compare(actual, band->upper) > 0 ? band->upper : actual;
}

struct variance variance_of(enum polarity polarity, bool percent_measure, struct decimal actual,
                            struct decimal target, const struct judged_thresholds *thresholds) {
    struct variance v = {.known = false};
    struct decimal from = target;
    if (polarity == POLARITY_RANGE) {
        if (!thresholds->known) {
            return v;
        }
        from = edge_of(thresholds, actual);
    }
    wide difference = (wide)actual.micro - from.micro;
    if (!wide_decimal(difference, &v.difference)) {
        return v;
    }
    v.known = true;
    v.favourable = effect(polarity, decimal_compare(actual, from));
    if (percent_measure) {
        return v;
    }
    if (!decimal_zero(from)) {
        wide percent = wide_divide(difference * 100 * DECIMAL_ONE, wide_abs(from.micro));
        v.has_percent = wide_decimal(percent, &v.percent);
    } else if (polarity == POLARITY_RANGE && difference == 0) {
        v.has_percent = true; /* inside the band is 0 % off, whatever the value */
    }
    return v;
}
