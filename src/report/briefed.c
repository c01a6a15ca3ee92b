#include "report/briefed.h"

#include <string.h>

static bool belongs(const struct filter *filter, const struct briefing_fact *fact) {
    if (!filter)
        return true;
    if (fact->action)
        return filter_action(filter, fact->action);
    if (fact->initiative)
        return filter_initiative(filter, fact->initiative->initiative);
    if (fact->benefit)
        return filter_initiative(filter, fact->benefit->benefit->initiative);
    if (fact->objective)
        return filter_objective(filter, fact->objective->objective);
    return fact->has_reading && filter_measure(filter, fact->reading.result->measure);
}

const struct briefing *briefed_all(const struct report *report) {
    const struct briefing *all = briefing_make(report->arena, report->assessment, report->unit);
    if (!report->filter)
        return all;
    struct briefing *out = arena_alloc(report->arena, sizeof *out);
    *out = *all;
    out->facts.items = NULL;
    out->facts.count = out->facts.capacity = 0;
    for (size_t i = 0; i < all->facts.count; i++)
        if (belongs(report->filter, &all->facts.items[i]))
            vec_push(report->arena, &out->facts, all->facts.items[i]);
    return out;
}

size_t briefed_choose(const struct report *report, const struct briefing_fact **chosen) {
    return briefing_choose(briefed_all(report), chosen);
}

const char *briefed_head(const struct report *report, const struct message *message) {
    size_t length = message->finding_head;
    while (length > 0 && strchr(";, ", message->finding[length - 1]))
        length--;
    return arena_strndup(report->arena, message->finding, length);
}
