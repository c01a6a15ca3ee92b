#include "compare/compareowner.h"

#include "base/idmap.h"
#include <stdlib.h>
#include <string.h>

static const char *owner_in(const struct plan *plan, enum schema_sheet sheet, const char *id) {
    if (sheet == SHEET_MEASURES) {
        const struct measure *measure = plan_measure(plan, id);
        return measure ? measure->owner : NULL;
    }
    if (sheet == SHEET_OBJECTIVES) {
        const struct objective *objective = plan_objective(plan, id);
        return objective ? objective->owner : NULL;
    }
    if (sheet == SHEET_INITIATIVES) {
        const struct initiative *initiative = plan_initiative(plan, id);
        return initiative ? initiative->owner : NULL;
    }
    return NULL;
}

static const char *owner_of(const struct comparison *comparison, const struct difference *d) {
    const char *owner = owner_in(comparison->after, d->entity_sheet, d->id);
    return owner ? owner : owner_in(comparison->before, d->entity_sheet, d->id);
}

static bool about_target(const struct difference *d) {
    return d->sheet == SHEET_VALUES && strcmp(d->field, plan_series_name(SERIES_TARGET)) == 0;
}

static bool moves(const struct difference *d) {
    return d->needs_approval || d->kind == CHANGED_RESTATED || d->kind == CHANGED_WITHDRAWN;
}

static void add(struct compareowner *row, const struct difference *d) {
    bool unapproved = compare_unapproved(d);
    row->unapproved += unapproved;
    row->approved += d->needs_approval && !unapproved;
    row->targets += unapproved && about_target(d);
    row->restated += d->kind == CHANGED_RESTATED || d->kind == CHANGED_WITHDRAWN ? d->count : 0;
}

static int compare_names(const void *left, const void *right) {
    const struct compareowner *a = left;
    const struct compareowner *b = right;
    return strcmp(a->owner, b->owner);
}

const struct compareowner *compareowner(struct arena *arena, const struct comparison *comparison,
                                        size_t *count) {
    struct idmap *rows = idmap_new(arena);
    struct compareowner *owners = arena_array(arena, comparison->differences.count, sizeof *owners);
    for (size_t i = 0; i < comparison->differences.count; i++) {
        const struct difference *d = &comparison->differences.items[i];
        const char *owner = moves(d) ? owner_of(comparison, d) : NULL;
        if (!owner || !*owner) {
            continue;
        }
        struct compareowner *row = &owners[idmap_put(rows, owner, idmap_count(rows))];
        row->owner = owner;
        add(row, d);
    }
    *count = idmap_count(rows);
    if (*count > 1) {
        qsort(owners, *count, sizeof *owners, compare_names);
    }
    return owners;
}
