/* latinbreaks: UAX #14 for text in Latin letters, as libunibreak has it, at a twentieth of the
 * cost: what it says of two characters there depends on nothing but the two, and on a blank
 * between. */
#ifndef TEXT_LATINBREAKS_H
#define TEXT_LATINBREAKS_H

#include "text/breaks.h"
#include <stdbool.h>
#include <stddef.h>

/* kinds[i]: BREAK_MAY or BREAK_NO after byte i; of the last byte, BREAK_NO.  False if the text
 * begins with a blank or holds a character whose breaks depend on more or on the language. */
bool latinbreaks_find(const char *text, size_t bytes, uint8_t *kinds);

#endif
