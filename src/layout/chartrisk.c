#include "layout/chartrisk.h"

#include <assert.h>

#define SLOT_INSET_X  MM(0.8)
#define SLOT_INSET_Y  MM(0.9)
#define SLOT_ROWS     2
#define CIRCLE_CLEAR  MM(0.5)
#define PILL_CLEAR    MM(0.7)
#define TIP_GAP       MM(0.15)
#define CIRCLES_MOST  11u /* places for circles in a cell */
#define CIRCLE_COLUMN 4
#define ROUNDS        3

/* What lies in the way costs, in this order. */
enum {
    COST_CIRCLE_ON_PILL = 50000,
    COST_CIRCLE_ON_CIRCLE = 20000,
    COST_PILL = 5000,
    COST_CIRCLE_ON_NUMBER = 3000,
    COST_CIRCLE = 700,
    COST_NUMBER = 100,
    COST_CROSSING = 60,
    COST_BEND = 40
};

/* ---- geometry --------------------------------------------------------------------------------
 */

static int cell_of(int likelihood, int impact) {
    return (impact - 1) * 5 + likelihood - 1;
}

static struct rect cell_rect(const struct chartrisk_grid *grid, int cell) {
    const mp column = cell % 5;
    const mp row = 4 - cell / 5; /* the highest impact on top */
    return (struct rect){grid->x + (grid->cell_width + grid->gap) * column,
                         grid->y + (grid->cell_height + grid->gap) * row, grid->cell_width,
                         grid->cell_height};
}

struct rect chartrisk_cell(const struct chartrisk_grid *grid, int likelihood, int impact) {
    return cell_rect(grid, cell_of(likelihood, impact));
}

static struct rect slot_rect(const struct chartrisk_grid *grid, int cell, unsigned slot) {
    const struct rect all = cell_rect(grid, cell);
    const mp columns = grid->slots == 2 * SLOT_ROWS ? 2 : 1;
    const mp column = (mp)slot % columns;
    const mp row = (mp)slot / columns;
    const mp pitch_x = (all.w - 2 * SLOT_INSET_X) / columns;
    const mp pitch_y = grid->pill_height + MM(1.1);
    return (struct rect){all.x + SLOT_INSET_X + pitch_x * column + (pitch_x - grid->pill_width) / 2,
                         all.y + SLOT_INSET_Y + pitch_y * row, grid->pill_width, grid->pill_height};
}

struct rect chartrisk_number(const struct chartrisk_grid *grid, int cell) {
    const struct rect all = cell_rect(grid, cell);
    return (struct rect){all.x + all.w - MM(4.4), all.y + all.h - MM(3.2), MM(3.6), MM(2.3)};
}

static int64_t side(struct point a, struct point b, mp x, mp y) {
    return (int64_t)(b.x - a.x) * (y - a.y) - (int64_t)(b.y - a.y) * (x - a.x);
}

static bool crosses(struct point a, struct point b, struct point c, struct point d) {
    const int64_t c_side = side(a, b, c.x, c.y);
    const int64_t d_side = side(a, b, d.x, d.y);
    const int64_t a_side = side(c, d, a.x, a.y);
    const int64_t b_side = side(c, d, b.x, b.y);
    return (c_side > 0) != (d_side > 0) && (a_side > 0) != (b_side > 0);
}

static struct rect inflate(struct rect r, mp by) {
    return (struct rect){r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by};
}

static struct rect circle_rect(struct point centre) {
    return (struct rect){centre.x - CHARTRISK_RADIUS, centre.y - CHARTRISK_RADIUS,
                         2 * CHARTRISK_RADIUS, 2 * CHARTRISK_RADIUS};
}

static mp away(mp a, mp b) {
    return a > b ? a - b : b - a;
}

/* ---- pills -----------------------------------------------------------------------------------
 */

static bool rated(int likelihood, int impact) {
    return likelihood >= 1 && likelihood <= 5 && impact >= 1 && impact <= 5;
}

static bool lies_in(const struct chart_risk *risk, int cell) {
    return rated(risk->likelihood, risk->impact) && cell_of(risk->likelihood, risk->impact) == cell;
}

