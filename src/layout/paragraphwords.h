/* paragraphwords: the text of a paragraph as shaped pieces and as the words that lines are made of.
 *
 * A piece is of one item and one direction; a word is the pieces up to where a line may end, with
 * the blank behind it.  A word wider than the line is set again in parts (longword.h). */
#ifndef LAYOUT_PARAGRAPHWORDS_H
#define LAYOUT_PARAGRAPHWORDS_H

#include "layout/linebreak.h"
#include "layout/paragraphtext.h"

/* Between a status shape and its letter or word. */
#define MARK_GAP MM(0.9)
/* What is shown where a line ends inside a word. */
#define PARAGRAPH_HYPHEN "-"

/* Work space, used again for each paragraph. */
struct paragraphwords {
    struct paragraphtext *text;
    VEC(struct piece) pieces;
    VEC(struct linebreak_word) words; /* of pieces, by their numbers */
    size_t open;                      /* first piece of the word being set */
    mp uncut;                         /* of struct paragraph */
    bool torn;                        /* a word was wider than its line */
};

/* Sets the whole text anew. */
void paragraphwords_set(struct paragraphwords *words);
/* The text of the piece with more behind it: shaped and measured, without its trailing blanks. */
void paragraphwords_shape_again(struct paragraphwords *words, struct piece *piece,
                                const char *more);
/* Side of the box of a status shape in text of that size. */
mp paragraphwords_mark_size(const struct inline_item *item, mp text_size);

#endif
