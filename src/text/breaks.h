/* breaks: where a line may end (UAX #14, libunibreak) with the house rules of packet-look.md 2:
 * never between a number and its unit, inside a date, a status word, an id, "page 15". */
#ifndef TEXT_BREAKS_H
#define TEXT_BREAKS_H

#include "base/arena.h"
#include <stdint.h>

struct thai;

enum break_kind {
    BREAK_NO,
    BREAK_MAY,
    BREAK_MUST,
    BREAK_HYPHEN /* inside a word: a line that ends here ends with a hyphen */
};

/* Opportunities of UAX #14 less the house rules.  kinds[i] tells of a break after byte i (the last
 * byte of a character); `bytes` entries.  A soft hyphen (U+00AD) is BREAK_HYPHEN.  thai: for words
 * of Thai (fontset_thai() has it); NULL: rows of them stay whole. */
void breaks_find(const char *text, size_t bytes, const char *language, struct thai *thai,
                 uint8_t *kinds);

/* In a title no line ends between a short figure and what it counts: "3 of them". */
void breaks_keep_figures(const char *text, size_t bytes, uint8_t *kinds);

#endif
