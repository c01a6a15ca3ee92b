#include "base/rational.h"

#include "base/textbuf.h"
#include <assert.h>
#include <gmp.h>

__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 unsigned_wide;

_Static_assert(sizeof(long) == 8, "small fractions are exchanged with GMP as long");

/* In lowest terms, denominator > 0.  Nearly all fractions of a scorecard are small; the rest lie
 * in memory of GMP that the arena releases. */
struct rational {
    int64_t numerator, denominator; /* if big is NULL */
    const struct big *big;
};

struct big {
    mpq_t value;
    bool made;
};

static void release(void *handle) {
    struct big *big = handle;
    if (big->made)
        mpq_clear(big->value);
    big->made = false;
}

/* Registered before GMP allocates, so that an exhausted arena leaks nothing. */
static struct big *big_new(struct arena *arena) {
    struct big *big = arena_alloc(arena, sizeof *big);
    arena_defer(arena, release, big);
    mpq_init(big->value);
    big->made = true;
    return big;
}

static struct rational *small_new(struct arena *arena, int64_t numerator, int64_t denominator) {
    struct rational *made = arena_alloc(arena, sizeof *made);
    made->numerator = numerator;
    made->denominator = denominator;
    return made;
}

/* By halving and taking away: dividing would be the larger part of all arithmetic.  Not both 0. */
static uint64_t small_divisor(uint64_t a, uint64_t b) {
    if (a == 0 || b == 0)
        return a | b;
    int twos = __builtin_ctzll(a | b);
    a >>= __builtin_ctzll(a);
    while (b) {
        b >>= __builtin_ctzll(b);
        uint64_t larger = a > b ? a : b;
        a = a > b ? b : a;
        b = larger - a;
    }
    return a << twos;
}

static unsigned_wide common_divisor(unsigned_wide a, unsigned_wide b) {
    while (b > UINT64_MAX) {
        unsigned_wide rest = a % b;
        a = b;
        b = rest;
    }
    return b == 0 ? a : small_divisor((uint64_t)(a > UINT64_MAX ? a % b : a), (uint64_t)b);
}

static unsigned_wide magnitude(wide value) {
    return value < 0 ? 0 - (unsigned_wide)value : (unsigned_wide)value;
}

static void set_wide(mpz_t to, wide value) {
    unsigned_wide rest = magnitude(value);
    uint64_t words[2] = {(uint64_t)rest, (uint64_t)(rest >> 64)};
    mpz_import(to, 2, -1, sizeof *words, 0, 0, words);
    if (value < 0)
        mpz_neg(to, to);
}

/* In lowest terms, denominator > 0. */
static const struct rational *keep(struct arena *arena, wide numerator, wide denominator) {
    if (numerator <= INT64_MAX && numerator >= -(wide)INT64_MAX && denominator <= INT64_MAX)
        return small_new(arena, (int64_t)numerator, (int64_t)denominator);
    struct rational *made = small_new(arena, 0, 1);
    struct big *big = big_new(arena);
    set_wide(mpq_numref(big->value), numerator);
    set_wide(mpq_denref(big->value), denominator);
    made->big = big;
    return made;
}

/* denominator > 0; need not be in lowest terms. */
static const struct rational *make(struct arena *arena, wide numerator, wide denominator) {
    unsigned_wide divisor = common_divisor(magnitude(numerator), (unsigned_wide)denominator);
    if (divisor > 1) {
        numerator /= (wide)divisor;
        denominator /= (wide)divisor;
    }
    return keep(arena, numerator, denominator);
}

/* The fraction as GMP has it; a small one is copied into *copy. */
static mpq_srcptr view(const struct rational *a, mpq_t copy) {
    if (a->big)
        return a->big->value;
    mpz_set_si(mpq_numref(copy), a->numerator);
    mpz_set_si(mpq_denref(copy), a->denominator);
    return copy;
}

static const struct rational *compute(struct arena *arena, const struct rational *a,
                                      const struct rational *b,
                                      void (*operation)(mpq_ptr, mpq_srcptr, mpq_srcptr)) {
    struct rational *made = small_new(arena, 0, 1);
    struct big *big = big_new(arena);
    mpq_t left, right;
    mpq_init(left);
    mpq_init(right);
    operation(big->value, view(a, left), view(b, right));
    mpq_clear(left);
    mpq_clear(right);
    made->big = big;
    if (mpz_fits_slong_p(mpq_numref(big->value)) && mpz_fits_slong_p(mpq_denref(big->value)) &&
        mpz_get_si(mpq_numref(big->value)) != INT64_MIN) {
        made->numerator = mpz_get_si(mpq_numref(big->value));
        made->denominator = mpz_get_si(mpq_denref(big->value));
        made->big = NULL;
        release(big);
    }
    return made;
}

const struct rational *rational_of(struct arena *arena, int64_t numerator, int64_t denominator) {
    assert(denominator != 0);
    wide sign = denominator < 0 ? -1 : 1;
    return make(arena, sign * numerator, sign * denominator);
}

const struct rational *rational_decimal(struct arena *arena, struct decimal value) {
    return make(arena, value.micro, DECIMAL_ONE);
}

static uint64_t divisor_of(int64_t a, int64_t b) {
    return b == 1 ? 1 : small_divisor((uint64_t)(a < 0 ? -a : a), (uint64_t)b);
}

/* a + b, or a - b with the sign -1; both small.  Each product is below 2^126, so that the sum fits;
 * what the sum and its denominator have in common divides what the denominators have. */
