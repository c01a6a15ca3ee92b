/* mapcaption: title block, legend and footer of a map. */
#ifndef REPORT_MAPCAPTION_H
#define REPORT_MAPCAPTION_H

#include "report/mapframe.h"

/* Title, mission, period and tally of statuses. */
void mapcaption_title(const struct map_frame *frame);
/* What the marks and lines mean; as of, owner, version and source if framed. */
void mapcaption_legend(const struct map_frame *frame);

#endif
