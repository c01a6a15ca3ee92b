#include "report/maptrack.h"

#include <stdlib.h>

enum { WEIGHT_CONFLICT = 100, ROUNDS = 3 };

static void add_below(struct route *route, struct track *track, mp x) {
    route->below[route->below_count++] = x;
    track->count++;
    track->low = length_min(track->low, x);
    track->high = length_max(track->high, x);
}

static void add_track(struct route *route, int n, int channel) {
    const struct net *net = &route->nets[n];
    struct track *track = &route->tracks[route->track_count++];
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
        const struct map_link *l = &route->task->model->links.items[link];
        if (net->kind == NET_UP && route->row[l->from] == channel)
            add_below(route, track, route->port[link]);
        if (net->kind == NET_DOWN && route->row[l->to] == channel)
            add_below(route, track, route->arrival[link]);
    }
    track->straight = track->low == track->high;
}

static bool passes(const struct net *net, int channel) {
    if (net->kind == NET_SIDE)
        return false;
    if (net->kind == NET_ARCH)
        return net->upper_row == channel;
    return net->upper_row < channel && channel <= net->lowest_row;
}

/* What it costs that a lies above b. */
static int over(const struct route *route, const struct track *a, const struct track *b, mp near) {
    int cost = 0;
    for (int i = 0; i < a->count; i++) {
        mp x = route->below[a->first + i];
        cost += x > b->low && x < b->high;
        if (b->has_above && abs(x - b->above) < near)
            cost += WEIGHT_CONFLICT;
    }
    if (b->has_above)
        cost += b->above > a->low && b->above < a->high;
    return cost;
}

static void fill_matrix(struct route *route, const struct track *tracks, int n) {
    mp near = route->task->look->near;
    route->work += (int64_t)n * n * 4 + 16;
    for (int i = 0; i < n; i++) {
        const struct track *a = &tracks[i];
        route->matrix[i * n + i] = 0;
        for (int j = i + 1; j < n; j++) {
            const struct track *b = &tracks[j];
            const bool apart = a->high + near <= b->low || b->high + near <= a->low;
            route->matrix[i * n + j] = apart ? 0 : over(route, a, b, near);
            route->matrix[j * n + i] = apart ? 0 : over(route, b, a, near);
        }
    }
}

/* Moves `item` from `at` to where it costs least among the others of order[0..count), measured from
 * its cost above all of them; true if that is elsewhere. */
static bool insert_best(struct route *route, int n, int count, int item, int at) {
    int *order = route->order;
    for (int i = at; i + 1 < count; i++)
        order[i] = order[i + 1];
    count--;
    int cost = 0, best = 0, best_at = 0;
    for (int i = 0; i < count; i++) {
        cost += route->matrix[order[i] * n + item] - route->matrix[item * n + order[i]];
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

static void sort_tracks(struct route *route, int n) {
    for (int i = 0; i < n; i++) {
        route->order[i] = i;
        insert_best(route, n, i + 1, i, i);
    }
    bool moved = true;
    for (int round = 0; round < ROUNDS && moved; round++) {
        moved = false;
        for (int item = 0; item < n; item++) {
            int at = 0;
            while (route->order[at] != item)
                at++;
            moved |= insert_best(route, n, n, item, at);
        }
    }
}

static void count_pairs(struct route *route, int n) {
    for (int i = 0; i < n; i++)
        for (int j = i + 1; j < n; j++) {
            int cost = route->matrix[route->order[i] * n + route->order[j]];
            route->conflicts += cost / WEIGHT_CONFLICT;
            route->crossings += cost % WEIGHT_CONFLICT;
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

static void measure(struct route *route, const struct track *t) {
    mp jog = route->task->look->jog;
    route->length += t->high - t->low;
    for (int i = 0; i < t->count; i++) {
        mp distance = abs(route->below[t->first + i] - (t->has_above ? t->above : 0));
        if (!t->has_above || distance > 0)
            route->bends += t->has_above ? 2 : 1;
        if (t->has_above && distance > 0 && distance < jog)
            route->jogs++;
    }
}

/* Tracks that turn come first, then those that go straight through. */
static int bends_first(struct track *tracks, int n) {
    int turning = 0;
    for (int i = 0; i < n; i++) {
        if (tracks[i].straight)
            continue;
        struct track t = tracks[i];
        tracks[i] = tracks[turning];
        tracks[turning++] = t;
    }
    return turning;
}

static void order_channel(struct route *route, int channel) {
    struct track *tracks = route->tracks + route->channel_first[channel];
    int all = route->track_count - route->channel_first[channel];
    int n = bends_first(tracks, all);
    fill_matrix(route, tracks, n);
    sort_tracks(route, n);
    count_pairs(route, n);
    route->levels[channel] = give_levels(route, tracks, n);
    for (int i = 0; i < n; i++)
        measure(route, &tracks[i]);
    for (int s = n; s < all; s++)
        for (int i = 0; i < n; i++)
            route->crossings += tracks[s].low > tracks[i].low && tracks[s].low < tracks[i].high;
}

void maptrack_order(struct route *route) {
    route->track_count = route->below_count = 0;
    for (int channel = 0; channel < route->plan->row_count; channel++) {
        route->channel_first[channel] = route->track_count;
        for (int n = 0; n < route->net_count; n++)
            if (passes(&route->nets[n], channel))
                add_track(route, n, channel);
        order_channel(route, channel);
    }
    route->channel_first[route->plan->row_count] = route->track_count;
}
