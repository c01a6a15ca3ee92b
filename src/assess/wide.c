#include "assess/wide.h"

#include <assert.h>

/* Most numbers fit one word, in which dividing costs a fraction. */
static bool in_a_word(wide n, wide d) {
    return n == (int64_t)n && d == (int64_t)d;
}

static wide whole_of(wide n, wide d) {
    return in_a_word(n, d) ? (int64_t)n / (int64_t)d : n / d;
}

wide wide_divide(wide n, wide d) {
    assert(d > 0);
    wide whole = whole_of(n, d);
    wide rest = wide_abs(n - whole * d);
    if (rest >= d - rest) {
        whole += n < 0 ? -1 : 1;
    }
    return whole;
}

bool wide_decimal(wide micro, struct decimal *out) {
    /* INT64_MIN is left out so that every decimal has an absolute value */
    if (micro > INT64_MAX || micro < -(wide)INT64_MAX) {
        return false;
    }
    *out = decimal_micro((int64_t)micro);
    return true;
}

const char *wide_text(struct arena *arena, wide micro) {
    char digits[48];
    size_t first = sizeof digits - 1, last = first;
    wide rest = wide_abs(micro);
    for (int place = -DECIMAL_PLACES; place <= 0 || rest > 0; place++) {
        if (place == 0) {
            digits[--first] = '.';
        }
        digits[--first] = (char)('0' + (int)(rest % 10));
        rest /= 10;
    }
    while (digits[last - 1] == '0') {
        last--;
    }
    last -= digits[last - 1] == '.';
    digits[last] = '\0';
    return arena_printf(arena, "%s%s", micro < 0 ? "-" : "", &digits[first]);
}

static const struct rational *whole_number(struct arena *arena, wide n) {
    const int64_t limb = INT64_C(1) << 62;
    wide high = n / limb;
    assert(high > -limb && high < limb);
    const struct rational *low = rational_of(arena, (int64_t)(n % limb), 1);
    if (high == 0) {
        return low;
    }
    const struct rational *shifted =
        rational_mul(arena, rational_of(arena, (int64_t)high, 1), rational_of(arena, limb, 1));
    return rational_add(arena, shifted, low);
}

const struct rational *wide_rational(struct arena *arena, wide n, wide d) {
    assert(d > 0);
    if (wide_abs(n) <= INT64_MAX && d <= INT64_MAX) {
        return rational_of(arena, (int64_t)n, (int64_t)d);
    }
    return rational_div(arena, whole_number(arena, n), whole_number(arena, d));
}

bool wide_exact(struct arena *arena, wide n, wide d, struct exact *out) {
    assert(d > 0 && d < (wide)1 << 100);
    struct decimal rounded;
    if (!wide_decimal(wide_divide(n, d), &rounded)) {
        return false;
    }
    *out = exact_decimal(rounded);
    if (whole_of(n, d) * d != n) { /* taken apart, so that it stays below 2^124 */
        const struct rational *whole = wide_rational(arena, n / d, DECIMAL_ONE);
        const struct rational *rest = wide_rational(arena, n % d, d * DECIMAL_ONE);
        out->fraction = rational_add(arena, whole, rest);
    }
    return true;
}
