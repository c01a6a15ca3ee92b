#include "app/attach.h"

#include <string.h>

struct kind {
    const char *media_type, *ending;
};

/* Indexed by the workbook's format. */
static const struct kind kinds[] = {
    [WORKBOOK_UNKNOWN] = {"application/octet-stream", ""},
    [WORKBOOK_CANONICAL] = {"text/xml", ".xml"},
    [WORKBOOK_SPREADSHEETML] = {"text/xml", ".xml"},
    [WORKBOOK_FLAT_ODF] = {"application/vnd.oasis.opendocument.spreadsheet-flat-xml", ".fods"},
    [WORKBOOK_ODS] = {"application/vnd.oasis.opendocument.spreadsheet", ".ods"},
    [WORKBOOK_XLSX] = {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                       ".xlsx"},
    [WORKBOOK_CSV] = {"text/csv", ".csv"},
    [WORKBOOK_STRATML] = {"text/xml", ".xml"},
};

struct pdfattach attach_workbook(struct job *job) {
    if (!job->options->given[SWITCH_ATTACH_WORKBOOK])
        return (struct pdfattach){NULL, 0};
    const struct kind *kind = &kinds[job->workbook->format];
    const bool piped =
        !job->options->given[SWITCH_CSV] && strcmp(job->options->operands[job->operand], "-") == 0;
    struct pdfattach_file *files = arena_array(job->arena, job->files.count, sizeof *files);
    size_t count = 0;
    for (size_t i = 0; i < job->files.count; i++) {
        const struct job_file *file = &job->files.items[i];
        if (file->aside)
            continue;
        files[count++] = (struct pdfattach_file){
            .name = piped ? arena_printf(job->arena, "workbook%s", kind->ending)
                          : file_name(file->path),
            .media_type = kind->media_type,
            .description =
                arena_printf(job->arena, "Source workbook, SHA-256 %s", job->plan->digest),
            .bytes = file->bytes,
            .length = file->length,
        };
    }
    diag_report(job->diags, BP5062, (struct place){.file = job->input}, job->input, NULL);
    return (struct pdfattach){files, count};
}
