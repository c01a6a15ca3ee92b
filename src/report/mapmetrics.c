#include "report/mapmetrics.h"

#include "report/mapheader.h"
#include <assert.h>
#include <stdlib.h>

struct solver {
    const struct map_task *task;
    const struct route *route;
    struct map_metrics *out;
    bool *chips_below, *chips_above, *arrives, *busy; /* by channel */
    int *tiers;                                       /* of chips at its lower side */
};

/* ---- chips ---------------------------------------------------------------------------------- */

static bool top_chip(const struct solver *s, int link) {
    enum net_kind kind = s->route->nets[s->route->net_of[link]].kind;
    return s->task->chip_width[link] && (kind == NET_UP || kind == NET_ARCH);
}

/* Where two chips of a card would touch, the second is lifted. */
static void lift_chips(struct solver *s) {
    const struct map_link *links = s->task->model->links.items;
    const struct map_look *look = s->task->look;
    for (int a = 0; a < s->task->links; a++) {
        if (!top_chip(s, a))
            continue;
        for (int b = 0; b < s->task->links; b++) {
            if (b == a || links[a].from != links[b].from || !top_chip(s, b) ||
                s->route->port[b] >= s->route->port[a] || s->out->chip_tier[b] > 0)
                continue;
            mp apart = s->route->port[a] - s->route->port[b];
            mp need = (s->task->chip_width[a] + s->task->chip_width[b]) / 2;
            if (apart >= need + look->chip_lift / 3)
                continue;
            s->out->chip_tier[a] = look->chip_height + look->chip_lift / 2;
            s->tiers[s->route->row[links[a].from]] = 2;
        }
    }
}

static void survey(struct solver *s) {
    const struct map_link *links = s->task->model->links.items;
    for (int i = 0; i < s->task->links; i++) {
        const struct net *net = &s->route->nets[s->route->net_of[i]];
        int row = s->route->row[links[i].from];
        if (net->kind == NET_SIDE)
            continue;
        if (top_chip(s, i))
            s->chips_below[row] = true;
        if (net->kind == NET_DOWN && s->task->chip_width[i])
            s->chips_above[row + 1] = true;
        if (net->kind == NET_UP)
            s->arrives[net->upper_row + 1] = true;
        for (int c = net->upper_row + 1; c <= net->lowest_row; c++)
            s->busy[c] = true;
        if (net->kind == NET_ARCH)
            s->busy[net->upper_row] = true;
    }
    for (int row = 0; row < s->route->plan->row_count; row++)
        s->tiers[row] = 1;
    lift_chips(s);
}

/* ---- heights -------------------------------------------------------------------------------- */

static bool between_bands(const struct solver *s, int channel) {
    const struct map_row *rows = s->route->plan->rows;
    return channel > 0 && rows[channel].band != rows[channel - 1].band;
}

/* Room between the cards above a channel and its first track. */
static mp head_room(const struct solver *s, int channel) {
    const struct map_look *look = s->task->look;
    if (channel == 0)
        return look->below_tracks * 3 / 4;
    mp room = s->arrives[channel] ? look->above_tracks : look->below_tracks;
    if (s->chips_above[channel])
        room = length_max(room, look->chip_height + look->chip_lift * 2 + look->radius / 2);
    return room;
}

static mp foot_room(const struct solver *s, int channel) {
    const struct map_look *look = s->task->look;
    mp room = look->below_tracks;
    if (s->chips_below[channel])
        room = (look->chip_height + look->chip_lift) * s->tiers[channel] + look->radius;
    if (channel == s->out->header_row)
        room += look->header_height + look->band_gap + look->chip_lift * 2;
    return room;
}

