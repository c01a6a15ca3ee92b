/* thai: where lines of Thai may end.  Thai is written without blanks between words, so that the
 * rules of UAX #14 find no place; LibThai's dictionary does. */
#ifndef TEXT_THAI_H
#define TEXT_THAI_H

#include <stddef.h>
#include <stdint.h>

/* Turns BREAK_NO into BREAK_MAY between Thai words, in the kinds of breaks_find().  Without the
 * dictionary nothing changes: lines of Thai then end at blanks or anywhere. */
void thai_find(const char *text, size_t bytes, uint8_t *kinds);

#endif
