#include "layout/chartlabels.h"

static bool within(struct rect bounds, struct rect rect) {
    return bounds.w == 0 ||
           (rect.x >= bounds.x && rect.y >= bounds.y && rect.x + rect.w <= bounds.x + bounds.w &&
            rect.y + rect.h <= bounds.y + bounds.h);
}

bool chartlabels_take(struct chartlabels *labels, struct rect rect) {
    if (labels->count == CHARTLABELS_MOST || !within(labels->bounds, rect))
        return false;
    for (size_t i = 0; i < labels->count; i++)
        if (chartink_overlap(labels->placed[i], rect))
            return false;
    for (size_t i = 0; i < labels->line_count; i++)
        if (chartink_touches(labels->lines[i].a, labels->lines[i].b, rect))
            return false;
    labels->placed[labels->count++] = rect;
    return true;
}

void chartlabels_block(struct chartlabels *labels, struct rect rect) {
    if (labels->count < CHARTLABELS_MOST / 2)
        labels->placed[labels->count++] = rect;
}

void chartlabels_block_line(struct chartlabels *labels, struct point a, struct point b) {
    if (labels->line_count < CHARTLABELS_LINES)
        labels->lines[labels->line_count++] = (struct chartlabels_line){a, b};
}

bool chartlabels_first(struct chartlabels *labels, const struct point *places, size_t count,
                       struct rect *box) {
    for (size_t i = 0; i < count; i++) {
        box->x = places[i].x;
        box->y = places[i].y;
        if (chartlabels_take(labels, *box))
            return true;
    }
    return false;
}

void chartlabels_around(struct point centre, mp radius, mp width, mp height,
                        struct point places[CHARTLABELS_AROUND]) {
    const mp left = centre.x - radius - width;
    const mp right = centre.x + radius;
    const mp above = centre.y - radius - height;
    const mp below = centre.y + radius;
    const struct point all[CHARTLABELS_AROUND] = {{centre.x - width / 2, above},
                                                  {centre.x - width / 2, below},
                                                  {right, centre.y - height / 2},
                                                  {left, centre.y - height / 2},
                                                  {right, above},
                                                  {left, above},
                                                  {right, below},
                                                  {left, below}};
    for (size_t i = 0; i < CHARTLABELS_AROUND; i++)
        places[i] = all[i];
}

static bool labelled(const struct chart_month *month) {
    return month->actual.known && month->actual.label;
}

static void add_once(size_t *order, size_t *count, size_t index) {
    for (size_t i = 0; i < *count; i++)
        if (order[i] == index)
            return;
    order[(*count)++] = index;
}

size_t chartlabels_order(const struct chart_month *months, size_t count, size_t *order,
                         size_t *key) {
    size_t found = 0;
    size_t first = count;
    size_t last = count;
    size_t low = count;
    size_t high = count;
    for (size_t i = 0; i < count; i++) {
        if (!labelled(&months[i]))
            continue;
        first = first == count ? i : first;
        last = i;
        low = low == count || months[i].actual.at < months[low].actual.at ? i : low;
        high = high == count || months[i].actual.at > months[high].actual.at ? i : high;
    }
    *key = 0;
    if (first == count)
        return 0;
    const size_t wanted[] = {last, first, low, high};
    for (size_t i = 0; i < 4; i++)
        add_once(order, &found, wanted[i]);
    *key = found;
    for (size_t i = 0; i < count; i++)
        if (labelled(&months[i]))
            add_once(order, &found, i);
    return found;
}
