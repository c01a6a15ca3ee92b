#include "assess/alignment.h"

#include "assess/wide.h"
#include "base/idmap.h"
#include <assert.h>
#include <string.h>

/* The parts of a workforce fact that are people. */
enum part { PART_HEADCOUNT, PART_GOALS, PART_INCENTIVES, PART_PLANS, PART_AWARE, PARTS };

/* Sums of one unit with all below it, in 10^-6. */
struct gathered {
    wide budget, linked, orphaned;
    wide people[PARTS], of[PARTS];
    bool known[PARTS];
    struct period oldest; /* of the facts in the headcount */
};

struct gathering {
    const struct plan *plan;
    struct gathered *units;              /* parallel to the plan's */
    const struct workforce_fact **facts; /* the latest of each unit, or NULL */
    struct alignment_result *results;
};

/* ---- base rates ---- */

static const struct alignment_rate rates[] = {
    {"units", {67 * DECIMAL_ONE}, false, "of HR and IT units are not aligned with the strategy"},
    {"budget", {60 * DECIMAL_ONE}, false, "of organizations do not link their budget to it"},
    {"incentives-managers",
     {70 * DECIMAL_ONE},
     false,
     "of middle managers have no incentive linked to it"},
    {"incentives-front-line",
     {90 * DECIMAL_ONE},
     true,
     "of front-line staff have no incentive linked to it"},
    {"aware", {95 * DECIMAL_ONE}, false, "of employees are not aware of it"},
    {"hours-under-one",
     {85 * DECIMAL_ONE},
     false,
     "of executive teams spend less than an hour a month on it"},
    {"hours-none", {50 * DECIMAL_ONE}, false, "of executive teams spend no time on it"},
};

const struct alignment_rate *alignment_rates(size_t *count) {
    *count = sizeof rates / sizeof *rates;
    return rates;
}

const struct alignment_rate *alignment_rate(const char *key) {
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
        if (strcmp(rates[i].key, key) == 0) {
            return &rates[i];
        }
    }
    return NULL;
}

const char *alignment_source(void) {
    return "Kaplan & Norton (2005)";
}

bool alignment_share(struct decimal part, struct decimal whole, struct decimal *out) {
    return whole.micro > 0 &&
           wide_decimal(wide_divide((wide)part.micro * 100 * DECIMAL_ONE, whole.micro), out);
}

/* ---- objectives ---- */

static size_t unit_index(const struct plan *plan, const struct unit *unit) {
    size_t index = (size_t)(unit - plan->units.items);
    assert(index < plan->units.count);
    return index;
}

static bool traced(const struct objective *objective) {
    for (size_t i = 0; i < objective->supports.count; i++) {
        if (objective->supports.items[i].parent->state == STATE_ACTIVE) {
            return true;
        }
    }
    return false;
}

static void add_objectives(struct gathering *g) {
    for (size_t i = 0; i < g->plan->objectives.count; i++) {
        const struct objective *objective = &g->plan->objectives.items[i];
        if (objective->state != STATE_ACTIVE || !objective->unit->parent) {
            continue;
        }
        bool found = traced(objective);
        for (const struct unit *unit = objective->unit; unit; unit = unit->parent) {
            struct alignment_result *r = &g->results[unit_index(g->plan, unit)];
            r->objectives++;
            r->traced += found;
        }
    }
}

/* ---- money ---- */

enum { LINK_OBJECTIVE, LINK_INITIATIVE, LINK_ORPHAN };

/* What a budget line may be linked to. */
static struct idmap *index_strategy(struct arena *arena, const struct plan *plan) {
    struct idmap *ids = idmap_new(arena);
    for (size_t i = 0; i < plan->objectives.count; i++) {
        idmap_put(ids, plan->objectives.items[i].id, LINK_OBJECTIVE);
    }
    for (size_t i = 0; i < plan->initiatives.count; i++) {
        const struct initiative *initiative = &plan->initiatives.items[i];
        idmap_put(ids, initiative->id,
                  initiative->objectives.count > 0 ? LINK_INITIATIVE : LINK_ORPHAN);
    }
    return ids;
}