static mp least_channel(const struct solver *s, int channel, mp pitch) {
    const struct map_look *look = s->task->look;
    int levels = s->route->levels[channel];
    if (!s->busy[channel]) {
        mp bare = between_bands(s, channel) ? look->band_gap + look->below_tracks * 2
                                            : look->below_tracks * 4 / 3;
        if (channel == s->out->header_row)
            bare += look->header_height;
        return channel == 0 ? look->below_tracks : bare;
    }
    mp height = head_room(s, channel) + foot_room(s, channel);
    if (levels > 1)
        height += (mp)(levels - 1) * pitch;
    if (levels == 0 && channel > 0 && !s->chips_below[channel])
        height -= look->below_tracks / 2;
    return height;
}

/* Row heights at a title size; false if a title has too many lines. */
static bool rows_at(const struct solver *s, mp size) {
    const struct map_task *task = s->task;
    int most = task->cards > 20 ? 4 : 3;
    bool fits = true;
    for (int row = 0; row < s->route->plan->row_count; row++) {
        mp width = mapplan_text_width(task->look, mapplan_card_width(task, s->route->plan, row));
        int lines = 1;
        for (int i = s->route->row_first[row]; i < s->route->row_first[row + 1]; i++) {
            int card = s->route->row_cards[i];
            int percent = 100;
            while (percent > 84 && size * (percent - 8) / 100 >= task->look->title_alone &&
                   !maptext_fits(&task->titles[card], size * percent / 100, width))
                percent -= 8;
            s->out->percent[card] = percent;
            int n = (int)maptext_count(&task->titles[card], size * percent / 100, width);
            lines = n > lines ? n : lines;
        }
        fits = fits && lines <= most;
        s->out->row_height[row] = mapplan_card_height(task->look, size, lines);
    }
    return fits;
}

static mp height_with(const struct solver *s, mp pitch) {
    mp height = s->task->look->below_tracks;
    for (int row = 0; row < s->route->plan->row_count; row++)
        height += s->out->row_height[row] + least_channel(s, row, pitch);
    return height;
}

/* The room that titles of this size leave, negative if they do not fit. */
static mp left_at(struct solver *s, mp size, mp room) {
    const struct map_look *look = s->task->look;
    /* Below the least size lines may be as many as there are, and tracks close together. */
    bool small = size < look->title_least;
    bool lines = rows_at(s, size);
    s->out->pitch = small ? look->pitch_least : (look->pitch + look->pitch_least * 2) / 3;
    return lines || small ? room - height_with(s, s->out->pitch) : -1;
}

/* The largest size that fits, found in steps and then in eighths of a step; the room left over. */
static mp fit_size(struct solver *s, mp room) {
    const struct map_look *look = s->task->look;
    const mp step = length_max(look->title_step, 1), fine = length_max(step / 8, 1);
    mp size = look->title_most, least = look->small / 4;
    while (size > least && left_at(s, size, room) < 0)
        size -= step;
    mp most = length_min(size + step, look->title_most);
    for (mp larger = most - fine; larger > size; larger -= fine)
        if (left_at(s, larger, room) >= 0)
            size = larger;
    s->out->title_size = size;
    return left_at(s, size, room);
}

/* A map with more than the paper holds: everything is pressed into it. */
static void press(struct solver *s, mp room, mp *channel) {
    int rows = s->route->plan->row_count;
    int64_t used = s->task->look->below_tracks;
    for (int row = 0; row < rows; row++)
        used += channel[row] + s->out->row_height[row];
    if (used <= room)
        return;
    for (int row = 0; row < rows; row++) {
        channel[row] = (mp)(channel[row] * (int64_t)room / used);
        s->out->row_height[row] = (mp)(s->out->row_height[row] * (int64_t)room / used);
    }
}

