/* brand: what a house gives its pages beside its colours: its mark and its fonts, as files. */
#ifndef APP_BRAND_H
#define APP_BRAND_H

#include "app/job.h"

/* Fills job->logo (logo.h) and job->house, if the template or the options ask for them.  Files that
 * are not fit for use are findings at the template's line, and the outcome is OUTCOME_UNREADABLE.
 */
enum outcome brand_read(struct job *job);

/* The fonts alone, of a template that is only looked at. */
enum outcome brand_fonts(struct job *job, const struct template *template);

/* A path of the template, beside its file unless it begins at the root. */
const char *brand_path(struct arena *arena, const struct template *template, const char *path);

#endif
