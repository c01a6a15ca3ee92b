/* exceptioncharts: the exceptions in pictures: 24 months of what is off track, and every exception
 * against its thresholds (domain.md section 5, charts).  What the deep dives of the packet draw is
 * not drawn twice: what slipped from on track to at risk has its place. */
#ifndef REPORT_EXCEPTIONCHARTS_H
#define REPORT_EXCEPTIONCHARTS_H

#include "report/report.h"

/* Appends the charts of the unit's exceptions; nothing if there is nothing to draw. */
void exceptioncharts_add(struct report *report, struct section *section);

#endif