/* Wider tracks, then airier channels, then taller cards, then channels again. */
static void share_out(struct solver *s, mp left, mp *channel) {
    const struct map_look *look = s->task->look;
    int rows = s->route->plan->row_count, levels = 0, open = 0;
    for (int c = 0; c < rows; c++) {
        levels += s->route->levels[c] > 1 ? s->route->levels[c] - 1 : 0;
        open += c > 0;
    }
    if (levels > 0 && left > 0) {
        mp more = length_min(look->pitch - s->out->pitch, left / 3 / levels);
        s->out->pitch += length_max(more, 0);
        left -= length_max(more, 0) * (mp)levels;
    }
    for (int c = 0; c < rows; c++)
        channel[c] = least_channel(s, c, s->out->pitch);
    mp airy = open ? length_min(left / open, maplook_length(look, MM(5.5))) : 0;
    for (int c = 1; c < rows && airy > 0; c++) {
        channel[c] += airy;
        left -= airy;
    }
    mp taller = left > 0 && rows ? length_min(left / 2 / rows, maplook_length(look, MM(5))) : 0;
    for (int row = 0; row < rows && taller > 0; row++) {
        s->out->row_height[row] += taller;
        left -= taller;
    }
    for (int c = 0; c < rows && left > 0; c++)
        channel[c] += left / (rows + 1);
}

static void stack(struct solver *s, const mp *channel) {
    struct map_metrics *out = s->out;
    mp y = out->top;
    for (int row = 0; row < s->route->plan->row_count; row++) {
        out->channel_low[row] = y + head_room(s, row);
        y += channel[row];
        out->channel_high[row] = y - foot_room(s, row);
        out->row_y[row] = y;
        y += out->row_height[row];
    }
}

mp mapmetrics_track_y(const struct map_metrics *metrics, const struct route *route, int channel,
                      const struct track *track) {
    mp low = metrics->channel_low[channel], high = metrics->channel_high[channel];
    mp span = (mp)(route->levels[channel] - 1) * metrics->pitch;
    mp pitch = metrics->pitch;
    if (high < low)
        low = high = (low + high) / 2;
    if (span > high - low && route->levels[channel] > 1) {
        pitch = (high - low) / (route->levels[channel] - 1);
        span = pitch * (route->levels[channel] - 1);
    }
    return (low + high - span) / 2 + track->level * pitch;
}

/* Headers over a row stand above its chips and below all tracks. */
static mp header_top(const struct solver *s, int row) {
    const struct map_look *look = s->task->look;
    mp chips = s->chips_below[row] ? (look->chip_height + look->chip_lift) * s->tiers[row] : 0;
    return s->out->row_y[row] - length_max(chips, look->chip_lift) - look->chip_lift -
           look->header_height;
}

/* A place for the gap between two bands that no track runs along: nearest to the middle. */
static mp boundary(const struct solver *s, int channel) {
    const struct map_metrics *m = s->out;
    const struct map_look *look = s->task->look;
    mp above = m->row_y[channel - 1] + m->row_height[channel - 1], below = m->row_y[channel];
    if (channel == m->header_row)
        return header_top(s, channel) - look->band_gap / 2;
    mp middle = (above + below) / 2;
    int levels = s->route->levels[channel];
    if (levels == 0)
        return middle;
    struct track first = {.level = 0}, last = {.level = levels - 1};
    mp top = mapmetrics_track_y(m, s->route, channel, &first);
    mp end = mapmetrics_track_y(m, s->route, channel, &last);
    mp pitch = levels > 1 ? (end - top) / (levels - 1) : 0;
    mp best = (above + top) / 2;
    mp after = end + (below - end) / 2;
    if (abs(after - middle) < abs(best - middle))
        best = after;
    for (int level = 0; level + 1 < levels; level++) {
        mp y = top + pitch * level + pitch / 2;
        if (abs(y - middle) < abs(best - middle) && pitch > look->band_gap * 3 / 2)
            best = y;
    }
    return best;
}

static void band_edges(struct solver *s) {
    struct map_metrics *m = s->out;
    const struct map_plan *plan = s->route->plan;
    mp half = s->task->look->band_gap / 2, y = m->top;
    for (int band = 0; band < s->task->bands; band++) {
        m->band_top[band] = m->band_bottom[band] = y;
        if (plan->first[band] > plan->last[band])
            continue;
        int next = plan->last[band] + 1;
        mp edge = next < plan->row_count ? boundary(s, next) : m->bottom + half;
        m->band_bottom[band] = edge - half;
        y = edge + half;
    }
}

