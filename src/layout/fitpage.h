/* fitpage: a drawing brought to another paper: enlarged or reduced as a whole. */
#ifndef LAYOUT_FITPAGE_H
#define LAYOUT_FITPAGE_H

#include "scene/scene.h"

/* The scene's one page (asserted) becomes width by height; everything on it keeps its proportions,
 * touches two opposite edges as before and stands in the middle between the other two.  Coordinates
 * are rounded to the nearest millipoint, and equal ones stay equal. */
void fitpage(struct scene *scene, mp width, mp height);

/* What becomes of a length and of a point when a page of the size of `from` becomes one of `to`. */
mp fitpage_length(mp length, struct rect from, struct rect to);
struct point fitpage_point(struct point point, struct rect from, struct rect to);

#endif
