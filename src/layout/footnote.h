/* footnote: notes at the foot of the page on which they are referred to (packet-look.md section 1:
 * inside the body).
 *
 * Notes are numbered through the document in the order in which their references are measured. */
#ifndef LAYOUT_FOOTNOTE_H
#define LAYOUT_FOOTNOTE_H

#include "layout/galley.h"

struct footnote {
    const struct inline_item *item; /* the reference */
    unsigned number;
    const char *anchor, *name;      /* "note:3"; what a link to it is called */
    struct paragraph *label, *text; /* NULL until measured */
};

/* The footnote of a reference, numbered when first asked for. */
struct footnote *footnote_of(struct composer *composer, const struct inline_item *item);
/* Forgets all but the first so many: what refers to the others is measured once more. */
void footnote_forget(struct composer *composer, size_t count);
/* Sets the height of the notes of each item of the galley, for a text of that width. */
void footnote_measure(struct composer *composer, struct galley *galley, mp width);
/* A galley of the notes that an item refers to, appended to the one of the page; NULL begins it. */
struct galley *footnote_collect(struct composer *composer, struct galley *notes,
                                const struct galley_item *item, mp width);
/* What the notes take of the page, with the distance and rule above them. */
mp footnote_height(mp notes);

#define FOOTNOTE_LEAD  (2 * UNIT_U)
#define FOOTNOTE_ABOVE UNIT_U /* between the rule and the first note */

#endif
