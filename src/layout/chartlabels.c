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
