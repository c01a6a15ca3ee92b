#include "layout/table.h"

#include "layout/density.h"
#include "layout/paragraphkeep.h"
#include "layout/tablecolumns.h"
#include "layout/tablerelief.h"
#include "layout/tablewiden.h"
#include <assert.h>
#include <string.h>

#define PADDING     MM(1.05)
#define GROUP_ABOVE MM(2.4)
#define GROUP_BELOW MM(0.8)
#define HEAD_BELOW  MM(0.9)
#define RULED_MOST  64u /* columns that no_rule can name */

struct measuring {
    struct composer *composer;
    struct table_flow *table;
    unsigned *covered; /* of each column: rows that a span above still covers */
    size_t *cover_row; /* and the row where that span began */
    uint64_t filled;   /* columns whose span is filled */
};

static bool dense(const struct table_block *block) {
    return block->head_style == STYLE_DENSE_HEAD;
}

/* ---- cells -----------------------------------------------------------------------------------
 */

static enum style cell_style(const struct table_flow *table, const struct row_box *row,
                             const struct cell_box *box) {
    if (box->cell->style != STYLE_INHERIT)
        return box->cell->style;
    if (row->row->kind == ROW_GROUP)
        return dense(table->block) ? STYLE_DENSE_BOLD : STYLE_TABLE_BOLD;
    const enum style column = table->block->columns.items[box->column].style;
    if (column != STYLE_INHERIT)
        return column;
    return dense(table->block) ? STYLE_DENSE : STYLE_TABLE;
}

/* Bytes of a number from its decimal point on: "12.50" has 3; SIZE_MAX: no number. */
static size_t decimal_tail(const char *text) {
    size_t length = strlen(text);
    while (length > 0 && (text[length - 1] < '0' || text[length - 1] > '9'))
        length--;
    size_t digits = 0;
    while (digits < length && text[length - 1 - digits] >= '0' && text[length - 1 - digits] <= '9')
        digits++;
    if (digits == 0)
        return SIZE_MAX;
    const size_t point = length - digits;
    if (point > 0 && (text[point - 1] == '.' || text[point - 1] == ','))
        return strlen(text) - (point - 1);
    return strlen(text) - length;
}

static void measure_tail(struct composer *composer, struct cell_box *box, enum style style) {
    box->tail = -1;
    if (box->count != 1 || box->paragraphs[0]->count != 1)
        return;
    const char *text = composer_plain(composer, &box->cell->paragraphs.items[0]);
    const size_t bytes = decimal_tail(text);
    if (bytes != SIZE_MAX)
        box->tail = composer_text_width(composer, style, text + strlen(text) - bytes);
}

static void add_paragraph(struct cell_box *box, struct paragraph *paragraph) {
    box->paragraphs[box->count++] = paragraph;
    box->height += paragraph->height;
}

static void add_paragraphs(struct composer *composer, struct cell_box *box,
                           const struct paragraph_spec *spec) {
    const struct table_cell *cell = box->cell;
    box->paragraphs =
        arena_array(composer->arena, cell->paragraphs.count, sizeof(struct paragraph *));
    for (size_t i = 0; i < cell->paragraphs.count; i++)
        add_paragraph(box, paragraphkeep_make(composer, &cell->paragraphs.items[i], spec));
}

/* The same in the smaller type of a chart's labels. */
static const struct content *smaller(struct composer *composer, const struct content *content,
                                     const struct paragraph_spec *spec) {
    struct content *copy = arena_alloc(composer->arena, sizeof *copy);
    for (size_t i = 0; i < content->items.count; i++) {
        struct inline_item item = content->items.items[i];
        const enum style style = item.style == STYLE_INHERIT ? spec->style : item.style;
        if (style_spec(style)->size > style_spec(STYLE_CHART_LABEL)->size) {
            if (item.colour == COLOUR_INHERIT)
                item.colour =
                    spec->colour == COLOUR_INHERIT ? style_spec(style)->colour : spec->colour;
            item.style = STYLE_CHART_LABEL;
        }
        vec_push(composer->arena, &copy->items, item);
    }
    return copy;
}

