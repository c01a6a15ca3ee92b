/* pdfpage: content streams.  Each sequence of items of one element is marked with its number. */
#ifndef OUTPUT_PDFPAGE_H
#define OUTPUT_PDFPAGE_H

#include "output/pdffont.h"
#include "output/pdfimage.h"
#include "output/pdfobject.h"
#include "scene/scene.h"

/* One marked sequence of the structure tree's content, in the order of drawing. */
struct pdfmark {
    scene_element_id element;
    uint32_t page; /* from 0 */
    uint32_t mcid;
};

struct pdfmarks {
    VEC(struct pdfmark) items;
};

/* What pages draw with. */
struct pdfpage_resources {
    const struct pdffonts *fonts;
    const struct pdfimages *images;
};

/* Writes the content of a page to an empty buffer and appends its marks. */
void pdfpage_content(const struct pdfpage_resources *resources, const struct scene *scene,
                     uint32_t page, struct textbuf *out, struct pdfmarks *marks);
/* "[0 0 595.28 841.89]": the rectangle from a page's bottom left corner. */
void pdfpage_box(struct textbuf *out, const struct scene_page *page, struct rect rect);

#endif
