/* comparevalues: the series of the measures, period by period, as the plan has them: in the
 * measure's own frequency and unit, with later ones left out when an earlier day is looked at.
 *
 * Consecutive periods with the same change become one difference.  Values that came in are counted,
 * one difference a series; so are withdrawn ones, a run at a time. */
#ifndef COMPARE_COMPAREVALUES_H
#define COMPARE_COMPAREVALUES_H

#include "compare/comparing.h"

/* After comparesheet_match(). */
void comparevalues(struct comparing *c);

#endif
