#include "layout/pagefill.h"

#include "layout/balance.h"
#include "layout/tallitem.h"
#include <string.h>

#define BALANCED_LEAST (12 * UNIT_U) /* four lines */

static bool columns_begin(struct pageflow *flow, const struct columns_flow *columns, mp top);
static bool balanced_begins(struct pageflow *flow, const struct balanced_flow *balanced, mp top);

/* Columns are divided where they are alone on the page, or something of them goes on what is left
 * of it: of those side by side a good part, of a text some lines in each. */
static bool divisible(struct pageflow *flow, const struct galley_item *item, mp top, bool alone) {
    const bool balanced = item->kind == GALLEY_BALANCED && !item->as.balanced->whole;
    const bool columns = item->kind == GALLEY_COLUMNS && !item->as.columns->whole;
    if (!balanced && !columns)
        return false;
    if (alone)
        return true;
    if (balanced)
        return balanced_begins(flow, item->as.balanced, top);
    return pageflow_bottom(flow, 0) - top >= pageflow_share(flow, 1, 3) &&
           columns_begin(flow, item->as.columns, top);
}

/* Where a page may end: the last break of each level that still fits, and how far down it is. */
struct breaks_found {
    size_t before[KEEP_LEVELS];
    mp y[KEEP_LEVELS];
};

/* The break that is held the least.  A page that has little on it takes what is only preferred to
 * stay whole; an empty one takes what it can, but never the text of one cell apart. */
static size_t choose_break(const struct breaks_found *found, size_t from, mp least, bool forced,
                           bool nearly_empty) {
    const enum keep most = forced || nearly_empty ? KEEP_SOFT : KEEP_NONE;
    for (int level = KEEP_NONE; level <= (int)most; level++)
        if (found->before[level] > from && found->y[level] >= least)
            return found->before[level];
    for (int level = KEEP_NONE; level <= (forced ? (int)KEEP_FIRM : (int)KEEP_NONE); level++)
        if (found->before[level] > from)
            return found->before[level];
    return from;
}

/* The text of a span goes on beside the next row, which has no room either. */
static bool whole_row(const struct galley_item *item) {
    return item->kind == GALLEY_ROW && item->keep == KEEP_WHOLE;
}

/* The item before which the page must end; `from` itself: nothing fits here, or (columns) it is to
 * be divided.  `forced`: something must be placed, because the page is empty. */
static size_t fill(struct pageflow *flow, const struct galley *galley, size_t from,
                   struct page_spot spot, bool forced) {
    const size_t count = galley->items.count;
    const mp least = flow->geometry.body_top + pageflow_share(flow, 1, 5);
    struct breaks_found found = {.y = {0}};
    mp notes = 0;
    const bool continued = pageflow_goes_on(galley, from);
    mp y = spot.y + pageflow_lead(galley, from);
    size_t i = from;
    for (; i < count; i++) {
        const struct galley_item *item = &galley->items.items[i];
        const mp top = pageflow_top(item, y, i == from && (spot.top || continued));
        notes += item->notes;
        const mp end = pageflow_bottom(flow, notes);
        const mp bottom = spot.bottom ? length_min(spot.bottom, end) : end;
        if (top + item->height > bottom) {
            if (divisible(flow, item, top, forced && i == from))
                return i;
            break;
        }
        y = top + item->height;
        found.before[item->keep] = i + 1;
        found.y[item->keep] = y;
    }
    if (i == count)
        return count;
    const size_t chosen = choose_break(&found, from, least, forced, spot.y < least);
    if (chosen > from || !forced)
        return chosen;
    if (spot.y + pageflow_lead(galley, from) + galley->items.items[from].height >
        flow->geometry.body_bottom) /* also without its notes */
        tallitem_report(flow->composer, flow->section, &galley->items.items[from]);
    else if (i > from && whole_row(&galley->items.items[i - 1]))
        tallitem_report(flow->composer, flow->section, &galley->items.items[from]);
    return i > from ? i : from + 1;
}

