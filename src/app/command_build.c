#include "app/brand.h"
#include "app/buildunits.h"
#include "app/command.h"
#include "app/deliver.h"
#include "app/language.h"
#include "app/render.h"
#include <errno.h>
#include <string.h>

/* What goes into the folder, in the order in which it gets its names. */
enum { PACKET, SVG, PNG, ASSESSMENT, GEOMETRY, FILES };

static const char *const names[FILES] = {"packet.pdf", "map.svg", "map.png", "assessment.json",
                                         NULL};

/* The geometry goes where --layout-json says, or nowhere. */
static const char *name_of(struct job *job, size_t i) {
    const char *folder = job->options->value[SWITCH_OUTPUT];
    return i == GEOMETRY ? job->options->value[SWITCH_LAYOUT_JSON]
                         : arena_printf(job->arena, "%s/%s", folder, names[i]);
}

static enum outcome render_all(struct job *job, struct textbuf files[FILES]) {
    struct packet packet;
    struct map map;
    struct mapchoice choice = mapchoice_usual(job);
    struct mapwish wish;
    if (!mapchoice_links(job, &choice, &packet))
        return OUTCOME_USAGE;
    enum outcome outcome = mapwish_read(job, &wish);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!render_packet(job, &packet) || !render_map(job, &choice, &wish, &map))
        return OUTCOME_UNWRITTEN;
    if (diags_count(job->diags, DIAG_ERROR) > 0) /* of the layout: said, not drawn */
        return OUTCOME_FINDINGS;
    textbuf_init(&files[ASSESSMENT], job->arena);
    assess_json(job->assessment, render_unit(job), &files[ASSESSMENT]);
    render_geometry(job, &map, &files[GEOMETRY]);
    bool done = render_pdf(job, &packet, &files[PACKET]) &&
                render_svg(job, &map, choice.outlines, &files[SVG]) &&
                render_png(job, &map, choice.dpi, &files[PNG]);
    return done ? OUTCOME_DONE : OUTCOME_UNWRITTEN;
}

static bool add_all(struct job *job, struct deliveries *all, const struct textbuf files[FILES]) {
    const char *folder = job->options->value[SWITCH_OUTPUT];
    if (!file_make_directory(folder)) {
        const char *why = strerrordesc_np(errno);
        job_complain(job, BP9013, folder, why ? why : "unknown error", NULL);
        return false;
    }
    for (size_t i = 0; i < FILES; i++)
        if (name_of(job, i) && !deliver_add(job, all, name_of(job, i), &files[i], i != GEOMETRY))
            return false;
    return true;
}

enum outcome command_build(struct job *job) {
    enum outcome outcome = job_load(job, JOB_ASSESSMENT);
    if (outcome == OUTCOME_DONE)
        outcome = brand_read(job);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (job->options->given[SWITCH_UNITS])
        return buildunits(job);
    struct textbuf files[FILES];
    outcome = render_all(job, files);
    if (outcome != OUTCOME_DONE)
        return outcome;
    outcome = job_verdict(job); /* before the folder is made */
    if (outcome != OUTCOME_DONE)
        return outcome;
    struct deliveries all = {{NULL, 0, 0}};
    return add_all(job, &all, files) ? deliver_commit(job, &all) : OUTCOME_UNWRITTEN;
}
