#include "report/mapsearch.h"

#include "report/mapmetrics.h"
#include "report/mappolish.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    TRIALS_FIRST = 12000,           /* for each plan */
    TRIALS_LAST = 50000,            /* for the best of them */
    WORK_TRIALS = 80 * 1000 * 1000, /* steps that the trials of a plan may take */
    WORK_DESCENT = 40 * 1000 * 1000,
    WORK_POLISH = 40 * 1000 * 1000,
    FINALISTS = 2,
    THRESHOLD = 1400,
    DESCENTS = 4,
    COST_LINE = 26,   /* each different centre line */
    COST_QUARTER = 5, /* standing on an odd quarter */
    COST_BALANCE = 12,
    COST_EMPTY = 600,     /* a row without cards */
    COST_SIZE = 130,      /* a step of the titles' size */
    COST_UNREADABLE = 500 /* more for a step below what reads well */
};

struct search {
    const struct map_task *task;
    const struct map_plan *plan;
    struct route *route;
    int *row, *offset, *order; /* the state: order[position] = column */
    int *saved, *best;         /* copies of the state */
    int *marks;
    int64_t cost, best_cost;
    uint64_t random;
};

static uint32_t next_random(struct search *s, uint32_t below) {
    s->random = s->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((s->random >> 33) % below);
}

static size_t state_size(const struct search *s) {
    return (size_t)(2 * s->task->cards + s->task->columns) * sizeof(int);
}

/* Width of what a card may move in. */
static int room_of(const struct search *s, int card) {
    int column = s->task->theme_of[card];
    return column < 0 ? s->plan->quarters : s->plan->column_quarters[column];
}

static int span_of(const struct search *s, int card) {
    return s->plan->rows[s->row[card]].span;
}

static bool same_region(const struct search *s, int a, int b) {
    return s->row[a] == s->row[b] && s->task->theme_of[a] == s->task->theme_of[b];
}

static bool fits_at(const struct search *s, int card, int row, int offset, int but) {
    int span = s->plan->rows[row].span;
    if (offset < 0 || offset + span > room_of(s, card))
        return false;
    for (int i = 0; i < s->task->cards; i++)
        if (i != card && i != but && s->row[i] == row &&
            s->task->theme_of[i] == s->task->theme_of[card] && abs(s->offset[i] - offset) < span)
            return false;
    return true;
}

static void column_starts(struct search *s) {
    int at = 0;
    int themed = 0;
    for (int c = 0; c < s->task->columns; c++)
        themed += s->plan->column_quarters[c];
    at = (s->plan->quarters - themed) / 2;
    for (int i = 0; i < s->task->columns; i++) {
        s->route->column_start[s->order[i]] = at;
        at += s->plan->column_quarters[s->order[i]];
    }
}

/* Alignment and balance: few centre lines, rows not leaning to one side. */
static int64_t grid_cost(struct search *s) {
    int64_t cost = 0;
    memset(s->marks, 0, sizeof(int) * (size_t)(2 * s->plan->quarters + 2));
    for (int i = 0; i < s->task->cards; i++) {
        int line = 2 * s->route->at[i] + span_of(s, i);
        cost += s->marks[line] ? 0 : COST_LINE;
        s->marks[line] = 1;
        cost += s->offset[i] % 2 ? COST_QUARTER : 0;
    }
    for (int row = 0; row < s->plan->row_count; row++) {
        int lean = 0, n = 0;
        for (int i = 0; i < s->task->cards; i++) {
            if (s->row[i] != row)
                continue;
            lean += 2 * s->offset[i] + span_of(s, i) - room_of(s, i);
            n++;
        }
        cost += n ? (int64_t)abs(lean) * COST_BALANCE / (2 * n) : COST_EMPTY;
    }
    return cost;
}

static int64_t evaluate(struct search *s) {
    column_starts(s);
    for (int i = 0; i < s->task->cards; i++) {
        int column = s->task->theme_of[i];
        s->route->row[i] = s->row[i];
        s->route->at[i] = s->offset[i] + (column < 0 ? 0 : s->route->column_start[column]);
    }
    return maproute_find(s->route) + grid_cost(s);
}

