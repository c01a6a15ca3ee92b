/* outlookneed: of one measure, how far the year end is expected from its target, and what is still
 * needed to meet it (outlook.h).  For assess only. */
#ifndef ASSESS_OUTLOOKNEED_H
#define ASSESS_OUTLOOKNEED_H

#include "assess/outlook.h"

/* All but the weight. */
struct outlook_measure outlookneed(struct arena *arena, const struct assessment *assessment,
                                   const struct measure_result *result);

#endif
