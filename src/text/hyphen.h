/* hyphen: where words may be divided (libhyphen and the dictionaries of the distribution).
 *
 * Words of seven letters and more are divided, three letters at least stay
 * on either side; abbreviations, ids, addresses and words with digits are left whole.  Places
 * where a division would change the spelling are not used. */
#ifndef TEXT_HYPHEN_H
#define TEXT_HYPHEN_H

#include "base/arena.h"
#include <stdint.h>

struct hyphens;

/* The dictionary of a language (BCP 47), or NULL if none is installed that can be read.  Lives as
 * long as the arena.  Remembers the words it was asked about: for one thread. */
struct hyphens *hyphen_open(struct arena *arena, const char *language);

/* Dictionaries of several languages, each opened once, when it is first asked for: a document is
 * measured many times before it is drawn, and some dictionaries have a megabyte. */
struct hyphen_shelf;

struct hyphen_shelf *hyphen_shelf_new(struct arena *arena);
/* As hyphen_open(). */
struct hyphens *hyphen_take(struct hyphen_shelf *shelf, const char *language);

/* Turns BREAK_NO into BREAK_HYPHEN in the kinds of breaks_find() wherever a word of the text may be
 * divided. */
void hyphen_find(struct hyphens *hyphens, const char *text, size_t bytes, uint8_t *kinds);

#endif
