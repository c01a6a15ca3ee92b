/* wide: 128-bit integers for exact comparisons of products, and their way back to decimals and
 * fractions.  For assess only; values are counted in 10^-6 unless a caller says otherwise. */
#ifndef ASSESS_WIDE_H
#define ASSESS_WIDE_H

#include "base/decimal.h"
#include "base/exact.h"
#include <stdbool.h>

__extension__ typedef __int128 wide;

static inline wide wide_abs(wide a) {
    return a < 0 ? -a : a;
}

/* n / d rounded half away from zero; d > 0. */
wide wide_divide(wide n, wide d);
/* The decimal of so many 10^-6; false if it does not fit. */
bool wide_decimal(wide micro, struct decimal *out);
/* The same as text, whether it fits or not: "12.5". */
const char *wide_text(struct arena *arena, wide micro);
/* The fraction n / d; d > 0, |n| and d below 2^124 (asserted). */
const struct rational *wide_rational(struct arena *arena, wide n, wide d);

/* n / d of 10^-6; false if rounded it does not fit; d > 0 and below 2^100 (asserted). */
bool wide_exact(struct arena *arena, wide n, wide d, struct exact *out);

#endif
