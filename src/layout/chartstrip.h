/* chartstrip: the variances of a column chart, hanging from their plan above the columns
 * (packet-look.md section 7). */
#ifndef LAYOUT_CHARTSTRIP_H
#define LAYOUT_CHARTSTRIP_H

#include "layout/chartmonths.h"

struct chartstrip {
    mp height;        /* of all of it with the gap to the columns; 0: there is no strip */
    mp line;          /* y of the plan */
    double per_unit;  /* millipoints */
    bool named_above; /* its name stands above it, for want of room at its start */
};

/* The strip at the top of a chart's rectangle. */
struct chartstrip chartstrip_make(const struct ink *ink, const struct chart_columns *chart,
                                  struct rect rect);
/* Over the columns of m: bars by effect, hatched for forecasts, with signed labels outside: all
 * that fit, else judged period, last, first and extremes. */
void chartstrip_draw(const struct chartmonths *m, const struct chartstrip *strip);

#endif
