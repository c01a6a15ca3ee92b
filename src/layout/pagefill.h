/* pagefill: where pages end: how much of a galley a page takes, and how columns go on over pages
 * (packet-look.md section 9).
 *
 * A break comes after the last item that does not hold on to its follower; only what cannot fit any
 * page is divided elsewhere, and a single item taller than a page is BP5003. */
#ifndef LAYOUT_PAGEFILL_H
#define LAYOUT_PAGEFILL_H

#include "layout/pageflow.h"

/* Places the galley below what stands on the page, and on new pages. */
void pagefill(struct pageflow *flow, const struct galley *galley);

/* Whether something of the galley, which has an item, would stand on this page. */
bool pagefill_begins(struct pageflow *flow, const struct galley *galley, struct page_spot spot);

#endif
