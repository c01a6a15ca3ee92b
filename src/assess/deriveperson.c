/* People of the strategy office: their shares, process by process (domain.md section 2). */
#include "assess/derivesum.h"

#include <string.h>

/* The work on one person. */
struct work {
    struct deriving d;
    const struct person_result *result;
};

static bool belongs(const struct work *w, const struct staffing *row) {
    struct date as_of = w->d.assessment->as_of;
    bool ended = date_set(row->to) && date_compare(row->to, as_of) < 0;
    bool in_post = row->filled && (!date_set(row->from) || date_compare(row->from, as_of) <= 0);
    return !ended && row->dotted == w->result->dotted && in_post != w->result->vacancy &&
           strcmp(row->person, w->result->person) == 0;
}

static const char *entity_of(const struct person_result *r) {
    if (r->dotted) {
        return r->vacancy ? "vacancy on a dotted line" : "person on a dotted line";
    }
    return r->vacancy ? "vacancy" : "person";
}

static const char *process_name(struct work *w, const struct process *process) {
    return arena_printf(w->d.arena, "%s %s", process->id, process->name);
}

static void share_step(struct work *w, const struct process *process, struct decimal share) {
    struct deriving *d = &w->d;
    derive_step(
        d, arena_printf(d->arena, "FTE of process %s", process->id), RULE_NONE,
        arena_printf(d->arena, "The rows of the sheet for %s that have not ended.", process->name));
    struct derivesum sum = derivesum_begin(d);
    for (size_t i = 0; i < d->plan->staffing.count; i++) {
        const struct staffing *row = &d->plan->staffing.items[i];
        if (row->process == process && belongs(w, row)) {
            derivesum_add(d, &sum, process_name(w, process), row->fte, row->place);
        }
    }
    derivesum_result(d, &sum, share);
}

static void total_step(struct work *w) {
    struct deriving *d = &w->d;
    const char *words = "The shares of all processes together.";
    if (w->result->dotted) {
        words = "The shares of all processes together; people on a dotted line are listed, and "
                "counted nowhere.";
    } else if (w->result->vacancy) {
        words = "The shares of all processes together; they count as planned, not as filled.";
    }
    derive_step(d, "FTE", RULE_NONE, words);
    struct derivesum sum = derivesum_begin(d);
    for (size_t i = 0; i < d->plan->processes.count; i++) {
        const struct process *process = &d->plan->processes.items[i];
        struct decimal share = w->result->by_process[i];
        if (share.micro != 0) {
            derivesum_other(d, &sum, process_name(w, process), share, process->id);
        }
    }
    derivesum_result(d, &sum, w->result->total);
}

const struct derivation *deriveperson(struct arena *arena, const struct assessment *assessment,
                                      const struct person_result *result) {
    struct work w = {
        .d = derive_begin(arena, assessment, 0, entity_of(result), result->person, result->person),
        .result = result};
    struct deriving *d = &w.d;
    const struct plan *plan = d->plan;
    d->out->answer =
        arena_printf(arena, "%s%s: %s FTE%s, as of %s", result->person,
                     result->vacancy ? " (vacant)" : "", derive_decimal_text(arena, result->total),
                     result->dotted ? " on a dotted line, listed and not counted" : "",
                     derive_date_text(arena, assessment->as_of));
    for (size_t i = plan->staffing.count; i-- > 0;) {
        if (belongs(&w, &plan->staffing.items[i])) {
            d->out->place = plan->staffing.items[i].place; /* the first one */
        }
    }
    for (size_t i = 0; i < plan->processes.count; i++) {
        if (result->by_process[i].micro != 0) {
            share_step(&w, &plan->processes.items[i], result->by_process[i]);
        }
    }
    total_step(&w);
    return d->out;
}
