/* mapink: pieces and ways of a map as shapes of a scene. */
#ifndef REPORT_MAPINK_H
#define REPORT_MAPINK_H

#include "report/maplayout.h"
#include "scene/draw.h"

void mapink_piece(struct pen pen, const struct map_piece *piece);
/* A link's line, round at its corners and pausing where others cross it, with its arrow. */
void mapink_way(struct pen pen, const struct map_layout *layout, int link);

#endif
