/* svg: a one-page drawing as SVG with live text and accessible groups (strategy-map.md 2).
 *
 * User units are CSS pixels (96 to the inch), so that sizes read as browsers count them; width and
 * height are in millimetres.  Each line of text is one <text> element; the fonts in use travel with
 * the file, cut down to its characters, and a list of families stands behind them.
 *
 * For print shops the letters may be outlines instead: each glyph in use is a path in the units of
 * its font, and a line is a group of uses of them that is named by its words.  Such a file looks
 * the same everywhere, and nobody can search it or correct a word in it. */
#ifndef OUTPUT_SVG_H
#define OUTPUT_SVG_H

#include "base/arena.h"
#include "base/textbuf.h"
#include "scene/scene.h"
#include <stdbool.h>

/* What letters are in the file. */
enum svg_letters { SVG_TEXT, SVG_OUTLINES };

/* Appends the file to an empty buffer.  An unsound scene is refused (scene_problem()).  The same
 * scene gives the same bytes.  False: *why says what failed. */
bool svg_render(struct arena *arena, const struct scene *scene, uint32_t page,
                enum svg_letters letters, struct textbuf *out, const char **why);

#endif
