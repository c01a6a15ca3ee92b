/* cascade: from measures to objectives, perspectives, themes and units (domain.md section 4,
 * rules 4, 5 and 12).
 *
 * Decisions:
 * - Contributory supports make the child objective one more child of the parent, with the link's
 *   weight (1 if none) beside the measures' weights; children are judged before their parents.
 * - An active objective without a single measure that could be scored, and without contributory
 *   children, has no data and stays in its parent's scope: what is not measured is missing.
 *   A retired objective or one marked not applicable is not applicable, a proposed one not due;
 *   measures and objectives that are retired or proposed do not show in tallies.
 * - A unit without objectives is not applicable.
 * - A declared status stands beside the calculated one from its date until it expires. */
#ifndef ASSESS_CASCADE_H
#define ASSESS_CASCADE_H

#include "assess/assess.h"

/* Fills objectives, perspectives, themes and units of an assessment whose plan, date, measures and
 * previous assessment are set. */
void cascade(struct arena *arena, struct assessment *assessment);

/* An objective, or a measure, at one of several past periods. */
struct past_score {
    enum status status;
    const struct rational *score;    /* NULL: none */
    const struct rational *coverage; /* 0..1; of objectives */
};

/* Only status and score of some objectives, at `count` past periods.  measures: a row of so many
 * for each measure of the plan that is asked for (its first two members); wanted: parallel to the
 * objectives, with an objective also those that contribute to it.  Returns a row for each that is
 * wanted, else NULL. */
struct past_score **cascade_scores(struct arena *arena, const struct plan *plan,
                                   struct past_score *const *measures, const bool *wanted,
                                   size_t count);

#endif