/* A block is narrow: a word that it cannot hold makes that paragraph smaller before it is cut. */
static void shrink_cut(struct composer *composer, struct cell_box *box,
                       const struct paragraph_spec *spec) {
    for (size_t i = 0; i < box->count; i++) {
        if (box->paragraphs[i]->uncut == 0)
            continue;
        box->height -= box->paragraphs[i]->height;
        box->paragraphs[i] = paragraphkeep_make(
            composer, smaller(composer, &box->cell->paragraphs.items[i], spec), spec);
        box->height += box->paragraphs[i]->height;
    }
}

/* A picture no higher than a line stands in the middle of the first one, as a word would. */
static bool beside_a_line(const struct chart *chart) {
    return chart->kind == CHART_SPARKLINE || chart->kind == CHART_SHARE ||
           (chart->kind == CHART_RATE && !chart->as.rate.base.label);
}

static void measure_cell(struct measuring *m, const struct row_box *row, struct cell_box *box) {
    struct composer *composer = m->composer;
    const struct table_cell *cell = box->cell;
    const struct column_box *column = &m->table->columns[box->column];
    const bool group = row->row->kind == ROW_GROUP;
    struct paragraph_spec spec = {.style = cell_style(m->table, row, box),
                                  .colour = cell->colour,
                                  .width = box->width,
                                  .align = cell->own_align ? cell->align : column->align};
    if (group && spec.colour == COLOUR_INHERIT)
        spec.colour = NAVY;
    if (group && !cell->own_align)
        spec.align = ALIGN_LEFT;
    if (cell->filled) {
        box->x += MM(1.2);
        spec.width = length_max(box->width - MM(1.6), MM(4));
        box->height = MM(1.7); /* the block's own room above and below */
    }
    add_paragraphs(composer, box, &spec);
    if (cell->filled)
        shrink_cut(composer, box, &spec);
    box->tail = -1;
    if (spec.align == ALIGN_DECIMAL)
        measure_tail(composer, box, spec.style);
    if (cell->chart && beside_a_line(cell->chart))
        box->line = style_spec(spec.style)->leading;
    if (cell->chart)
        box->height =
            length_max(box->height, chart_fills_row(cell->chart) ? 0 : cell->chart->height);
}

/* ---- rows ------------------------------------------------------------------------------------
 */

static unsigned at_least_one(unsigned n) {
    return n > 0 ? n : 1;
}

/* The next column that no span from above covers. */
static unsigned free_column(const struct measuring *m, unsigned column) {
    while (column < m->table->column_count && m->covered[column] > 0)
        column++;
    return column;
}

/* Side by side from there on, at most as many. */
static unsigned free_columns(const struct measuring *m, unsigned column, unsigned most) {
    unsigned count = 1;
    while (count < most && column + count < m->table->column_count &&
           m->covered[column + count] == 0)
        count++;
    return count;
}

/* A span ends with its table. */
static unsigned rows_left(const struct table_flow *table, unsigned span, size_t row) {
    const size_t left = table->row_count - row;
    return span > left ? (unsigned)left : at_least_one(span);
}

static void cover(struct measuring *m, const struct cell_box *box, size_t row) {
    for (unsigned k = box->column; k < box->column + box->columns; k++) {
        m->covered[k] = box->rows;
        m->cover_row[k] = row;
        if (k >= RULED_MOST)
            continue;
        const uint64_t bit = UINT64_C(1) << k;
        m->filled = box->cell->filled ? m->filled | bit : m->filled & ~bit;
    }
}

