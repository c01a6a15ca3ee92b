#include "layout/balance.h"

#define PRECISE 200 /* a fifth of a point */

size_t balance_end(const struct galley *galley, size_t from, mp height) {
    mp y = 0;
    size_t legal = from;
    size_t i = from;
    for (; i < galley->items.count; i++) {
        const struct galley_item *item = &galley->items.items[i];
        y += (i > from ? item->gap : 0) + item->height;
        if (y > height)
            break;
        if (!item->keep || i + 1 == galley->items.count)
            legal = i + 1;
    }
    if (legal > from)
        return legal;
    return i > from ? i : from + (from < galley->items.count);
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
    mp low = 0;
    for (size_t i = from; i < galley->items.count; i++)
        low = length_max(low, galley->items.items[i].height);
    while (high - low > PRECISE) {
        const mp middle = low + (high - low) / 2;
        if (columns_at(galley, from, middle) > columns)
            low = middle;
        else
            high = middle;
    }
    return columns_at(galley, from, low) <= columns ? low : high;
}