static void add_risk(struct chartrisk *map, const struct chart_risk *risk, int cell,
                     unsigned slot) {
    assert(map->count < CHARTRISK_MOST);
    const int from = rated(risk->inherent_likelihood, risk->inherent_impact)
                         ? cell_of(risk->inherent_likelihood, risk->inherent_impact)
                         : cell;
    map->pills[map->count++] = (struct chartrisk_pill){.risk = risk,
                                                       .cell = cell,
                                                       .slot = slot,
                                                       .rect = slot_rect(&map->grid, cell, slot),
                                                       .above = risk->above,
                                                       .moved = from != cell};
}

/* The risks of a cell: those above appetite have a right to a pill of their own first. */
static void fill_cell(struct chartrisk *map, const struct chart_risk *risks, size_t count,
                      int cell) {
    size_t above = 0;
    size_t all = 0;
    for (size_t i = 0; i < count; i++) {
        all += lies_in(&risks[i], cell);
        above += lies_in(&risks[i], cell) && risks[i].above;
    }
    const unsigned slots = map->grid.slots;
    const size_t shown = all <= slots ? all : slots - 1;
    size_t rooms_above = above < shown ? above : shown;
    size_t rooms = shown - rooms_above;
    struct chartrisk_pill others = {
        .cell = cell, .slot = slots - 1, .rect = slot_rect(&map->grid, cell, slots - 1)};
    unsigned slot = 0;
    for (size_t i = 0; i < count; i++) {
        if (!lies_in(&risks[i], cell))
            continue;
        size_t *left = risks[i].above ? &rooms_above : &rooms;
        if (*left > 0) {
            --*left;
            add_risk(map, &risks[i], cell, slot++);
            continue;
        }
        others.others++;
        others.above |= risks[i].above;
    }
    if (others.others > 0)
        map->pills[map->count++] = others;
}

/* ---- circles and arrows ----------------------------------------------------------------------
 */

/* Three rows of places; the number's corner is left out. */
static struct point circle_place(const struct chartrisk_grid *grid, int cell, unsigned place) {
    const struct rect all = cell_rect(grid, cell);
    const mp column = (mp)(place % CIRCLE_COLUMN);
    const mp row = (mp)(place / CIRCLE_COLUMN);
    const mp pitch_x = (all.w - 2 * SLOT_INSET_X) / CIRCLE_COLUMN;
    const mp pitch_y = (all.h - 2 * SLOT_INSET_Y) / 3;
    return (struct point){all.x + SLOT_INSET_X + pitch_x * column + pitch_x / 2,
                          all.y + SLOT_INSET_Y + pitch_y * row + pitch_y / 2};
}

/* Middles of the pill's four sides, a little away from it. */
static struct point tip_place(struct rect pill, unsigned place) {
    const mp x = pill.x + pill.w / 2;
    const mp y = pill.y + pill.h / 2;
    const struct point places[] = {{pill.x + pill.w + TIP_GAP, y},
                                   {pill.x - TIP_GAP, y},
                                   {x, pill.y - TIP_GAP},
                                   {x, pill.y + pill.h + TIP_GAP}};
    return places[place];
}

static bool way_touches(const struct chartrisk_pill *pill, struct rect rect) {
    if (!pill->bent)
        return chartink_touches(pill->circle, pill->tip, rect);
    return chartink_touches(pill->circle, pill->bend, rect) ||
           chartink_touches(pill->bend, pill->tip, rect);
}

static bool ways_cross(const struct chartrisk_pill *a, const struct chartrisk_pill *b) {
    const struct point way_a[] = {a->circle, a->bent ? a->bend : a->tip, a->tip};
    const struct point way_b[] = {b->circle, b->bent ? b->bend : b->tip, b->tip};
    for (int i = 0; i < 2; i++)
        for (int k = 0; k < 2; k++)
            if (crosses(way_a[i], way_a[i + 1], way_b[k], way_b[k + 1]))
                return true;
    return false;
}

