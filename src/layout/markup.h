/* markup: the little that people may write into a text cell of the workbook, beside plain words.
 *
 *   *words*               stands out (bold; there are no italics on the pages)
 *   https://example.org   a link; so are http:// and mailto:, and [words](https://example.org)
 *   - item, 1. item       at the beginning of a line: an item of a list
 *   an empty line         ends a paragraph; a single line end is one on the page too
 *
 * What only looks like markup stays as it is: a star with a blank inside ("5 * 3"), a bracket
 * without an address, other kinds of address.  A backslash before a star or bracket takes its
 * meaning away and is not shown. */
#ifndef LAYOUT_MARKUP_H
#define LAYOUT_MARKUP_H

#include "layout/document.h"

/* How a text is set: plain words in the first style (STYLE_INHERIT: that of their block), those
 * between stars in the second. */
struct markup_styles {
    enum style plain, strong;
    uint32_t colour; /* COLOUR_INHERIT: of the style */
};

/* Appends a text to a content; items of lists begin with a bullet or their number. */
void markup_content(struct arena *arena, struct content *content, const char *text,
                    struct markup_styles styles);
/* The same, each paragraph and item being one of the cell's. */
void markup_cell(struct arena *arena, struct table_cell *cell, const char *text,
                 struct markup_styles styles);
/* Paragraphs and lists of a text as blocks. */
void markup_blocks(struct document *document, struct block_list *list, const char *text,
                   struct markup_styles styles);

#endif
