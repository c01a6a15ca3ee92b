/* svgglyphs: the letters of an SVG as outlines: every glyph once, as a definition, and lines of
 * uses of them. */
#ifndef OUTPUT_SVGGLYPHS_H
#define OUTPUT_SVGGLYPHS_H

#include "base/idmap.h"
#include "base/textbuf.h"
#include "scene/scene.h"
#include <stdbool.h>

/* Writes <defs> with the outlines of all glyphs of a page and puts their ids into `ids`, which must
 * not hold them yet: glyph-FACE-NUMBER.  False: *why says what failed. */
bool svgglyphs_define(const struct scene_page *page, struct idmap *ids, struct textbuf *out,
                      const char **why);
/* Writes one run as a group that is named by its words; ids: those of svgglyphs_define(). */
void svgglyphs_use(const struct scene_text *text, const struct idmap *ids, struct textbuf *out);

#endif
