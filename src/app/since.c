#include "app/since.h"

#include "assess/lastpacket.h"
#include <string.h>

static enum outcome load(struct job *job, struct job *older, const char *path) {
    older->older = path;
    older->redaction = job->redaction;
    enum outcome outcome = job_load(older, JOB_PLAN);
    if (outcome == OUTCOME_DONE && diags_count(older->diags, DIAG_ERROR) > 0)
        outcome = OUTCOME_FINDINGS;
    for (size_t i = 0; i < older->files.count; i++) {
        older->files.items[i].aside = true;
        vec_push(job->arena, &job->files, older->files.items[i]);
    }
    return outcome;
}

void since_question(struct job *job, const struct job *older) {
    const struct organization *then = &older->plan->organization, *now = &job->plan->organization;
    char day[11];
    date_format(now->as_of, day);
    if (date_compare(now->as_of, then->as_of) < 0)
        job_complain(job, BP9036, job->input, day, older->input, NULL);
    if (strcmp(then->id, now->id) != 0)
        job_complain(job, BP9037, then->id, now->id, NULL);
}

enum outcome since_read(struct job *job) {
    const char *path = job->options->value[SWITCH_SINCE];
    if (!path)
        return OUTCOME_DONE;
    struct job *older = job_beside(job, job->operand);
    enum outcome outcome = load(job, older, path);
    if (outcome != OUTCOME_DONE) {
        diags_adopt(job->diags, older->diags);
        return outcome;
    }
    since_question(job, older);
    older->assessment = assess(job->arena, older->plan, older->diags);
    job->assessment = lastpacket_beside(job->arena, job->assessment, older->assessment);
    return OUTCOME_DONE;
}
