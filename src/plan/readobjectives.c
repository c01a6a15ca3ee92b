#include "plan/readobjectives.h"

#include <string.h>

static enum entity_state state_of(const struct record *record) {
    static const enum entity_state states[] = {STATE_PROPOSED, STATE_ACTIVE, STATE_RETIRED};
    return states[planbuild_choice(record, COLUMN_OBJECTIVES_STATE, 1)];
}

static enum declared_status declared_of(const struct record *record) {
    static const enum declared_status statuses[] = {DECLARED_GREEN, DECLARED_AMBER, DECLARED_RED};
    int choice = planbuild_choice(record, COLUMN_OBJECTIVES_DECLARED_STATUS, -1);
    return choice < 0 ? DECLARED_NONE : statuses[choice];
}

/* domain.md section 4 rule 12: a declaration needs a reason and has an end. */
static void check_declared(struct planbuild *b, const struct record *record,
                           const struct objective *objective) {
    if (objective->declared == DECLARED_NONE)
        return;
    if (date_set(objective->declared_expires) && date_set(b->plan->organization.as_of) &&
        date_compare(objective->declared_expires, b->plan->organization.as_of) < 0)
        diag_report(b->diags, BP3911,
                    planbuild_place(b, record, COLUMN_OBJECTIVES_DECLARED_EXPIRES), objective->id,
                    planbuild_date_text(b, objective->declared_expires), NULL);
    if (!objective->declared_reason[0])
        diag_report(b->diags, BP3912, planbuild_place(b, record, COLUMN_OBJECTIVES_DECLARED_STATUS),
                    objective->id, NULL);
    if (!objective->declared_by[0])
        diag_report(b->diags, BP3913, planbuild_place(b, record, COLUMN_OBJECTIVES_DECLARED_STATUS),
                    objective->id, NULL);
}

static void check_dates(struct planbuild *b, const struct record *record,
                        const struct objective *objective) {
    if (date_set(objective->start) && date_set(objective->end) &&
        date_compare(objective->end, objective->start) < 0)
        diag_report(b->diags, BP3405, planbuild_place(b, record, COLUMN_OBJECTIVES_END),
                    objective->id, planbuild_date_text(b, objective->end),
                    planbuild_date_text(b, objective->start), NULL);
}

static void check_belongs(struct planbuild *b, const struct record *record, int column,
                          const struct objective *objective, const char *id,
                          const struct unit *owner) {
    if (!owner || !objective->unit || owner == objective->unit)
        return;
    enum schema_sheet target = schema_sheet(SHEET_OBJECTIVES)->columns[column].target;
    diag_report(b->diags, BP3110, planbuild_place(b, record, column), objective->id,
                objective->unit->id, planbuild_noun(target), id, owner->id, NULL);
}

static struct place pin_of(struct planbuild *b, const struct record *record) {
    static const int columns[] = {COLUMN_OBJECTIVES_MAP_PLACE, COLUMN_OBJECTIVES_MAP_ROW};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (workbook_field(record, columns[i])->filled)
            return planbuild_place(b, record, columns[i]);
    return planbuild_place(b, record, COLUMN_OBJECTIVES_ID);
}

static void read_objective(struct planbuild *b, const struct record *record,
                           struct objective *objective) {
    struct plan *plan = b->plan;
    size_t unit = planbuild_reference(b, record, COLUMN_OBJECTIVES_UNIT);
    size_t perspective = planbuild_reference(b, record, COLUMN_OBJECTIVES_PERSPECTIVE);
    size_t theme = planbuild_reference(b, record, COLUMN_OBJECTIVES_THEME);
    *objective = (struct objective){
        .id = planbuild_text(record, COLUMN_OBJECTIVES_ID),
        .name = planbuild_text(record, COLUMN_OBJECTIVES_NAME),
        .owner = planbuild_text(record, COLUMN_OBJECTIVES_OWNER),
        .description = planbuild_text(record, COLUMN_OBJECTIVES_INTENDED_RESULT),
        .start = planbuild_date(record, COLUMN_OBJECTIVES_START),
        .end = planbuild_date(record, COLUMN_OBJECTIVES_END),
        .unit = unit == IDMAP_NONE ? NULL : &plan->units.items[unit],
        .perspective = perspective == IDMAP_NONE ? NULL : &plan->perspectives.items[perspective],
        .theme = theme == IDMAP_NONE ? NULL : &plan->themes.items[theme],
        .weight = planbuild_quantity(b, record, COLUMN_OBJECTIVES_WEIGHT),
        .critical = planbuild_choice(record, COLUMN_OBJECTIVES_CRITICAL, 0) == 1,
        .map_row = planbuild_count(record, COLUMN_OBJECTIVES_MAP_ROW, INT32_MAX, 0),
        .map_place = planbuild_count(record, COLUMN_OBJECTIVES_MAP_PLACE, INT32_MAX, 0),
        .pin = pin_of(b, record),
        .state = state_of(record),
        .declared = declared_of(record),
        .declared_by = planbuild_text(record, COLUMN_OBJECTIVES_DECLARED_BY),
        .declared_reason = planbuild_text(record, COLUMN_OBJECTIVES_DECLARED_REASON),
        .declared_on = planbuild_date(record, COLUMN_OBJECTIVES_DECLARED_ON),
        .declared_expires = planbuild_date(record, COLUMN_OBJECTIVES_DECLARED_EXPIRES),
        .place = planbuild_place(b, record, COLUMN_OBJECTIVES_ID),
    };
    if (objective->perspective)
        check_belongs(b, record, COLUMN_OBJECTIVES_PERSPECTIVE, objective,
                      objective->perspective->id, objective->perspective->unit);
    if (objective->theme)
        check_belongs(b, record, COLUMN_OBJECTIVES_THEME, objective, objective->theme->id,
                      objective->theme->unit);
    check_declared(b, record, objective);
    check_dates(b, record, objective);
}

