#include "compare/comparerow.h"

#include <stdlib.h>
#include <string.h>

static const char *number(struct arena *arena, struct decimal value) {
    char text[32];
    decimal_format(value, -1, text);
    return arena_strdup(arena, text);
}

static const char *date_text(struct arena *arena, struct date date, bool month_day) {
    char text[11];
    date_format(date, text);
    return arena_strdup(arena, month_day ? text + 5 : text);
}

static const char *period_text(struct arena *arena, const struct plan *plan, struct period period) {
    char text[16];
    period_format(period, &plan->organization.fiscal, text);
    return arena_strdup(arena, text);
}

/* The nth word of a ;-list. */
static const char *choice_text(struct arena *arena, const char *choices, int index) {
    for (; index > 0 && *choices; index--) {
        choices += strcspn(choices, ";");
        choices += *choices == ';';
    }
    return arena_strndup(arena, choices, strcspn(choices, ";"));
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *same_id(void *context, enum schema_sheet target, const char *id) {
    (void)context;
    (void)target;
    return id;
}

/* Ids divided by semicolons.  Their order says nothing, but that the first objective of a measure
 * is its home. */
static const char *list_text(struct arena *arena, const struct record *record, int column,
                             comparerow_rename_fn *rename, void *context) {
    enum schema_sheet target = schema_sheet(record->sheet)->columns[column].target;
    VEC(const char *) ids = {NULL, 0, 0};
    for (const char **list = workbook_field(record, column)->list; list && *list; list++)
        vec_push(arena, &ids, rename(context, target, *list));
    size_t from = record->sheet == SHEET_MEASURES && ids.count > 0 ? 1 : 0;
    if (ids.count > from)
        qsort(ids.items + from, ids.count - from, sizeof *ids.items, by_text);
    struct textbuf out;
    textbuf_init(&out, arena);
    for (size_t i = 0; i < ids.count; i++) {
        textbuf_str(&out, i ? "; " : "");
        textbuf_str(&out, ids.items[i]);
    }
    return textbuf_text(&out);
}

/* A cell typed as a percentage holds 0.87 where a measure in % means 87; factors of a target have
 * no unit. */
static struct decimal own_number(const struct plan *plan, const struct record *record,
                                 const struct field *field) {
    struct decimal out = field->number;
    bool threshold = record->sheet == SHEET_THRESHOLDS;
    if (!field->percent ||
        (threshold && workbook_field(record, COLUMN_THRESHOLDS_METHOD)->choice == 1))
        return out;
    int column = threshold ? (int)COLUMN_THRESHOLDS_MEASURE : (int)COLUMN_MEASURES_ID;
    const struct measure *measure = plan_measure(plan, workbook_field(record, column)->text);
    if (measure && strcmp(measure->unit_of_measure, "%") == 0)
        decimal_mul(out, decimal_of(100), &out);
    return out;
}

static const char *filled_text(struct arena *arena, const struct plan *plan,
                               const struct record *record, int column,
                               enum compared_treatment treatment) {
    const struct schema_column *def = &schema_sheet(record->sheet)->columns[column];
    const struct field *field = workbook_field(record, column);
    switch (def->type) {
    case FIELD_NUMBER:
    case FIELD_SHARE:
    case FIELD_COUNT_OF:
        return number(arena, treatment == COMPARED_OWN_UNIT ? own_number(plan, record, field)
                                                            : field->number);
    case FIELD_DATE:
    case FIELD_MONTH_DAY:
        return date_text(arena, field->date, def->type == FIELD_MONTH_DAY);
    case FIELD_PERIOD:
        return period_text(arena, plan, field->period);
    case FIELD_CHOICE:
        return choice_text(arena, def->choices, field->choice);
    case FIELD_FLAG:
        return field->choice ? "Y" : "N";
    case FIELD_REFERENCES:
        return list_text(arena, record, column, same_id, NULL);
    case FIELD_ID:
    case FIELD_REFERENCE:
    case FIELD_TITLE:
    case FIELD_TEXT:
        break;
    }
    return field->text;
}

static void read_row(struct arena *arena, const struct plan *plan, struct comparerow *row,
                     const struct compared_entity *entity, const struct compared_field *fields) {
    size_t columns = schema_sheet(row->record->sheet)->column_count;
    row->texts = arena_array(arena, columns, sizeof *row->texts);
    for (size_t i = 0; i < columns; i++) {
        bool filled = workbook_field(row->record, (int)i)->filled;
        row->texts[i] = fields[i].treatment == COMPARED_SKIPPED ? ""
                        : !filled
                            ? fields[i].blank
                            : filled_text(arena, plan, row->record, (int)i, fields[i].treatment);
    }
    row->id = entity->has_ids ? row->texts[entity->keys[0]] : "";
    row->name = entity->name >= 0 ? row->texts[entity->name] : "";
    row->in_force =
        entity->state < 0 || schema_title_among(entity->in_force, row->texts[entity->state]);
}

struct comparerow_table comparerow_read(struct arena *arena, const struct plan *plan,
                                        enum schema_sheet sheet) {
    const struct table *table = &plan->workbook->tables[sheet];
    struct compared_entity entity = compared_entity(sheet);
    const struct compared_field *fields = compared_fields(arena, sheet);
    /* Properties have a meaning even when nobody wrote them down. */
    bool unsaid = table->records.count == 0 && schema_sheet(sheet)->form == SHEET_PROPERTIES;
    struct comparerow_table out = {.count = unsaid ? 1 : table->records.count};
    out.rows = arena_array(arena, out.count, sizeof *out.rows);
    struct record *nothing = arena_alloc(arena, sizeof *nothing);
    nothing->sheet = (uint8_t)sheet;
    struct idmap *ids = entity.has_ids ? idmap_new(arena) : NULL;
    for (size_t i = 0; i < out.count; i++) {
        out.rows[i].record = unsaid ? nothing : &table->records.items[i];
        read_row(arena, plan, &out.rows[i], &entity, fields);
        if (ids)
            idmap_put(ids, out.rows[i].id, i);
    }
    out.ids = ids;
    return out;
}

void comparerow_translate(struct arena *arena, struct comparerow *row, comparerow_rename_fn *rename,
                          void *context) {
    const struct schema_sheet_def *sheet = schema_sheet(row->record->sheet);
    for (size_t i = 0; i < sheet->column_count; i++) {
        const struct schema_column *column = &sheet->columns[i];
        if (!*row->texts[i])
            continue;
        if (column->type == FIELD_REFERENCE)
            row->texts[i] = rename(context, column->target, row->texts[i]);
        if (column->type == FIELD_REFERENCES)
            row->texts[i] = list_text(arena, row->record, (int)i, rename, context);
    }
}

const char *comparerow_label(struct arena *arena, const struct comparerow *row,
                             const struct compared_entity *entity, size_t first) {
    struct textbuf out;
    textbuf_init(&out, arena);
    for (size_t i = first; i < COMPARED_KEYS && entity->keys[i] >= 0; i++) {
        const char *text = row->texts[entity->keys[i]];
        if (!*text)
            continue;
        textbuf_str(&out, i ? entity->joint : "");
        textbuf_str(&out, text);
    }
    return textbuf_text(&out);
}
