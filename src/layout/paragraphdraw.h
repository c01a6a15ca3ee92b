/* paragraphdraw: the lines of a paragraph as glyphs, marks and links of a scene. */
#ifndef LAYOUT_PARAGRAPHDRAW_H
#define LAYOUT_PARAGRAPHDRAW_H

#include "layout/paragraph.h"

/* Draws one line with its top at y, aligned between x and x + width.  pen.element holds the text;
 * links and replaced texts become its children, unless it is an artifact. */
void paragraphdraw_line(struct composer *composer, struct paragraph *paragraph, size_t line,
                        struct pen pen, mp x, mp y, mp width);
/* All lines; returns the y below. */
mp paragraphdraw_all(struct composer *composer, struct paragraph *paragraph, struct pen pen, mp x,
                     mp y, mp width);

#endif
