#include "report/mapport.h"

#include <stdlib.h>
#include <string.h>

enum { PORTS_MOST = 128, WEIGHT_STRAIGHT = 4096 };

/* Ports next to each other whose places are fixed together. */
struct block {
    int64_t sum, weight;
    int first, last;
};

static void request(struct route *route, int *count, int card, int link, bool arrival, mp wanted) {
    const struct map_look *look = route->task->look;
    mp chip = arrival ? 0 : route->task->chip_width[link];
    struct port_request *r = &route->requests[(*count)++];
    *r = (struct port_request){card, link, arrival, wanted, look->port_pitch / 2};
    if (chip)
        r->half = length_max(r->half, chip / 2 + look->chip_lift / 2);
}

static int collect(struct route *route) {
    int count = 0;
    for (int n = 0; n < route->net_count; n++) {
        const struct net *net = &route->nets[n];
        for (int i = 0; i < net->members; i++) {
            int link = route->member[net->first + i];
            const struct map_link *l = &route->task->model->links.items[link];
            if (net->kind == NET_UP)
                request(route, &count, l->from, link, false,
                        maproute_above(route, n, route->row[l->from]));
            if (net->kind == NET_DOWN)
                request(route, &count, l->to, link, true,
                        maproute_above(route, n, route->row[l->to]));
            if (net->kind == NET_ARCH) {
                request(route, &count, l->from, link, false, maproute_centre(route, l->to));
                request(route, &count, l->to, link, true, maproute_centre(route, l->from));
            }
        }
    }
    return count;
}

/* Puts the requests of each card together; card_first tells where they begin. */
static void bucket(struct route *route, int count) {
    int cards = route->task->cards, *first = route->card_first;
    memset(first, 0, sizeof(int) * (size_t)(cards + 1));
    for (int i = 0; i < count; i++)
        first[route->requests[i].card + 1]++;
    for (int card = 0; card < cards; card++)
        first[card + 1] += first[card];
    for (int i = 0; i < count; i++)
        route->by_card[first[route->requests[i].card]++] = i;
    for (int card = cards; card > 0; card--)
        first[card] = first[card - 1];
    first[0] = 0;
}

/* The requests of one card by where they want to be; ties by link. */
static int of_card(const struct route *route, int card,
                   const struct port_request *out[PORTS_MOST]) {
    int n = 0;
    for (int i = route->card_first[card]; i < route->card_first[card + 1] && n < PORTS_MOST; i++) {
        const struct port_request *r = &route->requests[route->by_card[i]];
        int at = n++;
        for (; at > 0 && out[at - 1]->wanted > r->wanted; at--)
            out[at] = out[at - 1];
        out[at] = r;
    }
    return n;
}

/* Pools neighbours that would come too near (isotonic regression). */
static int pool(const mp *wanted, const int64_t *weight, int n, struct block *blocks) {
    int count = 0;
    for (int i = 0; i < n; i++) {
        blocks[count++] = (struct block){wanted[i] * weight[i], weight[i], i, i};
        while (count > 1) {
            struct block *a = &blocks[count - 2], *b = &blocks[count - 1];
            if (a->sum / a->weight <= b->sum / b->weight)
                break;
            a->sum += b->sum;
            a->weight += b->weight;
            a->last = b->last;
            count--;
        }
    }
    return count;
}

static void settle(struct route *route, const struct port_request *r, mp x) {
    /* What may go straight goes exactly straight. */
    if (abs(x - r->wanted) < route->task->look->near / 3)
        x = r->wanted;
    if (r->arrival)
        route->arrival[r->link] = x;
    else
        route->port[r->link] = x;
}

static void spread(struct route *route, int card, const struct port_request **list, int n) {
    mp inset = route->task->look->port_inset;
    mp low = route->x[card] + inset, high = route->x[card] + route->w[card] - inset;
    mp wanted[PORTS_MOST], offset[PORTS_MOST];
    int64_t weight[PORTS_MOST];
    struct block blocks[PORTS_MOST];
    offset[0] = 0;
    for (int i = 1; i < n; i++)
        offset[i] = offset[i - 1] + list[i - 1]->half + list[i]->half;
    if (offset[n - 1] > high - low) {
        mp total = offset[n - 1];
        for (int i = 1; i < n; i++)
            offset[i] = (mp)((int64_t)offset[i] * (high - low) / total);
    }
    for (int i = 0; i < n; i++) {
        bool straight = list[i]->wanted >= low && list[i]->wanted <= high;
        wanted[i] = length_max(low, length_min(high, list[i]->wanted)) - offset[i];
        weight[i] = straight ? WEIGHT_STRAIGHT : 1;
    }
    int count = pool(wanted, weight, n, blocks);
    for (int b = 0; b < count; b++) {
        mp base = (mp)(blocks[b].sum / blocks[b].weight);
        base = length_max(low, length_min(high - offset[n - 1], base));
        for (int i = blocks[b].first; i <= blocks[b].last; i++)
            settle(route, list[i], base + offset[i]);
    }
}

void mapport_place(struct route *route) {
    const struct port_request *list[PORTS_MOST];
    bucket(route, collect(route));
    for (int card = 0; card < route->task->cards; card++) {
        int n = of_card(route, card, list);
        if (n > 0)
            spread(route, card, list, n);
    }
}
