#include "compare/whatif.h"

#include "assess/assessview.h"
#include "assess/rollup.h"
#include "base/sametext.h"
#include <assert.h>
#include <string.h>

const char *whatif_kind_name(enum whatif_kind kind) {
    static const char *const names[WHATIF_KINDS] = {"unit",    "perspective", "objective",
                                                    "measure", "initiative",  "process"};
    assert((size_t)kind < WHATIF_KINDS);
    return names[kind];
}

static bool same_score(const struct rational *a, const struct rational *b) {
    return a == b || (a && b && rational_compare(a, b) == 0);
}

static bool same_side(const struct whatif_side *a, const struct whatif_side *b) {
    return a->there == b->there && sametext(a->status, b->status) &&
           same_score(a->score, b->score) && decimal_compare(a->coverage, b->coverage) == 0 &&
           sametext(a->forecast, b->forecast) && same_score(a->forecast_score, b->forecast_score);
}

static void add(struct arena *arena, struct whatif *out, struct whatif_change change) {
    if (assessview_shows(out->unit, change.unit ? change.unit : out->unit) &&
        !same_side(&change.before, &change.after)) {
        vec_push(arena, &out->changes, change);
    }
}

/* ---- the sides ---- */

static struct whatif_side group_side(const struct group_result *r) {
    return r ? (struct whatif_side){.there = true,
                                    .status = status_name(r->status),
                                    .score = r->score.exact,
                                    .has_coverage = true,
                                    .coverage = r->coverage}
             : (struct whatif_side){.there = false};
}

static struct whatif_side objective_side(const struct objective_result *r) {
    return (struct whatif_side){.there = true,
                                .status = status_name(r->status),
                                .score = r->score.exact,
                                .has_coverage = true,
                                .coverage = r->coverage,
                                .forecast = status_name(r->forecast_status),
                                .forecast_score = r->forecast_score};
}

static struct whatif_side measure_side(const struct measure_result *r) {
    return (struct whatif_side){.there = true,
                                .status = status_name(r->status),
                                .score = r->score.exact,
                                .forecast = status_name(r->forecast_status),
                                .forecast_score = r->forecast_score};
}

static struct whatif_side process_side(const struct process_result *r) {
    return (struct whatif_side){.there = true,
                                .status = assess_verdict_name(r->verdict),
                                .has_coverage = r->verdict != STAFFING_NO_BENCHMARK,
                                .coverage = r->coverage};
}

/* ---- each kind ---- */

/* No edit adds, drops or renames a row, so that entities stand at the same place on both sides. */

static void compare_units(struct arena *arena, struct whatif *out) {
    const struct plan *plan = out->before->plan;
    for (size_t i = 0; i < plan->units.count; i++) {
        const struct unit *unit = &plan->units.items[i];
        add(arena, out,
            (struct whatif_change){.kind = WHATIF_UNIT,
                                   .id = unit->id,
                                   .name = unit->name,
                                   .unit = unit,
                                   .part = "",
                                   .before = group_side(&out->before->units[i]),
                                   .after = group_side(&out->after->units[i])});
    }
}

/* The result of a perspective of a unit on the other side, NULL if it has no objective there. */
static const struct group_result *perspective_of(const struct assessment *a, size_t unit,
                                                 const char *id) {
    for (size_t i = 0; i < a->perspective_count; i++) {
        if (a->perspectives[i].unit == &a->plan->units.items[unit] &&
            strcmp(a->perspectives[i].perspective->id, id) == 0) {
            return &a->perspectives[i];
        }
    }
    return NULL;
}

static void compare_perspectives(struct arena *arena, struct whatif *out) {
    const struct plan *plan = out->before->plan;
    for (size_t i = 0; i < plan->units.count; i++) {
        const struct unit *unit = &plan->units.items[i];
        for (size_t k = 0; k < plan->perspectives.count; k++) {
            const char *id = plan->perspectives.items[k].id;
            add(arena, out,
                (struct whatif_change){.kind = WHATIF_PERSPECTIVE,
                                       .id = arena_printf(arena, "%s/%s", unit->id, id),
                                       .name = plan->perspectives.items[k].name,
                                       .unit = unit,
                                       .part = "",
                                       .before = group_side(perspective_of(out->before, i, id)),
                                       .after = group_side(perspective_of(out->after, i, id))});
        }
    }
}

