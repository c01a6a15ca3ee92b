/* mapjson: a laid out map as numbers, for tools that judge or keep a layout. */
#ifndef REPORT_MAPJSON_H
#define REPORT_MAPJSON_H

#include "report/maplayout.h"

/* Boxes, ways and lines of text in millimetres, to a thousandth. */
void mapjson_write(const struct map_model *model, const struct map_layout *layout,
                   struct textbuf *out);

#endif
