#include "app/command.h"
#include "app/deliver.h"

enum outcome command_assess(struct job *job) {
    enum outcome status = job_load(job, JOB_ASSESSMENT);
    if (status != OUTCOME_DONE)
        return status;
    struct textbuf out;
    textbuf_init(&out, job->arena);
    switch (job->options->choice[SWITCH_FORMAT]) {
    case 1:
        assess_csv(job->assessment, job->unit, &out);
        break;
    case 2:
        assess_json(job->assessment, job->unit, &out);
        break;
    default:
        assess_text(job->assessment, job->unit, &out);
    }
    return deliver_text(job, &out);
}
