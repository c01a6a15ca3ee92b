/* paginate: galleys divided into pages (packet-look.md section 9).
 *
 * Each item is placed once, in one walk; anchors are noted as their items find a page.  A break
 * comes after the last item that does not hold on to its follower; only what cannot fit any page
 * is divided elsewhere, and a single item taller than a page is BP5003. */
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
