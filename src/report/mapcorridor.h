/* mapcorridor: where nets pass the rows between their ends. */
#ifndef REPORT_MAPCORRIDOR_H
#define REPORT_MAPCORRIDOR_H

#include "report/maproute.h"

/* Room for the ways of nets that are found again and again: nothing is known yet. */
struct known_way *mapcorridor_known(struct arena *arena);
/* Gives every net one corridor in each row that it passes: between the cards, clear of them and of
 * other nets, with the least detour; straight on where that is possible. */
void mapcorridor_choose(struct route *route);
/* Puts the openings of a row into route->gap_low and gap_high: between its cards and at both ends;
 * returns how many. */
int mapcorridor_openings(struct route *route, int row);

#endif