static void add_budget(struct arena *arena, struct gathering *g) {
    struct idmap *ids = index_strategy(arena, g->plan);
    for (size_t i = 0; i < g->plan->budget_lines.count; i++) {
        const struct budget_line *line = &g->plan->budget_lines.items[i];
        size_t link = *line->linked_id ? idmap_find(ids, line->linked_id) : IDMAP_NONE;
        for (const struct unit *unit = line->unit; unit; unit = unit->parent) {
            size_t at = unit_index(g->plan, unit);
            g->results[at].lines++;
            g->units[at].budget += line->amount.micro;
            g->units[at].linked += link != IDMAP_NONE ? line->amount.micro : 0;
            g->units[at].orphaned += link == LINK_ORPHAN ? line->amount.micro : 0;
        }
    }
}

/* ---- people ---- */

static const struct quantity *part_of(const struct workforce_fact *fact, enum part part) {
    const struct quantity *const parts[PARTS] = {&fact->headcount, &fact->goals_linked,
                                                 &fact->incentives_linked, &fact->plans_linked,
                                                 &fact->aware};
    return parts[part];
}

static bool tells(const struct workforce_fact *fact, enum part part) {
    return fact && fact->headcount.known && part_of(fact, part)->known;
}

/* The later one; of two that end on the same day the shorter. */
static bool later(struct period a, struct period b) {
    int order = date_compare(period_last(a), period_last(b));
    return order != 0 ? order > 0 : date_compare(period_first(a), period_first(b)) > 0;
}

static void choose_facts(struct gathering *g, struct period reporting) {
    struct date end = period_last(reporting);
    for (size_t i = 0; i < g->plan->workforce.count; i++) {
        const struct workforce_fact *fact = &g->plan->workforce.items[i];
        const struct workforce_fact **best = &g->facts[unit_index(g->plan, fact->unit)];
        if (date_compare(period_last(fact->period), end) <= 0 &&
            (!*best || later(fact->period, (*best)->period))) {
            *best = fact;
        }
    }
}

static void take(struct gathered *unit, const struct workforce_fact *fact, enum part part) {
    unit->known[part] = true;
    unit->people[part] += part_of(fact, part)->value.micro;
    unit->of[part] += fact->headcount.value.micro;
    if (part == PART_HEADCOUNT &&
        (!period_set(unit->oldest) || later(unit->oldest, fact->period))) {
        unit->oldest = fact->period;
    }
}

/* A fact counts for its own unit and for those above it, up to the first that tells for itself. */
static void add_part(struct gathering *g, const struct workforce_fact *fact, enum part part) {
    if (!tells(fact, part)) {
        return;
    }
    take(&g->units[unit_index(g->plan, fact->unit)], fact, part);
    for (const struct unit *unit = fact->unit->parent; unit; unit = unit->parent) {
        size_t at = unit_index(g->plan, unit);
        if (tells(g->facts[at], part)) {
            return;
        }
        take(&g->units[at], fact, part);
    }
}

static void add_people(struct gathering *g, struct period reporting) {
    choose_facts(g, reporting);
    for (size_t i = 0; i < g->plan->units.count; i++) {
        for (int part = 0; part < PARTS && g->facts[i]; part++) {
            add_part(g, g->facts[i], (enum part)part);
        }
    }
}

/* ---- together ---- */

static bool fits(wide a, wide b, struct decimal *out_a, struct decimal *out_b) {
    return wide_decimal(a, out_a) && wide_decimal(b, out_b);
}

static void fill(struct gathering *g, size_t at) {
    const struct gathered *from = &g->units[at];
    struct alignment_result *r = &g->results[at];
    const struct workforce_fact *fact = g->facts[at];
    r->has_budget = r->lines > 0 && fits(from->budget, from->linked, &r->budget, &r->linked) &&
                    wide_decimal(from->orphaned, &r->orphaned);
    r->too_large = r->lines > 0 && !r->has_budget;
    struct {
        bool *has;
        struct decimal *people, *of;
    } parts[PARTS] = {{&r->has_headcount, &r->headcount, &r->headcount},
                      {&r->has_goals, &r->goals, &r->goals_of},
                      {&r->has_incentives, &r->incentives, &r->incentives_of},
                      {&r->has_plans, &r->plans, &r->plans_of},
                      {&r->has_aware, &r->aware, &r->aware_of}};
    for (int part = 0; part < PARTS; part++) {
        *parts[part].has = from->known[part] && fits(from->people[part], from->of[part],
                                                     parts[part].people, parts[part].of);
        r->too_large |= from->known[part] && !*parts[part].has;
    }
    r->counted = from->oldest;
    r->has_hours = fact && fact->executive_hours.known;
    r->hours = r->has_hours ? fact->executive_hours.value : decimal_micro(0);
}