/* Length in hundredths of a millimetre, by the sides. */
static int64_t length_cost(const struct chartrisk_pill *p) {
    int64_t length = away(p->circle.x, p->tip.x) + away(p->circle.y, p->tip.y);
    if (p->bent)
        length = away(p->circle.x, p->bend.x) + away(p->circle.y, p->bend.y) +
                 away(p->bend.x, p->tip.x) + away(p->bend.y, p->tip.y);
    return length / (MM(1) / 10);
}

/* What the place of the i-th risk's circle costs. */
static int64_t circle_cost(const struct chartrisk *map, size_t i) {
    const struct rect circle = circle_rect(map->pills[i].circle);
    const struct rect clear = inflate(circle, CIRCLE_CLEAR);
    int64_t cost = 0;
    for (size_t k = 0; k < map->count; k++) {
        const struct chartrisk_pill *other = &map->pills[k];
        cost +=
            chartink_overlap(inflate(other->rect, CIRCLE_CLEAR), circle) ? COST_CIRCLE_ON_PILL : 0;
        if (k == i || !other->moved)
            continue;
        cost += chartink_overlap(circle_rect(other->circle), clear) ? COST_CIRCLE_ON_CIRCLE : 0;
        cost += way_touches(other, clear) ? COST_CIRCLE : 0;
    }
    const int cell =
        cell_of(map->pills[i].risk->inherent_likelihood, map->pills[i].risk->inherent_impact);
    const struct rect number = inflate(chartrisk_number(&map->grid, cell), CIRCLE_CLEAR);
    return cost + (chartink_overlap(number, circle) ? COST_CIRCLE_ON_NUMBER : 0);
}

/* What the way of its arrow costs; no more is asked once that reaches the limit. */
static int64_t way_cost(const struct chartrisk *map, size_t i, int64_t limit) {
    const struct chartrisk_pill *pill = &map->pills[i];
    int64_t cost = length_cost(pill) + (pill->bent ? COST_BEND : 0);
    for (size_t k = 0; k < map->count && cost < limit; k++) {
        const struct chartrisk_pill *other = &map->pills[k];
        if (way_touches(pill, k == i ? other->rect : inflate(other->rect, PILL_CLEAR)))
            cost += COST_PILL;
        if (k == i || !other->moved)
            continue;
        if (way_touches(pill, inflate(circle_rect(other->circle), CIRCLE_CLEAR)))
            cost += COST_CIRCLE;
        cost += ways_cross(pill, other) ? COST_CROSSING : 0;
    }
    for (int cell = 0; cell < 25 && cost < limit; cell++)
        if (way_touches(pill, inflate(chartrisk_number(&map->grid, cell), MM(0.3))))
            cost += COST_NUMBER;
    return cost;
}

/* The bend lies across the middle of the way; place 0 has none. */
static void set_bend(struct chartrisk_pill *pill, unsigned place) {
    static const int across[] = {0, 15, -15, 30, -30, 50, -50};
    const struct point middle = {(pill->circle.x + pill->tip.x) / 2,
                                 (pill->circle.y + pill->tip.y) / 2};
    pill->bent = place > 0;
    pill->bend = (struct point){
        middle.x - (mp)((int64_t)(pill->tip.y - pill->circle.y) * across[place] / 100),
        middle.y + (mp)((int64_t)(pill->tip.x - pill->circle.x) * across[place] / 100)};
}

static bool inside_grid(const struct chartrisk_grid *grid, struct point at) {
    const struct rect low = cell_rect(grid, 20);
    const struct rect high = cell_rect(grid, 4);
    return at.x >= low.x && at.y >= low.y && at.x <= high.x + high.w && at.y <= high.y + high.h;
}

/* Tries all tips and the first so many bends for a circle that costs `circle`. */
static void try_ways(struct chartrisk *map, size_t i, unsigned bends, int64_t circle, int64_t *best,
                     struct chartrisk_pill *kept) {
    struct chartrisk_pill *pill = &map->pills[i];
    for (unsigned way = 0; way < 4 * bends; way++) {
        pill->tip = tip_place(pill->rect, way % 4);
        set_bend(pill, way / 4);
        if (pill->bent && !inside_grid(&map->grid, pill->bend))
            continue;
        const int64_t cost = circle + way_cost(map, i, *best - circle);
        if (cost >= *best)
            continue;
        *best = cost;
        *kept = *pill;
    }
}

