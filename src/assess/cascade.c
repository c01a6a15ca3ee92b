#include "assess/cascade.h"

#include "assess/judge.h"
#include "assess/rollup.h"
#include "assess/score.h"
#include "assess/trend.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A contributory support. */
struct edge {
    size_t child;
    const struct support *support;
};

struct cascade {
    struct arena *arena;
    struct arena *work; /* for what is only on the way to a result */
    struct assessment *a;
    const struct plan *plan;
    const struct rational **coverage; /* of objectives, 0..1 */
    struct rollup_result *forecasts;  /* of objectives */
    size_t *children_from;            /* edges of objective i: [i] to [i + 1] */
    struct edge *edges;               /* contributory supports by parent, then by child's row */
    VEC(struct rollup_child) children;
    const struct past *past; /* only the scores at these periods; NULL: all there is to say */
};

/* What is asked for of the past, and found. */
struct past {
    const bool *wanted;                 /* objectives */
    struct past_score *const *measures; /* a row of scores each */
    struct past_score **objectives;
    size_t count; /* periods */
};

/* Where an objective stands among groups. */
struct slot {
    size_t unit, group, objective;
};

static size_t objective_index(const struct plan *plan, const struct objective *objective) {
    size_t index = (size_t)(objective - plan->objectives.items);
    assert(index < plan->objectives.count);
    return index;
}

/* Blank weights count 1: the plan has seen to it that siblings have all or none. */
static struct decimal weight_of(const struct quantity *weight) {
    return weight->known ? weight->value : decimal_of(1);
}

static bool unlisted(enum entity_state state) {
    return state == STATE_RETIRED || state == STATE_PROPOSED;
}

static struct decimal percent_of(struct arena *arena, const struct rational *share) {
    struct decimal percent;
    bool fits = rational_round(rational_mul(arena, share, rational_of(arena, 100, 1)),
                               DECIMAL_PLACES, &percent);
    assert(fits);
    return percent;
}

/* The children collected last, to be told why. */
static const struct rollup_child *keep_children(struct cascade *c, size_t *count) {
    *count = c->a->previous ? c->children.count : 0;
    if (*count == 0) {
        return NULL;
    }
    struct rollup_child *kept = arena_array(c->arena, *count, sizeof *kept);
    memcpy(kept, c->children.items, *count * sizeof *kept);
    return kept;
}

/* ---- objectives ---- */

/* forecast: the children as they are expected to stand at year end. */
static void collect_measures(struct cascade *c, const struct objective *objective, bool forecast) {
    for (size_t i = 0; i < objective->measures.count; i++) {
        const struct measure *measure = objective->measures.items[i];
        const struct measure_result *r = assess_measure(c->a, measure);
        struct rollup_child child = {.status = forecast ? r->forecast_status : r->status,
                                     .score = forecast ? r->forecast_score : r->score.exact,
                                     .weight = weight_of(&measure->weight),
                                     .critical = measure->critical,
                                     .unlisted = unlisted(measure->state),
                                     .measure = measure};
        vec_push(c->arena, &c->children, child);
    }
}

/* True if this is the first contributory support of its parent: one named twice counts once. */
static bool contributes(const struct objective *child, size_t at) {
    const struct support *support = &child->supports.items[at];
    if (support->kind != LINK_CONTRIBUTORY) {
        return false;
    }
    for (size_t i = 0; i < at; i++) {
        const struct support *earlier = &child->supports.items[i];
        if (earlier->parent == support->parent && earlier->kind == LINK_CONTRIBUTORY) {
            return false;
        }
    }
    return true;
}

/* Counts the edges of each parent (into children_from[parent + 1]), or files them. */
static void each_edge(struct cascade *c, bool file) {
    for (size_t i = 0; i < c->plan->objectives.count; i++) {
        const struct objective *child = &c->plan->objectives.items[i];
        for (size_t j = 0; j < child->supports.count; j++) {
            if (!contributes(child, j)) {
                continue;
            }
            size_t parent = objective_index(c->plan, child->supports.items[j].parent);
            size_t at = c->children_from[parent + 1]++;
            if (file) {
                c->edges[at] = (struct edge){i, &child->supports.items[j]};
            }
        }
    }
}

