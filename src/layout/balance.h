/* balance: columns of about equal height that one text runs through. */
#ifndef LAYOUT_BALANCE_H
#define LAYOUT_BALANCE_H

#include "layout/galley.h"

/* The item before which a column of that height that begins with `from` must end: what must stay
 * together does, as long as that is possible; at least one item. */
size_t balance_end(const struct galley *galley, size_t from, mp height);
/* The least height at which the items from `from` on fit so many columns. */
mp balance_height(const struct galley *galley, size_t from, size_t columns);

#endif
