#include "assess/briefing.h"

#include "assess/briefingsource.h"
#include "assess/rollup.h"
#include "assess/wide.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* The work on one brief. */
struct work {
    struct arena *arena;
    const struct assessment *assessment;
    const struct plan *plan;
    const struct unit *unit;
    struct briefing *out;
    bool *told; /* parallel to the objectives: a chain names it already */
};

/* ---- what belongs to the unit ---- */

static bool in_branch(const struct work *work, const struct unit *unit) {
    for (; unit; unit = unit->parent) {
        if (unit == work->unit) {
            return true;
        }
    }
    return false;
}

static bool objective_here(const struct work *work, const struct objective *objective) {
    return objective->unit == work->unit && objective->state == STATE_ACTIVE;
}

static bool measure_here(const struct work *work, const struct measure *measure) {
    return measure->state == STATE_ACTIVE && measure->objectives.count > 0 &&
           objective_here(work, measure->objectives.items[0]);
}

static bool initiative_here(const struct work *work, const struct initiative *initiative) {
    if (initiative->state != STATE_ACTIVE || initiative->closed) {
        return false;
    }
    for (size_t i = 0; i < initiative->objectives.count; i++) {
        if (objective_here(work, initiative->objectives.items[i])) {
            return true;
        }
    }
    return in_branch(work, initiative->unit);
}

/* The unit of what an id names; NULL if of none. */
static const struct unit *unit_named(const struct work *work, const char *id) {
    const struct objective *objective = plan_objective(work->plan, id);
    const struct measure *measure = plan_measure(work->plan, id);
    const struct initiative *initiative = plan_initiative(work->plan, id);
    if (measure && measure->objectives.count > 0) {
        objective = measure->objectives.items[0];
    }
    if (objective) {
        return objective->unit;
    }
    return initiative ? initiative->unit : plan_unit(work->plan, id);
}

static bool action_here(const struct work *work, const struct action *action) {
    if (!work->unit->parent) {
        return true;
    }
    return action->linked_id && in_branch(work, unit_named(work, action->linked_id));
}

/* ---- weights ---- */

static const struct rational *zero(const struct work *work) {
    return rational_of(work->arena, 0, 1);
}

/* What part of the weight of those in scope one has: of objectives, measures or perspectives. */
static const struct rational *part(const struct work *work, const struct rollup_child *children,
                                   size_t count, const void *one) {
    wide whole = 0;
    wide own = 0;
    for (size_t i = 0; i < count; i++) {
        const struct rollup_child *child = &children[i];
        if (!rollup_in_scope(child->status)) {
            continue;
        }
        whole += child->weight.micro;
        if (child->objective == one || child->measure == one || child->perspective == one) {
            own = child->weight.micro;
        }
    }
    return whole > 0 ? wide_rational(work->arena, own, whole) : zero(work);
}

/* What part of its unit's weight an objective has. */
static const struct rational *share(const struct work *work, const struct objective *objective) {
    const struct group_result *unit = assess_unit(work->assessment, objective->unit);
    const struct group_result *group =
        assess_perspective(work->assessment, objective->unit, objective->perspective);
    assert(group); /* it has this objective */
    return rational_mul(work->arena,
                        part(work, unit->children, unit->child_count, objective->perspective),
                        part(work, group->children, group->child_count, objective));
}

static const struct rational *measure_share(const struct work *work,
                                            const struct measure *measure) {
    const struct objective *home = measure->objectives.items[0];
    const struct objective_result *result = assess_objective(work->assessment, home);
    return rational_mul(work->arena, share(work, home),
                        part(work, result->children, result->child_count, measure));
}

/* What the unit's score would win if the objective stood at 100. */
static const struct rational *points(const struct work *work,
                                     const struct objective_result *result) {
    const struct rational *lacks = rational_of(work->arena, 100, 1);
    if (result->score.exact) {
        lacks = rational_sub(work->arena, lacks, result->score.exact);
    }
    return rational_mul(work->arena, share(work, result->objective), lacks);
}

/* ---- facts ---- */

static bool named(const char *owner) {
    return owner && *owner;
}

