#include "report/mapcorridor.h"

#include "report/mapmemo.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { CANDIDATES = 10, PENALTY_CROWDED = 400, ENDS = 4, LANES = 64 };
enum { KNOWN_WAYS = 2048 /* a power of two */, KNOWN_ROWS = 6 };

/* What became of a net: trials of a search move a card or two, most ways stay as they were. */
struct known_way {
    uint64_t key; /* of all that it depends on; 0: not used yet */
    int work, crowded;
    mp x[KNOWN_ROWS];
};

struct candidate {
    mp x;
    int64_t cost; /* best sum from the top to here */
    int from;     /* candidate of the row above */
    bool crowded;
};

struct lane {
    struct candidate candidates[CANDIDATES];
    int count;
};

/* A net on its way down: where it begins, and where it would best go on to. */
struct way {
    const struct net *net;
    mp from, mean; /* centre of all cards below */
    mp ends[ENDS]; /* its beginning, then the first cards below */
    int count;
};

/* The openings of a row: between its cards and at both ends. */
int mapcorridor_openings(struct route *route, int row) {
    const struct map_look *look = route->task->look;
    mp left = look->drawing.x + look->label_width + look->corridor_clear;
    mp end = look->drawing.x + look->drawing.w - look->corridor_clear;
    int count = 0;
    for (int i = route->row_first[row]; i <= route->row_first[row + 1]; i++) {
        bool last = i == route->row_first[row + 1];
        int card = last ? -1 : route->row_cards[i];
        mp right = last ? end : route->x[card] - look->corridor_clear;
        if (right >= left) {
            route->gap_low[count] = left;
            route->gap_high[count++] = right;
        }
        if (!last)
            left = route->x[card] + route->w[card] + look->corridor_clear;
    }
    /* A row that is full from edge to edge is passed at its end. */
    if (count == 0) {
        route->gap_low[0] = route->gap_high[0] = end;
        count = 1;
    }
    return count;
}

/* Corridors of other nets that matter in an opening, into route->near_used. */
static int used_in(const struct route *route, int row, mp low, mp high) {
    const mp *used = route->used + (ptrdiff_t)row * route->task->links;
    mp pitch = route->task->look->corridor_pitch;
    int count = 0;
    for (int i = 0; i < route->used_first[row]; i++)
        if (used[i] > low - pitch && used[i] < high + pitch)
            route->near_used[count++] = used[i];
    return count;
}

static bool taken(const struct route *route, int count, mp x) {
    for (int i = 0; i < count; i++)
        if (abs(route->near_used[i] - x) < route->task->look->corridor_pitch)
            return true;
    return false;
}

/* The free place nearest to x, which is taken; x itself if there is none. */
static mp beside(struct route *route, int count, mp low, mp high, mp x, bool *crowded) {
    mp pitch = route->task->look->corridor_pitch;
    mp best = x, distance = INT32_MAX;
    route->work += (int64_t)count * count;
    for (int i = 0; i < count * 2; i++) {
        mp at = route->near_used[i / 2] + (i % 2 ? pitch : -pitch);
        if (at < low || at > high || abs(at - x) >= distance || taken(route, count, at))
            continue;
        distance = abs(at - x);
        best = at;
        *crowded = false;
    }
    return best;
}

/* The free place nearest to x in an opening; x itself, crowded, if there is none. */
static inline mp nearest_free(struct route *route, int count, mp low, mp high, mp x,
                              bool *crowded) {
    route->work += count + 4;
    x = length_max(low, length_min(high, x));
    *crowded = count > 0 && taken(route, count, x);
    return *crowded ? beside(route, count, low, high, x, crowded) : x;
}

/* Keeps the candidates nearest to the straight ways. */
static void offer(struct lane *lane, mp x, bool crowded, mp a, mp b) {
    for (int i = 0; i < lane->count; i++)
        if (lane->candidates[i].x == x)
            return;
    int64_t worth = (int64_t)abs(x - a) + abs(x - b) + (crowded ? MM(20) : 0);
    int at = lane->count;
    if (lane->count == CANDIDATES) {
        at = 0;
        for (int i = 1; i < CANDIDATES; i++)
            if (lane->candidates[i].cost > lane->candidates[at].cost)
                at = i;
        if (lane->candidates[at].cost <= worth)
            return;
    } else {
        lane->count++;
    }
    lane->candidates[at] = (struct candidate){.x = x, .cost = worth, .crowded = crowded};
}

