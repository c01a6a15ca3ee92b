#include "report/mapsearch.h"

#include "report/mapmemo.h"
#include "report/mapmetrics.h"
#include "report/mappin.h"
#include "report/mappolish.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    TRIALS_FIRST = 12000,            /* for each plan */
    TRIALS_LAST = 60000,             /* for the best of them */
    WORK_TRIALS = 150 * 1000 * 1000, /* steps that the trials of a plan may take */
    WORK_DESCENT = 40 * 1000 * 1000,
    WORK_POLISH = 40 * 1000 * 1000,
    TRIALS_COLUMNS = 1500, /* for each exchange of columns */
    BETTER = 4,            /* percent */
    FINALISTS = 2,
    THRESHOLD = 1400,
    DESCENTS = 4,
    COST_LINE = 26,   /* each different centre line */
    COST_QUARTER = 5, /* standing on an odd quarter */
    COST_BALANCE = 12,
    COST_EMPTY = 600, /* a row without cards */
    COST_TURNED = 60,
    NEARER = 6,      /* percent that an exchange of columns must bring links nearer */
    LESS_FIT = 6,    /* percent that a plan must be better for each that fits better by itself */
    COST_SIZE = 130, /* a step of the titles' size */
    COST_UNREADABLE = 500 /* more for a step below what reads well */
};

struct search {
    const struct map_task *task;
    const struct map_plan *plan;
    struct route *route;
    struct mapmemo *memo;
    int *row, *offset, *order; /* the state: order[position] = column */
    int *saved, *best;         /* copies of the state */
    int *marks, *line;
    bool pinned;
    int64_t cost, best_cost;
    uint64_t random;
    int rank; /* of the plan by itself, 0: the best */
};

static uint32_t next_random(struct search *s, uint32_t below) {
    s->random = s->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((s->random >> 33) % below);
}

static size_t state_count(const struct search *s) {
    return (size_t)(2 * s->task->cards + s->task->columns);
}

static size_t state_size(const struct search *s) {
    return state_count(s) * sizeof(int);
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

/* Alignment and balance: few centre lines, rows not leaning to one side.  Of the state routed. */
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
        int first = s->route->row_first[row], n = s->route->row_first[row + 1] - first, lean = 0;
        for (int at = first; at < first + n; at++) {
            int card = s->route->row_cards[at];
            lean += 2 * s->offset[card] + span_of(s, card) - room_of(s, card);
        }
        cost += n ? (int64_t)abs(lean) * COST_BALANCE / (2 * n) : COST_EMPTY;
    }
    return cost;
}

/* Pairs that stand the other way round than in the order of the model: small changes of a map
 * move little if everything prefers one order. */
