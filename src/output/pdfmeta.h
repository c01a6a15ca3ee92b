/* pdfmeta: what a PDF says about itself: Info, XMP, colour space, identifier. */
#ifndef OUTPUT_PDFMETA_H
#define OUTPUT_PDFMETA_H

#include "output/pdfobject.h"
#include "scene/scene.h"

/* Adds metadata, output intent, language and marks of the catalog; fills Info.  All dates are the
 * scene's date; part: of PDF/A, 2 or 3. */
void pdfmeta_write(struct arena *arena, const struct scene *scene, int part,
                   struct pdfobject_store *store, struct textbuf *catalog);
/* 32 hex digits from the source's digest and what tells this document from its sisters. */
void pdfmeta_identifier(struct arena *arena, const struct scene *scene, char out[33]);
/* The profile of sRGB (ICC version 2), made from its definition. */
void pdfmeta_profile(struct textbuf *out);

#endif
