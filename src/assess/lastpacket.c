#include "assess/lastpacket.h"

const struct assessment *lastpacket_beside(struct arena *arena, const struct assessment *assessment,
                                           const struct assessment *older) {
    struct assessment *beside = arena_alloc(arena, sizeof *beside);
    *beside = *assessment;
    beside->last_packet = older;
    return beside;
}

bool lastpacket_objective(const struct assessment *assessment, const struct objective *objective,
                          enum status *out) {
    const struct assessment *older = assessment->last_packet, *previous = assessment->previous;
    if (!older) {
        if (previous)
            *out = assess_objective(previous, objective)->status;
        return previous != NULL;
    }
    const struct objective *same = plan_objective(older->plan, objective->id);
    if (same)
        *out = assess_objective(older, same)->status;
    return same != NULL;
}

bool lastpacket_measure(const struct assessment *assessment, const struct measure *measure,
                        enum status *out) {
    const struct assessment *older = assessment->last_packet;
    if (!older) {
        *out = assess_measure(assessment, measure)->previous_status;
        return assessment->previous != NULL;
    }
    const struct measure *same = plan_measure(older->plan, measure->id);
    if (same)
        *out = assess_measure(older, same)->status;
    return same != NULL;
}
