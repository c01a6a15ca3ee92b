/* maptext: lines of text in a width: where a title breaks, and how wide it really is. */
#ifndef REPORT_MAPTEXT_H
#define REPORT_MAPTEXT_H

#include "report/maplayout.h"

/* A stretch that never breaks; widths at 1000 pt. */
struct map_word {
    size_t start, bytes;
    mp width, space; /* space: of the blanks after it */
    mp hyphen;       /* that a line gets which ends after it, at a soft hyphen; else 0 */
    bool must;       /* the line ends after it */
};

struct map_words {
    const char *text;
    enum font_role role;
    struct map_word *words;
    size_t count;
    mp widest;
};

struct map_lines {
    const char **lines;
    size_t count;
    bool broken; /* a word had to be divided */
};

/* Measures a text once. */
struct map_words maptext_words(struct arena *arena, struct fontset *fonts, enum font_role role,
                               const char *text, const char *language, struct diags *diags);
/* How many lines at a size in a width. */
size_t maptext_count(const struct map_words *words, mp size, mp width);
/* True if each word fits. */
bool maptext_fits(const struct map_words *words, mp size, mp width);
/* The lines themselves, about equally long. */
struct map_lines maptext_lines(struct arena *arena, struct fontset *fonts,
                               const struct map_words *words, mp size, mp width);

/* Appends a line of text with its left end at x (or its right end, or centred on x). */
enum map_align { MAP_LEFT, MAP_RIGHT, MAP_CENTRE };
struct map_text_style {
    enum font_role role;
    mp size;
    uint32_t colour;
    enum map_align align;
    const char *kind;     /* role in the layout JSON */
    const char *language; /* BCP 47 */
};
struct map_piece *maptext_add(struct arena *arena, struct fontset *fonts, struct map_layout *layout,
                              enum map_holder holder, int index, struct map_text_style style, mp x,
                              mp baseline, const char *text, struct diags *diags);
/* The text, or as much of it as fits with an ellipsis; *cut tells, and BP5053. */
const char *maptext_shorten(struct arena *arena, struct fontset *fonts, enum font_role role,
                            mp size, const char *text, mp width, bool *cut, struct diags *diags);

#endif
