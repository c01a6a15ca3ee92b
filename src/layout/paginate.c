#include "layout/paginate.h"

#include "base/utf8.h"
#include "layout/balance.h"
#include "layout/footnote.h"
#include "layout/tablestretch.h"
#include <string.h>

#define RUN_ON_GAP (6 * UNIT_U)

enum { NAME_RUNES = 60 }; /* enough to find a row by */

struct flow {
    struct composer *composer;
    struct pagination *out;
    const struct section *section;
    struct page_geometry geometry;
    mp y;                 /* below what stands on the page */
    bool fresh;           /* nothing stands on the page */
    bool begun;           /* the section stands on an earlier page */
    struct galley *notes; /* of the page; NULL: none */
    mp notes_height;      /* without what stands above them */
};

/* A place on the current page. */
struct spot {
    mp x, y;
    bool top; /* at the top of a page: no gap above the first item */
};

static uint32_t current_page(const struct flow *flow) {
    return (uint32_t)(flow->out->pages.count - 1);
}

static struct placement *add_placement(struct flow *flow, const struct galley *galley,
                                       const struct galley_item *item, mp x, mp y) {
    struct placement *placement = vec_add(flow->composer->arena, &flow->out->placements);
    *placement = (struct placement){.item = item,
                                    .section = flow->section,
                                    .page = current_page(flow),
                                    .x = x + item->indent,
                                    .y = y,
                                    .width = galley->width - item->indent};
    return placement;
}

/* Where the body ends above the notes of the page, with those of what is about to be placed. */
static mp body_end(const struct flow *flow, mp more) {
    return flow->geometry.body_bottom - footnote_height(flow->notes_height + more);
}

/* The page is full: its notes are placed at its foot. */
static void end_page(struct flow *flow) {
    const struct galley *notes = flow->notes;
    flow->notes = NULL;
    if (!notes)
        return;
    mp y = body_end(flow, 0) + FOOTNOTE_LEAD;
    for (size_t i = 0; i < notes->items.count; i++) {
        const struct galley_item *item = &notes->items.items[i];
        y += item->gap;
        composer_place(flow->composer, item->anchor, item->title, current_page(flow), y);
        add_placement(flow, notes, item, flow->geometry.margin, y)->first = i == 0;
        y += item->height;
    }
    flow->notes_height = 0;
}

static void new_page(struct flow *flow) {
    end_page(flow);
    const struct frame_page page = {
        .section = flow->section, .geometry = flow->geometry, .continued = flow->begun};
    vec_push(flow->composer->arena, &flow->out->pages, page);
    flow->begun = true;
    flow->y = flow->geometry.body_top;
    flow->fresh = true;
}

/* ---- placing ---------------------------------------------------------------------------------
 */

static void place_range(struct flow *flow, const struct galley *galley, size_t from, size_t to,
                        struct spot spot, mp *below);

static void place_whole(struct flow *flow, const struct galley *galley, mp x, mp y) {
    mp below = 0;
    place_range(flow, galley, 0, galley->items.count, (struct spot){x, y, true}, &below);
}

/* A box has those of what is in it, which is placed by itself. */
static void take_notes(struct flow *flow, const struct galley_item *item) {
    if (item->notes == 0 || item->kind == GALLEY_BOX)
        return;
    flow->notes = footnote_collect(flow->composer, flow->notes, item, flow->geometry.text_width);
    flow->notes_height += item->notes;
}

/* Columns of the height, as far as the text goes; gives the first item that did not fit. */
static size_t place_balanced(struct flow *flow, const struct balanced_flow *balanced, size_t from,
                             mp height, struct spot spot) {
    const struct galley *galley = balanced->inner;
    mp lowest = spot.y;
    for (size_t i = 0; i < balanced->count && from < galley->items.count; i++) {
        const size_t end = balance_end(galley, from, height);
        mp below = spot.y;
        place_range(flow, galley, from, end, (struct spot){spot.x + balanced->xs[i], spot.y, true},
                    &below);
        lowest = length_max(lowest, below);
        from = end;
    }
    flow->y = lowest;
    return from;
}

static void place_item(struct flow *flow, const struct galley *galley,
                       const struct galley_item *item, mp x, mp y) {
    composer_place(flow->composer, item->anchor, item->title, current_page(flow), y);
    if (item->kind == GALLEY_AT)
        return;
    if (item->kind == GALLEY_COLUMNS) {
        const struct columns_flow *columns = item->as.columns;
        for (size_t i = 0; i < columns->count; i++)
            place_whole(flow, columns->galleys[i], x + columns->xs[i], y);
        return;
    }
    if (item->kind == GALLEY_BALANCED) {
        place_balanced(flow, item->as.balanced, 0, item->height, (struct spot){x, y, true});
        return;
    }
    add_placement(flow, galley, item, x, y);
    take_notes(flow, item);
    if (item->kind == GALLEY_BOX)
        place_whole(flow, item->as.box->inner, x + item->as.box->inset_x,
                    y + item->as.box->inset_y);
}

