#include "plan/ruleweights.h"

struct sibling {
    const char *noun, *id;
    struct quantity weight;
    bool *reported; /* NULL, or shared by the groups that hold the same objective */
};

struct group {
    const char *label; /* "measures of objective 'O1'" */
    VEC(struct sibling) siblings;
    size_t supports; /* how many of them, at the end, are contributory supports */
};

struct groups {
    struct idmap *keys;
    VEC(struct group) list;
};

static bool counts(enum entity_state state) {
    return state == STATE_ACTIVE || state == STATE_NOT_APPLICABLE;
}

/* ---- one group ---- */

static void report_blank(struct planbuild *b, const struct group *group) {
    for (size_t i = 0; i < group->siblings.count; i++) {
        const struct sibling *sibling = &group->siblings.items[i];
        if (sibling->weight.known || sibling->weight.wrong ||
            (sibling->reported && *sibling->reported))
            continue;
        if (sibling->reported)
            *sibling->reported = true;
        diag_report(b->diags, BP3301, sibling->weight.place, sibling->noun, sibling->id,
                    group->label, NULL);
    }
}

/* Without the supports by other objectives: 100 may be meant with or without them. */
static struct decimal own_sum(const struct group *group) {
    struct decimal sum = decimal_of(0);
    for (size_t i = 0; i < group->siblings.count - group->supports; i++)
        sum.micro += group->siblings.items[i].weight.value.micro;
    return sum;
}

static int64_t off_hundred(struct decimal sum) {
    return decimal_abs(decimal_micro(sum.micro - 100 * DECIMAL_ONE)).micro;
}

/* Three thirds of 100 are 100. */
static bool hundred(struct decimal sum) {
    return off_hundred(sum) <= DECIMAL_ONE / 10;
}

/* Weights that nearly make 100 were meant as percentages. */
static bool nearly_hundred(struct decimal sum) {
    return !hundred(sum) && off_hundred(sum) <= 20 * DECIMAL_ONE;
}

static void check_sum(struct planbuild *b, const struct group *group) {
    struct decimal sum = decimal_of(0);
    for (size_t i = 0; i < group->siblings.count; i++)
        if (!decimal_add(sum, group->siblings.items[i].weight.value, &sum))
            return;
    struct place place = group->siblings.items[0].weight.place;
    if (decimal_zero(sum))
        diag_report(b->diags, BP3302, place, group->label, NULL);
    else if (group->siblings.count > 1 && nearly_hundred(sum) && !hundred(own_sum(group)))
        diag_report(b->diags, BP3304, place, group->label, planbuild_number_text(b, sum), NULL);
}

static void check_group(struct planbuild *b, const struct group *group) {
    size_t known = 0;
    bool negative = false, wrong = false;
    for (size_t i = 0; i < group->siblings.count; i++) {
        wrong |= group->siblings.items[i].weight.wrong;
        known += group->siblings.items[i].weight.known;
        negative |= group->siblings.items[i].weight.value.micro < 0;
    }
    if (known && known < group->siblings.count)
        report_blank(b, group);
    else if (known && !negative && !wrong)
        check_sum(b, group);
}

static void check_negative(struct planbuild *b, const char *noun, const char *id,
                           struct quantity weight) {
    if (weight.known && weight.value.micro < 0)
        diag_report(b->diags, BP3303, weight.place, noun, id, NULL);
}

/* ---- groups by key ---- */

static struct group *group_of(struct planbuild *b, struct groups *groups, const char *label) {
    size_t count = groups->list.count;
    size_t index = idmap_put(groups->keys, label, count);
    if (index == count) {
        struct group *group = vec_add(b->arena, &groups->list);
        group->label = idmap_key(groups->keys, index);
    }
    return &groups->list.items[index];
}

static void check_groups(struct planbuild *b, struct groups *groups) {
    for (size_t i = 0; i < groups->list.count; i++)
        check_group(b, &groups->list.items[i]);
}

/* ---- perspectives: those of all units, and with them those of one ---- */

static void check_perspectives(struct planbuild *b) {
    const struct plan *plan = b->plan;
    struct group shared = {.label = "perspectives"};
    struct groups own = {.keys = idmap_new(b->arena)};
    for (size_t i = 0; i < plan->perspectives.count; i++) {
        const struct perspective *perspective = &plan->perspectives.items[i];
        struct sibling sibling = {"perspective", perspective->id, perspective->weight, NULL};
        check_negative(b, sibling.noun, sibling.id, sibling.weight);
        struct group *group = &shared;
        if (perspective->unit)
            group = group_of(
                b, &own,
                arena_printf(b->arena, "perspectives of unit '%s'", perspective->unit->id));
        vec_push(b->arena, &group->siblings, sibling);
    }
    if (shared.siblings.count)
        check_group(b, &shared);
    struct group both = {.label = NULL}; /* one for all: many units may each have theirs */
    for (size_t i = 0; i < own.list.count; i++) {
        const struct group *group = &own.list.items[i];
        both.label = group->label;
        both.siblings.count = 0;
        for (size_t j = 0; j < group->siblings.count; j++)
            vec_push(b->arena, &both.siblings, group->siblings.items[j]);
        for (size_t j = 0; j < shared.siblings.count; j++)
            vec_push(b->arena, &both.siblings, shared.siblings.items[j]);
        check_group(b, &both);
    }
}