struct alignment_result *alignment(struct arena *arena, const struct plan *plan,
                                   struct period reporting) {
    size_t count = plan->units.count;
    struct gathering g = {.plan = plan};
    g.units = arena_array(arena, count, sizeof *g.units);
    g.facts = arena_array(arena, count, sizeof *g.facts);
    g.results = arena_array(arena, count, sizeof *g.results);
    add_objectives(&g);
    add_budget(arena, &g);
    add_people(&g, reporting);
    for (size_t i = 0; i < count; i++) {
        g.results[i].unit = &plan->units.items[i];
        g.results[i].fact = g.facts[i];
        fill(&g, i);
    }
    return g.results;
}

/* ---- findings ---- */

static const char *number(struct arena *arena, struct decimal value) {
    char text[32];
    decimal_format(value, -1, text);
    return arena_strdup(arena, text);
}

/* The facts of one period below a unit must not hold more people than its own. */
static void compare_headcounts(struct arena *arena, const struct assessment *a,
                               struct diags *diags) {
    const struct plan *plan = a->plan;
    wide *below = arena_array(arena, plan->units.count, sizeof *below);
    for (size_t i = 0; i < plan->units.count; i++) {
        const struct workforce_fact *fact = a->alignment[i].fact;
        if (!tells(fact, PART_HEADCOUNT)) {
            continue;
        }
        const struct unit *unit = fact->unit->parent;
        while (unit && !tells(a->alignment[unit_index(plan, unit)].fact, PART_HEADCOUNT)) {
            unit = unit->parent;
        }
        if (unit && period_equal(a->alignment[unit_index(plan, unit)].fact->period, fact->period)) {
            below[unit_index(plan, unit)] += fact->headcount.value.micro;
        }
    }
    for (size_t i = 0; i < plan->units.count; i++) {
        const struct workforce_fact *fact = a->alignment[i].fact;
        if (tells(fact, PART_HEADCOUNT) && below[i] > fact->headcount.value.micro) {
            char period[16];
            period_format(fact->period, &plan->organization.fiscal, period);
            diag_report(diags, BP4054, fact->headcount.place, fact->unit->id,
                        arena_strdup(arena, period), number(arena, fact->headcount.value),
                        wide_text(arena, below[i]), NULL);
        }
    }
}

/* What is too large is told at the largest. */
static void report_size(const struct assessment *a, struct diags *diags) {
    const struct plan *plan = a->plan;
    const struct budget_line *line = NULL;
    for (size_t i = 0; i < plan->budget_lines.count; i++) {
        const struct budget_line *other = &plan->budget_lines.items[i];
        if (!line || decimal_compare(line->amount, other->amount) < 0) {
            line = other;
        }
    }
    const struct workforce_fact *fact = NULL;
    for (size_t i = 0; i < plan->units.count; i++) {
        const struct workforce_fact *other = a->alignment[i].fact;
        if (tells(other, PART_HEADCOUNT) &&
            (!fact || decimal_compare(fact->headcount.value, other->headcount.value) < 0)) {
            fact = other;
        }
    }
    if (line && (!fact || decimal_compare(line->amount, fact->headcount.value) >= 0)) {
        diag_report(diags, BP4055, line->place, "amounts of the budget lines", NULL);
    } else {
        assert(fact); /* what is too large is made of one or the other */
        diag_report(diags, BP4055, fact->headcount.place, "headcounts of the workforce", NULL);
    }
}

void alignment_findings(struct arena *arena, const struct assessment *assessment,
                        struct diags *diags) {
    const struct plan *plan = assessment->plan;
    for (size_t i = 0; i < plan->budget_lines.count; i++) {
        const struct budget_line *line = &plan->budget_lines.items[i];
        if (line->kind == BUDGET_STRATEGIC && !*line->linked_id) {
            diag_report(diags, BP4053, line->place, line->id, NULL);
        }
    }
    compare_headcounts(arena, assessment, diags);
    bool too_large = false;
    for (size_t i = 0; i < plan->units.count; i++) {
        too_large = too_large || assessment->alignment[i].too_large;
    }
    if (too_large) {
        report_size(assessment, diags);
    }
}
