/* privacy: names of people that --redact keeps out of all that is made of a workbook. */
#ifndef APP_PRIVACY_H
#define APP_PRIVACY_H

#include "app/job.h"

/* With --redact=people: puts a workbook without names in the place of job->workbook, before
 * anything is made of it.  OUTCOME_USAGE with a finding if the workbook itself is to be handed out
 * too. */
enum outcome privacy_keep(struct job *job);

#endif