/* Cells that a row leaves out at its end are empty ones: every row has every column. */
static void place_cells(struct measuring *m, struct row_box *row, size_t index) {
    static const struct table_cell empty = {.colour = COLOUR_INHERIT};
    struct table_flow *table = m->table;
    unsigned column = 0;
    for (size_t i = 0; (column = free_column(m, column)) < table->column_count; i++) {
        const bool given = i < row->row->cells.count;
        const struct table_cell *cell = given ? &row->row->cells.items[i] : &empty;
        struct cell_box *box = &row->cells[row->count++];
        const bool alone = row->row->kind == ROW_GROUP && row->row->cells.count == 1;
        const unsigned columns = free_columns(
            m, column, alone ? (unsigned)table->column_count : at_least_one(cell->column_span));
        const struct column_box *last = &table->columns[column + columns - 1];
        *box = (struct cell_box){.cell = cell,
                                 .chart = cell->chart,
                                 .column = column,
                                 .columns = columns,
                                 .rows = rows_left(table, cell->row_span, index),
                                 .actual = cell->actual};
        box->x = table->columns[column].x;
        box->width = last->x + last->width - box->x;
        measure_cell(m, row, box);
        cover(m, box, index);
        column += columns;
    }
}

static mp first_baseline(const struct cell_box *box) {
    return box->count > 0 && box->paragraphs[0]->count > 0 ? box->paragraphs[0]->lines[0].baseline
                                                           : 0;
}

/* First baselines of a row agree; spans that go on below need not fit this row alone. */
static mp align_cells(struct row_box *row) {
    mp baseline = 0;
    mp height = 0;
    for (size_t i = 0; i < row->count; i++)
        if (!row->cells[i].cell || !row->cells[i].cell->filled)
            baseline = length_max(baseline, first_baseline(&row->cells[i]));
    for (size_t i = 0; i < row->count; i++) {
        struct cell_box *box = &row->cells[i];
        if (box->count > 0 && box->paragraphs[0]->count > 0)
            box->top = length_max(baseline - first_baseline(box), 0);
        if (box->rows <= 1)
            height = length_max(height, box->top + box->height);
    }
    return height;
}

/* Beside a chart as high as the row, words of one line stand in the middle of those of two. */
static void centre_cells(struct row_box *row, mp height) {
    for (size_t i = 0; i < row->count; i++) {
        struct cell_box *box = &row->cells[i];
        if (box->rows <= 1 && box->top + box->height < height)
            box->top += (height - box->top - box->height) / 2;
    }
}

static mp filling_height(const struct row_box *row) {
    mp height = 0;
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].chart && chart_fills_row(row->cells[i].chart))
            height = length_max(height, row->cells[i].chart->height);
    return height;
}

static void finish_row(const struct table_flow *table, struct row_box *row) {
    const mp content = align_cells(row);
    const bool group = row->row->kind == ROW_GROUP;
    const mp above = group ? GROUP_ABOVE : table->padding;
    const mp below = group ? GROUP_BELOW : table->padding;
    const mp needed = above + content + below;
    const mp filling = filling_height(row);
    if (filling > 0)
        centre_cells(row, content);
    row->height = length_max(length_max(needed, row->row->min_height), filling);
    row->content_top = above + (row->height - needed) / 2;
}

/* ---- spans over rows -------------------------------------------------------------------------
 */

static void note_covers(struct measuring *m, struct row_box *row, size_t index) {
    row->covered_by = index;
    for (size_t k = 0; k < m->table->column_count; k++) {
        if (m->covered[k] == 0)
            continue;
        if (m->cover_row[k] < row->covered_by)
            row->covered_by = m->cover_row[k];
        m->covered[k]--;
        if (k < RULED_MOST && (m->covered[k] > 0 || (m->filled >> k & 1)))
            row->no_rule |= UINT64_C(1) << k;
    }
}

/* What a span needs beyond its rows goes to the last of them. */
static void stretch_spans(struct table_flow *table) {
    for (size_t r = 0; r < table->row_count; r++) {
        for (size_t i = 0; i < table->rows[r].count; i++) {
            const struct cell_box *box = &table->rows[r].cells[i];
            size_t last = r + box->rows - 1;
            if (last >= table->row_count)
                last = table->row_count - 1;
            mp height = 0;
            for (size_t k = r; k <= last; k++)
                height += table->rows[k].height;
            const mp above = box->cell->filled ? table->padding : table->rows[r].content_top;
            const mp needed = above + box->top + box->height + table->padding;
            if (box->rows > 1 && needed > height)
                table->rows[last].height += needed - height;
        }
    }
}