/* ---- supports: one level up the tree of units ---- */

/* True if the unit's place in the tree was read; if not, that was reported. */
static bool placed(const struct planbuild *b, const struct unit *unit) {
    const struct record *record = b->rows[SHEET_UNITS].list.items[unit - b->plan->units.items];
    const struct field *parent = workbook_field(record, COLUMN_UNITS_PARENT);
    return unit->parent || (!parent->filled && !parent->wrong);
}

static bool one_level_up(const struct planbuild *b, const struct objective *child,
                         const struct objective *parent) {
    return !child->unit || !parent->unit || child->unit->parent == parent->unit ||
           !placed(b, child->unit);
}

static void read_supports(struct planbuild *b, const struct record *record,
                          struct objective *objective) {
    size_t *parents;
    size_t count = planbuild_references(b, record, COLUMN_OBJECTIVES_SUPPORTS, &parents);
    enum link_kind kind =
        (enum link_kind)planbuild_choice(record, COLUMN_OBJECTIVES_LINK_KIND, (int)LINK_SHARED);
    for (size_t i = 0; i < count; i++) {
        struct objective *parent = &b->plan->objectives.items[parents[i]];
        if (!one_level_up(b, objective, parent)) {
            diag_report(b->diags, BP3108, planbuild_place(b, record, COLUMN_OBJECTIVES_SUPPORTS),
                        objective->id, objective->unit->id, parent->id, parent->unit->id, NULL);
            continue;
        }
        struct support *support = vec_add(b->arena, &objective->supports);
        *support = (struct support){
            .parent = parent,
            .kind = kind,
            .weight = planbuild_quantity(b, record, COLUMN_OBJECTIVES_SUPPORT_WEIGHT),
        };
        vec_push(b->arena, &parent->supported_by, objective);
    }
}

/* ---- links ---- */

static void read_link(struct planbuild *b, const struct record *record, struct idmap *pairs) {
    struct objective *from = planbuild_objective(b, record, COLUMN_LINKS_FROM);
    struct objective *to = planbuild_objective(b, record, COLUMN_LINKS_TO);
    if (!from || !to)
        return;
    if (from == to) {
        diag_report(b->diags, BP3203, planbuild_place(b, record, COLUMN_LINKS_TO), from->id, NULL);
        return;
    }
    size_t index = b->plan->links.count;
    size_t first = idmap_put(pairs, arena_printf(b->arena, "%s %s", from->id, to->id), index);
    if (first != index) {
        diag_report(b->diags, BP3202, planbuild_place(b, record, COLUMN_LINKS_TO), from->id, to->id,
                    planbuild_where(b, b->plan->links.items[first].place), NULL);
        return;
    }
    struct link *link = vec_add(b->arena, &b->plan->links);
    *link = (struct link){
        .from = from,
        .to = to,
        .strength =
            (enum strength)planbuild_choice(record, COLUMN_LINKS_STRENGTH, (int)STRENGTH_MEDIUM),
        .negative = planbuild_choice(record, COLUMN_LINKS_SIGN, 0) == 1,
        .evidence = (enum declared_evidence)planbuild_choice(record, COLUMN_LINKS_DECLARED_EVIDENCE,
                                                             (int)EVIDENCE_UNTESTED),
        .lag_given = planbuild_count(record, COLUMN_LINKS_LAG, 1200, -1) >= 0,
        .lag_months = planbuild_count(record, COLUMN_LINKS_LAG, 1200, 0),
        .hypothesis = planbuild_text(record, COLUMN_LINKS_HYPOTHESIS),
        .place = planbuild_place(b, record, COLUMN_LINKS_TO),
        .evidence_place = planbuild_place(b, record, COLUMN_LINKS_DECLARED_EVIDENCE),
    };
}

void readobjectives(struct planbuild *b) {
    const struct plan_rows *rows = &b->rows[SHEET_OBJECTIVES];
    struct plan *plan = b->plan;
    plan->objectives.items = arena_array(b->arena, rows->list.count, sizeof(struct objective));
    plan->objectives.capacity = plan->objectives.count = rows->list.count;
    for (size_t i = 0; i < rows->list.count; i++)
        read_objective(b, rows->list.items[i], &plan->objectives.items[i]);
    for (size_t i = 0; i < rows->list.count; i++)
        read_supports(b, rows->list.items[i], &plan->objectives.items[i]);
    const struct plan_rows *links = &b->rows[SHEET_LINKS];
    struct idmap *pairs = idmap_new(b->arena);
    for (size_t i = 0; i < links->list.count; i++)
        read_link(b, links->list.items[i], pairs);
}
