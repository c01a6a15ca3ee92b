#include "report/maptrack.h"

#include "report/mapmemo.h"
#include <stdlib.h>
#include <string.h>

enum { WEIGHT_CONFLICT = 100, ROUNDS = 3 };
enum { KNOWN_CHANNELS = 1024 /* a power of two */, KNOWN_TRACKS = 8 };

/* What a channel adds to the route. */
struct toll {
    int length, crossings, conflicts, bends, jogs, levels;
};

/* What became of a channel: trials of a search move a card or two, most channels stay the same. */
struct known_channel {
    uint64_t key; /* of all its tracks; 0: not used yet */
    struct toll toll;
    int8_t level[KNOWN_TRACKS]; /* of those that turn */
};

static void add_below(struct route *route, struct track *track, mp x) {
    route->below[route->below_count++] = x;
    track->count++;
    track->low = length_min(track->low, x);
    track->high = length_max(track->high, x);
}

static void add_track(struct route *route, int n, int channel, struct track *track) {
    const struct net *net = &route->nets[n];
    const struct map_link *links = route->task->model->links.items;
    *track = (struct track){.net = n, .first = route->below_count};
    if (net->kind == NET_ARCH) {
        int link = route->member[net->first];
        track->low = track->high = route->port[link];
        add_below(route, track, route->port[link]);
        add_below(route, track, route->arrival[link]);
        return;
    }
    track->has_above = true;
    track->above = track->low = track->high = maproute_above(route, n, channel);
    if (channel < net->lowest_row)
        add_below(route, track, route->corridor[n * route->plan->row_count + channel]);
    for (int i = 0; i < net->members; i++) {
        int link = route->member[net->first + i];
        if (net->kind == NET_UP && route->row[links[link].from] == channel)
            add_below(route, track, route->port[link]);
        if (net->kind == NET_DOWN && route->row[links[link].to] == channel)
            add_below(route, track, route->arrival[link]);
    }
    track->straight = track->low == track->high;
}

/* The channels in which a net has tracks: from first to last. */
static void channels_of(const struct net *net, int *first, int *last) {
    *first = net->kind == NET_ARCH ? net->upper_row : net->upper_row + 1;
    *last = net->kind == NET_ARCH ? net->upper_row : net->kind == NET_SIDE ? -1 : net->lowest_row;
}

/* The tracks of each channel in the order of their nets. */
static void add_tracks(struct route *route) {
    int rows = route->plan->row_count, *end = route->row_end, first, last;
    route->track_count = route->below_count = 0;
    memset(end, 0, sizeof(int) * (size_t)rows);
    for (int n = 0; n < route->net_count; n++) {
        channels_of(&route->nets[n], &first, &last);
        for (int channel = first; channel <= last; channel++)
            end[channel]++;
    }
    for (int channel = 0; channel < rows; channel++) {
        route->channel_first[channel] = route->track_count;
        route->track_count += end[channel];
        end[channel] = route->channel_first[channel];
    }
    route->channel_first[rows] = route->track_count;
    for (int n = 0; n < route->net_count; n++) {
        channels_of(&route->nets[n], &first, &last);
        for (int channel = first; channel <= last; channel++)
            add_track(route, n, channel, &route->tracks[end[channel]++]);
    }
}

/* What it costs that a lies above b. */
static int over(const mp *below, const struct track *a, const struct track *b, mp near) {
    int cost = b->has_above && b->above > a->low && b->above < a->high;
    for (int i = 0; i < a->count; i++) {
        mp x = below[a->first + i];
        cost += x > b->low && x < b->high;
        if (b->has_above && abs(x - b->above) < near)
            cost += WEIGHT_CONFLICT;
    }
    return cost;
}

/* What pairs cost in route->matrix; in route->turn what it brings to lift an item above another.
 * True if that is anything for any pair. */
static bool fill_matrix(struct route *route, const struct track *tracks, int n) {
    const mp near = route->task->look->near, *below = route->below;
    bool any = false;
    for (int i = 0; i < n; i++) {
        const struct track *a = &tracks[i];
        for (int j = i + 1; j < n; j++) {
            const struct track *b = &tracks[j];
            const bool apart = a->high + near <= b->low || b->high + near <= a->low;
            int first = apart ? 0 : over(below, a, b, near);
            int second = apart ? 0 : over(below, b, a, near);
            route->matrix[i * n + j] = first;
            route->matrix[j * n + i] = second;
            route->turn[i * n + j] = second - first;
            route->turn[j * n + i] = first - second;
            any |= first != second;
        }
    }
    return any;
}

/* Moves `item` from `at` to where it costs least among the others of order[0..count), measured from
 * its cost above all of them; true if that is elsewhere. */
static bool insert_best(int *order, const int *turn, int count, int item, int at) {
    for (int i = at; i + 1 < count; i++)
        order[i] = order[i + 1];
    count--;
    int cost = 0, best = 0, best_at = 0;
    for (int i = 0; i < count; i++) {
        cost += turn[order[i]];
        if (cost < best) {
            best = cost;
            best_at = i + 1;
        }
    }
    for (int i = count; i > best_at; i--)
        order[i] = order[i - 1];
    order[best_at] = item;
    return best_at != at;
}

/* Each goes to its best place among those before it, then among all.  Where it is all the same
 * that leaves the last one uppermost. */
