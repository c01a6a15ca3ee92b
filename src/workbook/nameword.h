/* nameword: names of people as words of a text.
 *
 * A name is met in any capitals, with or without the accents of its Latin letters, with any blanks
 * between its words, straight or curly apostrophes, and with an s of possession.  It is met as
 * whole words: what stands before and after is no letter.  Han, kana, Thai and their like run on,
 * so there any neighbour will do; an Arabic name may have a one-letter word joined to its front. */
#ifndef WORKBOOK_NAMEWORD_H
#define WORKBOOK_NAMEWORD_H

#include "base/arena.h"
#include "base/textbuf.h"
#include <stdbool.h>
#include <stddef.h>

struct namewords;

struct namewords *namewords_new(struct arena *arena);
/* What stands instead of a name; the first word given for a name stays.  capital: only where it is
 * written with a capital, if its script has them. */
void nameword_add(struct namewords *names, const char *name, const char *instead, bool capital);
/* The text with every name replaced, the longest that begins at a place first; the text itself if
 * it has none. */
const char *nameword_replace(const struct namewords *names, const char *text);

/* The name without what its writing may vary: two names are one if these are the same. */
const char *nameword_folded(struct arena *arena, const char *name);

/* Tells of each name that the text has, and whether it is written with a capital. */
void nameword_meet(const struct namewords *names, const char *text,
                   void (*met)(void *context, const char *folded, bool capital), void *context);

#endif
