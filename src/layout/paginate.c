#include "layout/paginate.h"

#include "layout/balance.h"
#include "layout/density.h"
#include "layout/footnote.h"
#include "layout/measures.h"
#include "layout/tallitem.h"
#include <string.h>

#define RUN_ON_GAP     (6 * UNIT_U)
#define BALANCED_LEAST (12 * UNIT_U) /* four lines */

enum { SPREAD_MOST = 4 }; /* pages */

struct flow {
    struct composer *composer;
    struct pagination *out;
    const struct section *section;
    struct page_geometry geometry;
    mp floor;             /* the pages of the section end there, or where the body does */
    mp y;                 /* below what stands on the page */
    bool fresh;           /* nothing stands on the page */
    bool begun;           /* the section stands on an earlier page */
    bool titled;          /* above a table that goes on stands the title again */
    struct galley *notes; /* of the page; NULL: none */
    mp notes_height;      /* without what stands above them */
};

/* A place on the current page. */
struct spot {
    mp x, y;
    bool top;  /* at the top of a page: no gap above the first item */
    mp bottom; /* nothing may reach below; 0: the end of the body */
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

static mp body_part(const struct flow *flow, mp part, mp of) {
    return (flow->geometry.body_bottom - flow->geometry.body_top) * part / of;
}

/* Where the body ends above the notes of the page, with those of what is about to be placed; half a
 * page is the body's. */
static mp body_end(const struct flow *flow, mp more) {
    const mp notes = length_min(flow->notes_height + more, body_part(flow, 1, 2));
    return length_min(flow->floor, flow->geometry.body_bottom - footnote_height(notes));
}

/* The page is full: its notes are placed at its foot, and go on at the foot of the next. */
static void end_page(struct flow *flow) {
    if (!flow->notes)
        return;
    const mp room = flow->geometry.body_bottom - flow->y - FOOTNOTE_LEAD - FOOTNOTE_ABOVE;
    struct galley *rest = NULL;
    const struct galley *notes = footnote_divide(flow->composer, flow->notes, room, &rest);
    mp y = flow->geometry.body_bottom - footnote_height(footnote_sum(notes)) + FOOTNOTE_LEAD;
    for (size_t i = 0; i < notes->items.count; i++) {
        const struct galley_item *item = &notes->items.items[i];
        y += item->gap;
        composer_place(flow->composer, item->anchor, item->title, current_page(flow), y);
        add_placement(flow, notes, item, flow->geometry.margin, y)->first = i == 0;
        y += item->height;
    }
    flow->notes = rest;
    flow->notes_height = footnote_sum(rest);
}

static void begin_page(struct flow *flow) {
    const struct frame_page page = {
        .section = flow->section, .geometry = flow->geometry, .continued = flow->begun};
    vec_push(flow->composer->lasting, &flow->out->pages, page);
    flow->begun = true;
    flow->y = flow->geometry.body_top;
    flow->fresh = true;
}

static void new_page(struct flow *flow) {
    end_page(flow);
    begin_page(flow);
}

/* Nothing goes on below: all notes are placed. */
static void end_pages(struct flow *flow) {
    for (end_page(flow); flow->notes; end_page(flow))
        begin_page(flow);
}

/* ---- placing ---------------------------------------------------------------------------------
 */

static void place_range(struct flow *flow, const struct galley *galley, size_t from, size_t to,
                        struct spot spot, mp *below);

static void place_whole(struct flow *flow, const struct galley *galley, mp x, mp y) {
    mp below = 0;
    place_range(flow, galley, 0, galley->items.count, (struct spot){x, y, true, 0}, &below);
}

/* A box has those of what is in it, which is placed by itself. */
static void take_notes(struct flow *flow, const struct galley_item *item) {
    if (item->notes == 0 || item->kind == GALLEY_BOX)
        return;
    flow->notes = footnote_collect(flow->composer, flow->notes, item, flow->geometry.text_width);
    flow->notes_height += item->notes;
}

/* Columns of the height, as far as the text goes; gives the first item that did not fit, and the
 * lowest end of a column. */
static size_t place_balanced(struct flow *flow, const struct balanced_flow *balanced, size_t from,
                             mp height, struct spot spot, mp *end_y) {
    const struct galley *galley = balanced->inner;
    mp lowest = spot.y;
    for (size_t i = 0; i < balanced->count && from < galley->items.count; i++) {
        const size_t end = balance_end(galley, from, height);
        mp below = spot.y;
        place_range(flow, galley, from, end,
                    (struct spot){spot.x + balanced->xs[i], spot.y, true, 0}, &below);
        lowest = length_max(lowest, below);
        from = end;
    }
    *end_y = lowest;
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
        mp below = 0;
        place_balanced(flow, item->as.balanced, 0, item->height, (struct spot){x, y, true, 0},
                       &below);
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

static bool columns_begin(struct flow *flow, const struct columns_flow *columns, mp top);
static bool balanced_begins(struct flow *flow, const struct balanced_flow *balanced, mp top);

/* Columns are divided where they are alone on the page, or something of them goes on what is left
 * of it: of those side by side a good part, of a text some lines in each. */
static bool divisible(struct flow *flow, const struct galley_item *item, mp top, bool alone) {
    const bool balanced = item->kind == GALLEY_BALANCED && !item->as.balanced->whole;
    const bool columns = item->kind == GALLEY_COLUMNS && !item->as.columns->whole;
    if (!balanced && !columns)
        return false;
    if (alone)
        return true;
    if (balanced)
        return balanced_begins(flow, item->as.balanced, top);
    return body_end(flow, 0) - top >= body_part(flow, 1, 3) &&
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

/* The item before which the page must end; `from` itself: nothing fits here, or (columns) it is to
 * be divided.  `forced`: something must be placed, because the page is empty. */
static size_t fill(struct flow *flow, const struct galley *galley, size_t from, struct spot spot,
                   bool forced) {
    const size_t count = galley->items.count;
    const mp least = flow->geometry.body_top + body_part(flow, 1, 5);
    struct breaks_found found = {.y = {0}};
    mp notes = 0;
    const bool continued = goes_on(galley, from);
    mp y = spot.y + lead_height(galley, from);
    size_t i = from;
    for (; i < count; i++) {
        const struct galley_item *item = &galley->items.items[i];
        const mp top = item_top(item, y, i == from && (spot.top || continued));
        notes += item->notes;
        const mp end = body_end(flow, notes);
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
    if (spot.y + lead_height(galley, from) + galley->items.items[from].height >
        flow->geometry.body_bottom) /* also without its notes */
        tallitem_report(flow->composer, flow->section, &galley->items.items[from]);
    return i > from ? i : from + 1;
}

/* ---- columns over pages ----------------------------------------------------------------------
 */

static mp notes_of(const struct galley *galley, size_t from, size_t to) {
    mp notes = 0;
    for (size_t i = from; i < to; i++)
        notes += galley->items.items[i].notes;
    return notes;
}

static mp range_end(const struct galley *galley, size_t from, size_t to, mp top) {
    mp y = top + (from < to ? lead_height(galley, from) : 0);
    for (size_t i = from; i < to; i++)
        y = item_top(&galley->items.items[i], y, i == from) + galley->items.items[i].height;
    return y;
}

/* What each column takes of the page, so that none reaches down to the notes of all. */
static void fill_columns(struct flow *flow, const struct columns_flow *columns, const size_t *next,
                         struct spot spot, size_t *ends) {
    for (spot.bottom = body_end(flow, 0);;) {
        mp notes = 0;
        mp lowest = spot.y;
        for (size_t i = 0; i < columns->count; i++) {
            const struct galley *galley = columns->galleys[i];
            ends[i] = next[i];
            if (next[i] == galley->items.count)
                continue;
            ends[i] = fill(flow, galley, next[i], spot, false);
            notes += notes_of(galley, next[i], ends[i]);
            lowest = length_max(lowest, range_end(galley, next[i], ends[i], spot.y));
        }
        if (lowest <= body_end(flow, notes) || lowest == spot.y)
            return;
        spot.bottom = length_min(spot.bottom - 1, body_end(flow, notes));
    }
}

/* Whether the first of any column would stand on the page. */
static bool columns_begin(struct flow *flow, const struct columns_flow *columns, mp top) {
    size_t *next = arena_array(flow->composer->arena, columns->count, sizeof *next);
    size_t *ends = arena_array(flow->composer->arena, columns->count, sizeof *ends);
    fill_columns(flow, columns, next, (struct spot){0, top, true, 0}, ends);
    bool begun = false;
    for (size_t i = 0; i < columns->count; i++)
        begun |= ends[i] > 0;
    return begun;
}

static bool same_ends(const size_t *a, const size_t *b, size_t count) {
    return count == 0 || memcmp(a, b, count * sizeof *a) == 0;
}

/* Columns that do not fit go on side by side on the next page. */
static void divide_columns(struct flow *flow, const struct galley_item *item, mp x) {
    const struct columns_flow *columns = item->as.columns;
    size_t *next = arena_array(flow->composer->arena, columns->count, sizeof *next);
    size_t *ends = arena_array(flow->composer->arena, columns->count, sizeof *ends);
    mp top = item_top(item, flow->y, flow->fresh);
    composer_place(flow->composer, item->anchor, item->title, current_page(flow), top);
    for (bool done = false; !done;) {
        fill_columns(flow, columns, next, (struct spot){x, top, true, 0}, ends);
        const bool stuck = flow->fresh && same_ends(next, ends, columns->count);
        done = true;
        mp lowest = flow->y;
        for (size_t i = 0; i < columns->count; i++) {
            const struct galley *galley = columns->galleys[i];
            const struct spot spot = {x + columns->xs[i], top, true, 0};
            if (stuck && next[i] < galley->items.count)
                ends[i] = fill(flow, galley, next[i], spot, true);
            mp below = top;
            if (ends[i] > next[i]) {
                place_range(flow, galley, next[i], ends[i], spot, &below);
                flow->fresh = false;
            }
            lowest = length_max(lowest, below);
            next[i] = ends[i];
            done &= ends[i] == galley->items.count;
        }
        flow->y = lowest;
        if (!done) {
            new_page(flow);
            top = flow->y;
        }
    }
}

/* The height at which columns of the rest stand above the notes that they bring with them. */
static mp balanced_room(struct flow *flow, const struct balanced_flow *balanced, size_t from,
                        mp top) {
    const struct galley *galley = balanced->inner;
    mp room = body_end(flow, 0) - top;
    for (;;) {
        size_t end = from;
        for (size_t i = 0; i < balanced->count && end < galley->items.count; i++)
            end = balance_end(galley, end, room);
        const mp left = body_end(flow, notes_of(galley, from, end)) - top;
        if (room <= left || room <= 0)
            return room;
        room = length_max(left, room - UNIT_U);
    }
}

/* Whether some lines of each column would stand here, and none would end where it must not. */
static bool balanced_begins(struct flow *flow, const struct balanced_flow *balanced, mp top) {
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
static void divide_balanced(struct flow *flow, const struct galley_item *item, mp x) {
    const struct balanced_flow *balanced = item->as.balanced;
    mp top = item_top(item, flow->y, flow->fresh);
    composer_place(flow->composer, item->anchor, item->title, current_page(flow), top);
    for (size_t next = 0; next < balanced->inner->items.count;) {
        const mp room = balanced_room(flow, balanced, next, top);
        const mp height = length_min(balance_height(balanced->inner, next, balanced->count), room);
        next =
            place_balanced(flow, balanced, next, height, (struct spot){x, top, true, 0}, &flow->y);
        flow->fresh = false;
        if (next < balanced->inner->items.count) {
            new_page(flow);
            top = flow->y;
        }
    }
}

/* Above a table that goes on stands what it is about, as long as that takes no row its place. */
static void place_title_again(struct flow *flow, const struct galley *galley, size_t from) {
    size_t title = from;
    while (title > 0 && galley->items.items[title].kind != GALLEY_TITLE)
        title--;
    const struct galley_item *item = &galley->items.items[title];
    if (!flow->titled || !flow->fresh || !goes_on(galley, from) || item->kind != GALLEY_TITLE ||
        !item->as.title->again)
        return;
    const mp x = flow->geometry.margin;
    const mp below = flow->y + item->as.title->again->height + 2 * UNIT_U;
    if (fill(flow, galley, from, (struct spot){x, below, true, 0}, false) == from)
        return;
    add_placement(flow, galley, item, x, flow->y)->part = PLACED_TITLE_AGAIN;
    flow->y = below;
}

static void flow_galley(struct flow *flow, const struct galley *galley) {
    const mp x = flow->geometry.margin;
    for (size_t i = 0; i < galley->items.count;) {
        place_title_again(flow, galley, i);
        const struct spot spot = {x, flow->y, flow->fresh, 0};
        const size_t end = fill(flow, galley, i, spot, flow->fresh);
        if (end > i) {
            place_range(flow, galley, i, end, spot, &flow->y);
            flow->fresh = false;
            i = end;
        }
        if (i == galley->items.count)
            return;
        const struct galley_item *item = &galley->items.items[i];
        const mp top = item_top(item, flow->y, flow->fresh);
        if (top + item->height > body_end(flow, item->notes) &&
            divisible(flow, item, top, flow->fresh)) {
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
    const mp left = body_end(flow, 0) - flow->y;
    return flow->geometry.width == geometry->width &&
           (section->brief || left >= (geometry->body_bottom - geometry->body_top) / 3);
}

static mp room_left(const struct flow *flow) {
    return body_end(flow, 0) - flow->y - RUN_ON_GAP;
}

/* Whether a section that runs on begins on what is left of the page; one that a page of its own
 * would hold is not torn for that, and a brief one never. */
static bool begins_here(struct flow *flow, const struct galley *galley, bool brief) {
    const mp height = galley_height(galley, 0, galley->items.count);
    if (height > room_left(flow) && (brief || height <= flow->composer->body_height))
        return false;
    const struct spot spot = {flow->geometry.margin, flow->y + RUN_ON_GAP, false, 0};
    return fill(flow, galley, 0, spot, false) > 0 ||
           divisible(flow, &galley->items.items[0], spot.y, false);
}

/* Where a section begins. */
struct start {
    const struct section *section;
    struct page_geometry geometry;
    mp floor;                   /* above the end of the body where rows are spread */
    bool on;                    /* on the page of the one before */
    bool titled;                /* it says on later pages what it says on the first */
    const struct section *next; /* that may go on where it ends, or NULL */
};

static struct start start_of(const struct flow *flow, const struct section *section) {
    const struct page_geometry geometry =
        layout_geometry(flow->composer->document->paper, section->orientation);
    return (struct start){.section = section, .geometry = geometry, .floor = geometry.body_bottom};
}

static struct galley *measure(struct composer *composer, const struct start *start,
                              unsigned density) {
    return measures_section(composer, start->section, &start->geometry, density);
}

static void place_section(struct flow *flow, const struct start *start,
                          const struct galley *galley) {
    if (!start->on)
        end_pages(flow);
    flow->section = start->section;
    flow->geometry = start->geometry;
    flow->floor = start->floor;
    flow->begun = start->on;
    flow->titled = start->titled;
    if (start->on)
        flow->y += RUN_ON_GAP;
    else
        begin_page(flow);
    composer_place(flow->composer, start->section->anchor, start->section->name, current_page(flow),
                   flow->y);
    flow_galley(flow, galley);
}

/* Whether, in a flow that nobody sees, a section goes on where the one before it ended. */
static bool joins(struct flow *flow, const struct section *section) {
    if (!section)
        return false;
    /* Its notes are not counted yet; after notes, what is kept was measured without regard to them.
     */
    if (flow->composer->footnotes.count > 0)
        flow->composer->measures = NULL;
    memset(&flow->composer->footnotes, 0, sizeof flow->composer->footnotes);
    flow->composer->footnote_index = NULL;
    const struct start start = start_of(flow, section);
    const struct galley *galley = measure(flow->composer, &start, 0);
    return galley->items.count > 0 && runs_on(flow, section, &start.geometry) &&
           begins_here(flow, galley, section->brief);
}

/* What comes of placing a section. */
struct outcome {
    size_t pages;      /* that it begins */
    bool nearly_empty; /* the last of them, and nothing goes on there */
    bool torn;         /* on the last of them goes on a table */
    bool joined;       /* the next section goes on where it ends */
};

/* Places a section where nobody sees it. */
static struct outcome tried(const struct flow *flow, const struct start *start,
                            const struct galley *galley) {
    struct arena *aside = arena_aside(flow->composer->arena);
    struct composer composer = *flow->composer;
    composer.arena = composer.lasting = aside;
    composer.diags = diags_new(aside);
    composer.anchors = idmap_new(aside);
    memset(&composer.places, 0, sizeof composer.places);
    struct pagination unseen = {.placements = {0}};
    struct flow trial = *flow;
    trial.composer = &composer;
    trial.out = &unseen;
    vec_push(aside, &unseen.pages, ((struct frame_page){.section = start->section}));
    place_section(&trial, start, galley);
    struct outcome outcome = {.pages = unseen.pages.count - 1};
    outcome.joined = start->next && joins(&trial, start->next);
    outcome.nearly_empty = outcome.pages >= (start->on ? 1 : 2) && !outcome.joined &&
                           trial.y - trial.geometry.body_top < body_part(&trial, 1, 3);
    for (size_t i = unseen.placements.count; i > 0 && !outcome.torn; i--)
        outcome.torn = unseen.placements.items[i - 1].page == outcome.pages &&
                       unseen.placements.items[i - 1].part == PLACED_HEAD_AGAIN;
    arena_free(aside);
    return outcome;
}

/* The same section a little closer, if that spares a page that would hold little. */
static const struct galley *spared(const struct flow *flow, const struct start *start,
                                   const struct galley *designed, struct outcome *outcome) {
    struct composer *composer = flow->composer;
    struct diags *diags = composer->diags;
    const size_t most = outcome->pages;
    const struct galley *galley = designed;
    composer->diags = diags_new(composer->arena); /* what is found was found before */
    for (unsigned step = 1; step < DENSITY_STEPS && outcome->pages == most; step++) {
        galley = measure(composer, start, step);
        *outcome = tried(flow, start, galley);
    }
    composer->diags = diags;
    return outcome->pages < most ? galley : designed;
}

/* Rows that would stand nearly alone on the last of a few pages get company: the pages end as early
 * as their number allows. */
static void spread(const struct flow *flow, struct start *start, const struct galley *galley) {
    const struct outcome outcome = tried(flow, start, galley);
    if (start->on || outcome.pages > SPREAD_MOST || !outcome.nearly_empty || !outcome.torn ||
        notes_of(galley, 0, galley->items.count) > 0)
        return;
    mp low = start->geometry.body_top;
    mp high = start->geometry.body_bottom;
    while (high - low > UNIT_U) {
        start->floor = low + (high - low) / 2;
        if (tried(flow, start, galley).pages > outcome.pages)
            low = start->floor;
        else
            high = start->floor;
    }
    start->floor = high;
}

/* How a section of several pages stands on as few of them as it can: how close, and with its title
 * on each if that costs nothing. */
static const struct galley *settled(const struct flow *flow, struct start *start,
                                    const struct galley *designed) {
    const mp room = start->on ? room_left(flow) : flow->composer->body_height;
    if (flow->notes || galley_height(designed, 0, designed->items.count) <= room)
        return designed;
    struct outcome plain = tried(flow, start, designed);
    const struct galley *galley =
        plain.nearly_empty ? spared(flow, start, designed, &plain) : designed;
    start->titled = true;
    const struct outcome titled = tried(flow, start, galley);
    start->titled = titled.pages <= plain.pages && titled.joined == plain.joined;
    if (titled.nearly_empty)
        spread(flow, start, galley);
    return galley;
}

static void flow_section(struct flow *flow, size_t number) {
    const struct document *document = flow->composer->document;
    const struct section *section = document->sections.items[number];
    struct start start = start_of(flow, section);
    if (number + 1 < document->sections.count && document->sections.items[number + 1]->run_on)
        start.next = document->sections.items[number + 1];
    const struct galley *galley = measure(flow->composer, &start, 0);
    if (galley->items.count == 0)
        return;
    start.on = runs_on(flow, section, &start.geometry) && begins_here(flow, galley, section->brief);
    place_section(flow, &start, settled(flow, &start, galley));
}

static struct flow begin(struct composer *composer) {
    return (struct flow){.composer = composer,
                         .out = arena_alloc(composer->lasting, sizeof(struct pagination))};
}

struct pagination *paginate(struct composer *composer) {
    struct flow flow = begin(composer);
    for (size_t i = 0; i < composer->document->sections.count; i++)
        flow_section(&flow, i);
    end_pages(&flow);
    return flow.out;
}

struct pagination *paginate_each(struct composer *composer, paginate_taken_fn *taken, void *user) {
    struct flow flow = begin(composer);
    for (size_t i = 0; i <= composer->document->sections.count; i++) {
        composer->arena = arena_aside(composer->lasting);
        if (i < composer->document->sections.count)
            flow_section(&flow, i);
        else
            end_pages(&flow);
        taken(user, flow.out);
        flow.out->placements.items = NULL;
        flow.out->placements.count = flow.out->placements.capacity = 0;
        arena_free(composer->arena);
        composer->arena = composer->lasting;
    }
    return flow.out;
}
