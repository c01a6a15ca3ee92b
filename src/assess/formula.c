#include "assess/formula.h"

#include "assess/wide.h"
#include "base/textbuf.h"
#include <assert.h>
#include <string.h>

/* A longer fraction is of no use to a person with a calculator. */
#define LONGEST_FRACTION 20

static const char *decimal_text(struct arena *arena, struct decimal value) {
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_decimal(&out, value);
    return textbuf_text(&out);
}

struct formula formula_decimal(struct arena *arena, struct decimal value) {
    return (struct formula){.text = decimal_text(arena, value),
                            .value = rational_decimal(arena, value),
                            .shown = rational_decimal(arena, value),
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

/* All its digits; a whole number needs no brackets. */
static struct formula whole_fraction(struct arena *arena, const struct rational *value) {
    const char *text = rational_text(arena, value);
    struct formula whole = {.text = text, .value = value, .shown = value, .form = FORMULA_NUMBER};
    if (strchr(text, '/')) {
        whole.text = arena_printf(arena, "(%s)", text);
    } else if (*text == '-') {
        whole.form = FORMULA_NEGATIVE;
    }
    return whole;
}

struct formula formula_shown(struct arena *arena, const struct rational *value) {
    struct decimal nearest;
    if (!rational_round(value, DECIMAL_PLACES, &nearest)) {
        return whole_fraction(arena, value);
    }
    struct formula shown = formula_decimal(arena, nearest);
    shown.about = rational_compare(shown.value, value) != 0;
    shown.value = value; /* .shown stays the rounded one */
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

/* In brackets where an operator would tear it apart. */
static const char *operand(struct arena *arena, struct formula a, bool product, bool right) {
    bool loose = (a.form == FORMULA_SUM && (product || right)) ||
                 (a.form == FORMULA_PRODUCT && product && right) ||
                 (a.form == FORMULA_NEGATIVE && (product || right));
    return loose ? arena_printf(arena, "(%s)", a.text) : a.text;
}

typedef const struct rational *operation(struct arena *arena, const struct rational *a,
                                         const struct rational *b);

static struct formula join(struct arena *arena, struct formula a, const char *sign,
                           struct formula b, operation *operate) {
    bool product = *sign == 'x' || *sign == '/';
    /* a + (b + c) needs no brackets */
    bool right = *sign != '+' || b.form == FORMULA_NEGATIVE;
    struct formula joined = {.value = operate(arena, a.value, b.value),
                             .form = product ? FORMULA_PRODUCT : FORMULA_SUM,
                             .about = a.about || b.about};
    joined.text = arena_printf(arena, "%s %s %s", operand(arena, a, product, false), sign,
                               operand(arena, b, product, right));
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
    return join(arena, a, "/", b, rational_div);
}

static const struct rational *absolute(struct arena *arena, const struct rational *value) {
    return rational_sign(value) < 0 ? rational_sub(arena, rational_of(arena, 0, 1), value) : value;
}

struct formula formula_abs(struct arena *arena, struct formula a) {
    return (struct formula){.text = arena_printf(arena, "abs(%s)", a.text),
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
                            .value = value,
                            .shown = value,
                            .form = FORMULA_NUMBER,
                            .about = true};
}

static struct formula extreme(struct arena *arena, const char *name, int sign,
                              const struct formula *items, size_t count) {
    assert(count > 0);
    struct formula best = items[0];
    struct textbuf out;
    textbuf_init(&out, arena);
    textbuf_printf(&out, "%s(%s", name, items[0].text);
    for (size_t i = 1; i < count; i++) {
        textbuf_printf(&out, ", %s", items[i].text);
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
    textbuf_char(&out, ')');
    best.text = textbuf_text(&out);
    best.form = FORMULA_NUMBER;
    return best;
}

struct formula formula_max(struct arena *arena, const struct formula *items, size_t count) {
    return extreme(arena, "max", 1, items, count);
}

struct formula formula_min(struct arena *arena, const struct formula *items, size_t count) {
    return extreme(arena, "min", -1, items, count);
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
        return arena_printf(arena, "%s = about %s", left.text, number.text);
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
        return arena_printf(arena, "%s = about %s", left.text, number);
    }
    return arena_printf(arena, is_decimal(arena, left.value) ? "%s = %s" : "%s = %s rounded",
                        left.text, number);
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
    if (!holds(a.shown, operator, b.shown)) {
        a = a.about ? whole_fraction(arena, a.value) : a;
        b = b.about ? whole_fraction(arena, b.value) : b;
    }
    return arena_printf(arena, "%s %s %s", a.text, operator, b.text);
}
