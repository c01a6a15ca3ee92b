/* language: in which language the pages speak: that of --language, else the workbook's own, else
 * the template's.  Catalogues of words and sentences are built in; those in the folder of
 * --catalogues go first. */
#ifndef APP_LANGUAGE_H
#define APP_LANGUAGE_H

#include "app/job.h"

/* Sets job->template for commands that make pages or sentences; after the plan has been made.
 * OUTCOME_USAGE if there is no such language, OUTCOME_FINDINGS if a catalogue is wrong. */
enum outcome language_choose(struct job *job);

/* Another template in the language of job->template, which it replaces. */
enum outcome language_again(struct job *job, const struct template *template);

#endif