/* Commentary on an id for the reporting period: by the executive first, else the last row. */
static const struct commentary *comment_on(const struct work *work, const char *id) {
    const struct commentary *found = NULL;
    for (size_t i = 0; i < work->plan->commentaries.count; i++) {
        const struct commentary *commentary = &work->plan->commentaries.items[i];
        if (strcmp(commentary->linked_id, id) != 0 ||
            !period_equal(commentary->period, work->assessment->period)) {
            continue;
        }
        if (!found || found->kind != COMMENTARY_EXECUTIVE ||
            commentary->kind == COMMENTARY_EXECUTIVE) {
            found = commentary;
        }
    }
    return found;
}

/* The first of two ids that somebody has commented on. */
static void comment(const struct work *work, struct briefing_fact *fact, const char *id,
                    const char *other, bool wanted) {
    fact->commentary_wanted = wanted;
    fact->commentary = comment_on(work, id);
    if (!fact->commentary && other) {
        fact->commentary = comment_on(work, other);
    }
    if (fact->commentary) {
        briefingsource_add(work->arena, fact, BRIEFING_OF_COMMENTARY, fact->commentary->linked_id,
                           false, fact->commentary->place);
    }
}

static struct briefing_fact *fact_add(const struct work *work, enum briefing_kind kind,
                                      enum status status, const struct rational *weight) {
    struct briefing_fact *fact = vec_add(work->arena, &work->out->facts);
    fact->kind = kind;
    fact->status = status;
    fact->before = STATUS_NO_DATA;
    fact->weight = weight;
    fact->rank = work->out->facts.count;
    fact->owner = "";
    return fact;
}

static void read_measure(const struct work *work, struct briefing_fact *fact,
                         const struct measure_result *result) {
    fact->has_reading = true;
    fact->reading = reading_of(work->assessment, result);
    if (named(result->measure->owner)) {
        fact->owner = result->measure->owner;
    }
    briefingsource_reading(work->arena, work->assessment, &fact->reading, fact);
}

/* ---- objectives ---- */

static const struct objective_result *result_of(const struct work *work,
                                                const struct objective *objective) {
    return assess_objective(work->assessment, objective);
}

static bool red_here(const struct work *work, const struct objective *objective) {
    return objective_here(work, objective) && result_of(work, objective)->status == STATUS_RED;
}

/* True for a link between two objectives off track, one of which drives the other down. */
static bool failing(const struct work *work, const struct link *link) {
    return !link->negative && link->from != link->to && red_here(work, link->from) &&
           red_here(work, link->to);
}

static bool *told(const struct work *work, const struct objective *objective) {
    return &work->told[objective - work->plan->objectives.items];
}

/* True if it drives an objective off track that nothing has told of yet. */
static bool drives_untold(const struct work *work, const struct objective *objective) {
    for (size_t i = 0; i < work->plan->links.count; i++) {
        const struct link *link = &work->plan->links.items[i];
        if (link->from == objective && failing(work, link) && !*told(work, link->to)) {
            return true;
        }
    }
    return false;
}

static void add_driver(const struct work *work, struct briefing_fact *fact,
                       const struct link *link) {
    const struct objective *objective = link->from;
    const struct measure_result *lead = reading_lead(work->assessment, objective, false);
    struct briefing_driver *driver = vec_add(work->arena, &fact->drivers);
    driver->objective = result_of(work, objective);
    briefingsource_add(work->arena, fact, BRIEFING_OF_LINK, objective->id, true, link->place);
    if (lead) {
        driver->has_reading = true;
        driver->reading = reading_of(work->assessment, lead);
        briefingsource_reading(work->arena, work->assessment, &driver->reading, fact);
    }
    const struct rational *heavier = points(work, driver->objective);
    if (rational_compare(heavier, fact->weight) > 0) {
        fact->weight = heavier;
    }
    fact->critical = fact->critical || objective->critical;
}

static bool has_driver(const struct briefing_fact *fact, const struct objective *objective) {
    for (size_t i = 0; i < fact->drivers.count; i++) {
        if (fact->drivers.items[i].objective->objective == objective) {
            return true;
        }
    }
    return false;
}

