#include "app/findingrow.h"

#include <stdlib.h>
#include <string.h>

/* A finding that waits for its row. */
struct wanted {
    const struct place *place;
    size_t index;
    const struct record *record;
};

struct search {
    struct wanted *items;
    size_t count;
};

static int compare_numbers(size_t a, size_t b) {
    return (a > b) - (a < b);
}

static int by_row(const char *sheet, uint32_t row, const struct place *place) {
    int order = strcmp(sheet, place->sheet);
    return order ? order : compare_numbers(row, place->row);
}

static int compare_rows(const void *left, const void *right) {
    const struct wanted *a = left, *b = right;
    int order = by_row(a->place->sheet, a->place->row, b->place);
    return order ? order : compare_numbers(a->index, b->index);
}

static bool starts_after(const struct record *record, uint32_t line, uint32_t column) {
    return record->line > line || (record->line == line && record->column > column);
}

/* All findings of the record's row get it, unless an earlier record of the row was first. */
static void give_by_row(struct search *search, const struct record *record) {
    size_t low = 0, high = search->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_row(record->sheet_title, record->row, search->items[middle].place) > 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < search->count; low++) {
        struct wanted *wanted = &search->items[low];
        if (wanted->record || by_row(record->sheet_title, record->row, wanted->place) != 0)
            return;
        wanted->record = record;
    }
}

/* The first finding after the record's start remembers the latest such record; spread() then
 * hands it on to those that follow. */
static void give_by_line(struct search *search, const struct record *record) {
    size_t low = 0, high = search->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct place *place = search->items[middle].place;
        if (starts_after(record, place->line, place->column))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == search->count)
        return;
    const struct record *latest = search->items[low].record;
    if (!latest || starts_after(record, latest->line, latest->column))
        search->items[low].record = record;
}

static void spread(struct search *search) {
    const struct record *latest = NULL;
    for (size_t i = 0; i < search->count; i++) {
        struct wanted *wanted = &search->items[i];
        if (wanted->record &&
            (!latest || starts_after(wanted->record, latest->line, latest->column)))
            latest = wanted->record;
        wanted->record = latest;
    }
}

static void look_through(const struct workbook *workbook, struct search *rows,
                         struct search *lines) {
    for (int sheet = 0; sheet < SHEET_COUNT; sheet++) {
        const struct table *table = &workbook->tables[sheet];
        for (size_t i = 0; i < table->records.count; i++) {
            const struct record *record = &table->records.items[i];
            if (record->sheet_title && record->row > 0)
                give_by_row(rows, record);
            if (record->line > 0)
                give_by_line(lines, record);
        }
    }
    spread(lines);
}

static void hand_out(const struct search *search, const struct record **out) {
    for (size_t i = 0; i < search->count; i++)
        out[search->items[i].index] = search->items[i].record;
}

const struct record **findingrow_all(struct arena *arena, const struct workbook *workbook,
                                     const struct diag *findings, size_t count) {
    const struct record **out = arena_array(arena, count, sizeof *out);
    if (!workbook)
        return out;
    struct search rows = {arena_array(arena, count, sizeof *rows.items), 0};
    struct search lines = {arena_array(arena, count, sizeof *lines.items), 0};
    for (size_t i = 0; i < count; i++) {
        const struct place *place = &findings[i].place;
        struct wanted wanted = {place, i, NULL};
        if (place->sheet && place->row > 0)
            rows.items[rows.count++] = wanted;
        else if (place->line > 0 && place->file && strcmp(place->file, workbook->path) == 0)
            lines.items[lines.count++] = wanted;
    }
    if (rows.count > 1)
        qsort(rows.items, rows.count, sizeof *rows.items, compare_rows);
    look_through(workbook, &rows, &lines);
    hand_out(&rows, out);
    hand_out(&lines, out);
    return out;
}

const char *findingrow_id(const struct record *record) {
    const struct schema_sheet_def *sheet =
        record ? schema_sheet((enum schema_sheet)record->sheet) : NULL;
    for (size_t c = 0; sheet && c < sheet->column_count; c++) {
        const struct field *field = workbook_field(record, (int)c);
        if (sheet->columns[c].type == FIELD_ID && field->filled)
            return field->text;
    }
    return NULL;
}

static bool names(const struct field *field, enum field_type type, const char *id) {
    if (!field->filled)
        return false;
    if (type == FIELD_ID || type == FIELD_REFERENCE)
        return strcmp(field->text, id) == 0;
    if (type != FIELD_REFERENCES || !field->list)
        return false;
    for (const char **item = field->list; *item; item++)
        if (strcmp(*item, id) == 0)
            return true;
    return false;
}

bool findingrow_names(const struct record *record, const char *id) {
    const struct schema_sheet_def *sheet =
        record ? schema_sheet((enum schema_sheet)record->sheet) : NULL;
    for (size_t c = 0; sheet && c < sheet->column_count; c++)
        if (names(workbook_field(record, (int)c), sheet->columns[c].type, id))
            return true;
    return false;
}
