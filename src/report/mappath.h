/* mappath: the found ways as points on the page, their chips, and where they pause at crossings. */
#ifndef REPORT_MAPPATH_H
#define REPORT_MAPPATH_H

#include "report/mapmetrics.h"

/* Fills layout->ways and layout->crossings; layout->cards must be there. */
void mappath_fill(const struct map_task *task, const struct route *route,
                  const struct map_metrics *metrics, struct map_layout *layout);

#endif
