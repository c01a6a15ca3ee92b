#include "layout/tabledraw.h"

#include "layout/chartplace.h"
#include "layout/mirror.h"
#include "layout/paragraphdraw.h"

#define BLOCK_INSET  MM(0.35) /* above and below a filled cell */
#define BLOCK_RADIUS MM(1.1)

#define GROUND_BEYOND MM(1) /* a ground reaches beyond the texts, which end on margins */

struct row_drawing {
    struct composer *composer;
    struct table_flow *table;
    struct row_box *row;
    struct row_slot slot;
    size_t index, part;
    mp height; /* of the row, or of its part */
    bool artifact;
};

static struct pen artifact_pen(const struct row_drawing *d) {
    return (struct pen){d->composer->scene, d->slot.page, SCENE_ARTIFACT};
}

/* ---- tags ------------------------------------------------------------------------------------
 */

static void begin_table(struct composer *composer, struct table_flow *table) {
    if (table->begun)
        return;
    table->begun = true;
    table->table = composer_element(composer, composer->section, TAG_TABLE);
    struct scene_detail *detail = scene_describe(composer->scene, table->table);
    detail->summary = table->block->summary;
    detail->language = table->block->language;
    table->body = SCENE_ROOT;
}

/* Head or body: a summary in another language speaks for itself alone. */
static scene_element_id part_of(struct composer *composer, struct table_flow *table, enum tag tag) {
    const scene_element_id part = scene_add_element(composer->scene, table->table, tag);
    if (table->block->language)
        scene_describe(composer->scene, part)->language = composer->document->language;
    return part;
}

static scene_element_id body_of(struct composer *composer, struct table_flow *table) {
    if (table->body == SCENE_ROOT)
        table->body = part_of(composer, table, TAG_TBODY);
    return table->body;
}

/* Of a head: what has words, or would have. */
static bool is_header(const struct row_drawing *d, const struct cell_box *box) {
    if (!d->row->row)
        return box->count > 0 || box->actual;
    return d->row->row->kind == ROW_GROUP || box->cell->header;
}

static scene_element_id cell_element(struct row_drawing *d, struct cell_box *box) {
    const bool head = !d->row->row;
    const bool header = is_header(d, box);
    const scene_element_id id =
        scene_add_element(d->composer->scene, d->row->element, header ? TAG_TH : TAG_TD);
    struct scene_element *element = scene_element(d->composer->scene, id);
    if (header)
        element->scope = head ? SCOPE_COLUMN : SCOPE_ROW;
    element->column_span = box->columns > 1 ? (uint16_t)box->columns : 0;
    element->row_span = box->rows > 1 ? (uint16_t)box->rows : 0;
    if (head && box->language)
        scene_describe(d->composer->scene, id)->language = box->language;
    if (box->count == 0 && box->actual) /* no words to stand for: the cell itself is told */
        scene_describe(d->composer->scene, id)->actual = box->actual;
    return id;
}

static void begin_row(struct row_drawing *d, scene_element_id parent) {
    if (d->row->begun)
        return;
    d->row->begun = true;
    d->row->element = scene_add_element(d->composer->scene, parent, TAG_TR);
    for (size_t i = 0; i < d->row->count; i++)
        d->row->cells[i].element = cell_element(d, &d->row->cells[i]);
}

/* A paragraph of its own only where a cell has several. */
static scene_element_id text_element(struct row_drawing *d, struct cell_box *box,
                                     struct paragraph *paragraph) {
    if (d->artifact)
        return SCENE_ARTIFACT;
    if (box->count == 1 && !box->actual)
        return box->element;
    if (!paragraph->begun) {
        paragraph->begun = true;
        paragraph->element =
            scene_add_element(d->composer->scene, box->element, box->count == 1 ? TAG_SPAN : TAG_P);
        if (box->count == 1)
            scene_describe(d->composer->scene, paragraph->element)->actual = box->actual;
    }
    return paragraph->element;
}

/* ---- cells -----------------------------------------------------------------------------------
 */

/* Lines that would reach below `bottom` are left out: said again on a later page, a cell may have
 * less room than on its own. */
static void draw_lines_above(struct row_drawing *d, struct cell_box *box, mp y, mp bottom) {
    size_t line = 0;
    for (size_t i = 0; i < box->count; i++) {
        struct paragraph *paragraph = box->paragraphs[i];
        for (size_t k = 0; k < paragraph->count; k++, line++) {
            if (d->row->lines && line != d->part)
                continue;
            if (y + paragraph->lines[k].height > bottom)
                return;
            struct pen pen = artifact_pen(d);
            pen.element = text_element(d, box, paragraph);
            const mp x = d->slot.x + box->x;
            const bool moves_whole = box->tail >= 0; /* points stay one below the other */
            if (moves_whole)
                mirror_begin(d->composer, d->slot.page, x, paragraph->width);
            paragraphdraw_line(d->composer, paragraph, k, pen, x - box->shift, y, paragraph->width);
            if (moves_whole)
                mirror_end(d->composer);
            y += paragraph->lines[k].height;
        }
    }
}