static void make_edges(struct cascade *c) {
    size_t count = c->plan->objectives.count;
    size_t *from = arena_array(c->arena, count + 2, sizeof *from);
    c->children_from = from;
    each_edge(c, false);
    size_t sum = 0;
    for (size_t i = 1; i <= count; i++) {
        size_t own = from[i];
        from[i] = sum; /* where the parent's edges begin; filing moves it to where they end */
        sum += own;
    }
    c->edges = arena_array(c->arena, sum, sizeof *c->edges);
    each_edge(c, true);
}

static void collect_supporters(struct cascade *c, const struct objective *objective,
                               bool forecast) {
    size_t parent = objective_index(c->plan, objective);
    for (size_t i = c->children_from[parent]; i < c->children_from[parent + 1]; i++) {
        size_t at = c->edges[i].child;
        const struct objective *from = &c->plan->objectives.items[at];
        const struct objective_result *r = &c->a->objectives[at];
        struct rollup_child child = {.status = r->status,
                                     .score = r->score.exact,
                                     .coverage = c->coverage[at],
                                     .weight = weight_of(&c->edges[i].support->weight),
                                     .critical = from->critical,
                                     .unlisted = unlisted(from->state),
                                     .objective = from,
                                     .support = c->edges[i].support};
        if (forecast) {
            child.status = c->forecasts[at].status;
            child.score = c->forecasts[at].score;
            child.coverage = c->forecasts[at].coverage;
        }
        vec_push(c->arena, &c->children, child);
    }
}

/* True if nothing among the children could ever give a score. */
static bool unmeasured(const struct cascade *c) {
    for (size_t i = 0; i < c->children.count; i++) {
        if (c->children.items[i].status != STATUS_UNSCORED) {
            return false;
        }
    }
    return true;
}

/* Of the children collected.  On the way to it there are many more fractions than are kept. */
static struct rollup_result roll_up(struct cascade *c) {
    struct rollup_result r =
        rollup(c->work, &c->plan->settings, c->children.items, c->children.count);
    r.score = rational_copy(c->arena, r.score);
    r.coverage = rational_copy(c->arena, r.coverage);
    arena_clear(c->work);
    return r;
}

static struct rollup_result judge_objective(struct cascade *c, const struct objective *objective,
                                            bool forecast) {
    enum status state = judge_state(objective->state);
    c->children.count = 0;
    if (state == STATUS_NO_DATA) {
        collect_measures(c, objective, forecast);
        collect_supporters(c, objective, forecast);
    }
    struct rollup_result r = roll_up(c);
    if (state != STATUS_NO_DATA) {
        r.status = state;
    } else if (unmeasured(c)) {
        r.status = STATUS_NO_DATA;
        r.in_scope = true;
    }
    return r;
}

static bool declared_now(const struct objective *objective, struct date as_of) {
    if (objective->declared == DECLARED_NONE) {
        return false;
    }
    bool begun =
        !date_set(objective->declared_on) || date_compare(objective->declared_on, as_of) <= 0;
    bool expired = date_set(objective->declared_expires) &&
                   date_compare(objective->declared_expires, as_of) < 0;
    return begun && !expired;
}

static void fill_objective(struct cascade *c, size_t at) {
    const struct objective *objective = &c->plan->objectives.items[at];
    struct objective_result *out = &c->a->objectives[at];
    struct rollup_result r = judge_objective(c, objective, false);
    size_t child_count;
    const struct rollup_child *children = keep_children(c, &child_count);
    assert(c->forecasts);
    c->forecasts[at] = judge_objective(c, objective, true);
    c->coverage[at] = r.coverage;
    *out = (struct objective_result){.objective = objective,
                                     .status = r.status,
                                     .score = score_make(r.score),
                                     .coverage = percent_of(c->arena, r.coverage),
                                     .in_scope = r.in_scope,
                                     .tally = r.tally,
                                     .capped = r.capped,
                                     .forecast_status = c->forecasts[at].status,
                                     .forecast_score = c->forecasts[at].score,
                                     .children = children,
                                     .child_count = child_count};
    out->declared = declared_now(objective, c->a->as_of);
    out->declared_status = judge_declared(out->declared ? objective->declared : DECLARED_NONE);
    if (c->a->previous) {
        out->trend = trend_score(c->arena, c->plan->settings.dead_band, r.score,
                                 c->a->previous->objectives[at].score.exact);
    }
}

