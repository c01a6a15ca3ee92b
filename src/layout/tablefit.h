/* tablefit: a table that must keep to a height, or is wider than its page, gives up columns in a
 * declared order, instead of shrinking its text or spilling over the page (packet-look.md sections
 * 6 and 8). */
#ifndef LAYOUT_TABLEFIT_H
#define LAYOUT_TABLEFIT_H

#include "layout/table.h"

/* The block measured if it fits; else without the first columns of the drop order, as few as make
 * it fit.  All of them are left out if none does: BP5004 if that is still too wide. */
struct table_flow *tablefit_make(struct composer *composer, const struct table_block *block,
                                 mp width);

#endif
