/* longword: where a word wider than its line may break: after -/_.@ and failing that between any
 * two characters (packet-look.md section 9). */
#ifndef LAYOUT_LONGWORD_H
#define LAYOUT_LONGWORD_H

#include "text/shape.h"

struct longword {
    struct fontset *fonts;
    enum font_role role;
    mp size;
    const char *language;
    mp width; /* of the line */
};

/* True behind which a long word may break before it is cut anywhere. */
bool longword_joint(char c);
/* How many bytes of the text (at least one character) make the next part: up to and with the
 * first breaking character, or as much as fits the line. */
size_t longword_part(const struct longword *word, const char *text, size_t bytes);

#endif
