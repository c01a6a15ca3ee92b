/* job: one run of the program over one workbook: read, plan, assess; findings; exit status.
 *
 * Everything lives in the job's arena.  Results go to standard output or files, everything said
 * about them to standard error. */
#ifndef APP_JOB_H
#define APP_JOB_H

#include "app/options.h"
#include "assess/assess.h"
#include "base/file.h"

enum outcome {
    OUTCOME_DONE = 0,
    OUTCOME_FINDINGS = 1, /* errors in the workbook, or what --fail-on says */
    OUTCOME_USAGE = 2,
    OUTCOME_UNREADABLE = 3, /* the input cannot be read or is malformed */
    OUTCOME_UNWRITTEN = 4,  /* an output could not be written */
    OUTCOME_INTERNAL = 5    /* out of memory, or a fault of the program */
};

enum job_stage { JOB_WORKBOOK, JOB_PLAN, JOB_ASSESSMENT };

struct job {
    struct arena *arena;
    const struct options *options;
    struct diags *diags;
    const char *input; /* as shown in messages */
    const struct workbook *workbook;
    const struct plan *plan;
    const struct assessment *assessment; /* NULL while the workbook has errors */
    const struct unit *unit;             /* of --unit, or NULL */
};

struct job *job_new(struct arena *arena, const struct options *options);

/* Goes as far as `last`, or as the input allows; the reason to stop is among the findings.  Errors
 * in the workbook stop before the assessment: OUTCOME_FINDINGS. */
enum outcome job_load(struct job *job, enum job_stage last);

/* OUTCOME_FINDINGS if the findings so far forbid to write results (--fail-on). */
enum outcome job_verdict(const struct job *job);

/* A finding about the environment or the command line, without a place. */
#define job_complain(job, code, ...)                                                               \
    diag_report((job)->diags, (code), (struct place){0}, __VA_ARGS__)

/* A line of progress: with --verbose, or on a terminal unless --quiet. */
void job_progress(const struct job *job, const char *what, const char *name);

/* Tells the findings and gives the status to exit with. */
enum outcome job_conclude(struct job *job, enum outcome status);

#endif
