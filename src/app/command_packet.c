#include "app/brand.h"
#include "app/command.h"
#include "app/deliver.h"
#include "app/emit.h"
#include "app/render.h"

enum outcome command_packet(struct job *job) {
    if (job->options->given[SWITCH_EMIT])
        return emit_stage(job);
    enum outcome outcome = job_load(job, JOB_ASSESSMENT);
    if (outcome == OUTCOME_DONE)
        outcome = brand_read(job);
    if (outcome != OUTCOME_DONE)
        return outcome;
    struct packet packet;
    struct textbuf bytes;
    struct deliveries all = {{NULL, 0, 0}};
    if (!render_packet(job, &packet))
        return OUTCOME_UNWRITTEN;
    if (diags_count(job->diags, DIAG_ERROR) > 0) /* of the layout: said, not drawn */
        return OUTCOME_FINDINGS;
    if (!render_pdf(job, &packet, &bytes) ||
        !deliver_add(job, &all, job->options->value[SWITCH_OUTPUT], &bytes, true))
        return OUTCOME_UNWRITTEN;
    return deliver_commit(job, &all);
}
