/* fontset: the fonts of a job, by role, with fallback for other scripts.
 *
 * Roles resolve to files of the distribution's font packages through fonts/roles.txt (embedded at
 * build).  Files are looked for in the directories of $BOARDPACK_FONTS (divided by ':'), then in
 * the usual font directories.  Faces of roles are opened with the set, those of other scripts on
 * first use; all stay open for the fontset's life; a fontset may serve many documents.  A house may
 * bring fonts of its own for some roles (housefont.h); for what those lack the usual ones stand in,
 * then the fallbacks.  All metrics are in font units of `upem` to the em. */
#ifndef TEXT_FONTSET_H
#define TEXT_FONTSET_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/length.h"
#include <stdbool.h>
#include <stdint.h>

/* The last two are for headings: the smaller ones, bold, and those of pages. */
enum font_role { FONT_REGULAR, FONT_SEMIBOLD, FONT_BOLD, FONT_HEADING, FONT_HEAVY, FONT_ROLES };

struct hb_face_t;
struct hb_font_t;

struct face {
    const char *family;     /* "Lato" */
    const char *postscript; /* "Lato-Semibold" */
    const char *file;       /* path it came from */
    int css_weight;         /* 400, 600, 700, 800 */
    int index;              /* position in the fontset: stable order for sinks */
    int32_t upem, ascent, descent, cap_height, x_height; /* descent negative */
    struct hb_face_t *hb;                                /* for the sinks' subsetting */
    struct hb_font_t *shaper; /* scaled to font units: advances, glyph shapes */
    /* No Latin letter of it depends on more than those next to it. */
    bool by_pairs;
};

struct fontset;
struct hyphen_shelf;
struct thai;

/* NULL with a diagnostic (9xxx) if a font of a main role is not installed or not usable. */
struct fontset *fontset_open(struct arena *arena, struct diags *diags);
/* The same with the fonts of a house, which were found good (housefont.h); NULL: none. */
struct font_house;
struct fontset *fontset_open_house(struct arena *arena, const struct font_house *house,
                                   struct diags *diags);
const struct face *fontset_face(struct fontset *fonts, enum font_role role);
/* Faces opened so far (main and fallback), in index order. */
size_t fontset_count(const struct fontset *fonts);
const struct face *fontset_at(const struct fontset *fonts, size_t index);

/* True if the face has a glyph for the character, or HarfBuzz can make one of what it has
 * (spaces, the hard hyphen, composed letters). */
bool fontset_covers(const struct face *face, uint32_t rune);
/* A face for a character that the role's own lacks, or NULL.  script: ISO 15924 as four bytes
 * ('A' << 24 | ...); language: BCP 47 or NULL (which Han forms). */
const struct face *fontset_fallback(struct fontset *fonts, enum font_role role, uint32_t rune,
                                    uint32_t script, const char *language);

/* Reports BP9021 for each opened face whose file differs from the one that fonts/roles.txt names by
 * its SHA-256: pages then may break lines elsewhere. */
void fontset_compare(struct fontset *fonts, struct diags *diags);

/* Reports BP5029, once, for each font of the house that lacked a character so far. */
void fontset_lacks(struct fontset *fonts, struct diags *diags);

/* Memory of the fontset's life, and places for what shape.c and paragraphkeep.c keep in it. */
struct arena *fontset_arena(struct fontset *fonts);
void **fontset_cache(struct fontset *fonts);
void **fontset_paragraphs(struct fontset *fonts);
/* Dictionaries for where lines may end: of breaks.h and hyphen.h. */
struct thai *fontset_thai(struct fontset *fonts);
struct hyphen_shelf *fontset_hyphens(struct fontset *fonts);

#endif
