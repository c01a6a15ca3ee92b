/* paragraphkeep: equal paragraphs are set once.  A packet says the same in many places, and lays
 * most of it out several times: to count pages, to try how much of a section fits, a table with
 * fewer columns (tablefit.h) or wider ones (tablewiden.h), everything a little closer (density.h).
 *
 * Paragraphs are equal if every value of their contents is, and their look.  One that came to one
 * line without cutting a word has that line in every width that holds it, since no line end was
 * chosen; one of several lines is the same in the same width only.  Not kept are page numbers and
 * notes, which differ from time to time, and what lacks a glyph, which is to be reported each time.
 *
 * What is kept is in the fontset's memory and of one language and way to divide words; it is not
 * more than PARAGRAPHKEEP_MOST, so that long documents take little more for it than short ones. */
#ifndef LAYOUT_PARAGRAPHKEEP_H
#define LAYOUT_PARAGRAPHKEEP_H

#include "layout/paragraph.h"

#define PARAGRAPHKEEP_MOST (2u * 1024 * 1024) /* bytes */

/* As paragraph_make(): a paragraph of its own to draw, its lines shared. */
struct paragraph *paragraphkeep_make(struct composer *composer, const struct content *content,
                                     const struct paragraph_spec *spec);

#endif