/* ---- columns over pages ----------------------------------------------------------------------
 */

static mp range_end(const struct galley *galley, size_t from, size_t to, mp top) {
    mp y = top + (from < to ? pageflow_lead(galley, from) : 0);
    for (size_t i = from; i < to; i++)
        y = pageflow_top(&galley->items.items[i], y, i == from) + galley->items.items[i].height;
    return y;
}

/* What each column takes of the page, so that none reaches down to the notes of all. */
static void fill_columns(struct pageflow *flow, const struct columns_flow *columns,
                         const size_t *next, struct page_spot spot, size_t *ends) {
    for (spot.bottom = pageflow_bottom(flow, 0);;) {
        mp notes = 0;
        mp lowest = spot.y;
        for (size_t i = 0; i < columns->count; i++) {
            const struct galley *galley = columns->galleys[i];
            ends[i] = next[i];
            if (next[i] == galley->items.count)
                continue;
            ends[i] = fill(flow, galley, next[i], spot, false);
            notes += pageflow_notes(galley, next[i], ends[i]);
            lowest = length_max(lowest, range_end(galley, next[i], ends[i], spot.y));
        }
        if (lowest <= pageflow_bottom(flow, notes) || lowest == spot.y)
            return;
        spot.bottom = length_min(spot.bottom - 1, pageflow_bottom(flow, notes));
    }
}

/* Whether the first of any column would stand on the page. */
static bool columns_begin(struct pageflow *flow, const struct columns_flow *columns, mp top) {
    size_t *next = arena_array(flow->composer->arena, columns->count, sizeof *next);
    size_t *ends = arena_array(flow->composer->arena, columns->count, sizeof *ends);
    fill_columns(flow, columns, next, (struct page_spot){0, top, true, 0}, ends);
    bool begun = false;
    for (size_t i = 0; i < columns->count; i++)
        begun |= ends[i] > 0;
    return begun;
}

static bool same_ends(const size_t *a, const size_t *b, size_t count) {
    return count == 0 || memcmp(a, b, count * sizeof *a) == 0;
}

/* Columns that do not fit go on side by side on the next page. */
static void divide_columns(struct pageflow *flow, const struct galley_item *item, mp x) {
    const struct columns_flow *columns = item->as.columns;
    size_t *next = arena_array(flow->composer->arena, columns->count, sizeof *next);
    size_t *ends = arena_array(flow->composer->arena, columns->count, sizeof *ends);
    mp top = pageflow_top(item, flow->y, flow->fresh);
    composer_place(flow->composer, item->anchor, item->title, pageflow_page(flow), top);
    for (bool done = false; !done;) {
        fill_columns(flow, columns, next, (struct page_spot){x, top, true, 0}, ends);
        const bool stuck = flow->fresh && same_ends(next, ends, columns->count);
        done = true;
        mp lowest = flow->y;
        for (size_t i = 0; i < columns->count; i++) {
            const struct galley *galley = columns->galleys[i];
            const struct page_spot spot = {x + columns->xs[i], top, true, 0};
            if (stuck && next[i] < galley->items.count)
                ends[i] = fill(flow, galley, next[i], spot, true);
            mp below = top;
            if (ends[i] > next[i]) {
                pageflow_place(flow, galley, next[i], ends[i], spot, &below);
                flow->fresh = false;
            }
            lowest = length_max(lowest, below);
            next[i] = ends[i];
            done &= ends[i] == galley->items.count;
        }
        flow->y = lowest;
        if (!done) {
            pageflow_new_page(flow);
            top = flow->y;
        }
    }
}

