/* comparestatus: the statuses that are not what they were: of units, objectives, measures,
 * initiatives and processes (for these the verdict on their staff). */
#ifndef COMPARE_COMPARESTATUS_H
#define COMPARE_COMPARESTATUS_H

#include "compare/comparing.h"

/* Both sides have results.  After comparesheet_match(). */
void comparestatus(struct comparing *c);

#endif
