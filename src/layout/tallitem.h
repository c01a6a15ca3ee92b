/* tallitem: what is higher than a page, told by name. */
#ifndef LAYOUT_TALLITEM_H
#define LAYOUT_TALLITEM_H

#include "layout/galley.h"

/* BP5003, once for each: the item is higher than a page of the section. */
void tallitem_report(struct composer *composer, const struct section *section,
                     const struct galley_item *item);

#endif
