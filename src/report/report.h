/* report: the assessment as documents: the packet and the strategy map. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "assess/assess.h"
#include "layout/charttable.h"
#include "report/filter.h"
#include "scene/scene.h"

/* The organization's mark. */
struct report_logo {
    const struct picture *picture; /* NULL: none */
    const char *name;              /* of its file */
    const char *alt; /* what a voice says; NULL: the organization's name, "": nothing */
};

/* Where the agenda says what to read for an item (boardagenda.h). */
struct report_reading {
    struct block *block;            /* of its table */
    size_t row, cell;               /* cell: of the page; of the minutes the next, if `minutes` */
    const struct agenda_item *item; /* NULL: all of consent */
    bool minutes;
};

enum { TERSE_MOST = 8 };
enum { MINUTES_A_PAGE = 2 }; /* of reading: domain.md section 5 */

/* What a section builder works with. */
struct report {
    struct arena *arena;
    const struct assessment *assessment;
    const struct plan *plan;
    const struct unit *unit; /* whose packet this is */
    const struct template *template;
    const struct template_section *asked; /* the section at hand; NULL: none of a template */
    const struct filter *filter; /* what the section at hand is about; NULL: all of the unit */
    int terse; /* what a section of few pages leaves out: 0 nothing, TERSE_MOST all it can */
    const struct words *words;
    struct fontset *fonts; /* the map must be measured to be placed; sections do not need it */
    struct diags *diags;
    struct report_logo logo;
    struct document *document;
    struct block *reading_time, *reading_pages; /* of the cover, filled once pages are counted */
    struct block *contents_list;                /* put in the order of the pages then */
    struct block *contents_rest;                /* the appendices, where they are told apart */
    struct block *contents_title;               /* likewise; until then about as long */
    VEC(struct charttable) figures;             /* figures.h; in the order of the sections */
    VEC(struct report_reading) readings;
};

/* One file per packet section (section.h); a builder appends its section to report->document, or
 * none where there is nothing to tell it from. */
typedef void report_section_fn(struct report *report, const struct template_section *section);

/* How many pages a part would take, laid out in a document of its own. */
typedef void report_part_fn(struct report *report, void *user);
unsigned report_pages(const struct report *report, report_part_fn *build, void *user);

/* True if a template may name this kind. */
bool report_section_known(const char *kind);

/* The packet of a unit. */
const struct document *report_packet(struct arena *arena, struct fontset *fonts,
                                     const struct assessment *assessment, const struct unit *unit,
                                     const struct template *template, struct report_logo logo,
                                     struct diags *diags);
/* What a voice says of the logo; NULL: it is an ornament. */
const char *report_logo_alt(struct arena *arena, const struct words *words, const struct plan *plan,
                            struct report_logo logo);

#endif
