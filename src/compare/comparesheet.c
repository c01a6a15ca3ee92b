#include "compare/comparesheet.h"

#include "base/ascii.h"
#include <stdlib.h>
#include <string.h>

/* ---- other ids ---- */

#define AMBIGUOUS ((size_t)-2)

static const char *folded(struct arena *arena, const char *name) {
    char *out = arena_strdup(arena, name);
    for (char *at = out; *at; at++)
        *at = ascii_lower(*at);
    return out;
}

/* Rows of `table` whose id the other side does not have, by name. */
static struct idmap *loose_names(struct arena *arena, const struct comparerow_table *table,
                                 const struct idmap *others) {
    struct idmap *names = idmap_new(arena);
    for (size_t i = 0; i < table->count; i++) {
        const struct comparerow *row = &table->rows[i];
        if (!*row->name || idmap_find(others, row->id) != IDMAP_NONE)
            continue;
        const char *name = folded(arena, row->name);
        idmap_set(names, name, idmap_find(names, name) == IDMAP_NONE ? i : AMBIGUOUS);
    }
    return names;
}

static void find_renamed(struct comparing *c, enum schema_sheet sheet) {
    const struct comparerow_table *before = &c->before.tables[sheet];
    const struct comparerow_table *after = &c->after.tables[sheet];
    struct compared_entity entity = compared_entity(sheet);
    /* The next meeting of a series has the name of the last one. */
    if (!before->ids || entity.name < 0 || (entity.flags & COMPARED_FOLLOW_UP))
        return;
    struct idmap *gone = loose_names(c->arena, before, after->ids);
    struct idmap *came = loose_names(c->arena, after, before->ids);
    for (size_t i = 0; i < idmap_count(gone); i++) {
        const char *name = idmap_key(gone, i);
        size_t old_row = idmap_find(gone, name), new_row = idmap_find(came, name);
        if (old_row == AMBIGUOUS || new_row == AMBIGUOUS || new_row == IDMAP_NONE)
            continue;
        if (!c->renamed[sheet])
            c->renamed[sheet] = idmap_new(c->arena);
        idmap_put(c->renamed[sheet], before->rows[old_row].id, new_row);
    }
}

static const char *newer_id(void *context, enum schema_sheet target, const char *id) {
    return comparing_id(context, target, id);
}

static bool any_renamed(const struct comparing *c) {
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++)
        if (c->renamed[sheet])
            return true;
    return false;
}

/* ---- the same rows ---- */

/* Rows without an id may have the same key; what they say then puts them in order. */
static int by_key(const void *a, const void *b) {
    const struct comparerow *left = *(struct comparerow *const *)a;
    const struct comparerow *right = *(struct comparerow *const *)b;
    int order = strcmp(left->key, right->key);
    if (order)
        return order;
    size_t columns = schema_sheet((enum schema_sheet)left->record->sheet)->column_count;
    for (size_t i = 0; i < columns && !order; i++)
        order = strcmp(left->texts[i], right->texts[i]);
    return order;
}

static void sort_rows(struct comparing *c, enum schema_sheet sheet, struct comparerow_table *table,
                      bool older) {
    struct compared_entity entity = compared_entity(sheet);
    table->order = arena_array(c->arena, table->count, sizeof *table->order);
    for (size_t i = 0; i < table->count; i++) {
        struct comparerow *row = &table->rows[i];
        if (entity.has_ids)
            row->key = older ? comparing_id(c, sheet, row->id) : row->id;
        else
            row->key = comparerow_label(c->arena, row, &entity, 0);
        table->order[i] = row;
    }
    if (table->count > 1)
        qsort(table->order, table->count, sizeof *table->order, by_key);
    if (entity.has_ids || entity.keys[0] < 0)
        return;
    table->owners = idmap_new(c->arena);
    for (size_t i = 0; i < table->count; i++)
        idmap_put(table->owners, table->order[i]->texts[entity.keys[0]], i);
}

static int by_key_alone(const void *a, const void *b) {
    const struct comparerow *left = *(struct comparerow *const *)a;
    const struct comparerow *right = *(struct comparerow *const *)b;
    return strcmp(left->key, right->key);
}

/* Pairs the rows that are equal in `order` and not yet paired; both sides are sorted by it. */
static void pair_rows(const struct comparerow_table *before, const struct comparerow_table *after,
                      int (*order)(const void *, const void *)) {
    size_t i = 0, j = 0;
    while (i < before->count && j < after->count) {
        struct comparerow *left = before->order[i], *right = after->order[j];
        int sign = order(&left, &right);
        if (left->other || sign < 0) {
            i++;
        } else if (right->other || sign > 0) {
            j++;
        } else {
            left->other = right;
            right->other = left;
            i++;
            j++;
        }
    }
}

