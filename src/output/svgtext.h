/* svgtext: live text in SVG, in as few elements as whoever edits it would make.
 *
 * Texts side by side in one face become one <text>.  The lines of a group that says what words they
 * are of become one <text> too, a <tspan> a line, with a blank between two lines wherever the words
 * have one, so that a title is found, copied and edited as a whole. */
#ifndef OUTPUT_SVGTEXT_H
#define OUTPUT_SVGTEXT_H

#include "base/arena.h"
#include "base/textbuf.h"
#include "scene/scene.h"
#include <stdbool.h>

#define SVGTEXT_FALLBACK "'Noto Sans','Segoe UI',Arial,sans-serif"

/* A line that is being gathered. */
struct svgtext {
    struct arena *arena;
    struct textbuf *out;
    const struct scene_text *first; /* NULL: none */
    const struct face *face;
    struct textbuf text;
    mp x, end; /* where it begins, and where its last run ends */
    bool mergeable;
};

void svgtext_init(struct svgtext *line, struct arena *arena, struct textbuf *out);
/* Adds a text to the line, or begins another. */
void svgtext_add(struct svgtext *line, const struct scene_text *text);
/* Writes the line, if there is one. */
void svgtext_flush(struct svgtext *line);

/* Writes the items of a group with `words` as one <text>; id: its own, or NULL.  False, and nothing
 * is written, if they are no lines of these words. */
bool svgtext_words(struct svgtext *line, const struct scene_item *items, size_t count,
                   const struct scene_group *group, const char *id);

#endif
