/* since: the workbook of the last packet, beside which this one is told (--since). */
#ifndef APP_SINCE_H
#define APP_SINCE_H

#include "app/job.h"

/* Reads and judges it, at its own date and period, and puts it beside job->assessment
 * (assess/lastpacket.h).  Its warnings were told when it was the newest; its errors are told with
 * this one's.  Without the option nothing is done. */
enum outcome since_read(struct job *job);

/* Findings on what makes an older workbook, though sound, hardly the one that was wanted. */
void since_question(struct job *job, const struct job *older);

#endif
