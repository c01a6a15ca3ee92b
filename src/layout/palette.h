/* palette: the colours a house may change: those of words, of lines, of the perspectives and,
 * within bounds, of the statuses.  Pages are drawn in the usual ones; a palette recolours what was
 * drawn.
 */
#ifndef LAYOUT_PALETTE_H
#define LAYOUT_PALETTE_H

#include "scene/scene.h"

enum palette_role {
    ROLE_INK,  /* words */
    ROLE_GREY, /* secondary words */
    ROLE_NAVY, /* headings, ids, links, head rules */
    ROLE_PERSPECTIVE_1,
    ROLE_PERSPECTIVE_2, /* bars of actual values too */
    ROLE_PERSPECTIVE_3,
    ROLE_PERSPECTIVE_4,
    ROLE_PERSPECTIVE_5,
    ROLE_PERSPECTIVE_6,
    ROLE_EXCEEDS,
    ROLE_ON_TRACK,
    ROLE_AT_RISK,
    ROLE_OFF_TRACK,
    PALETTE_ROLES
};

struct palette {
    uint32_t colours[PALETTE_ROLES];
};

/* The usual colours. */
struct palette palette_usual(void);
/* "navy", "perspective-1", "off-track"; false if there is none of that name. */
bool palette_role_named(const char *name, enum palette_role *out);
const char *palette_role_name(enum palette_role role);
/* "#1f3a5f"; false if it is no colour. */
bool palette_parse(const char *text, uint32_t *out);

/* What is wrong with the colour of a role among the others. */
enum palette_fault {
    PALETTE_SOUND,
    PALETTE_TEXT,     /* words, or white words on it, below 4.5 : 1: figure is the contrast */
    PALETTE_GRAPHICS, /* on white below 3 : 1 */
    PALETTE_ALIKE,    /* as another status, below 15 (in grey 10): figure is the distance */
    PALETTE_ORDER     /* statuses are no longer at risk, on track, off track, exceeds from light to
                         dark */
};
struct palette_finding {
    enum palette_fault fault;
    enum palette_role other; /* of ALIKE, ORDER */
    int sight;               /* enum colour_sight, of ALIKE */
    double figure;
};
/* The gravest. */
struct palette_finding palette_judge(const struct palette *palette, enum palette_role role);

/* What becomes of a colour: that of a role, or one that goes with a status (tint, words, outline).
 */
uint32_t palette_of(const struct palette *palette, uint32_t colour);
/* Recolours all pages; pictures stay as they are. */
void palette_apply(const struct palette *palette, struct scene *scene);

#endif
