/* document: what a packet says and how it groups, before anything has a place.  The report room
 * builds it, layout.h turns it into a scene.  Plain data: everything lives in the arena given to
 * document_new(); strings are borrowed and must live as long. */
#ifndef LAYOUT_DOCUMENT_H
#define LAYOUT_DOCUMENT_H

#include "base/date.h"
#include "base/vec.h"
#include "layout/chart.h"
#include "layout/palette.h"
#include "layout/style.h"

#define COLOUR_INHERIT 0xFFFFFFFEu

enum inline_kind {
    INLINE_TEXT,
    INLINE_PAGE,    /* the page number of an anchor, a link to it */
    INLINE_MARK,    /* status shape; with letter if `text` is set; `actual` is its word */
    INLINE_TREND,   /* arrow; `actual` is its word */
    INLINE_PILL,    /* status pill: shape and word */
    INLINE_PURPOSE, /* decide / discuss / note pill */
    INLINE_NOTE,    /* a footnote: its number, raised; `note` stands at the foot of the page */
    INLINE_BREAK,   /* line break */
    INLINE_SPACE    /* fixed horizontal space of `size` */
};

/* There are hundreds on a page: what no kind has together shares its place. */
struct inline_item {
    enum inline_kind kind;
    enum style style; /* STYLE_INHERIT: of the block */
    uint32_t colour;  /* COLOUR_INHERIT: of the style */
    mp size;          /* of a mark (0: by style) or a space */
    union {
        enum mark mark;            /* MARK, PILL */
        enum trend_mark trend;     /* TREND */
        enum purpose_mark purpose; /* PURPOSE */
    };
    union {
        const char *text;           /* all but NOTE; may be NULL where there is a shape */
        const struct content *note; /* NOTE */
    };
    const char *actual; /* what a screen reader says instead */
    const char *target; /* anchor linked to, or NULL */
    const char *uri;
    const char *language;
};

struct content {
    VEC(struct inline_item) items;
};

enum align { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTRE, ALIGN_DECIMAL };

/* A cell: paragraphs one below the other, or a chart. */
struct table_cell {
    VEC(struct content) paragraphs;
    const struct chart *chart;
    bool own_align;
    enum align align;
    unsigned column_span, row_span; /* 0 or 1: none */
    bool header;                    /* TH of its row */
    bool filled; /* round-cornered fill over the whole cell (perspective block) */
    bool whole;  /* an id: never broken, its column grows to hold it */
    uint32_t fill;
    enum style style;   /* STYLE_INHERIT: the column's */
    uint32_t colour;    /* COLOUR_INHERIT: the style's */
    const char *actual; /* for "-" and other marks a voice should read differently */
};

enum row_kind {
    ROW_BODY,
    ROW_GROUP, /* one spanning cell: name bold navy; repeats as "(continued)" after a break */
    ROW_TOTAL
};

enum row_rule { RULE_HAIRLINE, RULE_NONE, RULE_GROUP, RULE_OBJECTIVE, RULE_STRONG };

struct table_row {
    enum row_kind kind;
    VEC(struct table_cell) cells; /* column order; cells under a span are left out */
    enum row_rule rule;           /* below the row */
    mp min_height;                /* 0: by content */
    bool keep_with_next;
    const char *anchor;
};

struct table_column {
    const char *head;        /* may hold '\n' */
    const char *head_actual; /* full word of a short head, or NULL */
    const struct chart *head_chart;
    const char *band; /* a head above the heads: neighbours with the same share it; NULL: none */
    enum align align;
    mp width;     /* 0: flexible */
    mp min_width; /* of a flexible column; 0: 36 mm */
    mp gap;       /* before this column; 0: 1.6 mm; first column: ignored */
    enum style style;
    const char *language; /* of the head and head_actual; NULL: of the document */
    unsigned share;       /* of what is left among flexible columns; 0: 1 */
    unsigned drop; /* order in which columns go if width or fit_height ask for it; 0: never */
};

