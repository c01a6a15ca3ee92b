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

/* Only status and score of some objectives, for a past period: of the measures nothing but status
 * and score need be set.  wanted: parallel to the objectives; with an objective also those that
 * contribute to it. */
void cascade_scores(struct arena *arena, struct assessment *assessment, const bool *wanted);

#endif
