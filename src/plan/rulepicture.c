#include "plan/rulepicture.h"

#include "base/utf8.h"

enum { NAME_MOST = 60, LINKS_MOST = 2, LINKS_LEAST = 6, PASSED_MOST = 1 };

/* What a unit's map shows. */
struct extent {
    size_t objectives, links;
    size_t upper, driven; /* objectives above the lowest row; of these with a cause */
    int bottom;           /* order of the lowest row */
};

static const char *whole(const struct planbuild *b, size_t n) {
    return arena_printf(b->arena, "%zu", n);
}

static void check_names(struct planbuild *b) {
    for (size_t i = 0; i < b->plan->objectives.count; i++) {
        const struct objective *objective = &b->plan->objectives.items[i];
        size_t runes = objective->name ? utf8_runes(objective->name) : 0;
        if (!planbuild_mapped(objective) || runes <= NAME_MOST)
            continue;
        const struct record *record = b->rows[SHEET_OBJECTIVES].list.items[i];
        diag_report(b->diags, BP3992, planbuild_place(b, record, COLUMN_OBJECTIVES_NAME),
                    objective->id, whole(b, runes), NULL);
    }
}

static struct extent *extents_of(struct planbuild *b, bool *driven) {
    const struct plan *plan = b->plan;
    struct extent *extents = arena_array(b->arena, plan->units.count, sizeof *extents);
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *objective = &plan->objectives.items[i];
        if (!planbuild_mapped(objective))
            continue;
        struct extent *extent = &extents[objective->unit - plan->units.items];
        if (extent->objectives++ == 0 || objective->perspective->order > extent->bottom)
            extent->bottom = objective->perspective->order;
    }
    for (size_t i = 0; i < plan->links.count; i++) {
        const struct link *link = &plan->links.items[i];
        if (!planbuild_mapped(link->from) || !planbuild_mapped(link->to))
            continue;
        driven[link->to - plan->objectives.items] = true;
        if (link->from->unit == link->to->unit)
            extents[link->to->unit - plan->units.items].links++;
    }
    return extents;
}

static bool caused(const struct objective *objective, bool driven) {
    return driven || objective->supported_by.count > 0;
}

/* Told where most others have a cause: elsewhere it is the map that has no links yet. */
static void check_drivers(struct planbuild *b, struct extent *extents, const bool *driven) {
    const struct plan *plan = b->plan;
    for (int telling = 0; telling < 2; telling++)
        for (size_t i = 0; i < plan->objectives.count; i++) {
            const struct objective *objective = &plan->objectives.items[i];
            if (!planbuild_mapped(objective))
                continue;
            struct extent *extent = &extents[objective->unit - plan->units.items];
            if (objective->perspective->order >= extent->bottom)
                continue;
            if (!telling) {
                extent->upper++;
                extent->driven += caused(objective, driven[i]);
            } else if (!caused(objective, driven[i]) && extent->links >= LINKS_LEAST &&
                       2 * extent->driven >= extent->upper) {
                diag_report(b->diags, BP3991, objective->place, objective->id,
                            objective->perspective->name, NULL);
            }
        }
}

/* True if the unit's map has a row of this perspective. */
static bool has_row(const struct plan *plan, const struct unit *unit,
                    const struct perspective *perspective) {
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *objective = &plan->objectives.items[i];
        if (planbuild_mapped(objective) && objective->unit == unit &&
            objective->perspective == perspective)
            return true;
    }
    return false;
}

/* Rows between the ends of a link within a unit. */
static size_t passed(const struct plan *plan, const struct link *link) {
    const int from = link->from->perspective->order, to = link->to->perspective->order;
    size_t count = 0;
    for (size_t i = 0; i < plan->perspectives.count; i++) {
        const struct perspective *perspective = &plan->perspectives.items[i];
        const bool between = (perspective->order > from && perspective->order < to) ||
                             (perspective->order < from && perspective->order > to);
        count += between && has_row(plan, link->from->unit, perspective);
    }
    return count;
}

static void check_reach(struct planbuild *b) {
    for (size_t i = 0; i < b->plan->links.count; i++) {
        const struct link *link = &b->plan->links.items[i];
        if (!planbuild_mapped(link->from) || !planbuild_mapped(link->to) ||
            link->from->unit != link->to->unit)
            continue;
        const size_t count = passed(b->plan, link);
        if (count > PASSED_MOST)
            diag_report(b->diags, BP3998, link->place, link->from->id, link->to->id,
                        whole(b, count), NULL);
    }
}

void rulepicture(struct planbuild *b) {
    const struct plan *plan = b->plan;
    check_names(b);
    if (b->rows[SHEET_LINKS].list.count > plan->links.count || b->partial[SHEET_LINKS] ||
        b->partial[SHEET_OBJECTIVES])
        return; /* what was left out (reported) may be what is missed */
    bool *driven = arena_array(b->arena, plan->objectives.count, sizeof *driven);
    struct extent *extents = extents_of(b, driven);
    check_drivers(b, extents, driven);
    check_reach(b);
    for (size_t i = 0; i < plan->units.count; i++)
        if (extents[i].links >= LINKS_LEAST &&
            extents[i].links > LINKS_MOST * extents[i].objectives)
            diag_report(b->diags, BP3993, plan->units.items[i].place, plan->units.items[i].id,
                        whole(b, extents[i].links), whole(b, extents[i].objectives), NULL);
}
