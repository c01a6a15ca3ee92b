#include "report/maproute.h"

#include "report/mapchannel.h"
#include "report/mapcorridor.h"
#include <stdlib.h>
#include <string.h>

enum {
    COST_CROSSING = 400,
    COST_BEND = 65,
    COST_LENGTH = 100, /* for 30 mm */
    COST_CONFLICT = 6000,
    COST_CROWDED = 1500,
    COST_JOG = 150,
    COST_LEVEL = 14,
    COST_NO_ROOM = 220, /* a level for which titles must shrink */
    COST_MISDIRECTED = 1250,
    COST_SHALLOW_GAP = 300
};

static int *numbers(struct arena *arena, int count) {
    return arena_array(arena, (size_t)count + 1, sizeof(int));
}

static mp *lengths(struct arena *arena, int count) {
    return arena_array(arena, (size_t)count + 1, sizeof(mp));
}

/* Stable order by target, then bundle. */
static const int *sorted_links(const struct map_task *task) {
    int *out = numbers(task->arena, task->links);
    const struct map_link *links = task->model->links.items;
    for (int i = 0; i < task->links; i++) {
        int at = i;
        for (; at > 0; at--) {
            const struct map_link *a = &links[out[at - 1]], *b = &links[i];
            if (a->to < b->to || (a->to == b->to && a->bundle <= b->bundle))
                break;
            out[at] = out[at - 1];
        }
        out[at] = i;
    }
    return out;
}

static void measure_plan(struct route *route) {
    const struct map_task *task = route->task;
    const struct map_plan *plan = route->plan;
    route->quarter_x = lengths(task->arena, plan->quarters);
    route->row_inset = lengths(task->arena, plan->row_count);
    route->row_width = lengths(task->arena, plan->row_count);
    for (int q = 0; q <= plan->quarters && plan->row_count > 0; q++)
        route->quarter_x[q] = mapplan_x(task, plan, 0, q) - mapplan_x(task, plan, 0, 0);
    for (int row = 0; row < plan->row_count; row++) {
        route->row_inset[row] = mapplan_x(task, plan, row, 0);
        route->row_width[row] = mapplan_card_width(task, plan, row);
    }
}

/* Every link may ask for a port at both of its cards. */
static void share_requests(struct route *route) {
    for (int i = 0; i < route->task->links; i++) {
        const struct map_link *l = &route->task->model->links.items[i];
        route->card_first[l->from + 1]++;
        route->card_first[l->to + 1]++;
    }
    for (int card = 0; card < route->task->cards; card++)
        route->card_first[card + 1] += route->card_first[card];
}

struct route *maproute_new(const struct map_task *task, const struct map_plan *plan) {
    struct arena *arena = task->arena;
    struct route *route = arena_alloc(arena, sizeof *route);
    int cards = task->cards, links = task->links, rows = plan->row_count;
    route->task = task;
    route->plan = plan;
    route->row = numbers(arena, cards);
    route->at = numbers(arena, cards);
    route->column_start = numbers(arena, task->columns);
    route->x = lengths(arena, cards);
    route->w = lengths(arena, cards);
    route->rank = numbers(arena, cards);
    route->row_first = numbers(arena, rows + 1);
    route->row_cards = numbers(arena, cards);
    route->nets = arena_array(arena, (size_t)links + 1, sizeof *route->nets);
    route->net_of = numbers(arena, links);
    route->member = numbers(arena, links);
    route->gathered = numbers(arena, cards);
    memset(route->gathered, 0xFF, sizeof(int) * (size_t)cards);
    route->corridor = lengths(arena, links * rows);
    route->port = lengths(arena, links);
    route->arrival = lengths(arena, links);
    route->tracks = arena_array(arena, (size_t)(links * rows) + 1, sizeof *route->tracks);
    route->channel_first = numbers(arena, rows + 1);
    route->channel_net = numbers(arena, links * rows);
    route->levels = numbers(arena, rows);
    route->below = lengths(arena, 2 * links * rows);
    route->requests = arena_array(arena, (size_t)links * 2 + 1, sizeof *route->requests);
    route->card_first = numbers(arena, cards + 1);
    route->card_requests = numbers(arena, cards);
    route->matrix = numbers(arena, (links + 1) * (links + 1));
    route->turn = numbers(arena, (links + 1) * (links + 1));
    route->order = numbers(arena, links);
    route->ends = numbers(arena, cards * 2);
    route->used = lengths(arena, links * rows);
    route->used_first = numbers(arena, rows);
    route->row_key = arena_array(arena, (size_t)rows + 1, sizeof *route->row_key);
    route->near_used = lengths(arena, links);
    route->join_low = lengths(arena, links);
    route->join_high = lengths(arena, links);
    route->gap_low = lengths(arena, cards + 1);
    route->gap_high = lengths(arena, cards + 1);
    route->row_end = numbers(arena, rows);
    route->sorted = sorted_links(task);
    measure_plan(route);
    share_requests(route);
    return route;
}

