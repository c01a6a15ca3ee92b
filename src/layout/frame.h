/* frame: running head and footer of a page, as artifacts (packet-look.md section 5). */
#ifndef LAYOUT_FRAME_H
#define LAYOUT_FRAME_H

#include "layout/composer.h"
#include "layout/layout.h"

/* page counts from 0. */
void frame_draw(struct composer *composer, const struct section *section,
                const struct page_geometry *geometry, uint32_t page, uint32_t pages);

#endif