/* ---- beginning ------------------------------------------------------------------------------ */

/* How many links of the band lie above a card: the deeper, the lower it must stand. */
static void depths(const struct search *s, int *depth) {
    const struct map_card *cards = s->task->model->cards.items;
    memset(depth, 0, sizeof(int) * (size_t)s->task->cards);
    for (int round = 0; round < 4; round++)
        for (int i = 0; i < s->task->links; i++) {
            const struct map_link *l = &s->task->model->links.items[i];
            if (!l->feedback && cards[l->from].band == cards[l->to].band &&
                depth[l->from] <= depth[l->to])
                depth[l->from] = depth[l->to] + 1;
        }
}

/* Cards of a band and a column, the highest first. */
static int region_cards(const struct search *s, int band, int column, const int *depth, int *out) {
    int n = 0;
    for (int i = 0; i < s->task->cards; i++) {
        if (s->task->model->cards.items[i].band != band || s->task->theme_of[i] != column)
            continue;
        int at = n++;
        for (; at > 0 && depth[out[at - 1]] > depth[i]; at--)
            out[at] = out[at - 1];
        out[at] = i;
    }
    return n;
}

static void fill_region(struct search *s, int band, int column, const int *depth, int *cards) {
    int n = region_cards(s, band, column, depth, cards);
    int first = s->plan->first[band], last = s->plan->last[band];
    while (first <= last && s->plan->rows[first].free != (column < 0))
        first++;
    while (last >= first && s->plan->rows[last].free != (column < 0))
        last--;
    int rows = last - first + 1;
    for (int done = 0, row = 0; done < n; row++) {
        int take = (n - done + rows - row - 1) / (rows - row);
        for (int i = 0; i < take; i++) {
            int card = cards[done + i];
            s->row[card] = first + row;
            int room = room_of(s, card), span = s->plan->rows[first + row].span;
            int centre = (2 * i + 1) * room / take; /* twice */
            s->offset[card] = (centre - span) / 2;
            if (i > 0 && s->offset[card] < s->offset[cards[done + i - 1]] + span)
                s->offset[card] = s->offset[cards[done + i - 1]] + span;
        }
        done += take;
    }
}

static struct search *begin(const struct map_task *task, const struct map_plan *plan) {
    struct arena *arena = task->arena;
    struct search *s = arena_alloc(arena, sizeof *s);
    size_t size = (size_t)(2 * task->cards + task->columns) + 1;
    s->task = task;
    s->plan = plan;
    s->route = maproute_new(task, plan);
    s->row = arena_array(arena, size, sizeof(int));
    s->offset = s->row + task->cards;
    s->order = s->offset + task->cards;
    s->saved = arena_array(arena, size, sizeof(int));
    s->best = arena_array(arena, size, sizeof(int));
    s->marks = arena_array(arena, (size_t)plan->quarters * 2 + 2, sizeof(int));
    s->random = 20250901;
    int *depth = arena_array(arena, (size_t)task->cards + 1, sizeof(int));
    int *cards = arena_array(arena, (size_t)task->cards + 1, sizeof(int));
    depths(s, depth);
    for (int i = 0; i < task->columns; i++)
        s->order[i] = i;
    for (int band = 0; band < task->bands; band++)
        for (int column = -1; column < task->columns; column++)
            fill_region(s, band, column, depth, cards);
    s->cost = s->best_cost = evaluate(s);
    memcpy(s->best, s->row, state_size(s));
    return s;
}

/* ---- moves: each returns false if it cannot be made and leaves the state as it was ------------
 */

static bool swap_cards(struct search *s, int a, int b) {
    const struct map_card *cards = s->task->model->cards.items;
    if (a == b || cards[a].band != cards[b].band || s->task->theme_of[a] != s->task->theme_of[b])
        return false;
    int row = s->row[a], offset = s->offset[a];
    s->row[a] = s->row[b];
    s->offset[a] = s->offset[b];
    s->row[b] = row;
    s->offset[b] = offset;
    return true;
}

