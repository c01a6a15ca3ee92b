/* language: in which language the pages speak: that of --language, else the workbook's own, else
 * the template's.  Catalogues of words and sentences are built in; those in the folder of
 * --catalogues go first.  Where the workbook has translations into the language, the plan is made
 * anew with them (plan/translation.h).
 *
 * Several languages ("en,fr" on the command line, "en; fr" in the workbook) give a packet with a
 * part for each: the job speaks the first, further jobs the others. */
#ifndef APP_LANGUAGE_H
#define APP_LANGUAGE_H

#include "app/job.h"

/* Sets job->template, job->further and perhaps job->plan for commands that make pages or sentences;
 * after the plan has been made, before it is judged.  OUTCOME_USAGE if there is no such language or
 * the command speaks one only, OUTCOME_FINDINGS if a catalogue is wrong. */
enum outcome language_choose(struct job *job);

/* Another template in the language of job->template, which it replaces. */
enum outcome language_again(struct job *job, const struct template *template);

/* The job of a further part, judged, with findings of its layout only; NULL: findings say why. */
struct job *language_part(const struct job *job, const char *language);

#endif
