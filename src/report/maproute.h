/* maproute: the ways of all links for one arrangement of the cards, and what that arrangement costs
 * a reader (strategy map design section 3.2).
 *
 * Links go upright through rows and level in the channels between them; channel c lies above row c.
 * Links with the same effect on the same card join into one net with one arrow.  A net keeps one
 * corridor in each row that it passes; in each channel it has one track with one end above and one
 * or more below.  Everything is integer arithmetic: the same input gives the same ways. */
#ifndef REPORT_MAPROUTE_H
#define REPORT_MAPROUTE_H

#include "report/mapplan.h"

enum net_kind {
    NET_UP,   /* sources below, target above */
    NET_DOWN, /* one link, source above, target below */
    NET_ARCH, /* one link within a row, over the cards between */
    NET_SIDE  /* one link between neighbours */
};

struct net {
    enum net_kind kind;
    int upper; /* card at whose bottom edge it ends above; of ARCH and SIDE: the source */
    mp upper_x;
    int first, members; /* in route->member: links */
    int upper_row, lowest_row;
};

struct track {
    int net;
    mp above, low, high;
    bool has_above, straight;
    int first, count; /* in route->below */
    int level;        /* from 0 at the top */
};

struct port_request {
    int link;
    bool arrival;    /* the link ends here */
    mp wanted, half; /* half: room it needs on each side */
};

struct route {
    const struct map_task *task;
    const struct map_plan *plan;
    /* Given: row and absolute quarter of each card; quarter at which each column begins. */
    int *row, *at, *column_start;
    /* Found. */
    mp *x, *w;
    int *rank, *row_first, *row_cards; /* cards of each row from left to right */
    struct net *nets;
    int net_count, *net_of, *member;
    int *gathered;      /* rows of the cards when nets were gathered */
    int level_links;    /* within a row */
    mp *corridor;       /* [net * rows + row] */
    bool placed;        /* ports and tracks are, by maproute_place() */
    mp *port, *arrival; /* on the top edge: of the link's source; of its target */
    struct track *tracks;
    int track_count, *channel_first; /* of tracks, in order from top to bottom */
    int *channel_net;                /* of each track before they are ordered */
    int *levels;                     /* of each channel */
    mp *below;
    int below_count;
    int crossings, conflicts, crowded, jogs, bends, misdirected;
    int64_t cost, length;
    int64_t work;     /* steps done so far: what limits the search */
    int64_t work_end; /* of mappolish */
    /* Scratch. */
    const int *sorted;                     /* links by target and bundle */
    mp *quarter_x, *row_inset, *row_width; /* of the plan: where a quarter begins, a card stands */
    struct port_request *requests;         /* of each card from left to right */
    int *card_first, *card_requests;       /* where a card's begin; how many it has */
    int *matrix, *turn, *order, *ends, *row_end;
    mp *used, *near_used, *gap_low, *gap_high, *join_low, *join_high;
    int *used_first;
    uint64_t *row_key; /* of a row's openings and what is used of them */
};

struct route *maproute_new(const struct map_task *task, const struct map_plan *plan);
/* Finds corridors and judges them. */
int64_t maproute_find(struct route *route);
/* Sets cost and levels for the corridors there are.  A search asks for that thousands of times, so
 * ports and tracks are not placed where that is not needed. */
int64_t maproute_judge(struct route *route);
/* Places the ports and tracks of what was judged last; nothing if they are. */
void maproute_place(struct route *route);
/* The x at which a net comes into the channel above a row. */
static inline mp maproute_above(const struct route *route, int net, int channel) {
    const struct net *n = &route->nets[net];
    return channel - 1 == n->upper_row
               ? n->upper_x
               : route->corridor[net * route->plan->row_count + channel - 1];
}
static inline mp maproute_centre(const struct route *route, int card) {
    return route->x[card] + route->w[card] / 2;
}

#endif