static void add_drivers(const struct work *work, struct briefing_fact *fact) {
    for (size_t i = 0; i < work->plan->links.count; i++) {
        const struct link *link = &work->plan->links.items[i];
        if (link->to == fact->objective->objective && failing(work, link) &&
            !has_driver(fact, link->from)) {
            add_driver(work, fact, link);
            *told(work, link->from) = true;
        }
    }
}

static struct briefing_fact *objective_fact(const struct work *work, enum briefing_kind kind,
                                            const struct objective_result *result,
                                            const struct measure_result *lead) {
    const struct objective *objective = result->objective;
    struct briefing_fact *fact = fact_add(work, kind, result->status, points(work, result));
    fact->objective = result;
    fact->critical = objective->critical;
    fact->before =
        work->assessment->previous->objectives[result - work->assessment->objectives].status;
    briefingsource_add(work->arena, fact, BRIEFING_OF_STATUS, objective->id, true,
                       objective->place);
    if (lead) {
        read_measure(work, fact, lead);
    }
    if (!*fact->owner && named(objective->owner)) {
        fact->owner = objective->owner;
        fact->owner_of_objective = true;
    }
    return fact;
}

static void tell_red(const struct work *work, const struct objective_result *result) {
    const struct measure_result *lead = reading_lead(work->assessment, result->objective, false);
    struct briefing_fact *fact = objective_fact(work, BRIEFING_OFF_TRACK, result, lead);
    *told(work, result->objective) = true;
    add_drivers(work, fact);
    comment(work, fact, result->objective->id, lead ? lead->measure->id : NULL, true);
}

/* The next to tell: an effect before what drives it; the first of a circle; NULL if all is told. */
static const struct objective *next_red(const struct work *work) {
    const struct objective *circle = NULL;
    for (size_t i = 0; i < work->plan->objectives.count; i++) {
        const struct objective *objective = &work->plan->objectives.items[i];
        if (!red_here(work, objective) || work->told[i]) {
            continue;
        }
        if (!drives_untold(work, objective)) {
            return objective;
        }
        circle = circle ? circle : objective;
    }
    return circle;
}

static void tell_off_track(const struct work *work) {
    const struct objective *next;
    while ((next = next_red(work))) {
        tell_red(work, result_of(work, next));
    }
}

/* Both colours, and the first the worse. */
static bool worse(enum status a, enum status b) {
    return status_scored(a) && status_scored(b) && a > b;
}

/* The critical measure that is worst off track, or NULL. */
static const struct measure_result *critical_measure(const struct work *work,
                                                     const struct objective *objective) {
    const struct measure_result *worst = NULL;
    for (size_t i = 0; i < objective->measures.count; i++) {
        const struct measure *measure = objective->measures.items[i];
        const struct measure_result *result = assess_measure(work->assessment, measure);
        if (measure->critical && result->status == STATUS_RED &&
            (!worst || rational_compare(result->score.exact, worst->score.exact) < 0)) {
            worst = result;
        }
    }
    return worst;
}

/* The first measure of an objective that should have a value and has none, or NULL. */
static const struct measure_result *silent_measure(const struct work *work,
                                                   const struct objective *objective) {
    for (size_t i = 0; i < objective->measures.count; i++) {
        const struct measure_result *result =
            assess_measure(work->assessment, objective->measures.items[i]);
        if (!status_scored(result->status) && rollup_in_scope(result->status)) {
            return result;
        }
    }
    return NULL;
}

/* What the unit's score won since the period before. */
static const struct rational *won(const struct work *work, const struct objective_result *now,
                                  const struct objective_result *before) {
    return rational_mul(work->arena, share(work, now->objective),
                        rational_sub(work->arena, now->score.exact, before->score.exact));
}

