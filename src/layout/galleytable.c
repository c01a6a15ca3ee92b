#include "layout/galleytable.h"

static bool is_total(const struct table_flow *table, size_t row) {
    return row < table->row_count && table->rows[row].row->kind == ROW_TOTAL;
}

/* A group's name and its first row, a total and the row before it are one.  The first three rows,
 * the last two, and a total with two rows stay together if a page holds all that. */
static enum keep row_keeps(const struct table_flow *table, size_t row) {
    const struct table_row *here = table->rows[row].row;
    if (row + 1 >= table->row_count)
        return KEEP_NONE;
    if (here->kind == ROW_GROUP || is_total(table, row + 1))
        return KEEP_FIRM;
    if (here->keep_with_next)
        return KEEP_SOFT;
    return row < 2 || row + 2 == table->row_count || is_total(table, row + 2) ? KEEP_LOOSE
                                                                              : KEEP_NONE;
}

/* Lines of a tall row: no paragraph leaves one line of its own at either side of a break. */
static enum keep part_keeps(const struct row_box *row, size_t part) {
    for (size_t i = 0; i < row->count; i++) {
        size_t first = 0;
        for (size_t k = 0; k < row->cells[i].count; k++) {
            const size_t lines = row->cells[i].paragraphs[k]->count;
            if (part >= first && part < first + lines &&
                galley_line_keeps(part - first, lines) != KEEP_NONE)
                return KEEP_FIRM;
            first += lines;
        }
    }
    return galley_line_keeps(part, row->lines);
}

/* The text of a cell that spans rows stands on one page: it ends so many rows below its first. */
static void hold_span_text(struct galley_item *items, size_t end, size_t at) {
    const struct table_flow *table = items[at].as.table;
    const struct row_box *row = &table->rows[items[at].line];
    for (size_t i = 0; i < row->count; i++) {
        const struct cell_box *box = &row->cells[i];
        if (box->rows <= 1)
            continue;
        const mp needed = row->content_top + box->top + box->height;
        mp height = items[at].height;
        for (size_t k = at; height < needed && k + 1 < end; k++) {
            items[k].keep = KEEP_WHOLE;
            height += items[k + 1].height;
        }
    }
}

/* Rows under one span stay together as long as they fit a page. */
static void keep_spans(struct composer *composer, struct galley *galley, size_t first) {
    struct galley_item *items = galley->items.items;
    for (size_t end = galley->items.count; end > first && items[end - 1].kind == GALLEY_ROW;) {
        const struct table_flow *table = items[end - 1].as.table;
        size_t from = end - 1;
        size_t origin = table->rows[items[from].line].covered_by;
        while (from > first && items[from - 1].kind == GALLEY_ROW &&
               items[from - 1].line >= origin) {
            from--;
            if (table->rows[items[from].line].covered_by < origin)
                origin = table->rows[items[from].line].covered_by;
        }
        const bool spanned = items[end - 1].line > items[from].line;
        if (spanned && galley_height(galley, from, end) < composer->body_height * 9 / 10)
            for (size_t i = from; i + 1 < end; i++)
                galley_hold(&items[i], KEEP_SOFT);
        for (size_t i = from; spanned && i < end; i++)
            hold_span_text(items, end, i);
        end = from;
    }
}

static void add_row(struct composer *composer, struct galley *galley, const struct block *block,
                    struct table_flow *table, size_t row, mp gap) {
    const struct row_box *box = &table->rows[row];
    const size_t parts = box->lines ? box->lines : 1;
    for (size_t part = 0; part < parts; part++) {
        struct galley_item *item = galley_add(composer, galley, GALLEY_ROW, part == 0 ? gap : 0);
        item->as.table = table;
        item->block = block;
        item->line = row;
        item->part = part;
        item->height = table_row_height(table, row, part);
        item->keep = part + 1 == parts ? row_keeps(table, row) : part_keeps(box, part);
        item->anchor = part == 0 ? box->row->anchor : NULL;
    }
}

void galleytable_add(struct composer *composer, struct galley *galley, const struct block *block,
                     struct table_flow *table, mp gap) {
    const size_t first = galley->items.count;
    if (table->has_head) {
        struct galley_item *item = galley_add(composer, galley, GALLEY_HEAD, gap);
        item->as.table = table;
        item->height = table->head.height;
        item->keep = KEEP_FIRM;
        gap = 0;
    }
    for (size_t row = 0; row < table->row_count; row++, gap = 0)
        add_row(composer, galley, block, table, row, gap);
    keep_spans(composer, galley, first);
    struct galley_item *item = &galley->items.items[first];
    if (block->anchor)
        item->anchor = block->anchor;
}
