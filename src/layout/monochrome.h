/* monochrome: a scene in black, white and grey, so that every status reads by its shape and its
 * darkness (packet-look.md section 11): for black printers and for photocopies. */
#ifndef LAYOUT_MONOCHROME_H
#define LAYOUT_MONOCHROME_H

#include "scene/scene.h"

/* Status solids become black, dark grey, white with an outline, black; their tints white with an
 * outline; the ramp of perspectives runs from dark to middle grey; all else keeps its lightness.
 * So do the pixels of pictures. */
void monochrome(struct scene *scene);

/* What becomes of a colour. */
uint32_t monochrome_of(uint32_t colour);

#endif
