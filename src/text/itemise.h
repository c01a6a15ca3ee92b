/* itemise: which script and which face each character of a piece of text has: the role's own face
 * where it can, a fallback where it must, and one face for letters that are drawn together. */
#ifndef TEXT_ITEMISE_H
#define TEXT_ITEMISE_H

#include "base/vec.h"
#include "text/fontset.h"

struct itemise_letter {
    uint32_t rune;
    uint32_t at;             /* byte offset */
    uint32_t script;         /* ISO 15924 as four bytes; those of no script have a neighbour's */
    const struct face *face; /* NULL: nothing can draw it */
    bool continues;          /* belongs to the cluster of the letter before */
};

/* What is asked for, and in memory of the fontset what comes of it. */
struct itemise {
    struct fontset *fonts;
    enum font_role role;
    const char *text;
    size_t bytes;
    const char *language; /* BCP 47 or NULL */
    struct itemise_letter *letters;
    size_t count;
    VEC(uint32_t) missing; /* of each cluster that nothing can draw, a character to name */
};

void itemise(struct itemise *piece);

#endif
