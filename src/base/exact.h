/* exact: a figure as it is judged, with the decimal it is shown by (domain.md section 4, rule 1).
 *
 * Nearly every figure of a scorecard has six decimals or fewer and is its decimal; a third is not.
 * Only such a one has a fraction beside it, so that the usual case costs no memory.  Whoever
 * compares or goes on computing takes both, whoever prints takes `rounded`.  Immutable; the
 * fraction lives in the arena it was made in. */
#ifndef BASE_EXACT_H
#define BASE_EXACT_H

#include "base/rational.h"

struct exact {
    struct decimal rounded; /* half away from zero to 10^-6 */
    const struct rational
        *fraction; /* NULL: rounded is exact; never a fraction that a decimal is */
};

static inline struct exact exact_of(struct decimal rounded, const struct rational *fraction) {
    return (struct exact){rounded, fraction};
}

static inline struct exact exact_decimal(struct decimal value) {
    return (struct exact){value, NULL};
}

/* False if the rounded value does not fit a decimal; then *out is left alone.  The same below. */
bool exact_fraction(const struct rational *value, struct exact *out);
bool exact_add_fractions(struct arena *arena, struct exact a, struct exact b, struct exact *out);
bool exact_sub_fractions(struct arena *arena, struct exact a, struct exact b, struct exact *out);
bool exact_mul(struct arena *arena, struct exact a, struct exact b, struct exact *out);
/* b must not be 0 (asserted). */
bool exact_div(struct arena *arena, struct exact a, struct exact b, struct exact *out);
struct exact exact_abs(struct arena *arena, struct exact a);

const struct rational *exact_rational(struct arena *arena, struct exact a);
/* Needs no memory. */
int exact_compare_fractions(struct exact a, struct exact b);

/* The usual case, decimals, costs no call: these are done some million times for a large book. */
static inline bool exact_add(struct arena *arena, struct exact a, struct exact b,
                             struct exact *out) {
    if (a.fraction || b.fraction)
        return exact_add_fractions(arena, a, b, out);
    struct decimal sum;
    if (!decimal_add(a.rounded, b.rounded, &sum))
        return false;
    *out = exact_decimal(sum);
    return true;
}

static inline bool exact_sub(struct arena *arena, struct exact a, struct exact b,
                             struct exact *out) {
    if (a.fraction || b.fraction)
        return exact_sub_fractions(arena, a, b, out);
    struct decimal difference;
    if (!decimal_sub(a.rounded, b.rounded, &difference))
        return false;
    *out = exact_decimal(difference);
    return true;
}

static inline int exact_compare(struct exact a, struct exact b) {
    int order = decimal_compare(a.rounded, b.rounded); /* rounding turns no order round */
    return order == 0 && (a.fraction || b.fraction) ? exact_compare_fractions(a, b) : order;
}

static inline int exact_sign(struct exact a) {
    return a.fraction ? rational_sign(a.fraction) : decimal_compare(a.rounded, decimal_micro(0));
}

#endif
