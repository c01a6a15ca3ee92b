#include "assess/formula.h"

#include "assess/wide.h"
#include "base/textbuf.h"
#include <assert.h>
#include <string.h>

/* A longer fraction is of no use to a person with a calculator. */
#define LONGEST_FRACTION 20
/* The product of two decimals has no more. */
#define MOST_DECIMALS 12

static const char *decimal_text(struct arena *arena, struct decimal value) {
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_decimal(&out, value);
    return textbuf_text(&out);
}

struct formula formula_decimal(struct arena *arena, struct decimal value) {
    const char *text = decimal_text(arena, value);
    const struct rational *exact = rational_decimal(arena, value);
    return (struct formula){.text = text,
                            .full = text,
                            .value = exact,
                            .shown = exact,
                            .form = value.micro < 0 ? FORMULA_NEGATIVE : FORMULA_NUMBER};
}

struct formula formula_whole(struct arena *arena, int64_t value) {
    return formula_decimal(arena, decimal_of(value));
}

static struct decimal rounded(const struct rational *value) {
    struct decimal out;
    bool fits = rational_round(value, DECIMAL_PLACES, &out);
    assert(fits);
    return out;
}

static bool is_decimal(struct arena *arena, const struct rational *value) {
    struct decimal nearest;
    return rational_round(value, DECIMAL_PLACES, &nearest) &&
           rational_compare(rational_decimal(arena, nearest), value) == 0;
}

/* What ends after a few more decimals than six: "0.0000135"; NULL if it does not. */
static const char *long_decimal(struct arena *arena, const struct rational *value) {
    const struct rational *scaled = value;
    for (int places = 1; places <= MOST_DECIMALS; places++) {
        scaled = rational_mul(arena, scaled, rational_of(arena, 10, 1));
        const char *digits = rational_text(arena, scaled);
        if (strchr(digits, '/')) {
            continue;
        }
        bool negative = *digits == '-';
        digits += negative;
        int missing = places + 1 - (int)strlen(digits); /* one before the point at least */
        digits = arena_printf(arena, "%.*s%s", missing > 0 ? missing : 0, "0000000000000", digits);
        int whole = (int)strlen(digits) - places;
        return arena_printf(arena, "%s%.*s.%s", negative ? "-" : "", whole, digits, &digits[whole]);
    }
    return NULL;
}

/* All its digits; a number needs no brackets. */
static struct formula whole_fraction(struct arena *arena, const struct rational *value) {
    const char *text = rational_text(arena, value);
    if (strchr(text, '/')) {
        const char *decimal = long_decimal(arena, value);
        text = decimal ? decimal : arena_printf(arena, "(%s)", text);
    }
    return (struct formula){.text = text,
                            .full = text,
                            .value = value,
                            .shown = value,
                            .form = *text == '-' ? FORMULA_NEGATIVE : FORMULA_NUMBER};
}

struct formula formula_shown(struct arena *arena, const struct rational *value) {
    struct decimal nearest;
    if (!rational_round(value, DECIMAL_PLACES, &nearest)) {
        return whole_fraction(arena, value);
    }
    struct formula shown = formula_decimal(arena, nearest);
    if (rational_compare(shown.value, value) != 0) {
        shown.about = true;
        shown.full = whole_fraction(arena, value).text;
        shown.value = value; /* .shown stays the rounded one */
    }
    return shown;
}

struct formula formula_fraction(struct arena *arena, const struct rational *value) {
    if (is_decimal(arena, value)) {
        return formula_decimal(arena, rounded(value));
    }
    struct formula fraction = whole_fraction(arena, value);
    if (strlen(fraction.text) <= LONGEST_FRACTION) {
        return fraction;
    }
    return formula_shown(arena, value);
}

struct formula formula_exact(struct arena *arena, struct exact value) {
    return value.fraction ? formula_fraction(arena, value.fraction)
                          : formula_decimal(arena, value.rounded);
}

