#include "app/command.h"
#include "app/deliver.h"

#include "compare/whatif.h"

static void print(struct job *job, struct textbuf *out) {
    switch (job->options->choice[SWITCH_FORMAT]) {
    case 1:
        assess_csv(job->assessment, job->unit, out);
        break;
    case 2:
        assess_json(job->assessment, job->unit, out);
        break;
    default:
        assess_text(job->assessment, job->unit, out);
    }
}

static void print_whatif(struct job *job, const struct whatif *result, struct textbuf *out) {
    switch (job->options->choice[SWITCH_FORMAT]) {
    case 1:
        whatif_csv(result, out);
        break;
    case 2:
        whatif_json(result, out);
        break;
    default:
        whatif_text(result, out);
    }
}

/* Judges the workbook as it is and as it would be.  Findings are those of the latter, which are
 * most of the former's too; errors of the workbook itself come first, for they forbid both. */
static enum outcome judge_twice(struct job *job, struct job **before, struct edits *edits) {
    enum outcome status = job_load(job, JOB_WORKBOOK);
    if (status != OUTCOME_DONE)
        return status;
    *before = job_beside(job, job->operand);
    (*before)->input = job->input;
    (*before)->workbook = job->workbook;
    status = diags_count(job->diags, DIAG_ERROR) > 0 ? OUTCOME_FINDINGS
                                                     : job_judge(*before, JOB_ASSESSMENT);
    if (status != OUTCOME_DONE)
        return job_judge(job, JOB_ASSESSMENT);
    job->workbook =
        edit_workbook(job->arena, job->workbook, job->options->each[SWITCH_WHAT_IF].items,
                      job->options->each[SWITCH_WHAT_IF].count, job->diags, edits);
    return job->workbook ? job_judge(job, JOB_ASSESSMENT) : OUTCOME_USAGE;
}

static enum outcome whatif_of(struct job *job) {
    struct job *before;
    struct edits edits;
    enum outcome status = judge_twice(job, &before, &edits);
    if (status != OUTCOME_DONE)
        return status;
    struct textbuf out;
    textbuf_init(&out, job->arena);
    print_whatif(job, whatif(job->arena, before->assessment, job->assessment, &edits, before->unit),
                 &out);
    return deliver_text(job, &out);
}

enum outcome command_assess(struct job *job) {
    if (job->options->given[SWITCH_WHAT_IF])
        return whatif_of(job);
    enum outcome status = job_load(job, JOB_ASSESSMENT);
    if (status != OUTCOME_DONE)
        return status;
    struct textbuf out;
    textbuf_init(&out, job->arena);
    print(job, &out);
    return deliver_text(job, &out);
}
