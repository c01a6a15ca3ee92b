/* chartscale: from the data of a chart to the ends of its scale, and one scale for several charts:
 * the same unit has the same scale on a page (packet-look.md section 7). */
#ifndef LAYOUT_CHARTSCALE_H
#define LAYOUT_CHARTSCALE_H

#include "layout/chartink.h"

/* The range a chart was given, else that of its data: from zero where there are bars, with some
 * room at both ends for lines.  Not set: it holds no value, or has no scale of values. */
struct chart_range chartscale_of(const struct chart *chart);
struct chart_range chartscale_months(const struct chart_columns *columns, bool zero);

/* Gives all of them the range that holds each one's data: columns, lines, waterfalls, XmR charts,
 * bullets, variances and rates; others and empty ones stay as they are.  Give them one height (or
 * width), too, and the strip to all or none: then equal values are equally long. */
void chartscale_share(struct chart *const *charts, size_t count);

/* A range between two places; one without length is widened by 1. */
struct scale chartscale_make(struct chart_range range, mp a, mp b);

#endif