static void compare_objectives(struct arena *arena, struct whatif *out) {
    const struct plan *plan = out->before->plan;
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *objective = &plan->objectives.items[i];
        add(arena, out,
            (struct whatif_change){.kind = WHATIF_OBJECTIVE,
                                   .id = objective->id,
                                   .name = objective->name,
                                   .unit = objective->unit,
                                   .part = "",
                                   .before = objective_side(&out->before->objectives[i]),
                                   .after = objective_side(&out->after->objectives[i])});
    }
}

static void compare_measures(struct arena *arena, struct whatif *out) {
    const struct plan *plan = out->before->plan;
    for (size_t i = 0; i < plan->measures.count; i++) {
        const struct measure *measure = &plan->measures.items[i];
        add(arena, out,
            (struct whatif_change){.kind = WHATIF_MEASURE,
                                   .id = measure->id,
                                   .name = measure->name,
                                   .unit = assessview_measure_unit(measure),
                                   .part = "",
                                   .before = measure_side(&out->before->measures[i]),
                                   .after = measure_side(&out->after->measures[i])});
    }
}

static void add_initiative(struct arena *arena, struct whatif *out,
                           const struct initiative *initiative, const char *part,
                           enum status before, enum status after) {
    add(arena, out,
        (struct whatif_change){.kind = WHATIF_INITIATIVE,
                               .id = initiative->id,
                               .name = initiative->name,
                               .unit = initiative->unit,
                               .part = part,
                               .before = {.there = true, .status = status_name(before)},
                               .after = {.there = true, .status = status_name(after)}});
}

static void compare_initiatives(struct arena *arena, struct whatif *out) {
    const struct plan *plan = out->before->plan;
    for (size_t i = 0; i < plan->initiatives.count; i++) {
        const struct initiative *initiative = &plan->initiatives.items[i];
        const struct initiative_result *before = &out->before->initiatives[i];
        const struct initiative_result *after = &out->after->initiatives[i];
        add_initiative(arena, out, initiative, "", before->status, after->status);
        add_initiative(arena, out, initiative, "schedule", before->schedule, after->schedule);
        add_initiative(arena, out, initiative, "budget", before->budget, after->budget);
        add_initiative(arena, out, initiative, "benefit", before->benefit, after->benefit);
    }
}

static void compare_processes(struct arena *arena, struct whatif *out) {
    const struct plan *plan = out->before->plan;
    for (size_t i = 0; i < plan->processes.count; i++) {
        const struct process *process = &plan->processes.items[i];
        add(arena, out,
            (struct whatif_change){.kind = WHATIF_PROCESS,
                                   .id = process->id,
                                   .name = process->name,
                                   .part = "",
                                   .before = process_side(&out->before->staffing.processes[i]),
                                   .after = process_side(&out->after->staffing.processes[i])});
    }
}

/* ---- all of it ---- */

static struct tally objectives_of(const struct assessment *a, const struct unit *unit) {
    struct tally sum = {0};
    for (size_t i = 0; i < a->plan->units.count; i++) {
        if (!unit || strcmp(unit->id, a->plan->units.items[i].id) == 0) {
            rollup_add_tally(&sum, &a->units[i].tally);
        }
    }
    return sum;
}

const struct whatif *whatif(struct arena *arena, const struct assessment *before,
                            const struct assessment *after, const struct edits *edits,
                            const struct unit *unit) {
    const struct plan *old = before->plan, *new = after->plan;
    assert(old->units.count == new->units.count);
    assert(old->objectives.count == new->objectives.count);
    assert(old->measures.count == new->measures.count);
    assert(old->initiatives.count == new->initiatives.count);
    assert(old->processes.count == new->processes.count);
    struct whatif *out = arena_alloc(arena, sizeof *out);
    *out = (struct whatif){.before = before,
                           .after = after,
                           .unit = unit,
                           .edits = edits,
                           .objectives_before = objectives_of(before, unit),
                           .objectives_after = objectives_of(after, unit)};
    compare_units(arena, out);
    compare_perspectives(arena, out);
    compare_objectives(arena, out);
    compare_measures(arena, out);
    compare_initiatives(arena, out);
    compare_processes(arena, out);
    return out;
}
