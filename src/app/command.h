/* command: what each command does; one file each.  All take a fresh job and give the status to
 * exit with; the findings have then been told. */
#ifndef APP_COMMAND_H
#define APP_COMMAND_H

#include "app/job.h"

enum outcome command_run(struct job *job);

enum outcome command_build(struct job *job);
enum outcome command_packet(struct job *job);
enum outcome command_map(struct job *job);
enum outcome command_check(struct job *job);
enum outcome command_assess(struct job *job);
enum outcome command_forecast(struct job *job);
enum outcome command_why(struct job *job);
enum outcome command_brief(struct job *job);
enum outcome command_diff(struct job *job);
enum outcome command_convert(struct job *job);
enum outcome command_init(struct job *job);
enum outcome command_explain(struct job *job);
enum outcome command_template(struct job *job);
enum outcome command_schema(struct job *job);
enum outcome command_help(struct job *job);

#endif
