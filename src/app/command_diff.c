#include "app/command.h"
#include "app/deliver.h"
#include "app/since.h"

#include "compare/comparejson.h"
#include "compare/comparetext.h"
#include <string.h>

/* The older workbook's warnings and notes were told when it was the newest; its errors forbid to
 * compare, and are told beside the newer one's. */
static enum outcome load_older(struct job *job, struct job **out) {
    *out = job_beside(job, 0);
    enum outcome outcome = job_load(*out, JOB_ASSESSMENT);
    if (outcome != OUTCOME_DONE)
        diags_adopt(job->diags, (*out)->diags);
    for (size_t i = 0; i < (*out)->files.count; i++)
        vec_push(job->arena, &job->files, (*out)->files.items[i]);
    return outcome;
}

static enum outcome load_both(struct job *job, struct job **older) {
    const char *const *operands = job->options->operands;
    if (strcmp(operands[0], "-") == 0 && strcmp(operands[1], "-") == 0) {
        job_complain(job, BP9035, NULL);
        return OUTCOME_USAGE;
    }
    enum outcome first = load_older(job, older);
    if (first == OUTCOME_USAGE)
        return first;
    job->operand = 1;
    enum outcome second = job_load(job, JOB_ASSESSMENT);
    return first > second ? first : second;
}

enum outcome command_diff(struct job *job) {
    struct job *older;
    enum outcome outcome = load_both(job, &older);
    if (outcome != OUTCOME_DONE)
        return outcome;
    since_question(job, older);
    const struct comparison *comparison =
        compare_plans(job->arena, older->plan, older->assessment, job->plan, job->assessment);
    struct textbuf out;
    textbuf_init(&out, job->arena);
    if (job->options->choice[SWITCH_DIFF_FORMAT] == 1)
        comparejson(comparison, &out);
    else
        comparetext(comparison, job->options->given[SWITCH_VERBOSE], &out);
    outcome = deliver_text(job, &out);
    return outcome == OUTCOME_DONE && comparison->unapproved > 0 ? OUTCOME_FINDINGS : outcome;
}