/* As mapplan_x has it. */
static mp x_of(const struct route *route, int row, int quarter) {
    return quarter >= 0 && quarter <= route->plan->quarters
               ? route->row_inset[row] + route->quarter_x[quarter]
               : mapplan_x(route->task, route->plan, row, quarter);
}

static void place_cards(struct route *route) {
    int cards = route->task->cards, rows = route->plan->row_count, n = 0;
    memset(route->row_end, 0, sizeof(int) * (size_t)rows);
    for (int i = 0; i < cards; i++)
        route->row_end[route->row[i]]++;
    for (int row = 0; row < rows; row++) {
        route->row_first[row] = n;
        n += route->row_end[row];
        route->row_end[row] = route->row_first[row];
    }
    route->row_first[rows] = n;
    for (int i = 0; i < cards; i++) {
        int row = route->row[i], at = route->row_end[row]++;
        route->x[i] = x_of(route, row, route->at[i]);
        route->w[i] = route->row_width[row];
        for (; at > route->row_first[row] && route->at[route->row_cards[at - 1]] > route->at[i];
             at--)
            route->row_cards[at] = route->row_cards[at - 1];
        route->row_cards[at] = i;
    }
    for (int at = 0; at < n; at++)
        route->rank[route->row_cards[at]] = at;
}

/* Neighbours with room for an arrow and the link's chip between them. */
static bool side_by_side(const struct route *route, int link) {
    const struct map_link *l = &route->task->model->links.items[link];
    int distance = route->rank[l->from] - route->rank[l->to];
    if (distance != 1 && distance != -1)
        return false;
    int left = distance > 0 ? l->to : l->from, right = distance > 0 ? l->from : l->to;
    mp room = route->x[right] - route->x[left] - route->w[left];
    mp need = 2 * route->task->look->arrow_length + route->task->chip_width[link];
    return room >= need;
}

static void add_net(struct route *route, int link, enum net_kind kind) {
    const struct map_link *l = &route->task->model->links.items[link];
    struct net *net = &route->nets[route->net_count];
    *net = (struct net){.kind = kind, .first = link, .members = 0};
    net->upper = kind == NET_UP ? l->to : l->from;
    net->upper_row = route->row[net->upper];
    net->lowest_row = kind == NET_DOWN ? route->row[l->to] : net->upper_row;
    route->net_count++;
}

static enum net_kind kind_of(const struct route *route, int link) {
    const struct map_link *l = &route->task->model->links.items[link];
    int down = route->row[l->to] - route->row[l->from];
    if (down != 0)
        return down < 0 ? NET_UP : NET_DOWN;
    return side_by_side(route, link) ? NET_SIDE : NET_ARCH;
}

/* Lists the links of each net. */
static void list_members(struct route *route) {
    int members = 0;
    for (int n = 0; n < route->net_count; n++) {
        route->nets[n].first = members;
        members += route->nets[n].members;
        route->nets[n].members = 0;
    }
    for (int i = 0; i < route->task->links; i++) {
        struct net *net = &route->nets[route->net_of[route->sorted[i]]];
        route->member[net->first + net->members++] = route->sorted[i];
    }
}

/* Links that do not rise, though the model has them rise. */
static void directions(struct route *route) {
    const struct map_card *cards = route->task->model->cards.items;
    route->misdirected = 0;
    for (int i = 0; i < route->task->links; i++) {
        const struct map_link *l = &route->task->model->links.items[i];
        enum net_kind kind = route->nets[route->net_of[i]].kind;
        if (l->feedback || cards[l->from].band != cards[l->to].band)
            continue;
        route->misdirected += kind == NET_DOWN ? 2 : kind == NET_ARCH ? 1 : 0;
    }
}

/* Links that rise to the same card in the same bundle are one net, all others one each. */
static void gather(struct route *route) {
    const struct map_link *links = route->task->model->links.items;
    int open = -1;
    route->net_count = route->level_links = 0;
    for (int i = 0; i < route->task->links; i++) {
        int link = route->sorted[i];
        const struct map_link *l = &links[link];
        enum net_kind kind = kind_of(route, link);
        bool joins = kind == NET_UP && open >= 0 && route->nets[open].upper == l->to &&
                     links[route->nets[open].first].bundle == l->bundle;
        if (!joins)
            add_net(route, link, kind);
        int n = joins ? open : route->net_count - 1;
        if (kind == NET_UP)
            open = n;
        struct net *net = &route->nets[n];
        net->members++;
        route->net_of[link] = n;
        route->level_links += kind >= NET_ARCH;
        if (kind == NET_UP && route->row[l->from] > net->lowest_row)
            net->lowest_row = route->row[l->from];
    }
    list_members(route);
    directions(route);
    mapchannel_list(route);
    memcpy(route->gathered, route->row, sizeof(int) * (size_t)route->task->cards);
}