static const struct rational *sum(struct arena *arena, const struct rational *a,
                                  const struct rational *b, int sign) {
    int64_t common = (int64_t)divisor_of(a->denominator, b->denominator);
    int64_t left = a->denominator / common, right = b->denominator / common;
    wide top = (wide)a->numerator * right + (wide)b->numerator * left * sign;
    if (common == 1)
        return keep(arena, top, (wide)left * right);
    int64_t divisor = (int64_t)divisor_of((int64_t)(top % common), common);
    return keep(arena, top / divisor, (wide)left * (b->denominator / divisor));
}

const struct rational *rational_add(struct arena *arena, const struct rational *a,
                                    const struct rational *b) {
    return a->big || b->big ? compute(arena, a, b, mpq_add) : sum(arena, a, b, 1);
}

const struct rational *rational_sub(struct arena *arena, const struct rational *a,
                                    const struct rational *b) {
    return a->big || b->big ? compute(arena, a, b, mpq_sub) : sum(arena, a, b, -1);
}

const struct rational *rational_mul(struct arena *arena, const struct rational *a,
                                    const struct rational *b) {
    if (a->big || b->big)
        return compute(arena, a, b, mpq_mul);
    int64_t over = (int64_t)divisor_of(a->numerator, b->denominator);
    int64_t under = (int64_t)divisor_of(b->numerator, a->denominator);
    return keep(arena, (wide)(a->numerator / over) * (b->numerator / under),
                (wide)(a->denominator / under) * (b->denominator / over));
}

const struct rational *rational_div(struct arena *arena, const struct rational *a,
                                    const struct rational *b) {
    assert(rational_sign(b) != 0);
    if (a->big || b->big)
        return compute(arena, a, b, mpq_div);
    wide sign = b->numerator < 0 ? -1 : 1;
    return make(arena, sign * a->numerator * b->denominator, sign * b->numerator * a->denominator);
}

const struct rational *rational_copy(struct arena *arena, const struct rational *a) {
    if (!a)
        return NULL;
    struct rational *copy = small_new(arena, a->numerator, a->denominator);
    if (a->big) {
        struct big *big = big_new(arena);
        mpq_set(big->value, a->big->value);
        copy->big = big;
    }
    return copy;
}

int rational_compare(const struct rational *a, const struct rational *b) {
    if (!a->big && !b->big) {
        wide left = (wide)a->numerator * b->denominator;
        wide right = (wide)b->numerator * a->denominator;
        return (left > right) - (left < right);
    }
    mpq_t left, right;
    mpq_init(left);
    mpq_init(right);
    int order = mpq_cmp(view(a, left), view(b, right));
    mpq_clear(left);
    mpq_clear(right);
    return (order > 0) - (order < 0);
}

int rational_compare_of(const struct rational *a, int64_t numerator, int64_t denominator) {
    assert(denominator > 0);
    int64_t divisor = a->big ? (int64_t)divisor_of(numerator, denominator) : 1;
    const struct rational other = {numerator / divisor, denominator / divisor, NULL};
    return rational_compare(a, &other);
}

int rational_compare_decimal(const struct rational *a, struct decimal b) {
    return rational_compare_of(a, b.micro, DECIMAL_ONE);
}

int rational_sign(const struct rational *a) {
    if (a->big)
        return mpq_sgn(a->big->value);
    return (a->numerator > 0) - (a->numerator < 0);
}

/* |value| x 10^places to the nearest whole number, halves upwards; false if above 2^63 - 1. */
static bool round_big(mpq_srcptr value, int64_t power, int64_t *out) {
    mpz_t scaled, divisor;
    mpz_init(scaled);
    mpz_init(divisor);
    mpz_abs(scaled, mpq_numref(value));
    mpz_mul_si(scaled, scaled, 2 * power);
    mpz_add(scaled, scaled, mpq_denref(value));
    mpz_mul_si(divisor, mpq_denref(value), 2);
    mpz_fdiv_q(scaled, scaled, divisor);
    bool fits = mpz_fits_slong_p(scaled);
    if (fits)
        *out = mpz_get_si(scaled);
    mpz_clear(scaled);
    mpz_clear(divisor);
    return fits;
}

bool rational_round(const struct rational *a, unsigned places, struct decimal *out) {
    assert(places <= DECIMAL_PLACES);
    int64_t power = 1, unit = DECIMAL_ONE;
    for (unsigned i = 0; i < places; i++) {
        power *= 10;
        unit /= 10;
    }
    int64_t whole = 0;
    if (a->big) {
        if (!round_big(a->big->value, power, &whole))
            return false;
    } else {
        unsigned_wide denominator = (unsigned_wide)a->denominator;
        unsigned_wide factor = (unsigned_wide)power;
        unsigned_wide doubled = magnitude(a->numerator) * factor << 1;
        unsigned_wide rounded = (doubled + denominator) / (denominator << 1);
        if (rounded > INT64_MAX)
            return false;
        whole = (int64_t)rounded;
    }
    if (whole > INT64_MAX / unit)
        return false;
    out->micro = rational_sign(a) < 0 ? -(whole * unit) : whole * unit;
    return true;
}

static const char *whole_text(struct arena *arena, mpz_srcptr value) {
    char *text = arena_alloc(arena, mpz_sizeinbase(value, 10) + 2); /* sign, end */
    return mpz_get_str(text, 10, value);
}

const char *rational_text(struct arena *arena, const struct rational *a) {
    if (a->big) {
        const char *top = whole_text(arena, mpq_numref(a->big->value));
        if (mpz_cmp_ui(mpq_denref(a->big->value), 1) == 0)
            return top;
        return arena_printf(arena, "%s/%s", top, whole_text(arena, mpq_denref(a->big->value)));
    }
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_int(&out, a->numerator);
    if (a->denominator != 1) {
        textbuf_char(&out, '/');
        textbuf_int(&out, a->denominator);
    }
    return textbuf_text(&out);
}