/* An objective that has a status, and not the worst. */
static void tell_judged(const struct work *work, const struct objective_result *now,
                        const struct objective_result *before) {
    const struct objective *objective = now->objective;
    const struct measure_result *critical = critical_measure(work, objective);
    const struct measure_result *lead = reading_lead(work->assessment, objective, false);
    if (critical) {
        struct briefing_fact *fact = objective_fact(work, BRIEFING_CRITICAL, now, critical);
        comment(work, fact, critical->measure->id, objective->id, true);
    } else if (worse(now->status, before->status)) {
        struct briefing_fact *fact = objective_fact(work, BRIEFING_WORSENED, now, lead);
        comment(work, fact, objective->id, lead ? lead->measure->id : NULL, true);
    } else if (worse(now->forecast_status, now->status)) {
        lead = reading_lead(work->assessment, objective, true);
        struct briefing_fact *fact = objective_fact(work, BRIEFING_WARNING, now, lead);
        comment(work, fact, objective->id, lead ? lead->measure->id : NULL, false);
    } else if (now->status == STATUS_GREEN && worse(before->status, now->status)) {
        struct briefing_fact *fact = objective_fact(work, BRIEFING_RECOVERED, now, lead);
        fact->weight = won(work, now, before);
        comment(work, fact, objective->id, NULL, false);
    }
}

static void tell_unjudged(const struct work *work, const struct objective_result *result) {
    const struct measure_result *silent = silent_measure(work, result->objective);
    struct briefing_fact *fact = objective_fact(work, BRIEFING_UNJUDGED, result, silent);
    fact->weight = share(work, result->objective);
    comment(work, fact, result->objective->id, NULL, false);
}

static void tell_objectives(const struct work *work) {
    const struct assessment *a = work->assessment;
    for (size_t i = 0; i < work->plan->objectives.count; i++) {
        const struct objective_result *result = &a->objectives[i];
        if (!objective_here(work, result->objective) || result->status == STATUS_RED) {
            continue;
        }
        if (status_scored(result->status)) {
            tell_judged(work, result, &a->previous->objectives[i]);
        } else if (result->in_scope) {
            tell_unjudged(work, result);
        }
    }
}

/* ---- measures ---- */

static void tell_measure(const struct work *work, enum briefing_kind kind,
                         const struct measure_result *result) {
    const struct measure *measure = result->measure;
    struct briefing_fact *fact = fact_add(work, kind, result->status, measure_share(work, measure));
    fact->critical = measure->critical;
    fact->before = result->previous_status;
    read_measure(work, fact, result);
    comment(work, fact, measure->id, measure->objectives.items[0]->id, false);
}

static void tell_measures(const struct work *work) {
    for (size_t i = 0; i < work->plan->measures.count; i++) {
        const struct measure_result *result = &work->assessment->measures[i];
        if (!measure_here(work, result->measure)) {
            continue;
        }
        enum status home = result_of(work, result->measure->objectives.items[0])->status;
        if (result->status == STATUS_EXCEEDS) {
            tell_measure(work, BRIEFING_EXCEEDS, result);
        } else if (status_scored(home) && !status_scored(result->status) &&
                   rollup_in_scope(result->status)) {
            tell_measure(work, BRIEFING_NO_VALUE, result);
        }
    }
}

/* ---- initiatives, benefits, actions, the office ---- */

/* a - b at the most that a decimal holds. */
static struct decimal difference(struct decimal a, struct decimal b) {
    struct decimal out;
    if (!wide_decimal((wide)a.micro - b.micro, &out)) {
        out = decimal_micro(a.micro > b.micro ? INT64_MAX : -INT64_MAX);
    }
    return out;
}

static wide above_zero(struct decimal amount) {
    return amount.micro > 0 ? amount.micro : 0;
}

