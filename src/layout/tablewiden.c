#include "layout/tablewiden.h"

#include "layout/tablecolumns.h"

#include <string.h>

/* Text without a blank that was set to the right on several lines was broken for want of width. */
static bool broken(const struct table_flow *table, const struct cell_box *box) {
    const enum align align = table->columns[box->column].align;
    return box->cell && box->count == 1 && box->columns == 1 && box->paragraphs[0]->count > 1 &&
           (align == ALIGN_RIGHT || align == ALIGN_DECIMAL);
}

/* Lines of one word lie side by side when there is room for them. */
static mp needed_width(struct composer *composer, const struct cell_box *box) {
    if (strchr(composer_plain(composer, &box->cell->paragraphs.items[0]), ' '))
        return 0;
    mp width = 0;
    for (size_t i = 0; i < box->paragraphs[0]->count; i++)
        width += box->paragraphs[0]->lines[i].width;
    return width + PT(0.5);
}

/* What the flexible columns can give. */
static mp spare_width(const struct table_flow *table) {
    mp spare = 0;
    for (size_t i = 0; i < table->column_count; i++)
        if (table->block->columns.items[i].width == 0)
            spare += length_max(table->columns[i].width - READABLE_LEAST, 0);
    return spare;
}

/* Where the columns ask for more than there is, each gets its part of it: a number of twenty
 * digits breaks at last, but stays on the page. */
static void ration(const struct table_flow *table, struct table_block *copy) {
    const mp spare = spare_width(table);
    mp asked = 0;
    for (size_t i = 0; i < table->column_count; i++)
        asked += copy->columns.items[i].width - table->block->columns.items[i].width;
    for (size_t i = 0; asked > spare && i < table->column_count; i++) {
        const mp before = table->block->columns.items[i].width;
        mp *width = &copy->columns.items[i].width;
        *width = before + (mp)((int64_t)(*width - before) * spare / asked);
    }
}

const struct table_block *tablewiden_block(struct composer *composer,
                                           const struct table_flow *table) {
    struct table_block *copy = NULL;
    for (size_t r = 0; r < table->row_count; r++) {
        for (size_t i = 0; i < table->rows[r].count; i++) {
            const struct cell_box *box = &table->rows[r].cells[i];
            const mp width = broken(table, box) ? needed_width(composer, box) : 0;
            if (width <= box->width)
                continue;
            if (!copy) {
                copy = arena_alloc(composer->arena, sizeof *copy);
                *copy = *table->block;
                memset(&copy->columns, 0, sizeof copy->columns);
                for (size_t k = 0; k < table->column_count; k++)
                    vec_push(composer->arena, &copy->columns, table->block->columns.items[k]);
            }
            mp *column = &copy->columns.items[box->column].width;
            *column = length_max(*column, width);
        }
    }
    if (copy)
        ration(table, copy);
    return copy;
}
