#include "layout/chartlabels.h"

bool chartlabels_take(struct chartlabels *labels, struct rect rect) {
    if (labels->count == CHARTLABELS_MOST)
        return false;
    for (size_t i = 0; i < labels->count; i++)
        if (chartink_overlap(labels->placed[i], rect))
            return false;
    labels->placed[labels->count++] = rect;
    return true;
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

size_t chartlabels_order(const struct chart_month *months, size_t from, size_t to, size_t *order) {
    size_t count = 0;
    size_t first = to;
    size_t last = to;
    size_t low = to;
    size_t high = to;
    for (size_t i = from; i < to; i++) {
        if (!labelled(&months[i]))
            continue;
        first = first == to ? i : first;
        last = i;
        low = low == to || months[i].actual.at < months[low].actual.at ? i : low;
        high = high == to || months[i].actual.at > months[high].actual.at ? i : high;
    }
    if (first == to)
        return 0;
    const size_t wanted[] = {last, first, low, high};
    for (size_t i = 0; i < 4; i++)
        add_once(order, &count, wanted[i]);
    for (size_t i = from; i < to; i++)
        if (labelled(&months[i]))
            add_once(order, &count, i);
    return count;
}
