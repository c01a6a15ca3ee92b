#include "assess/derive.h"

#include "base/idmap.h"
#include <assert.h>
#include <string.h>

/* The work on one id. */
struct search {
    struct arena *arena;
    const struct assessment *assessment;
    const char *id;
    unsigned depth;
    struct derivations *out;
};

static void found(struct search *search, const struct derivation *derivation) {
    vec_push(search->arena, &search->out->list, derivation);
}

static bool same(const struct search *search, const char *id) {
    return strcmp(search->id, id) == 0;
}

static void find_measures(struct search *search) {
    const struct assessment *a = search->assessment;
    for (size_t i = 0; i < a->plan->measures.count; i++) {
        if (same(search, a->plan->measures.items[i].id)) {
            found(search, derivemeasure(search->arena, a, &a->measures[i]));
        }
    }
}

static void find_objectives(struct search *search) {
    const struct assessment *a = search->assessment;
    for (size_t i = 0; i < a->plan->objectives.count; i++) {
        if (same(search, a->plan->objectives.items[i].id)) {
            found(search,
                  deriverollup_objective(search->arena, a, &a->objectives[i], search->depth));
        }
    }
}

/* True for "P1" and for "UNIT/P1". */
static bool names_group(const struct search *search, const struct unit *unit, const char *id) {
    if (same(search, id)) {
        return true;
    }
    size_t length = strlen(unit->id);
    return strncmp(search->id, unit->id, length) == 0 && search->id[length] == '/' &&
           strcmp(search->id + length + 1, id) == 0;
}

static void find_groups(struct search *search, const struct group_result *groups, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct group_result *group = &groups[i];
        const char *id = group->perspective ? group->perspective->id : group->theme->id;
        if (names_group(search, group->unit, id)) {
            found(search,
                  deriverollup_group(search->arena, search->assessment, group, search->depth));
        }
    }
}

static void find_units(struct search *search) {
    const struct assessment *a = search->assessment;
    for (size_t i = 0; i < a->plan->units.count; i++) {
        if (same(search, a->plan->units.items[i].id)) {
            found(search, deriverollup_group(search->arena, a, &a->units[i], search->depth));
        }
    }
}

static void find_initiatives(struct search *search) {
    const struct assessment *a = search->assessment;
    for (size_t i = 0; i < a->plan->initiatives.count; i++) {
        if (same(search, a->plan->initiatives.items[i].id)) {
            found(search, deriveinitiative(search->arena, a, &a->initiatives[i]));
        }
    }
}

static void find_processes(struct search *search) {
    const struct assessment *a = search->assessment;
    for (size_t i = 0; i < a->plan->processes.count; i++) {
        if (same(search, a->plan->processes.items[i].id)) {
            found(search, derivestaffing(search->arena, a, &a->staffing.processes[i]));
        }
    }
}

void derivation_of(struct arena *arena, const struct assessment *assessment, const char *id,
                   unsigned depth, struct derivations *out) {
    assert(assessment->previous); /* the earlier one does not keep what it was made of */
    struct search search = {arena, assessment, id, depth, out};
    find_measures(&search);
    find_objectives(&search);
    find_groups(&search, assessment->perspectives, assessment->perspective_count);
    find_groups(&search, assessment->themes, assessment->theme_count);
    find_units(&search);
    find_initiatives(&search);
    find_processes(&search);
}

const char *derivation_nearest(struct arena *arena, const struct assessment *assessment,
                               const char *id) {
    const struct plan *plan = assessment->plan;
    struct idmap *ids = idmap_new(arena);
    for (size_t i = 0; i < plan->measures.count; i++) {
        idmap_put(ids, plan->measures.items[i].id, i);
    }
    for (size_t i = 0; i < plan->objectives.count; i++) {
        idmap_put(ids, plan->objectives.items[i].id, i);
    }
    for (size_t i = 0; i < assessment->perspective_count; i++) {
        const struct group_result *group = &assessment->perspectives[i];
        idmap_put(ids, group->perspective->id, i);
        idmap_put(ids, arena_printf(arena, "%s/%s", group->unit->id, group->perspective->id), i);
    }
    for (size_t i = 0; i < assessment->theme_count; i++) {
        const struct group_result *group = &assessment->themes[i];
        idmap_put(ids, group->theme->id, i);
        idmap_put(ids, arena_printf(arena, "%s/%s", group->unit->id, group->theme->id), i);
    }
    for (size_t i = 0; i < plan->units.count; i++) {
        idmap_put(ids, plan->units.items[i].id, i);
    }
    for (size_t i = 0; i < plan->initiatives.count; i++) {
        idmap_put(ids, plan->initiatives.items[i].id, i);
    }
    for (size_t i = 0; i < plan->processes.count; i++) {
        idmap_put(ids, plan->processes.items[i].id, i);
    }
    return idmap_nearest(ids, id);
}