/* Tries all places of the i-th circle with the ways from there. */
static void try_places(struct chartrisk *map, size_t i, unsigned bends, int64_t *best) {
    struct chartrisk_pill *pill = &map->pills[i];
    const int cell = cell_of(pill->risk->inherent_likelihood, pill->risk->inherent_impact);
    struct chartrisk_pill kept = *pill;
    for (unsigned place = 0; place < CIRCLES_MOST; place++) {
        pill->circle = circle_place(&map->grid, cell, place);
        const int64_t circle = circle_cost(map, i);
        if (circle < *best)
            try_ways(map, i, bends, circle, best, &kept);
    }
    *pill = kept;
}

/* Bends are looked at only where no straight way is clear of pills and circles. */
static void improve(struct chartrisk *map, size_t i) {
    int64_t best = INT64_MAX;
    try_places(map, i, 1, &best);
    if (best >= COST_CIRCLE)
        try_places(map, i, 7, &best);
}

static int64_t whole_cost(const struct chartrisk *map, int64_t limit) {
    int64_t cost = 0;
    for (size_t i = 0; i < map->count && cost < limit; i++)
        if (map->pills[i].moved)
            cost += circle_cost(map, i) + way_cost(map, i, limit);
    return cost;
}

/* Tips go with their pills. */
static void move_pill(struct chartrisk *map, size_t i, unsigned slot) {
    struct chartrisk_pill *pill = &map->pills[i];
    const struct rect before = pill->rect;
    pill->slot = slot;
    pill->rect = slot_rect(&map->grid, pill->cell, slot);
    pill->tip.x += pill->rect.x - before.x;
    pill->tip.y += pill->rect.y - before.y;
}

/* Slots taken as bits, the lowest first: the order of the risks stays. */
static void take_slots(struct chartrisk *map, size_t first, size_t count, unsigned taken) {
    unsigned slot = 0;
    for (size_t i = 0; i < count; i++) {
        while (!(taken & 1u << slot))
            slot++;
        move_pill(map, first + i, slot++);
    }
}

static size_t bits(unsigned taken) {
    size_t count = 0;
    for (; taken; taken &= taken - 1)
        count++;
    return count;
}

/* A cell that is not full may have its pills in other slots. */
static void improve_cell(struct chartrisk *map, size_t first, size_t count) {
    if (count >= map->grid.slots)
        return;
    int64_t best = whole_cost(map, INT64_MAX);
    struct chartrisk_pill kept[4];
    for (size_t i = 0; i < count; i++)
        kept[i] = map->pills[first + i];
    for (unsigned taken = 1; taken < 1u << map->grid.slots; taken++) {
        if (bits(taken) != count)
            continue;
        take_slots(map, first, count, taken);
        const int64_t cost = whole_cost(map, best);
        if (cost >= best)
            continue;
        best = cost;
        for (size_t i = 0; i < count; i++)
            kept[i] = map->pills[first + i];
    }
    for (size_t i = 0; i < count; i++)
        map->pills[first + i] = kept[i];
}

static void improve_cells(struct chartrisk *map) {
    for (size_t first = 0; first < map->count;) {
        size_t count = 1;
        while (first + count < map->count &&
               map->pills[first + count].cell == map->pills[first].cell)
            count++;
        improve_cell(map, first, count);
        first += count;
    }
}

void chartrisk_place(struct chartrisk *map, const struct chart_risk *risks, size_t count) {
    map->count = 0;
    for (int cell = 0; cell < 25; cell++)
        fill_cell(map, risks, count, cell);
    for (size_t i = 0; i < map->count; i++) {
        struct chartrisk_pill *pill = &map->pills[i];
        if (!pill->moved)
            continue;
        const int cell = cell_of(pill->risk->inherent_likelihood, pill->risk->inherent_impact);
        pill->circle = circle_place(&map->grid, cell, (unsigned)i % CIRCLES_MOST);
        pill->tip = tip_place(pill->rect, 0);
    }
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < map->count; i++)
            if (map->pills[i].moved)
                improve(map, i);
        if (round + 1 < ROUNDS)
            improve_cells(map);
    }
}
