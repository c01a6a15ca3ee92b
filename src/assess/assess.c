#include "assess/assess.h"

#include "assess/alignment.h"
#include "assess/benefitstatus.h"
#include "assess/cascade.h"
#include "assess/findings.h"
#include "assess/initiativestatus.h"
#include "assess/measureresult.h"
#include "assess/signal.h"
#include "assess/staffing.h"
#include "assess/trust.h"
#include <assert.h>

/* Of the previous period only what the workbook still knows: the state of initiatives then is not
 * kept, so that they have no data. */
static void fill_initiatives(struct arena *arena, struct assessment *a, bool current) {
    const struct plan *plan = a->plan;
    a->initiatives = arena_array(arena, plan->initiatives.count, sizeof *a->initiatives);
    for (size_t i = 0; i < plan->initiatives.count; i++) {
        const struct initiative *initiative = &plan->initiatives.items[i];
        if (current) {
            a->initiatives[i] = initiativestatus(initiative, a->as_of, plan->organization.currency);
        } else {
            a->initiatives[i] = (struct initiative_result){.initiative = initiative,
                                                           .status = STATUS_NO_DATA,
                                                           .schedule = STATUS_NO_DATA,
                                                           .budget = STATUS_NO_DATA,
                                                           .benefit = STATUS_NO_DATA,
                                                           .reported = STATUS_NO_DATA};
        }
    }
}

/* Only of the present: what stood out in the past is told by its own packet. */
static void fill_signals(struct arena *arena, struct assessment *a) {
    size_t count = a->plan->measures.count;
    a->signals = arena_array(arena, count, sizeof *a->signals);
    for (size_t i = 0; i < count; i++) {
        a->signals[i] = signal_of(arena, &a->measures[i]);
    }
}

static struct assessment *make(struct arena *arena, const struct plan *plan, struct date as_of,
                               struct period period, const struct assessment *previous,
                               struct measure_trouble *troubles) {
    struct assessment *a = arena_alloc(arena, sizeof *a);
    bool current = previous != NULL;
    a->plan = plan;
    a->as_of = as_of;
    a->period = period;
    a->previous = previous;
    a->measures = arena_array(arena, plan->measures.count, sizeof *a->measures);
    for (size_t i = 0; i < plan->measures.count; i++) {
        measureresult_make(arena, plan, &plan->measures.items[i], period, current, &a->measures[i],
                           &troubles[i]);
    }
    cascade(arena, a);
    fill_initiatives(arena, a, current);
    a->staffing = staffing_judge(arena, plan, as_of);
    benefitstatus_fill(arena, a, current);
    a->alignment = alignment(arena, plan, period);
    trust(arena, a);
    if (current) {
        fill_signals(arena, a);
    }
    return a;
}

const struct assessment *assess(struct arena *arena, const struct plan *plan, struct diags *diags) {
    struct measure_trouble *troubles = arena_array(arena, plan->measures.count, sizeof *troubles);
    struct period before = period_next(plan->organization.period, -1);
    const struct assessment *previous =
        make(arena, plan, period_last(before), before, NULL, troubles);
    const struct assessment *current =
        make(arena, plan, plan->organization.as_of, plan->organization.period, previous, troubles);
    findings(arena, current, troubles, diags);
    benefitstatus_findings(arena, current, diags);
    alignment_findings(arena, current, diags);
    return current;
}

const struct measure_result *assess_measure(const struct assessment *a, const struct measure *m) {
    size_t index = (size_t)(m - a->plan->measures.items);
    assert(index < a->plan->measures.count);
    return &a->measures[index];
}

const struct objective_result *assess_objective(const struct assessment *a,
                                                const struct objective *o) {
    size_t index = (size_t)(o - a->plan->objectives.items);
    assert(index < a->plan->objectives.count);
    return &a->objectives[index];
}

const struct group_result *assess_unit(const struct assessment *a, const struct unit *u) {
    size_t index = (size_t)(u - a->plan->units.items);
    assert(index < a->plan->units.count);
    return &a->units[index];
}

/* Negative if the group stands before (unit, perspective) in the plan's order. */
static int compare_group(const struct group_result *group, const struct unit *u,
                         const struct perspective *p) {
    if (group->unit != u) {
        return group->unit < u ? -1 : 1;
    }
    return (group->perspective > p) - (group->perspective < p);
}

const struct group_result *assess_perspective(const struct assessment *a, const struct unit *u,
                                              const struct perspective *p) {
    size_t low = 0;
    size_t high = a->perspective_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_group(&a->perspectives[middle], u, p);
        if (order == 0) {
            return &a->perspectives[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

const char *assess_forecast_name(enum forecast_method method) {
    static const char *const names[] = {"none", "declared", "seasonal", "run rate", "last", "mean"};
    assert((size_t)method < sizeof names / sizeof *names);
    return names[method];
}

const char *assess_verdict_name(enum staffing_verdict verdict) {
    static const char *const names[] = {"under", "within", "over", "none"};
    assert((size_t)verdict < sizeof names / sizeof *names);
    return names[verdict];
}
