/* mapspeech: a strategy map in words, whole: what a voice reads in place of the cards where no
 * table of links stands beside them. */
#ifndef REPORT_MAPSPEECH_H
#define REPORT_MAPSPEECH_H

#include "report/strategymap.h"

/* No longer than readers of PDF files have to take. */
#define MAPSPEECH_MOST 14000

/* The description, then band by band each objective with its status and what it leads to, how
 * strongly and how soon.  Of a map for which that would be too long the links are left out, and if
 * that is not enough the objectives, and at last all but the title. */
const char *mapspeech_of(struct arena *arena, const struct map_model *model,
                         const struct words *words);

/* How a link is: "strong; takes 6 months; not shown by figures"; "" if nothing is known of it. */
const char *mapspeech_how(struct arena *arena, const struct map_model *model,
                          const struct words *words, const struct map_link *link);

#endif
