/* initiativestatus: late, over budget, not delivering (domain.md section 4, rule 11).
 *
 * Decisions:
 * - Expected % is the weight of the milestones due by the date, if every milestone of the
 *   initiative has a weight (and they sum above 0); else elapsed / duration in days.
 * - % complete is the sheet's; if blank and the milestones are weighted, the weight of those done.
 *   Without either there is no gap, only overdue milestones and the end date speak.
 * - Overdue: due before the date and not done by it.  Past its end: the end date lies before the
 *   date and the initiative is neither closed nor 100 % done.
 * - Limits are compared exactly and belong to the better band.  An approved budget of 0 is green
 *   with nothing to spend and red otherwise; a case of 0 or less is not judged.
 * - closed: no schedule to judge any more, cost and benefit still are.  proposed: not due.
 *   retired, not applicable: not applicable.  Overall is the worst of the colours reported.
 * - If the initiative's own columns of the benefit are both blank, the sums of its benefits in the
 *   base currency stand in (benefitstatus_case()).
 * - What the owner reports stands beside it and changes nothing; it disagrees if it is better. */
#ifndef ASSESS_INITIATIVESTATUS_H
#define ASSESS_INITIATIVESTATUS_H

#include "assess/assess.h"
#include "assess/wide.h"

/* Gap of expected (part / whole, whole > 0) over done: <= 5 points green, <= 15 amber, else red. */
enum status initiativestatus_gap(wide expected_part, wide expected_whole,
                                 struct decimal done_percent);
/* 1..30 days amber, more red; 0 or less green. */
enum status initiativestatus_overdue(int days);
enum status initiativestatus_budget(struct decimal forecast, struct decimal approved);
enum status initiativestatus_benefit(struct decimal forecast, struct decimal planned);

/* currency: the base currency's code. */
struct initiative_result initiativestatus(const struct initiative *initiative, struct date as_of,
                                          const char *currency);

#endif