/* Which links make a net and what channels it comes through hangs on the rows alone, unless links
 * within a row may go sideways. */
static bool is_gathered(const struct route *route) {
    return route->level_links == 0 &&
           memcmp(route->gathered, route->row, sizeof(int) * (size_t)route->task->cards) == 0;
}

/* Mean centre of the cards below. */
static mp lower_mean(const struct route *route, const struct net *net) {
    int64_t sum = 0;
    for (int i = 0; i < net->members; i++) {
        const struct map_link *l = &route->task->model->links.items[route->member[net->first + i]];
        sum += maproute_centre(route, net->kind == NET_UP ? l->from : l->to);
    }
    return (mp)(sum / (net->members ? net->members : 1));
}

/* The first net of a card takes the middle of its bottom edge, others stand beside it on the side
 * they come from. */
static void upper_ends(struct route *route) {
    memset(route->ends, 0, sizeof(int) * 2 * (size_t)route->task->cards);
    for (int n = 0; n < route->net_count; n++) {
        struct net *net = &route->nets[n];
        if (net->kind != NET_UP && net->kind != NET_DOWN)
            continue;
        mp middle = maproute_centre(route, net->upper);
        int *left = &route->ends[net->upper * 2], *right = left + 1;
        if (*left == 0 && *right == 0) {
            net->upper_x = middle;
            *left = *right = 1;
            continue;
        }
        bool to_left = lower_mean(route, net) < middle;
        int *side = to_left ? left : right;
        mp offset = length_min(route->task->look->end_offset * *side,
                               route->w[net->upper] / 2 - route->task->look->radius);
        (*side)++;
        net->upper_x = to_left ? middle - offset : middle + offset;
    }
}

/* Sideways arrows meet the corridors between their two cards. */
static void side_crossings(struct route *route) {
    int rows = route->plan->row_count;
    for (int n = 0; n < route->net_count && route->level_links > 0; n++) {
        const struct net *side = &route->nets[n];
        if (side->kind != NET_SIDE)
            continue;
        const struct map_link *l = &route->task->model->links.items[route->member[side->first]];
        mp a = maproute_centre(route, l->from), b = maproute_centre(route, l->to);
        for (int m = 0; m < route->net_count; m++) {
            const struct net *net = &route->nets[m];
            if (net->kind == NET_SIDE || net->upper_row >= side->upper_row ||
                net->lowest_row <= side->upper_row)
                continue;
            mp x = route->corridor[m * rows + side->upper_row];
            if ((x > a) != (x > b)) {
                route->crossings++;
                route->cost += COST_SHALLOW_GAP;
            }
        }
    }
}

int64_t maproute_judge(struct route *route) {
    route->crossings = route->conflicts = 0;
    route->jogs = route->bends = 0;
    route->cost = route->length = 0;
    route->placed = false;
    mapchannel_judge(route);
    side_crossings(route);
    route->cost += (int64_t)route->crossings * COST_CROSSING + route->bends * COST_BEND;
    route->cost += route->length * COST_LENGTH / route->task->look->thirty;
    route->cost += (int64_t)route->conflicts * COST_CONFLICT;
    route->cost += (int64_t)route->crowded * COST_CROWDED + route->jogs * COST_JOG;
    route->cost += (int64_t)route->misdirected * COST_MISDIRECTED;
    int levels = 0;
    for (int c = 0; c < route->plan->row_count; c++) {
        route->cost += (int64_t)route->levels[c] * route->levels[c] * COST_LEVEL;
        levels += route->levels[c] > 1 ? route->levels[c] - 1 : 0;
    }
    if (levels > route->plan->level_room)
        route->cost += (int64_t)(levels - route->plan->level_room) * COST_NO_ROOM;
    return route->cost;
}

int64_t maproute_find(struct route *route) {
    route->crowded = 0;
    place_cards(route);
    if (!is_gathered(route))
        gather(route);
    upper_ends(route);
    mapcorridor_choose(route);
    return maproute_judge(route);
}

void maproute_place(struct route *route) {
    if (!route->placed)
        mapchannel_place(route);
    route->placed = true;
}
