/* readtranslations: texts of the workbook in other languages. */
#ifndef PLAN_READTRANSLATIONS_H
#define PLAN_READTRANSLATIONS_H

#include "plan/planbuild.h"

/* Fills the plan's translations; those of a row or column that there is not, and second ones, are
 * left out (reported: BP5065 to BP5068). */
void readtranslations(struct planbuild *b);

#endif
