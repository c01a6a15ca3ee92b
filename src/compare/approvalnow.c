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
            found = approval_text_stands(now->arena, now->plan, request, sheet, column,
                                         row->texts[column]);
    }
    return found;
}

enum approval_standing approvalnow_standing(struct approvalnow *now,
                                            const struct change_request *request) {
    if (!*request->new_value || !*request->field)
        return STANDING_UNKNOWN;
    enum approval_standing found = approval_value_stands(now->arena, now->plan, request);
    for (int sheet = 0; sheet < SHEET_COUNT && found == STANDING_UNKNOWN; sheet++)
        found = by_row(now, request, (enum schema_sheet)sheet);
    return found;
}
