#include "app/command.h"
#include "app/deliver.h"

#include "base/version.h"

static enum outcome print_version(struct job *job) {
    struct textbuf out;
    textbuf_init(&out, job->arena);
    textbuf_str(&out, BOARDPACK_NAME " " BOARDPACK_VERSION "\n");
    return deliver_text(job, &out);
}

static enum outcome print_help(struct job *job) {
    struct textbuf out;
    textbuf_init(&out, job->arena);
    options_help(job->options->command, &out);
    return deliver_text(job, &out);
}

enum outcome command_run(struct job *job) {
    typedef enum outcome command_fn(struct job * job);
    static command_fn *const commands[COMMAND_COUNT] = {
        [COMMAND_BUILD] = command_build,       [COMMAND_PACKET] = command_packet,
        [COMMAND_MAP] = command_map,           [COMMAND_CHECK] = command_check,
        [COMMAND_ASSESS] = command_assess,     [COMMAND_EXPLAIN] = command_explain,
        [COMMAND_CONVERT] = command_convert,   [COMMAND_INIT] = command_init,
        [COMMAND_DIFF] = command_diff,         [COMMAND_SCHEMA] = command_schema,
        [COMMAND_HELP] = command_help,         [COMMAND_WHY] = command_why,
        [COMMAND_BRIEF] = command_brief,       [COMMAND_FORECAST] = command_forecast,
        [COMMAND_TEMPLATE] = command_template,
    };
    enum outcome status = job_prepare(job);
    if (status != OUTCOME_DONE)
        return job_conclude(job, status);
    if (job->options->given[SWITCH_HELP])
        status = print_help(job);
    else if (job->options->given[SWITCH_VERSION])
        status = print_version(job);
    else
        status = commands[job->options->command](job);
    return job_conclude(job, status);
}
