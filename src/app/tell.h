/* tell: where the findings go, and in which form.
 *
 * Text goes to standard error, with a summary at its end.  The forms for programs go
 * - to the file that --diagnostics-file names, whole or not at all, also when there are errors;
 *   people then still have the text on standard error;
 * - else, instead of the text, to standard output with `check`, whose result they are, and to
 *   standard error with commands whose result is something else. */
#ifndef APP_TELL_H
#define APP_TELL_H

#include "app/job.h"

/* Before the work: OUTCOME_USAGE or OUTCOME_UNWRITTEN with a finding if what the options say cannot
 * be done (BP9005, BP9042, BP9043); the findings are then told as text. */
enum outcome tell_prepare(struct job *job);

/* True if a program reads the findings: it is told columns in characters, for which the lines of
 * the input are looked at. */
bool tell_to_program(const struct job *job);

/* True if a program reads the findings from standard error. */
bool tell_to_standard_error(const struct job *job);

/* Tells all of them; gives status, or OUTCOME_UNWRITTEN if a run that went well so far could not
 * write them. */
enum outcome tell_findings(struct job *job, enum outcome status);

#endif