/* ---- decimals --------------------------------------------------------------------------------
 */

static void align_decimals(struct composer *composer, struct table_flow *table) {
    mp *widest = arena_array(composer->arena, table->column_count, sizeof *widest);
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t i = 0; i < table->rows[r].count; i++) {
            struct cell_box *box = &table->rows[r].cells[i];
            if (box->columns > 1)
                box->tail = -1; /* it ends in another column */
            widest[box->column] = length_max(widest[box->column], box->tail);
        }
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t i = 0; i < table->rows[r].count; i++) {
            struct cell_box *box = &table->rows[r].cells[i];
            if (box->tail < 0)
                continue;
            const mp room = box->width - box->paragraphs[0]->lines[0].width;
            box->shift = length_max(0, length_min(widest[box->column] - box->tail, room));
        }
}

/* ---- tall rows -------------------------------------------------------------------------------
 */

static size_t cell_lines(const struct cell_box *box) {
    size_t count = 0;
    for (size_t i = 0; i < box->count; i++)
        count += box->paragraphs[i]->count;
    return count;
}

static void add_line_heights(const struct cell_box *box, mp *heights) {
    size_t at = 0;
    for (size_t i = 0; i < box->count; i++)
        for (size_t k = 0; k < box->paragraphs[i]->count; k++, at++) {
            const mp extra = at == 0 ? box->top : 0;
            heights[at] = length_max(heights[at], box->paragraphs[i]->lines[k].height + extra);
        }
}

static size_t row_lines(const struct row_box *row) {
    size_t most = 0;
    for (size_t i = 0; i < row->count; i++) {
        const size_t lines = cell_lines(&row->cells[i]);
        most = lines > most ? lines : most;
    }
    return most;
}

static bool under_spans(const struct row_box *row, size_t index) {
    bool spans = row->covered_by < index;
    for (size_t i = 0; i < row->count; i++)
        spans |= row->cells[i].rows > 1;
    return spans;
}

/* Lines of the same number stand side by side, so that a break between them is straight.  A chart
 * stands beside the first: with it on another page, nothing is left to be in the middle of. */
static void divide_row(struct composer *composer, const struct table_flow *table,
                       struct row_box *row) {
    align_cells(row);
    row->lines = row_lines(row);
    mp *heights = arena_array(composer->arena, row->lines, sizeof *heights);
    row->line_tops = arena_array(composer->arena, row->lines + 1, sizeof *row->line_tops);
    row->content_top = row->row->kind == ROW_GROUP ? GROUP_ABOVE : table->padding;
    for (size_t i = 0; i < row->count; i++)
        add_line_heights(&row->cells[i], heights);
    heights[0] += row->content_top;
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].chart)
            heights[0] = length_max(heights[0], row->cells[i].chart->height + 2 * row->content_top);
    heights[row->lines - 1] += table->padding;
    for (size_t i = 0; i < row->lines; i++)
        row->line_tops[i + 1] = row->line_tops[i] + heights[i];
    row->height = row->line_tops[row->lines];
}

/* ---- the table -------------------------------------------------------------------------------
 */

static bool head_empty(const struct table_column *column) {
    return (!column->head || !*column->head) && !column->head_actual && !column->head_chart;
}

static bool same_band(const struct table_block *block, size_t a, size_t b) {
    const char *of_a = block->columns.items[a].band;
    const char *of_b = block->columns.items[b].band;
    return of_a && of_b ? strcmp(of_a, of_b) == 0 : of_a == of_b;
}

/* A head set to the left may also stand over the columns after it that have none. */
static unsigned head_columns(const struct table_block *block, size_t column) {
    size_t end = column + 1;
    if (block->columns.items[column].align == ALIGN_LEFT &&
        !head_empty(&block->columns.items[column]))
        while (end < block->columns.count && head_empty(&block->columns.items[end]) &&
               same_band(block, column, end))
            end++;
    return (unsigned)(end - column);
}

