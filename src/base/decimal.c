#include "base/decimal.h"

#include "base/ascii.h"
#include <assert.h>
#include <string.h>

__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 unsigned_wide;

#define PARSE_LIMIT      (INT64_C(9200000000000) * DECIMAL_ONE)
#define KEPT_DIGITS      30u
#define LARGEST_EXPONENT 100000

static bool store(wide micro, struct decimal *out) {
    if (micro > INT64_MAX || micro < -(wide)INT64_MAX)
        return false;
    out->micro = (int64_t)micro;
    return true;
}

/* Half away from zero; divisor > 0. */
static wide divide_rounded(wide value, wide divisor) {
    wide quotient = value / divisor;
    wide rest = value % divisor;
    if (rest < 0)
        rest = -rest;
    if (rest >= divisor - rest)
        quotient += value < 0 ? -1 : 1;
    return quotient;
}

bool decimal_mul(struct decimal a, struct decimal b, struct decimal *out) {
    return store(divide_rounded((wide)a.micro * b.micro, DECIMAL_ONE), out);
}

bool decimal_div(struct decimal a, struct decimal b, struct decimal *out) {
    if (b.micro == 0)
        return false;
    wide value = (wide)a.micro * DECIMAL_ONE;
    wide divisor = b.micro;
    if (divisor < 0) {
        divisor = -divisor;
        value = -value;
    }
    return store(divide_rounded(value, divisor), out);
}

struct decimal decimal_abs(struct decimal a) {
    assert(a.micro != INT64_MIN);
    return decimal_micro(a.micro < 0 ? -a.micro : a.micro);
}

/* A number while it is read: digits x 10^scale. */
struct reading {
    unsigned_wide digits;
    unsigned kept; /* significant digits in `digits` */
    long scale;
    bool lost; /* a digit other than 0 did not find room */
};

static void read_digit(struct reading *in, char c, bool fraction) {
    if (in->kept == KEPT_DIGITS) {
        in->lost |= c != '0';
        in->scale += !fraction;
        return;
    }
    in->digits = in->digits * 10 + (unsigned)(c - '0');
    in->kept += in->digits != 0;
    in->scale -= fraction;
}

static size_t read_digits(struct reading *in, const char *text, size_t length, size_t at,
                          bool fraction) {
    for (; at < length && ascii_digit(text[at]); at++)
        read_digit(in, text[at], fraction);
    return at;
}

/* Returns where the exponent ends, or `at` if there is none; 0 for one without digits. */
static size_t read_exponent(struct reading *in, const char *text, size_t length, size_t at) {
    if (at == length || ascii_lower(text[at]) != 'e')
        return at;
    at++;
    bool negative = at < length && text[at] == '-';
    if (at < length && (text[at] == '-' || text[at] == '+'))
        at++;
    long exponent = 0;
    size_t first = at;
    for (; at < length && ascii_digit(text[at]); at++)
        if (exponent < LARGEST_EXPONENT)
            exponent = exponent * 10 + (text[at] - '0');
    if (at == first)
        return 0;
    in->scale += negative ? -exponent : exponent;
    return at;
}

static enum decimal_parse scaled(const struct reading *in, bool negative, struct decimal *out) {
    unsigned_wide value = in->digits;
    long scale = in->scale + DECIMAL_PLACES;
    bool lost = in->lost;
    if (value == 0)
        scale = 0;
    for (; scale > 0; scale--) {
        if (value > (unsigned_wide)PARSE_LIMIT)
            return DECIMAL_RANGE;
        value *= 10;
    }
    if (scale < -(long)KEPT_DIGITS) { /* under half of the last place whatever the digits are */
        value = 0;
        lost = true;
    } else if (scale < 0) {
        unsigned_wide divisor = 1;
        for (; scale < 0; scale++)
            divisor *= 10;
        unsigned_wide rest = value % divisor;
        value /= divisor;
        value += rest >= divisor - rest;
        lost |= rest != 0;
    }
    if (value > (unsigned_wide)PARSE_LIMIT)
        return DECIMAL_RANGE;
    out->micro = negative ? -(int64_t)value : (int64_t)value;
    return lost ? DECIMAL_ROUNDED : DECIMAL_OK;
}

enum decimal_parse decimal_parse(const char *text, size_t length, struct decimal *out) {
    struct reading in = {0};
    bool negative = length > 0 && text[0] == '-';
    size_t first = negative ? 1 : 0;
    size_t at = read_digits(&in, text, length, first, false);
    if (at == first)
        return DECIMAL_SYNTAX;
    if (at < length && text[at] == '.') {
        first = ++at;
        at = read_digits(&in, text, length, first, true);
        if (at == first)
            return DECIMAL_SYNTAX;
    }
    at = read_exponent(&in, text, length, at);
    if (at != length)
        return DECIMAL_SYNTAX;
    return scaled(&in, negative, out);
}

static int64_t unit_of(unsigned places) {
    int64_t unit = DECIMAL_ONE;
    for (unsigned i = 0; i < places; i++)
        unit /= 10;
    return unit;
}

struct decimal decimal_round(struct decimal a, unsigned places) {
    assert(places <= DECIMAL_PLACES);
    int64_t unit = unit_of(places);
    struct decimal rounded;
    if (!store(divide_rounded(a.micro, unit) * unit, &rounded))
        rounded.micro = a.micro / unit * unit; /* at the very end of the range only */
    return rounded;
}

size_t decimal_format(struct decimal a, int places, char out[32]) {
    assert(places <= DECIMAL_PLACES);
    if (places >= 0)
        a = decimal_round(a, (unsigned)places);
    uint64_t rest = a.micro < 0 ? 0 - (uint64_t)a.micro : (uint64_t)a.micro;
    int shown = DECIMAL_PLACES;
    for (; shown > places && shown > 0 && rest % 10 == 0; shown--)
        rest /= 10;
    char digits[32]; /* from the end */
    size_t at = sizeof digits;
    for (int i = 0; rest != 0 || i <= shown; i++) {
        if (i == shown && i > 0)
            digits[--at] = '.';
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    }
    if (a.micro < 0)
        digits[--at] = '-';
    size_t length = sizeof digits - at;
    memcpy(out, digits + at, length);
    out[length] = '\0';
    return length;
}

double decimal_double(struct decimal a) {
    return (double)a.micro / (double)DECIMAL_ONE;
}
