#include "assess/evidence.h"

#include "assess/pastscores.h"
#include <assert.h>

#define SEARCHED_MONTHS 6
#define WRONG_ANSWERS   20 /* at most one in so many unrelated pairs looks associated */

static int months_of(enum frequency step) {
    assert(step != FREQUENCY_NONE && step != FREQUENCY_WEEKLY);
    return 12 / period_per_year(step);
}

static enum frequency step_of(const struct link *link) {
    enum frequency from = pastscores_frequency(link->from);
    enum frequency to = pastscores_frequency(link->to);
    if (from == FREQUENCY_NONE || to == FREQUENCY_NONE) {
        return FREQUENCY_NONE;
    }
    return from > to ? from : to;
}

static enum evidence_verdict verdict_of(const struct link *link, const struct association *a) {
    if (!a->enough) {
        return FOUND_TOO_LITTLE;
    }
    if (!a->shown) {
        return FOUND_NOT_SHOWN;
    }
    return (a->moved.micro < 0) == link->negative ? FOUND_SUPPORTED : FOUND_CONTRADICTED;
}

/* What is wanted of the links of a plan. */
struct trial {
    const struct plan *plan;
    struct association_orders *orders;
    struct evidence_result *results; /* parallel to the links */
    bool at_odds_only;               /* of others just whether there is enough to test them */
};

/* Does what was measured lean to the other side than what is declared? */
static bool at_odds(const struct link *link, const struct association *a) {
    bool bears_out = (a->moved.micro < 0) == link->negative;
    return (link->evidence == EVIDENCE_SUPPORTED && !bears_out) ||
           (link->evidence == EVIDENCE_REFUTED && bears_out);
}

/* series: of the objectives, in the link's own steps. */
static void judge_link(const struct trial *trial, const struct association_series *series,
                       struct evidence_result *out) {
    const struct link *link = out->link;
    const struct objective *objectives = trial->plan->objectives.items;
    const struct association_series *from = &series[link->from - objectives];
    const struct association_series *to = &series[link->to - objectives];
    int months = months_of(out->step);
    int lag = (link->lag_months + months / 2) / months;
    int last = lag;
    if (out->searched) {
        last = SEARCHED_MONTHS / months;
    }
    struct association a = association_test(from, to, ASSOCIATION_MOST, lag, last,
                                            trial->at_odds_only ? NULL : trial->orders);
    if (trial->at_odds_only && a.enough && at_odds(link, &a)) {
        a = association_test(from, to, ASSOCIATION_MOST, lag, last, trial->orders);
    }
    out->verdict = verdict_of(link, &a);
    out->points = a.points;
    out->moves = a.moves;
    out->lag = a.lag * months;
    out->rho = a.rho;
    out->moved = a.moved;
    out->p = a.p;
    out->strong = a.strong;
    out->made = a.made;
}

/* Links whose steps are of one frequency share the scores of that frequency.  Those are fractions
 * by the hundred thousand, of which nothing stays but what is found: they lie in `aside`. */
static void judge_links(struct arena *aside, const struct assessment *a, enum frequency step,
                        const struct trial *trial) {
    const struct plan *plan = a->plan;
    struct evidence_result *results = trial->results;
    bool *wanted = arena_array(aside, plan->objectives.count, sizeof *wanted);
    bool any = false;
    for (size_t i = 0; i < plan->links.count; i++) {
        if (results[i].step == step) {
            wanted[results[i].link->from - plan->objectives.items] = true;
            wanted[results[i].link->to - plan->objectives.items] = true;
            any = true;
        }
    }
    if (!any) {
        return;
    }
    const struct association_series *series = pastscores(aside, a, step, wanted);
    for (size_t i = 0; i < plan->links.count; i++) {
        if (results[i].step == step) {
            judge_link(trial, series, &results[i]);
        }
    }
}

/* ---- words ---- */

const char *evidence_name(enum evidence_verdict verdict) {
    static const char *const names[] = {"too little data", "not shown", "supported",
                                        "contradicted"};
    assert((size_t)verdict < sizeof names / sizeof *names);
    return names[verdict];
}

static const char *steps_name(enum frequency step) {
    static const char *const names[] = {"", "", "months", "quarters", "half-years", "years"};
    assert((size_t)step < sizeof names / sizeof *names);
    return names[step];
}

static const char *number(struct arena *arena, struct decimal value, unsigned places) {
    char text[32];
    decimal_format(decimal_round(value, places), (int)places, text);
    return arena_strdup(arena, text);
}

static const char *figures(struct arena *arena, const struct evidence_result *r) {
    return arena_printf(arena, "rho %s, p %s, %d %s", number(arena, r->rho, 2),
                        number(arena, r->p, 3), r->points, steps_name(r->step));
}

static const char *answer(const struct evidence_result *r) {
    static const char *const answers[] = {"too little data", "no association shown",
                                          "association shown", "the opposite association shown"};
    assert((size_t)r->verdict < sizeof answers / sizeof *answers);
    return answers[r->verdict];
}

static const char *lag_text(struct arena *arena, const struct evidence_result *r) {
    const char *after = r->lag == 0   ? "at once"
                        : r->lag == 1 ? "after 1 month"
                                      : arena_printf(arena, "after %d months", r->lag);
    if (!r->searched) {
        return after;
    }
    return r->verdict == FOUND_TOO_LITTLE
               ? "at any lag"
               : arena_printf(arena, "%s (best of 0 to %d)", after, SEARCHED_MONTHS);
}

