#include "app/command.h"
#include "app/deliver.h"
#include "app/emit.h"
#include "app/render.h"

enum outcome command_packet(struct job *job) {
    if (job->options->given[SWITCH_EMIT])
        return emit_stage(job);
    enum outcome outcome = job_load(job, JOB_ASSESSMENT);
    if (outcome != OUTCOME_DONE)
        return outcome;
    struct packet packet;
    if (!render_packet(job, &packet))
        return OUTCOME_UNWRITTEN;
    struct deliveries all = {{NULL, 0, 0}};
    struct file_sink *sink = deliver_add(job, &all, job->options->value[SWITCH_OUTPUT], true);
    if (!sink)
        return OUTCOME_UNWRITTEN;
    render_pdf(job, &packet, sink);
    return deliver_commit(job, &all);
}
