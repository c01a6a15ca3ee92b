/* tablewiden: what is not broken: numbers and ids have all they need from the flexible columns, as
 * long as those stay readable; then words that would be cut, where a little more width helps. */
#ifndef LAYOUT_TABLEWIDEN_H
#define LAYOUT_TABLEWIDEN_H

#include "layout/table.h"

/* A copy of the table's block with wider columns, or NULL if none can or need be wider. */
const struct table_block *tablewiden_block(struct composer *composer,
                                           const struct table_flow *table);

#endif
