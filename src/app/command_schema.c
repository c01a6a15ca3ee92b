#include "app/command.h"
#include "app/deliver.h"
#include "workbook/schemadoc.h"

enum outcome command_schema(struct job *job) {
    struct textbuf out;
    textbuf_init(&out, job->arena);
    if (job->options->given[SWITCH_DOC] || job->options->choice[SWITCH_SCHEMA_FORMAT] == 2)
        schemadoc_markdown(&out);
    else if (job->options->choice[SWITCH_SCHEMA_FORMAT] == 1)
        schemadoc_text(&out);
    else
        schema_xsd(&out);
    return deliver_text(job, &out);
}