static void sort_tracks(struct route *route, int n, bool matters) {
    int *order = route->order;
    for (int i = 0; i < n && !matters; i++)
        order[i] = n - 1 - i;
    for (int i = 0; i < n && matters; i++)
        insert_best(order, route->turn + (ptrdiff_t)i * n, i + 1, i, i);
    for (int round = 0; round < ROUNDS && matters && n > 2; round++) {
        bool moved = false;
        for (int item = 0; item < n; item++) {
            int at = 0;
            while (order[at] != item)
                at++;
            moved |= insert_best(order, route->turn + (ptrdiff_t)item * n, n, item, at);
        }
        if (!moved)
            break;
    }
}

static void count_pairs(const struct route *route, int n, struct toll *toll) {
    for (int i = 0; i < n; i++) {
        const int *costs = route->matrix + (ptrdiff_t)route->order[i] * n;
        for (int j = i + 1; j < n; j++) {
            int cost = costs[route->order[j]];
            if (cost) {
                toll->conflicts += cost / WEIGHT_CONFLICT;
                toll->crossings += cost % WEIGHT_CONFLICT;
            }
        }
    }
}

/* As high as those above allow. */
static int give_levels(const struct route *route, struct track *tracks, int n) {
    mp margin = route->task->look->jog;
    int levels = 0;
    for (int i = 0; i < n; i++) {
        struct track *t = &tracks[route->order[i]];
        t->level = 0;
        for (int j = 0; j < i; j++) {
            const struct track *u = &tracks[route->order[j]];
            if (u->low - margin < t->high && t->low - margin < u->high && t->level <= u->level)
                t->level = u->level + 1;
        }
        levels = t->level + 1 > levels ? t->level + 1 : levels;
    }
    return levels;
}

static void measure(const struct route *route, const struct track *t, struct toll *toll) {
    mp jog = route->task->look->jog;
    toll->length += t->high - t->low;
    for (int i = 0; i < t->count; i++) {
        mp distance = abs(route->below[t->first + i] - (t->has_above ? t->above : 0));
        if (!t->has_above || distance > 0)
            toll->bends += t->has_above ? 2 : 1;
        if (t->has_above && distance > 0 && distance < jog)
            toll->jogs++;
    }
}

/* Tracks that turn come first, then those that go straight through. */
static int bends_first(struct track *tracks, int n) {
    int turning = 0;
    for (int i = 0; i < n; i++) {
        if (tracks[i].straight)
            continue;
        if (i == turning++)
            continue;
        struct track t = tracks[i];
        tracks[i] = tracks[turning - 1];
        tracks[turning - 1] = t;
    }
    return turning;
}

/* Orders the tracks of a channel, of which the first n turn, and gives them levels. */
static struct toll work_out(struct route *route, struct track *tracks, int n, int all) {
    struct toll toll = {0};
    sort_tracks(route, n, fill_matrix(route, tracks, n));
    count_pairs(route, n, &toll);
    toll.levels = give_levels(route, tracks, n);
    for (int i = 0; i < n; i++)
        measure(route, &tracks[i], &toll);
    for (int s = n; s < all; s++)
        for (int i = 0; i < n; i++)
            toll.crossings += tracks[s].low > tracks[i].low && tracks[s].low < tracks[i].high;
    return toll;
}

static uint64_t key_of(const struct route *route, const struct track *tracks, int n, int all) {
    uint64_t key = mapmemo_key((uint64_t)n, (uint64_t)all);
    for (int i = 0; i < n; i++) {
        const struct track *t = &tracks[i];
        key = mapmemo_key(key, (uint64_t)t->above << 32 | (uint64_t)t->count << 1 | t->has_above);
        for (int k = 0; k < t->count; k++)
            key = mapmemo_key(key, (uint64_t)route->below[t->first + k]);
    }
    for (int i = n; i < all; i++)
        key = mapmemo_key(key, (uint64_t)tracks[i].low);
    return key + (key == 0);
}

/* As work_out(), which is asked only where the channel has not been met before. */
static struct toll look_up(struct route *route, struct track *tracks, int n, int all) {
    uint64_t key = key_of(route, tracks, n, all);
    struct known_channel *known = &route->task->known_channels[key % KNOWN_CHANNELS];
    if (known->key == key) {
        for (int i = 0; i < n; i++)
            tracks[i].level = known->level[i];
        return known->toll;
    }
    known->key = key;
    known->toll = work_out(route, tracks, n, all);
    for (int i = 0; i < n; i++)
        known->level[i] = (int8_t)tracks[i].level;
    return known->toll;
}

static void order_channel(struct route *route, int channel) {
    struct track *tracks = route->tracks + route->channel_first[channel];
    int all = route->channel_first[channel + 1] - route->channel_first[channel];
    int n = bends_first(tracks, all);
    const struct toll toll = n >= 2 && n <= KNOWN_TRACKS ? look_up(route, tracks, n, all)
                                                         : work_out(route, tracks, n, all);
    route->work += (int64_t)n * n * 4 + 16;
    route->levels[channel] = toll.levels;
    route->length += toll.length;
    route->crossings += toll.crossings;
    route->conflicts += toll.conflicts;
    route->bends += toll.bends;
    route->jogs += toll.jogs;
}

struct known_channel *maptrack_known(struct arena *arena) {
    return arena_array(arena, KNOWN_CHANNELS, sizeof(struct known_channel));
}

void maptrack_order(struct route *route) {
    add_tracks(route);
    for (int channel = 0; channel < route->plan->row_count; channel++)
        order_channel(route, channel);
}
