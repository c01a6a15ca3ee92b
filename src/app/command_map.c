#include "app/command.h"
#include "app/deliver.h"
#include "app/logo.h"
#include "app/render.h"
#include "base/ascii.h"
#include <string.h>

enum map_format { PICTURE_SVG, PICTURE_PNG, PICTURE_UNKNOWN };

static bool ends_with(const char *path, const char *ending) {
    size_t length = strlen(path), part = strlen(ending);
    return length > part && ascii_same(path + length - part, ending);
}

static enum map_format picture_of(const struct options *options) {
    if (options->given[SWITCH_MAP_FORMAT])
        return (enum map_format)options->choice[SWITCH_MAP_FORMAT];
    const char *path = options->value[SWITCH_OUTPUT];
    if (ends_with(path, ".svg"))
        return PICTURE_SVG;
    return ends_with(path, ".png") ? PICTURE_PNG : PICTURE_UNKNOWN;
}

static bool add_geometry(struct job *job, struct deliveries *all, const struct map *map) {
    const char *path = job->options->value[SWITCH_LAYOUT_JSON];
    if (!path)
        return true;
    struct textbuf out;
    textbuf_init(&out, job->arena);
    strategymap_json(map->model, map->layout, &out);
    return deliver_add(job, all, path, &out, false);
}

static bool add_picture(struct job *job, struct deliveries *all, const struct map *map,
                        enum map_format picture) {
    struct textbuf out;
    bool binary = picture == PICTURE_PNG;
    if (!(binary ? render_png(job, map, &out) : render_svg(job, map, &out)))
        return false;
    return deliver_add(job, all, job->options->value[SWITCH_OUTPUT], &out, binary);
}

enum outcome command_map(struct job *job) {
    enum map_format picture = picture_of(job->options);
    if (picture == PICTURE_UNKNOWN) {
        job_complain(job, BP9012, job->options->value[SWITCH_OUTPUT], NULL);
        return OUTCOME_USAGE;
    }
    enum outcome outcome = job_load(job, JOB_ASSESSMENT);
    if (outcome == OUTCOME_DONE)
        outcome = logo_read(job);
    if (outcome != OUTCOME_DONE)
        return outcome;
    struct map map;
    struct deliveries all = {{NULL, 0, 0}};
    if (!render_map(job, &map))
        return OUTCOME_UNWRITTEN;
    if (diags_count(job->diags, DIAG_ERROR) > 0) /* of the layout: said, not drawn */
        return OUTCOME_FINDINGS;
    if (!add_picture(job, &all, &map, picture) || !add_geometry(job, &all, &map))
        return OUTCOME_UNWRITTEN;
    return deliver_commit(job, &all);
}