static bool shift_card(struct search *s, int card, int row, int offset) {
    if (!fits_at(s, card, row, offset, -1))
        return false;
    s->row[card] = row;
    s->offset[card] = offset;
    return true;
}

static bool other_row(struct search *s, int card) {
    int band = s->task->model->cards.items[card].band;
    int first = s->plan->first[band], rows = s->plan->last[band] - first + 1;
    int row = first + (int)next_random(s, (uint32_t)rows);
    if (row == s->row[card] || s->plan->rows[row].free != s->plan->rows[s->row[card]].free)
        return false;
    int places = room_of(s, card) - s->plan->rows[row].span + 1;
    int from = (int)next_random(s, (uint32_t)places);
    for (int i = 0; i < places; i++)
        if (shift_card(s, card, row, (from + i) % places))
            return true;
    return false;
}

static bool mirror_row(struct search *s, int card) {
    for (int i = 0; i < s->task->cards; i++)
        if (same_region(s, i, card) && i != card)
            s->offset[i] = room_of(s, i) - span_of(s, i) - s->offset[i];
    s->offset[card] = room_of(s, card) - span_of(s, card) - s->offset[card];
    return true;
}

static bool shift_row(struct search *s, int card) {
    int by = (int)next_random(s, 5) - 2;
    for (int i = 0; i < s->task->cards; i++)
        if (same_region(s, i, card) &&
            (s->offset[i] + by < 0 || s->offset[i] + by + span_of(s, i) > room_of(s, i)))
            return false;
    int row = s->row[card], column = s->task->theme_of[card];
    for (int i = 0; i < s->task->cards; i++)
        if (s->row[i] == row && s->task->theme_of[i] == column)
            s->offset[i] += by;
    return by != 0;
}

static bool swap_columns(struct search *s) {
    if (s->task->columns < 2)
        return false;
    uint32_t columns = (uint32_t)s->task->columns;
    uint32_t a = next_random(s, columns), b = next_random(s, columns);
    int column = s->order[a];
    s->order[a] = s->order[b];
    s->order[b] = column;
    return a != b;
}

static bool move(struct search *s) {
    uint32_t cards = (uint32_t)s->task->cards;
    int a = (int)next_random(s, cards), b = (int)next_random(s, cards);
    uint32_t kind = next_random(s, 16);
    if (kind < 6)
        return swap_cards(s, a, b);
    if (kind < 11)
        return shift_card(s, a, s->row[a],
                          (int)next_random(s, (uint32_t)(room_of(s, a) - span_of(s, a) + 1)));
    if (kind < 13)
        return other_row(s, a);
    if (kind < 14)
        return mirror_row(s, a);
    return kind < 15 ? shift_row(s, a) : swap_columns(s);
}

/* Takes the state over if it is good enough, else goes back to the saved one. */
static bool settle(struct search *s, int64_t threshold) {
    int64_t cost = evaluate(s);
    if (cost >= s->cost + threshold) {
        memcpy(s->row, s->saved, state_size(s));
        return false;
    }
    s->cost = cost;
    if (cost < s->best_cost) {
        s->best_cost = cost;
        memcpy(s->best, s->row, state_size(s));
    }
    return true;
}

/* So many trials that none of a large map's searches takes long: by what one takes. */
static int affordable(struct search *s, int trials) {
    int64_t before = s->route->work;
    evaluate(s);
    int64_t most = WORK_TRIALS / (s->route->work - before + 1);
    return (int)(most < trials ? most : trials);
}

/* Threshold accepting: what a move may cost falls to nothing with the trials left. */
static void anneal(struct search *s, int trials, int64_t threshold) {
    trials = affordable(s, trials);
    for (int i = 0; i < trials; i++) {
        int64_t left = trials - i;
        memcpy(s->saved, s->row, state_size(s));
        if (move(s))
            settle(s, 1 + threshold * left * left / ((int64_t)trials * trials));
        else
            memcpy(s->row, s->saved, state_size(s));
    }
}

