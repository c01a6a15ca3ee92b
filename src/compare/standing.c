#include "compare/standing.h"

#include <string.h>

struct standing {
    const struct comparing *comparing;
    struct textbuf key;
    struct idmap *parts; /* row, sheet and column -> the values that stand in its parts */
    VEC(struct idmap *) values;
};

struct standing *standing_new(const struct comparing *comparing) {
    struct standing *standing = arena_alloc(comparing->arena, sizeof *standing);
    *standing = (struct standing){.comparing = comparing, .parts = idmap_new(comparing->arena)};
    textbuf_init(&standing->key, comparing->arena);
    return standing;
}

static const char *asked(const struct standing *standing, const struct change_request *request,
                         enum schema_sheet sheet, int column) {
    const struct comparing *c = standing->comparing;
    return approval_value(c->arena, c->after.plan, sheet, column, request->new_value, true);
}

static const char *there(const struct standing *standing, enum schema_sheet sheet, int column,
                         const char *text) {
    const struct comparing *c = standing->comparing;
    return approval_value(c->arena, c->after.plan, sheet, column, text, false);
}

/* The values in a column of the rows without an id from `at` on that belong to one row. */
static const struct idmap *part_values(struct standing *standing, const char *id,
                                       enum schema_sheet sheet, int column, size_t at) {
    textbuf_clear(&standing->key);
    textbuf_printf(&standing->key, "%s\n%d\n%d", id, (int)sheet, column);
    size_t known = idmap_put(standing->parts, textbuf_text(&standing->key), standing->values.count);
    if (known < standing->values.count)
        return standing->values.items[known];
    const struct comparerow_table *table = &standing->comparing->after.tables[sheet];
    struct idmap *values = idmap_new(standing->comparing->arena);
    vec_push(standing->comparing->arena, &standing->values, values);
    int owner = compared_entity(sheet).keys[0];
    for (; at < table->count; at++) {
        const struct comparerow *row = table->order[at];
        if (strcmp(row->texts[owner], id) != 0)
            break;
        const char *value = there(standing, sheet, column, row->texts[column]);
        if (value)
            idmap_put(values, value, at);
    }
    return values;
}

/* Of rows without an id those that belong to the one that is named: one of them is enough. */
static enum approval_standing part_stands(struct standing *standing,
                                          const struct change_request *request,
                                          enum schema_sheet sheet, int column) {
    const struct comparerow_table *table = &standing->comparing->after.tables[sheet];
    size_t at = table->owners ? idmap_find(table->owners, request->linked_id) : IDMAP_NONE;
    if (at == IDMAP_NONE)
        return STANDING_UNKNOWN;
    const struct idmap *values = part_values(standing, request->linked_id, sheet, column, at);
    const char *wanted = asked(standing, request, sheet, column);
    return wanted && idmap_find(values, wanted) != IDMAP_NONE ? STANDING_THERE : STANDING_OTHERWISE;
}

static enum approval_standing row_stands(struct standing *standing,
                                         const struct change_request *request,
                                         enum schema_sheet sheet) {
    const struct comparing *c = standing->comparing;
    int column = schema_column_titled(sheet, request->field);
    if (column < 0)
        return STANDING_UNKNOWN;
    const struct comparerow *row = comparing_row(&c->after, sheet, request->linked_id);
    bool of_all = schema_sheet(sheet)->form == SHEET_PROPERTIES &&
                  strcmp(request->linked_id, c->after.plan->organization.id) == 0;
    if (!row && of_all)
        row = &c->after.tables[sheet].rows[0];
    return row ? approval_text_stands(c->arena, c->after.plan, request, sheet, column,
                                      row->texts[column])
               : part_stands(standing, request, sheet, column);
}

enum approval_standing standing_of(void *context, const struct change_request *request) {
    struct standing *standing = context;
    const struct comparing *c = standing->comparing;
    enum approval_standing found = approval_value_stands(c->arena, c->after.plan, request);
    for (int sheet = 0; sheet < SHEET_COUNT && found == STANDING_UNKNOWN; sheet++)
        found = row_stands(standing, request, (enum schema_sheet)sheet);
    return found;
}