static void draw_lines(struct row_drawing *d, struct cell_box *box, mp y) {
    draw_lines_above(d, box, y, INT32_MAX);
}

static void draw_chart(struct row_drawing *d, struct cell_box *box, mp height) {
    if (!box->chart || d->part > 0)
        return;
    struct rect rect = {d->slot.x + box->x, d->slot.y, box->width, height};
    if (!chart_fills_row(box->chart)) {
        rect.w = box->chart->width ? length_min(box->chart->width, box->width) : box->width;
        rect.y += box->line ? d->row->content_top + (box->line - box->chart->height) / 2
                            : (height - box->chart->height) / 2;
        rect.h = box->chart->height;
        const enum align align = d->table->columns[box->column].align;
        if (align == ALIGN_CENTRE)
            rect.x += (box->width - rect.w) / 2;
        else if (align != ALIGN_LEFT)
            rect.x += box->width - rect.w;
    }
    chartplace_draw(d->composer, box->chart, d->artifact ? SCENE_ARTIFACT : box->element,
                    d->slot.page, rect);
}

static mp span_height(const struct row_drawing *d, size_t from, unsigned rows) {
    mp height = 0;
    for (size_t r = from; r < from + rows && r <= d->slot.last && r < d->table->row_count; r++)
        height += d->table->rows[r].height;
    return height;
}

static void draw_fill(struct row_drawing *d, const struct cell_box *box, mp height) {
    const struct rect rect = {d->slot.x + d->table->columns[box->column].x, d->slot.y + BLOCK_INSET,
                              box->width, height - 2 * BLOCK_INSET};
    draw_round_rect(artifact_pen(d), rect, BLOCK_RADIUS, box->cell->fill, COLOUR_NONE, 0);
}

static void draw_cell(struct row_drawing *d, struct cell_box *box) {
    mp height = d->height;
    if (box->rows > 1)
        height = span_height(d, d->index, box->rows);
    mp y = d->slot.y + (d->part == 0 ? d->row->content_top + box->top : 0);
    if (box->cell && box->cell->filled) {
        draw_fill(d, box, height);
        y = d->slot.y + BLOCK_INSET + MM(0.9);
    }
    draw_lines(d, box, y);
    draw_chart(d, box, height);
}

/* A span that began on an earlier page goes on here: its fill and its words, as an artifact. */
static void draw_cover(struct row_drawing *d, struct cell_box *box, mp height) {
    mp y = d->slot.y + d->row->content_top + box->top;
    if (box->cell->filled) {
        draw_fill(d, box, height);
        y = d->slot.y + BLOCK_INSET + MM(0.9);
    }
    draw_lines_above(d, box, y, d->slot.y + height);
}

static void draw_covers(struct row_drawing *d) {
    for (size_t r = d->row->covered_by; r < d->index; r++) {
        struct row_drawing above = *d;
        above.row = &d->table->rows[r];
        above.index = r;
        above.artifact = true;
        for (size_t i = 0; i < above.row->count; i++) {
            struct cell_box *box = &above.row->cells[i];
            if (r + box->rows > d->index)
                draw_cover(&above, box,
                           span_height(d, d->index, (unsigned)(r + box->rows - d->index)));
        }
    }
}

/* ---- rules -----------------------------------------------------------------------------------
 */

static void draw_rule(const struct row_drawing *d, mp from, mp to, mp y, uint32_t colour,
                      mp width) {
    draw_line(artifact_pen(d), (struct point){d->slot.x + from, y},
              (struct point){d->slot.x + to, y}, colour, width);
}

static void draw_rule_below(const struct row_drawing *d, mp y) {
    static const struct {
        uint32_t colour;
        mp width;
    } looks[] = {[RULE_HAIRLINE] = {HAIRLINE, MM(0.12)},
                 [RULE_NONE] = {0, 0},
                 [RULE_GROUP] = {GROUP_RULE, MM(0.2)},
                 [RULE_OBJECTIVE] = {0xB9C4D0, MM(0.15)},
                 [RULE_STRONG] = {GROUP_RULE, MM(0.2)}};
    const enum row_rule rule = d->row->row->rule;
    const struct table_flow *table = d->table;
    if (rule == RULE_NONE || (rule == RULE_HAIRLINE && table->block->zebra))
        return;
    for (size_t i = 0; i < table->column_count; i++) {
        if (i < 64 && d->row->no_rule >> i & 1)
            continue;
        size_t end = i;
        while (end + 1 < table->column_count && !(end + 1 < 64 && d->row->no_rule >> (end + 1) & 1))
            end++;
        draw_rule(d, table->columns[i].x, table->columns[end].x + table->columns[end].width, y,
                  looks[rule].colour, looks[rule].width);
        i = end;
    }
}

