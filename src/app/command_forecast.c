#include "app/command.h"
#include "app/deliver.h"

enum outcome command_forecast(struct job *job) {
    return job_load(job, JOB_ASSESSMENT);
}
