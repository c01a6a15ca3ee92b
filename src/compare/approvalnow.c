#include "compare/approvalnow.h"

#include "compare/comparerow.h"
#include <string.h>

struct approvalnow {
    struct arena *arena;
    const struct plan *plan;
    struct comparerow_table tables[SHEET_COUNT];
    bool read[SHEET_COUNT];
};

struct approvalnow *approvalnow_new(struct arena *arena, const struct plan *plan) {
    struct approvalnow *now = arena_alloc(arena, sizeof *now);
    now->arena = arena;
    now->plan = plan;
    return now;
}

static enum approval_standing compare(const struct approvalnow *now,
                                      const struct change_request *request, enum schema_sheet sheet,
                                      int column, const char *text) {
    const char *wanted =
        approval_value(now->arena, now->plan, sheet, column, request->new_value, true);
    const char *there = approval_value(now->arena, now->plan, sheet, column, text, false);
    return wanted && there && strcmp(wanted, there) == 0 ? STANDING_THERE : STANDING_OTHERWISE;
}

static enum approval_standing by_value(const struct approvalnow *now,
                                       const struct change_request *request) {
    const struct measure *measure = plan_measure(now->plan, request->linked_id);
    if (!measure || !period_set(request->period))
        return STANDING_UNKNOWN;
    for (int series = 0; series < SERIES_COUNT; series++) {
        if (!schema_same_title(request->field, plan_series_name((enum series)series)))
            continue;
        const struct value *value = plan_value(measure, (enum series)series, request->period);
        char text[32] = "";
        if (value)
            decimal_format(value->value, -1, text);
        return compare(now, request, SHEET_VALUES, COLUMN_VALUES_VALUE, text);
    }
    return STANDING_UNKNOWN;
}

static const struct comparerow_table *rows_of(struct approvalnow *now, enum schema_sheet sheet) {
    if (!now->read[sheet])
        now->tables[sheet] = comparerow_read(now->arena, now->plan, sheet);
    now->read[sheet] = true;
    return &now->tables[sheet];
}

/* Of several rows that belong to the one that is named, one is enough. */
static enum approval_standing by_row(struct approvalnow *now, const struct change_request *request,
                                     enum schema_sheet sheet) {
    const struct compared_entity entity = compared_entity(sheet);
    const int column = schema_column_titled(sheet, request->field);
    if (column < 0 || !entity.word || entity.keys[0] < 0 || (entity.flags & COMPARED_BY_PLAN))
        return STANDING_UNKNOWN;
    const struct comparerow_table *table = rows_of(now, sheet);
    enum approval_standing found = STANDING_UNKNOWN;
    for (size_t i = 0; i < table->count && found != STANDING_THERE; i++) {
        const struct comparerow *row = &table->rows[i];
        if (strcmp(row->texts[entity.keys[0]], request->linked_id) == 0)
            found = compare(now, request, sheet, column, row->texts[column]);
    }
    return found;
}

enum approval_standing approvalnow_standing(struct approvalnow *now,
                                            const struct change_request *request) {
    if (!*request->new_value || !*request->field)
        return STANDING_UNKNOWN;
    enum approval_standing found = by_value(now, request);
    for (int sheet = 0; sheet < SHEET_COUNT && found == STANDING_UNKNOWN; sheet++)
        found = by_row(now, request, (enum schema_sheet)sheet);
    return found;
}
