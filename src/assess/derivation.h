/* derivation: how a figure came about, down to the cells (domain.md section 4, rule 15).
 *
 * A tree: each step names its figure, the rule, the formula with the numbers in it, and what went
 * in, which is either read from cells or has a derivation of its own.  The formula is arithmetic
 * that a person with a calculator (and a test) can do again:
 *   formula := expression " = " number [ " -> " word ]
 * with + - x / ( ) min max, exact fractions such as 66 2/3 as (200/3), and comparisons in words of
 * the rule where a status is banded: "92.4 < 93 and 92.4 >= 90 -> amber". */
#ifndef ASSESS_DERIVATION_H
#define ASSESS_DERIVATION_H

#include "assess/assess.h"

struct derivation;

/* What went into a step. */
struct derivation_input {
    const char *name;                /* "actual of 2026-09" */
    const char *value;               /* as in the formula, unrounded */
    struct place place;              /* the cell; file NULL: none */
    const struct derivation *source; /* NULL: read from the cell, or an option */
};

struct derivation {
    const char *entity, *id, *name; /* "measure", "M07", "Fill rate" */
    const char *figure;             /* "status", "score", "coverage", "forecast", ... */
    const char *rule;               /* "domain rule in words", numbered as on the basis page */
    const char *formula;            /* "" where nothing is computed */
    const char *result;             /* "amber", "71.4", "none" */
    VEC(struct derivation_input) inputs;
    VEC(const struct derivation *) steps; /* of the same entity, in the order they are done */
};

/* The derivation of everything said of an entity (measure, objective, perspective as UNIT/ID,
 * unit, initiative, process, by id); NULL if no entity that is judged has the id. */
const struct derivation *derivation_of(struct arena *arena, const struct assessment *assessment,
                                       const char *id);

/* Indented text with cells; depth of children shown, 0: the entity's own steps only. */
void derivation_text(const struct derivation *derivation, unsigned depth, struct textbuf *out);
void derivation_json(const struct derivation *derivation, struct textbuf *out);

#endif
