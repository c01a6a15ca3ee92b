/* paragraphkeep: the paragraphs of a section, each set once however often the section is measured:
 * a table with fewer columns (tablefit.h) or wider ones (tablewiden.h), everything a little closer
 * (density.h).
 *
 * A paragraph that came to one line without cutting a word has that line in every width that holds
 * it: no line end is chosen.  One of several lines is the same in the same width only.  What is
 * given back has its own state of drawing and shares the lines.
 *
 * Contents are known by where they are: who changes one while its section is being measured may not
 * have it kept.  Page numbers and notes, which may differ from time to time, never are. */
#ifndef LAYOUT_PARAGRAPHKEEP_H
#define LAYOUT_PARAGRAPHKEEP_H

#include "layout/paragraph.h"

/* From now on paragraphs of the section are kept; those of another one, or of another arena, are
 * forgotten. */
void paragraphkeep_begin(struct composer *composer, const struct section *section);
/* Nothing is kept until the next begin: to be said before composer->arena is freed. */
void paragraphkeep_forget(struct composer *composer);

/* As paragraph_make(). */
struct paragraph *paragraphkeep_make(struct composer *composer, const struct content *content,
                                     const struct paragraph_spec *spec);
/* The same of plain text. */
struct paragraph *paragraphkeep_text(struct composer *composer, const char *text,
                                     const struct paragraph_spec *spec);

#endif
