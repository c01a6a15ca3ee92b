/* mapsearch: where the cards stand: a fixed number of trial moves on the routed cost, the same for
 * the same input (strategy map design section 3.2, step 3). */
#ifndef REPORT_MAPSEARCH_H
#define REPORT_MAPSEARCH_H

#include "report/maproute.h"

/* The best arrangement found, routed. */
struct route *mapsearch_best(const struct map_task *task);

#endif