static void measure_head_text(struct composer *composer, const struct table_flow *table,
                              struct cell_box *box, const char *text, enum align align) {
    const struct column_box *last = &table->columns[box->column + box->columns - 1];
    box->x = table->columns[box->column].x;
    box->width = last->x + last->width - box->x;
    if (!text || !*text)
        return;
    const enum style style = table->block->head_style;
    const struct paragraph_spec spec = {.style = style ? style : STYLE_TABLE_HEAD,
                                        .colour = COLOUR_INHERIT,
                                        .width = box->width,
                                        .align = align};
    struct content content = {.items = {0}};
    content_text(composer->arena, &content, text);
    box->paragraphs = arena_alloc(composer->arena, sizeof(struct paragraph *));
    add_paragraph(box, paragraphkeep_make(composer, &content, &spec));
}

/* A word divided to fit its column, "Develop-\nment", is one word to a voice; NULL if there is
 * none.
 */
static const char *undivided(struct arena *arena, const char *head) {
    const char *at = head ? strstr(head, "-\n") : NULL;
    return at ? arena_printf(arena, "%.*s%s", (int)(at - head), head, at + 2) : NULL;
}

static void measure_head_cell(struct composer *composer, struct table_flow *table,
                              struct cell_box *box) {
    const struct table_column *column = &table->block->columns.items[box->column];
    box->chart = column->head_chart;
    box->actual =
        column->head_actual ? column->head_actual : undivided(composer->arena, column->head);
    box->language = column->language;
    box->height = box->chart ? box->chart->height : 0;
    measure_head_text(composer, table, box, column->head, column->align);
}

/* A band stands above its heads; a head without one stands in both rows. */
static void place_head(struct composer *composer, struct table_flow *table, struct cell_box box,
                       bool banded) {
    const struct table_block *block = table->block;
    struct row_box *bands = &table->bands;
    const char *band = block->columns.items[box.column].band;
    if (banded && !band) {
        box.rows = 2;
        bands->cells[bands->count++] = box;
        return;
    }
    table->head.cells[table->head.count++] = box;
    if (!band || (box.column > 0 && same_band(block, box.column - 1, box.column)))
        return;
    struct cell_box *above = &bands->cells[bands->count++];
    *above = (struct cell_box){.column = box.column, .columns = 1, .rows = 1, .tail = -1};
    while (above->column + above->columns < table->column_count &&
           same_band(block, box.column, above->column + above->columns))
        above->columns++;
    measure_head_text(composer, table, above, band, above->columns > 1 ? ALIGN_CENTRE : ALIGN_LEFT);
    bands->height = length_max(bands->height, above->height + HEAD_BELOW);
}

static void measure_head(struct composer *composer, struct table_flow *table) {
    struct row_box *head = &table->head;
    head->cells = arena_array(composer->arena, table->column_count, sizeof *head->cells);
    table->bands.cells =
        arena_array(composer->arena, table->column_count, sizeof *table->bands.cells);
    bool banded = false;
    for (size_t i = 0; i < table->column_count; i++)
        banded |= table->block->columns.items[i].band != NULL;
    mp lower = 0;
    mp alone = 0;
    for (size_t i = 0; i < table->column_count;) {
        struct cell_box box = {.column = (unsigned)i, .rows = 1, .tail = -1};
        box.columns = head_columns(table->block, i);
        measure_head_cell(composer, table, &box);
        mp *const most = table->block->columns.items[i].band ? &lower : &alone;
        *most = length_max(*most, box.height);
        place_head(composer, table, box, banded);
        i += box.columns;
    }
    head->height = length_max(table->bands.height + lower, alone) + HEAD_BELOW;
}

