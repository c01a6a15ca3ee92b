/* mapturn: a map for readers who read from right to left.
 *
 * It is arranged as ever, and turned when everything has its place: bands have their names at the
 * right, causes stay below their effects, sideways links run the other way.  Texts, marks and trend
 * arrows only move.  What the next map keeps (mapkeep.h) is of the arrangement, and not turned. */
#ifndef REPORT_MAPTURN_H
#define REPORT_MAPTURN_H

#include "report/maplayout.h"

/* cards, bands, themes, links: how many the model has of each. */
struct mapturn_counts {
    size_t cards, bands, themes, links;
};

void mapturn_layout(struct arena *arena, struct map_layout *layout,
                    const struct mapturn_counts *counts);

#endif
