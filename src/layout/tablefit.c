#include "layout/tablefit.h"

#include "layout/footnote.h"
#include "layout/tablecolumns.h"
#include <string.h>

static unsigned drop_levels(const struct table_block *block) {
    unsigned most = 0;
    for (size_t i = 0; i < block->columns.count; i++)
        if (block->columns.items[i].drop > most)
            most = block->columns.items[i].drop;
    return most;
}

static bool dropped(const struct table_block *block, size_t column, unsigned level) {
    unsigned drop = block->columns.items[column].drop;
    return drop > 0 && drop <= level;
}

static unsigned at_least_one(unsigned span) {
    return span > 0 ? span : 1;
}

/* Copies the cells that still cover a column; `covered` counts the rows that spans from above
 * reach down, column by column. */
static void copy_row(struct composer *composer, const struct table_block *block,
                     const struct table_row *from, struct table_row *to, unsigned *covered,
                     unsigned level) {
    *to = *from;
    memset(&to->cells, 0, sizeof to->cells);
    size_t column = 0;
    for (size_t i = 0; i < from->cells.count; i++) {
        while (column < block->columns.count && covered[column] > 0)
            column++;
        const struct table_cell *cell = &from->cells.items[i];
        unsigned span = at_least_one(cell->column_span);
        unsigned kept = 0;
        for (unsigned s = 0; s < span && column < block->columns.count; s++, column++) {
            kept += !dropped(block, column, level);
            covered[column] = at_least_one(cell->row_span);
        }
        if (kept == 0)
            continue;
        struct table_cell *copy = vec_add(composer->arena, &to->cells);
        *copy = *cell;
        copy->column_span = kept;
    }
    for (size_t c = 0; c < block->columns.count; c++)
        covered[c] -= covered[c] > 0;
}

static const struct table_block *without(struct composer *composer, const struct table_block *block,
                                         unsigned level) {
    struct table_block *copy = arena_alloc(composer->arena, sizeof *copy);
    *copy = *block;
    memset(&copy->columns, 0, sizeof copy->columns);
    memset(&copy->rows, 0, sizeof copy->rows);
    for (size_t i = 0; i < block->columns.count; i++)
        if (!dropped(block, i, level))
            vec_push(composer->arena, &copy->columns, block->columns.items[i]);
    unsigned *covered = arena_array(composer->arena, block->columns.count, sizeof *covered);
    for (size_t i = 0; i < block->rows.count; i++)
        copy_row(composer, block, &block->rows.items[i], vec_add(composer->arena, &copy->rows),
                 covered, level);
    return copy;
}

static mp height_of(const struct table_flow *table) {
    mp height = table->has_head ? table->head.height : 0;
    for (size_t i = 0; i < table->row_count; i++)
        height += table->rows[i].height;
    return height;
}

/* NULL: it does not fit, and the notes of what may be left out are forgotten. */
static struct table_flow *fitting(struct composer *composer, const struct table_block *block,
                                  mp width) {
    if (!tablecolumns_fit(block, width))
        return NULL;
    const size_t notes = composer->footnotes.count;
    struct table_flow *table = table_make(composer, block, width);
    if (block->fit_height == 0 || height_of(table) <= block->fit_height)
        return table;
    footnote_forget(composer, notes);
    return NULL;
}

struct table_flow *tablefit_make(struct composer *composer, const struct table_block *block,
                                 mp width) {
    const unsigned levels = drop_levels(block);
    const struct table_block *tried = block;
    for (unsigned level = 0; level < levels; tried = without(composer, block, ++level)) {
        struct table_flow *table = fitting(composer, tried, width);
        if (table)
            return table;
    }
    struct table_flow *table = table_make(composer, tried, width);
    if (table->row_count > 0)
        tablecolumns_check(composer, tried, width);
    return table;
}
