/* mappolish: better corridors for an arrangement that no longer changes. */
#ifndef REPORT_MAPPOLISH_H
#define REPORT_MAPPOLISH_H

#include "report/maproute.h"

/* Tries other openings for every corridor of a found route, by the cost of the whole; keeps what is
 * better.  Stops after so much work. */
void mappolish_corridors(struct route *route, int64_t work);

#endif
