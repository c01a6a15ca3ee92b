/* strategymap: the strategy map as a picture: layout and drawing (strategy-map design: fixed bands,
 * theme columns, routed links; domain.md section 6).
 *
 * strategymap_of() takes what the picture needs out of the assessment; strategymap_place() decides
 * where everything stands (deterministic, integer millipoints); strategymap_draw() makes a
 * one-page scene of it.  The packet's map page is the same drawing at the page's body size. */
#ifndef REPORT_STRATEGYMAP_H
#define REPORT_STRATEGYMAP_H

#include "assess/assess.h"
#include "layout/mark.h"
#include "layout/palette.h"
#include "report/words.h"
#include "scene/scene.h"

struct map_band {
    const char *id, *name, *question;
    uint32_t colour; /* of its own, where words can be read (colour_words_on()); 0: by the ramp */
};

struct map_theme {
    const char *id, *name;
};

struct map_card {
    const char *id, *title, *owner;
    int band, theme; /* theme -1: none */
    enum mark mark;
    enum status status;
    enum trend_mark trend;
    const char *score_text;     /* "93 %" or the grey's word */
    const char *measures_text;  /* "2 measures" */
    const char *measures_short; /* where that does not fit; NULL: nothing */
    const char *status_word, *trend_word;
    const char *spoken;     /* "S1 No patient waits: At risk, 52 of 100, improving" */
    const char *href;       /* where the card of an SVG leads; NULL: nowhere */
    bool scored;            /* score_text is a score of 100 */
    bool focus;             /* what the view is about: framed */
    bool changed;           /* status changed since the last period: ringed */
    int pin_row, pin_place; /* where the workbook wants it, from 1; 0: anywhere */
    struct place place;     /* of the objective's row, for findings */
    struct place pin;       /* of what pins it */
};

/* What a link is, as its line tells. */
enum map_link_look {
    LOOK_CAUSE, /* of the whole map; negative ones are dashed */
    LOOK_SHOWN, /* by evidence */
    LOOK_AGAINST,
    LOOK_NOT_SHOWN,
    LOOK_UNKNOWN,
    LOOK_SAME, /* by how an objective serves that of the unit above */
    LOOK_CONTRIBUTES,
    LOOK_SHARED
};

struct map_link {
    int from, to; /* cards */
    enum map_link_look look;
    enum evidence_verdict verdict;
    int bundle; /* links into a card that have the same one join */
    enum strength strength;
    bool negative, feedback; /* feedback: goes to a lower band or closes a cycle */
    const char *lag_text;    /* "6m", NULL: none */
    const char *chip_text;   /* sign and lag as shown on the link; NULL: none */
    const char *description; /* "strong; takes 6 months" */
};

/* What to draw: from an assessment, or from a benchmark file. */
struct map_model {
    const char *id, *title, *mission, *period, *as_of, *version, *owner, *source;
    const char *classification; /* of who may see it, or NULL */
    const char *language;
    const char *description;    /* the picture in words: what leads to what */
    VEC(struct map_band) bands; /* top to bottom */
    VEC(struct map_theme) themes;
    VEC(struct map_card) cards;
    VEC(struct map_link) links;
    int counts[5];      /* exceeds green amber red grey */
    bool scores_of_100; /* the cards' numbers are scores */
    bool tested;        /* figures were held against some of the links */
};

struct map_kept; /* mapkeep.h */

struct map_options {
    mp width, height; /* of the whole picture */
    bool framed;      /* false: no title block and footer (inside the packet's own frame) */
    const struct picture *logo;    /* at the right of the title block, NULL: none */
    const char *logo_alt;          /* NULL: an ornament */
    bool monochrome;               /* in black, white and grey */
    bool dark;                     /* on a dark ground */
    const struct palette *palette; /* a house's colours, on white; NULL: the usual ones */
    /* The paper the whole picture is brought to when it is drawn; 0: as laid out. */
    mp sheet_width, sheet_height;
    const char *sheet_name;      /* for messages; NULL: a page of the packet */
    const struct map_kept *kept; /* an earlier layout whose places are kept; NULL: none */
    bool told;                   /* what moved is told elsewhere */
    int effort;                  /* percent of the full search for an arrangement; 0: all of it */
};

struct map_layout; /* boxes, routes, text sizes */

const struct map_model *strategymap_of(struct arena *arena, const struct assessment *assessment,
                                       const struct unit *unit, const struct words *words);
const struct map_layout *strategymap_place(struct arena *arena, struct fontset *fonts,
                                           const struct map_model *model, const struct words *words,
                                           const struct map_options *options, struct diags *diags);
/* One-page scene; its title, description, groups and ids make the SVG accessible. */
const struct scene *strategymap_draw(struct arena *arena, struct fontset *fonts,
                                     const struct map_model *model, const struct map_layout *layout,
                                     const struct words *words, struct diags *diags);
/* --layout-json: boxes, routes and text lines in millimetres on the paper. */
void strategymap_json(const struct map_model *model, const struct map_layout *layout,
                      struct textbuf *out);

#endif
