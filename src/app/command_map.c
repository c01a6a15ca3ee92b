#include "app/brand.h"
#include "app/command.h"
#include "app/deliver.h"
#include "app/render.h"

static bool add_geometry(struct job *job, struct deliveries *all, const struct map *map) {
    const char *path = job->options->value[SWITCH_LAYOUT_JSON];
    if (!path)
        return true;
    struct textbuf out;
    render_geometry(job, map, &out);
    return deliver_add(job, all, path, &out, false);
}

static bool render(struct job *job, const struct map *map, const struct mapchoice *choice,
                   struct textbuf *out) {
    switch (choice->format) {
    case MAP_PNG:
        return render_png(job, map, choice->dpi, out);
    case MAP_PDF:
        return render_poster(job, map, out);
    case MAP_SVG:
    default:
        return render_svg(job, map, choice->outlines, out);
    }
}

static bool add_picture(struct job *job, struct deliveries *all, const struct map *map,
                        const struct mapchoice *choice) {
    struct textbuf out;
    return render(job, map, choice, &out) &&
           deliver_add(job, all, job->options->value[SWITCH_OUTPUT], &out,
                       choice->format != MAP_SVG);
}

enum outcome command_map(struct job *job) {
    struct mapchoice choice;
    if (!mapchoice_read(job, &choice))
        return OUTCOME_USAGE;
    enum outcome outcome = job_load(job, JOB_ASSESSMENT);
    if (outcome == OUTCOME_DONE)
        outcome = brand_read(job);
    struct mapwish wish;
    if (outcome == OUTCOME_DONE)
        outcome = mapwish_read(job, &wish);
    if (outcome != OUTCOME_DONE)
        return outcome;
    struct map map;
    struct deliveries all = {{NULL, 0, 0}};
    if (!render_map(job, &choice, &wish, &map))
        return OUTCOME_UNWRITTEN;
    if (diags_count(job->diags, DIAG_ERROR) > 0) /* of the layout: said, not drawn */
        return OUTCOME_FINDINGS;
    if (!add_picture(job, &all, &map, &choice) || !add_geometry(job, &all, &map))
        return OUTCOME_UNWRITTEN;
    return deliver_commit(job, &all);
}
