/* render: from the judged plan to finished pages and pictures, in memory. */
#ifndef APP_RENDER_H
#define APP_RENDER_H

#include "app/mapchoice.h"
#include "app/mapwish.h"
#include "layout/document.h"
#include "report/strategymap.h"
#include "scene/scene.h"

/* In several languages: the document of the first, and the pages of all with a part for each. */
struct packet {
    const struct document *document;
    const struct scene *scene;
    struct packet *parts; /* one for each language if there are several, else NULL */
    uint32_t first_page;  /* of a part in the whole, from 0 */
};

struct map {
    const struct map_model *model;
    const struct map_layout *layout;
    const struct scene *scene;
};

/* All need job_load(..., JOB_ASSESSMENT) and report on job->unit, or the root if that is NULL.
 * False if a font or the template is not to be had; the findings say what. */
bool render_packet(struct job *job, struct packet *out);
bool render_map(struct job *job, const struct mapchoice *choice, const struct mapwish *wish,
                struct map *out);
/* The geometry of a map, for --layout-json. */
void render_geometry(struct job *job, const struct map *map, struct textbuf *out);

/* Finished files, in an empty buffer; false with a finding if that fails. */
bool render_pdf(struct job *job, const struct packet *packet, struct textbuf *out);
bool render_svg(struct job *job, const struct map *map, bool outlines, struct textbuf *out);
bool render_png(struct job *job, const struct map *map, int dpi, struct textbuf *out);
bool render_poster(struct job *job, const struct map *map,
                   struct textbuf *out); /* the map as PDF */

/* The unit reported on. */
const struct unit *render_unit(const struct job *job);

#endif
