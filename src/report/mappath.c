#include "report/mappath.h"

#include "report/mapstroke.h"
#include <stdlib.h>

struct trail {
    struct arena *arena;
    VEC(struct point) points;
};

static void go(struct trail *trail, mp x, mp y) {
    if (trail->points.count > 0) {
        const struct point *last = &trail->points.items[trail->points.count - 1];
        if (last->x == x && last->y == y)
            return;
    }
    vec_push(trail->arena, &trail->points, ((struct point){x, y}));
}

static const struct track *track_of(const struct route *route, int net, int channel) {
    for (int t = route->channel_first[channel]; t < route->channel_first[channel + 1]; t++)
        if (route->tracks[t].net == net)
            return &route->tracks[t];
    return NULL;
}

/* From the top edge of a lower card up to the bottom edge of the net's upper card. */
static void climb(const struct route *route, const struct map_metrics *m,
                  const struct map_layout *layout, int n, int card, mp x, struct trail *trail) {
    const struct net *net = &route->nets[n];
    go(trail, x, layout->cards[card].y);
    for (int channel = route->row[card]; channel > net->upper_row; channel--) {
        const struct track *track = track_of(route, n, channel);
        mp above = maproute_above(route, n, channel);
        if (above != x && track) {
            mp y = mapmetrics_track_y(m, route, channel, track);
            go(trail, x, y);
            go(trail, above, y);
        }
        x = above;
    }
    const struct rect *upper = &layout->cards[net->upper];
    go(trail, x, upper->y + upper->h);
}

static void arch(const struct route *route, const struct map_metrics *m,
                 const struct map_layout *layout, int link, struct trail *trail) {
    int n = route->net_of[link], channel = route->nets[n].upper_row;
    const struct map_link *l = &route->task->model->links.items[link];
    mp y = mapmetrics_track_y(m, route, channel, track_of(route, n, channel));
    go(trail, route->port[link], layout->cards[l->from].y);
    go(trail, route->port[link], y);
    go(trail, route->arrival[link], y);
    go(trail, route->arrival[link], layout->cards[l->to].y);
}

/* Two arrows between the same neighbours lie one below the other. */
static void side(const struct route *route, const struct map_layout *layout, int link,
                 struct trail *trail) {
    const struct map_link *l = &route->task->model->links.items[link];
    const struct rect *a = &layout->cards[l->from], *b = &layout->cards[l->to];
    mp y = a->y + a->h / 2 + (l->from < l->to ? 0 : layout->look.end_offset / 2);
    bool right = a->x < b->x;
    go(trail, right ? a->x + a->w : a->x, y);
    go(trail, right ? b->x : b->x + b->w, y);
}

static void turn_round(struct point *points, size_t count) {
    for (size_t i = 0; i < count / 2; i++) {
        struct point p = points[i];
        points[i] = points[count - 1 - i];
        points[count - 1 - i] = p;
    }
}

static void way(const struct route *route, const struct map_metrics *m, struct map_layout *layout,
                int link) {
    const struct map_link *l = &route->task->model->links.items[link];
    struct map_way *out = &layout->ways[link];
    int n = route->net_of[link];
    struct trail trail = {.arena = route->task->arena};
    switch (route->nets[n].kind) {
    case NET_UP:
        climb(route, m, layout, n, l->from, route->port[link], &trail);
        break;
    case NET_DOWN:
        climb(route, m, layout, n, l->to, route->arrival[link], &trail);
        turn_round(trail.points.items, trail.points.count);
        break;
    case NET_ARCH:
        arch(route, m, layout, link, &trail);
        break;
    case NET_SIDE:
    default:
        side(route, layout, link, &trail);
        break;
    }
    out->points = trail.points.items;
    out->count = trail.points.count;
    out->drawn = out->points;
    out->drawn_count = out->count;
    out->net = n;
    out->negative = l->negative;
    out->look = l->look;
    out->tipped = true;
    out->stroke = maplook_stroke(&layout->look, l->strength);
}

/* ---- chips ---------------------------------------------------------------------------------- */

/* An upright stretch of another link goes through a box. */
static bool crossed(const struct map_task *task, const struct map_layout *layout, int link,
                    struct rect box) {
    for (int i = 0; i < task->links; i++) {
        const struct map_way *other = &layout->ways[i];
        for (size_t k = 0; i != link && k + 1 < other->count; k++) {
            struct point a = other->points[k], b = other->points[k + 1];
            mp slack = other->stroke / 2;
            if (a.x == b.x && a.x + slack > box.x && a.x - slack < box.x + box.w &&
                length_min(a.y, b.y) < box.y + box.h && length_max(a.y, b.y) > box.y)
                return true;
        }
    }
    return false;
}

/* The middle of a level arrow, or as near to it as other links leave room. */
static mp level_chip(const struct map_task *task, const struct map_layout *layout, int link,
                     struct rect box) {
    const struct map_way *out = &layout->ways[link];
    mp low = length_min(out->points[0].x, out->points[1].x) + layout->look.arrow_length;
    mp high = length_max(out->points[0].x, out->points[1].x) - layout->look.arrow_length - box.w;
    const mp middle = box.x, step = length_max(layout->look.chip_lift / 2, 1);
    for (mp away = 0; middle - away >= low || middle + away <= high; away += step)
        for (int side = -1; side <= 1; side += 2) {
            box.x = middle + side * away;
            if (box.x >= low && box.x <= high && !crossed(task, layout, link, box))
                return box.x;
        }
    return middle;
}

