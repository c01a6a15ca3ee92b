/* pdfimage: the pictures of one PDF document, each written once however often it is drawn. */
#ifndef OUTPUT_PDFIMAGE_H
#define OUTPUT_PDFIMAGE_H

#include "output/pdfobject.h"
#include "scene/scene.h"

struct pdfimages;

struct pdfimages *pdfimage_collect(struct arena *arena, const struct scene *scene);
/* Its number among the resources: /I0, /I1 ... */
unsigned pdfimage_index(const struct pdfimages *images, const struct picture *picture);
/* Writes the pictures' objects and, where there are any, "/XObject<</I0 12 0 R ...>>". */
void pdfimage_write(const struct pdfimages *images, struct pdfobject_store *store,
                    struct textbuf *resources);

#endif