struct table_block {
    VEC(struct table_column) columns;
    VEC(struct table_row) rows;
    enum style head_style; /* STYLE_TABLE_HEAD or STYLE_DENSE_HEAD */
    mp padding;            /* above and below the text of a row; 0: 1.05 mm */
    const char *summary;   /* for screen readers */
    const char *language;  /* of the summary; NULL: of the document */
    bool no_head;          /* columns have no visible heads */
    bool zebra;            /* every other row on a light ground instead of hairlines */
    mp row_most;           /* rows may grow to this if their page has room; 0: as they are */
    mp fit_height;         /* drop columns until the table is no higher; 0: as it comes */
    const char *continued; /* "(continued)" */
};

enum block_kind {
    BLOCK_TITLE,   /* navy bar, message, subtitle: the H1 of the page */
    BLOCK_HEADING, /* h2 / h3 */
    BLOCK_TEXT,
    BLOCK_LIST,
    BLOCK_TABLE,
    BLOCK_CHART,
    BLOCK_DRAWING, /* a finished one-page scene, placed as one Figure */
    BLOCK_COLUMNS,
    BLOCK_BALANCED,       /* text that runs through column_count columns of about equal height */
    BLOCK_KEEP,           /* its blocks stay on one page if they fit one */
    BLOCK_PANEL,          /* tinted panel round its blocks */
    BLOCK_RECOMMENDATION, /* navy bar at the left of its blocks */
    BLOCK_GAP,
    BLOCK_AT, /* go down to a distance from the page's top */
    BLOCK_RULE,
    BLOCK_TOC,
    BLOCK_IMAGE /* a picture, scaled to width and height */
};

struct block;
struct block_list {
    VEC(struct block *) items;
};

struct list_item {
    struct content label, body;
};

struct toc_entry {
    const char *title, *anchor;
    int level;        /* from 1 */
    const char *note; /* grey, after the title; or NULL */
};

struct block {
    enum block_kind kind;
    const char *anchor;     /* NULL or a name unique in the document */
    enum style style;       /* TEXT, LIST */
    struct content content; /* TITLE: message; HEADING: text; TEXT; CHART: caption */
    struct content second;  /* TITLE: subtitle; HEADING: note; CHART: key below */
    int level;              /* HEADING: 2, 3; TEXT: 0 a paragraph, 1 the page's H1 (cover) */
    bool in_outline;        /* HEADING */
    enum align align;       /* TEXT */
    struct table_block *table;
    const struct chart *chart;
    const struct scene *drawing;
    mp width, height; /* DRAWING: its size; AT: height is y; GAP: height; TEXT: width is
                         the widest line, 0: the column's */
    const char *alt;  /* DRAWING, IMAGE; NULL: an artifact */
    const struct picture *picture; /* IMAGE */
    VEC(struct list_item) list;
    VEC(struct toc_entry) toc;
    struct block_list children;     /* KEEP, PANEL, RECOMMENDATION, BALANCED (texts and lists) */
    unsigned column_count;          /* BALANCED; 0: 2 */
    VEC(struct block_list) columns; /* COLUMNS */
    VEC(mp) column_widths;
    mp gutter;          /* COLUMNS, BALANCED; 0: 6 mm */
    uint32_t colour;    /* TEXT: COLOUR_INHERIT or a colour */
    const char *detail; /* what it is, if it may move to the appendix (budget.h); NULL: it stays */
    int detail_rank;    /* the highest moves first */
};

enum orientation { PORTRAIT, LANDSCAPE };
enum paper { PAPER_A4, PAPER_LETTER };

struct section {
    const char *anchor;  /* "scorecard" */
    const char *name;    /* running head, outline, contents */
    const char *subject; /* the id of what it alone is about, or NULL */
    enum orientation orientation;
    bool appendix;
    bool bare;   /* cover: no running head */
    bool run_on; /* appendix lists: no new page if a third of it is left */
    bool brief;  /* of these one that begins wherever all of it fits, and nowhere else */
    bool in_outline;
    int detail_rank; /* may become an appendix (budget.h), the highest first; 0: it stays */
    unsigned pages;  /* that begin with it, as layout_measure() found; 0: it runs on */
    struct block_list blocks;
};