static int lower_card(const struct route *route, const struct net *net, int i) {
    const struct map_link *l = &route->task->model->links.items[route->member[net->first + i]];
    return net->kind == NET_UP ? l->from : l->to;
}

static struct way way_of(const struct route *route, const struct net *net) {
    struct way way = {.net = net, .from = net->upper_x, .ends = {net->upper_x}, .count = 1};
    int64_t sum = 0;
    for (int i = 0; i < net->members; i++) {
        mp centre = maproute_centre(route, lower_card(route, net, i));
        sum += centre;
        if (way.count < ENDS)
            way.ends[way.count++] = centre;
    }
    way.mean = (mp)(sum / net->members);
    return way;
}

/* Offers the good places of one opening. */
static void propose_in(struct route *route, const struct way *way, int row,
                       const struct lane *above, struct rect opening, struct lane *lane) {
    mp low = opening.x, high = opening.x + opening.w;
    int count = used_in(route, row, low, high);
    bool crowded;
    for (int i = 0; i < way->count; i++) {
        mp x = nearest_free(route, count, low, high, way->ends[i], &crowded);
        offer(lane, x, crowded, way->from, way->mean);
    }
    for (int i = 0; above && i < above->count && i < 4; i++) {
        mp wanted = above->candidates[i].x;
        if (wanted < low || wanted > high)
            continue;
        mp x = nearest_free(route, count, low, high, wanted, &crowded);
        offer(lane, x, crowded, way->from, way->mean);
    }
}

/* How far an opening lies from the stretch between a and b. */
static mp off_way(mp low, mp high, mp a, mp b) {
    mp left = length_min(a, b), right = length_max(a, b);
    return low > right ? low - right : high < left ? left - high : 0;
}

static void propose(struct route *route, const struct way *way, int row, const struct lane *above,
                    struct lane *lane) {
    int gaps = mapcorridor_openings(route, row);
    mp nearest = INT32_MAX;
    lane->count = 0;
    for (int g = 0; g < gaps; g++)
        nearest = length_min(nearest,
                             off_way(route->gap_low[g], route->gap_high[g], way->from, way->mean));
    for (int g = 0; g < gaps; g++) {
        mp low = route->gap_low[g], high = route->gap_high[g];
        if (off_way(low, high, way->from, way->mean) - nearest > route->task->look->far)
            continue;
        propose_in(route, way, row, above, (struct rect){low, 0, high - low, 0}, lane);
    }
}

/* Cost of a sideways step, in hundredths as in maproute.c. */
static int64_t step(const struct route *route, mp a, mp b) {
    mp distance = abs(a - b);
    if (distance == 0)
        return 0;
    int64_t cost = 100 + (int64_t)distance * 100 / route->task->look->thirty;
    return distance < route->task->look->jog ? cost + 150 : cost;
}

/* Where cards of a row can be reached that a net ends at, into route->join_low and join_high. */
static int joins_of(const struct route *route, const struct net *net, int row) {
    mp inset = route->task->look->port_inset;
    int count = 0;
    for (int i = 0; i < net->members; i++) {
        int card = lower_card(route, net, i);
        if (route->row[card] != row)
            continue;
        route->join_low[count] = route->x[card] + inset;
        route->join_high[count++] = route->x[card] + route->w[card] - inset;
    }
    return count;
}

/* From a corridor's lower end to the cards of the row below it. */
static int64_t join(const struct route *route, int joins, mp x) {
    int64_t cost = 0;
    for (int i = 0; i < joins; i++)
        cost += step(route, x, length_max(route->join_low[i], length_min(route->join_high[i], x)));
    return cost;
}

static void relax(const struct route *route, const struct way *way, int row,
                  const struct lane *above, struct lane *lane) {
    int joins = joins_of(route, way->net, row + 1);
    for (int i = 0; i < lane->count; i++) {
        struct candidate *c = &lane->candidates[i];
        int64_t best = INT64_MAX;
        c->from = 0;
        for (int j = 0; j < (above ? above->count : 1); j++) {
            int64_t cost =
                above ? above->candidates[j].cost + step(route, above->candidates[j].x, c->x)
                      : step(route, way->from, c->x);
            if (cost < best) {
                best = cost;
                c->from = j;
            }
        }
        c->cost = best + join(route, joins, c->x) + (c->crowded ? PENALTY_CROWDED : 0);
    }
}

