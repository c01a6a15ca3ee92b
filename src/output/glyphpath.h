/* glyphpath: the outline of a glyph as the data of an SVG path. */
#ifndef OUTPUT_GLYPHPATH_H
#define OUTPUT_GLYPHPATH_H

#include "base/textbuf.h"
#include "text/fontset.h"
#include <stdbool.h>

/* Appends "M...Z" in the units of the font, y upwards, in whole numbers where the font has them;
 * nothing for a blank.  False without memory. */
bool glyphpath_append(const struct face *face, uint32_t glyph, struct textbuf *out);

#endif