static void match_sheet(struct comparing *c, enum schema_sheet sheet) {
    struct comparerow_table *before = &c->before.tables[sheet], *after = &c->after.tables[sheet];
    sort_rows(c, sheet, before, true);
    sort_rows(c, sheet, after, false);
    pair_rows(before, after, by_key);
    pair_rows(before, after, by_key_alone);
}

void comparesheet_match(struct comparing *c) {
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++)
        find_renamed(c, (enum schema_sheet)sheet);
    bool translate = any_renamed(c);
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++) {
        struct comparerow_table *old = &c->before.tables[sheet];
        for (size_t i = 0; translate && i < old->count; i++)
            comparerow_translate(c->arena, &old->rows[i], newer_id, c);
        match_sheet(c, (enum schema_sheet)sheet);
    }
}

/* ---- what a row stands on ---- */

/* The row of the older side behind an id of the newer one. */
static const struct comparerow *older(const struct comparing *c, enum schema_sheet sheet,
                                      const char *id) {
    const struct comparerow *row = comparing_row(&c->after, sheet, id);
    return row ? row->other : comparing_row(&c->before, sheet, id);
}

struct sheetwork {
    struct comparing *c;
    enum schema_sheet sheet;
    struct compared_entity entity;
    const struct schema_sheet_def *def;
    const struct compared_field *fields;
};

static bool stands(const struct sheetwork *work, const struct comparerow *row, int column,
                   bool then) {
    if (column < 0 || work->def->columns[column].type != FIELD_REFERENCE || !*row->texts[column])
        return true;
    enum schema_sheet target = work->def->columns[column].target;
    if (target == SHEET_NONE)
        return true;
    const struct comparerow *before = older(work->c, target, row->texts[column]);
    const struct comparerow *after = comparing_row(&work->c->after, target, row->texts[column]);
    const struct comparerow *base = then ? before : after;
    return (!before && !after) || (base && base->in_force);
}

/* False if a row that this one is a part of, or joins, was not in force then (is not now). */
static bool stood(const struct sheetwork *work, const struct comparerow *row, bool then) {
    for (size_t i = 0; i < COMPARED_KEYS; i++)
        if (!stands(work, row, work->entity.keys[i], then))
            return false;
    return stands(work, row, work->entity.owner, then);
}

static bool is_key(const struct sheetwork *work, int column) {
    for (size_t i = 0; i < COMPARED_KEYS; i++)
        if (work->entity.keys[i] == column)
            return true;
    return false;
}

/* ---- what came, went and was changed ---- */

static void set_column(const struct sheetwork *work, struct difference *d, int column,
                       const struct comparerow *before, const struct comparerow *after) {
    d->column = column;
    d->field = work->def->columns[column].title;
    d->before = column == work->entity.keys[0] ? before->id : before->texts[column];
    d->after = after->texts[column];
    d->new_place = workbook_place(work->c->after.plan->workbook, after->record, column);
    if (before->record)
        d->old_place = workbook_place(work->c->before.plan->workbook, before->record, column);
}

static bool field_differs(const struct sheetwork *work, int column, const struct comparerow *before,
                          const struct comparerow *after) {
    if (is_key(work, column))
        return work->entity.has_ids && strcmp(before->id, after->id) != 0;
    return strcmp(before->texts[column], after->texts[column]) != 0;
}

static void add_field(const struct sheetwork *work, int column, const struct comparerow *before,
                      const struct comparerow *after, bool agreed) {
    struct difference d =
        comparing_difference(work->c, work->sheet, before->record ? before : NULL, after);
    set_column(work, &d, column, before, after);
    d.kind = CHANGED_OTHER;
    if (column == work->entity.name || is_key(work, column))
        d.kind = CHANGED_RENAMED;
    else if (agreed && compared_agreed(work->fields[column].treatment))
        d.kind = CHANGED_AGREED;
    comparing_add(work->c, &d, d.kind == CHANGED_AGREED);
}

/* How many fields differ; they are told. */
static size_t compare_fields(const struct sheetwork *work, const struct comparerow *before,
                             const struct comparerow *after, bool agreed) {
    size_t count = 0;
    for (size_t i = 0; i < work->def->column_count; i++) {
        bool moved = (int)i == work->entity.state && before->in_force != after->in_force;
        if (moved || !field_differs(work, (int)i, before, after))
            continue;
        add_field(work, (int)i, before, after, agreed);
        count++;
    }
    return count;
}

