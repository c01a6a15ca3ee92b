#include "app/command.h"
#include "app/emit.h"

enum outcome command_check(struct job *job) {
    if (job->options->given[SWITCH_EMIT])
        return emit_stage(job);
    return job_load(job, JOB_ASSESSMENT);
}
