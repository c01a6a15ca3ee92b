#include "app/brand.h"
#include "app/buildunits.h"
#include "app/command.h"
#include "app/deliver.h"
#include "app/language.h"
#include "app/render.h"
#include <errno.h>
#include <string.h>

/* What goes into the folder: the packet, these in each language, and the figures. */
enum { SVG, PNG, GEOMETRY, SPOKEN };

static const char *const names[SPOKEN] = {"map.svg", "map.png", NULL};

struct made {
    struct textbuf packet, figures;
    struct textbuf *spoken; /* SPOKEN of each language */
};

/* The geometry goes where --layout-json says, or nowhere. */
static const char *name_of(struct job *job, size_t language, size_t i) {
    const char *folder = job->options->value[SWITCH_OUTPUT];
    const char *path = i == GEOMETRY ? job->options->value[SWITCH_LAYOUT_JSON]
                                     : arena_printf(job->arena, "%s/%s", folder, names[i]);
    return language_path(job, path, language);
}

/* What speaks one language: that of the job. */
static bool render_spoken(struct job *job, const struct mapchoice *choice,
                          const struct mapwish *wish, struct textbuf files[SPOKEN]) {
    struct map map;
    if (!render_map(job, choice, wish, &map))
        return false;
    if (diags_count(job->diags, DIAG_ERROR) > 0) /* of the layout: said, not drawn */
        return true;
    render_geometry(job, &map, &files[GEOMETRY]);
    return render_svg(job, &map, choice->outlines, &files[SVG]) &&
           render_png(job, &map, choice->dpi, &files[PNG]);
}

static enum outcome render_all(struct job *job, struct made *out) {
    const size_t languages = language_count(job);
    struct packet packet;
    struct mapchoice choice = mapchoice_usual(job);
    struct mapwish wish;
    if (!mapchoice_links(job, &choice, &packet))
        return OUTCOME_USAGE;
    enum outcome outcome = mapwish_read(job, &wish);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (!render_packet(job, &packet))
        return OUTCOME_UNWRITTEN;
    out->spoken = arena_array(job->arena, languages * SPOKEN, sizeof *out->spoken);
    for (size_t i = 0; i < languages; i++) {
        struct job part = language_part(job, i);
        struct mapwish own = wish;
        own.unit = plan_unit(part.plan, wish.unit->id);
        if (choice.packet && packet.parts)
            choice.packet = &packet.parts[i];
        if (!render_spoken(&part, &choice, &own, out->spoken + i * SPOKEN))
            return OUTCOME_UNWRITTEN;
    }
    if (diags_count(job->diags, DIAG_ERROR) > 0)
        return OUTCOME_FINDINGS;
    textbuf_init(&out->figures, job->arena);
    assess_json(job->assessment, render_unit(job), &out->figures);
    return render_pdf(job, &packet, &out->packet) ? OUTCOME_DONE : OUTCOME_UNWRITTEN;
}

/* In the order in which they get their names. */
static bool add_all(struct job *job, struct deliveries *all, const struct made *made) {
    const char *folder = job->options->value[SWITCH_OUTPUT];
    if (!file_make_directory(folder)) {
        const char *why = strerrordesc_np(errno);
        job_complain(job, BP9013, folder, why ? why : "unknown error", NULL);
        return false;
    }
    const char *packet = arena_printf(job->arena, "%s/packet.pdf", folder);
    if (!deliver_add(job, all, packet, &made->packet, true))
        return false;
    for (size_t i = 0; i < language_count(job) * SPOKEN; i++) {
        const char *name = name_of(job, i / SPOKEN, i % SPOKEN);
        if (name && !deliver_add(job, all, name, &made->spoken[i], i % SPOKEN != GEOMETRY))
            return false;
    }
    const char *figures = arena_printf(job->arena, "%s/assessment.json", folder);
    return deliver_add(job, all, figures, &made->figures, true);
}

enum outcome command_build(struct job *job) {
    enum outcome outcome = job_load(job, JOB_ASSESSMENT);
    if (outcome == OUTCOME_DONE)
        outcome = brand_read(job);
    if (outcome != OUTCOME_DONE)
        return outcome;
    if (job->options->given[SWITCH_UNITS])
        return buildunits(job);
    struct made made;
    outcome = render_all(job, &made);
    if (outcome != OUTCOME_DONE)
        return outcome;
    outcome = job_verdict(job); /* before the folder is made */
    if (outcome != OUTCOME_DONE)
        return outcome;
    struct deliveries all = {{NULL, 0, 0}};
    return add_all(job, &all, &made) ? deliver_commit(job, &all) : OUTCOME_UNWRITTEN;
}
