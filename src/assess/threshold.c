#include "assess/threshold.h"

#include "assess/wide.h"
#include <assert.h>

/* +1 where more is better, -1 where less is. */
static int good_side(enum polarity polarity) {
    return polarity == POLARITY_LOWER ? -1 : 1;
}

static int beyond(enum polarity polarity, struct exact a, struct exact b) {
    return good_side(polarity) * exact_compare(a, b);
}

static void set(struct exact value, struct decimal *rounded, const struct rational **fraction) {
    *rounded = value.rounded;
    *fraction = value.fraction;
}

/* One figure of the sheet; side: where a deviation lies, +1 above the target, -1 below. */
static bool figure(struct arena *arena, const struct threshold *given,
                   const struct quantity *quantity, struct exact target, int side,
                   struct exact *out) {
    struct exact number = exact_decimal(quantity->value);
    switch (given->method) {
    case THRESHOLD_RATIO:
        return exact_mul(arena, number, target, out);
    case THRESHOLD_DEVIATION:
        return side > 0 ? exact_add(arena, target, number, out)
                        : exact_sub(arena, target, number, out);
    case THRESHOLD_ABSOLUTE:
        break;
    }
    *out = number;
    return true;
}

/* So many per cent of the target's size. */
static bool share_of(struct arena *arena, struct exact target, struct decimal percent,
                     struct exact *out) {
    const int64_t whole = 100 * DECIMAL_ONE;
    if (!target.fraction) {
        return wide_exact(arena, wide_abs((wide)percent.micro * target.rounded.micro), whole, out);
    }
    const struct rational *share = rational_of(arena, percent.micro, whole);
    return exact_fraction(rational_mul(arena, exact_abs(arena, target).fraction, share), out);
}

static bool default_red(struct arena *arena, enum polarity polarity, bool percent,
                        struct exact target, const struct settings *settings, struct exact *out) {
    struct exact share = exact_decimal(settings->tolerance);
    if (!(percent && settings->tolerance_in_points) &&
        !share_of(arena, target, settings->tolerance, &share)) {
        return false;
    }
    return good_side(polarity) > 0 ? exact_sub(arena, target, share, out)
                                   : exact_add(arena, target, share, out);
}

enum threshold_result threshold_complete(struct arena *arena, enum polarity polarity,
                                         struct judged_thresholds *t) {
    struct exact target = threshold_target(t), red = threshold_red(t);
    if (beyond(polarity, target, red) <= 0) {
        return THRESHOLD_ORDER;
    }
    struct exact gap, stretch = threshold_stretch(t), worst = threshold_worst(t);
    bool fits = true;
    if (!t->stretch_given) {
        fits = exact_sub(arena, target, red, &gap) && exact_add(arena, target, gap, &stretch);
    }
    if (t->worst_default) {
        fits = fits && exact_sub(arena, target, red, &gap) && exact_sub(arena, red, gap, &worst);
    }
    if (!fits) {
        return THRESHOLD_OVERFLOW;
    }
    if (beyond(polarity, stretch, target) < 0 || beyond(polarity, red, worst) < 0) {
        return THRESHOLD_ORDER;
    }
    set(stretch, &t->stretch, &t->exact.stretch);
    set(worst, &t->worst, &t->exact.worst);
    t->stretch_default = !t->stretch_given;
    t->known = true;
    return THRESHOLD_KNOWN;
}

static enum threshold_result resolve_level(struct arena *arena, enum polarity polarity,
                                           bool percent, const struct threshold *given,
                                           const struct settings *settings,
                                           struct judged_thresholds *t) {
    int good = good_side(polarity);
    struct exact target = threshold_target(t);
    struct exact red = {0}, stretch = {0}, worst = {0};
    t->red_default = !given->red.known;
    t->stretch_given = given->stretch.known;
    t->worst_default = !given->worst.known;
    if (t->red_default && exact_sign(target) == 0 && !(percent && settings->tolerance_in_points)) {
        return THRESHOLD_ZERO_TARGET;
    }
    bool fits = t->red_default ? default_red(arena, polarity, percent, target, settings, &red)
                               : figure(arena, given, &given->red, target, -good, &red);
    if (t->stretch_given) {
        fits = fits && figure(arena, given, &given->stretch, target, good, &stretch);
    }
    if (!t->worst_default) {
        fits = fits && figure(arena, given, &given->worst, target, -good, &worst);
    }
    if (!fits) {
        return THRESHOLD_OVERFLOW;
    }
    set(red, &t->red, &t->exact.red);
    set(stretch, &t->stretch, &t->exact.stretch);
    set(worst, &t->worst, &t->exact.worst);
    return threshold_complete(arena, polarity, t);
}

