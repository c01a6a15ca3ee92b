/* blockdraw: a placed item as glyphs, shapes and tags. */
#ifndef LAYOUT_BLOCKDRAW_H
#define LAYOUT_BLOCKDRAW_H

#include "layout/paginate.h"

void blockdraw(struct composer *composer, const struct placement *placement);

#endif
