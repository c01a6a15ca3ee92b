/* paragraph: inline content broken into lines (packet-look.md section 2).
 *
 * Words are shaped once (shape.h caches them); a line ends where breaks.h allows and linebreak.h
 * chooses.  Nothing is cut: a word wider than its line breaks after -/_.@ and failing that
 * anywhere.  A trailing blank belongs to the word before it and does not count at the line's end.
 * A divided word (soft hyphens; hyphen.h where the document asks for it) keeps its whole self as
 * replacement text for those who listen or search.
 * Heights and positions are final; only the page numbers are filled in when drawing. */
#ifndef LAYOUT_PARAGRAPH_H
#define LAYOUT_PARAGRAPH_H

#include "layout/composer.h"

/* There are thousands. */
struct piece {
    const struct inline_item *item;
    const struct shaped *shaped; /* INLINE_TEXT: the word; marks and pills: letter or word */
    mp x;                        /* from the line's left end */
    mp width;                    /* with trailing blanks */
    mp trailing;                 /* of which trailing blanks */
    mp size;
    uint32_t colour;
    uint32_t from, to; /* bytes of the paragraph's text */
    uint8_t role;      /* enum font_role */
    uint8_t level;     /* of bidi.h */
    bool divides;      /* part of a word that goes on in the next piece */
};

struct line {
    struct piece *pieces; /* logical order */
    size_t count;
    mp width; /* without trailing blanks */
    mp height, baseline;
    bool has_page; /* holds a page number */
};

struct paragraph {
    struct line *lines;
    size_t count;
    mp width, height;
    mp uncut; /* width in which none of the words cut for want of width would be; 0: none was */
    enum align align;
    bool whole; /* one line, and no word cut for it: the same in every width that holds it */
    /* While drawing: its own element, where it has one; the link or span that the last piece
     * belonged to. */
    const struct inline_item *open_item;
    scene_element_id open_element, open_parent, element;
    bool begun;
};

struct paragraph_spec {
    enum style style;
    uint32_t colour; /* COLOUR_INHERIT: of the style */
    mp width;
    enum align align;
    bool balanced; /* lines of about equal length, for titles */
};

struct paragraph *paragraph_make(struct composer *composer, const struct content *content,
                                 const struct paragraph_spec *spec);
/* Width of the widest line. */
mp paragraph_natural_width(const struct paragraph *paragraph);

#endif
