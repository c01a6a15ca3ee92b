/* hyphenrules: the rules of a dictionary that can bear on given words.
 *
 * Dictionaries say everything about a language: the German one has 78,000 rules, of which the
 * library makes 279,000 states, and looks for each of them among the others: two seconds.  The
 * words of a page meet a few hundred of these rules.  Here the file is read as it is, its rules are
 * found by their first two letters, and those that can bear on some words are written out as a
 * small dictionary of the same form, with which the library divides these words as it would with
 * the whole one.
 *
 * Form of the file: first line the character set; lines of capitals are orders; "NEXTLEVEL" begins
 * a second set of rules, for the parts of compounds; all others are rules, letters with digits
 * between them. */
#ifndef TEXT_HYPHENRULES_H
#define TEXT_HYPHENRULES_H

#include "base/arena.h"
#include "base/textbuf.h"
#include <stdbool.h>

struct hyphenrules;

/* Of the bytes of a dictionary, which must live as long; NULL: none of which the character set can
 * be read (ISO 8859-1 and UTF-8 can). */
struct hyphenrules *hyphenrules_new(struct arena *arena, const char *bytes, size_t length);
bool hyphenrules_latin1(const struct hyphenrules *rules);

/* The small dictionary of these words, which are in the dictionary's character set. */
void hyphenrules_select(struct hyphenrules *rules, const char *const *words, size_t count,
                        struct textbuf *out);

#endif
