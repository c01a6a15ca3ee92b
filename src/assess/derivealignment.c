/* How far a unit with all below it is turned to the strategy (domain.md section 4, rule 13). */
#include "assess/alignment.h"
#include "assess/derivesum.h"

#include <assert.h>
#include <string.h>

/* The parts of a workforce fact that are people. */
enum part { PART_HEADCOUNT, PART_GOALS, PART_INCENTIVES, PART_PLANS, PART_AWARE, PARTS };

/* How a part is told, and the keys of base rates beside it. */
struct asked {
    const char *figure, *words, *rate[2];
};

/* The work on one unit. */
struct work {
    struct deriving d;
    const struct alignment_result *result;
};

static bool within(const struct unit *unit, const struct unit *top) {
    while (unit && unit != top) {
        unit = unit->parent;
    }
    return unit != NULL;
}

/* What research found beside a share. */
static void rate_input(struct deriving *d, const char *key) {
    const struct alignment_rate *rate = key ? alignment_rate(key) : NULL;
    if (rate) {
        derive_input(d, arena_printf(d->arena, "beside it, %s", alignment_source()),
                     arena_printf(d->arena, "%s%s %% %s", rate->at_least ? "over " : "",
                                  derive_decimal_text(d->arena, rate->percent), rate->says),
                     (struct place){0});
    }
}

static void share_step(struct work *w, const char *figure, const char *words, struct decimal part,
                       struct decimal whole) {
    struct decimal share;
    if (alignment_share(part, whole, &share)) {
        derive_step(&w->d, figure, RULE_NONE, words);
        derivesum_share(&w->d, part, whole, share);
    }
}

/* ---- objectives ---- */

static bool counts(const struct work *w, const struct objective *objective) {
    return objective->state == STATE_ACTIVE && objective->unit->parent &&
           within(objective->unit, w->result->unit);
}

/* The first active objective above that it supports, or NULL. */
static const struct objective *above(const struct objective *objective) {
    for (size_t i = 0; i < objective->supports.count; i++) {
        if (objective->supports.items[i].parent->state == STATE_ACTIVE) {
            return objective->supports.items[i].parent;
        }
    }
    return NULL;
}

static void objective_inputs(struct work *w, bool traced_only) {
    struct deriving *d = &w->d;
    for (size_t i = 0; i < d->plan->objectives.count; i++) {
        const struct objective *objective = &d->plan->objectives.items[i];
        const struct objective *parent = above(objective);
        if (!counts(w, objective) || (traced_only && !parent)) {
            continue;
        }
        derive_other(d, arena_printf(d->arena, "%s %s", objective->id, objective->name),
                     parent ? arena_printf(d->arena, "supports %s", parent->id)
                            : "supports nothing above it",
                     objective->id);
    }
}

static void objective_steps(struct work *w) {
    struct deriving *d = &w->d;
    const struct alignment_result *r = w->result;
    derive_step(d, "objectives", RULE_NONE,
                "Active objectives of the unit and of all below it; those of the whole "
                "organization have nothing above them and do not count.");
    derive_result(d, arena_printf(d->arena, "%d", r->objectives));
    objective_inputs(w, false);
    derive_step(d, "objectives traced", RULE_NONE,
                "Of these, those that support an active objective of the unit above.");
    derive_result(d, arena_printf(d->arena, "%d", r->traced));
    objective_inputs(w, true);
    share_step(w, "objectives traced in %", "Traced objectives of all.", decimal_of(r->traced),
               decimal_of(r->objectives));
    if (r->objectives > 0) {
        rate_input(d, "units");
    }
}

/* ---- money ---- */

enum lines { LINES_ALL, LINES_LINKED, LINES_ORPHANED };

/* True if the strategy has the id; *orphaned: an initiative that serves no objective. */
static bool linked(const struct plan *plan, const struct budget_line *line, bool *orphaned) {
    *orphaned = false;
    for (size_t i = 0; i < plan->objectives.count; i++) {
        if (strcmp(plan->objectives.items[i].id, line->linked_id) == 0) {
            return true;
        }
    }
    for (size_t i = 0; i < plan->initiatives.count; i++) {
        const struct initiative *initiative = &plan->initiatives.items[i];
        if (strcmp(initiative->id, line->linked_id) == 0) {
            *orphaned = initiative->objectives.count == 0;
            return true;
        }
    }
    return false;
}

