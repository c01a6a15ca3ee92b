/* section: one builder a packet section (domain.md section 5), each in its own file.
 *
 * src/report/sectionrisks.c holds SECTION(risks) { ... }; a template names it
 * <section kind="risks"/>, and its name on the page is the word "section.risks", or what the
 * template says in name="...".  Nothing else lists the sections: the build makes the table of them
 * from the names of the files.  Words that only one template needs have keys beginning with "own."
 * and stand in that template.  CONTRIBUTING.md shows a whole section. */
#ifndef REPORT_SECTION_H
#define REPORT_SECTION_H

#include "report/report.h"

/* The head of a builder: it appends its section to report->document as `template` asks. */
#define SECTION(kind)                                                                              \
    report_section_fn section_##kind;                                                              \
    void section_##kind(struct report *report, const struct template_section *template)

/* Every section the program knows by the kind a template names it with; the last has no name. */
struct section_kind {
    const char *name;
    report_section_fn *build;
};
extern const struct section_kind section_kinds[];

#endif
