/* figures: the charts whose numbers do not stand beside them, for the appendix that prints them as
 * tables (layout/charttable.h).  A section hands each such chart in once; the section "figures"
 * comes after them in a template and prints what there is.  Without it nothing is kept. */
#ifndef REPORT_FIGURES_H
#define REPORT_FIGURES_H

#include "report/report.h"

/* A chart of a block, under a name, with what is told about it and below it (charttable.h; chart
 * and anchor are filled here); writes into the caption where its figures stand. */
void figures_add(struct report *report, struct block *block, struct charttable figures);
/* An XmR chart: in the table of the chart handed in just before, if it is of the same values; else
 * as one of its own, under that name. */
void figures_noise(struct report *report, struct block *block, const char *name);
/* How many charts the tables hold. */
size_t figures_charts(const struct report *report);

#endif