static void compare_pair(const struct sheetwork *work, const struct comparerow *before,
                         const struct comparerow *after) {
    bool agreed = before->in_force && stood(work, before, true);
    if (before->in_force != after->in_force) {
        struct difference d = comparing_difference(work->c, work->sheet, before, after);
        set_column(work, &d, work->entity.state, before, after);
        d.kind = after->in_force ? CHANGED_NEW : CHANGED_RETIRED;
        comparing_add(work->c, &d,
                      d.kind == CHANGED_RETIRED && agreed &&
                          (work->entity.flags & COMPARED_AGREED_ROWS));
    }
    compare_fields(work, before, after, agreed);
}

static void add_gone(const struct sheetwork *work, const struct comparerow *row) {
    if (!stood(work, row, false))
        return;
    struct difference d = comparing_difference(work->c, work->sheet, row, NULL);
    d.kind = CHANGED_RETIRED;
    bool agreed = (work->entity.flags & COMPARED_AGREED_ROWS) && row->in_force;
    comparing_add(work->c, &d, agreed && stood(work, row, true));
}

/* A row that holds from a day on is compared with the one that it takes over from, or with none. */
static const struct comparerow *predecessor(const struct sheetwork *work, size_t index) {
    const struct comparerow_table *table = &work->c->after.tables[work->sheet];
    const struct comparerow *row = table->order[index];
    const struct comparerow *earlier = index ? table->order[index - 1] : NULL;
    int owner = work->entity.owner;
    if (earlier && strcmp(earlier->texts[owner], row->texts[owner]) == 0)
        return earlier;
    struct comparerow *none = arena_alloc(work->c->arena, sizeof *none);
    *none = (struct comparerow){.id = "", .name = "", .in_force = true};
    none->texts = arena_array(work->c->arena, work->def->column_count, sizeof *none->texts);
    for (size_t i = 0; i < work->def->column_count; i++)
        none->texts[i] = work->fields[i].blank;
    return none;
}

static void add_come(const struct sheetwork *work, const struct comparerow *row, size_t index) {
    if (!stood(work, row, true))
        return;
    if (work->entity.flags & COMPARED_AGREED_NEW) {
        struct comparerow base = *predecessor(work, index);
        base.record = NULL;
        if (compare_fields(work, &base, row, true) > 0)
            return;
    }
    struct difference d = comparing_difference(work->c, work->sheet, NULL, row);
    d.kind = CHANGED_NEW;
    comparing_add(work->c, &d, false);
}

/* ---- counted rows ---- */

static void add_count(const struct sheetwork *work, enum change_kind kind, size_t count) {
    struct difference d = {.kind = kind,
                           .sheet = work->sheet,
                           .entity_sheet = work->sheet,
                           .column = -1,
                           .entity = work->entity.word,
                           .id = "",
                           .name = "",
                           .part = "",
                           .field = "",
                           .count = count,
                           .before = "",
                           .after = "",
                           .score_before = "",
                           .score_after = "",
                           .follow_up = (work->entity.flags & COMPARED_FOLLOW_UP) != 0};
    if (count > 0)
        comparing_add(work->c, &d, false);
}

static void count_rows(const struct sheetwork *work) {
    const struct comparerow_table *before = &work->c->before.tables[work->sheet];
    const struct comparerow_table *after = &work->c->after.tables[work->sheet];
    size_t gone = 0, come = 0, changed = 0;
    for (size_t i = 0; i < before->count; i++) {
        const struct comparerow *row = &before->rows[i];
        gone += !row->other;
        bool differs = false;
        for (size_t k = 0; row->other && k < work->def->column_count; k++)
            differs = differs || field_differs(work, (int)k, row, row->other);
        changed += differs;
    }
    for (size_t i = 0; i < after->count; i++)
        come += !after->rows[i].other;
    add_count(work, CHANGED_ADDED, come);
    add_count(work, CHANGED_WITHDRAWN, gone);
    add_count(work, CHANGED_OTHER, changed);
}

void comparesheet(struct comparing *c, enum schema_sheet sheet) {
    struct sheetwork work = {.c = c,
                             .sheet = sheet,
                             .entity = compared_entity(sheet),
                             .def = schema_sheet(sheet),
                             .fields = compared_fields(c->arena, sheet)};
    if (!work.entity.word || (work.entity.flags & COMPARED_BY_PLAN))
        return;
    if (work.entity.flags & COMPARED_COUNTED) {
        count_rows(&work);
        return;
    }
    const struct comparerow_table *before = &c->before.tables[sheet];
    const struct comparerow_table *after = &c->after.tables[sheet];
    for (size_t i = 0; i < before->count; i++) {
        const struct comparerow *row = before->order[i];
        if (row->other)
            compare_pair(&work, row, row->other);
        else
            add_gone(&work, row);
    }
    for (size_t i = 0; i < after->count; i++)
        if (!after->order[i]->other)
            add_come(&work, after->order[i], i);
}
