/* mirror: pages for languages that are written from right to left.
 *
 * Everything is laid out from left to right; then each page is turned round: what stood at the
 * left stands at the right, columns run from the right, bars and rules change sides.  What must not
 * be turned is drawn between mirror_begin() and mirror_end() and only moves as a whole: a line of
 * text (its words have their order already), a cell with numbers, a chart, a picture. */
#ifndef LAYOUT_MIRROR_H
#define LAYOUT_MIRROR_H

#include "layout/composer.h"

/* True for Arabic, Hebrew, Persian, Urdu... (BCP 47). */
bool mirror_language(const char *language);

/* What is drawn next on the page moves as a whole, as a box from x to x + width.  Boxes may be
 * nested: the outer one counts.  Nothing happens in other documents. */
void mirror_begin(struct composer *composer, uint32_t page, mp x, mp width);
void mirror_end(struct composer *composer);
/* Texts that stand on the page from that item on, each of several runs that touch, move as wholes:
 * in a picture that is turned. */
void mirror_texts(struct composer *composer, uint32_t page, size_t first_item);

/* Turns the finished pages of a document that is written from right to left. */
void mirror_pages(struct composer *composer);

#endif
