/* chartvalues: the values written in and above the columns of a chart.  A label that does not
 * fit its column stands above everything, so that it hides no outline and no line; of columns below
 * zero it stands below. */
#ifndef LAYOUT_CHARTVALUES_H
#define LAYOUT_CHARTVALUES_H

#include "layout/chartmonths.h"

struct chartvalue {
    const char *text;
    enum style style;
    uint32_t colour;
    struct rect box;
    bool plate;            /* white below it */
    struct rect outline;   /* that the plate lies in: of a hatched column; no width: none */
    bool down;             /* below a column that hangs from zero */
    bool tied;             /* far from its column: a line from one to the other */
    struct point from, to; /* of that line */
};

struct chartvalues {
    struct chartvalue items[CHARTMONTHS_MOST];
    size_t count;
    mp top; /* of the highest label; of the chart's bottom if there is none */
};

/* All values where there is room, else the last, first, lowest and highest, and the last
 * forecast.  Takes places in m's labels. */
void chartvalues_place(struct chartmonths *m, struct chartvalues *values);
void chartvalues_draw(const struct chartmonths *m, const struct chartvalues *values);

#endif
