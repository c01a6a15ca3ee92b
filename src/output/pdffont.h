/* pdffont: the fonts of one PDF document.
 *
 * First all glyphs and the text they stand for are collected, then each face is cut down to them
 * and they get their codes, and only then can text be written.  One code is two bytes. */
#ifndef OUTPUT_PDFFONT_H
#define OUTPUT_PDFFONT_H

#include "output/pdfobject.h"
#include "scene/scene.h"

struct pdffonts;

/* One run of the scene, ready to be shown at any size. */
struct pdffont_text {
    const struct run *run;
    unsigned font;     /* resource /F0, /F1 ... */
    const char *array; /* elements of a TJ array; NULL: only pdffont_show() can write it */
    size_t length;
    bool starts_blank, ends_blank, ends_hyphen;
};

/* Collects, cuts down and encodes; NULL if a font cannot be cut down: *why says it. */
struct pdffonts *pdffont_collect(struct arena *arena, const struct scene *scene, const char **why);
const struct pdffont_text *pdffont_text(const struct pdffonts *fonts, const struct run *run);
/* A part of a run that has raised glyphs or clusters of several glyphs. */
struct pdffont_piece {
    size_t from, to;    /* glyphs */
    const char *actual; /* text that the codes do not tell, or NULL */
    size_t actual_bytes;
    int64_t advance; /* font units */
};
/* The piece that begins with glyph `from` (below run->count). */
struct pdffont_piece pdffont_piece(const struct pdffonts *fonts, const struct pdffont_text *text,
                                   size_t from);
/* Operators that show a piece. */
void pdffont_show(const struct pdffonts *fonts, const struct pdffont_text *text,
                  const struct pdffont_piece *piece, mp size, struct textbuf *out);
/* Writes the blank of a font as a string for a TJ array; its width in font units, 0 (and nothing
 * written) if the font has none. */
int32_t pdffont_blank(const struct pdffonts *fonts, unsigned font, struct textbuf *out);
/* Writes the fonts' objects and "/F0 12 0 R ..." for the resources. */
void pdffont_write(const struct pdffonts *fonts, struct pdfobject_store *store,
                   struct textbuf *resources);

#endif
