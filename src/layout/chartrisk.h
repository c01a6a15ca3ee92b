/* chartrisk: where the pills, circles and arrows of a risk map stand (packet-look.md section 7).
 *
 * A cell has slots for pills, filled in the order of the risks; what does not fit is counted by a
 * last pill, and those above appetite go first.  Then each risk that controls have moved gets its
 * circle in the cell of its inherent rating, and an arrow with at most one bend, so that arrows
 * avoid pills first, then circles, then the cells' numbers, then each other.  Whole numbers only:
 * the same risks stand the same on every machine. */
#ifndef LAYOUT_CHARTRISK_H
#define LAYOUT_CHARTRISK_H

#include "layout/chartink.h"

#define CHARTRISK_MOST   100u /* pills: four a cell */
#define CHARTRISK_RADIUS MM(1.1)

struct chartrisk_grid {
    mp x, y, cell_width, cell_height, gap;
    mp pill_width, pill_height;
    unsigned slots; /* a cell: 4, or 2 for long ids */
};

struct chartrisk_pill {
    const struct chart_risk *risk; /* NULL: counts others */
    int cell;                      /* 0 to 24, by impact, then likelihood */
    unsigned slot;
    struct rect rect; /* of the slot */
    size_t others;    /* counted here */
    bool above;       /* appetite; of the others: any */
    bool moved, bent; /* it has a circle and an arrow */
    struct point circle, bend, tip;
};

struct chartrisk {
    struct chartrisk_grid grid;
    struct chartrisk_pill pills[CHARTRISK_MOST];
    size_t count;
};

/* Left out are risks without a residual rating of 1 to 5. */
void chartrisk_place(struct chartrisk *map, const struct chart_risk *risks, size_t count);

struct rect chartrisk_cell(const struct chartrisk_grid *grid, int likelihood, int impact);
/* The place of a cell's number. */
struct rect chartrisk_number(const struct chartrisk_grid *grid, int cell);

#endif