/* Words of the frame; {page} and {pages} are replaced. */
struct frame {
    const char *unit, *packet_kind, *period;               /* running head, right */
    const char *classification, *version, *as_of, *source; /* footer, left */
    const char *page_of;                                   /* "Page {page} of {pages}" */
    const char *cover_note, *cover_source;                 /* cover footer, left and right */
    const char *details;   /* "Details": name of the appendix for what moved there */
    const char *moved;     /* "in the appendix, page" */
    const char *note;      /* "Note": what a reference to a footnote is called, before its number */
    const char *continued; /* after the name of a section that goes on; NULL: nothing */
    const struct picture *logo; /* at the right of the running head; NULL: none */
    const char *watermark;      /* in pale grey behind every page; NULL: none */
};

struct measures;

struct document {
    struct arena *arena;
    enum paper paper;
    const char *title, *author, *subject, *keywords, *language, *source_digest;
    struct date date;
    unsigned core_most;            /* pages before the appendices (budget.h); 0: no limit */
    bool monochrome;               /* in black, white and grey (monochrome.h) */
    const struct palette *palette; /* the colours of a house (palette.h); NULL: the usual ones */
    bool hyphenate; /* words may be divided as hyphen.h does; else only at soft hyphens */
    struct frame frame;
    VEC(struct section *) sections;
    struct measures *measures; /* of layout_measure(); NULL: none */
};

struct document *document_new(struct arena *arena);
struct section *document_section(struct document *document, const char *anchor, const char *name);
/* Which of the sections has the anchor; their count if none has, as for NULL. */
size_t document_place(const struct document *document, const char *anchor);

/* Appends an empty block of a kind and returns it. */
struct block *block_add(struct document *document, struct block_list *list, enum block_kind kind);
struct block *block_title(struct document *document, struct block_list *list, const char *message,
                          const char *subtitle);
struct block *block_heading(struct document *document, struct block_list *list, const char *text,
                            const char *note);
struct block *block_text(struct document *document, struct block_list *list, enum style style,
                         const char *text);
/* Calls for every block of a document, those inside others too, in their order. */
void document_each_block(struct document *document, void (*act)(void *user, struct block *block),
                         void *user);
/* A picture as large as a box allows, and as it stays sharp enough. */
struct block *document_image(struct document *document, struct block_list *list,
                             const struct picture *picture, mp width, mp height, const char *alt);
struct block *block_gap(struct document *document, struct block_list *list, mp height);
struct block *block_table(struct document *document, struct block_list *list, const char *summary);

/* Appends to a content. */
struct inline_item *content_text(struct arena *arena, struct content *content, const char *text);
struct inline_item *content_styled(struct arena *arena, struct content *content, enum style style,
                                   uint32_t colour, const char *text);
struct inline_item *content_page(struct arena *arena, struct content *content, const char *anchor);
struct inline_item *content_mark(struct arena *arena, struct content *content, enum mark mark,
                                 const char *letter, const char *word);
struct inline_item *content_trend(struct arena *arena, struct content *content,
                                  enum trend_mark trend, const char *word);
/* A footnote; the content of its text is given back, to be filled. */
struct content *document_note(struct arena *arena, struct content *content);
struct inline_item *content_break(struct arena *arena, struct content *content);

struct table_column *table_column(struct arena *arena, struct table_block *table, const char *head,
                                  enum align align, mp width, enum style style);
struct table_row *table_row(struct arena *arena, struct table_block *table, enum row_kind kind);
struct table_cell *table_cell(struct arena *arena, struct table_row *row);
/* A cell with one paragraph of plain text. */
struct table_cell *table_text(struct arena *arena, struct table_row *row, const char *text);
struct table_cell *table_chart(struct arena *arena, struct table_row *row,
                               const struct chart *chart);
/* First paragraph of a cell, made if absent; and a further one. */
struct content *cell_content(struct arena *arena, struct table_cell *cell);
struct content *cell_paragraph(struct arena *arena, struct table_cell *cell);

/* Size of a picture within a box: its own proportions, no pixel larger than 1/72 inch. */
struct rect document_fitted(const struct picture *picture, mp width, mp height);

/* --emit=document: the tree as text. */
void document_dump(const struct document *document, struct textbuf *out);

#endif
