/* svgput: attributes and numbers as SVG writes them.  Lengths become CSS pixels (96 to the inch) in
 * hundredths. */
#ifndef OUTPUT_SVGPUT_H
#define OUTPUT_SVGPUT_H

#include "base/length.h"
#include "base/textbuf.h"

void svgput_pixels(struct textbuf *out, mp length);
void svgput_length(struct textbuf *out, const char *name, mp length);
void svgput_attribute(struct textbuf *out, const char *name, const char *value);
/* The same, unless there is no value. */
void svgput_optional(struct textbuf *out, const char *name, const char *value);
/* 0xRRGGBB or COLOUR_NONE. */
void svgput_colour(struct textbuf *out, const char *name, uint32_t colour);

#endif