static void tell_initiative(const struct work *work, enum briefing_kind kind,
                            const struct initiative_result *result) {
    const struct initiative *initiative = result->initiative;
    struct briefing_fact *fact = fact_add(work, kind, result->status, NULL);
    fact->initiative = result;
    fact->days = result->days_overdue;
    if (initiative->budget.known && initiative->forecast_cost.known) {
        fact->expense = difference(initiative->forecast_cost.value, initiative->budget.value);
    }
    if (result->benefit != STATUS_NO_DATA) {
        fact->shortfall = difference(result->benefit_planned, result->benefit_expected);
    }
    wide stake = above_zero(fact->expense) + above_zero(fact->shortfall);
    if (!wide_decimal(stake, &fact->money)) {
        fact->money = decimal_micro(INT64_MAX);
    }
    fact->weight = kind == BRIEFING_STEP_IN ? wide_rational(work->arena, stake, DECIMAL_ONE)
                                            : rational_of(work->arena, result->flattery, 1);
    briefingsource_initiative(work->arena, result, fact);
    if (named(initiative->owner)) {
        fact->owner = initiative->owner;
        briefingsource_add(work->arena, fact, BRIEFING_OF_OWNER, initiative->id, true,
                           initiative->place);
    }
    comment(work, fact, initiative->id, NULL, kind == BRIEFING_STEP_IN);
}

static void tell_initiatives(const struct work *work) {
    for (size_t i = 0; i < work->plan->initiatives.count; i++) {
        const struct initiative_result *result = &work->assessment->initiatives[i];
        if (!initiative_here(work, result->initiative)) {
            continue;
        }
        if (result->status == STATUS_RED) {
            tell_initiative(work, BRIEFING_STEP_IN, result);
        } else if (result->disagrees) {
            tell_initiative(work, BRIEFING_FLATTERED, result);
        }
    }
}

static void tell_benefits(const struct work *work) {
    for (size_t i = 0; i < work->plan->benefits.count; i++) {
        const struct benefit_result *result = &work->assessment->benefits[i];
        const struct benefit *benefit = result->benefit;
        if (!result->overdue || !initiative_here(work, benefit->initiative)) {
            continue;
        }
        struct briefing_fact *fact = fact_add(work, BRIEFING_BENEFIT, result->status, zero(work));
        fact->benefit = result;
        fact->initiative =
            &work->assessment->initiatives[benefit->initiative - work->plan->initiatives.items];
        if (result->in_currency) {
            struct decimal realised = benefit->realised.value; /* 0 if nobody has said */
            fact->money =
                decimal_micro((int64_t)above_zero(difference(benefit->planned.value, realised)));
            fact->weight = rational_decimal(work->arena, fact->money);
        }
        fact->owner = named(benefit->owner) ? benefit->owner : "";
        briefingsource_benefit(work->arena, benefit, fact);
        comment(work, fact, benefit->id, NULL, false);
    }
}

static void tell_actions(const struct work *work) {
    for (size_t i = 0; i < work->plan->actions.count; i++) {
        const struct action *action = &work->plan->actions.items[i];
        int late = date_between(action->due, work->assessment->as_of);
        if (action->status != ACTION_OPEN || late <= 0 || !action_here(work, action)) {
            continue;
        }
        struct briefing_fact *fact = fact_add(work, BRIEFING_ACTION, STATUS_NO_DATA, zero(work));
        fact->action = action;
        fact->days = late;
        fact->owner = named(action->owner) ? action->owner : "";
        briefingsource_add(work->arena, fact, BRIEFING_OF_DUE, action->id, false, action->place);
    }
}

static void tell_office(const struct work *work) {
    for (size_t i = 0; i < work->plan->processes.count; i++) {
        const struct process_result *result = &work->assessment->staffing.processes[i];
        const struct process *process = result->process;
        bool under = result->verdict == STAFFING_UNDER;
        if (work->unit->parent || process->group != PROCESS_CORE || (!under && !result->vacant)) {
            continue;
        }
        struct decimal gap = under ? decimal_abs(result->gap) : decimal_of(0);
        struct briefing_fact *fact =
            fact_add(work, BRIEFING_OFFICE, result->colour, rational_decimal(work->arena, gap));
        fact->process = result;
        fact->owner = named(process->owner) ? process->owner : "";
        briefingsource_process(work->arena, work->plan, process, fact);
        comment(work, fact, process->id, NULL, false);
    }
}

/* ---- order ---- */

