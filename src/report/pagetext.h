/* pagetext: what the pages of some sections say, as one text, to look words up in. */
#ifndef REPORT_PAGETEXT_H
#define REPORT_PAGETEXT_H

#include "layout/document.h"

/* Every paragraph, heading, cell and head of the document's sections but the one named `without`
 * (NULL: none left out); A to Z as a to z. */
const char *pagetext(struct arena *arena, const struct document *document, const char *without);
/* True if the text has the term, whatever the case of A to Z, not within another word: as the
 * beginning of one, or for terms of up to three bytes as a whole.  The last two letters of terms of
 * seven and more may be others. */
bool pagetext_has(const char *text, const char *term);

#endif
