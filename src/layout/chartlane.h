/* chartlane: labels at the heights of their lines, one below the other in a lane at the right of a
 * chart, pushed apart where they would touch. */
#ifndef LAYOUT_CHARTLANE_H
#define LAYOUT_CHARTLANE_H

#include "layout/chartink.h"

#define CHARTLANE_MOST 4u

struct chartlane_label {
    const char *text;
    uint32_t colour;
    mp y; /* of its line, then of its middle */
};

/* Moves the labels so that neighbours are `pitch` apart at least and all middles lie between top
 * and bottom, if there is room: those that meet share the way.  Their order by y stays; of equal
 * ones the first is on top. */
void chartlane_spread(struct chartlane_label *labels, size_t count, mp pitch, mp top, mp bottom);
/* Width of the widest. */
mp chartlane_width(const struct ink *ink, const struct chartlane_label *labels, size_t count);
/* Spread over the height of the lane, which holds them whole, and written from its left end on. */
void chartlane_draw(const struct ink *ink, struct chartlane_label *labels, size_t count,
                    struct rect lane);

#endif
