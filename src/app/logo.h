/* logo: the picture of --logo, read before anything is drawn. */
#ifndef APP_LOGO_H
#define APP_LOGO_H

#include "app/job.h"

/* Fills job->logo if the options ask for one; OUTCOME_USAGE or OUTCOME_UNREADABLE with a finding.
 */
enum outcome logo_read(struct job *job);

#endif
