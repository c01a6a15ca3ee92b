#include "app/command.h"
#include "app/deliver.h"
#include "app/render.h"
#include <errno.h>
#include <string.h>

/* What goes into the folder, in the order in which it gets its names. */
enum { PACKET, SVG, PNG, ASSESSMENT, FILES };

static const char *const names[FILES] = {"packet.pdf", "map.svg", "map.png", "assessment.json"};

static bool open_all(struct job *job, struct deliveries *all, struct file_sink *sinks[FILES]) {
    const char *folder = job->options->value[SWITCH_OUTPUT];
    if (!file_make_directory(folder)) {
        const char *why = strerrordesc_np(errno);
        job_complain(job, BP9013, folder, why ? why : "unknown error", NULL);
        return false;
    }
    for (size_t i = 0; i < FILES; i++) {
        const char *path = arena_printf(job->arena, "%s/%s", folder, names[i]);
        sinks[i] = deliver_add(job, all, path, true);
        if (!sinks[i])
            return false;
    }
    return true;
}

enum outcome command_build(struct job *job) {
    enum outcome outcome = job_load(job, JOB_ASSESSMENT);
    if (outcome != OUTCOME_DONE)
        return outcome;
    struct packet packet;
    struct map map;
    if (!render_packet(job, &packet) || !render_map(job, &map))
        return OUTCOME_UNWRITTEN;
    outcome = job_verdict(job);
    if (outcome != OUTCOME_DONE)
        return outcome;
    struct deliveries all = {{NULL, 0, 0}};
    struct file_sink *sinks[FILES];
    if (!open_all(job, &all, sinks))
        return OUTCOME_UNWRITTEN;
    render_pdf(job, &packet, sinks[PACKET]);
    render_svg(job, &map, sinks[SVG]);
    render_png(job, &map, sinks[PNG]);
    struct textbuf json;
    textbuf_init(&json, job->arena);
    assess_json(job->assessment, render_unit(job), &json);
    file_sink_write(sinks[ASSESSMENT], textbuf_text(&json), json.length);
    return deliver_commit(job, &all);
}
