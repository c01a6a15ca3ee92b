#include "output/svgput.h"

#include "scene/scene.h"

void svgput_pixels(struct textbuf *out, mp length) {
    int64_t doubled = (int64_t)length * 2;
    textbuf_fixed(out, (doubled + (doubled < 0 ? -7 : 7)) / 15, 2);
}

void svgput_length(struct textbuf *out, const char *name, mp length) {
    textbuf_printf(out, " %s=\"", name);
    svgput_pixels(out, length);
    textbuf_char(out, '"');
}

void svgput_attribute(struct textbuf *out, const char *name, const char *value) {
    textbuf_printf(out, " %s=\"", name);
    textbuf_xml(out, value);
    textbuf_char(out, '"');
}

void svgput_optional(struct textbuf *out, const char *name, const char *value) {
    if (value && *value)
        svgput_attribute(out, name, value);
}

void svgput_colour(struct textbuf *out, const char *name, uint32_t colour) {
    if (colour == COLOUR_NONE)
        textbuf_printf(out, " %s=\"none\"", name);
    else
        textbuf_printf(out, " %s=\"#%06x\"", name, colour & 0xFFFFFF);
}
