/* shape: text to positioned glyphs (HarfBuzz), cached so that repeated words cost nothing.
 *
 * A run is size-independent: advances and offsets are font units.  Runs are immutable, shared and
 * live as long as the fontset.  Features: kern, liga, lnum, tnum (tabular lining figures
 * everywhere). */
#ifndef TEXT_SHAPE_H
#define TEXT_SHAPE_H

#include "text/fontset.h"

struct glyph {
    uint32_t id;
    int32_t advance, x_offset, y_offset; /* font units; y upwards */
    uint32_t cluster;                    /* byte offset into run->text */
};

/* One face, one script, one direction; glyphs in visual order, left to right. */
struct run {
    const struct face *face;
    const char *text; /* logical order, NUL-terminated */
    size_t bytes;
    const struct glyph *glyphs;
    size_t count;
    int64_t advance; /* sum, font units */
    bool rtl;
};

/* A piece of text as runs in visual order. */
struct shaped {
    const struct run *const *runs;
    size_t count;
};

/* Shapes a piece of one paragraph (usually a word).  language: BCP 47 or NULL.  A character no
 * font can draw is reported once as BP5001 and drawn by no glyph (the caller's job fails). */
const struct shaped *shape_text(struct fontset *fonts, enum font_role role, const char *text,
                                size_t bytes, const char *language, struct diags *diags);

/* The same with the embedding level of the paragraph (bidi.h), for pieces that hold no letters of
 * their own direction: odd levels run from right to left.  -1: by the piece's own letters. */
const struct shaped *shape_text_level(struct fontset *fonts, enum font_role role, const char *text,
                                      size_t bytes, const char *language, int level,
                                      struct diags *diags);

/* Width at a size, rounded to the nearest millipoint. */
mp shape_width(const struct shaped *shaped, mp size);
mp shape_run_width(const struct run *run, mp size);

/* Whole-string convenience. */
mp shape_measure(struct fontset *fonts, enum font_role role, mp size, const char *text,
                 struct diags *diags);

#endif
