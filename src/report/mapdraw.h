/* mapdraw: a laid out map as a scene, in groups that make its SVG accessible. */
#ifndef REPORT_MAPDRAW_H
#define REPORT_MAPDRAW_H

#include "report/maplayout.h"

/* One page; ids, roles, titles and descriptions as in the strategy map design section 2. */
const struct scene *mapdraw_scene(struct arena *arena, const struct map_model *model,
                                  const struct map_layout *layout, const struct words *words);

#endif
