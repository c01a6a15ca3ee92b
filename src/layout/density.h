/* density: how much closer things may stand, so that what is a little too long for its pages does
 * not leave a last one nearly empty (packet-look.md sections 1, 6 and 8).
 *
 * A section is measured as designed, and only where its last page would hold little again, a step
 * closer each time, until a page less is enough.  Distances, the room above and below the text of
 * rows, and the height of charts that say the same at less height give way, each down to its limit;
 * letters and lines of text never do. */
#ifndef LAYOUT_DENSITY_H
#define LAYOUT_DENSITY_H

#include "layout/chart.h"

/* 0: as designed. */
#define DENSITY_STEPS 4

mp density_gap(unsigned step, mp gap);
mp density_padding(unsigned step, mp padding);
mp density_chart(unsigned step, const struct chart *chart);

#endif
