#include "layout/tablestretch.h"

/* A page that is filled on purpose keeps this distance from its footer. */
#define ABOVE_FOOTER MM(2)

/* The row of an item if it may grow, else NULL. */
static struct row_box *growing_row(const struct galley_item *item) {
    if (item->kind != GALLEY_ROW || item->as.table->block->row_most == 0)
        return NULL;
    struct row_box *row = &item->as.table->rows[item->line];
    const bool body = row->row->kind == ROW_BODY && row->lines == 0;
    return body && row->height < item->as.table->block->row_most ? row : NULL;
}

static size_t growing_rows(const struct galley *galley) {
    size_t count = 0;
    for (size_t i = 0; i < galley->items.count; i++)
        count += growing_row(&galley->items.items[i]) != NULL;
    return count;
}

void tablestretch_rows(struct galley *galley, mp body_height) {
    const mp height = galley_height(galley, 0, galley->items.count) + ABOVE_FOOTER;
    const size_t count = growing_rows(galley);
    if (count == 0 || height >= body_height)
        return;
    const mp share = (body_height - height) / (mp)count;
    for (size_t i = 0; i < galley->items.count; i++) {
        struct galley_item *item = &galley->items.items[i];
        struct row_box *row = growing_row(item);
        if (!row)
            continue;
        const mp extra = length_min(share, item->as.table->block->row_most - row->height);
        row->height += extra;
        row->content_top += extra / 2;
        item->height = row->height;
    }
}
