/* render: from the judged plan to finished pages and pictures, in memory. */
#ifndef APP_RENDER_H
#define APP_RENDER_H

#include "app/job.h"
#include "layout/document.h"
#include "report/strategymap.h"
#include "scene/scene.h"

struct packet {
    const struct document *document;
    const struct scene *scene;
};

struct map {
    const struct map_model *model;
    const struct map_layout *layout;
    const struct scene *scene;
};

/* All need job_load(..., JOB_ASSESSMENT) and report on job->unit, or the root if that is NULL.
 * False if a font or the template is not to be had; the findings say what. */
bool render_packet(struct job *job, struct packet *out);
bool render_map(struct job *job, struct map *out);

/* Finished files, into a sink that keeps its own failure. */
void render_pdf(struct job *job, const struct packet *packet, struct file_sink *sink);
void render_svg(struct job *job, const struct map *map, struct file_sink *sink);
void render_png(struct job *job, const struct map *map, struct file_sink *sink);

/* The unit reported on. */
const struct unit *render_unit(const struct job *job);

#endif