static bool try_places(struct search *s, int card) {
    int band = s->task->model->cards.items[card].band;
    bool better = false;
    for (int row = s->plan->first[band]; row <= s->plan->last[band]; row++) {
        if (s->plan->rows[row].free != (s->task->theme_of[card] < 0))
            continue;
        for (int offset = 0; offset + s->plan->rows[row].span <= room_of(s, card); offset++) {
            memcpy(s->saved, s->row, state_size(s));
            if (shift_card(s, card, row, offset) && settle(s, 0))
                better = true;
        }
    }
    return better;
}

static bool try_swaps(struct search *s, int card) {
    bool better = false;
    for (int other = card + 1; other < s->task->cards; other++) {
        memcpy(s->saved, s->row, state_size(s));
        if (swap_cards(s, card, other) && settle(s, 0))
            better = true;
    }
    return better;
}

static void descend(struct search *s) {
    memcpy(s->row, s->best, state_size(s));
    s->cost = s->best_cost;
    int64_t end = s->route->work + WORK_DESCENT / 100 * s->task->effort;
    for (int round = 0; round < DESCENTS && s->route->work < end; round++) {
        bool better = false;
        for (int card = 0; card < s->task->cards && s->route->work < end; card++) {
            better |= try_places(s, card);
            better |= try_swaps(s, card);
        }
        if (!better)
            break;
    }
}

/* Smaller titles count against a plan. */
int64_t mapsearch_worth(const struct map_task *task, const struct route *route) {
    const struct map_metrics *metrics = mapmetrics_solve(task, route);
    const struct map_look *look = task->look;
    mp step = length_max(look->title_step, 1);
    mp lost = look->title_most - metrics->title_size;
    mp unreadable = length_max(0, look->title_least * 9 / 10 - metrics->title_size);
    return route->cost + (int64_t)(lost / step) * COST_SIZE +
           (int64_t)(unreadable / step) * COST_UNREADABLE;
}

void mapsearch_finish(const struct map_task *task, struct route *route) {
    mappolish_corridors(route, WORK_POLISH / 100 * task->effort);
}

static void restore(struct search *s) {
    memcpy(s->row, s->best, state_size(s));
    s->cost = s->best_cost;
    evaluate(s);
}

/* Tries a plan; long: with the full number of trials, from the best so far. */
static int64_t try_plan(struct search *s, bool full) {
    int trials = (full ? TRIALS_LAST : TRIALS_FIRST) * s->task->effort / 100;
    anneal(s, trials, full ? THRESHOLD / 2 : THRESHOLD);
    descend(s);
    restore(s);
    if (full)
        mapsearch_finish(s->task, s->route);
    return mapsearch_worth(s->task, s->route);
}

struct route *mapsearch_best(const struct map_task *task) {
    struct map_plan *plans = arena_array(task->arena, MAP_PLANS, sizeof *plans);
    struct search *tried[MAP_PLANS];
    int64_t worths[MAP_PLANS];
    int count = mapplan_best(task, plans);
    assert(count > 0);
    for (int i = 0; i < count; i++) {
        struct search *s = begin(task, &plans[i]);
        int64_t w = try_plan(s, false);
        int at = i;
        for (; at > 0 && worths[at - 1] > w; at--) {
            tried[at] = tried[at - 1];
            worths[at] = worths[at - 1];
        }
        tried[at] = s;
        worths[at] = w;
    }
    struct search *best = tried[0];
    int64_t best_worth = INT64_MAX;
    for (int i = 0; i < count && i < (task->effort < 100 ? 1 : FINALISTS); i++) {
        int64_t w = try_plan(tried[i], true);
        if (w < best_worth) {
            best_worth = w;
            best = tried[i];
        }
    }
    return best->route;
}