/* ---- rows ------------------------------------------------------------------------------------
 */

/* A head stands on the bottom of its row; a drawn one in the middle of the lower part. */
static void draw_head_cell(struct row_drawing *d, struct cell_box *box, mp y, mp bottom) {
    d->slot.y = bottom - MM(0.9) - box->height;
    if (box->chart) {
        d->slot.y = y;
        draw_chart(d, box, 2 * (bottom - y) - box->chart->height);
    } else {
        draw_lines(d, box, d->slot.y);
    }
}

static void draw_bands(struct row_drawing *d, scene_element_id parent, mp y) {
    struct table_flow *table = d->table;
    struct row_drawing bands = *d;
    bands.row = &table->bands;
    if (!d->artifact)
        begin_row(&bands, parent);
    const mp middle = y + table->bands.height;
    for (size_t i = 0; i < table->bands.count; i++) {
        struct cell_box *box = &table->bands.cells[i];
        const bool both = box->rows > 1;
        draw_head_cell(&bands, box, y, both ? y + table->head.height : middle);
        if (!both)
            draw_rule(d, box->x, box->x + box->width, middle, GROUP_RULE, MM(0.2));
    }
}

void tabledraw_head(struct composer *composer, struct table_flow *table, uint32_t page, mp x, mp y,
                    bool repeated) {
    begin_table(composer, table);
    struct row_drawing d = {.composer = composer,
                            .table = table,
                            .row = &table->head,
                            .slot = {.page = page, .x = x, .y = y},
                            .height = table->head.height,
                            .artifact = repeated};
    const scene_element_id parent = repeated ? SCENE_ARTIFACT : part_of(composer, table, TAG_THEAD);
    if (table->bands.count > 0)
        draw_bands(&d, parent, y);
    if (!repeated && table->head.count > 0)
        begin_row(&d, parent);
    for (size_t i = 0; i < table->head.count; i++)
        draw_head_cell(&d, &table->head.cells[i], y, y + table->head.height);
    d.slot.y = y;
    draw_rule(&d, 0, table->width, y + table->head.height, HEAD_RULE, MM(0.3));
}

void tabledraw_continued(struct composer *composer, struct table_flow *table, size_t row,
                         uint32_t page, mp x, mp y) {
    struct row_box *name = table->rows[table->rows[row].group].continued;
    struct row_drawing d = {.composer = composer,
                            .table = table,
                            .row = name,
                            .slot = {.page = page, .x = x, .y = y, .last = row},
                            .index = row,
                            .height = name->height,
                            .artifact = true};
    for (size_t i = 0; i < name->count; i++)
        draw_cell(&d, &name->cells[i]);
    draw_rule_below(&d, y + name->height);
}

/* Counted from the head of the table, or from the name of the group. */
static void draw_ground(const struct row_drawing *d) {
    const struct table_flow *table = d->table;
    const size_t before = d->row->group == TABLE_NONE ? 0 : d->row->group + 1;
    if (table->block->zebra && d->row->row->kind == ROW_BODY && (d->index - before) % 2 == 0)
        draw_rect(artifact_pen(d),
                  (struct rect){d->slot.x - GROUND_BEYOND, d->slot.y,
                                table->width + 2 * GROUND_BEYOND, d->height},
                  PANEL);
}

void tabledraw_row(struct composer *composer, struct table_flow *table, size_t row, size_t part,
                   struct row_slot slot) {
    struct row_drawing d = {.composer = composer,
                            .table = table,
                            .row = &table->rows[row],
                            .slot = slot,
                            .index = row,
                            .part = part,
                            .height = table_row_height(table, row, part)};
    begin_table(composer, table);
    begin_row(&d, body_of(composer, table));
    draw_ground(&d);
    if (d.row->row->kind == ROW_TOTAL && part == 0)
        draw_rule(&d, 0, table->width, slot.y, HEAD_RULE, MM(0.3));
    if (slot.first && d.row->covered_by < row)
        draw_covers(&d);
    for (size_t i = 0; i < d.row->count; i++)
        draw_cell(&d, &d.row->cells[i]);
    if (d.row->lines == 0 || part + 1 == d.row->lines)
        draw_rule_below(&d, slot.y + d.height);
}
