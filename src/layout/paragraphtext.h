/* paragraphtext: the items of a paragraph as one text: where its lines may end and which way each
 * part of it runs.
 *
 * To the rules of breaks and of bidi an item without letters of its own is one character, and
 * blanks alone part it from its neighbours. */
#ifndef LAYOUT_PARAGRAPHTEXT_H
#define LAYOUT_PARAGRAPHTEXT_H

#include "base/textbuf.h"
#include "layout/composer.h"
#include "layout/paragraph.h"

/* The text of one item inside the text of the paragraph: bytes from..to. */
struct paragraphtext_span {
    const struct inline_item *item;
    const struct style_spec *spec;
    uint32_t colour;
    size_t from, to;
    mp blank; /* width of a blank; -1: not yet asked for */
};

/* Work space, used again for each paragraph. */
struct paragraphtext {
    struct arena *arena; /* of the work space */
    struct composer *composer;
    const struct paragraph_spec *spec;
    struct textbuf buffer;
    uint8_t *kinds; /* of breaks.h, a byte of text each */
    size_t kinds_size;
    uint8_t *levels; /* of bidi.h, or NULL: all left to right */
    int base_level;
    VEC(struct paragraphtext_span) spans;
    bool marks_only; /* nothing but marks and foreign text: the marks' order is the document's */
    bool word;       /* no more than one, and short */
};

/* Another paragraph: the text of its items; it may have none. */
void paragraphtext_gather(struct paragraphtext *text, struct composer *composer,
                          const struct paragraph_spec *spec, const struct content *content);
/* The kinds and levels of a text that is not empty. */
void paragraphtext_breaks(struct paragraphtext *text);
/* Lines may also end inside words, as the composer's hyphens say.  Words of another language are
 * left whole: they have other rules than those of the document. */
void paragraphtext_divide(struct paragraphtext *text);

#endif
