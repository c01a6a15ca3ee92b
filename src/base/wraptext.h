/* wraptext: paragraphs for terminals: words in lines of so many columns. */
#ifndef BASE_WRAPTEXT_H
#define BASE_WRAPTEXT_H

#include "base/textbuf.h"

/* Writes the words of the text from column `at` on, further lines from column `indent` on, and ends
 * the line.  Lines end at plain blanks only, and beyond `width` where a word is longer.  A column
 * is a character: close enough for lines of a terminal. */
void wraptext(struct textbuf *out, const char *text, size_t width, size_t at, size_t indent);

#endif
