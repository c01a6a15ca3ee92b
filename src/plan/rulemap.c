#include "plan/rulemap.h"

#define ROW_MOST   8u
#define UNIT_NOTE  20u
#define UNIT_DENSE 25u
#define UNIT_MOST  40u

/* The rows a unit uses: its map's top and bottom. */
struct extent {
    size_t objectives;
    const struct perspective *top, *bottom;
};

static struct extent *extents_of(struct planbuild *b) {
    const struct plan *plan = b->plan;
    struct extent *extents = arena_array(b->arena, plan->units.count, sizeof *extents);
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *objective = &plan->objectives.items[i];
        if (!planbuild_mapped(objective))
            continue;
        struct extent *extent = &extents[objective->unit - plan->units.items];
        extent->objectives++;
        if (!extent->top || objective->perspective->order < extent->top->order)
            extent->top = objective->perspective;
        if (!extent->bottom || objective->perspective->order > extent->bottom->order)
            extent->bottom = objective->perspective;
    }
    return extents;
}

/* ---- rows and columns ---- */

/* An objective whose row or theme could not be told (reported) may be the one that is missed. */
static bool placeless(const struct planbuild *b, size_t i, int column) {
    const struct field *field = workbook_field(b->rows[SHEET_OBJECTIVES].list.items[i], column);
    const struct objective *objective = &b->plan->objectives.items[i];
    const void *target = column == COLUMN_OBJECTIVES_THEME ? (const void *)objective->theme
                                                           : (const void *)objective->perspective;
    if (column == COLUMN_OBJECTIVES_THEME && (!objective->unit || !objective->perspective))
        return true; /* themes are looked at on the map */
    return !target && (field->filled || field->wrong || column == COLUMN_OBJECTIVES_PERSPECTIVE);
}

static bool any_placeless(const struct planbuild *b, int column) {
    for (size_t i = 0; i < b->plan->objectives.count; i++)
        if (placeless(b, i, column))
            return true;
    return b->partial[SHEET_OBJECTIVES] || !b->workbook->tables[SHEET_OBJECTIVES].present;
}

/* A chain of effects breaks at an objective without its unit or perspective (reported). */
static bool any_off_the_map(const struct planbuild *b) {
    for (size_t i = 0; i < b->plan->objectives.count; i++) {
        const struct objective *objective = &b->plan->objectives.items[i];
        if (objective->state != STATE_RETIRED && !planbuild_mapped(objective))
            return true;
    }
    return b->partial[SHEET_OBJECTIVES];
}

static void check_perspectives(struct planbuild *b) {
    const struct plan *plan = b->plan;
    bool *used = arena_array(b->arena, plan->perspectives.count, sizeof *used);
    if (any_placeless(b, COLUMN_OBJECTIVES_PERSPECTIVE))
        return;
    for (size_t i = 0; i < plan->objectives.count; i++)
        if (plan->objectives.items[i].state != STATE_RETIRED)
            used[plan->objectives.items[i].perspective - plan->perspectives.items] = true;
    for (size_t i = 0; i < plan->perspectives.count; i++)
        if (!used[i])
            diag_report(b->diags, BP3801, plan->perspectives.items[i].place,
                        plan->perspectives.items[i].id, NULL);
}

static void check_themes(struct planbuild *b) {
    const struct plan *plan = b->plan;
    struct reach {
        const struct perspective *first;
        bool several;
    } *reaches = arena_array(b->arena, plan->themes.count, sizeof *reaches);
    if (any_placeless(b, COLUMN_OBJECTIVES_THEME))
        return;
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *objective = &plan->objectives.items[i];
        if (!planbuild_mapped(objective) || !objective->theme)
            continue;
        struct reach *theme = &reaches[objective->theme - plan->themes.items];
        if (!theme->first)
            theme->first = objective->perspective;
        theme->several |= theme->first->order != objective->perspective->order;
    }
    for (size_t i = 0; i < plan->themes.count; i++) {
        const struct theme *theme = &plan->themes.items[i];
        if (!reaches[i].first)
            diag_report(b->diags, BP3809, theme->place, theme->id, NULL);
        else if (!reaches[i].several && plan->perspectives.count > 1)
            diag_report(b->diags, BP3802, theme->place, theme->id, reaches[i].first->name, NULL);
    }
}

/* ---- density ---- */

static void check_unit(struct planbuild *b, const struct unit *unit, size_t count) {
    enum diag_code code = BP3805;
    if (count <= UNIT_NOTE)
        return;
    if (count > UNIT_DENSE)
        code = BP3806;
    if (count > UNIT_MOST)
        code = BP3807;
    diag_report(b->diags, code, unit->place, unit->id, planbuild_count_text(b, count), NULL);
}

