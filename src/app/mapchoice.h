/* mapchoice: what the command line says of the map's picture: its kind, paper, pixels and colours.
 */
#ifndef APP_MAPCHOICE_H
#define APP_MAPCHOICE_H

#include "app/job.h"
#include "report/mappaper.h"

enum map_format { MAP_SVG, MAP_PNG, MAP_PDF };

struct packet; /* render.h */

struct mapchoice {
    enum map_format format;
    enum map_paper paper;
    int dpi; /* PNG: pixels to the inch */
    bool outlines, dark, monochrome, upright;
    const char *card_links;      /* addresses the cards lead to (maplink.h); NULL: none */
    const struct packet *packet; /* the packet beside the map, whose pages they lead to; or NULL */
};

/* Pixels a PNG may have: what fits into the memory a job usually gets. */
#define MAPCHOICE_MOST_PIXELS 80000000

/* What `map` was asked for; false with a finding if that is not clear or cannot be. */
bool mapchoice_read(struct job *job, struct mapchoice *out);
/* Where the cards of `build` lead: to an address, or with "packet" to pages of the packet; false
 * with a finding if they cannot. */
bool mapchoice_links(struct job *job, struct mapchoice *out, const struct packet *packet);
/* What `build` makes: A3, in the colours asked for. */
struct mapchoice mapchoice_usual(const struct job *job);

#endif
