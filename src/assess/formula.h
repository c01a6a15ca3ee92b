/* formula: arithmetic as a person writes it, together with its exact value, so that what is printed
 * is what was computed (domain.md section 4, rule 15).
 *
 * Grammar, for a calculator as for a test:
 *   formula    := equation | conditions [" -> " words]
 *   equation   := expression { " = " expression } [" rounded"] | expression " = about " number
 *   conditions := condition { " and " condition }
 *   condition  := expression (" < " | " <= " | " > " | " >= " | " = ") expression
 *   expression := product { (" + " | " - ") product }
 *   product    := factor { (" x " | " / ") factor }
 *   factor     := ["-"] digits ["." digits] | "(" expression ")"
 *               | ("min(" | "max(") expression { ", " expression } ")"
 *               | ("abs(" | "root(") expression ")"
 * "rounded" says that the last side is the one before rounded half away from zero to six
 * decimals.  "about" says that some number in the expression was itself shown rounded, because
 * as a fraction it would have more digits than a calculator; then the sides agree to 0.0001, and
 * where they would not, the fractions are there with all digits.
 * Fractions such as 66 2/3 stand as (200/3), what ends after seven to twelve decimals has them. */
#ifndef ASSESS_FORMULA_H
#define ASSESS_FORMULA_H

#include "base/arena.h"
#include "base/exact.h"
#include <stdbool.h>

enum formula_form { FORMULA_SUM, FORMULA_PRODUCT, FORMULA_NUMBER, FORMULA_NEGATIVE };

struct formula {
    const char *text;
    const char *full;             /* the same with all digits; differs from text only if about */
    const struct rational *value; /* exact, whatever the text shows */
    const struct rational *shown; /* what the text comes to; differs from value if about */
    enum formula_form form;       /* what the text is, for brackets */
    bool about;                   /* some number in it is shown rounded */
};

struct formula formula_decimal(struct arena *arena, struct decimal value);
struct formula formula_whole(struct arena *arena, int64_t value);
/* As a decimal, a fraction in brackets, or, if that would be long, rounded to six decimals. */
struct formula formula_fraction(struct arena *arena, const struct rational *value);

/* The decimal, or its fraction as above. */
struct formula formula_exact(struct arena *arena, struct exact value);

/* Rounded to six decimals in any case: a result that a step before came to.  What is too large for
 * a decimal is shown with all its digits. */
struct formula formula_shown(struct arena *arena, const struct rational *value);

struct formula formula_add(struct arena *arena, struct formula a, struct formula b);
struct formula formula_sub(struct arena *arena, struct formula a, struct formula b);
struct formula formula_mul(struct arena *arena, struct formula a, struct formula b);
/* b must not be 0 (asserted). */
struct formula formula_div(struct arena *arena, struct formula a, struct formula b);
struct formula formula_abs(struct arena *arena, struct formula a);
/* The square root of what is not negative (asserted), which is about so much. */
struct formula formula_root(struct arena *arena, struct formula a);
struct formula formula_max(struct arena *arena, const struct formula *items, size_t count);
struct formula formula_min(struct arena *arena, const struct formula *items, size_t count);

/* The equation; the value must be exactly the result (asserted).  "" for a number alone. */
const char *formula_equals(struct arena *arena, struct formula left, const struct rational *result);
/* The same for a result that was rounded to six decimals. */
const char *formula_rounds(struct arena *arena, struct formula left, struct decimal result);
/* The same for a figure that others are computed from: what a decimal cannot tell is there as a
 * fraction with all digits, on both sides. */
const char *formula_figure(struct arena *arena, struct formula left, struct exact result);
/* A condition, which must hold (asserted): operator is one of < <= > >= =.  Fractions that were
 * shown rounded are shown in full where the rounding would tell otherwise. */
const char *formula_compare(struct arena *arena, struct formula a, const char *operator,
                            struct formula b);
/* True if it holds. */
bool formula_holds(struct formula a, const char *operator, struct formula b);

#endif
