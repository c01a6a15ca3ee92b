/* kerning: how much nearer a glyph stands to the next: the pairs of a font's GPOS table.
 *
 * HarfBuzz tells it only by setting a text, which costs a hundred times as much.  Read here is what
 * can be read at a glance: lookups of pairs that move no more than the second glyph. */
#ifndef TEXT_KERNING_H
#define TEXT_KERNING_H

#include "base/vec.h"
#include <stdint.h>

struct hb_face_t;
struct hb_set_t;
struct kerning;

/* Where the pairs that begin with a glyph stand. */
struct kerning_row {
    uint32_t at;      /* byte in the table: of values, or of pairs of glyph and value */
    uint32_t classes; /* of the second glyphs; 0: the second glyphs are listed */
    uint16_t count, lookup;
};
struct kerning_first {
    VEC(struct kerning_row) rows;
};

/* The pairs of these lookups of the face, which must outlive it.  NULL: some of them do more than
 * to set pairs apart. */
const struct kerning *kerning_open(struct arena *arena, struct hb_face_t *face,
                                   const struct hb_set_t *lookups);

struct kerning_first kerning_of(struct arena *arena, const struct kerning *kerning, uint32_t first);

/* What is added to the advance of the first glyph in front of the second, font units. */
int32_t kerning_between(const struct kerning *kerning, const struct kerning_first *first,
                        uint32_t second);

#endif
