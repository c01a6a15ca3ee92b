/* figures: the charts whose numbers do not stand beside them, for the appendix that prints them as
 * tables (layout/charttable.h).  A section hands each such chart in once; the section "figures"
 * comes after them in a template and prints what there is.  Without it nothing is kept. */
#ifndef REPORT_FIGURES_H
#define REPORT_FIGURES_H

#include "report/report.h"

/* A chart of a block, under a name; writes into the caption where its figures stand. */
void figures_add(struct report *report, struct block *block, const char *name);

#endif
