#include "assess/threshold.h"

#include "assess/wide.h"
#include <assert.h>

/* +1 where more is better, -1 where less is. */
static int good_side(enum polarity polarity) {
    return polarity == POLARITY_LOWER ? -1 : 1;
}

static int beyond(enum polarity polarity, struct decimal a, struct decimal b) {
    return good_side(polarity) * decimal_compare(a, b);
}

/* One figure of the sheet; side: where a deviation lies, +1 above the target, -1 below. */
static bool figure(enum threshold_method method, struct decimal given, struct decimal target,
                   int side, struct decimal *out) {
    switch (method) {
    case THRESHOLD_RATIO:
        return decimal_mul(given, target, out);
    case THRESHOLD_DEVIATION:
        return side > 0 ? decimal_add(target, given, out) : decimal_sub(target, given, out);
    case THRESHOLD_ABSOLUTE:
        break;
    }
    *out = given;
    return true;
}

static bool default_red(enum polarity polarity, bool percent, struct decimal target,
                        const struct settings *settings, struct decimal *out) {
    struct decimal share = settings->tolerance;
    if (!(percent && settings->tolerance_in_points)) {
        wide product = wide_abs((wide)settings->tolerance.micro * target.micro);
        if (!wide_decimal(wide_divide(product, 100 * (wide)DECIMAL_ONE), &share)) {
            return false;
        }
    }
    return good_side(polarity) > 0 ? decimal_sub(target, share, out)
                                   : decimal_add(target, share, out);
}

enum threshold_result threshold_complete(enum polarity polarity, struct judged_thresholds *t) {
    if (beyond(polarity, t->target, t->red) <= 0) {
        return THRESHOLD_ORDER;
    }
    wide gap = (wide)t->target.micro - t->red.micro;
    if (!t->stretch_given && !wide_decimal(t->target.micro + gap, &t->stretch)) {
        return THRESHOLD_OVERFLOW;
    }
    if (t->worst_default && !wide_decimal(t->red.micro - gap, &t->worst)) {
        return THRESHOLD_OVERFLOW;
    }
    if (beyond(polarity, t->stretch, t->target) < 0 || beyond(polarity, t->red, t->worst) < 0) {
        return THRESHOLD_ORDER;
    }
    t->stretch_default = !t->stretch_given;
    t->known = true;
    return THRESHOLD_KNOWN;
}

static enum threshold_result resolve_level(enum polarity polarity, bool percent,
                                           const struct threshold *given,
                                           const struct settings *settings,
                                           struct judged_thresholds *t) {
    bool fits = true;
    int good = good_side(polarity);
    t->red_default = !given->red.known;
    t->stretch_given = given->stretch.known;
    t->worst_default = !given->worst.known;
    if (!t->red_default) {
        fits = figure(given->method, given->red.value, t->target, -good, &t->red);
    } else if (decimal_zero(t->target) && !(percent && settings->tolerance_in_points)) {
        return THRESHOLD_ZERO_TARGET;
    } else {
        fits = default_red(polarity, percent, t->target, settings, &t->red);
    }
    if (fits && t->stretch_given) {
        fits = figure(given->method, given->stretch.value, t->target, good, &t->stretch);
    }
    if (fits && !t->worst_default) {
        fits = figure(given->method, given->worst.value, t->target, -good, &t->worst);
    }
    return fits ? threshold_complete(polarity, t) : THRESHOLD_OVERFLOW;
}

static enum threshold_result resolve_range(const struct threshold *given, bool targeted,
                                           struct judged_thresholds *t) {
    if (!given->lower.known || !given->upper.known || !given->margin.known) {
        return THRESHOLD_INCOMPLETE;
    }
    if (given->method != THRESHOLD_ABSOLUTE && !targeted) {
        return THRESHOLD_NO_TARGET;
    }
    t->margin = given->margin.value;
    if (!figure(given->method, given->lower.value, t->target, -1, &t->lower) ||
        !figure(given->method, given->upper.value, t->target, 1, &t->upper) ||
        (given->method == THRESHOLD_RATIO &&
         !decimal_mul(given->margin.value, t->target, &t->margin))) {
        return THRESHOLD_OVERFLOW;
    }
    if (decimal_compare(t->lower, t->upper) > 0 || t->margin.micro <= 0) {
        return THRESHOLD_ORDER;
    }
    t->known = true;
    return THRESHOLD_KNOWN;
}

static enum threshold_result resolve(enum polarity polarity, bool percent,
                                     const struct threshold *given, bool targeted,
                                     const struct settings *settings, struct judged_thresholds *t) {
    switch (polarity) {
    case POLARITY_INFO:
        return THRESHOLD_NO_TARGET;
    case POLARITY_RANGE:
        return resolve_range(given, targeted, t);
    case POLARITY_BINARY:
        t->known = targeted;
        return targeted ? THRESHOLD_KNOWN : THRESHOLD_NO_TARGET;
    case POLARITY_HIGHER:
    case POLARITY_LOWER:
        break;
    }
    return targeted ? resolve_level(polarity, percent, given, settings, t) : THRESHOLD_NO_TARGET;
}

enum threshold_result threshold_resolve(enum polarity polarity, bool percent,
                                        const struct threshold *given, const struct decimal *target,
                                        const struct settings *settings,
                                        struct judged_thresholds *out) {
    static const struct threshold blank = {.method = THRESHOLD_ABSOLUTE};
    struct judged_thresholds t = {.known = false};
    if (target) {
        t.target = *target;
    }
    enum threshold_result result =
        resolve(polarity, percent, given ? given : &blank, target, settings, &t);
    *out = result == THRESHOLD_KNOWN ? t : (struct judged_thresholds){.known = false};
    return result;
}

struct decimal threshold_distance(const struct judged_thresholds *thresholds,
                                  struct decimal value) {
    wide below = (wide)thresholds->lower.micro - value.micro;
    wide above = (wide)value.micro - thresholds->upper.micro;
    wide distance = below > above ? below : above;
    if (distance <= 0) {
        return decimal_micro(0);
    }
    return decimal_micro(distance > INT64_MAX ? INT64_MAX : (int64_t)distance);
}

static enum status level_status(enum polarity polarity, const struct judged_thresholds *t,
                                struct decimal value) {
    if (t->stretch_given && beyond(polarity, value, t->stretch) >= 0) {
        return STATUS_EXCEEDS;
    }
    if (beyond(polarity, value, t->target) >= 0) {
        return STATUS_GREEN;
    }
    return beyond(polarity, value, t->red) >= 0 ? STATUS_AMBER : STATUS_RED;
}

enum status threshold_status(enum polarity polarity, const struct judged_thresholds *thresholds,
                             struct decimal value) {
    if (polarity == POLARITY_INFO) {
        return STATUS_UNSCORED;
    }
    assert(thresholds->known);
    if (polarity == POLARITY_BINARY) {
        return decimal_compare(value, thresholds->target) == 0 ? STATUS_GREEN : STATUS_RED;
    }
    if (polarity == POLARITY_RANGE) {
        struct decimal distance = threshold_distance(thresholds, value);
        if (decimal_zero(distance)) {
            return STATUS_GREEN;
        }
        return decimal_compare(distance, thresholds->margin) <= 0 ? STATUS_AMBER : STATUS_RED;
    }
    return level_status(polarity, thresholds, value);
}