/* In brackets where an operator would tear it apart. */
static const char *operand(struct arena *arena, struct formula a, const char *text, bool product,
                           bool right) {
    bool loose = (a.form == FORMULA_SUM && (product || right)) ||
                 (a.form == FORMULA_PRODUCT && product && right) ||
                 (a.form == FORMULA_NEGATIVE && (product || right));
    return loose ? arena_printf(arena, "(%s)", text) : text;
}

typedef const struct rational *operation(struct arena *arena, const struct rational *a,
                                         const struct rational *b);

/* With all its digits. */
static struct formula in_full(struct formula a) {
    a.text = a.full;
    a.shown = a.value;
    return a;
}

static struct formula join(struct arena *arena, struct formula a, const char *sign,
                           struct formula b, operation *operate) {
    bool product = *sign == 'x' || *sign == '/';
    /* a + (b + c) needs no brackets, a + (-b + c) does for the eye */
    bool right = *sign != '+' || *b.text == '-';
    struct formula joined = {.value = operate(arena, a.value, b.value),
                             .form = product ? FORMULA_PRODUCT : FORMULA_SUM,
                             .about = a.about || b.about};
    joined.text = arena_printf(arena, "%s %s %s", operand(arena, a, a.text, product, false), sign,
                               operand(arena, b, b.text, product, right));
    joined.full = !joined.about
                      ? joined.text
                      : arena_printf(arena, "%s %s %s", operand(arena, a, a.full, product, false),
                                     sign, operand(arena, b, b.full, product, right));
    joined.shown = joined.about ? operate(arena, a.shown, b.shown) : joined.value;
    return joined;
}

struct formula formula_add(struct arena *arena, struct formula a, struct formula b) {
    return join(arena, a, "+", b, rational_add);
}

struct formula formula_sub(struct arena *arena, struct formula a, struct formula b) {
    return join(arena, a, "-", b, rational_sub);
}

struct formula formula_mul(struct arena *arena, struct formula a, struct formula b) {
    return join(arena, a, "x", b, rational_mul);
}

struct formula formula_div(struct arena *arena, struct formula a, struct formula b) {
    if (rational_sign(b.shown) == 0) { /* rounded away */
        b = in_full(b);
    }
    return join(arena, a, "/", b, rational_div);
}

static const struct rational *absolute(struct arena *arena, const struct rational *value) {
    return rational_sign(value) < 0 ? rational_sub(arena, rational_of(arena, 0, 1), value) : value;
}

struct formula formula_abs(struct arena *arena, struct formula a) {
    return (struct formula){.text = arena_printf(arena, "abs(%s)", a.text),
                            .full = arena_printf(arena, "abs(%s)", a.full),
                            .value = absolute(arena, a.value),
                            .shown = absolute(arena, a.shown),
                            .form = FORMULA_NUMBER,
                            .about = a.about};
}

