/* maptrack: which track lies above which in a channel, and on how many levels. */
#ifndef REPORT_MAPTRACK_H
#define REPORT_MAPTRACK_H

#include "report/maproute.h"

/* Room for channels that are met again and again: nothing is known yet. */
struct known_channel *maptrack_known(struct arena *arena);
/* Makes the tracks of every channel, orders them for the fewest crossings, gives them levels and
 * adds up crossings, conflicts, jogs, bends and length. */
void maptrack_order(struct route *route);

#endif
