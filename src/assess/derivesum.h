/* derivesum: a sum whose items are the inputs of a step (derivation.h).  For assess only. */
#ifndef ASSESS_DERIVESUM_H
#define ASSESS_DERIVESUM_H

#include "assess/derive.h"

struct derivesum {
    struct formula formula; /* 0 while nothing was added */
    size_t count;
};

struct derivesum derivesum_begin(struct deriving *d);
/* Adds an item, which becomes an input of the step. */
void derivesum_add(struct deriving *d, struct derivesum *sum, const char *name,
                   struct decimal value, struct place place);
/* The same for the figure of another entity. */
void derivesum_other(struct deriving *d, struct derivesum *sum, const char *name,
                     struct decimal value, const char *of);
/* Formula and result of the step.  A sum that fits no decimal says so, and nothing is asserted:
 * an error was told (BP4055). */
void derivesum_result(struct deriving *d, const struct derivesum *sum, struct decimal result);
/* 100 x part / whole, as formula and result; whole is above 0. */
void derivesum_share(struct deriving *d, struct decimal part, struct decimal whole,
                     struct decimal result);

#endif
