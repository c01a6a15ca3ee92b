#include "base/exact.h"

#include <assert.h>

__extension__ typedef __int128 wide;

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

bool exact_add(struct arena *arena, struct exact a, struct exact b, struct exact *out) {
    if (a.fraction || b.fraction)
        return exact_fraction(
            rational_add(arena, exact_rational(arena, a), exact_rational(arena, b)), out);
    struct decimal value;
    return decimal_add(a.rounded, b.rounded, &value) && keep(value, out);
}

bool exact_sub(struct arena *arena, struct exact a, struct exact b, struct exact *out) {
    if (a.fraction || b.fraction)
        return exact_fraction(
            rational_sub(arena, exact_rational(arena, a), exact_rational(arena, b)), out);
    struct decimal value;
    return decimal_sub(a.rounded, b.rounded, &value) && keep(value, out);
}

bool exact_mul(struct arena *arena, struct exact a, struct exact b, struct exact *out) {
    wide product = (wide)a.rounded.micro * b.rounded.micro;
    if (a.fraction || b.fraction || product % DECIMAL_ONE != 0)
        return exact_fraction(
            rational_mul(arena, exact_rational(arena, a), exact_rational(arena, b)), out);
    struct decimal value;
    return decimal_mul(a.rounded, b.rounded, &value) && keep(value, out);
}

bool exact_div(struct arena *arena, struct exact a, struct exact b, struct exact *out) {
    assert(exact_sign(b) != 0);
    wide scaled = (wide)a.rounded.micro * DECIMAL_ONE;
    if (a.fraction || b.fraction || scaled % b.rounded.micro != 0)
        return exact_fraction(
            rational_div(arena, exact_rational(arena, a), exact_rational(arena, b)), out);
    struct decimal value;
    return decimal_div(a.rounded, b.rounded, &value) && keep(value, out);
}

struct exact exact_abs(struct arena *arena, struct exact a) {
    if (exact_sign(a) >= 0)
        return a;
    const struct rational *zero = rational_of(arena, 0, 1);
    return exact_of(decimal_abs(a.rounded),
                    a.fraction ? rational_sub(arena, zero, a.fraction) : NULL);
}

int exact_compare(struct exact a, struct exact b) {
    int order = decimal_compare(a.rounded, b.rounded);
    if (order != 0 || (!a.fraction && !b.fraction))
        return order; /* rounding turns no order round */
    if (a.fraction && b.fraction)
        return rational_compare(a.fraction, b.fraction);
    return a.fraction ? rational_compare_decimal(a.fraction, b.rounded)
                      : -rational_compare_decimal(b.fraction, a.rounded);
}

int exact_sign(struct exact a) {
    return a.fraction ? rational_sign(a.fraction) : decimal_compare(a.rounded, decimal_micro(0));
}
