/* chartpoints: values as points joined by lines: stretches with gaps, and labels beside the points
 * that lie on no line (line chart, XmR chart). */
#ifndef LAYOUT_CHARTPOINTS_H
#define LAYOUT_CHARTPOINTS_H

#include "layout/chartmonths.h"

/* The value of a month that a line goes through. */
typedef const struct chart_value *chartpoints_value(const struct chart_month *month);

struct point chartpoints_at(const struct chartmonths *m, size_t i, double value);
/* Stretches of known values; a gap stays a gap, a lonely value is a dot. */
void chartpoints_draw(const struct chartmonths *m, chartpoints_value *value, uint32_t colour,
                      mp width);
/* The line of actual values, and of forecasts after them, is no place for labels, nor are its
 * points with what is drawn round them. */
void chartpoints_block(struct chartmonths *m, mp radius);
/* Above the point, below it, or beside it: the first place that touches nothing, on a plate.
 * False: there is none. */
bool chartpoints_label(struct chartmonths *m, size_t i, const struct chart_value *value,
                       enum style style, uint32_t colour);
/* Straight above the point or below it, so that nobody takes it for the value of a neighbour; up to
 * so much farther away. */
bool chartpoints_upright(struct chartmonths *m, size_t i, const struct chart_value *value,
                         enum style style, uint32_t colour, mp reach);

#endif
