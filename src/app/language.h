/* language: in which language the pages speak: that of --language, else the workbook's own, else
 * the template's.  Catalogues of words and sentences are built in; those in the folder of
 * --catalogues go first.  Where the workbook has translations into the language, the plan is made
 * anew with them (plan/translation.h).
 *
 * Several languages ("en,fr" on the command line, "en; fr" in the workbook) give a packet with a
 * part for each, and of what speaks one language at a time a file for each: the job speaks the
 * first, parts of it the others. */
#ifndef APP_LANGUAGE_H
#define APP_LANGUAGE_H

#include "app/job.h"

/* Sets job->template, the languages of job->further and perhaps job->plan for commands that make
 * pages or sentences; after the plan has been made, before it is judged.  OUTCOME_USAGE if there is
 * no such language or the command speaks one only, OUTCOME_FINDINGS if a catalogue is wrong. */
enum outcome language_choose(struct job *job);

/* "en, fr" or "en; fr", one by one; false at the end. */
bool language_next(struct arena *arena, const char **list, const char **out);

/* Completes job->further: the plan with its translations, judged, and the template; once the job
 * itself has been judged.  It finds nothing that the job has not been told of. */
enum outcome language_further(struct job *job);

/* The job in another language, with the same memory and findings; 0 is the job itself, i is
 * job->further[i - 1]. */
struct job language_part(const struct job *job, size_t i);
/* How many languages there are: 1 and the further ones. */
size_t language_count(const struct job *job);

/* Another template in the language of job->template and in those of job->further, which it
 * replaces; job->further is made anew. */
enum outcome language_again(struct job *job, const struct template *template);

/* The path of a file that speaks one language: "map.fr-CA.svg" if there are several, else the path
 * as it is. */
const char *language_path(const struct job *job, const char *path, size_t i);

#endif
