/* mapport: where links leave and reach the top edges of cards. */
#ifndef REPORT_MAPPORT_H
#define REPORT_MAPPORT_H

#include "report/maproute.h"

/* Spreads the ports of every card below a channel: each as near as may be to where its link goes,
 * none nearer to the next than chips and lines need. */
void mapport_place(struct route *route, int channel);

#endif
