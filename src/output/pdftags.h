/* pdftags: structure tree, parent tree and link annotations of a tagged PDF.
 *
 * The order of an element's kids is the order in which their content is drawn; kids without content
 * stay where they were made.  Elements without any content are left out, except table cells and
 * labels, which may be empty. */
#ifndef OUTPUT_PDFTAGS_H
#define OUTPUT_PDFTAGS_H

#include "output/pdfobject.h"
#include "output/pdfpage.h"
#include "scene/scene.h"

struct pdftags;

/* A page's object and where its further entries go. */
struct pdftags_page {
    uint32_t number;
    struct textbuf *entries;
};

/* Writes the links (annotations and the pages' entries for them) and numbers the tree, whose
 * elements are put into words as the file is written: that of a thousand pages is never there at
 * once.  No other objects can be added afterwards; all that is given lives until pdftags_close().
 */
struct pdftags *pdftags_write(struct arena *arena, const struct scene *scene,
                              const struct pdfmarks *marks, const struct pdftags_page *pages,
                              struct pdfobject_store *store);
/* What /StructTreeRoot of the catalog names. */
uint32_t pdftags_root(const struct pdftags *tags);
/* The file is written. */
void pdftags_close(struct pdftags *tags);

#endif
