/* chartlabels: which values of a row of columns or points are written, so that no label touches
 * another: last, first, lowest and highest go first (packet-look.md section 7). */
#ifndef LAYOUT_CHARTLABELS_H
#define LAYOUT_CHARTLABELS_H

#include "layout/chartink.h"

#define CHARTLABELS_MOST 512u

struct chartlabels {
    struct rect placed[CHARTLABELS_MOST];
    size_t count;
};

/* True if the rectangle touches no other; it is then taken. */
bool chartlabels_take(struct chartlabels *labels, struct rect rect);
/* Order in which to try the first `count` months whose actual value is labelled; returns how many.
 * The first *key of them are last, first, lowest and highest. */
size_t chartlabels_order(const struct chart_month *months, size_t count, size_t *order,
                         size_t *key);

#endif
