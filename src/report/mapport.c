#include "report/mapport.h"

#include <stdlib.h>

enum { PORTS_MOST = 128, WEIGHT_STRAIGHT = 4096 };

/* Ports next to each other whose places are fixed together. */
struct block {
    int64_t sum, weight, mean;
    int first, last;
};

/* Into a card's list by where the port wants to be; the first of equal ones stays the first. */
static void request(struct route *route, int card, int link, bool arrival, mp wanted) {
    struct port_request *list = route->requests + route->card_first[card];
    if (route->card_requests[card] == PORTS_MOST)
        return;
    int at = route->card_requests[card]++;
    for (; at > 0 && list[at - 1].wanted > wanted; at--)
        list[at] = list[at - 1];
    mp half = route->task->look->port_pitch / 2;
    mp chip = arrival ? 0 : route->task->chip_width[link];
    if (chip)
        half = length_max(half, chip / 2 + route->task->look->chip_lift / 2);
    list[at] = (struct port_request){link, arrival, wanted, half};
}

/* What the nets of a channel ask for of the cards below it. */
static void collect(struct route *route, int channel) {
    const struct map_link *links = route->task->model->links.items;
    for (int t = route->channel_first[channel]; t < route->channel_first[channel + 1]; t++) {
        int n = route->channel_net[t];
        const struct net *net = &route->nets[n];
        for (int i = 0; i < net->members; i++) {
            int link = route->member[net->first + i];
            int from = links[link].from, to = links[link].to;
            if (net->kind == NET_UP && route->row[from] == channel) {
                request(route, from, link, false, maproute_above(route, n, channel));
            } else if (net->kind == NET_DOWN && route->row[to] == channel) {
                request(route, to, link, true, maproute_above(route, n, channel));
            } else if (net->kind == NET_ARCH) {
                request(route, from, link, false, maproute_centre(route, to));
                request(route, to, link, true, maproute_centre(route, from));
            }
        }
    }
}

/* Pools neighbours that would come too near (isotonic regression). */
static int pool(const mp *wanted, const int64_t *weight, int n, struct block *blocks) {
    int count = 0;
    for (int i = 0; i < n; i++) {
        blocks[count++] = (struct block){wanted[i] * weight[i], weight[i], wanted[i], i, i};
        while (count > 1) {
            struct block *a = &blocks[count - 2], *b = &blocks[count - 1];
            if (a->mean <= b->mean)
                break;
            a->sum += b->sum;
            a->weight += b->weight;
            a->mean = a->sum / a->weight;
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

static void spread(struct route *route, const struct port_request *list, int n, mp low, mp high) {
    mp wanted[PORTS_MOST], offset[PORTS_MOST];
    int64_t weight[PORTS_MOST];
    struct block blocks[PORTS_MOST];
    offset[0] = 0;
    for (int i = 1; i < n; i++)
        offset[i] = offset[i - 1] + list[i - 1].half + list[i].half;
    if (offset[n - 1] > high - low) {
        mp total = offset[n - 1];
        for (int i = 1; i < n; i++)
            offset[i] = (mp)((int64_t)offset[i] * (high - low) / total);
    }
    for (int i = 0; i < n; i++) {
        bool straight = list[i].wanted >= low && list[i].wanted <= high;
        wanted[i] = length_max(low, length_min(high, list[i].wanted)) - offset[i];
        weight[i] = straight ? WEIGHT_STRAIGHT : 1;
    }
    int count = pool(wanted, weight, n, blocks);
    for (int b = 0; b < count; b++) {
        mp base = (mp)blocks[b].mean;
        base = length_max(low, length_min(high - offset[n - 1], base));
        for (int i = blocks[b].first; i <= blocks[b].last; i++)
            settle(route, &list[i], base + offset[i]);
    }
}

void mapport_place(struct route *route, int channel) {
    mp inset = route->task->look->port_inset;
    const int *card = route->row_cards + route->row_first[channel];
    const int *end = route->row_cards + route->row_first[channel + 1];
    for (const int *c = card; c < end; c++)
        route->card_requests[*c] = 0;
    collect(route, channel);
    for (; card < end; card++) {
        const struct port_request *list = route->requests + route->card_first[*card];
        mp low = route->x[*card] + inset, high = route->x[*card] + route->w[*card] - inset;
        int n = route->card_requests[*card];
        if (n == 1) /* nothing to keep clear of */
            settle(route, list, length_max(low, length_min(high, list->wanted)));
        else if (n > 1)
            spread(route, list, n, low, high);
    }
}
