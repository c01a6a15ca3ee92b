/* mapchannel: what happens in the channels above the rows: the nets that come through, the ports of
 * the cards below and the tracks between them.
 *
 * A channel depends on nothing but the nets and cards that end in it.  Trials of a search move a
 * card or two, so most channels have been met before, and what they cost is remembered. */
#ifndef REPORT_MAPCHANNEL_H
#define REPORT_MAPCHANNEL_H

#include "report/maproute.h"

/* Room for what channels cost: nothing is known yet. */
struct known_channel *mapchannel_known(struct arena *arena);
/* Lists the nets of each channel, which have one track each there. */
void mapchannel_list(struct route *route);
/* Adds up crossings, conflicts, jogs, bends, length and work of all channels; places ports and
 * tracks only where that is not known. */
void mapchannel_judge(struct route *route);
/* Places ports and tracks of all channels, which have been judged. */
void mapchannel_place(struct route *route);

#endif