static int by_importance(const void *a, const void *b) {
    const struct briefing_fact *x = a;
    const struct briefing_fact *y = b;
    int order[] = {(int)x->kind - (int)y->kind, y->critical - x->critical,
                   rational_compare(y->weight, x->weight), y->days - x->days};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (order[i] != 0) {
            return order[i];
        }
    }
    return (x->rank > y->rank) - (x->rank < y->rank);
}

const struct briefing *briefing_make(struct arena *arena, const struct assessment *assessment,
                                     const struct unit *unit) {
    assert(assessment->previous); /* the earlier one does not keep what it was made of */
    const struct plan *plan = assessment->plan;
    struct briefing *out = arena_alloc(arena, sizeof *out);
    out->assessment = assessment;
    out->unit = unit;
    struct work work = {.arena = arena,
                        .assessment = assessment,
                        .plan = plan,
                        .unit = unit,
                        .out = out,
                        .told = arena_array(arena, plan->objectives.count, sizeof(bool))};
    tell_off_track(&work);
    tell_objectives(&work);
    tell_measures(&work);
    tell_initiatives(&work);
    tell_benefits(&work);
    tell_actions(&work);
    tell_office(&work);
    if (out->facts.count > 1) {
        qsort(out->facts.items, out->facts.count, sizeof *out->facts.items, by_importance);
    }
    for (size_t i = 0; i < out->facts.count; i++) {
        out->facts.items[i].rank = i + 1;
    }
    return out;
}

static bool good_news(enum briefing_kind kind) {
    return kind >= BRIEFING_RECOVERED;
}

size_t briefing_choose(const struct briefing *briefing, const struct briefing_fact **chosen) {
    /* How many of a kind may stand on the page; overdue actions have a table of their own there. */
    static const size_t most[BRIEFING_KIND_COUNT] = {
        [BRIEFING_OFF_TRACK] = BRIEFING_MOST,
        [BRIEFING_STEP_IN] = 2,
        [BRIEFING_CRITICAL] = 2,
        [BRIEFING_WORSENED] = 2,
        [BRIEFING_WARNING] = 1,
        [BRIEFING_UNJUDGED] = 1,
        [BRIEFING_NO_VALUE] = 1,
        [BRIEFING_FLATTERED] = 1,
        [BRIEFING_BENEFIT] = 1,
        [BRIEFING_OFFICE] = 1,
        [BRIEFING_RECOVERED] = 1,
        [BRIEFING_EXCEEDS] = 1,
    };
    size_t taken[BRIEFING_KIND_COUNT] = {0};
    size_t count = 0;
    size_t all = briefing->facts.count;
    bool cheer = all > 0 && good_news(briefing->facts.items[all - 1].kind);
    for (size_t i = 0; i < all; i++) {
        const struct briefing_fact *fact = &briefing->facts.items[i];
        bool good = good_news(fact->kind);
        size_t room = cheer && !good ? BRIEFING_MOST - 1 : BRIEFING_MOST;
        /* One piece of good news, not one of each kind. */
        bool enough = good && taken[BRIEFING_RECOVERED] > 0;
        if (count < room && !enough && taken[fact->kind] < most[fact->kind]) {
            taken[fact->kind]++;
            chosen[count++] = fact;
        }
    }
    return count;
}

const char *briefing_kind_name(enum briefing_kind kind) {
    static const char *const names[BRIEFING_KIND_COUNT] = {
        "off-track", "step-in", "critical", "worsened", "warning",   "unjudged", "no-value",
        "flattered", "benefit", "action",   "office",   "recovered", "exceeds"};
    return names[kind];
}

const char *briefing_source_name(enum briefing_source_kind kind) {
    static const char *const names[BRIEFING_SOURCE_COUNT] = {"actual",
                                                             "before",
                                                             "target",
                                                             "band",
                                                             "status",
                                                             "owner",
                                                             "link",
                                                             "cost",
                                                             "budget",
                                                             "milestone",
                                                             "complete",
                                                             "end",
                                                             "planned-benefit",
                                                             "forecast-benefit",
                                                             "realised-benefit",
                                                             "reported",
                                                             "due",
                                                             "benchmark",
                                                             "staffing",
                                                             "commentary"};
    return names[kind];
}
