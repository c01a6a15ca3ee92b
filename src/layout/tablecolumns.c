#include "layout/tablecolumns.h"

#include <string.h>

#define GAP            MM(1.6)
#define NUMBER_GAP     MM(3) /* between a right-aligned number and text that follows */
#define FLEXIBLE_LEAST MM(36)

static bool flush_right(enum align align) {
    return align == ALIGN_RIGHT || align == ALIGN_DECIMAL;
}

static mp gap_before(const struct table_block *block, size_t i) {
    if (i == 0)
        return 0;
    const struct table_column *column = &block->columns.items[i];
    if (column->gap)
        return column->gap;
    return flush_right(block->columns.items[i - 1].align) && column->align == ALIGN_LEFT
               ? NUMBER_GAP
               : GAP;
}

struct sums {
    mp fixed, least;
    unsigned shares;
    size_t flexible;
};

static mp least_of(const struct table_column *column) {
    return column->min_width ? column->min_width : FLEXIBLE_LEAST;
}

static unsigned share_of(const struct table_column *column) {
    return column->share ? column->share : 1;
}

static struct sums add_up(const struct table_block *block) {
    struct sums sums = {0};
    for (size_t i = 0; i < block->columns.count; i++) {
        const struct table_column *column = &block->columns.items[i];
        sums.fixed += gap_before(block, i) + column->width;
        if (column->width)
            continue;
        sums.flexible++;
        sums.shares += share_of(column);
        sums.least += least_of(column);
    }
    return sums;
}

/* All flexible columns together have less than their least widths: they shrink alike. */
static void shrink(const struct table_block *block, struct column_box *columns, mp least, mp free) {
    for (size_t i = 0; i < block->columns.count; i++)
        if (!block->columns.items[i].width)
            columns[i].width =
                (mp)((int64_t)free * least_of(&block->columns.items[i]) / length_max(least, 1));
}

/* Shares of the free width; who would get less than the least has the least, and the others share
 * the rest. */
static void share_out(const struct table_block *block, struct column_box *columns, unsigned shares,
                      mp free) {
    for (bool settled = false; !settled && shares > 0;) {
        settled = true;
        for (size_t i = 0; i < block->columns.count; i++) {
            const struct table_column *column = &block->columns.items[i];
            if (column->width || columns[i].width == least_of(column))
                continue;
            if ((int64_t)free * share_of(column) / shares >= least_of(column))
                continue;
            columns[i].width = least_of(column);
            free -= columns[i].width;
            shares -= share_of(column);
            settled = false;
        }
    }
    for (size_t i = 0; shares > 0 && i < block->columns.count; i++)
        if (!block->columns.items[i].width && !columns[i].width)
            columns[i].width = (mp)((int64_t)free * share_of(&block->columns.items[i]) / shares);
}

struct table_block *tablecolumns_copy(struct composer *composer, const struct table_block *block) {
    struct table_block *copy = arena_alloc(composer->arena, sizeof *copy);
    *copy = *block;
    memset(&copy->columns, 0, sizeof copy->columns);
    for (size_t i = 0; i < block->columns.count; i++)
        vec_push(composer->arena, &copy->columns, block->columns.items[i]);
    return copy;
}

static mp needed(const struct sums *sums) {
    return sums->fixed + (mp)sums->flexible * READABLE_LEAST;
}

bool tablecolumns_fit(const struct table_block *block, mp width) {
    const struct sums sums = add_up(block);
    return needed(&sums) <= width;
}

void tablecolumns_check(struct composer *composer, const struct table_block *block, mp width) {
    const struct sums sums = add_up(block);
    if (needed(&sums) <= width)
        return;
    diag_report(composer->diags, BP5004, (struct place){0}, block->summary ? block->summary : "",
                arena_printf(composer->arena, "%d", (int)(length_mm(needed(&sums)) + 1)),
                arena_printf(composer->arena, "%d", (int)length_mm(width)), (char *)NULL);
}

struct column_box *tablecolumns_make(struct composer *composer, const struct table_block *block,
                                     mp width) {
    const size_t count = block->columns.count;
    struct column_box *columns = arena_array(composer->arena, count, sizeof *columns);
    const struct sums sums = add_up(block);
    const mp free = length_max(width, needed(&sums)) - sums.fixed;
    if (free < sums.least)
        shrink(block, columns, sums.least, free);
    else
        share_out(block, columns, sums.shares, free);
    mp x = 0;
    for (size_t i = 0; i < count; i++) {
        const struct table_column *column = &block->columns.items[i];
        x += gap_before(block, i);
        columns[i].x = x;
        columns[i].align = column->align;
        if (column->width)
            columns[i].width = column->width;
        x += columns[i].width;
    }
    return columns;
}