static enum threshold_result resolve_range(struct arena *arena, const struct threshold *given,
                                           bool targeted, struct judged_thresholds *t) {
    if (!given->lower.known || !given->upper.known || !given->margin.known) {
        return THRESHOLD_INCOMPLETE;
    }
    if (given->method != THRESHOLD_ABSOLUTE && !targeted) {
        return THRESHOLD_NO_TARGET;
    }
    struct exact target = threshold_target(t), lower, upper;
    struct exact margin = exact_decimal(given->margin.value);
    if (!figure(arena, given, &given->lower, target, -1, &lower) ||
        !figure(arena, given, &given->upper, target, 1, &upper) ||
        (given->method == THRESHOLD_RATIO && !exact_mul(arena, margin, target, &margin))) {
        return THRESHOLD_OVERFLOW;
    }
    if (exact_compare(lower, upper) > 0 || exact_sign(margin) <= 0) {
        return THRESHOLD_ORDER;
    }
    set(lower, &t->lower, &t->exact.lower);
    set(upper, &t->upper, &t->exact.upper);
    set(margin, &t->margin, &t->exact.margin);
    t->known = true;
    return THRESHOLD_KNOWN;
}

static enum threshold_result resolve(struct arena *arena, enum polarity polarity, bool percent,
                                     const struct threshold *given, bool targeted,
                                     const struct settings *settings, struct judged_thresholds *t) {
    switch (polarity) {
    case POLARITY_INFO:
        return THRESHOLD_NO_TARGET;
    case POLARITY_RANGE:
        return resolve_range(arena, given, targeted, t);
    case POLARITY_BINARY:
        t->known = targeted;
        return targeted ? THRESHOLD_KNOWN : THRESHOLD_NO_TARGET;
    case POLARITY_HIGHER:
    case POLARITY_LOWER:
        break;
    }
    return targeted ? resolve_level(arena, polarity, percent, given, settings, t)
                    : THRESHOLD_NO_TARGET;
}

enum threshold_result threshold_resolve(struct arena *arena, enum polarity polarity, bool percent,
                                        const struct threshold *given, const struct exact *target,
                                        const struct settings *settings,
                                        struct judged_thresholds *out) {
    static const struct threshold blank = {.method = THRESHOLD_ABSOLUTE};
    struct judged_thresholds t = {.known = false};
    if (target) {
        set(*target, &t.target, &t.exact.target);
    }
    enum threshold_result result =
        resolve(arena, polarity, percent, given ? given : &blank, target, settings, &t);
    *out = result == THRESHOLD_KNOWN ? t : (struct judged_thresholds){.known = false};
    return result;
}

/* Off the band by no more than the margin?  value lies off it. */
static bool near_band(struct arena *arena, const struct judged_thresholds *t, struct exact value) {
    bool below = exact_compare(value, threshold_lower(t)) < 0;
    struct exact edge = below ? threshold_lower(t) : threshold_upper(t), distance;
    return exact_sub(arena, below ? edge : value, below ? value : edge, &distance) &&
           exact_compare(distance, threshold_margin(t)) <= 0;
}

static enum status level_status(enum polarity polarity, const struct judged_thresholds *t,
                                struct exact value) {
    if (t->stretch_given && beyond(polarity, value, threshold_stretch(t)) >= 0) {
        return STATUS_EXCEEDS;
    }
    if (beyond(polarity, value, threshold_target(t)) >= 0) {
        return STATUS_GREEN;
    }
    return beyond(polarity, value, threshold_red(t)) >= 0 ? STATUS_AMBER : STATUS_RED;
}

enum status threshold_status(struct arena *arena, enum polarity polarity,
                             const struct judged_thresholds *thresholds, struct exact value) {
    if (polarity == POLARITY_INFO) {
        return STATUS_UNSCORED;
    }
    assert(thresholds->known);
    if (polarity == POLARITY_BINARY) {
        return exact_compare(value, threshold_target(thresholds)) == 0 ? STATUS_GREEN : STATUS_RED;
    }
    if (polarity == POLARITY_RANGE) {
        if (exact_compare(value, threshold_lower(thresholds)) >= 0 &&
            exact_compare(value, threshold_upper(thresholds)) <= 0) {
            return STATUS_GREEN;
        }
        return near_band(arena, thresholds, value) ? STATUS_AMBER : STATUS_RED;
    }
    return level_status(polarity, thresholds, value);
}