static void header_place(struct solver *s) {
    const struct map_look *look = s->task->look;
    struct map_metrics *m = s->out;
    m->header_row = -1;
    m->top = look->drawing.y;
    if (s->task->columns == 0)
        return;
    int row = 0;
    while (s->route->plan->rows[row].free)
        row++;
    bool above = s->task->heights && s->task->heights->header_row < 0;
    if (row == 0 || above || !mapheader_fits(s->route, row)) {
        m->header_y = m->top;
        m->top += look->header_height + look->band_gap;
    } else {
        m->header_row = row;
    }
}

/* Takes the rows of an earlier map over, if everything has room between them. */
static bool hold(struct solver *s, const struct map_heights *kept) {
    struct map_metrics *m = s->out;
    const struct map_look *look = s->task->look;
    int rows = s->route->plan->row_count;
    mp y = m->top;
    if (m->header_row != kept->header_row ||
        (!rows_at(s, kept->title_size) && kept->title_size >= look->title_least))
        return false;
    for (int row = 0; row < rows; row++) {
        if (kept->top[row] < y + least_channel(s, row, look->pitch_least) ||
            kept->height[row] < m->row_height[row])
            return false;
        y = kept->top[row] + kept->height[row];
    }
    if (y > m->bottom)
        return false;
    m->title_size = kept->title_size;
    m->pitch = kept->pitch;
    for (int row = 0; row < rows; row++) {
        mp above = row ? kept->top[row - 1] + kept->height[row - 1] : m->top;
        m->row_y[row] = kept->top[row];
        m->row_height[row] = kept->height[row];
        m->channel_low[row] = above + head_room(s, row);
        m->channel_high[row] = kept->top[row] - foot_room(s, row);
    }
    return true;
}

static void solve(struct solver *s) {
    struct map_metrics *m = s->out;
    mp left = fit_size(s, m->bottom - m->top);
    mp *channel =
        arena_array(s->task->arena, (size_t)s->route->plan->row_count + 1, sizeof *channel);
    share_out(s, left, channel);
    press(s, m->bottom - m->top, channel);
    stack(s, channel);
}

static mp *lengths(struct arena *arena, int count) {
    return arena_array(arena, (size_t)count + 1, sizeof(mp));
}

static bool *flags(struct arena *arena, int count) {
    return arena_array(arena, (size_t)count + 2, sizeof(bool));
}

struct map_metrics *mapmetrics_solve(const struct map_task *task, const struct route *route) {
    struct arena *arena = task->arena;
    int rows = route->plan->row_count;
    assert(route->placed);
    struct map_metrics *m = arena_alloc(arena, sizeof *m);
    struct solver s = {task,
                       route,
                       m,
                       flags(arena, rows),
                       flags(arena, rows),
                       flags(arena, rows),
                       flags(arena, rows),
                       arena_array(arena, (size_t)rows + 1, sizeof(int))};
    m->percent = arena_array(arena, (size_t)task->cards + 1, sizeof(int));
    m->row_y = lengths(arena, rows);
    m->row_height = lengths(arena, rows);
    m->channel_low = lengths(arena, rows);
    m->channel_high = lengths(arena, rows);
    m->chip_tier = lengths(arena, task->links);
    m->band_top = lengths(arena, task->bands);
    m->band_bottom = lengths(arena, task->bands);
    m->bottom = task->look->drawing.y + task->look->drawing.h;
    header_place(&s);
    survey(&s);
    if (!task->heights || !hold(&s, task->heights))
        solve(&s);
    if (m->header_row >= 0)
        m->header_y = 0;
    band_edges(&s);
    if (m->header_row >= 0)
        m->header_y = m->band_top[route->plan->rows[m->header_row].band];
    return m;
}
