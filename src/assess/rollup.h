/* rollup: one status and score from those of the children (domain.md section 4, rules 4 and 5).
 *
 * Decisions:
 * - Scope: not-applicable, not-due and unscored children take no part.  With none left that has
 *   weight, the parent leaves its own parent's scope too: not-due if any child is not-due (it
 *   will come), else not-applicable.
 * - S is the weighted mean of the scored children under every option; `worst` and `majority`
 *   replace only the banding.  Children of weight 0 have no part in either, nor in `strict`.
 *   `majority` counts heads: the commonest of green (exceeds is green), amber and red.
 * - Coverage below the settings' minimum gives `insufficient` under every missing policy; so
 *   does any gap under `strict`.  Without a score the status is never a colour.
 * - `zero`: a gap has score 0 and the voice of a red child; it stays a gap in coverage and tally.
 * - A red child marked critical makes a green parent amber; the score stays. */
#ifndef ASSESS_ROLLUP_H
#define ASSESS_ROLLUP_H

#include "assess/assess.h"

struct rollup_child {
    enum status status;
    const struct rational *score;    /* NULL: none */
    const struct rational *coverage; /* 0..1; NULL: 1 with a score, else 0 */
    struct decimal weight;           /* >= 0, any scale */
    bool critical;
    bool unlisted; /* not counted in the tally: no longer or not yet part of the plan */
    /* Who it is, for derivations: one of the three, and of a contributory objective its support. */
    const struct measure *measure;
    const struct objective *objective;
    const struct perspective *perspective;
    const struct support *support;
};

struct rollup_result {
    enum status status;
    const struct rational *score;    /* NULL: none */
    const struct rational *coverage; /* 0..1, never NULL */
    bool in_scope;
    bool capped;
    struct tally tally;
};

struct rollup_result rollup(struct arena *arena, const struct settings *settings,
                            const struct rollup_child *children, size_t count);

/* False for the greys that leave their parent's scope. */
bool rollup_in_scope(enum status status);
/* The worse of two colours; exceeds is better than green. */
enum status rollup_worse(enum status a, enum status b);
void rollup_count(struct tally *tally, enum status status);
void rollup_add_tally(struct tally *sum, const struct tally *tally);

#endif