/* ---- objectives: within a perspective of a unit, and within a theme of a unit ---- */

static void check_objectives(struct planbuild *b) {
    const struct plan *plan = b->plan;
    struct groups rows = {.keys = idmap_new(b->arena)};
    struct groups columns = {.keys = idmap_new(b->arena)};
    bool *reported = arena_array(b->arena, plan->objectives.count, sizeof *reported);
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *o = &plan->objectives.items[i];
        struct sibling sibling = {"objective", o->id, o->weight, &reported[i]};
        check_negative(b, sibling.noun, sibling.id, sibling.weight);
        if (!counts(o->state) || !o->unit || !o->perspective)
            continue;
        const char *label = arena_printf(b->arena, "objectives of perspective '%s' in unit '%s'",
                                         o->perspective->id, o->unit->id);
        vec_push(b->arena, &group_of(b, &rows, label)->siblings, sibling);
        if (!o->theme)
            continue;
        label = arena_printf(b->arena, "objectives of theme '%s' in unit '%s'", o->theme->id,
                             o->unit->id);
        vec_push(b->arena, &group_of(b, &columns, label)->siblings, sibling);
    }
    check_groups(b, &rows);
    for (size_t i = 0; i < columns.list.count; i++) {
        /* Sums of a theme mix rows and mean nothing; blanks among weights still do. */
        const struct group *group = &columns.list.items[i];
        size_t known = 0;
        for (size_t j = 0; j < group->siblings.count; j++)
            known += group->siblings.items[j].weight.known;
        if (known && known < group->siblings.count)
            report_blank(b, group);
    }
}

/* ---- measures and contributory supports of an objective ---- */

/* The contributory supports of each objective, by its index: looked for once, because a cell may
 * name thousands of parents. */
static struct group *contributions(struct planbuild *b) {
    const struct plan *plan = b->plan;
    struct group *of = arena_array(b->arena, plan->objectives.count, sizeof *of);
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *child = &plan->objectives.items[i];
        for (size_t j = 0; counts(child->state) && j < child->supports.count; j++) {
            const struct support *support = &child->supports.items[j];
            if (support->kind != LINK_CONTRIBUTORY)
                continue;
            struct sibling sibling = {"support by objective", child->id, support->weight, NULL};
            vec_push(b->arena, &of[support->parent - plan->objectives.items].siblings, sibling);
        }
    }
    return of;
}

static void check_measures(struct planbuild *b) {
    const struct plan *plan = b->plan;
    for (size_t i = 0; i < plan->measures.count; i++)
        check_negative(b, "measure", plan->measures.items[i].id, plan->measures.items[i].weight);
    const struct group *supports = contributions(b);
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *objective = &plan->objectives.items[i];
        if (objective->supports.count)
            check_negative(b, "support by objective", objective->id,
                           objective->supports.items[0].weight);
        struct group group = {
            .label = arena_printf(b->arena, "measures of objective '%s'", objective->id)};
        for (size_t j = 0; j < objective->measures.count; j++) {
            const struct measure *measure = objective->measures.items[j];
            struct sibling sibling = {"measure", measure->id, measure->weight, NULL};
            if (counts(measure->state))
                vec_push(b->arena, &group.siblings, sibling);
        }
        for (size_t j = 0; j < supports[i].siblings.count; j++)
            vec_push(b->arena, &group.siblings, supports[i].siblings.items[j]);
        group.supports = supports[i].siblings.count;
        if (group.siblings.count)
            check_group(b, &group);
    }
}

static void check_milestones(struct planbuild *b) {
    const struct plan *plan = b->plan;
    for (size_t i = 0; i < plan->milestones.count; i++)
        check_negative(b, "milestone", plan->milestones.items[i].id,
                       plan->milestones.items[i].weight);
    for (size_t i = 0; i < plan->initiatives.count; i++) {
        const struct initiative *initiative = &plan->initiatives.items[i];
        struct group group = {
            .label = arena_printf(b->arena, "milestones of initiative '%s'", initiative->id)};
        for (size_t j = 0; j < initiative->milestones.count; j++) {
            const struct milestone *milestone = initiative->milestones.items[j];
            struct sibling sibling = {"milestone", milestone->id, milestone->weight, NULL};
            vec_push(b->arena, &group.siblings, sibling);
        }
        if (group.siblings.count)
            check_group(b, &group);
    }
}

void ruleweights(struct planbuild *b) {
    check_perspectives(b);
    check_objectives(b);
    check_measures(b);
    check_milestones(b);
}
