/* mapframe: what stands round the cards: bands and their labels, theme columns, title block, legend
 * and footer. */
#ifndef REPORT_MAPFRAME_H
#define REPORT_MAPFRAME_H

#include "report/mapmetrics.h"

struct map_frame {
    const struct map_task *task;
    struct fontset *fonts;
    const struct words *words;
    const struct route *route;
    const struct map_metrics *metrics;
    struct map_layout *layout;
    struct diags *diags;
    bool framed;
};

/* Bands with their labels; fills layout->bands. */
void mapframe_bands(const struct map_frame *frame);
/* Headers and tints of the theme columns; fills layout->themes. */
void mapframe_themes(const struct map_frame *frame);

#endif
