/* pdfattach: files inside a PDF, each as the source of what the pages say (PDF/A-3). */
#ifndef OUTPUT_PDFATTACH_H
#define OUTPUT_PDFATTACH_H

#include "output/pdfobject.h"
#include "scene/scene.h"

struct pdfattach_file {
    const char *name; /* without folders */
    const char *media_type;
    const char *description;
    const void *bytes; /* borrowed until the document is written */
    size_t length;
};

struct pdfattach {
    const struct pdfattach_file *files; /* names differ */
    size_t count;
};

/* Adds the files and what the catalog says of them; dates are the scene's date. */
void pdfattach_write(struct arena *arena, const struct scene *scene,
                     const struct pdfattach *attached, struct pdfobject_store *store,
                     struct textbuf *catalog);

#endif
