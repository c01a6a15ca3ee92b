/* byletter: words set letter by letter from the typecase of their face, as HarfBuzz would set them.
 *
 * A document has thousands of words, made of a few hundred pairs of letters: most need not be given
 * to HarfBuzz at all.  Letters that may join are asked for as a part of their own. */
#ifndef TEXT_BYLETTER_H
#define TEXT_BYLETTER_H

#include "text/shape.h"

struct hb_feature_t;
struct byletter;

/* Text from left to right; text and language (BCP 47 or NULL) live as long as the arena. */
struct byletter_piece {
    const struct face *face;
    const char *text;
    size_t bytes;
    const char *language;
};

/* Bytes from..to of the piece as HarfBuzz sets them: one run. */
typedef const struct run *byletter_joined_fn(void *user, size_t from, size_t to);

/* For text shaped with these features, which live as long. */
struct byletter *byletter_new(struct arena *arena, const struct hb_feature_t *features,
                              unsigned count);

/* NULL if the piece has letters that are not at hand, or nothing but such as join. */
const struct run *byletter_run(struct byletter *byletter, const struct byletter_piece *piece,
                               byletter_joined_fn *joined, void *user);

#endif
