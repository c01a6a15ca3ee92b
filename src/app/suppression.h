/* suppression: which findings are known and not told: --ignore, and the sheet Waivers
 * (workbook.md 2). */
#ifndef APP_SUPPRESSION_H
#define APP_SUPPRESSION_H

#include "app/job.h"

/* Before the work: reads --ignore.  OUTCOME_USAGE with a finding (BP9040, BP9041) if it names what
 * is no code, or the code of an error. */
enum outcome suppression_ignore(struct job *job);

/* After it: warnings and notes that a row of Waivers accepts are suppressed as long as the
 * reporting date is not past the day it expires.  A row accepts its code for the finding whose row
 * has or names the linked id, or whose message names it; for every row if it is blank.  Expired
 * rows are reported (BP3941), and those that meet nothing although all was judged by the
 * workbook's own date (BP3942).  May be called again when more has been reported. */
void suppression_waive(struct job *job);

#endif
