/* chartplace: a chart as a figure with its alternative text, or as an artifact beside numbers. */
#ifndef LAYOUT_CHARTPLACE_H
#define LAYOUT_CHARTPLACE_H

#include "layout/composer.h"

void chartplace_draw(struct composer *composer, const struct chart *chart, scene_element_id parent,
                     uint32_t page, struct rect rect);
/* A Figure element with its alternative text and box. */
scene_element_id chartplace_figure(struct composer *composer, scene_element_id parent,
                                   const char *alt, uint32_t page, struct rect rect);

#endif
