/* dark: a drawing on a dark ground, for projectors and dark rooms: words and lines turn light, what
 * they stand on turns dark, and every status keeps its shape and its word. */
#ifndef LAYOUT_DARK_H
#define LAYOUT_DARK_H

#include "scene/scene.h"

/* Of the page itself. */
#define DARK_GROUND 0x0F1720u

/* Recolours all pages and puts the ground under them.  The colours of style.h, of the marks and of
 * the strategy map have counterparts of their own: words at least 4.5 : 1 against what they stand
 * on, marks and lines 3 : 1, statuses as far apart for all eyes as on white.  Any other colour
 * keeps its hue and swaps its lightness.  Pictures stay as they are; one that can be seen through
 * gets a white plate, because it was made for paper. */
void dark(struct scene *scene);

/* What becomes of the colour of a shape, and of words. */
uint32_t dark_of(uint32_t colour);
uint32_t dark_text(uint32_t colour);

#endif