/* The height at which columns of the rest stand above the notes that they bring with them. */
static mp balanced_room(struct pageflow *flow, const struct balanced_flow *balanced, size_t from,
                        mp top) {
    const struct galley *galley = balanced->inner;
    mp room = pageflow_bottom(flow, 0) - top;
    for (;;) {
        size_t end = from;
        for (size_t i = 0; i < balanced->count && end < galley->items.count; i++)
            end = balance_end(galley, end, room);
        const mp left = pageflow_bottom(flow, pageflow_notes(galley, from, end)) - top;
        if (room <= left || room <= 0)
            return room;
        room = length_max(left, room - UNIT_U);
    }
}

/* Whether some lines of each column would stand here, and none would end where it must not. */
static bool balanced_begins(struct pageflow *flow, const struct balanced_flow *balanced, mp top) {
    const mp room = balanced_room(flow, balanced, 0, top);
    bool good = room >= BALANCED_LEAST;
    size_t end = 0;
    for (size_t i = 0; i < balanced->count && end < balanced->inner->items.count; i++) {
        end = balance_end(balanced->inner, end, room);
        good &= balanced->inner->items.items[end - 1].keep == KEEP_NONE;
    }
    return good;
}

/* As much as the page holds, in full columns, and the rest balanced on the next. */
static void divide_balanced(struct pageflow *flow, const struct galley_item *item, mp x) {
    const struct balanced_flow *balanced = item->as.balanced;
    mp top = pageflow_top(item, flow->y, flow->fresh);
    composer_place(flow->composer, item->anchor, item->title, pageflow_page(flow), top);
    for (size_t next = 0; next < balanced->inner->items.count;) {
        const mp room = balanced_room(flow, balanced, next, top);
        const mp height = length_min(balance_height(balanced->inner, next, balanced->count), room);
        next = pageflow_place_balanced(flow, balanced, next, height,
                                       (struct page_spot){x, top, true, 0}, &flow->y);
        flow->fresh = false;
        if (next < balanced->inner->items.count) {
            pageflow_new_page(flow);
            top = flow->y;
        }
    }
}

/* Above a table that goes on stands what it is about, as long as that takes no row its place. */
static void place_title_again(struct pageflow *flow, const struct galley *galley, size_t from) {
    size_t title = from;
    while (title > 0 && galley->items.items[title].kind != GALLEY_TITLE)
        title--;
    const struct galley_item *item = &galley->items.items[title];
    if (!flow->fresh || !pageflow_goes_on(galley, from) || item->kind != GALLEY_TITLE ||
        !item->as.title->again)
        return;
    flow->titles = true;
    if (!flow->titled)
        return;
    const mp x = flow->geometry.margin;
    const mp below = flow->y + item->as.title->again->height + 2 * UNIT_U;
    if (fill(flow, galley, from, (struct page_spot){x, below, true, 0}, false) == from)
        return;
    pageflow_add(flow, galley, item, x, flow->y)->part = PLACED_TITLE_AGAIN;
    flow->y = below;
}

void pagefill(struct pageflow *flow, const struct galley *galley) {
    const mp x = flow->geometry.margin;
    for (size_t i = 0; i < galley->items.count;) {
        place_title_again(flow, galley, i);
        const struct page_spot spot = {x, flow->y, flow->fresh, 0};
        const size_t end = fill(flow, galley, i, spot, flow->fresh);
        if (end > i) {
            pageflow_place(flow, galley, i, end, spot, &flow->y);
            flow->fresh = false;
            i = end;
        }
        if (i == galley->items.count)
            return;
        const struct galley_item *item = &galley->items.items[i];
        const mp top = pageflow_top(item, flow->y, flow->fresh);
        if (top + item->height > pageflow_bottom(flow, item->notes) &&
            divisible(flow, item, top, flow->fresh)) {
            (item->kind == GALLEY_COLUMNS ? divide_columns : divide_balanced)(flow, item, x);
            i++;
        } else {
            pageflow_new_page(flow);
        }
    }
}

bool pagefill_begins(struct pageflow *flow, const struct galley *galley, struct page_spot spot) {
    return fill(flow, galley, 0, spot, false) > 0 ||
           divisible(flow, &galley->items.items[0], spot.y, false);
}
