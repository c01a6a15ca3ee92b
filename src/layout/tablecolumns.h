/* tablecolumns: where the columns of a table stand (packet-look.md section 6). */
#ifndef LAYOUT_TABLECOLUMNS_H
#define LAYOUT_TABLECOLUMNS_H

#include "layout/table.h"

/* A flexible column narrower than this cannot be read. */
#define READABLE_LEAST MM(12)

/* Fixed columns have their width, flexible ones share what is left; if that is less than their
 * least widths, all flexible columns shrink, but not below what can be read. */
struct column_box *tablecolumns_make(struct composer *composer, const struct table_block *block,
                                     mp width);
/* The block with columns of its own, which may be changed. */
struct table_block *tablecolumns_copy(struct composer *composer, const struct table_block *block);
/* Whether something readable is left to every flexible column. */
bool tablecolumns_fit(const struct table_block *block, mp width);
/* BP5004, with the name of the table, if not. */
void tablecolumns_check(struct composer *composer, const struct table_block *block, mp width);

#endif
