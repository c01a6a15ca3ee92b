/* svg: a one-page drawing as SVG with live text and accessible groups (strategy-map.md 2).
 *
 * User units are CSS pixels (96 to the inch), so that sizes read as browsers count them; width and
 * height are in millimetres.  Each line of text is one <text> element; the fonts in use travel with
 * the file, cut down to its characters, and a list of families stands behind them. */
#ifndef OUTPUT_SVG_H
#define OUTPUT_SVG_H

#include "base/arena.h"
#include "base/textbuf.h"
#include "scene/scene.h"
#include <stdbool.h>

/* Appends the file to an empty buffer.  The scene must be sound (asserted).  The same scene gives
 * the same bytes.  False: *why says what failed. */
bool svg_render(struct arena *arena, const struct scene *scene, uint32_t page, struct textbuf *out,
                const char **why);

#endif