/* The way of least cost through so many rows, into route->corridor. */
static void find_way(struct route *route, int n, int count, mp *corridor) {
    struct lane lanes[LANES];
    const struct net *net = &route->nets[n];
    const struct way way = way_of(route, net);
    int first = net->upper_row + 1;
    assert(count > 0);
    for (int i = 0; i < count; i++) {
        const struct lane *above = i ? &lanes[i - 1] : NULL;
        propose(route, &way, first + i, above, &lanes[i]);
        relax(route, &way, first + i, above, &lanes[i]);
        assert(lanes[i].count > 0);
    }
    int best = 0;
    const struct lane *last = &lanes[count - 1];
    for (int i = 1; i < last->count; i++)
        if (last->candidates[i].cost < last->candidates[best].cost)
            best = i;
    for (int i = count - 1; i >= 0; i--) {
        assert(best < lanes[i].count);
        const struct candidate *c = &lanes[i].candidates[best];
        corridor[i] = c->x;
        route->crowded += c->crowded;
        best = c->from;
    }
}

/* Of all that a net's way depends on: its cards, what the rows leave open and what is used of it.
 */
static uint64_t key_of(const struct route *route, const struct net *net) {
    uint64_t key = mapmemo_key((uint64_t)net->upper_x, (uint64_t)net->members);
    for (int row = net->upper_row + 1; row < net->lowest_row; row++)
        key = mapmemo_key(key, route->row_key[row]);
    for (int i = 0; i < net->members; i++) {
        int card = lower_card(route, net, i);
        key = mapmemo_key(key, (uint64_t)route->x[card] << 32 | (uint64_t)route->w[card]);
        key = mapmemo_key(key, (uint64_t)(route->row[card] - net->upper_row));
    }
    return key + (key == 0);
}

static void choose(struct route *route, int n) {
    const struct net *net = &route->nets[n];
    int first = net->upper_row + 1, count = net->lowest_row - first;
    mp *corridor = route->corridor + (ptrdiff_t)n * route->plan->row_count + first;
    uint64_t key = key_of(route, net);
    struct known_way *known = &route->task->known_ways[key % KNOWN_WAYS];
    if (known->key == key && count <= KNOWN_ROWS) {
        memcpy(corridor, known->x, sizeof(mp) * (size_t)count);
        route->work += known->work;
        route->crowded += known->crowded;
    } else {
        int64_t work = route->work;
        int crowded = route->crowded;
        find_way(route, n, count, corridor);
        if (count <= KNOWN_ROWS) {
            *known =
                (struct known_way){key, (int)(route->work - work), route->crowded - crowded, {0}};
            memcpy(known->x, corridor, sizeof(mp) * (size_t)count);
        }
    }
    for (int i = count - 1; i >= 0; i--) {
        int row = first + i;
        route->used[row * route->task->links + route->used_first[row]++] = corridor[i];
        route->row_key[row] = mapmemo_key(route->row_key[row], (uint64_t)corridor[i]);
    }
}

struct known_way *mapcorridor_known(struct arena *arena) {
    return arena_array(arena, KNOWN_WAYS, sizeof(struct known_way));
}

static int passed_by(const struct net *net) {
    return net->kind <= NET_DOWN ? net->lowest_row - net->upper_row - 1 : 0;
}

/* The nets that pass rows into route->order; those that pass the fewest have the least choice and
 * come first. */
static int sort_nets(struct route *route) {
    int count = 0;
    for (int n = 0; n < route->net_count; n++) {
        int passed = passed_by(&route->nets[n]);
        if (passed < 1 || passed > LANES)
            continue;
        int at = count++;
        for (; at > 0 && passed_by(&route->nets[route->order[at - 1]]) > passed; at--)
            route->order[at] = route->order[at - 1];
        route->order[at] = n;
    }
    return count;
}

void mapcorridor_choose(struct route *route) {
    int rows = route->plan->row_count;
    for (int row = 0; row < rows; row++) {
        uint64_t key = (uint64_t)route->row_width[row];
        for (int i = route->row_first[row]; i < route->row_first[row + 1]; i++)
            key = mapmemo_key(key, (uint64_t)route->x[route->row_cards[i]]);
        route->row_key[row] = key;
        route->used_first[row] = 0;
    }
    for (int i = 0, n = sort_nets(route); i < n; i++)
        choose(route, route->order[i]);
}
