#include "base/exact.h"

#include <assert.h>

bool exact_fraction(const struct rational *value, struct exact *out) {
    struct decimal rounded;
    if (!rational_round(value, DECIMAL_PLACES, &rounded))
        return false;
    *out = exact_of(rounded, rational_compare_decimal(value, rounded) == 0 ? NULL : value);
    return true;
}

static bool keep(struct decimal value, struct exact *out) {
    *out = exact_decimal(value);
    return true;
}

const struct rational *exact_rational(struct arena *arena, struct exact a) {
    return a.fraction ? a.fraction : rational_decimal(arena, a.rounded);
}

bool exact_add_fractions(struct arena *arena, struct exact a, struct exact b, struct exact *out) {
    return exact_fraction(rational_add(arena, exact_rational(arena, a), exact_rational(arena, b)),
                          out);
}

bool exact_sub_fractions(struct arena *arena, struct exact a, struct exact b, struct exact *out) {
    return exact_fraction(rational_sub(arena, exact_rational(arena, a), exact_rational(arena, b)),
                          out);
}

bool exact_mul(struct arena *arena, struct exact a, struct exact b, struct exact *out) {
    int64_t product; /* small figures are multiplied in one word */
    bool small = !a.fraction && !b.fraction &&
                 !__builtin_mul_overflow(a.rounded.micro, b.rounded.micro, &product);
    if (small && product % DECIMAL_ONE == 0)
        return keep(decimal_micro(product / DECIMAL_ONE), out);
    return exact_fraction(rational_mul(arena, exact_rational(arena, a), exact_rational(arena, b)),
                          out);
}

bool exact_div(struct arena *arena, struct exact a, struct exact b, struct exact *out) {
    assert(exact_sign(b) != 0);
    int64_t scaled;
    bool small = !a.fraction && !b.fraction &&
                 !__builtin_mul_overflow(a.rounded.micro, DECIMAL_ONE, &scaled);
    if (small && scaled % b.rounded.micro == 0)
        return keep(decimal_micro(scaled / b.rounded.micro), out);
    return exact_fraction(rational_div(arena, exact_rational(arena, a), exact_rational(arena, b)),
                          out);
}

struct exact exact_abs(struct arena *arena, struct exact a) {
    if (exact_sign(a) >= 0)
        return a;
    const struct rational *zero = rational_of(arena, 0, 1);
    return exact_of(decimal_abs(a.rounded),
                    a.fraction ? rational_sub(arena, zero, a.fraction) : NULL);
}

int exact_compare_fractions(struct exact a, struct exact b) {
    if (a.fraction && b.fraction)
        return rational_compare(a.fraction, b.fraction);
    return a.fraction ? rational_compare_decimal(a.fraction, b.rounded)
                      : -rational_compare_decimal(b.fraction, a.rounded);
}
