#include "layout/pageflow.h"

#include "layout/balance.h"
#include "layout/footnote.h"

uint32_t pageflow_page(const struct pageflow *flow) {
    return (uint32_t)(flow->out->pages.count - 1);
}

struct placement *pageflow_add(struct pageflow *flow, const struct galley *galley,
                               const struct galley_item *item, mp x, mp y) {
    struct placement *placement = vec_add(flow->composer->arena, &flow->out->placements);
    *placement = (struct placement){.item = item,
                                    .section = flow->section,
                                    .page = pageflow_page(flow),
                                    .x = x + item->indent,
                                    .y = y,
                                    .width = galley->width - item->indent};
    return placement;
}

mp pageflow_share(const struct pageflow *flow, mp part, mp of) {
    return (flow->geometry.body_bottom - flow->geometry.body_top) * part / of;
}

mp pageflow_bottom(const struct pageflow *flow, mp more) {
    const mp notes = length_min(flow->notes_height + more, pageflow_share(flow, 1, 2));
    return length_min(flow->floor, flow->geometry.body_bottom - footnote_height(notes));
}

/* The page is full: its notes are placed at its foot, and go on at the foot of the next. */
static void end_page(struct pageflow *flow) {
    if (!flow->notes)
        return;
    const mp room = flow->geometry.body_bottom - flow->y - FOOTNOTE_LEAD - FOOTNOTE_ABOVE;
    struct galley *rest = NULL;
    const struct galley *notes = footnote_divide(flow->composer, flow->notes, room, &rest);
    mp y = flow->geometry.body_bottom - footnote_height(footnote_sum(notes)) + FOOTNOTE_LEAD;
    for (size_t i = 0; i < notes->items.count; i++) {
        const struct galley_item *item = &notes->items.items[i];
        y += item->gap;
        composer_place(flow->composer, item->anchor, item->title, pageflow_page(flow), y);
        pageflow_add(flow, notes, item, flow->geometry.margin, y)->first = i == 0;
        y += item->height;
    }
    flow->notes = rest;
    flow->notes_height = footnote_sum(rest);
}

void pageflow_begin_page(struct pageflow *flow) {
    const struct frame_page page = {
        .section = flow->section, .geometry = flow->geometry, .continued = flow->begun};
    vec_push(flow->composer->lasting, &flow->out->pages, page);
    flow->begun = true;
    flow->y = flow->geometry.body_top;
    flow->fresh = true;
}

void pageflow_new_page(struct pageflow *flow) {
    end_page(flow);
    pageflow_begin_page(flow);
}

void pageflow_end(struct pageflow *flow) {
    for (end_page(flow); flow->notes; end_page(flow))
        pageflow_begin_page(flow);
}

/* ---- placing ---------------------------------------------------------------------------------
 */

static void place_whole(struct pageflow *flow, const struct galley *galley, mp x, mp y) {
    mp below = 0;
    pageflow_place(flow, galley, 0, galley->items.count, (struct page_spot){x, y, true, 0}, &below);
}

/* A box has those of what is in it, which is placed by itself. */
static void take_notes(struct pageflow *flow, const struct galley_item *item) {
    if (item->notes == 0 || item->kind == GALLEY_BOX)
        return;
    flow->notes = footnote_collect(flow->composer, flow->notes, item, flow->geometry.text_width);
    flow->notes_height += item->notes;
}

size_t pageflow_place_balanced(struct pageflow *flow, const struct balanced_flow *balanced,
                               size_t from, mp height, struct page_spot spot, mp *end_y) {
    const struct galley *galley = balanced->inner;
    mp lowest = spot.y;
    for (size_t i = 0; i < balanced->count && from < galley->items.count; i++) {
        const size_t end = balance_end(galley, from, height);
        mp below = spot.y;
        pageflow_place(flow, galley, from, end,
                       (struct page_spot){spot.x + balanced->xs[i], spot.y, true, 0}, &below);
        lowest = length_max(lowest, below);
        from = end;
    }
    *end_y = lowest;
    return from;
}

static void place_item(struct pageflow *flow, const struct galley *galley,
                       const struct galley_item *item, mp x, mp y) {
    composer_place(flow->composer, item->anchor, item->title, pageflow_page(flow), y);
    if (item->kind == GALLEY_AT)
        return;
    if (item->kind == GALLEY_COLUMNS) {
        const struct columns_flow *columns = item->as.columns;
        for (size_t i = 0; i < columns->count; i++)
            place_whole(flow, columns->galleys[i], x + columns->xs[i], y);
        return;
    }
    if (item->kind == GALLEY_BALANCED) {
        mp below = 0;
        pageflow_place_balanced(flow, item->as.balanced, 0, item->height,
                                (struct page_spot){x, y, true, 0}, &below);
        return;
    }
    pageflow_add(flow, galley, item, x, y);
    take_notes(flow, item);
    if (item->kind == GALLEY_BOX)
        place_whole(flow, item->as.box->inner, x + item->as.box->inset_x,
                    y + item->as.box->inset_y);
}

bool pageflow_goes_on(const struct galley *galley, size_t from) {
    const struct galley_item *item = &galley->items.items[from];
    return item->kind == GALLEY_ROW && (item->line > 0 || item->part > 0);
}

mp pageflow_lead(const struct galley *galley, size_t from) {
    const struct galley_item *item = &galley->items.items[from];
    return pageflow_goes_on(galley, from) ? table_lead(item->as.table, item->line) : 0;
}

/* Head and name of the group again; returns the y below. */
static mp place_lead(struct pageflow *flow, const struct galley *galley, size_t from, mp x, mp y) {
    const struct galley_item *item = &galley->items.items[from];
    const struct table_flow *table = item->as.table;
    const mp below = y + table_lead(table, item->line);
    if (table->has_head) {
        pageflow_add(flow, galley, item, x, y)->part = PLACED_HEAD_AGAIN;
        y += table->head.height;
    }
    if (below > y)
        pageflow_add(flow, galley, item, x, y)->part = PLACED_GROUP_AGAIN;
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

mp pageflow_top(const struct galley_item *item, mp y, bool top) {
    if (item->kind == GALLEY_AT)
        return length_max(y, item->block->height);
    return top ? y : y + item->gap;
}

void pageflow_place(struct pageflow *flow, const struct galley *galley, size_t from, size_t to,
                    struct page_spot spot, mp *below) {
    mp y = spot.y;
    const bool continued = from < to && pageflow_goes_on(galley, from);
    if (continued)
        y = place_lead(flow, galley, from, spot.x, y);
    size_t last = 0;
    for (size_t i = from; i < to; i++) {
        const struct galley_item *item = &galley->items.items[i];
        const bool first = i == from;
        y = pageflow_top(item, y, first && (spot.top || continued));
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

mp pageflow_notes(const struct galley *galley, size_t from, size_t to) {
    mp notes = 0;
    for (size_t i = from; i < to; i++)
        notes += galley->items.items[i].notes;
    return notes;
}
