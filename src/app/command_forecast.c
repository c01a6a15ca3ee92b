#include "app/command.h"
#include "app/deliver.h"

#include "assess/outlook.h"

enum outcome command_forecast(struct job *job) {
    enum outcome status = job_load(job, JOB_ASSESSMENT);
    if (status != OUTCOME_DONE)
        return status;
    const struct outlook *result = outlook(job->arena, job->assessment, job->unit);
    struct textbuf out;
    textbuf_init(&out, job->arena);
    switch (job->options->choice[SWITCH_FORECAST_FORMAT]) {
    case 1:
        outlook_csv(result, &out);
        break;
    case 2:
        outlook_json(result, &out);
        break;
    default:
        outlook_text(result, &out);
    }
    return deliver_text(job, &out);
}