/* Reported at the first objective that is one too many. */
static void check_rows(struct planbuild *b) {
    const struct plan *plan = b->plan;
    struct row {
        size_t count;
        size_t excess; /* index of the ninth objective */
    } *rows = arena_array(b->arena, plan->objectives.count, sizeof *rows);
    struct idmap *keys = idmap_new(b->arena);
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *objective = &plan->objectives.items[i];
        if (!planbuild_mapped(objective))
            continue;
        const char *key =
            arena_printf(b->arena, "%s %s", objective->unit->id, objective->perspective->id);
        struct row *row = &rows[idmap_put(keys, key, idmap_count(keys))];
        if (++row->count == ROW_MOST + 1)
            row->excess = i;
    }
    for (size_t i = 0; i < idmap_count(keys); i++) {
        if (rows[i].count <= ROW_MOST)
            continue;
        const struct objective *objective = &plan->objectives.items[rows[i].excess];
        const struct record *record = b->rows[SHEET_OBJECTIVES].list.items[rows[i].excess];
        diag_report(b->diags, BP3808, planbuild_place(b, record, COLUMN_OBJECTIVES_PERSPECTIVE),
                    objective->unit->id, planbuild_count_text(b, rows[i].count),
                    objective->perspective->name, NULL);
    }
}

/* ---- effects ---- */

struct effects {
    bool *reaches; /* the top of its map, by links or by supporting the unit above */
    bool *drives;  /* anything */
    size_t *queue;
    size_t queued;
};

static void reach(struct effects *effects, size_t objective) {
    if (effects->reaches[objective])
        return;
    effects->reaches[objective] = true;
    effects->queue[effects->queued++] = objective;
}

/* Links by what they lead to: those into objective i stand at [first[i], first[i + 1]). */
static const struct link **links_into(struct planbuild *b, size_t *first) {
    const struct plan *plan = b->plan;
    const struct link **links = arena_array(b->arena, plan->links.count, sizeof *links);
    for (size_t i = 0; i < plan->links.count; i++)
        first[plan->links.items[i].to - plan->objectives.items + 2]++;
    for (size_t i = 1; i < plan->objectives.count + 2; i++)
        first[i] += first[i - 1];
    for (size_t i = 0; i < plan->links.count; i++)
        links[first[plan->links.items[i].to - plan->objectives.items + 1]++] =
            &plan->links.items[i];
    return links;
}

static struct effects find_effects(struct planbuild *b, const struct extent *extents) {
    const struct plan *plan = b->plan;
    size_t count = plan->objectives.count;
    struct effects effects = {
        .reaches = arena_array(b->arena, count, sizeof *effects.reaches),
        .drives = arena_array(b->arena, count, sizeof *effects.drives),
        .queue = arena_array(b->arena, count, sizeof *effects.queue),
    };
    size_t *first = arena_array(b->arena, count + 2, sizeof *first);
    const struct link **links = links_into(b, first);
    for (size_t i = 0; i < plan->links.count; i++)
        effects.drives[plan->links.items[i].from - plan->objectives.items] = true;
    for (size_t i = 0; i < count; i++) {
        const struct objective *objective = &plan->objectives.items[i];
        if (!planbuild_mapped(objective))
            continue;
        const struct extent *extent = &extents[objective->unit - plan->units.items];
        if (objective->supports.count || objective->perspective->order == extent->top->order)
            reach(&effects, i);
    }
    for (size_t at = 0; at < effects.queued; at++)
        for (size_t i = first[effects.queue[at]]; i < first[effects.queue[at] + 1]; i++)
            reach(&effects, (size_t)(links[i]->from - plan->objectives.items));
    return effects;
}

static void check_effects(struct planbuild *b, const struct extent *extents) {
    const struct plan *plan = b->plan;
    if (b->rows[SHEET_LINKS].list.count > plan->links.count || b->partial[SHEET_LINKS] ||
        any_off_the_map(b))
        return; /* what was left out (reported) may be what is missed */
    struct effects effects = find_effects(b, extents);
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *objective = &plan->objectives.items[i];
        if (!planbuild_mapped(objective) || effects.reaches[i])
            continue;
        const struct extent *extent = &extents[objective->unit - plan->units.items];
        bool bottom = objective->perspective->order == extent->bottom->order;
        if (bottom && !effects.drives[i])
            diag_report(b->diags, BP3804, objective->place, objective->id,
                        objective->perspective->name, NULL);
        else
            diag_report(b->diags, BP3803, objective->place, objective->id, extent->top->name, NULL);
    }
}

void rulemap(struct planbuild *b) {
    const struct extent *extents = extents_of(b);
    check_perspectives(b);
    check_themes(b);
    for (size_t i = 0; i < b->plan->units.count; i++)
        check_unit(b, &b->plan->units.items[i], extents[i].objectives);
    check_rows(b);
    check_effects(b, extents);
}
