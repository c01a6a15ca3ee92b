#include "plan/planunits.h"

#include <stdlib.h>

/* Addresses within plan->units follow the sheet. */
static int by_parent(const void *a, const void *b) {
    const struct unit *x = *(const struct unit *const *)a, *y = *(const struct unit *const *)b;
    if (x->parent != y->parent)
        return x->parent < y->parent ? -1 : 1;
    if (x->order != y->order)
        return x->order == 0 ? 1 : y->order == 0 ? -1 : x->order < y->order ? -1 : 1;
    return x < y ? -1 : x > y;
}

/* Where the units below a parent begin. */
static size_t first_below(const struct unit *const *sorted, size_t total,
                          const struct unit *parent) {
    size_t low = 0, high = total;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sorted[middle]->parent < parent)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* No recursion: a workbook may hold a chain of units of any length. */
const struct unit **planunits_from(struct arena *arena, const struct plan *plan,
                                   const struct unit *top, size_t *count) {
    const size_t total = plan->units.count;
    const struct unit **sorted = arena_array(arena, total, sizeof *sorted);
    const struct unit **out = arena_array(arena, total, sizeof *out);
    const struct unit **waiting = arena_array(arena, total, sizeof *waiting);
    for (size_t i = 0; i < total; i++)
        sorted[i] = &plan->units.items[i];
    qsort(sorted, total, sizeof *sorted, by_parent);
    size_t waits = 0, found = 0;
    waiting[waits++] = top;
    while (waits > 0) {
        const struct unit *unit = waiting[--waits];
        out[found++] = unit;
        size_t first = first_below(sorted, total, unit), end = first;
        while (end < total && sorted[end]->parent == unit)
            end++;
        while (end > first)
            waiting[waits++] = sorted[--end];
    }
    *count = found;
    return out;
}

bool planunits_scored(const struct plan *plan, const struct unit *unit) {
    for (size_t i = 0; i < plan->objectives.count; i++)
        if (plan->objectives.items[i].unit == unit)
            return true;
    return false;
}
