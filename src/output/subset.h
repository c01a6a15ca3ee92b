/* subset: the part of a font file that a document needs (hb-subset). */
#ifndef OUTPUT_SUBSET_H
#define OUTPUT_SUBSET_H

#include "base/arena.h"
#include "text/fontset.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Font bytes; they live as long as the arena. */
struct subset {
    const void *bytes;
    size_t length;
    bool cff;       /* PostScript outlines: bytes are the 'CFF ' table alone */
    bool cid_keyed; /* such outlines with their own numbering: codes are old glyph numbers */
};

/* For PDF: the glyphs alone, numbered densely.  used: a byte for each glyph of the face; new_ids:
 * as many numbers, filled in for the used ones.  Glyph 0 is always in.  False: *why says it. */
bool subset_glyphs(struct arena *arena, const struct face *face, const uint8_t *used,
                   uint16_t *new_ids, struct subset *out, const char **why);

/* For the web: characters with what shapes them (kern, liga, mark and their like).  runes: sorted
 * or not, `count` of them. */
bool subset_characters(struct arena *arena, const struct face *face, const uint32_t *runes,
                       size_t count, struct subset *out, const char **why);

#endif
