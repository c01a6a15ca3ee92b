/* mapsearch: where the cards stand: a fixed number of trial moves on the routed cost, the same for
 * the same input (strategy map design section 3.2, step 3). */
#ifndef REPORT_MAPSEARCH_H
#define REPORT_MAPSEARCH_H

#include "report/maproute.h"

/* The best arrangement found, routed. */
struct route *mapsearch_best(const struct map_task *task);
/* Better corridors for an arrangement that stays. */
void mapsearch_finish(const struct map_task *task, struct route *route);
/* What a routed arrangement costs a reader, the size of its titles included: less is better. */
int64_t mapsearch_worth(const struct map_task *task, const struct route *route);

#endif
