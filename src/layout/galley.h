/* galley: the blocks of a section (or of one column, or of a panel) measured and standing one
 * below the other, before they are divided into pages.
 *
 * An item is what a page break cannot divide: a line of text, a row, a chart.  Which neighbours
 * stay together is said by `keep`; the distances to the item above (packet-look.md sections 1
 * and 9) fall away at the top of a page. */
#ifndef LAYOUT_GALLEY_H
#define LAYOUT_GALLEY_H

#include "layout/paragraph.h"
#include "layout/table.h"

enum galley_kind {
    GALLEY_LINE,  /* one line of a text, heading, list item */
    GALLEY_TITLE, /* bar, message, subtitle */
    GALLEY_CHART,
    GALLEY_DRAWING,
    GALLEY_RULE,
    GALLEY_HEAD,     /* of a table */
    GALLEY_ROW,      /* of a table, or one line of a tall row */
    GALLEY_TOC,      /* one entry of the contents */
    GALLEY_BOX,      /* panel or recommendation with all that is in it */
    GALLEY_COLUMNS,  /* galleys side by side */
    GALLEY_BALANCED, /* one galley in several columns */
    GALLEY_NOTE,     /* a footnote */
    GALLEY_AT        /* goes down to a distance from the page's top */
};

/* Whether a page may end between an item and the next.  Where what is kept together does not fit a
 * page, it is parted where it is held the least; and what is only preferred gives way before a page
 * stays nearly empty. */
enum keep {
    KEEP_NONE,
    KEEP_LOOSE, /* the first three rows of a table, the last two, two and their total */
    KEEP_SOFT,  /* rows under a span, blocks of a BLOCK_KEEP, a table's last row and its key */
    KEEP_FIRM,  /* heading and what follows, lines of a text, head or group and its first row */
    KEEP_WHOLE, /* the text of a cell runs on in the rows below: not to be parted */
    KEEP_LEVELS
};

/* A list while it is drawn. */
struct list_flow {
    scene_element_id element;
    bool begun;
};

/* A text while it is drawn: its lines may stand on two pages. */
struct text_flow {
    struct paragraph *paragraph;
    enum tag tag;
    scene_element_id element;
    bool begun;
    struct list_flow *list;  /* of an item of a list */
    struct paragraph *label; /* its label, left of the first line */
    mp label_indent;
};

struct title_flow {
    struct paragraph *message, *subtitle; /* subtitle NULL: none */
    struct paragraph *again;              /* small, on later pages; NULL: there are none */
};

struct toc_flow {
    struct list_flow *toc;
    struct paragraph *title, *page;
    const struct toc_entry *entry;
};

struct box_flow {
    struct galley *inner;
    enum block_kind kind; /* BLOCK_PANEL or BLOCK_RECOMMENDATION */
    mp inset_x, inset_y;
};

struct columns_flow {
    struct galley **galleys;
    mp *xs; /* from the left of the block */
    size_t count;
    bool whole; /* not to be divided */
};

struct balanced_flow {
    struct galley *inner;
    mp *xs; /* from the left of the block */
    size_t count;
    bool whole; /* not to be divided */
};

struct footnote;

struct galley_item {
    enum galley_kind kind;
    enum keep keep; /* how it holds on to the next */
    mp indent;      /* from the left end of the galley */
    mp gap;         /* to the item above */
    mp height;
    mp notes;    /* height of the footnotes that it refers to */
    size_t line; /* LINE: of its text; ROW: of its table; NOTE: the first */
    size_t part; /* ROW: line of a tall row; NOTE: behind the last line */
    const struct block *block;
    const char *anchor;  /* NULL: none */
    const char *outline; /* NULL: no entry */
    const char *title;   /* of links to the anchor */
    union {
        struct text_flow *text;
        struct title_flow *title;
        struct table_flow *table;
        struct toc_flow *toc;
        struct box_flow *box;
        struct columns_flow *columns;
        struct balanced_flow *balanced;
        struct footnote *note;
    } as;
};

struct galley {
    VEC(struct galley_item) items;
    mp width;
};

struct galley *galley_make(struct composer *composer, const struct block_list *blocks, mp width);
/* Appends a zeroed item; the address is valid until the next. */
struct galley_item *galley_add(struct composer *composer, struct galley *galley,
                               enum galley_kind kind, mp gap);
/* How a line of a text holds on to the next: none may stand alone at either side of a break. */
enum keep galley_line_keeps(size_t line, size_t count);
/* The item holds on to the next at least so. */
void galley_hold(struct galley_item *item, enum keep keep);
/* Says what its titles say above a table that goes on: small, with the frame's "(continued)". */
void galley_say_again(struct composer *composer, const struct galley *galley);
/* Height of items from..to standing on one page, the first one's gap left out. */
mp galley_height(const struct galley *galley, size_t from, size_t to);

/* Text of a title stands this far from the margin; the bar is BAR_WIDTH. */
#define TITLE_INDENT MM(5.4)
#define BAR_WIDTH    MM(1.4)

#endif
