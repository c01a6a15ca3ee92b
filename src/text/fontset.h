/* fontset: the fonts of a job, by role, with fallback for other scripts.
 *
 * Roles resolve to files of the distribution's font packages through fonts/roles (embedded at
 * build).  Faces are opened on first use and stay open for the fontset's life; a fontset may serve
 * many documents.  All metrics are in font units of `upem` to the em. */
#ifndef TEXT_FONTSET_H
#define TEXT_FONTSET_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/length.h"
#include <stdbool.h>
#include <stdint.h>

enum font_role { FONT_REGULAR, FONT_SEMIBOLD, FONT_BOLD, FONT_HEAVY, FONT_ROLES };

struct hb_face_t;

struct face {
    const char *family;     /* "Lato" */
    const char *postscript; /* "Lato-Semibold" */
    const char *file;       /* path it came from */
    int css_weight;         /* 400, 600, 700, 800 */
    int index;              /* position in the fontset: stable order for sinks */
    int32_t upem, ascent, descent, cap_height, x_height; /* descent negative */
    struct hb_face_t *hb; /* for the sinks' subsetting */
    void *shaper;         /* private */
};

struct fontset;

/* NULL with a diagnostic (9xxx) if a font of a main role is not installed. */
struct fontset *fontset_open(struct arena *arena, struct diags *diags);
const struct face *fontset_face(struct fontset *fonts, enum font_role role);
/* Faces opened so far (main and fallback), in index order. */
size_t fontset_count(const struct fontset *fonts);
const struct face *fontset_at(const struct fontset *fonts, size_t index);

#endif
