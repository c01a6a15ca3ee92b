/* layout: a document to a scene: lines, tables, charts, columns, pages, frames, page references.
 * Places everything; sinks measure nothing. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "layout/document.h"
#include "scene/scene.h"

/* Body area of a page (packet-look.md section 1), millipoints from the top left. */
struct page_geometry {
    mp width, height, margin, text_width, body_top, body_bottom;
};

struct page_geometry layout_geometry(enum paper paper, enum orientation orientation);

/* Lays the document out; page numbers of anchors are resolved.  The scene is in document->arena's
 * lifetime.  Findings of the 5xxx family (missing glyph, a block taller than a page, unknown
 * anchor) go to diags. */
const struct scene *layout_document(struct arena *arena, struct fontset *fonts,
                                    const struct document *document, struct diags *diags);

/* Page counts for the cover: body pages and appendix pages, of the finished layout. */
struct layout_counts {
    unsigned core, appendix;
};
struct layout_counts layout_counts(struct arena *arena, struct fontset *fonts,
                                   const struct document *document, struct diags *diags);
/* The same, and what is measured for it is kept with the document, so that layout_document() need
 * not measure it again: who changes a block from now on says measures_forget() (measures.h).  Tells
 * each section its pages. */
struct layout_counts layout_measure(struct fontset *fonts, struct document *document);

#endif
