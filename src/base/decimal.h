/* decimal: exact numbers for values, weights, money and FTE (int64 x 10^-6).
 *
 * Every operation that can overflow or lose digits says so: it returns false and leaves *out
 * alone.  Comparison is exact.  No binary floating point is involved (domain.md section 4,
 * rule 1); statuses use these unrounded values, rounding happens only for display. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DECIMAL_ONE    INT64_C(1000000)
#define DECIMAL_PLACES 6

struct decimal {
    int64_t micro;
};

static inline struct decimal decimal_of(int64_t whole) {
    return (struct decimal){whole * DECIMAL_ONE};
}

static inline struct decimal decimal_micro(int64_t micro) {
    return (struct decimal){micro};
}

static inline int decimal_compare(struct decimal a, struct decimal b) {
    return (a.micro > b.micro) - (a.micro < b.micro);
}

static inline bool decimal_zero(struct decimal a) {
    return a.micro == 0;
}

static inline bool decimal_add(struct decimal a, struct decimal b, struct decimal *out) {
    int64_t sum;
    if (__builtin_add_overflow(a.micro, b.micro, &sum) || sum == INT64_MIN)
        return false; /* every decimal has an absolute value */
    out->micro = sum;
    return true;
}

static inline bool decimal_sub(struct decimal a, struct decimal b, struct decimal *out) {
    int64_t difference;
    if (__builtin_sub_overflow(a.micro, b.micro, &difference) || difference == INT64_MIN)
        return false;
    out->micro = difference;
    return true;
}

/* Product and quotient rounded half away from zero to 10^-6; false on overflow or b = 0. */
bool decimal_mul(struct decimal a, struct decimal b, struct decimal *out);
bool decimal_div(struct decimal a, struct decimal b, struct decimal *out);
struct decimal decimal_abs(struct decimal a); /* INT64_MIN micro is never produced */

enum decimal_parse {
    DECIMAL_OK,
    DECIMAL_SYNTAX, /* not a number of the C grammar -?digits[.digits][e[+-]digits] */
    DECIMAL_RANGE,  /* |x| > 9.2e12 */
    DECIMAL_ROUNDED /* has more than six decimals: *out is rounded half away from zero */
};

/* Parses exactly `length` bytes, '.' as separator; refuses hex, INF, NaN, blanks. */
enum decimal_parse decimal_parse(const char *text, size_t length, struct decimal *out);

/* Rounded half away from zero to `places` (0..6). */
struct decimal decimal_round(struct decimal a, unsigned places);

/* Plain notation with exactly `places` decimals, or as many as needed for places < 0.
 * out must hold 32 bytes; returns the length. */
size_t decimal_format(struct decimal a, int places, char out[32]);

/* For charts and maps only: never for a status or a printed number. */
double decimal_double(struct decimal a);

#endif
