/* measures: sections measured while the pages of a document were counted, kept so that laying the
 * document out does not measure them again.
 *
 * A section is measured alone: what is kept of it holds until its blocks change, and whoever
 * changes one says so.  Findings of measuring are kept with it. */
#ifndef LAYOUT_MEASURES_H
#define LAYOUT_MEASURES_H

#include "layout/galley.h"
#include "layout/layout.h"

struct measures;

/* Of the document's sections as they stand.  They have an arena of their own, for what is kept and
 * what goes with it, which ends when all is forgotten, at the latest with the one given. */
struct measures *measures_new(struct arena *arena);
struct arena *measures_arena(struct measures *measures);

/* What was measured: a section with page numbers of so many digits, so close (density.h). */
struct measures_of {
    const struct section *section;
    unsigned page_digits, density;
};

/* What that came to, its findings added to diags; NULL: nothing kept. */
struct galley *measures_find(const struct measures *measures, struct measures_of what,
                             struct diags *diags);
void measures_keep(struct measures *measures, struct measures_of what, struct galley *galley,
                   struct diags *diags);

/* A section as it stands one block below the other: kept in composer->measures, if there are any,
 * or taken from there. */
struct galley *measures_section(struct composer *composer, const struct section *section,
                                const struct page_geometry *geometry, unsigned density);

/* A block of the document, or a list of contents in it, has changed: what its section measured is
 * forgotten.  `measures` may be NULL. */
void measures_forget(struct measures *measures, const struct document *document,
                     const struct block *block);
void measures_forget_section(struct measures *measures, const struct section *section);
/* What is kept has been drawn: that marks how far each text got, and is not drawn twice.  Gives its
 * memory back.  `measures` may be NULL. */
void measures_forget_all(struct measures *measures);

#endif
