#include "report/mapchannel.h"

#include "report/mapmemo.h"
#include "report/mapport.h"
#include "report/maptrack.h"
#include <assert.h>
#include <string.h>

enum { KNOWN_CHANNELS = 2048 /* a power of two */ };

struct known_channel {
    uint64_t key; /* of all that it depends on; 0: not used yet */
    struct toll toll;
};

struct known_channel *mapchannel_known(struct arena *arena) {
    return arena_array(arena, KNOWN_CHANNELS, sizeof(struct known_channel));
}

/* The channels that a net comes through: from first to last. */
static void channels_of(const struct net *net, int *first, int *last) {
    *first = net->kind == NET_ARCH ? net->upper_row : net->upper_row + 1;
    *last = net->kind == NET_ARCH ? net->upper_row : net->kind == NET_SIDE ? -1 : net->lowest_row;
}

void mapchannel_list(struct route *route) {
    int rows = route->plan->row_count, *end = route->row_end, first, last;
    route->track_count = 0;
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
            route->channel_net[end[channel]++] = n;
    }
}

static uint64_t with_card(const struct route *route, uint64_t key, int link, int card) {
    return mapmemo_key(key, (uint64_t)(link + 1) << 32 | (uint32_t)route->x[card]);
}

/* Of all that a channel depends on: where its nets come in and go on, and the cards they end at. */
static uint64_t key_of(const struct route *route, int channel) {
    const struct map_link *links = route->task->model->links.items;
    uint64_t key = (uint64_t)route->row_width[channel];
    for (int t = route->channel_first[channel]; t < route->channel_first[channel + 1]; t++) {
        int n = route->channel_net[t];
        const struct net *net = &route->nets[n];
        bool on = net->kind != NET_ARCH && channel < net->lowest_row;
        mp above = net->kind == NET_ARCH ? -1 : maproute_above(route, n, channel);
        mp below = on ? route->corridor[n * route->plan->row_count + channel] : -1;
        key = mapmemo_key(key, (uint64_t)above << 32 | (uint32_t)below);
        for (int i = 0; i < net->members; i++) {
            int link = route->member[net->first + i];
            if (net->kind != NET_DOWN && route->row[links[link].from] == channel)
                key = with_card(route, key, link, links[link].from);
            if (net->kind != NET_UP && route->row[links[link].to] == channel)
                key = with_card(route, key, link + route->task->links, links[link].to);
        }
    }
    return key + (key == 0);
}

static struct toll work_out(struct route *route, int channel) {
    mapport_place(route, channel);
    return maptrack_order(route, channel);
}

static struct toll look_up(struct route *route, int channel) {
    uint64_t key = key_of(route, channel);
    struct known_channel *known = &route->task->known_channels[key % KNOWN_CHANNELS];
    if (known->key != key)
        *known = (struct known_channel){key, work_out(route, channel)};
    return known->toll;
}

static void add(struct route *route, int channel, const struct toll *toll) {
    route->levels[channel] = toll->levels;
    route->length += toll->length;
    route->crossings += toll->crossings;
    route->conflicts += toll->conflicts;
    route->bends += toll->bends;
    route->jogs += toll->jogs;
    route->work += toll->work;
}

void mapchannel_judge(struct route *route) {
    route->below_count = 0;
    for (int channel = 0; channel < route->plan->row_count; channel++) {
        const struct toll toll = look_up(route, channel);
        add(route, channel, &toll);
    }
}

void mapchannel_place(struct route *route) {
    route->below_count = 0;
    for (int channel = 0; channel < route->plan->row_count; channel++) {
        const struct toll toll = work_out(route, channel);
        assert(toll.levels == route->levels[channel]);
    }
}
