/* tablefit: a table that must keep to a height, or is wider than its page, gives up columns in a
 * declared order, instead of shrinking its text or spilling over the page (packet-look.md sections
 * 6 and 8). */
#ifndef LAYOUT_TABLEFIT_H
#define LAYOUT_TABLEFIT_H

#include "layout/table.h"

/* The block itself if it fits; else a copy without the first columns of
 * the drop order, as few as make it fit (all of them if none does). */
const struct table_block *tablefit_block(struct composer *composer, const struct table_block *block,
                                         mp width);

#endif
