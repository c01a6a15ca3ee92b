/* job: one run of the program over one workbook: read, plan, assess; findings; exit status.
 *
 * Everything lives in the job's arena.  Results go to standard output or files, everything said
 * about them to standard error. */
#ifndef APP_JOB_H
#define APP_JOB_H

#include "app/options.h"
#include "assess/assess.h"
#include "base/file.h"
#include "report/report.h"
#include "workbook/redact.h"

enum outcome {
    OUTCOME_DONE = 0,
    OUTCOME_FINDINGS = 1, /* errors in the workbook, or what --fail-on says */
    OUTCOME_USAGE = 2,
    OUTCOME_UNREADABLE = 3, /* the input cannot be read or is malformed */
    OUTCOME_UNWRITTEN = 4,  /* an output could not be written */
    OUTCOME_INTERNAL = 5    /* out of memory, or a fault of the program */
};

enum job_stage { JOB_WORKBOOK, JOB_PLAN, JOB_ASSESSMENT };

/* An input as read, to find the lines that findings name and to go into the packet. */
struct job_file {
    const char *path; /* as in their places */
    char *bytes;      /* NULL with length 0: neither is wanted */
    size_t length;
    bool aside; /* a template, a catalogue, last month's workbook: not what is told about */
};

/* What a further language of the pages changes (language.h). */
struct job_part {
    const char *language;
    const struct plan *plan;
    const struct assessment *assessment;
    const struct template *template;
};

struct job {
    struct arena *arena;
    const struct options *options;
    struct diags *diags;
    size_t operand;    /* which of them is the workbook; the first but for diff */
    const char *older; /* path of the workbook of the last packet, if that is what is read */
    const char *input; /* as shown in messages */
    const struct workbook *workbook;
    const struct plan *plan;
    const struct assessment *assessment; /* NULL while the workbook has errors */
    const struct unit *unit;             /* of --unit, or NULL */
    VEC(struct job_file) files;          /* that were read */
    struct report_logo logo;             /* of --logo */
    const struct font_house *house;      /* the fonts of the template's brand; NULL: none */
    const struct map_kept *kept;         /* the layout that --keep-layout names; NULL: none */
    struct redaction *redaction;         /* of --redact=people, or NULL */
    const struct template *template;     /* in the language of the pages (language.h), or NULL */
    const struct template *unspoken;     /* the same before it was put into a language */
    VEC(struct job_part) further;        /* the other languages of the pages (language.h) */
    VEC(const char *) written;           /* paths of results */
    struct date waived_until, waived_to; /* the first and last day waivers that met something end */
    bool waivers_told;
    bool plainly; /* the findings cannot go where --diagnostics-file says: tell them as text */
};

struct job *job_new(struct arena *arena, const struct options *options);

/* A job beside another one, over another operand, with findings of its own: they are told only if
 * they are reported to the other's diags. */
struct job *job_beside(const struct job *job, size_t operand);

/* Makes ready for the command; what the options say of findings is wrong if it is not
 * OUTCOME_DONE. */
enum outcome job_prepare(struct job *job);

/* Goes as far as `last`, or as the input allows; the reason to stop is among the findings.  Errors
 * in the workbook stop before the assessment: OUTCOME_FINDINGS. */
enum outcome job_load(struct job *job, enum job_stage last);

/* The same from job->workbook on. */
enum outcome job_judge(struct job *job, enum job_stage last);

/* The plan of another workbook, as the options of the job want it; what is reported of it goes to
 * these diags.  Without a digest, if the job has a plan whose digest stands for it. */
const struct plan *job_plan_of(const struct job *job, const struct workbook *workbook,
                               struct diags *diags);

/* OUTCOME_FINDINGS if the findings so far, less those that are ignored or waived, forbid to write
 * results (--fail-on).  To be asked when all that is judged has been judged. */
enum outcome job_verdict(struct job *job);
/* The severity from which on findings forbid results. */
enum diag_severity job_fails_from(const struct job *job);

/* A finding about the environment or the command line, without a place. */
#define job_complain(job, code, ...)                                                               \
    diag_report((job)->diags, (code), (struct place){0}, __VA_ARGS__)

/* A line of progress: with --verbose, or on a terminal unless --quiet. */
void job_progress(const struct job *job, const char *what, const char *name);

/* Tells the findings (tell.h) and gives the status to exit with. */
enum outcome job_conclude(struct job *job, enum outcome status);

#endif
