/* plandecimals: how many decimals a measure is printed with.
 *
 * As many as the sheet declares; from the third on only those that some actual, target, forecast or
 * threshold fills, for zeros that nobody wrote are no precision.  Where nothing is declared, the
 * fewest that show actuals and targets as they were handed in; of long fractions three or four
 * digits in all. */
#ifndef PLAN_PLANDECIMALS_H
#define PLAN_PLANDECIMALS_H

#include "plan/planbuild.h"

/* Settles the decimals of all measures, whose values and thresholds must have been read. */
void plandecimals(struct planbuild *b);

#endif
