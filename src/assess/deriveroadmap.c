/* The roadmap of the office: posts by phase against the benchmarks of what has begun by then
 * (domain.md section 2). */
#include "assess/derivepost.h"

#include <string.h>

/* The work on the roadmap. */
struct work {
    struct deriving d;
    const struct phase_result *phase, *before; /* the phase at hand, the one before or NULL */
    bool *begun;                               /* parallel to the plan's processes */
};

static const char *phase_name(const struct phase_result *phase) {
    return phase->phase ? phase->phase : "without a phase";
}

/* "phase 1: planned FTE" */
static const char *figure(struct work *w, const char *name) {
    return arena_printf(w->d.arena, "%s %s: %s", w->phase->by_group ? "group" : "phase",
                        phase_name(w->phase), name);
}

static bool belongs(const struct work *w, const struct staffing *row) {
    if (w->phase->by_group) {
        return strcmp(plan_group_name(row->process->group), w->phase->phase) == 0;
    }
    bool own = row->phase && *row->phase;
    return w->phase->phase ? own && strcmp(row->phase, w->phase->phase) == 0 : !own;
}

static void sum_step(struct work *w, const char *name, const char *words, enum derivepost_kind kind,
                     struct decimal result) {
    struct deriving *d = &w->d;
    derive_step(d, figure(w, name), RULE_NONE, words);
    struct derivesum sum = derivesum_begin(d);
    for (size_t i = 0; i < d->plan->staffing.count; i++) {
        const struct staffing *row = &d->plan->staffing.items[i];
        if (belongs(w, row) && derivepost_counts(d, row, kind)) {
            derivesum_add(d, &sum, derivepost_name(d, row), row->fte, row->place);
            w->begun[row->process - d->plan->processes.items] |= kind == DERIVEPOST_PLANNED;
        }
    }
    derivesum_result(d, &sum, result);
}

static void so_far_step(struct work *w, const char *name, struct decimal before,
                        struct decimal here, struct decimal result) {
    struct deriving *d = &w->d;
    struct derivesum sum = derivesum_begin(d);
    derive_step(d, figure(w, name), RULE_NONE, "This phase and those before it.");
    if (w->before) {
        derivesum_add(d, &sum, arena_printf(d->arena, "up to %s", phase_name(w->before)), before,
                      (struct place){0});
    }
    derivesum_add(d, &sum, "in this one", here, (struct place){0});
    derivesum_result(d, &sum, result);
}

static void band_step(struct work *w, bool least) {
    struct deriving *d = &w->d;
    derive_step(d, figure(w, least ? "benchmark so far, least" : "benchmark so far, most"),
                RULE_NONE,
                "The benchmarks of the processes in scope that have a post by then: what has not "
                "been begun is not missed yet.");
    derivepost_benchmarks(d, w->begun, least, least ? w->phase->min : w->phase->max);
}

static void verdict_steps(struct work *w) {
    struct deriving *d = &w->d;
    const struct phase_result *phase = w->phase;
    if (!phase->has_band) {
        derive_step(d, figure(w, "against the benchmark"), RULE_NONE,
                    "No process with a post by then has a benchmark.");
        derive_result(d, assess_verdict_name(phase->verdict));
        return;
    }
    band_step(w, true);
    band_step(w, false);
    derive_step(d, figure(w, "against the benchmark"), RULE_NONE,
                "Planned so far against the least and the most so far; differences up to 0.005 "
                "are none.");
    derivepost_verdict(d, phase->planned_so_far, phase->min, phase->max, phase->verdict);
    if (phase->verdict == STAFFING_WITHIN) {
        return;
    }
    bool under = phase->verdict == STAFFING_UNDER;
    derive_step(d, figure(w, "gap in FTE"), RULE_NONE,
                under ? "Planned so far less the least of the benchmark."
                      : "Planned so far less the most of the benchmark.");
    derive_rounds(d,
                  formula_sub(d->arena, formula_decimal(d->arena, phase->planned_so_far),
                              formula_decimal(d->arena, under ? phase->min : phase->max)),
                  phase->gap);
}

static void phase_steps(struct work *w) {
    static const struct phase_result none = {.phase = ""};
    const struct phase_result *phase = w->phase, *before = w->before ? w->before : &none;
    sum_step(w, "planned FTE",
             phase->by_group
                 ? "No post has a phase, so that the roadmap goes by groups of processes: the rows "
                   "of this one that have not ended, on a solid line."
                 : "The rows of the sheet with this phase that have not ended, on a solid line.",
             DERIVEPOST_PLANNED, phase->planned);
    sum_step(w, "filled FTE", "Of these, those in post.", DERIVEPOST_FILLED, phase->filled);
    if (phase->dotted.micro > 0) {
        sum_step(w, "dotted-line FTE", "Listed, not counted.", DERIVEPOST_DOTTED, phase->dotted);
    }
    so_far_step(w, "planned FTE so far", before->planned_so_far, phase->planned,
                phase->planned_so_far);
    so_far_step(w, "filled FTE so far", before->filled_so_far, phase->filled, phase->filled_so_far);
    verdict_steps(w);
}

const struct derivation *deriveroadmap(struct arena *arena, const struct assessment *assessment) {
    const struct staffing_result *s = &assessment->staffing;
    struct work w = {
        .d = derive_begin(arena, assessment, 0, "roadmap", "roadmap", "Roadmap of the staffing"),
        .begun = arena_array(arena, assessment->plan->processes.count, sizeof *w.begun)};
    w.d.out->answer = arena_printf(
        arena, "roadmap: %zu %s, %s FTE planned, %s filled, as of %s", s->phase_count,
        s->phase_count == 1 ? "phase" : "phases", derive_decimal_text(arena, s->planned),
        derive_decimal_text(arena, s->filled), derive_date_text(arena, assessment->as_of));
    for (size_t i = 0; i < s->phase_count; i++) {
        w.before = w.phase;
        w.phase = &s->phases[i];
        phase_steps(&w);
    }
    return w.d.out;
}
