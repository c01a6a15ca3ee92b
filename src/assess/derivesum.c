#include "assess/derivesum.h"

struct derivesum derivesum_begin(struct deriving *d) {
    return (struct derivesum){.formula = formula_whole(d->arena, 0)};
}

static void add(struct deriving *d, struct derivesum *sum, struct decimal value) {
    struct formula item = formula_decimal(d->arena, value);
    sum->formula = sum->count == 0 ? item : formula_add(d->arena, sum->formula, item);
    sum->count++;
}

void derivesum_add(struct deriving *d, struct derivesum *sum, const char *name,
                   struct decimal value, struct place place) {
    add(d, sum, value);
    derive_number(d, name, value, place);
}

void derivesum_other(struct deriving *d, struct derivesum *sum, const char *name,
                     struct decimal value, const char *of) {
    add(d, sum, value);
    derive_other(d, name, derive_decimal_text(d->arena, value), of);
}

void derivesum_result(struct deriving *d, const struct derivesum *sum, struct decimal result) {
    struct decimal rounded;
    if (rational_round(sum->formula.value, DECIMAL_PLACES, &rounded)) {
        derive_rounds(d, sum->formula, result);
    } else {
        derive_result(d, "too large");
    }
}

void derivesum_share(struct deriving *d, struct decimal part, struct decimal whole,
                     struct decimal result) {
    struct formula hundred =
        formula_mul(d->arena, formula_whole(d->arena, 100), formula_decimal(d->arena, part));
    derive_rounds(d, formula_div(d->arena, hundred, formula_decimal(d->arena, whole)), result);
}
