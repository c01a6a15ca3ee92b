#include "app/mapwish.h"

#include "report/mapkeep.h"
#include <string.h>

static enum outcome read_kept(struct job *job, struct mapwish *out) {
    const char *path = job->options->value[SWITCH_KEEP_LAYOUT], *why = "";
    if (!path)
        return OUTCOME_DONE;
    char *bytes;
    size_t length;
    enum file_result result = file_read(job->arena, path, JSONREAD_BYTES, &bytes, &length, &why);
    if (result == FILE_TOO_LARGE)
        diag_report(job->diags, BP5087, (struct place){.file = path}, path,
                    "it is longer than 8 MiB", NULL);
    else if (result != FILE_OK)
        job_complain(job, BP9001, path, why, NULL);
    if (result != FILE_OK)
        return OUTCOME_UNREADABLE;
    out->kept = mapkeep_read(job->arena, path, bytes, length, job->diags);
    if (!out->kept)
        return OUTCOME_UNREADABLE;
    if (strcmp(out->kept->map, out->unit->id) == 0) {
        job->kept = out->kept;
        return OUTCOME_DONE;
    }
    diag_report(job->diags, BP5089, (struct place){.file = path}, path, out->kept->map,
                out->unit->id, NULL);
    return OUTCOME_USAGE;
}

enum outcome mapwish_read(struct job *job, struct mapwish *out) {
    const char *view = job->options->value[SWITCH_VIEW];
    *out = (struct mapwish){{VIEW_WHOLE, NULL}, NULL, NULL};
    if (view && !mapview_parse(job->arena, job->plan, view, &out->view, job->diags))
        return OUTCOME_USAGE;
    out->unit = mapview_unit(job->plan, &out->view, job->unit ? job->unit : plan_root(job->plan));
    return read_kept(job, out);
}