static void chip(const struct map_task *task, const struct map_metrics *m,
                 struct map_layout *layout, int link) {
    const struct map_look *look = &layout->look;
    struct map_way *out = &layout->ways[link];
    mp width = task->chip_width[link];
    if (width == 0 || out->count < 2)
        return;
    struct point a = out->points[0], b = out->points[1];
    out->chip = (struct rect){a.x - width / 2, 0, width, look->chip_height};
    if (a.y > b.y) {
        out->chip.y = a.y - look->chip_lift - m->chip_tier[link] - look->chip_height;
    } else if (a.y < b.y) {
        out->chip.y = a.y + look->chip_lift;
    } else {
        mp end = b.x + (b.x > a.x ? -look->arrow_length : look->arrow_length);
        out->chip.x = (a.x + end) / 2 - width / 2;
        out->chip.y = a.y - look->chip_height / 2;
        out->chip.x = level_chip(task, layout, link, out->chip);
    }
}

/* ---- crossings ------------------------------------------------------------------------------ */

static void pause_at(struct map_layout *layout, struct arena *arena, int net, struct point at,
                     mp stroke) {
    for (size_t i = 0; i < layout->crossings.count; i++) {
        struct map_crossing *old = &layout->crossings.items[i];
        if (old->net == net && old->at.x == at.x && old->at.y == at.y) {
            old->half = length_max(old->half, stroke);
            return;
        }
    }
    vec_push(arena, &layout->crossings, ((struct map_crossing){at, stroke, net}));
}

/* Crossings of a level stretch a-b with the uprights of another way. */
static void cross(struct map_layout *layout, struct arena *arena, int net, struct point a,
                  struct point b, const struct map_way *other) {
    mp low = length_min(a.x, b.x), high = length_max(a.x, b.x);
    mp half = other->stroke / 2 + maplook_length(&layout->look, MM(0.75));
    for (size_t i = 1; i < other->count; i++) {
        struct point p = other->points[i - 1], q = other->points[i];
        if (p.x != q.x || p.x <= low || p.x >= high)
            continue;
        if (length_min(p.y, q.y) < a.y && a.y < length_max(p.y, q.y))
            pause_at(layout, arena, net, (struct point){p.x, a.y}, half);
    }
}

static void crossings(const struct map_task *task, struct map_layout *layout) {
    for (int i = 0; i < task->links; i++) {
        const struct map_way *w = &layout->ways[i];
        for (size_t k = 1; k < w->count; k++) {
            if (w->points[k - 1].y != w->points[k].y)
                continue;
            for (int j = 0; j < task->links; j++)
                if (layout->ways[j].net != w->net)
                    cross(layout, task->arena, w->net, w->points[k - 1], w->points[k],
                          &layout->ways[j]);
        }
    }
}

/* ---- dashes --------------------------------------------------------------------------------- */

static bool on_stretch(struct point p, struct point a, struct point b) {
    return p.x >= length_min(a.x, b.x) && p.x <= length_max(a.x, b.x) &&
           p.y >= length_min(a.y, b.y) && p.y <= length_max(a.y, b.y);
}

static bool on_way(struct point p, const struct map_way *way) {
    for (size_t i = 1; i < way->count; i++)
        if (on_stretch(p, way->points[i - 1], way->points[i]))
            return true;
    return false;
}

/* Dashes over dashes would fill each other's gaps: the second ends where it meets the first. */
static void cut_dashes(const struct map_task *task, struct map_layout *layout, int link) {
    struct map_way *w = &layout->ways[link];
    int first = 0;
    while (first < link && (layout->ways[first].net != w->net || !layout->ways[first].tipped))
        first++;
    if (first == link || mapstroke_of(w->look, w->negative).dash_on == 0)
        return;
    const struct map_way *other = &layout->ways[first];
    for (size_t i = 1; i < w->count; i++) {
        if (!on_way(w->points[i], other))
            continue;
        struct point meet = w->points[i], from = w->points[i - 1];
        /* Along a shared level stretch the nearer end of the other's is the meeting point. */
        for (size_t k = 0; k < other->count; k++)
            if (on_stretch(other->points[k], from, meet) &&
                abs(other->points[k].x - from.x) + abs(other->points[k].y - from.y) <
                    abs(meet.x - from.x) + abs(meet.y - from.y))
                meet = other->points[k];
        struct point *drawn = arena_array(task->arena, i + 1, sizeof *drawn);
        for (size_t k = 0; k < i; k++)
            drawn[k] = w->points[k];
        drawn[i] = meet;
        w->drawn = drawn;
        w->drawn_count = i + 1;
        w->tipped = false;
        return;
    }
}

/* ---- heads ---------------------------------------------------------------------------------- */

/* Links that share an arrow share what it says. */
static void head(const struct map_task *task, struct map_layout *layout, int link) {
    bool shown = false, open = false;
    if (layout->ways[link].look != LOOK_CAUSE) /* its line tells enough */
        return;
    for (int i = 0; i < task->links; i++) {
        if (layout->ways[i].net != layout->ways[link].net)
            continue;
        bool supported = task->model->links.items[i].verdict == FOUND_SUPPORTED;
        shown = shown || supported;
        open = open || !supported;
    }
    layout->ways[link].head = !open ? HEAD_SOLID : shown ? HEAD_HALF : HEAD_HOLLOW;
}

void mappath_fill(const struct map_task *task, const struct route *route,
                  const struct map_metrics *metrics, struct map_layout *layout) {
    layout->ways = arena_array(task->arena, (size_t)task->links + 1, sizeof *layout->ways);
    for (int i = 0; i < task->links; i++)
        way(route, metrics, layout, i);
    for (int i = 0; i < task->links; i++)
        chip(task, metrics, layout, i);
    crossings(task, layout);
    for (int i = 0; i < task->links; i++)
        cut_dashes(task, layout, i);
    for (int i = 0; i < task->links && layout->heads; i++)
        head(task, layout, i);
}
