/* paginate: galleys divided into pages (packet-look.md section 9).
 *
 * A section begins a page, or goes on where the one before it ended; it stands on as few pages as
 * it can, a little closer than designed where that spares one (density.h).  That is found out by
 * placing it where nobody sees it; then each item is placed once (pageflow.h, pagefill.h). */
#ifndef LAYOUT_PAGINATE_H
#define LAYOUT_PAGINATE_H

#include "layout/frame.h"
#include "layout/galley.h"

enum placement_part {
    PLACED_ITEM,
    PLACED_HEAD_AGAIN,  /* head of the item's table, repeated */
    PLACED_GROUP_AGAIN, /* name of the row's group, repeated */
    PLACED_TITLE_AGAIN  /* message of a section whose table goes on */
};

struct placement {
    const struct galley_item *item;
    const struct section *section;
    enum placement_part part;
    uint32_t page;
    mp x, y, width;
    size_t last; /* ROW: last row of its table on this page */
    bool first;  /* ROW: first of its table on a page after a break; NOTE: first of its page */
};

struct pagination {
    VEC(struct placement) placements;
    VEC(struct frame_page) pages;
};

/* Measures and places every section; anchors go to the composer. */
struct pagination *paginate(struct composer *composer);

/* The same for long documents, a section at a time: `taken` gets the placements of each, which are
 * gone when it returns, as is all that was measured for them (composer->arena).  Pages and
 * anchors stay. */
typedef void paginate_taken_fn(void *user, const struct pagination *section);
struct pagination *paginate_each(struct composer *composer, paginate_taken_fn *taken, void *user);

#endif