/* True if a row goes on with a table that began on an earlier page. */
static bool goes_on(const struct galley *galley, size_t from) {
    const struct galley_item *item = &galley->items.items[from];
    return item->kind == GALLEY_ROW && (item->line > 0 || item->part > 0);
}

static mp lead_height(const struct galley *galley, size_t from) {
    const struct galley_item *item = &galley->items.items[from];
    return goes_on(galley, from) ? table_lead(item->as.table, item->line) : 0;
}

/* Head and name of the group again; returns the y below. */
static mp place_lead(struct flow *flow, const struct galley *galley, size_t from, mp x, mp y) {
    const struct galley_item *item = &galley->items.items[from];
    const struct table_flow *table = item->as.table;
    const mp below = y + table_lead(table, item->line);
    if (table->has_head) {
        add_placement(flow, galley, item, x, y)->part = PLACED_HEAD_AGAIN;
        y += table->head.height;
    }
    if (below > y)
        add_placement(flow, galley, item, x, y)->part = PLACED_GROUP_AGAIN;
    return below;
}

/* Last row before `to` of the table that item `from` belongs to. */
static size_t last_row(const struct galley *galley, size_t from, size_t to) {
    const struct galley_item *items = galley->items.items;
    size_t last = from;
    while (last + 1 < to && items[last + 1].kind == GALLEY_ROW &&
           items[last + 1].as.table == items[from].as.table)
        last++;
    return items[last].line;
}

static mp item_top(const struct galley_item *item, mp y, bool top) {
    if (item->kind == GALLEY_AT)
        return length_max(y, item->block->height);
    return top ? y : y + item->gap;
}

static void place_range(struct flow *flow, const struct galley *galley, size_t from, size_t to,
                        struct spot spot, mp *below) {
    mp y = spot.y;
    const bool continued = from < to && goes_on(galley, from);
    if (continued)
        y = place_lead(flow, galley, from, spot.x, y);
    size_t last = 0;
    for (size_t i = from; i < to; i++) {
        const struct galley_item *item = &galley->items.items[i];
        const bool first = i == from;
        y = item_top(item, y, first && (spot.top || continued));
        if (item->kind == GALLEY_ROW && (first || galley->items.items[i - 1].kind != GALLEY_ROW ||
                                         galley->items.items[i - 1].as.table != item->as.table))
            last = last_row(galley, i, to);
        place_item(flow, galley, item, spot.x, y);
        if (item->kind == GALLEY_ROW) {
            struct placement *placement =
                &flow->out->placements.items[flow->out->placements.count - 1];
            placement->last = last;
            placement->first = first && continued;
        }
        y += item->height;
    }
    *below = y;
}

/* ---- dividing --------------------------------------------------------------------------------
 */

/* The row by its own words: the head of it, or else its first text. */
static const char *row_name(struct flow *flow, const struct galley_item *item) {
    const struct table_block *block = item->as.table->block;
    const struct table_row *row = item->as.table->rows[item->line].row;
    const char *text = NULL;
    for (size_t i = 0; row && i < row->cells.count; i++) {
        const struct table_cell *cell = &row->cells.items[i];
        if (cell->paragraphs.count == 0 || (text && *text && !cell->header))
            continue;
        text = composer_plain(flow->composer, &cell->paragraphs.items[0]);
        if (*text && cell->header)
            break;
    }
    text = text ? text : "";
    size_t shown = 0;
    for (int i = 0; i < NAME_RUNES && text[shown]; i++)
        utf8_next(text, strlen(text), &shown);
    return arena_printf(flow->composer->arena, "the row '%.*s' of the table '%s'", (int)shown, text,
                        block->summary ? block->summary : "");
}

static void report_tall(struct flow *flow, const struct galley_item *item) {
    const char *name = item->title ? item->title : flow->section->name;
    if (item->kind == GALLEY_ROW)
        name = row_name(flow, item);
    diag_report(flow->composer->diags, BP5003, (struct place){0}, name ? name : "?", (char *)NULL);
}

static bool divisible(const struct flow *flow, const struct galley_item *item, mp room) {
    const bool may =
        item->kind == GALLEY_BALANCED || (item->kind == GALLEY_COLUMNS && !item->as.columns->whole);
    return may &&
           (room >= (flow->geometry.body_bottom - flow->geometry.body_top) / 3 || flow->fresh);
}

/* The item before which the page must end; `from` itself: nothing fits here, or (columns) it is to
 * be divided.  `forced`: something must be placed, because the page is empty. */
static size_t fill(struct flow *flow, const struct galley *galley, size_t from, struct spot spot,
                   bool forced) {
    const size_t count = galley->items.count;
    mp notes = 0;
    const bool continued = goes_on(galley, from);
    mp y = spot.y + lead_height(galley, from);
    size_t legal = from;
    size_t i = from;
    for (; i < count; i++) {
        const struct galley_item *item = &galley->items.items[i];
        const mp top = item_top(item, y, i == from && (spot.top || continued));
        notes += item->notes;
        const mp bottom = body_end(flow, notes);
        if (top + item->height > bottom) {
            if (divisible(flow, item, bottom - top))
                return i;
            break;
        }
        y = top + item->height;
        if (!item->keep)
            legal = i + 1;
    }
    if (i == count)
        return count;
    if (legal > from || !forced)
        return legal;
    if (i > from)
        return i;
    report_tall(flow, &galley->items.items[from]);
    return from + 1;
}