/* The name of a group, said again after a page break. */
static void measure_continued(struct measuring *m, struct row_box *row, size_t index) {
    struct composer *composer = m->composer;
    if (!m->table->block->continued || row->count == 0 || row->cells[0].count == 0)
        return;
    struct table_row *copy = arena_alloc(composer->arena, sizeof *copy);
    *copy = (struct table_row){.kind = ROW_GROUP, .rule = row->row->rule};
    struct content *content = cell_content(composer->arena, table_cell(composer->arena, copy));
    const struct content *name = &row->row->cells.items[0].paragraphs.items[0];
    for (size_t i = 0; i < name->items.count; i++)
        if (name->items.items[i].kind != INLINE_NOTE) /* it is told once */
            vec_push(composer->arena, &content->items, name->items.items[i]);
    content_text(composer->arena, content, " ");
    content_styled(composer->arena, content,
                   dense(m->table->block) ? STYLE_DENSE_GREY : STYLE_TABLE_GREY, COLOUR_INHERIT,
                   m->table->block->continued);
    row->continued = arena_alloc(composer->arena, sizeof *row->continued);
    *row->continued = (struct row_box){.row = copy, .group = TABLE_NONE, .covered_by = index};
    row->continued->cells =
        arena_array(composer->arena, m->table->column_count, sizeof *row->continued->cells);
    /* It stands for the row itself, so no span reaches into it and it covers nothing below. */
    struct measuring alone = *m;
    alone.covered = arena_array(composer->arena, m->table->column_count, sizeof *alone.covered);
    alone.cover_row = arena_array(composer->arena, m->table->column_count, sizeof *alone.cover_row);
    place_cells(&alone, row->continued, index);
    finish_row(m->table, row->continued);
}

static void measure_rows(struct measuring *m) {
    struct table_flow *table = m->table;
    size_t group = TABLE_NONE;
    for (size_t r = 0; r < table->row_count; r++) {
        struct row_box *row = &table->rows[r];
        row->row = &table->block->rows.items[r];
        row->cells = arena_array(m->composer->arena, table->column_count, sizeof *row->cells);
        place_cells(m, row, r);
        finish_row(table, row);
        if (row->row->kind == ROW_GROUP)
            group = r;
        else if (row->row->kind == ROW_TOTAL)
            group = TABLE_NONE;
        row->group = row->row->kind == ROW_GROUP ? TABLE_NONE : group;
        note_covers(m, row, r);
        if (row->row->kind == ROW_GROUP)
            measure_continued(m, row, r);
        if (row->height > m->composer->body_height / 3 && row_lines(row) > 1 &&
            !under_spans(row, r))
            divide_row(m->composer, table, row);
    }
}

static struct table_flow *measure(struct composer *composer, const struct table_block *block,
                                  mp width) {
    struct table_flow *table = arena_alloc(composer->arena, sizeof *table);
    table->block = block;
    table->width = width;
    table->column_count = block->columns.count;
    table->columns = tablecolumns_make(composer, block, width);
    table->padding = density_padding(composer->density, block->padding ? block->padding : PADDING);
    table->has_head = !block->no_head;
    if (table->has_head)
        measure_head(composer, table);
    table->row_count = block->rows.count;
    table->rows = arena_array(composer->arena, table->row_count, sizeof *table->rows);
    struct measuring m = {.composer = composer, .table = table};
    m.covered = arena_array(composer->arena, table->column_count, sizeof *m.covered);
    m.cover_row = arena_array(composer->arena, table->column_count, sizeof *m.cover_row);
    measure_rows(&m);
    return table;
}

struct table_flow *table_make(struct composer *composer, const struct table_block *block,
                              mp width) {
    struct table_flow *table = measure(composer, block, width);
    const struct table_block *wider = tablewiden_block(composer, table);
    if (wider)
        table = measure(composer, wider, width);
    const struct table_block *relief = tablerelief_block(composer, table);
    struct table_flow *relieved = relief ? measure(composer, relief, width) : table;
    if (relief && tablerelief_lower(relieved, table))
        table = relieved;
    stretch_spans(table);
    align_decimals(composer, table);
    return table;
}

mp table_lead(const struct table_flow *table, size_t row) {
    const struct row_box *box = &table->rows[row];
    mp height = table->has_head ? table->head.height : 0;
    if (box->group != TABLE_NONE && table->rows[box->group].continued)
        height += table->rows[box->group].continued->height;
    return height;
}

mp table_row_height(const struct table_flow *table, size_t row, size_t part) {
    const struct row_box *box = &table->rows[row];
    return box->lines ? box->line_tops[part + 1] - box->line_tops[part] : box->height;
}
