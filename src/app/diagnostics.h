/* diagnostics: the findings of a run in the form that --diagnostics asks for.
 *
 * The text for people is base/diag.h's; here are the forms for other programs.  diagnostics_of()
 * gathers once what they all say, then each form is one function.  All of them are complete in
 * themselves, valid whatever the input holds, and the same bytes for the same run.
 *   json    one object a line: findings, then one summary (tests/schemas/diagnostics.schema.json)
 *   sarif   SARIF 2.1.0 of OASIS
 *   junit   the XML of test reports that CI servers read
 *   github  workflow commands, which become annotations
 *   gitlab  a Code Quality report
 * Suppressed findings (diag.h) stand in json and sarif, marked as such; the others leave them out.
 * Findings of which only the number is known are told in each form. */
#ifndef APP_DIAGNOSTICS_H
#define APP_DIAGNOSTICS_H

#include "app/job.h"

enum diagnostics_format {
    DIAGNOSTICS_TEXT,
    DIAGNOSTICS_JSON,
    DIAGNOSTICS_SARIF,
    DIAGNOSTICS_JUNIT,
    DIAGNOSTICS_GITHUB,
    DIAGNOSTICS_GITLAB
};

struct diagnostic {
    const struct diag *diag;
    const char *path;      /* without a leading ./; NULL: none, or standard input */
    uint32_t line, column; /* column counts characters; 0: not known, or no text file */
    const char *cell;      /* "Measures!D14" or NULL */
    const char *sentence;  /* cell, message and hint in one line */
    /* The same for the same mistake in another edition of the workbook: 32 hex digits made of the
     * code, the row's id or the cell, and the arguments, not of lines.  No two of a run are the
     * same. */
    const char *fingerprint;
    const char *waiver_path; /* as path, of the row that waives it */
};

struct diagnostics {
    struct arena *arena;
    const char *input; /* as shown in messages */
    const char *path;  /* as in struct diagnostic */
    const struct diagnostic *items;
    size_t count;                   /* with the suppressed ones */
    size_t errors, warnings, notes; /* told, listed or not */
    size_t ignored, waived;         /* listed or not */
    size_t unlisted;                /* told, but beyond the caps */
    enum diag_severity fails;       /* from here on a finding fails the run */
    enum outcome status;            /* what the run ends with */
    struct date as_of;              /* the reporting date, or unset */
    bool read, planned, assessed;   /* how far the run came */
};

const struct diagnostics *diagnostics_of(struct job *job, enum outcome status);
/* Any but DIAGNOSTICS_TEXT. */
void diagnostics_write(const struct diagnostics *all, enum diagnostics_format format,
                       struct textbuf *out);

void diagnostics_json(const struct diagnostics *all, struct textbuf *out);
void diagnostics_sarif(const struct diagnostics *all, struct textbuf *out);
void diagnostics_junit(const struct diagnostics *all, struct textbuf *out);
void diagnostics_github(const struct diagnostics *all, struct textbuf *out);
void diagnostics_gitlab(const struct diagnostics *all, struct textbuf *out);

#endif
