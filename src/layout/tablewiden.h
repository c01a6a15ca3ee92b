/* tablewiden: a number is not broken: its column takes what it needs from the flexible ones, as
 * long as those stay readable. */
#ifndef LAYOUT_TABLEWIDEN_H
#define LAYOUT_TABLEWIDEN_H

#include "layout/table.h"

/* A copy of the table's block with wider columns, or NULL if no number was broken over lines. */
const struct table_block *tablewiden_block(struct composer *composer,
                                           const struct table_flow *table);

#endif
