#include "report/mapheader.h"

static mp grid_x(const struct route *route, int quarter) {
    return route->task->left + (mp)((int64_t)route->task->width * quarter / route->plan->quarters);
}

struct rect mapheader_box(const struct route *route, int column) {
    mp inset = maplook_length(route->task->look, MM(1));
    int start = route->column_start[column];
    mp left = grid_x(route, start) + inset;
    mp right = grid_x(route, start + route->plan->column_quarters[column]) - inset;
    return (struct rect){left, 0, right - left, route->task->look->header_height};
}

/* Uprights that pass a header: all that come up from below into the channel. */
static int passing(const struct route *route, int channel, struct rect header, mp *out) {
    int count = 0;
    for (int t = route->channel_first[channel]; t < route->channel_first[channel + 1]; t++) {
        const struct track *track = &route->tracks[t];
        for (int i = 0; i < track->count; i++) {
            mp x = route->below[track->first + i];
            if (x < header.x || x > header.x + header.w)
                continue;
            int at = count++;
            for (; at > 0 && out[at - 1] > x; at--)
                out[at] = out[at - 1];
            out[at] = x;
        }
    }
    return count;
}

struct rect mapheader_free(const struct route *route, int row, struct rect header) {
    mp *xs = arena_array(route->task->arena, (size_t)route->below_count + 2, sizeof *xs);
    mp clear = maplook_length(route->task->look, MM(1.2));
    int count = row < 0 ? 0 : passing(route, row, header, xs);
    struct rect best = header;
    best.w = 0;
    mp from = header.x;
    for (int i = 0; i <= count; i++) {
        mp to = i < count ? xs[i] - clear : header.x + header.w;
        if (to - from > best.w) {
            best.x = from;
            best.w = to - from;
        }
        from = i < count ? xs[i] + clear : from;
    }
    return best;
}

bool mapheader_fits(const struct route *route, int row) {
    mp inset = maplook_length(route->task->look, MM(1.6));
    for (int column = 0; column < route->task->columns; column++) {
        struct rect stretch = mapheader_free(route, row, mapheader_box(route, column));
        if (stretch.w - 2 * inset < route->task->header_width[column])
            return false;
    }
    return true;
}
