/* footnote: notes at the foot of the page on which they are referred to (packet-look.md section 1:
 * inside the body).
 *
 * Where they would take more than half of a page, they go on at the foot of the next.  Notes are
 * numbered through the document in the order in which their references are measured. */
#ifndef LAYOUT_FOOTNOTE_H
#define LAYOUT_FOOTNOTE_H

#include "layout/galley.h"

struct footnote {
    const struct inline_item *item; /* the reference */
    unsigned number;
    const char *anchor, *name;      /* "note:3"; what a link to it is called */
    struct paragraph *label, *text; /* NULL until measured */
    mp indent;                      /* of the text, right of the label */
    scene_element_id body;          /* while drawing: of its text, which may go on */
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
/* How high the notes of a page are together, as `notes` of their items says it. */
mp footnote_sum(const struct galley *notes);
/* As many of the notes, and of their lines, as fit a height; *rest: the others, for the next page,
 * or NULL.  Two lines of a note stand on either side. */
struct galley *footnote_divide(struct composer *composer, struct galley *notes, mp room,
                               struct galley **rest);
/* What the notes take of the page, with the distance and rule above them. */
mp footnote_height(mp notes);

#define FOOTNOTE_LEAD  (2 * UNIT_U)
#define FOOTNOTE_ABOVE UNIT_U /* between the rule and the first note */

#endif
