/* composer: what every part of the layout shares while one document becomes a scene.
 *
 * Measuring comes first and is done once; a page number inside a text takes the width of
 * `page_digits` digits meanwhile.  Then blocks find their pages, and with them the anchors; only
 * then `scene` exists and things are drawn, with the true numbers. */
#ifndef LAYOUT_COMPOSER_H
#define LAYOUT_COMPOSER_H

#include "base/idmap.h"
#include "layout/document.h"
#include "scene/draw.h"
#include "scene/scene.h"

struct setting;
struct footnote;
struct hyphens;
struct measures;

/* Where an anchor came to stand. */
struct anchor_place {
    const char *title; /* what a link to it is called, or NULL */
    uint32_t page;     /* from 0 */
    mp y;
};

/* Items and links of a page that move as a whole (mirror.h). */
struct mirror_box {
    uint32_t page;
    mp x, width;
    size_t first_item, items, first_link, links;
};

struct composer {
    struct arena *arena; /* of what is being measured and drawn: of long documents, of a section */
    struct arena *lasting; /* of what outlives it: anchors, notes, pages */
    struct fontset *fonts;
    const struct document *document;
    struct diags *diags;
    unsigned page_digits;
    mp body_height;   /* of the section being measured: what is taller must be split */
    bool wide;        /* that section is landscape */
    unsigned density; /* how much closer things stand than designed (density.h) */
    struct idmap *anchors;
    VEC(struct anchor_place) places;
    VEC(struct footnote *) footnotes;
    struct idmap *footnote_index; /* NULL: none yet */
    bool mirrored;                /* the document is written from right to left */
    unsigned mirror_depth;
    VEC(struct mirror_box) mirror_boxes;
    struct measures *measures; /* of sections measured before; NULL: none are kept */
    struct idmap *cut;         /* texts reported as shortened; NULL: none yet */
    struct idmap *unknown;     /* anchors reported as unknown */
    struct hyphens *hyphens;   /* NULL: words are not divided */
    struct setting *setting;   /* work space of paragraph.c, as lasting as the composer */
    struct scene *scene;       /* NULL until drawing */
    scene_element_id section;  /* parent of the blocks being drawn */
    int heading;               /* level of the last heading drawn: none may be skipped */
};

/* Remembers where an anchor stands; the first of a name wins.  NULL is no anchor. */
void composer_place(struct composer *composer, const char *anchor, const char *title, uint32_t page,
                    mp y);
/* NULL, and BP5002 once, for an anchor that stands nowhere. */
const struct anchor_place *composer_find(struct composer *composer, const char *anchor);

/* A child element; of an artifact: the same artifact. */
scene_element_id composer_element(struct composer *composer, scene_element_id parent, enum tag tag);
/* BP5073, once for each text of the frame that its line has no room for. */
void composer_cut(struct composer *composer, const char *text);

bool composer_artifact(scene_element_id element);

/* Plain text of a content, for outline entries and the names of links. */
const char *composer_plain(struct composer *composer, const struct content *content);

/* Width of one line of text in a style. */
mp composer_text_width(struct composer *composer, enum style style, const char *text);

#endif
