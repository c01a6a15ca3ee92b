/* chartmonths: what the column and the line chart of many months share: places of the months,
 * the value scale, the axis below, the labels in the lane at the right. */
#ifndef LAYOUT_CHARTMONTHS_H
#define LAYOUT_CHARTMONTHS_H

#include "layout/chartlabels.h"

#define CHARTMONTHS_MOST       64u
#define CHARTMONTHS_PLAN_SHIFT MM(0.9)

struct chartmonths {
    const struct ink *ink;
    const struct chart_columns *chart;
    struct rect rect;   /* of the whole chart */
    mp pitch, year_gap; /* of the months */
    mp end;             /* right end of the last month */
    struct scale value; /* from value to y */
    mp axis;            /* bottom of the plot: the months' names stand below */
    bool steps;         /* months have red flags of their own */
    struct chartlabels labels;
};

/* zero: the scale includes zero (columns); top: where the highest value may stand. */
struct chartmonths chartmonths_make(const struct ink *ink, const struct chart_columns *chart,
                                    struct rect rect, mp top, bool zero);
/* Left end of a month's slot. */
mp chartmonths_x(const struct chartmonths *m, size_t i);
/* The column of a value, standing on (or hanging from) zero; never without height, for nought is a
 * figure and a month without one has no column. */
mp chartmonths_column_width(const struct chartmonths *m);
struct rect chartmonths_column(const struct chartmonths *m, size_t i, double value);
/* The outline of a month's plan, a little to the left of its column; false: none. */
bool chartmonths_plan(const struct chartmonths *m, size_t i, struct rect *rect);
/* Months that are drawn and labelled: a chart of more than CHARTMONTHS_MOST is not readable. */
size_t chartmonths_count(const struct chartmonths *m);
bool chartmonths_empty(const struct chartmonths *m);
void chartmonths_draw_axis(const struct chartmonths *m);
/* The red flag drawn over a month; false: none. */
bool chartmonths_red(const struct chartmonths *m, size_t i, double *red);
/* Dashed line of the red flag behind everything, a step wherever it changes. */
void chartmonths_draw_red(const struct chartmonths *m);
/* "Plan 5.0" and "Red flag 4.0" at the heights of their lines, pushed apart where they meet. */
void chartmonths_draw_lane(const struct chartmonths *m);

#endif
