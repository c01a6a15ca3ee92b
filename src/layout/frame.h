/* frame: running head and footer of a page, as artifacts (packet-look.md section 5). */
#ifndef LAYOUT_FRAME_H
#define LAYOUT_FRAME_H

#include "layout/composer.h"
#include "layout/layout.h"

struct frame_page {
    const struct section *section; /* named in the running head */
    struct page_geometry geometry;
    bool continued; /* the section began on an earlier page */
};

/* number counts from 0. */
void frame_draw(struct composer *composer, const struct frame_page *page, uint32_t number,
                uint32_t pages);

#endif
