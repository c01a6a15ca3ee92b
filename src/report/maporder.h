/* maporder: the one order of a map's cards and links, whatever the order of the workbook's rows:
 * what the layout starts from and keeps near to, so that small changes move little. */
#ifndef REPORT_MAPORDER_H
#define REPORT_MAPORDER_H

#include "report/strategymap.h"

/* Sorts the cards of a model by band, theme and id, its links by their cards.  Twice is as once. */
void maporder_model(struct arena *arena, struct map_model *model);

#endif
