#include "app/command.h"
#include "app/deliver.h"

enum outcome command_help(struct job *job) {
    const struct options *options = job->options;
    struct textbuf out;
    textbuf_init(&out, job->arena);
    enum command_id topic = COMMAND_NONE;
    if (options->operand_count > 0) {
        topic = options_command_named(options->operands[0]);
        if (topic == COMMAND_NONE) {
            job_complain(job, BP9006, options->operands[0], NULL);
            return OUTCOME_USAGE;
        }
    }
    switch (options->choice[SWITCH_HELP_FORMAT]) {
    case 1:
        options_manual(&out);
        break;
    case 2:
        options_completion(&out);
        break;
    default:
        options_help(topic, &out);
    }
    return deliver_text(job, &out);
}
