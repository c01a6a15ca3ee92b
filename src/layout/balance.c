#include "layout/balance.h"

#define PRECISE 200 /* a fifth of a point */

size_t balance_end(const struct galley *galley, size_t from, mp height) {
    size_t before[KEEP_LEVELS] = {0};
    mp y = 0;
    size_t i = from;
    for (; i < galley->items.count; i++) {
        const struct galley_item *item = &galley->items.items[i];
        y += (i > from ? item->gap : 0) + item->height;
        if (y > height)
            break;
        before[item->keep] = i + 1;
    }
    if (i == galley->items.count)
        return i;
    for (int level = KEEP_NONE; level < KEEP_LEVELS; level++)
        if (before[level] > from)
            return before[level];
    return from + 1;
}

/* The highest of what is kept together: no column is lower. */
static mp highest_kept(const struct galley *galley, size_t from) {
    mp highest = 0;
    mp height = 0;
    for (size_t i = from; i < galley->items.count; i++) {
        const struct galley_item *item = &galley->items.items[i];
        const bool held = i > from && item[-1].keep != KEEP_NONE;
        height = held ? height + item->gap + item->height : item->height;
        highest = length_max(highest, height);
    }
    return highest;
}

static size_t columns_at(const struct galley *galley, size_t from, mp height) {
    size_t columns = 0;
    while (from < galley->items.count) {
        from = balance_end(galley, from, height);
        columns++;
    }
    return columns;
}

mp balance_height(const struct galley *galley, size_t from, size_t columns) {
    mp high = galley_height(galley, from, galley->items.count);
    mp low = highest_kept(galley, from);
    while (high - low > PRECISE) {
        const mp middle = low + (high - low) / 2;
        if (columns_at(galley, from, middle) > columns)
            low = middle;
        else
            high = middle;
    }
    return columns_at(galley, from, low) <= columns ? low : high;
}