/* Sets what an objective is made of as it stood at one of the past periods. */
static void set_children(struct cascade *c, size_t at, size_t period) {
    const struct objective *objective = &c->plan->objectives.items[at];
    for (size_t i = 0; i < objective->measures.count; i++) {
        size_t index = (size_t)(objective->measures.items[i] - c->plan->measures.items);
        const struct past_score *then = &c->past->measures[index][period];
        c->a->measures[index].status = then->status;
        c->a->measures[index].score.exact = then->score;
    }
    for (size_t i = c->children_from[at]; i < c->children_from[at + 1]; i++) {
        size_t child = c->edges[i].child;
        const struct past_score *then = &c->past->objectives[child][period];
        c->a->objectives[child].status = then->status;
        c->a->objectives[child].score.exact = then->score;
        c->coverage[child] = then->coverage;
    }
}

/* All periods of one objective after the other: what it is made of stays near. */
static void fill_scores(struct cascade *c, size_t at) {
    struct past_score *row = arena_array(c->arena, c->past->count, sizeof *row);
    for (size_t i = 0; i < c->past->count; i++) {
        set_children(c, at, i);
        struct rollup_result r = judge_objective(c, &c->plan->objectives.items[at], false);
        row[i] = (struct past_score){r.status, r.score, r.coverage};
    }
    c->past->objectives[at] = row;
}

/* Children first (Kahn's order); supports lead up the unit tree, so that there is no cycle. */
static void judge_objectives(struct cascade *c) {
    size_t count = c->plan->objectives.count;
    size_t *waiting = arena_array(c->arena, count, sizeof *waiting);
    size_t *order = arena_array(c->arena, count, sizeof *order);
    size_t ready = 0;
    for (size_t i = 0; i < count; i++) {
        waiting[i] = c->children_from[i + 1] - c->children_from[i];
        if (waiting[i] == 0) {
            order[ready++] = i;
        }
    }
    for (size_t next = 0; next < ready; next++) {
        if (!c->past) {
            fill_objective(c, order[next]);
        } else if (c->past->wanted[order[next]]) {
            fill_scores(c, order[next]);
        }
        const struct objective *objective = &c->plan->objectives.items[order[next]];
        for (size_t j = 0; j < objective->supports.count; j++) {
            if (!contributes(objective, j)) {
                continue;
            }
            size_t parent = objective_index(c->plan, objective->supports.items[j].parent);
            if (--waiting[parent] == 0) {
                order[ready++] = parent;
            }
        }
    }
    assert(ready == count);
}

/* ---- perspectives, themes, units ---- */

static int compare_slots(const void *left, const void *right) {
    const struct slot *a = left;
    const struct slot *b = right;
    if (a->unit != b->unit) {
        return a->unit < b->unit ? -1 : 1;
    }
    if (a->group != b->group) {
        return a->group < b->group ? -1 : 1;
    }
    return (a->objective > b->objective) - (a->objective < b->objective);
}

/* Slots of all objectives (themes: of those that have one), by unit, group, row. */
static struct slot *make_slots(struct cascade *c, bool themes, size_t *count) {
    const struct plan *plan = c->plan;
    struct slot *slots = arena_array(c->arena, plan->objectives.count, sizeof *slots);
    *count = 0;
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *objective = &plan->objectives.items[i];
        if (themes && !objective->theme) {
            continue;
        }
        size_t groups = themes ? plan->themes.count : plan->perspectives.count;
        size_t group = themes ? (size_t)(objective->theme - plan->themes.items)
                              : (size_t)(objective->perspective - plan->perspectives.items);
        size_t unit = (size_t)(objective->unit - plan->units.items);
        assert(unit < plan->units.count);
        assert(group < groups);
        slots[(*count)++] = (struct slot){unit, group, i};
    }
    qsort(slots, *count, sizeof *slots, compare_slots);
    return slots;
}

static struct group_result group_of(struct arena *arena, const struct rollup_result *r) {
    return (struct group_result){.status = r->status,
                                 .score = score_make(r->score),
                                 .coverage = percent_of(arena, r->coverage),
                                 .in_scope = r->in_scope,
                                 .tally = r->tally,
                                 .capped = r->capped};
}

static struct rollup_result judge_group(struct cascade *c, const struct slot *slots, size_t count) {
    c->children.count = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = slots[i].objective;
        const struct objective *objective = &c->plan->objectives.items[at];
        const struct objective_result *r = &c->a->objectives[at];
        struct rollup_child child = {.status = r->status,
                                     .score = r->score.exact,
                                     .coverage = c->coverage[at],
                                     .weight = weight_of(&objective->weight),
                                     .critical = objective->critical,
                                     .unlisted = unlisted(objective->state),
                                     .objective = objective};
        vec_push(c->arena, &c->children, child);
    }
    return roll_up(c);
}

