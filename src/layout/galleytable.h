/* galleytable: a table as items of a galley: its head, and its rows or, of tall ones, their lines;
 * which of them hold on to each other (packet-look.md section 9). */
#ifndef LAYOUT_GALLEYTABLE_H
#define LAYOUT_GALLEYTABLE_H

#include "layout/galley.h"

/* Appends the table of the block, which has rows; `gap`: to the item above. */
void galleytable_add(struct composer *composer, struct galley *galley, const struct block *block,
                     struct table_flow *table, mp gap);

#endif
