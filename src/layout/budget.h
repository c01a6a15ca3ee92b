/* budget: a core of at most so many pages, because what is too long is not read (domain.md
 * section 5).
 *
 * Blocks and sections may be declared detail: while the core is too long, the detail of the highest
 * rank (of equal ones the last) moves to the appendix.  A section becomes the first of the
 * appendices and the contents follow; a block moves to a section of its own for details, and in its
 * place stands where it went.  Each move is a note (BP5071); a core that is still too long is a
 * warning (BP5072): content that nobody declared detail is never moved, and nothing is shortened.
 */
#ifndef LAYOUT_BUDGET_H
#define LAYOUT_BUDGET_H

#include "layout/document.h"
#include "layout/layout.h"

/* Moves details of the document until its core has no more than document->core_most pages; 0: no
 * limit.  Gives the pages of what is left. */
struct layout_counts budget_keep(struct document *document, struct fontset *fonts,
                                 struct diags *diags);

#endif
