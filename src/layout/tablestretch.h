/* tablestretch: rows that share what is left of their page (packet-look.md section 8, scorecard).
 */
#ifndef LAYOUT_TABLESTRETCH_H
#define LAYOUT_TABLESTRETCH_H

#include "layout/galley.h"

/* If all of the galley fits one page with room to spare, the rows of tables that name a row_most
 * grow alike, but none beyond it. */
void tablestretch_rows(struct galley *galley, mp body_height);

#endif
