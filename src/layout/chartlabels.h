/* chartlabels: which values of a row of columns or points are written, so that no label touches
 * another: last, first, lowest and highest go first (packet-look.md section 7). */
#ifndef LAYOUT_CHARTLABELS_H
#define LAYOUT_CHARTLABELS_H

#include "layout/chartink.h"

#define CHARTLABELS_MOST  512u
#define CHARTLABELS_LINES 128u

struct chartlabels_line {
    struct point a, b;
};

struct chartlabels {
    struct rect bounds; /* no label leaves it; no width: anywhere */
    struct rect placed[CHARTLABELS_MOST];
    size_t count;
    struct chartlabels_line lines[CHARTLABELS_LINES]; /* that no label may lie on */
    size_t line_count;
};

/* True if the rectangle lies within the bounds and touches no other; it is then taken. */
bool chartlabels_take(struct chartlabels *labels, struct rect rect);
/* Here no label may stand; half of the room is kept for labels. */
void chartlabels_block(struct chartlabels *labels, struct rect rect);
void chartlabels_block_line(struct chartlabels *labels, struct point a, struct point b);
/* Takes the first of the places (top left corners) at which a box of that size may stand. */
bool chartlabels_first(struct chartlabels *labels, const struct point *places, size_t count,
                       struct rect *box);
/* The usual places of a box beside a mark of that radius: above, below, right, left, then the four
 * corners. */
#define CHARTLABELS_AROUND 8u
void chartlabels_around(struct point centre, mp radius, mp width, mp height,
                        struct point places[CHARTLABELS_AROUND]);
/* Order in which to try the first `count` months whose actual value is labelled; returns how many.
 * The first *key of them are last, first, lowest and highest. */
size_t chartlabels_order(const struct chart_month *months, size_t count, size_t *order,
                         size_t *key);

#endif
