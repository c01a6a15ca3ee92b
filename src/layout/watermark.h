/* watermark: words behind the pages, from the lower left corner to the upper right one, drawn as
 * shapes: a voice does not read them, and a search does not find them.
 *
 * They are a little darker than what they stand on, and so pale that secondary words on them keep
 * 4.5 : 1.  Where a page has panels and cards, which would hide them, they go on through those. */
#ifndef LAYOUT_WATERMARK_H
#define LAYOUT_WATERMARK_H

#include "layout/composer.h"

/* The first thing on a page; nothing if the frame has no such words. */
void watermark_draw(struct composer *composer, uint32_t page);
/* On what hides them: when all pages are drawn and have their colours. */
void watermark_through(struct composer *composer);

#endif
