/* chartalt: what a voice says of a chart, made from the chart's own data, so that it cannot say
 * anything else than the picture (packet-look.md section 11). */
#ifndef LAYOUT_CHARTALT_H
#define LAYOUT_CHARTALT_H

#include "layout/chart.h"
#include "layout/chartwords.h"

/* "Red-cell cover: September 2025 3.4, plan 5.0, lowest 3.4 in September 2025."  Values are told by
 * their labels, statuses by their words; of long lists the first are named and the others counted.
 * NULL for a chart that is no picture of its own: rows of a table, whose
 * numbers stand beside them, and decoration. */
const char *chartalt_text(struct arena *arena, const struct chart *chart, const char *name,
                          const struct chartwords *words);

#endif
