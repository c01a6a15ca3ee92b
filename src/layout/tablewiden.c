#include "layout/tablewiden.h"

#include "layout/tablecolumns.h"
#include <assert.h>
#include <string.h>

#define WORD_MOST    MM(6)  /* a column grows by no more for a word */
#define GIVING_LEAST MM(24) /* and a flexible column gives no more for one */

/* How much wider than now each column is to be. */
struct wishes {
    mp *whole; /* for numbers and ids */
    mp *words;
    mp *before, *after; /* the most that numbers take before and from their decimal point on */
};

/* Text without a blank that was set to the right on several lines was broken for want of width. */
static bool number_broken(const struct table_flow *table, struct composer *composer,
                          const struct cell_box *box) {
    const enum align align = table->columns[box->column].align;
    return box->count == 1 && box->paragraphs[0]->count > 1 &&
           (align == ALIGN_RIGHT || align == ALIGN_DECIMAL) &&
           !strchr(composer_plain(composer, &box->cell->paragraphs.items[0]), ' ');
}

/* Width of all lines side by side. */
static mp one_line(const struct paragraph *paragraph) {
    mp width = 0;
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct line *line = &paragraph->lines[i];
        for (size_t k = 0; k < line->count; k++)
            width += line->pieces[k].width;
    }
    return width + PT(0.5);
}

static void wish_cell(const struct wishes *wishes, struct composer *composer,
                      const struct table_flow *table, const struct cell_box *box) {
    if (box->columns != 1)
        return;
    const bool whole = box->cell && (box->cell->whole || number_broken(table, composer, box));
    if (box->tail >= 0) {
        mp *const before = &wishes->before[box->column];
        mp *const after = &wishes->after[box->column];
        *before = length_max(*before, box->paragraphs[0]->lines[0].width - box->tail);
        *after = length_max(*after, box->tail);
    }
    mp *const whole_wish = &wishes->whole[box->column];
    mp *const word_wish = &wishes->words[box->column];
    for (size_t i = 0; i < box->count; i++) {
        const struct paragraph *paragraph = box->paragraphs[i];
        if (whole && paragraph->count > 1)
            *whole_wish = length_max(*whole_wish, one_line(paragraph) - paragraph->width);
        const mp more = paragraph->uncut - paragraph->width;
        if (paragraph->uncut > 0 && more <= WORD_MOST)
            *word_wish = length_max(*word_wish, more);
    }
}

/* Points can stand one below the other only if the longest parts before and after them fit. */
static void wish_points(const struct table_flow *table, struct wishes *wishes) {
    for (size_t i = 0; i < table->column_count; i++)
        wishes->whole[i] = length_max(wishes->whole[i], wishes->before[i] + wishes->after[i] -
                                                            table->columns[i].width);
}

/* What the flexible columns that want nothing themselves can give. */
static mp spare_width(const struct table_flow *table, const struct wishes *wishes, mp least) {
    mp spare = 0;
    for (size_t i = 0; i < table->column_count; i++)
        if (table->block->columns.items[i].width == 0 && wishes->whole[i] == 0 &&
            wishes->words[i] == 0)
            spare += length_max(table->columns[i].width - least, 0);
    return spare;
}

/* Where the columns ask for more than there is, each gets its part of it: a number of twenty
 * digits breaks at last, but stays on the page.  Returns what was given. */
static mp ration(const struct table_flow *table, mp *wishes, mp spare) {
    mp asked = 0;
    mp given = 0;
    for (size_t i = 0; i < table->column_count; i++)
        asked += wishes[i];
    for (size_t i = 0; i < table->column_count; i++) {
        if (asked > spare)
            wishes[i] = (mp)((int64_t)wishes[i] * spare / asked);
        given += wishes[i];
    }
    return given;
}

/* A word gets all it needs or nothing: a part would not help. */
static void grant_words(const struct table_flow *table, const struct wishes *wishes, mp spare) {
    for (size_t i = 0; i < table->column_count; i++) {
        const mp more = wishes->words[i] - wishes->whole[i];
        if (more <= 0 || more > spare)
            continue;
        wishes->whole[i] += more;
        spare -= more;
    }
}

static struct table_block *wider(struct composer *composer, const struct table_flow *table,
                                 const struct wishes *wishes) {
    struct table_block *copy = NULL;
    for (size_t i = 0; i < table->column_count; i++) {
        if (wishes->whole[i] == 0)
            continue;
        if (!copy)
            copy = tablecolumns_copy(composer, table->block);
        assert(copy->columns.items);
        copy->columns.items[i].width = table->columns[i].width + wishes->whole[i];
    }
    return copy;
}

const struct table_block *tablewiden_block(struct composer *composer,
                                           const struct table_flow *table) {
    const size_t count = table->column_count;
    struct wishes wishes = {.whole = arena_array(composer->arena, count, sizeof *wishes.whole),
                            .words = arena_array(composer->arena, count, sizeof *wishes.words),
                            .before = arena_array(composer->arena, count, sizeof *wishes.before),
                            .after = arena_array(composer->arena, count, sizeof *wishes.after)};
    for (size_t i = 0; table->has_head && i < table->head.count; i++)
        wish_cell(&wishes, composer, table, &table->head.cells[i]);
    for (size_t i = 0; table->has_head && i < table->bands.count; i++)
        wish_cell(&wishes, composer, table, &table->bands.cells[i]);
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t i = 0; i < table->rows[r].count; i++)
            wish_cell(&wishes, composer, table, &table->rows[r].cells[i]);
    wish_points(table, &wishes);
    const mp given = ration(table, wishes.whole, spare_width(table, &wishes, READABLE_LEAST));
    grant_words(table, &wishes, spare_width(table, &wishes, GIVING_LEAST) - given);
    return wider(composer, table, &wishes);
}
