#include "assess/variance.h"

#include "assess/threshold.h"
#include "assess/wide.h"

static int effect(enum polarity polarity, struct decimal actual, int sign,
                  const struct judged_thresholds *thresholds) {
    switch (polarity) {
    case POLARITY_HIGHER:
        return sign;
    case POLARITY_LOWER:
        return -sign;
    case POLARITY_BINARY:
        return sign ? -1 : 0;
    case POLARITY_RANGE:
        return thresholds->known && threshold_distance(thresholds, actual).micro > 0 ? -1 : 0;
    case POLARITY_INFO:
        break;
    }
    return 0;
}

struct variance variance_of(enum polarity polarity, bool percent_measure, struct decimal actual,
                            struct decimal target, const struct judged_thresholds *thresholds) {
    struct variance v = {.known = false};
    wide difference = (wide)actual.micro - target.micro;
    if (!wide_decimal(difference, &v.difference)) {
        return v;
    }
    v.known = true;
    v.favourable = effect(polarity, actual, decimal_compare(actual, target), thresholds);
    if (!percent_measure && !decimal_zero(target)) {
        wide percent = wide_divide(difference * 100 * DECIMAL_ONE, wide_abs(target.micro));
        v.has_percent = wide_decimal(percent, &v.percent);
    }
    return v;
}