static size_t run_length(const struct slot *slots, size_t count) {
    size_t length = 1;
    while (length < count && slots[length].unit == slots->unit &&
           slots[length].group == slots->group) {
        length++;
    }
    return length;
}

/* One result a group; *coverage: exact, parallel to the results. */
static struct group_result *judge_groups(struct cascade *c, bool themes, size_t *groups,
                                         const struct rational ***coverage) {
    size_t count;
    const struct slot *slots = make_slots(c, themes, &count);
    struct group_result *results = arena_array(c->arena, count, sizeof *results);
    *coverage = arena_array(c->arena, count, sizeof **coverage);
    *groups = 0;
    for (size_t at = 0; at < count;) {
        size_t length = run_length(slots + at, count - at);
        struct rollup_result r = judge_group(c, slots + at, length);
        struct group_result *group = &results[*groups];
        *group = group_of(c->arena, &r);
        group->unit = &c->plan->units.items[slots[at].unit];
        group->children = keep_children(c, &group->child_count);
        if (themes) {
            group->theme = &c->plan->themes.items[slots[at].group];
        } else {
            group->perspective = &c->plan->perspectives.items[slots[at].group];
        }
        (*coverage)[(*groups)++] = r.coverage;
        at += length;
    }
    return results;
}

/* Perspectives stand by unit, so that each unit's are one run. */
static void judge_units(struct cascade *c, const struct rational *const *coverage) {
    size_t at = 0;
    for (size_t i = 0; i < c->plan->units.count; i++) {
        const struct unit *unit = &c->plan->units.items[i];
        struct tally tally = {0};
        c->children.count = 0;
        for (; at < c->a->perspective_count && c->a->perspectives[at].unit == unit; at++) {
            const struct group_result *group = &c->a->perspectives[at];
            struct rollup_child child = {.status = group->status,
                                         .score = group->score.exact,
                                         .coverage = coverage[at],
                                         .weight = weight_of(&group->perspective->weight),
                                         .perspective = group->perspective};
            vec_push(c->arena, &c->children, child);
            rollup_add_tally(&tally, &group->tally);
        }
        struct rollup_result r = roll_up(c);
        c->a->units[i] = group_of(c->arena, &r);
        c->a->units[i].unit = unit;
        c->a->units[i].tally = tally;
        c->a->units[i].children = keep_children(c, &c->a->units[i].child_count);
    }
}

void cascade(struct arena *arena, struct assessment *assessment) {
    const struct plan *plan = assessment->plan;
    size_t count = plan->objectives.count;
    struct cascade c = {.arena = arena, .work = arena_aside(arena), .a = assessment, .plan = plan};
    c.coverage = arena_array(arena, count, sizeof *c.coverage);
    c.forecasts = arena_array(arena, count, sizeof *c.forecasts);
    assessment->objectives = arena_array(arena, count, sizeof *assessment->objectives);
    assessment->units = arena_array(arena, plan->units.count, sizeof *assessment->units);
    make_edges(&c);
    judge_objectives(&c);
    const struct rational **coverage;
    assessment->themes = judge_groups(&c, true, &assessment->theme_count, &coverage);
    assessment->perspectives = judge_groups(&c, false, &assessment->perspective_count, &coverage);
    judge_units(&c, coverage);
    arena_free(c.work);
}

struct past_score **cascade_scores(struct arena *arena, const struct plan *plan,
                                   struct past_score *const *measures, const bool *wanted,
                                   size_t count) {
    struct assessment a = {.plan = plan};
    a.measures = arena_array(arena, plan->measures.count, sizeof *a.measures);
    a.objectives = arena_array(arena, plan->objectives.count, sizeof *a.objectives);
    struct past past = {wanted, measures,
                        arena_array(arena, plan->objectives.count, sizeof *past.objectives), count};
    struct cascade c = {
        .arena = arena, .work = arena_aside(arena), .a = &a, .plan = plan, .past = &past};
    c.coverage = arena_array(arena, plan->objectives.count, sizeof *c.coverage);
    make_edges(&c);
    judge_objectives(&c);
    arena_free(c.work);
    return past.objectives;
}
