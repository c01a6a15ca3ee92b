/* lastpacket: how things stood when the board was last told: in the workbook of the last packet, if
 * that is at hand, else one reporting period earlier in this one. */
#ifndef ASSESS_LASTPACKET_H
#define ASSESS_LASTPACKET_H

#include "assess/assess.h"

/* The same assessment beside that of an older workbook; both outlive it. */
const struct assessment *lastpacket_beside(struct arena *arena, const struct assessment *assessment,
                                           const struct assessment *older);
/* How an objective or measure, by its id, stood then; false if it was not there. */
bool lastpacket_objective(const struct assessment *assessment, const struct objective *objective,
                          enum status *out);
bool lastpacket_measure(const struct assessment *assessment, const struct measure *measure,
                        enum status *out);

#endif