/* To 10^-6; what is too large for that is a fault of the caller. */
static struct decimal root_of(const struct rational *square) {
    struct decimal whole;
    bool fits = rational_round(square, DECIMAL_PLACES, &whole);
    assert(fits && whole.micro >= 0);
    wide wanted = (wide)whole.micro * DECIMAL_ONE;
    wide low = 0;
    wide high = (wide)1 << 62;
    while (low < high) { /* the largest whose square is not above */
        wide middle = low + (high - low + 1) / 2;
        if (middle * middle <= wanted) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return decimal_micro((int64_t)low);
}

struct formula formula_root(struct arena *arena, struct formula a) {
    const struct rational *value = rational_decimal(arena, root_of(a.value));
    return (struct formula){.text = arena_printf(arena, "root(%s)", a.text),
                            .full = arena_printf(arena, "root(%s)", a.full),
                            .value = value,
                            .shown = value,
                            .form = FORMULA_NUMBER,
                            .about = true};
}

static struct formula extreme(struct arena *arena, const char *name, int sign,
                              const struct formula *items, size_t count) {
    assert(count > 0);
    struct formula best = items[0];
    struct textbuf text, full;
    textbuf_init(&text, arena);
    textbuf_init(&full, arena);
    textbuf_printf(&text, "%s(%s", name, items[0].text);
    textbuf_printf(&full, "%s(%s", name, items[0].full);
    for (size_t i = 1; i < count; i++) {
        textbuf_printf(&text, ", %s", items[i].text);
        textbuf_printf(&full, ", %s", items[i].full);
        best.about = best.about || items[i].about;
        if (sign * rational_compare(items[i].value, best.value) > 0) {
            best.value = items[i].value;
        }
        if (sign * rational_compare(items[i].shown, best.shown) > 0) {
            best.shown = items[i].shown;
        }
    }
    if (count == 1) {
        return best;
    }
    textbuf_char(&text, ')');
    textbuf_char(&full, ')');
    best.text = textbuf_text(&text);
    best.full = textbuf_text(&full);
    best.form = FORMULA_NUMBER;
    return best;
}

struct formula formula_max(struct arena *arena, const struct formula *items, size_t count) {
    return extreme(arena, "max", 1, items, count);
}

struct formula formula_min(struct arena *arena, const struct formula *items, size_t count) {
    return extreme(arena, "min", -1, items, count);
}

/* The text, with all digits if it would come to something else. */
static const char *told(struct arena *arena, struct formula a) {
    const struct rational *off = absolute(arena, rational_sub(arena, a.shown, a.value));
    return rational_compare(off, rational_of(arena, 1, 20000)) > 0 ? a.full : a.text;
}

/* True for a single number, which needs no equation. */
static bool alone(struct formula a) {
    return a.form >= FORMULA_NUMBER && !strchr(a.text, '(');
}

const char *formula_equals(struct arena *arena, struct formula left,
                           const struct rational *result) {
    assert(rational_compare(left.value, result) == 0);
    if (alone(left)) {
        return "";
    }
    struct formula number = formula_shown(arena, result);
    if (left.about) {
        return arena_printf(arena, "%s = about %s", told(arena, left), number.text);
    }
    struct formula right = formula_fraction(arena, result);
    if (!number.about) {
        return arena_printf(arena, "%s = %s", left.text, number.text);
    }
    if (right.about || strcmp(left.text, right.text) == 0) {
        return arena_printf(arena, "%s = %s rounded", left.text, number.text);
    }
    return arena_printf(arena, "%s = %s = %s rounded", left.text, right.text, number.text);
}

const char *formula_rounds(struct arena *arena, struct formula left, struct decimal result) {
    assert(decimal_compare(rounded(left.value), result) == 0);
    if (alone(left)) {
        return "";
    }
    const char *number = decimal_text(arena, result);
    if (left.about) {
        return arena_printf(arena, "%s = about %s", told(arena, left), number);
    }
    return arena_printf(arena, is_decimal(arena, left.value) ? "%s = %s" : "%s = %s rounded",
                        left.text, number);
}

const char *formula_figure(struct arena *arena, struct formula left, struct exact result) {
    assert(rational_compare(left.value, exact_rational(arena, result)) == 0);
    left.text = left.full;
    if (!result.fraction && alone(left)) {
        return "";
    }
    const char *number = decimal_text(arena, result.rounded);
    if (!result.fraction) {
        return arena_printf(arena, "%s = %s", left.full, number);
    }
    const char *fraction = whole_fraction(arena, result.fraction).text;
    if (strcmp(left.full, fraction) == 0) {
        return arena_printf(arena, "%s = %s rounded", left.full, number);
    }
    return arena_printf(arena, "%s = %s = %s rounded", left.full, fraction, number);
}

static bool holds(const struct rational *a, const char *operator, const struct rational * b) {
    int order = rational_compare(a, b);
    if (operator[0] == '=') {
        return order == 0;
    }
    assert(operator[0] == '<' || operator[0] == '>');
    bool strictly = operator[0] == '<' ? order < 0 : order> 0;
    return strictly || (operator[1] == '=' && order == 0);
}

bool formula_holds(struct formula a, const char *operator, struct formula b) {
    return holds(a.value, operator, b.value);
}

const char *formula_compare(struct arena *arena, struct formula a, const char *operator,
                            struct formula b) {
    assert(formula_holds(a, operator, b));
    bool same = holds(a.shown, operator, b.shown);
    return arena_printf(arena, "%s %s %s", same ? a.text : a.full, operator,
                        same ? b.text : b.full);
}