const char *evidence_sentence(struct arena *arena, const struct evidence_result *r) {
    const char *claim =
        arena_printf(arena, "%s drives %s%s %s: %s", r->link->from->id, r->link->to->id,
                     r->link->negative ? " down" : "", lag_text(arena, r), answer(r));
    if (r->verdict != FOUND_TOO_LITTLE) {
        return arena_printf(arena, "%s, %s", claim, figures(arena, r));
    }
    if (r->step == FREQUENCY_NONE) {
        return arena_printf(arena, "%s, one of them is not measured", claim);
    }
    return arena_printf(arena, "%s, %d %s with both", claim, r->points, steps_name(r->step));
}

bool evidence_concerns(const struct evidence_result *result, const struct unit *unit) {
    return !unit || result->link->from->unit == unit || result->link->to->unit == unit;
}

size_t evidence_tested(const struct assessment *a, const struct unit *unit, size_t *by_chance) {
    size_t tested = 0;
    for (size_t i = 0; a->evidence && i < a->plan->links.count; i++) {
        tested +=
            evidence_concerns(&a->evidence[i], unit) && a->evidence[i].verdict != FOUND_TOO_LITTLE;
    }
    *by_chance = (tested + WRONG_ANSWERS - 1) / WRONG_ANSWERS;
    return tested;
}

/* ---- findings ---- */

/* What is said against somebody's declaration must hold among all the links that were tested: one
 * that is found because many were looked at is no reason to write to its owner. */
static void look_at(struct arena *arena, const struct evidence_result *r, size_t tested,
                    struct diags *diags) {
    const struct link *link = r->link;
    if ((int64_t)tested * r->p.micro > ASSOCIATION_LEVEL) {
        return;
    }
    if (link->evidence == EVIDENCE_SUPPORTED && r->verdict == FOUND_CONTRADICTED) {
        diag_report(diags, BP4041, link->evidence_place, link->from->id, link->to->id,
                    figures(arena, r), NULL);
    }
    if (link->evidence == EVIDENCE_REFUTED && r->verdict == FOUND_SUPPORTED) {
        diag_report(diags, BP4042, link->evidence_place, link->from->id, link->to->id,
                    figures(arena, r), NULL);
    }
}

static struct evidence_result *judge_all(struct arena *arena, const struct assessment *assessment,
                                         bool at_odds_only) {
    const struct plan *plan = assessment->plan;
    struct evidence_result *results = arena_array(arena, plan->links.count, sizeof *results);
    for (size_t i = 0; i < plan->links.count; i++) {
        const struct link *link = &plan->links.items[i];
        results[i] = (struct evidence_result){.link = link,
                                              .verdict = FOUND_TOO_LITTLE,
                                              .step = step_of(link),
                                              .lag = link->lag_months,
                                              .searched = !link->lag_given};
    }
    struct arena *whole = arena_aside(arena);
    struct association_orders *orders = arena_alloc(whole, sizeof *orders);
    const struct trial trial = {plan, orders, results, at_odds_only};
    for (int step = FREQUENCY_MONTHLY; step <= FREQUENCY_YEARLY; step++) {
        struct arena *aside = arena_aside(arena);
        judge_links(aside, assessment, (enum frequency)step, &trial);
        arena_free(aside);
    }
    arena_free(whole);
    return results;
}

static void find(struct arena *arena, const struct assessment *judged, struct diags *diags) {
    size_t by_chance;
    size_t tested = evidence_tested(judged, NULL, &by_chance);
    for (size_t i = 0; i < judged->plan->links.count; i++) {
        look_at(arena, &judged->evidence[i], tested, diags);
    }
}

const struct assessment *evidence_judge(struct arena *arena, const struct assessment *assessment,
                                        struct diags *diags) {
    struct assessment *judged = arena_alloc(arena, sizeof *judged);
    *judged = *assessment;
    judged->evidence = judge_all(arena, assessment, false);
    find(arena, judged, diags);
    return judged;
}

const struct assessment *evidence_translated(struct arena *arena,
                                             const struct assessment *assessment,
                                             const struct assessment *judged) {
    const struct plan *plan = assessment->plan;
    assert(judged->evidence && plan->links.count == judged->plan->links.count);
    struct evidence_result *results = arena_array(arena, plan->links.count, sizeof *results);
    for (size_t i = 0; i < plan->links.count; i++) {
        results[i] = judged->evidence[i];
        results[i].link = &plan->links.items[i];
    }
    struct assessment *out = arena_alloc(arena, sizeof *out);
    *out = *assessment;
    out->evidence = results;
    return out;
}

void evidence_find(struct arena *arena, const struct assessment *assessment, struct diags *diags) {
    bool any = false;
    for (size_t i = 0; i < assessment->plan->links.count; i++) {
        any |= assessment->plan->links.items[i].evidence != EVIDENCE_UNTESTED;
    }
    if (any) {
        struct assessment judged = *assessment;
        judged.evidence = judge_all(arena, assessment, true);
        find(arena, &judged, diags);
    }
}
