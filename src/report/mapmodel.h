/* mapmodel: what a unit's map shows, taken out of the assessment. */
#ifndef REPORT_MAPMODEL_H
#define REPORT_MAPMODEL_H

#include "report/strategymap.h"

/* The unit's objectives that count, the perspectives and themes they stand in and the links among
 * them.  Texts are finished; the model lives in the arena and borrows from the plan. */
const struct map_model *mapmodel_of(struct arena *arena, const struct assessment *assessment,
                                    const struct unit *unit, const struct words *words);

/* True if the map of the unit shows the objective. */
bool mapmodel_shows(const struct unit *unit, const struct objective *objective);
/* Adds the card of an objective of the plan. */
void mapmodel_add_card(struct arena *arena, struct map_model *model,
                       const struct assessment *assessment, const struct words *words,
                       size_t objective, int band, int theme);
/* Where a status is counted in counts. */
int mapmodel_tally(enum status status);
/* Lag as on a chip: "6m", "1y"; NULL for none. */
const char *mapmodel_lag(struct arena *arena, const struct words *words, int months);
/* Fills description, chips, bundles, feedback and the cards' spoken names from the rest of a model.
 */
void mapmodel_finish(struct arena *arena, struct map_model *model, const struct words *words);
/* The heaviest chain of causes, from its first cause to its last effect; returns how many cards.
 * chain: as many places as the model has cards. */
size_t mapmodel_chain(struct arena *arena, const struct map_model *model, int *chain);

#endif
