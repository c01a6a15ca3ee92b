/* rational: exact fractions of any size (GMP), for scores and rollups.
 *
 * Bands lie at 33 1/3 and 66 2/3 (domain.md section 4, rules 3 and 4), and a mean of exact scores
 * must meet them exactly, so scores are fractions from measure to unit.  Values are immutable
 * once made and live in the arena. */
#ifndef BASE_RATIONAL_H
#define BASE_RATIONAL_H

#include "base/arena.h"
#include "base/decimal.h"
#include <stdint.h>

struct rational; /* NULL means "no value" wherever a pointer to one is stored */

const struct rational *rational_of(struct arena *arena, int64_t numerator, int64_t denominator);
const struct rational *rational_decimal(struct arena *arena, struct decimal value);
const struct rational *rational_add(struct arena *arena, const struct rational *a,
                                    const struct rational *b);
const struct rational *rational_sub(struct arena *arena, const struct rational *a,
                                    const struct rational *b);
const struct rational *rational_mul(struct arena *arena, const struct rational *a,
                                    const struct rational *b);
/* The same value in another arena, which may outlive the first.  NULL gives NULL. */
const struct rational *rational_copy(struct arena *arena, const struct rational *a);
/* b must not be zero (asserted). */
const struct rational *rational_div(struct arena *arena, const struct rational *a,
                                    const struct rational *b);
int rational_compare(const struct rational *a, const struct rational *b);
/* With numerator / denominator, which need not be in lowest terms; denominator > 0 (asserted). */
int rational_compare_of(const struct rational *a, int64_t numerator, int64_t denominator);
int rational_compare_decimal(const struct rational *a, struct decimal b);
int rational_sign(const struct rational *a);
/* Rounded half away from zero to `places` (0..6); false if it does not fit a decimal. */
bool rational_round(const struct rational *a, unsigned places, struct decimal *out);
/* In lowest terms: "1100/21", "-5", all digits. */
const char *rational_text(struct arena *arena, const struct rational *a);

#endif