static void money_step(struct work *w, const char *figure, const char *words, enum lines lines,
                       struct decimal result) {
    struct deriving *d = &w->d;
    derive_step(d, figure, RULE_NONE, words);
    struct derivesum sum = derivesum_begin(d);
    for (size_t i = 0; i < d->plan->budget_lines.count; i++) {
        const struct budget_line *line = &d->plan->budget_lines.items[i];
        bool orphaned;
        bool found = linked(d->plan, line, &orphaned);
        if (!within(line->unit, w->result->unit) || (lines == LINES_LINKED && !found) ||
            (lines == LINES_ORPHANED && !orphaned)) {
            continue;
        }
        const char *name = line->name ? line->name : "";
        const char *target =
            lines == LINES_ALL ? "" : arena_printf(d->arena, ", linked to %s", line->linked_id);
        derivesum_add(d, &sum,
                      arena_printf(d->arena, "%s%s%s%s", line->id, *name ? " " : "", name, target),
                      line->amount,
                      derive_cell(d, SHEET_BUDGET_LINES, COLUMN_BUDGET_LINES_ID, line->id,
                                  COLUMN_BUDGET_LINES_AMOUNT));
    }
    derivesum_result(d, &sum, result);
}

static void budget_steps(struct work *w) {
    const struct alignment_result *r = w->result;
    if (!r->has_budget) {
        return;
    }
    money_step(w, "budget", "The budget lines of the unit and of all below it, added up.",
               LINES_ALL, r->budget);
    money_step(w, "budget linked to the strategy",
               "Of these, those that name an objective or an initiative.", LINES_LINKED, r->linked);
    if (r->orphaned.micro != 0) {
        money_step(w, "linked to initiatives that serve no objective",
                   "Of the linked ones; they count as linked and are told apart.", LINES_ORPHANED,
                   r->orphaned);
    }
    if (r->budget.micro > 0) {
        share_step(w, "budget linked in %", "Linked of all.", r->linked, r->budget);
        rate_input(&w->d, "budget");
    }
}

/* ---- people ---- */

/* NULL if the fact does not tell the part. */
static const struct quantity *told(const struct workforce_fact *fact, enum part part) {
    const struct quantity *const parts[PARTS] = {&fact->headcount, &fact->goals_linked,
                                                 &fact->incentives_linked, &fact->plans_linked,
                                                 &fact->aware};
    return fact->headcount.known && parts[part]->known ? parts[part] : NULL;
}

static const struct workforce_fact *fact_of(const struct work *w, const struct unit *unit) {
    return w->d.assessment->alignment[unit - w->d.plan->units.items].fact;
}

/* The fact of a unit if it goes into the figure: nobody nearer to the top tells it. */
static const struct workforce_fact *taken(const struct work *w, const struct unit *unit,
                                          enum part part) {
    const struct workforce_fact *own = fact_of(w, unit);
    if (!within(unit, w->result->unit) || !own || !told(own, part)) {
        return NULL;
    }
    while (unit != w->result->unit) {
        unit = unit->parent;
        const struct workforce_fact *fact = fact_of(w, unit);
        if (fact && told(fact, part)) {
            return NULL;
        }
    }
    return own;
}

/* heads: the people of the facts that tell the part, not the part itself. */
static void people_step(struct work *w, enum part part, const char *figure, const char *words,
                        bool heads, struct decimal result) {
    struct deriving *d = &w->d;
    derive_step(d, figure, RULE_NONE, words);
    struct derivesum sum = derivesum_begin(d);
    for (size_t i = 0; i < d->plan->units.count; i++) {
        const struct unit *unit = &d->plan->units.items[i];
        const struct workforce_fact *fact = taken(w, unit, part);
        if (fact) {
            const struct quantity *quantity = heads ? &fact->headcount : told(fact, part);
            assert(quantity); /* taken() gives facts that tell it */
            derivesum_add(
                d, &sum,
                arena_printf(d->arena, "%s in %s", unit->id, derive_period_text(d, fact->period)),
                quantity->value, quantity->place);
        }
    }
    derivesum_result(d, &sum, result);
}

