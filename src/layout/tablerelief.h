/* tablerelief: long texts in narrow columns.  A column has the width that its usual contents want;
 * where one text of a workbook is far longer, a row of many lines of one or two words beside empty
 * room is what comes of it.  Then the columns of texts share the width anew, so that their highest
 * cells have about as many lines. */
#ifndef LAYOUT_TABLERELIEF_H
#define LAYOUT_TABLERELIEF_H

#include "layout/table.h"

/* A copy of the table's block with other widths, or NULL if no cell is high or the others have no
 * room to give.  Widths are reckoned from the lengths of texts: whoever asks looks whether the
 * table has really become lower (tablerelief_lower). */
const struct table_block *tablerelief_block(struct composer *composer,
                                            const struct table_flow *table);
/* Whether it is so much lower that columns of other widths are worth it. */
bool tablerelief_lower(const struct table_flow *relieved, const struct table_flow *table);

#endif
