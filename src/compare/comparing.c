#include "compare/comparing.h"

#include <string.h>

struct comparerow *comparing_row(const struct compareside *side, enum schema_sheet sheet,
                                 const char *id) {
    const struct comparerow_table *table = &side->tables[sheet];
    size_t at = table->ids ? idmap_find(table->ids, id) : IDMAP_NONE;
    return at == IDMAP_NONE ? NULL : &table->rows[at];
}

static const char *renamed(const struct comparing *c, enum schema_sheet sheet, const char *old_id) {
    size_t at = c->renamed[sheet] ? idmap_find(c->renamed[sheet], old_id) : IDMAP_NONE;
    return at == IDMAP_NONE ? NULL : c->after.tables[sheet].rows[at].id;
}

const char *comparing_id(const struct comparing *c, enum schema_sheet sheet, const char *old_id) {
    if (sheet != SHEET_NONE) {
        const char *id = renamed(c, sheet, old_id);
        return id ? id : old_id;
    }
    for (int any = 0; any < SHEET_COUNT; any++) {
        const char *id = renamed(c, (enum schema_sheet)any, old_id);
        if (id)
            return id;
    }
    return old_id;
}

static struct place place_of(const struct compareside *side, const struct comparerow *row) {
    if (!row)
        return (struct place){0};
    return workbook_place(side->plan->workbook, row->record, -1);
}

/* Whose part the row is: its owner, or itself. */
static void name_entity(const struct comparing *c, struct difference *d,
                        const struct compared_entity *entity, const struct comparerow *row) {
    d->entity_sheet = d->sheet;
    d->entity = entity->word;
    d->id = entity->has_ids ? row->id : comparerow_label(c->arena, row, entity, 0);
    d->name = row->name;
    d->part = "";
    if (entity->has_ids || entity->owner < 0)
        return;
    d->entity_sheet = schema_sheet(d->sheet)->columns[entity->owner].target;
    d->entity = compared_entity(d->entity_sheet).word;
    d->id = row->texts[entity->owner];
    const struct comparerow *owner = comparing_row(&c->after, d->entity_sheet, d->id);
    if (!owner)
        owner = comparing_row(&c->before, d->entity_sheet, d->id);
    d->name = owner ? owner->name : "";
    d->part =
        arena_printf(c->arena, "%s%s", entity->word, comparerow_label(c->arena, row, entity, 1));
}

/* The ids a request may name: the row's own, now and before; of rows without one those of the rows
 * they belong to or join; of the two sheets of properties the organization's. */
static void name_subjects(const struct comparing *c, struct difference *d,
                          const struct compared_entity *entity, const struct comparerow *before,
                          const struct comparerow *after) {
    const struct comparerow *row = after ? after : before;
    size_t count = 0;
    const struct schema_sheet_def *sheet = schema_sheet(d->sheet);
    if (sheet->form == SHEET_PROPERTIES)
        d->subjects[count++] = c->after.plan->organization.id;
    if (entity->has_ids) {
        d->subjects[count++] = row->id;
        if (before && after && strcmp(before->id, after->id) != 0)
            d->subjects[count++] = before->id;
        return;
    }
    for (size_t i = 0; i < COMPARED_KEYS && entity->keys[i] >= 0; i++)
        if (sheet->columns[entity->keys[i]].type == FIELD_REFERENCE)
            d->subjects[count++] = row->texts[entity->keys[i]];
}

struct difference comparing_difference(const struct comparing *c, enum schema_sheet sheet,
                                       const struct comparerow *before,
                                       const struct comparerow *after) {
    struct compared_entity entity = compared_entity(sheet);
    struct difference d = {
        .sheet = sheet,
        .column = -1,
        .field = "",
        .count = 1,
        .before = "",
        .after = "",
        .score_before = "",
        .score_after = "",
        .follow_up = (entity.flags & COMPARED_FOLLOW_UP) != 0,
        .old_place = place_of(&c->before, before),
        .new_place = place_of(&c->after, after),
    };
    name_entity(c, &d, &entity, after ? after : before);
    name_subjects(c, &d, &entity, before, after);
    if (sheet == SHEET_THRESHOLDS && after)
        d.holds_from = workbook_field(after->record, COLUMN_THRESHOLDS_EFFECTIVE_FROM)->date;
    return d;
}

void comparing_add(struct comparing *c, const struct difference *difference, bool needs_approval) {
    struct difference *kept = vec_add(c->arena, &c->out->differences);
    *kept = *difference;
    approval_decide(c->approvals, kept, needs_approval);
}
