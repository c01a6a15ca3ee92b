/* planseries: from the values on the sheet to the series of a measure: one value for each period
 * of the measure's own frequency.
 *
 * Values of shorter periods are combined by the measure's aggregation, and only when all of them
 * are there: an incomplete sum would look like a bad result (workbook rules: periods).  A week
 * belongs to the period that holds its Thursday. */
#ifndef PLAN_PLANSERIES_H
#define PLAN_PLANSERIES_H

#include "plan/planbuild.h"

/* Fills measure->series[series] from the values as written, which may be of the measure's own and
 * of shorter periods.  Sorts `raw` and keeps it as the series: it must outlive the plan.  Reports
 * repetitions and what cannot be combined. */
void planseries_fill(struct planbuild *b, struct measure *measure, enum series series,
                     struct value *raw, size_t count);
/* The missing actuals of a ratio measure from its numerators and denominators. */
void planseries_ratio(struct planbuild *b, struct measure *measure);

#endif
