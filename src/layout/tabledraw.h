/* tabledraw: rows of a measured table as glyphs, hairlines and tags. */
#ifndef LAYOUT_TABLEDRAW_H
#define LAYOUT_TABLEDRAW_H

#include "layout/table.h"

/* Where a row comes to stand. */
struct row_slot {
    uint32_t page;
    mp x, y;
    size_t last; /* last row of the table on this page: spans reach no further */
    bool first;  /* first row of the table on a page that is not the table's first */
};

/* The head; above continued rows it is an artifact. */
void tabledraw_head(struct composer *composer, struct table_flow *table, uint32_t page, mp x, mp y,
                    bool repeated);
/* The name of the group of a row, said again. */
void tabledraw_continued(struct composer *composer, struct table_flow *table, size_t row,
                         uint32_t page, mp x, mp y);
void tabledraw_row(struct composer *composer, struct table_flow *table, size_t row, size_t part,
                   struct row_slot slot);

#endif
