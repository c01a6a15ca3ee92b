/* scene: placed primitives on pages, the structure tree, links and outline: all that a sink needs
 * and nothing that must still be measured.
 *
 * Every item belongs to a structure element, or is an artifact; consecutive items of one element
 * become one marked sequence.  Reading order = order of elements in the tree = order of drawing.
 * Lengths are millipoints from the page's top left corner, y downwards; colours 0xRRGGBB. */
#ifndef SCENE_SCENE_H
#define SCENE_SCENE_H

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/length.h"
#include "base/textbuf.h"
#include "base/vec.h"
#include "picture/picture.h"
#include "text/shape.h"

enum tag {
    TAG_DOCUMENT,
    TAG_PART,
    TAG_SECT,
    TAG_DIV,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_P,
    TAG_SPAN,
    TAG_LINK,
    TAG_REFERENCE,
    TAG_NOTE,
    TAG_L,
    TAG_LI,
    TAG_LBL,
    TAG_LBODY,
    TAG_TOC,
    TAG_TOCI,
    TAG_TABLE,
    TAG_CAPTION,
    TAG_THEAD,
    TAG_TBODY,
    TAG_TR,
    TAG_TH,
    TAG_TD,
    TAG_FIGURE
};

/* Element numbers; 0 is the Document root made by scene_new(). */
typedef uint32_t scene_element_id;
#define SCENE_ROOT ((scene_element_id)0)
/* Artifacts: not in the tree. */
#define SCENE_ARTIFACT ((scene_element_id)0xFFFFFFF0u)
#define SCENE_HEADER   ((scene_element_id)0xFFFFFFF1u)
#define SCENE_FOOTER   ((scene_element_id)0xFFFFFFF2u)

enum header_scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW };

/* What few elements have. */
struct scene_detail {
    const char *alt;      /* Figure: required */
    const char *actual;   /* replacement text, or NULL */
    const char *language; /* where it differs from the document */
    const char *summary;  /* Table */
    const char *note_id;  /* Note: unique */
    uint32_t page;        /* Figure: of bbox */
    struct rect bbox;     /* Figure */
    bool has_bbox;
    bool numbered; /* L with decimal labels */
};

/* There are hundreds on a page. */
struct scene_element {
    enum tag tag;
    scene_element_id parent;
    struct scene_detail *detail;    /* NULL: nothing (scene_detail(), scene_describe()) */
    uint16_t column_span, row_span; /* 0 or 1: none */
    enum header_scope scope;        /* TH */
};

#define COLOUR_NONE 0xFFFFFFFFu

enum path_op { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE }; /* 1, 1, 3, 0 points */

struct path {
    const uint8_t *ops;
    const struct point *points;
    uint32_t op_count, point_count;
    uint32_t fill, stroke; /* COLOUR_NONE: not */
    mp width;
    mp dash_on, dash_off; /* 0: solid */
    bool round_caps;      /* and round joins */
    bool even_odd;
};

struct scene_text {
    const struct run *run;
    mp x, y; /* left end of the run, baseline */
    mp size;
    uint32_t colour;
};

/* A picture stretched over a rectangle. */
struct scene_image {
    const struct picture *picture;
    struct rect rect;
};

/* A named group for SVG (cards, bands); sinks without groups ignore it. */
struct scene_group {
    const char *id, *css_class, *role, *title, *description, *href, *label; /* NULL: none */
    const char *data_status;
    const char *words; /* the items are texts: the lines of these words, which are one text */
    bool focusable;
};

enum scene_kind { SCENE_TEXT, SCENE_PATH, SCENE_IMAGE, SCENE_GROUP_BEGIN, SCENE_GROUP_END };

/* Most are texts: what is larger stands elsewhere. */
struct scene_item {
    enum scene_kind kind;
    scene_element_id element;
    union {
        struct scene_text text;
        struct path *path;
        struct scene_image image;
        const struct scene_group *group;
    } as;
};

struct scene_link {
    scene_element_id element; /* a Link (or Reference's Link) element */
    struct rect rect;
    const char *uri; /* or NULL: to page/y */
    uint32_t page;   /* from 0 */
    mp y;
    const char *contents; /* what a screen reader says */
};

struct scene_page {
    mp width, height;
    const char *label; /* page label: "1", "A1" */
    VEC(struct scene_item) items;
    VEC(struct scene_link) links;
};

struct scene_outline {
    int level; /* from 1, no skips */
    const char *title;
    uint32_t page;
    mp y;
};

/* A language of pages in several, and what they are called in it. */
struct scene_language {
    const char *language, *title, *subject;
};

struct scene {
    struct arena *arena;
    const char *title, *author, *subject, *keywords, *language;
    VEC(struct scene_language) languages; /* of pages in several, else empty */
    struct date date;                     /* for metadata */
    const char *source_digest;            /* 64 hex digits */
    const char *description;              /* SVG <desc> */
    const char *style; /* further rules of the SVG's style sheet, for its groups; or NULL */
    VEC(struct scene_element) elements;
    VEC(struct scene_page) pages;
    VEC(struct scene_outline) outline;
    struct arena *drafts; /* where items of pages grow: `arena`, but for scene_draft() */
    uint32_t first_draft; /* page */
    /* Work space of draw.c. */
    VEC(uint8_t) ops;
    VEC(struct point) points;
};

struct scene *scene_new(struct arena *arena);
/* Index of the new page. */
uint32_t scene_add_page(struct scene *scene, mp width, mp height, const char *label);
scene_element_id scene_add_element(struct scene *scene, scene_element_id parent, enum tag tag);
struct scene_element *scene_element(struct scene *scene, scene_element_id id);
/* What there is to say of an element: to be read, and to be written. */
const struct scene_detail *scene_detail(const struct scene_element *element);
struct scene_detail *scene_describe(struct scene *scene, scene_element_id id);
/* For long scenes: until scene_settle(), lists of items grow in that arena; then each is copied to
 * memory of its size. */
void scene_draft(struct scene *scene, struct arena *drafts);
void scene_settle(struct scene *scene);

/* All runs of a shaped piece, side by side; returns the x after the last. */
mp scene_add_shaped(struct scene *scene, uint32_t page, scene_element_id element,
                    const struct shaped *shaped, mp x, mp y, mp size, uint32_t colour);
void scene_add_path(struct scene *scene, uint32_t page, scene_element_id element,
                    struct path path); /* ops and points are copied */
/* The picture must live as long as the scene. */
void scene_add_image(struct scene *scene, uint32_t page, scene_element_id element,
                     const struct picture *picture, struct rect rect);
/* Strings of groups, links and the outline are copied; those of elements and of the scene itself
 * must live as long as it. */
void scene_group_begin(struct scene *scene, uint32_t page, struct scene_group group);
void scene_group_end(struct scene *scene, uint32_t page);
void scene_add_link(struct scene *scene, uint32_t page, struct scene_link link);
void scene_add_outline(struct scene *scene, int level, const char *title, uint32_t page, mp y);

/* Copies all items of a one-page drawing, moved by (dx, dy), as items of one element. */
void scene_add_drawing(struct scene *scene, uint32_t page, scene_element_id element,
                       const struct scene *drawing, mp dx, mp dy);

/* First broken invariant (group balance, item outside its page, unknown element, Figure without
 * alt, heading level skipped, link without Link element), or NULL: sinks refuse the scene. */
const char *scene_problem(const struct scene *scene);

/* "H1", "Table": the name of the standard structure type. */
const char *scene_tag_name(enum tag tag);

/* --emit=scene: one line an item, coordinates in points. */
void scene_dump(const struct scene *scene, struct textbuf *out);

#endif
