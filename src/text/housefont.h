/* housefont: font files that a house brings for its pages.  They are looked at before anything is
 * made with them: what passes can be shaped, cut down and embedded in every output.
 *
 * Wanted is a font of its own (no collection, no variable one, none for the web) with outlines in
 * TrueType or CFF, that may be embedded in parts and has all letters of ASCII. */
#ifndef TEXT_HOUSEFONT_H
#define TEXT_HOUSEFONT_H

#include "base/arena.h"
#include "base/diag.h"
#include "text/fontset.h"

/* A larger file is not read. */
#define HOUSEFONT_BYTES_MOST (16u << 20)

struct housefont {
    const char *path;
    const char *bytes; /* live as long as every fontset that has them */
    size_t length;
    struct place place; /* where it is asked for */
};

/* The files by role; NULL where the usual font stays. */
struct font_house {
    const struct housefont *files[FONT_ROLES];
};

/* What is wrong with a file, as the end of a sentence; NULL: nothing. */
const char *housefont_fault(struct arena *arena, const char *bytes, size_t length);
/* Its weight by its own words, 1 to 1000 (400 regular, 700 bold). */
int housefont_weight(const char *bytes, size_t length);

#endif
