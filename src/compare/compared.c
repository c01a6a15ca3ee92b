#include "compare/compared.h"

static const struct compared_entity entities[SHEET_COUNT] = {
#define ENTITY(sheet, word, joint, owner, name, state, in_force, flags, one, two, three)           \
    [SHEET_##sheet] = {word, joint, owner, name, state, in_force, flags, {one, two, three}, false},
#define FIELD(sheet, column, treatment, blank)
#include "compare/compared.def"
#undef ENTITY
#undef FIELD
};

struct compared_row {
    enum schema_sheet sheet;
    int column;
    struct compared_field field;
};

static const struct compared_row rows[] = {
#define ENTITY(sheet, word, joint, owner, name, state, in_force, flags, one, two, three)
#define FIELD(sheet, column, treatment, blank)                                                     \
    {SHEET_##sheet, (int)COLUMN_##sheet##_##column, {treatment, blank}},
#include "compare/compared.def"
#undef ENTITY
#undef FIELD
};

struct compared_entity compared_entity(enum schema_sheet sheet) {
    struct compared_entity entity = entities[sheet];
    const struct schema_sheet_def *def = schema_sheet(sheet);
    if (entity.keys[0] >= 0 || def->form != SHEET_ROWS)
        return entity;
    for (size_t i = 0; i < def->column_count; i++)
        if ((def->columns[i].flags & FIELD_KEY) && def->columns[i].type == FIELD_ID) {
            entity.keys[0] = (int)i;
            entity.has_ids = true;
        }
    return entity;
}

const struct compared_field *compared_fields(struct arena *arena, enum schema_sheet sheet) {
    size_t count = schema_sheet(sheet)->column_count;
    struct compared_field *fields = arena_array(arena, count, sizeof *fields);
    for (size_t i = 0; i < count; i++)
        fields[i].blank = "";
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].sheet == sheet)
            fields[rows[i].column] = rows[i].field;
    return fields;
}
