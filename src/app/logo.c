#include "app/logo.h"

#include "app/brand.h"

static const char *brand_logo(struct job *job) {
    const struct template *template = job->template;
    const char *logo = template ? template->brand.logo : NULL;
    return logo ? brand_path(job->arena, template, logo) : NULL;
}

enum outcome logo_read(struct job *job) {
    const char *path = job->options->value[SWITCH_LOGO], *why = "";
    const char *alt = job->options->value[SWITCH_LOGO_ALT];
    if (!path && brand_logo(job)) {
        path = brand_logo(job);
        alt = alt ? alt : job->template->brand.logo_alt;
    }
    if (!path) {
        if (alt)
            job_complain(job, BP5063, NULL);
        return alt ? OUTCOME_USAGE : OUTCOME_DONE;
    }
    char *bytes;
    size_t length;
    enum file_result result =
        file_read(job->arena, path, PICTURE_BYTES_MOST, &bytes, &length, &why);
    if (result == FILE_TOO_LARGE)
        diag_report(job->diags, BP5056, (struct place){.file = path}, path, "more than 1 MiB",
                    NULL);
    else if (result != FILE_OK)
        job_complain(job, BP9001, path, why, NULL);
    if (result != FILE_OK)
        return OUTCOME_UNREADABLE;
    job->logo =
        (struct report_logo){picture_read(job->arena, path, bytes, length, job->diags), path, alt};
    return job->logo.picture ? OUTCOME_DONE : OUTCOME_UNREADABLE;
}
