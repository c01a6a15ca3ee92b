/* compareowner: whose agreed figures and reported values moved, beside the assessment's trust.
 *
 * A difference belongs to the owner of the measure, objective or initiative it is about, as the
 * newer workbook names them, or, if it is gone from there, the older one; what is about anything
 * else belongs to nobody. */
#ifndef COMPARE_COMPAREOWNER_H
#define COMPARE_COMPAREOWNER_H

#include "compare/compare.h"

struct compareowner {
    const char *owner;
    size_t unapproved, approved; /* differences that need approval, without and with it */
    size_t targets;              /* of the unapproved: targets */
    size_t restated;             /* values restated or withdrawn */
};

/* By name; owners of whom nothing of this is to be told are left out. */
const struct compareowner *compareowner(struct arena *arena, const struct comparison *comparison,
                                        size_t *count);

#endif
