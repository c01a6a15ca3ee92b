/* report: the assessment as documents: the packet and the strategy map. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "assess/assess.h"
#include "layout/document.h"
#include "report/template.h"
#include "scene/scene.h"

/* What a section builder works with. */
struct report {
    struct arena *arena;
    const struct assessment *assessment;
    const struct plan *plan;
    const struct unit *unit; /* whose packet this is */
    const struct template *template;
    const struct words *words;
    struct fontset *fonts; /* the map must be measured to be placed; sections do not need it */
    struct diags *diags;
    struct document *document;
    struct block *reading_time, *reading_pages; /* of the cover, filled once pages are counted */
};

/* One file per packet section; a builder appends its section to report->document.  The table of
 * section kinds is in report.c. */
typedef void report_section_fn(struct report *report, const struct template_section *section);

/* True if a template may name this kind. */
bool report_section_known(const char *kind);

/* The packet of a unit. */
const struct document *report_packet(struct arena *arena, struct fontset *fonts,
                                     const struct assessment *assessment, const struct unit *unit,
                                     const struct template *template, struct diags *diags);

#endif
