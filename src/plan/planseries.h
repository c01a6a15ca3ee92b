/* planseries: from the values on the sheet to the series of a measure: one value for each period
 * of the measure's own frequency.
 *
 * Values of shorter periods are combined by the measure's aggregation, and only when all of them
 * are there: an incomplete sum would look like a bad result (workbook rules: periods).  A week
 * belongs to the period that holds its Thursday. */
#ifndef PLAN_PLANSERIES_H
#define PLAN_PLANSERIES_H

#include "plan/planbuild.h"

/* A value as written, in the measure's own unit. */
struct raw_value {
    struct period period;
    struct decimal value;
    const struct record *record;
};

/* Sorts raw, reports repetitions and fills measure->series[series]. */
void planseries_fill(struct planbuild *b, struct measure *measure, enum series series,
                     struct raw_value *raw, size_t count);
/* The missing actuals of a ratio measure from its numerators and denominators. */
void planseries_ratio(struct planbuild *b, struct measure *measure);

#endif
