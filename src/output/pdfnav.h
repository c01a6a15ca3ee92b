/* pdfnav: bookmarks and page labels. */
#ifndef OUTPUT_PDFNAV_H
#define OUTPUT_PDFNAV_H

#include "output/pdfobject.h"
#include "output/pdftags.h"
#include "scene/scene.h"

/* Adds /Outlines, /PageMode and /PageLabels to the catalog's entries where the scene has them. */
void pdfnav_write(struct arena *arena, const struct scene *scene, const struct pdftags_page *pages,
                  struct pdfobject_store *store, struct textbuf *catalog);

#endif
