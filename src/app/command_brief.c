#include "app/command.h"
#include "app/deliver.h"
#include "report/brieftext.h"

enum outcome command_brief(struct job *job) {
    enum outcome status = job_load(job, JOB_ASSESSMENT);
    if (status != OUTCOME_DONE)
        return status;
    const struct options *options = job->options;
    const struct sentence_voice voice =
        wording_voice(job->arena, job->template->catalogue, job->plan);
    const struct briefing *briefing =
        briefing_make(job->arena, job->assessment, job->unit ? job->unit : plan_root(job->plan));
    bool all = options->given[SWITCH_ALL] != 0;
    struct textbuf out;
    textbuf_init(&out, job->arena);
    if (options->choice[SWITCH_BRIEF_FORMAT] == 1)
        brieftext_json(&voice, briefing, all, &out);
    else
        brieftext_text(&voice, briefing, all, &out);
    return deliver_text(job, &out);
}
