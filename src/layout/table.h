/* table: a table measured: columns, cells as paragraphs, heights of rows (packet-look.md 6).
 *
 * Cost is linear in the number of cells.  A row of a height above a third of the page is divided
 * into its lines (`lines` > 0), so that a page break can come between them. */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/paragraph.h"

#define TABLE_NONE ((size_t)-1)

struct cell_box {
    const struct table_cell *cell; /* NULL: of a head */
    struct paragraph **paragraphs;
    size_t count;
    const struct chart *chart;
    mp x, width;
    mp top;    /* of the first line below the row's content top: baselines of a row agree */
    mp height; /* of the text or chart */
    mp line;   /* of a small chart: height of the text line it stands on; 0: centred in the row */
    mp tail;   /* ALIGN_DECIMAL: width of what follows the decimal point; -1: no number */
    mp shift;  /* and how far the text ends left of the column's right end */
    unsigned column, columns, rows;
    scene_element_id element;
    const char *actual;
    const char *language; /* of a head; NULL: of the document */
};

struct row_box {
    const struct table_row *row; /* NULL: the head */
    struct cell_box *cells;
    size_t count;
    mp height, content_top;
    size_t lines;              /* 0: the row is one item; else the number of its lines */
    mp *line_tops;             /* lines + 1 offsets from the row's top */
    size_t group;              /* row of the group it belongs to, or TABLE_NONE */
    size_t covered_by;         /* first row of a span that reaches into this row, or itself */
    uint64_t no_rule;          /* columns without a rule below */
    struct row_box *continued; /* ROW_GROUP: what is repeated after a break */
    scene_element_id element;
    bool begun;
};

struct column_box {
    mp x, width;
    enum align align;
};

struct table_flow {
    const struct table_block *block;
    mp width;
    struct column_box *columns;
    size_t column_count;
    struct row_box head; /* its height is that of all heads */
    struct row_box
        bands; /* the row above it, also with the heads that stand in both; count 0: none */
    bool has_head;
    struct row_box *rows;
    size_t row_count;
    mp padding;
    scene_element_id table, body;
    bool begun;
};

struct table_flow *table_make(struct composer *composer, const struct table_block *block, mp width);
/* What stands again above a row that comes first on a page: head, name of its group. */
mp table_lead(const struct table_flow *table, size_t row);
/* Height of a row, or of one line of a tall row. */
mp table_row_height(const struct table_flow *table, size_t row, size_t part);

#endif