static void asked_steps(struct work *w, enum part part, bool has, struct decimal people,
                        struct decimal of) {
    static const struct asked all[PARTS] = {
        [PART_GOALS] = {"goals linked",
                        "People with goals that are linked to the strategy: the unit's own figure "
                        "if it tells one, else those of the nearest units below.",
                        {NULL, NULL}},
        [PART_INCENTIVES] = {"incentives linked",
                             "People with incentives that are linked; counted likewise.",
                             {"incentives-managers", "incentives-front-line"}},
        [PART_PLANS] = {"development plans linked",
                        "People with development plans that are linked; counted likewise.",
                        {NULL, NULL}},
        [PART_AWARE] = {"aware of the strategy",
                        "People who know the strategy; counted likewise.",
                        {"aware", NULL}},
    };
    struct deriving *d = &w->d;
    const struct asked *asked = &all[part];
    if (!has) {
        return;
    }
    people_step(w, part, asked->figure, asked->words, false, people);
    people_step(w, part, arena_printf(d->arena, "people asked: %s", asked->figure),
                "The headcount of the same facts: people of whom nobody told do not count.", true,
                of);
    if (of.micro > 0) {
        share_step(w, arena_printf(d->arena, "%s in %%", asked->figure), "Of the people asked.",
                   people, of);
        rate_input(d, asked->rate[0]);
        rate_input(d, asked->rate[1]);
    }
}

static void people_steps(struct work *w) {
    const struct alignment_result *r = w->result;
    if (r->has_headcount) {
        people_step(w, PART_HEADCOUNT, "headcount",
                    "The latest figure up to the reporting period: the unit's own, which stands "
                    "for all below it, else those of the nearest units below.",
                    true, r->headcount);
    }
    asked_steps(w, PART_GOALS, r->has_goals, r->goals, r->goals_of);
    asked_steps(w, PART_INCENTIVES, r->has_incentives, r->incentives, r->incentives_of);
    asked_steps(w, PART_PLANS, r->has_plans, r->plans, r->plans_of);
    asked_steps(w, PART_AWARE, r->has_aware, r->aware, r->aware_of);
}

static void hours_step(struct work *w) {
    struct deriving *d = &w->d;
    if (!w->result->has_hours) {
        return;
    }
    const struct quantity *hours = &w->result->fact->executive_hours;
    derive_step(d, "executive hours a month", RULE_NONE,
                "Time of the unit's own executive team on the strategy; units below do not "
                "count.");
    derive_number_result(d, w->result->hours);
    derive_number(
        d, arena_printf(d->arena, "hours in %s", derive_period_text(d, w->result->fact->period)),
        hours->value, hours->place);
    rate_input(d, "hours-under-one");
    rate_input(d, "hours-none");
}

const struct derivation *derivealignment(struct arena *arena, const struct assessment *assessment,
                                         const struct alignment_result *result) {
    const struct unit *unit = result->unit;
    const char *id = arena_printf(arena, "%s/alignment", unit->id);
    struct work w = {.d = derive_begin(arena, assessment, 0, "alignment", id, unit->name),
                     .result = result};
    w.d.out->place = unit->place;
    struct decimal share;
    const char *budget =
        result->has_budget && alignment_share(result->linked, result->budget, &share)
            ? arena_printf(arena, ", %s %% of the budget is linked to the strategy",
                           derive_decimal_text(arena, decimal_round(share, 1)))
            : "";
    w.d.out->answer = arena_printf(arena, "%s %s: %d of %d objectives trace to the unit above%s",
                                   id, unit->name, result->traced, result->objectives, budget);
    objective_steps(&w);
    budget_steps(&w);
    people_steps(&w);
    hours_step(&w);
    return w.d.out;
}
