/* readagenda: the meetings at which the strategy is reviewed, what they deal with, and the papers
 * they decide on.  What they decided is read by readmeetings. */
#ifndef PLAN_READAGENDA_H
#define PLAN_READAGENDA_H

#include "plan/planbuild.h"

/* Fills the plan's meetings, agenda and papers, and leads from each meeting to its agenda by item
 * number.  Agenda items of unknown meetings are left out (reported).  Needs units. */
void readagenda(struct planbuild *b);

#endif
