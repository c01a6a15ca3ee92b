#include "report/maptrack.h"

#include <stdlib.h>

enum { WEIGHT_CONFLICT = 100, ROUNDS = 3 };

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
        route->turn[i * n + i] = 0;
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
    int cost = 0, best = 0, best_at = 0;
    for (int i = 0; i < count; i++) {
        cost += turn[order[i]]; /* nothing for itself */
        if (cost < best) {
            best = cost;
            best_at = i < at ? i + 1 : i;
        }
    }
    for (int i = at; i > best_at; i--)
        order[i] = order[i - 1];
    for (int i = at; i < best_at; i++)
        order[i] = order[i + 1];
    order[best_at] = item;
    return best_at != at;
}

/* Each goes to its best place among those before it, then among all.  Where it is all the same
 * that leaves the last one uppermost. */
static void sort_tracks(struct route *route, int n, bool matters) {
    int *order = route->order;
    for (int i = 0; i < n && !matters; i++)
        order[i] = n - 1 - i;
    for (int i = 0; i < n && matters; i++) {
        order[i] = i;
        insert_best(order, route->turn + (ptrdiff_t)i * n, i + 1, i, i);
    }
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

struct toll maptrack_order(struct route *route, int channel) {
    const int first = route->channel_first[channel];
    const int all = route->channel_first[channel + 1] - first;
    struct track *tracks = route->tracks + first;
    for (int i = 0; i < all; i++)
        add_track(route, route->channel_net[first + i], channel, &tracks[i]);
    const int n = bends_first(tracks, all);
    struct toll toll = {.work = n * n * 4 + 16};
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
