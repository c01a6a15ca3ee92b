#include "plan/rulepin.h"

static bool same_band(const struct objective *a, const struct objective *b) {
    return a->unit == b->unit && a->perspective == b->perspective;
}

static bool same_row(const struct objective *a, const struct objective *b) {
    return same_band(a, b) && a->map_row == b->map_row;
}

static const char *whole(const struct planbuild *b, int n) {
    return arena_printf(b->arena, "%d", n);
}

/* ---- numbers ---- */

/* Counts no further than it matters. */
static int band_size(const struct plan *plan, const struct objective *objective) {
    int count = 0;
    for (size_t i = 0; i < plan->objectives.count && count < RULEPIN_ROWS; i++)
        count += planbuild_mapped(&plan->objectives.items[i]) &&
                 same_band(&plan->objectives.items[i], objective);
    return count;
}

static void check_zero(struct planbuild *b, const struct record *record, int column,
                       const struct objective *objective) {
    const struct field *field = workbook_field(record, column);
    if (field->filled && field->number.micro == 0)
        diag_report(b->diags, BP3995, planbuild_place(b, record, column), objective->id,
                    schema_sheet(SHEET_OBJECTIVES)->columns[column].title, "0",
                    "they are counted from 1", NULL);
}

static void check_numbers(struct planbuild *b, size_t i) {
    const struct objective *objective = &b->plan->objectives.items[i];
    const struct record *record = b->rows[SHEET_OBJECTIVES].list.items[i];
    check_zero(b, record, COLUMN_OBJECTIVES_MAP_ROW, objective);
    check_zero(b, record, COLUMN_OBJECTIVES_MAP_PLACE, objective);
    if (objective->map_row == 0)
        return;
    int size = planbuild_mapped(objective) ? band_size(b->plan, objective) : RULEPIN_ROWS;
    int most = size < RULEPIN_ROWS ? size : RULEPIN_ROWS;
    if (objective->map_row > most && !b->partial[SHEET_OBJECTIVES])
        diag_report(b->diags, BP3995, planbuild_place(b, record, COLUMN_OBJECTIVES_MAP_ROW),
                    objective->id, "Map Row", whole(b, objective->map_row),
                    size < RULEPIN_ROWS
                        ? arena_printf(b->arena, "the unit has %d in perspective '%s'", size,
                                       objective->perspective->name)
                        : "a perspective has at most 3 rows on the map",
                    NULL);
}

/* ---- two that contradict each other ---- */

static const char *row_name(const struct planbuild *b, const struct objective *objective) {
    return objective->map_row ? arena_printf(b->arena, "row %d", objective->map_row)
                              : "the rows that Map Row leaves open";
}

static void check_pairs(struct planbuild *b, size_t i) {
    const struct objective *items = b->plan->objectives.items, *later = &items[i];
    bool told = false;
    for (size_t k = 0; k < i && !told; k++) {
        const struct objective *first = &items[k];
        if (!planbuild_mapped(first) || !same_row(first, later))
            continue;
        told = later->map_place > 0 && first->map_place == later->map_place;
        if (told)
            diag_report(b->diags, BP3994, later->pin, first->id, later->id,
                        whole(b, later->map_place), row_name(b, later), later->perspective->name,
                        NULL);
        else if (later->map_row > 0 && !first->theme != !later->theme) {
            told = true;
            diag_report(b->diags, BP3996, later->pin, first->theme ? later->id : first->id,
                        first->theme ? first->id : later->id, whole(b, later->map_row),
                        later->perspective->name, NULL);
        }
    }
}

/* ---- columns: which theme must stand left of which ---- */

struct columns {
    const struct plan *plan;
    bool *left; /* [a * themes + b]: a stands left of b */
};

static bool *left_of(const struct columns *c, const struct theme *a, const struct theme *b) {
    const struct theme *first = c->plan->themes.items;
    return &c->left[(size_t)(a - first) * c->plan->themes.count + (size_t)(b - first)];
}

/* All that follows from a being left of b. */
static void learn(struct columns *c, const struct theme *a, const struct theme *b) {
    const struct theme *first = c->plan->themes.items;
    for (size_t x = 0; x < c->plan->themes.count; x++) {
        if (&first[x] != a && !*left_of(c, &first[x], a))
            continue;
        *left_of(c, &first[x], b) = true;
        for (size_t y = 0; y < c->plan->themes.count; y++)
            if (*left_of(c, b, &first[y]))
                *left_of(c, &first[x], &first[y]) = true;
    }
}

static bool both_pinned(const struct objective *a, const struct objective *b) {
    return planbuild_mapped(a) && a->theme && a->map_place > 0 && same_row(a, b) &&
           a->theme != b->theme && a->map_place != b->map_place;
}

/* Columns are the same in all rows, so what one row says binds the others. */
static void check_columns(struct planbuild *b, const struct unit *unit) {
    const struct plan *plan = b->plan;
    size_t themes = plan->themes.count;
    struct columns c = {plan, arena_array(b->arena, themes * themes + 1, sizeof(bool))};
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *later = &plan->objectives.items[i];
        if (!planbuild_mapped(later) || later->unit != unit || !later->theme ||
            later->map_place == 0)
            continue;
        bool told = false;
        for (size_t k = 0; k < i && !told; k++) {
            const struct objective *first = &plan->objectives.items[k];
            if (!both_pinned(first, later))
                continue;
            bool before = first->map_place < later->map_place;
            const struct theme *left = before ? first->theme : later->theme;
            const struct theme *right = before ? later->theme : first->theme;
            told = *left_of(&c, right, left);
            if (told)
                diag_report(b->diags, BP3997, later->pin, later->id, left->name, right->name, NULL);
            else
                learn(&c, left, right);
        }
    }
}

void rulepin(struct planbuild *b) {
    const struct plan *plan = b->plan;
    for (size_t i = 0; i < plan->objectives.count; i++) {
        const struct objective *objective = &plan->objectives.items[i];
        check_numbers(b, i);
        if (planbuild_mapped(objective) && (objective->map_row > 0 || objective->map_place > 0))
            check_pairs(b, i);
    }
    for (size_t u = 0; u < plan->units.count; u++)
        check_columns(b, &plan->units.items[u]);
}
