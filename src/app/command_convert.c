#include "app/bookfile.h"
#include "app/command.h"
#include "export/carry.h"

/* Everything is carried over or nothing: what was not understood cannot be written. */
static enum outcome refuse(struct job *job) {
    diag_report(job->diags, BP9030, (struct place){.file = job->input}, NULL);
    return OUTCOME_FINDINGS;
}

enum outcome command_convert(struct job *job) {
    enum workbook_format format;
    if (!bookfile_format(job, &format))
        return OUTCOME_USAGE;
    enum outcome outcome = job_load(job, JOB_WORKBOOK);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (diags_count(job->diags, DIAG_ERROR) > 0)
        return refuse(job);
    carry_check(job->arena, job->workbook, format, job->diags);
    if (diags_count(job->diags, DIAG_ERROR) > 0)
        return refuse(job);
    const struct sheetplan *plan =
        format == WORKBOOK_CANONICAL ? NULL : sheetplan_of(job->arena, job->workbook, false);
    return bookfile_write(job, job->workbook, plan, format);
}
