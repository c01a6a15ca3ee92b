/* thai: where lines of Thai may end.  Thai is written without blanks between words, so that the
 * rules of UAX #14 find no place; LibThai's dictionary does. */
#ifndef TEXT_THAI_H
#define TEXT_THAI_H

#include "base/arena.h"
#include <stddef.h>
#include <stdint.h>

/* The dictionary: opened for the first text that has Thai in it, closed with the arena. */
struct thai;

struct thai *thai_new(struct arena *arena);

/* Turns BREAK_NO into BREAK_MAY between Thai words, in the kinds of breaks_find().  If the
 * dictionary is not installed nothing changes: lines of Thai then end at blanks or anywhere. */
void thai_find(struct thai *thai, const char *text, size_t bytes, uint8_t *kinds);

#endif
