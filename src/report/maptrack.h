/* maptrack: which track lies above which in a channel, and on how many levels. */
#ifndef REPORT_MAPTRACK_H
#define REPORT_MAPTRACK_H

#include "report/maproute.h"

/* What the tracks of a channel add to the route. */
struct toll {
    int length, crossings, conflicts, bends, jogs, levels;
    int work; /* to find out */
};

/* Makes the tracks of a channel, orders them for the fewest crossings and gives them levels. */
struct toll maptrack_order(struct route *route, int channel);

#endif
