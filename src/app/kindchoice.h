/* kindchoice: which kind of packet is asked for, and what it is to be about. */
#ifndef APP_KINDCHOICE_H
#define APP_KINDCHOICE_H

#include "app/job.h"

/* The template of --template or --kind, else of the kind that the workbook asks for, in its own
 * language, with what the command line wants otherwise: paper, filters.  Commands that make no
 * packet always have the board's.  Else why not, with a finding. */
enum outcome kindchoice_template(struct job *job, const struct template **out);

/* Looks up what job->template is to be about, for the unit of the job, once all is judged.  Sets
 * job->template anew. */
enum outcome kindchoice_about(struct job *job);

/* Says that there is no such kind, and which there are. */
enum outcome kindchoice_unknown(struct job *job, const char *kind);

/* The template in a file; with NULL the outcome says why not. */
enum outcome kindchoice_read(struct job *job, const char *path, const struct template **out);

#endif
