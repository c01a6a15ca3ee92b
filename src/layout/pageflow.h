/* pageflow: the page being filled: what stands on it, how far down, and its notes at the foot.
 *
 * Items are placed in one walk, each once; anchors are noted as they are.  Where a page ends is not
 * decided here (pagefill.h). */
#ifndef LAYOUT_PAGEFLOW_H
#define LAYOUT_PAGEFLOW_H

#include "layout/paginate.h"

struct pageflow {
    struct composer *composer;
    struct pagination *out;
    const struct section *section;
    struct page_geometry geometry;
    mp floor;             /* the pages of the section end there, or where the body does */
    mp y;                 /* below what stands on the page */
    bool fresh;           /* nothing stands on the page */
    bool begun;           /* the section stands on an earlier page */
    bool titled;          /* above a table that goes on stands the title again */
    bool titles;          /* there was one, or would have been were it titled */
    struct galley *notes; /* of the page; NULL: none */
    mp notes_height;      /* without what stands above them */
};

/* A place on the current page. */
struct page_spot {
    mp x, y;
    bool top;  /* at the top of a page: no gap above the first item */
    mp bottom; /* nothing may reach below; 0: the end of the body */
};

/* The page being filled, from 0. */
uint32_t pageflow_page(const struct pageflow *flow);
/* So much of the height of the body. */
mp pageflow_share(const struct pageflow *flow, mp part, mp of);
/* Where the body ends above the notes of the page, with those of what is about to be placed; half a
 * page is the body's. */
mp pageflow_bottom(const struct pageflow *flow, mp more);

/* A page of the section and its geometry; pageflow_new_page() first places the notes of the one
 * that is full. */
void pageflow_begin_page(struct pageflow *flow);
void pageflow_new_page(struct pageflow *flow);
/* Nothing goes on below: all notes are placed. */
void pageflow_end(struct pageflow *flow);

/* Notes that an item stands at x (without its indent) and y, and no more; valid until the next. */
struct placement *pageflow_add(struct pageflow *flow, const struct galley *galley,
                               const struct galley_item *item, mp x, mp y);
/* Items from..to, with what is in them; above the first, the head and group of a table that goes
 * on.  `below`: y of their end. */
void pageflow_place(struct pageflow *flow, const struct galley *galley, size_t from, size_t to,
                    struct page_spot spot, mp *below);
/* Columns of the height, as far as the text goes; gives the first item that did not fit, and the
 * lowest end of a column. */
size_t pageflow_place_balanced(struct pageflow *flow, const struct balanced_flow *balanced,
                               size_t from, mp height, struct page_spot spot, mp *end_y);

/* ---- what items ask of a page ---------------------------------------------------------------- */

/* True if a row goes on with a table that began on an earlier page. */
bool pageflow_goes_on(const struct galley *galley, size_t from);
/* Height of what then stands above it. */
mp pageflow_lead(const struct galley *galley, size_t from);
/* Where an item begins that follows what ends at y; `top`: it needs no gap. */
mp pageflow_top(const struct galley_item *item, mp y, bool top);
/* Height of the notes of items from..to. */
mp pageflow_notes(const struct galley *galley, size_t from, size_t to);

#endif