/* Columns that do not fit go on side by side on the next page. */
static void divide_columns(struct flow *flow, const struct galley_item *item, mp x) {
    const struct columns_flow *columns = item->as.columns;
    size_t *next = arena_array(flow->composer->arena, columns->count, sizeof *next);
    mp top = item_top(item, flow->y, flow->fresh);
    composer_place(flow->composer, item->anchor, item->title, current_page(flow), top);
    for (bool done = false; !done;) {
        done = true;
        bool placed = false;
        for (size_t i = 0; i < columns->count; i++) {
            const struct galley *galley = columns->galleys[i];
            if (next[i] == galley->items.count)
                continue;
            const struct spot spot = {x + columns->xs[i], top, true};
            const size_t end = fill(flow, galley, next[i], spot, flow->fresh);
            mp below = top;
            if (end > next[i]) {
                place_range(flow, galley, next[i], end, spot, &below);
                placed = true;
            }
            flow->y = length_max(flow->y, below);
            next[i] = end;
            done &= end == galley->items.count;
        }
        flow->fresh &= !placed;
        if (!done) {
            new_page(flow);
            top = flow->y;
        }
    }
}

/* As much as the page holds, in full columns, and the rest balanced on the next. */
static void divide_balanced(struct flow *flow, const struct galley_item *item, mp x) {
    const struct balanced_flow *balanced = item->as.balanced;
    mp top = item_top(item, flow->y, flow->fresh);
    composer_place(flow->composer, item->anchor, item->title, current_page(flow), top);
    for (size_t next = 0; next < balanced->inner->items.count;) {
        const mp room = body_end(flow, next == 0 ? item->notes : 0) - top;
        const mp height = length_min(balance_height(balanced->inner, next, balanced->count), room);
        next = place_balanced(flow, balanced, next, height, (struct spot){x, top, true});
        flow->fresh = false;
        if (next < balanced->inner->items.count) {
            new_page(flow);
            top = flow->y;
        }
    }
}

static void flow_galley(struct flow *flow, const struct galley *galley) {
    const mp x = flow->geometry.margin;
    for (size_t i = 0; i < galley->items.count;) {
        const struct spot spot = {x, flow->y, flow->fresh};
        const size_t end = fill(flow, galley, i, spot, flow->fresh);
        if (end > i) {
            place_range(flow, galley, i, end, spot, &flow->y);
            flow->fresh = false;
            i = end;
        }
        if (i == galley->items.count)
            return;
        const struct galley_item *item = &galley->items.items[i];
        const mp room = body_end(flow, item->notes) - item_top(item, flow->y, flow->fresh);
        if (item->height > room && divisible(flow, item, room)) {
            (item->kind == GALLEY_COLUMNS ? divide_columns : divide_balanced)(flow, item, x);
            i++;
        } else {
            new_page(flow);
        }
    }
}

/* ---- sections --------------------------------------------------------------------------------
 */

static bool runs_on(const struct flow *flow, const struct section *section,
                    const struct page_geometry *geometry) {
    if (!section->run_on || flow->out->pages.count == 0)
        return false;
    const mp left = flow->geometry.body_bottom - flow->y;
    return flow->geometry.width == geometry->width &&
           left >= (geometry->body_bottom - geometry->body_top) / 3;
}

static void flow_section(struct flow *flow, const struct section *section) {
    struct composer *composer = flow->composer;
    const struct page_geometry geometry =
        layout_geometry(composer->document->paper, section->orientation);
    composer->body_height = geometry.body_bottom - geometry.body_top;
    composer->wide = section->orientation == LANDSCAPE;
    struct galley *galley = galley_make(composer, &section->blocks, geometry.text_width);
    if (galley->items.count == 0)
        return;
    footnote_measure(composer, galley, geometry.text_width);
    if (composer->footnotes.count == 0)
        tablestretch_rows(galley, composer->body_height);
    const bool on = runs_on(flow, section, &geometry);
    if (!on)
        end_page(flow);
    flow->section = section;
    flow->geometry = geometry;
    flow->begun = on;
    if (on)
        flow->y += RUN_ON_GAP;
    else
        new_page(flow);
    composer_place(composer, section->anchor, section->name, current_page(flow),
                   on ? flow->y : geometry.body_top);
    flow_galley(flow, galley);
}

struct pagination *paginate(struct composer *composer) {
    struct flow flow = {.composer = composer,
                        .out = arena_alloc(composer->arena, sizeof *flow.out)};
    for (size_t i = 0; i < composer->document->sections.count; i++)
        flow_section(&flow, composer->document->sections.items[i]);
    end_page(&flow);
    return flow.out;
}
