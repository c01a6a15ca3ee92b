/* ladder: where in an XML document an element stands.
 *
 * A reader lists the steps it knows: from a level, by an element, to a level.  What no step leads
 * to is skipped with all it holds; a step without a name is one by any element.  Levels are the
 * reader's own numbers, of which the first two are fixed. */
#ifndef WORKBOOK_LADDER_H
#define WORKBOOK_LADDER_H

#include "base/bounds.h"
#include "xml/xmlread.h"

enum { LADDER_TOP, LADDER_SKIP, LADDER_OWN };

struct ladder_step {
    unsigned char parent;
    const char *space, *name;
    unsigned char level;
};

/* Zero-initialise, set the first two. */
struct ladder {
    const struct ladder_step *steps;
    size_t count;
    unsigned char levels[BOUND_DEPTH + 1];
    unsigned depth;
};

/* An element begins: its level. */
unsigned ladder_enter(struct ladder *ladder, const struct xmlread_element *element);
/* It ends: the level it had. */
unsigned ladder_leave(struct ladder *ladder);
/* The level of the element that is open, and of the one around it. */
unsigned ladder_level(const struct ladder *ladder);
unsigned ladder_parent(const struct ladder *ladder);

#endif