static int64_t order_cost(const struct search *s) {
    const struct map_card *cards = s->task->model->cards.items;
    int64_t cost = 0;
    for (int i = 0; i < s->task->cards; i++)
        for (int j = i + 1; j < s->task->cards && cards[j].band == cards[i].band &&
                            s->task->theme_of[j] == s->task->theme_of[i];
             j++) {
            bool turned =
                s->row[i] == s->row[j] ? s->offset[i] > s->offset[j] : s->row[i] > s->row[j];
            cost += turned ? COST_TURNED : 0;
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
    int64_t cost = maproute_find(s->route);
    cost += grid_cost(s) + order_cost(s);
    if (s->pinned)
        cost += mappin_cost(s->task, s->plan, s->row, s->route->at);
    return cost;
}

/* The same without routes where the state has been judged before: as much work, though none is
 * done, so that what ends a search does not depend on it. */
static int64_t judged(struct search *s) {
    struct mapmemo_entry *entry;
    if (mapmemo_known(s->memo, s->rank, s->row, state_count(s), &entry)) {
        s->route->work += entry->work;
        return entry->cost;
    }
    int64_t before = s->route->work;
    entry->cost = evaluate(s);
    entry->work = s->route->work - before;
    return entry->cost;
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

/* Where the rows of a band for one kind of cards begin and end. */
static void rows_of(const struct search *s, int band, bool free, int *first, int *last) {
    *first = s->plan->first[band];
    *last = s->plan->last[band];
    while (*first <= *last && s->plan->rows[*first].free != free)
        ++*first;
    while (*last >= *first && s->plan->rows[*last].free != free)
        --*last;
}

static int pinned_to(const struct search *s, const int *cards, int n, int row) {
    int count = 0;
    for (int i = 0; i < n; i++)
        count += mappin_row(s->task, s->plan, cards[i]) == row;
    return count;
}

/* Takes the cards of a row out of those left: first the pinned ones, then the highest others, the
 * row's share of them all; gives how many. */
static int take_row(struct search *s, int *cards, int n, int row, int last) {
    int share = (n + last - row) / (last - row + 1), pinned = pinned_to(s, cards, n, row);
    int open = share > pinned ? share - pinned : 0, taken = 0, left = 0;
    int *line = s->line, *rest = line + s->task->cards;
    for (int i = 0; i < n; i++) {
        int pin = mappin_row(s->task, s->plan, cards[i]);
        bool take = pin == row || (pin < 0 && open > 0);
        open -= take && pin < 0;
        if (take)
            line[taken++] = cards[i];
        else
            rest[left++] = cards[i];
    }
    memcpy(cards, line, sizeof(int) * (size_t)taken);
    memcpy(cards + taken, rest, sizeof(int) * (size_t)left);
    return taken;
}

/* Cards with a place come first, in its order. */
static void sort_places(const struct search *s, int *cards, int n) {
    const struct map_card *all = s->task->model->cards.items;
    for (int i = 1; i < n; i++) {
        int card = cards[i], place = all[card].pin_place, at = i;
        for (; at > 0 && place > 0; at--) {
            int before = all[cards[at - 1]].pin_place;
            if (before > 0 && before <= place)
                break;
            cards[at] = cards[at - 1];
        }
        cards[at] = card;
    }
}

static void fill_region(struct search *s, int band, int column, const int *depth, int *cards) {
    int n = region_cards(s, band, column, depth, cards), first, last;
    rows_of(s, band, column < 0, &first, &last);
    for (int row = first; row <= last; row++) {
        int take = take_row(s, cards, n, row, last);
        sort_places(s, cards, take);
        for (int i = 0; i < take; i++) {
            int card = cards[i];
            s->row[card] = row;
            int room = room_of(s, card), span = s->plan->rows[row].span;
            int centre = (2 * i + 1) * room / take; /* twice */
            s->offset[card] = (centre - span) / 2;
            if (i > 0 && s->offset[card] < s->offset[cards[i - 1]] + span)
                s->offset[card] = s->offset[cards[i - 1]] + span;
        }
        cards += take;
        n -= take;
    }
}

/* How far links between columns reach: in quarters, summed. */
static int64_t reach_of(struct search *s) {
    const struct map_task *task = s->task;
    int64_t sum = 0;
    column_starts(s);
    for (int i = 0; i < task->links; i++) {
        const struct map_link *l = &task->model->links.items[i];
        int a = task->theme_of[l->from], b = task->theme_of[l->to];
        if (a < 0 || b < 0)
            continue;
        sum += abs(2 * s->route->column_start[a] + s->plan->column_quarters[a] -
                   2 * s->route->column_start[b] - s->plan->column_quarters[b]);
    }
    return sum;
}

/* The columns in the order of the themes, two of them exchanged only where that brings links much
 * nearer: a swap of columns moves half of the map. */
static void order_columns(struct search *s) {
    int columns = s->task->columns;
    int64_t best = reach_of(s);
    for (int round = 0; round < columns; round++) {
        int64_t least = best - best * NEARER / 100;
        int from = -1, to = -1;
        for (int a = 0; a < columns; a++)
            for (int b = a + 1; b < columns; b++) {
                int column = s->order[a];
                s->order[a] = s->order[b];
                s->order[b] = column;
                int64_t now = reach_of(s);
                if (now < least) {
                    least = now;
                    from = a;
                    to = b;
                }
                s->order[b] = s->order[a];
                s->order[a] = column;
            }
        if (from < 0)
            break;
        int column = s->order[from];
        s->order[from] = s->order[to];
        s->order[to] = column;
        best = least;
    }
}

static struct search *begin(const struct map_task *task, const struct map_plan *plan, int rank,
                            struct mapmemo *memo) {
    struct arena *arena = task->arena;
    struct search *s = arena_alloc(arena, sizeof *s);
    s->task = task;
    size_t size = state_count(s) + 1;
    s->plan = plan;
    s->rank = rank;
    s->memo = memo;
    s->route = maproute_new(task, plan);
    s->row = arena_array(arena, size, sizeof(int));
    s->offset = s->row + task->cards;
    s->order = s->offset + task->cards;
    s->saved = arena_array(arena, size, sizeof(int));
    s->best = arena_array(arena, size, sizeof(int));
    s->marks = arena_array(arena, (size_t)plan->quarters * 2 + 2, sizeof(int));
    s->line = arena_array(arena, 2 * (size_t)task->cards + 2 * size, sizeof(int));
    s->pinned = mappin_any(task);
    s->random = 20250901;
    int *depth = arena_array(arena, (size_t)task->cards + 1, sizeof(int));
    int *cards = arena_array(arena, (size_t)task->cards + 1, sizeof(int));
    depths(s, depth);
    for (int i = 0; i < task->columns; i++)
        s->order[i] = i;
    order_columns(s);
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
    return shift_row(s, a);
}

/* Takes the state over if it is good enough, else goes back to the saved one. */
static bool settle(struct search *s, int64_t threshold) {
    int64_t cost = judged(s);
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
    maproute_place(s->route);
}

static void exchange_columns(struct search *s, int a, int b) {
    int column = s->order[a];
    s->order[a] = s->order[b];
    s->order[b] = column;
}

/* What a short search makes of the state, which becomes its best. */
static int64_t settled(struct search *s) {
    s->cost = s->best_cost = judged(s);
    memcpy(s->best, s->row, state_size(s));
    anneal(s, TRIALS_COLUMNS * s->task->effort / 100, THRESHOLD / 3);
    return s->best_cost;
}

/* Exchanges two columns where the cards, moved a little after it, are much better off. */
static void try_columns(struct search *s) {
    int *start = s->line + 2 * s->task->cards;
    int64_t bound = s->best_cost - s->best_cost * BETTER / 100;
    memcpy(start, s->best, state_size(s));
    int *found = start + 2 * s->task->cards + s->task->columns;
    memcpy(found, start, state_size(s));
    int64_t found_cost = s->best_cost;
    for (int a = 0; a < s->task->columns; a++)
        for (int b = a + 1; b < s->task->columns; b++) {
            memcpy(s->row, start, state_size(s));
            exchange_columns(s, a, b);
            int64_t cost = settled(s);
            if (cost >= bound)
                continue;
            bound = found_cost = cost;
            memcpy(found, s->best, state_size(s));
        }
    memcpy(s->row, found, state_size(s));
    memcpy(s->best, found, state_size(s));
    s->cost = s->best_cost = found_cost;
}

/* Tries a plan; long: with the full number of trials, from the best so far. */
static int64_t try_plan(struct search *s, bool full) {
    int trials = (full ? TRIALS_LAST : TRIALS_FIRST) * s->task->effort / 100;
    if (full)
        try_columns(s);
    anneal(s, trials, full ? THRESHOLD / 2 : THRESHOLD);
    descend(s);
    restore(s);
    if (full)
        mapsearch_finish(s->task, s->route);
    int64_t worth = mapsearch_worth(s->task, s->route);
    return worth + worth * LESS_FIT * s->rank / 100;
}

struct route *mapsearch_best(const struct map_task *task) {
    struct map_plan *plans = arena_array(task->arena, MAP_PLANS, sizeof *plans);
    struct search *tried[MAP_PLANS];
    int64_t worths[MAP_PLANS];
    struct mapmemo *memo = mapmemo_new(task->arena);
    int count = mapplan_best(task, plans);
    assert(count > 0);
    for (int i = 0; i < count; i++) {
        struct search *s = begin(task, &plans[i], i, memo);
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
