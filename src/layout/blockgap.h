/* blockgap: how far a block stands below the one above it (packet-look.md section 1): multiples of
 * u, and a heading needs more above than below. */
#ifndef LAYOUT_BLOCKGAP_H
#define LAYOUT_BLOCKGAP_H

#include "layout/document.h"

/* Before the section's density; `above` NULL: nothing stands above. */
mp blockgap(const struct block *above, const struct block *block);

#endif
