/* maplayout: a map with everything in its place: the pieces of its picture and the ways of its
 * links.  Filled by strategymap_place(), read by mapdraw and mapjson. */
#ifndef REPORT_MAPLAYOUT_H
#define REPORT_MAPLAYOUT_H

#include "report/maplook.h"

/* What a piece belongs to: the groups of the picture, in the order they are drawn. */
enum map_holder {
    HOLDER_PAGE,
    HOLDER_BAND,
    HOLDER_THEME,
    HOLDER_LINK,
    HOLDER_CARD,
    HOLDER_LEGEND,
    HOLDER_FOOTER
};

enum map_piece_kind {
    PIECE_BOX, /* rectangle, round if radius */
    PIECE_TEXT,
    PIECE_MARK, /* status shape */
    PIECE_TREND,
    PIECE_HEAD, /* of an arrow, its tip at the right end of rect's middle; percent: enum map_head */
    PIECE_STROKE /* line along the middle of rect, from left to right */
};

struct map_piece {
    enum map_piece_kind kind;
    enum map_holder holder;
    int index;        /* of the band, theme, link or card */
    struct rect rect; /* of a text: its ink */
    mp radius, width; /* BOX; line width of BOX and STROKE */
    bool left_only;   /* BOX: round only there */
    bool turned;      /* left is right: of BOX with left_only, and of HEAD (mapturn.h) */
    uint32_t fill, stroke;
    mp dash_on, dash_off;
    enum mark mark;
    enum trend_mark trend;
    int percent; /* of a trend arrow */
    /* TEXT */
    const char *text, *role; /* role: title meta band theme chip note */
    const char *whole;       /* what the text is a line of: the same for all its lines; or NULL */
    const struct shaped *shaped;
    mp x, baseline, size;
    bool truncated;
};

/* What an arrow says of the evidence for all that flows into it. */
enum map_head {
    HEAD_SOLID,  /* shown, or nothing is said */
    HEAD_HALF,   /* shown for some */
    HEAD_HOLLOW, /* not shown */
    HEAD_COUNT
};

/* A link's way: from the border of its source to the tip of its arrow. */
struct map_way {
    struct point *points;
    size_t count;
    const struct point *drawn; /* less of it where another link's dashes already lie */
    size_t drawn_count;
    int net; /* links with the same net share an arrow */
    mp stroke;
    bool negative, tipped; /* tipped: drawn to the arrow */
    enum map_link_look look;
    enum map_head head;
    struct rect chip;  /* w == 0: none */
    struct rect badge; /* figures speak against it; w == 0: none */
};

/* Where a level stretch pauses because an upright one of another net crosses it. */
struct map_crossing {
    struct point at;
    mp half; /* of the pause */
    int net; /* that pauses */
};

struct map_kept;

struct map_layout {
    struct map_look look;
    mp title_size;
    struct rect *bands, *cards; /* as in the model; a band without cards: h == 0 */
    struct rect *themes;        /* headers; a theme without cards: w == 0 */
    struct map_way *ways;       /* one a link */
    const struct picture *logo; /* NULL: none */
    const char *logo_alt;
    bool heads;                    /* arrows tell of evidence */
    bool monochrome;               /* drawn without colours */
    bool dark;                     /* drawn on a dark ground */
    const struct palette *palette; /* drawn in these colours if in neither; NULL: the usual ones */
    /* Of the paper it is brought to when drawn; all lengths here are of look.page. */
    mp sheet_width, sheet_height;
    struct rect logo_box;
    const struct map_kept *arrangement; /* what next month's map may keep; NULL: no cards */
    VEC(struct map_piece) pieces;
    VEC(struct map_crossing) crossings;
};

/* Adds a box without a border; valid until the next piece is added. */
struct map_piece *maplayout_box(struct arena *arena, struct map_layout *layout,
                                enum map_holder holder, int index, struct rect rect, mp radius,
                                uint32_t fill);

#endif
