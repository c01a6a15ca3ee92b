/* measurechart: the charts of one measure, the same on every page: its months with plan, forecast
 * and red flag, its bullet graph, its XmR chart. */
#ifndef REPORT_MEASURECHART_H
#define REPORT_MEASURECHART_H

#include "assess/signal.h"
#include "report/report.h"

/* The fiscal year judged and the one before it.  The measure has a history and a judged period. */
struct chart *measurechart_months(struct report *report, const struct measure_result *result,
                                  mp height);
/* True if thresholds and an actual allow a bullet graph. */
bool measurechart_has_bullet(const struct measure_result *result);
struct chart *measurechart_bullet(struct report *report, const struct measure_result *result,
                                  mp width, mp height);
/* The actuals with their natural limits; what stands out is coloured by its effect. */
struct chart *measurechart_xmr(struct report *report, const struct measure_result *result,
                               const struct signal_result *signals, mp height);

#endif
