/* typecase: the letters of a face as the compositor has them at hand: by which glyph each is drawn,
 * how wide it is and how near the next one stands.
 *
 * Most words can be set from it, letter by letter, at a hundredth of what it costs to have HarfBuzz
 * set them.  What it holds is asked of HarfBuzz' own plan for the face and of the font's tables;
 * letters that depend on more than the one beside them are refused. */
#ifndef TEXT_TYPECASE_H
#define TEXT_TYPECASE_H

#include "text/fontset.h"

struct hb_shape_plan_t;
struct typecase;

enum typecase_bond {
    TYPECASE_APART, /* each is set for itself */
    TYPECASE_JOINS, /* they may make one glyph: a ligature */
    TYPECASE_WHOLE  /* what they look like may depend on others still */
};

struct typecase_pair {
    enum typecase_bond bond;
    int32_t kerning; /* of letters apart: to be added to the advance of the first, font units */
};

/* For left to right text in Latin letters.  NULL if letters of the face cannot be set so. */
struct typecase *typecase_open(struct arena *arena, const struct face *face,
                               struct hb_shape_plan_t *plan);

/* The number of a character's letter, or of a glyph that HarfBuzz made of several; -1: it cannot be
 * set so. */
int typecase_letter(struct typecase *typecase, uint32_t rune);
int typecase_glyph(struct typecase *typecase, uint32_t glyph);

uint32_t typecase_drawn(const struct typecase *typecase, int letter);  /* its glyph */
int32_t typecase_advance(const struct typecase *typecase, int letter); /* font units */

struct typecase_pair typecase_between(struct typecase *typecase, int first, int second);

#endif
