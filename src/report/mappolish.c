#include "report/mappolish.h"

#include "report/mapcorridor.h"
#include <stdlib.h>

enum { ROUNDS = 3 };

/* Another net's corridor is too near. */
static bool taken(const struct route *route, int net, int row, mp x) {
    int rows = route->plan->row_count;
    for (int n = 0; n < route->net_count; n++) {
        const struct net *other = &route->nets[n];
        if (n == net || other->kind > NET_DOWN || other->upper_row >= row ||
            other->lowest_row <= row)
            continue;
        if (abs(route->corridor[n * rows + row] - x) < route->task->look->corridor_pitch)
            return true;
    }
    return false;
}

static bool open_at(struct route *route, int net, int row, mp x) {
    int gaps = mapcorridor_openings(route, row);
    for (int g = 0; g < gaps; g++)
        if (x >= route->gap_low[g] && x <= route->gap_high[g])
            return !taken(route, net, row, x);
    return false;
}

/* Sets the corridors of a net in rows first..last to x if that is better. */
static bool try_at(struct route *route, int net, int first, int last, mp x) {
    mp *corridor = route->corridor + (ptrdiff_t)net * route->plan->row_count;
    enum { MOST = 64 };
    mp old[MOST];
    bool same = true;
    if (last - first >= MOST)
        return false;
    for (int row = first; row <= last; row++) {
        if (!open_at(route, net, row, x))
            return false;
        old[row - first] = corridor[row];
        same = same && corridor[row] == x;
    }
    if (same)
        return false;
    if (route->work >= route->work_end)
        return false;
    int64_t before = route->cost;
    for (int row = first; row <= last; row++)
        corridor[row] = x;
    if (maproute_judge(route) < before)
        return true;
    for (int row = first; row <= last; row++)
        corridor[row] = old[row - first];
    maproute_judge(route);
    return false;
}

static bool try_openings(struct route *route, int net, int first, int last) {
    bool better = false;
    mp pitch = route->task->look->corridor_pitch;
    int gaps = mapcorridor_openings(route, first);
    for (int g = 0; g < gaps; g++) {
        mapcorridor_openings(route, first);
        mp low = route->gap_low[g], high = route->gap_high[g], middle = low + (high - low) / 2;
        better |= try_at(route, net, first, last, middle);
        better |= try_at(route, net, first, last, low);
        better |= try_at(route, net, first, last, high);
        if (high - low > 4 * pitch) {
            better |= try_at(route, net, first, last, low + pitch);
            better |= try_at(route, net, first, last, high - pitch);
        }
    }
    return better;
}

/* Straight on from the card above, or from one of the cards below. */
static bool try_straight(struct route *route, int net, int first, int last) {
    const struct net *n = &route->nets[net];
    bool better = try_at(route, net, first, last, n->upper_x);
    for (int i = 0; i < n->members; i++) {
        int link = route->member[n->first + i];
        maproute_place(route);
        better |= try_at(route, net, first, last,
                         n->kind == NET_UP ? route->port[link] : route->arrival[link]);
    }
    return better;
}

void mappolish_corridors(struct route *route, int64_t work) {
    route->work_end = route->work + work;
    for (int round = 0; round < ROUNDS && route->work < route->work_end; round++) {
        bool better = false;
        for (int net = 0; net < route->net_count && route->work < route->work_end; net++) {
            const struct net *n = &route->nets[net];
            if (n->kind > NET_DOWN)
                continue;
            for (int first = n->upper_row + 1; first < n->lowest_row; first++)
                for (int last = first; last < n->lowest_row; last++) {
                    better |= try_openings(route, net, first, last);
                    better |= try_straight(route, net, first, last);
                }
        }
        if (!better)
            break;
    }
    maproute_place(route);
}
