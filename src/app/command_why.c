#include "app/command.h"
#include "app/deliver.h"
#include "assess/derivation.h"
#include "base/ascii.h"

/* One digit; false with a finding. */
static bool depth_of(struct job *job, unsigned *out) {
    const char *text = job->options->value[SWITCH_DEPTH];
    *out = 0;
    if (!text)
        return true;
    if (!ascii_digit(text[0]) || text[1]) {
        job_complain(job, BP9051, text, NULL);
        return false;
    }
    *out = (unsigned)(text[0] - '0');
    return true;
}

/* What can be asked about, with the answers. */
static void list_all(struct job *job, struct textbuf *out) {
    struct derivations all = {.list = {0}};
    derivation_all(job->arena, job->assessment, &all);
    if (job->options->choice[SWITCH_WHY_FORMAT] == 1)
        derivation_list_json(&all, out);
    else
        derivation_list_text(&all, out);
}

/* All ids, or none with a finding for each that is unknown. */
static bool derive_all(struct job *job, size_t first, unsigned depth, struct derivations *out) {
    bool known = true;
    for (size_t i = first; i < job->options->operand_count; i++) {
        const char *id = job->options->operands[i];
        size_t before = out->list.count;
        derivation_of(job->arena, job->assessment, id, depth, out);
        if (out->list.count > before)
            continue;
        const char *nearest = derivation_nearest(job->arena, job->assessment, id);
        diag_report_hint(job->diags, BP9050, (struct place){0},
                         diag_did_you_mean(job->arena, nearest), id, NULL);
        known = false;
    }
    return known;
}

enum outcome command_why(struct job *job) {
    unsigned depth;
    if (!depth_of(job, &depth))
        return OUTCOME_USAGE;
    enum outcome status = job_load(job, JOB_ASSESSMENT);
    if (status != OUTCOME_DONE)
        return status;
    struct derivations derivations = {.list = {0}};
    size_t first = job->options->given[SWITCH_CSV] ? 0 : 1;
    if (!derive_all(job, first, depth, &derivations))
        return OUTCOME_USAGE;
    struct textbuf out;
    textbuf_init(&out, job->arena);
    if (job->options->operand_count == first)
        list_all(job, &out);
    else if (job->options->choice[SWITCH_WHY_FORMAT] == 1)
        derivation_json(&derivations, &out);
    else
        derivation_text(&derivations, &out);
    return deliver_text(job, &out);
}
