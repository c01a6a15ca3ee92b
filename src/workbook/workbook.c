#include "workbook/workbook.h"
#include "base/idmap.h"
#include "workbook/canonical.h"
#include "workbook/csv.h"
#include "workbook/fieldcheck.h"
#include "workbook/flatodf.h"
#include "workbook/mapping.h"
#include "workbook/ods.h"
#include "workbook/record.h"
#include "workbook/sniff.h"
#include "workbook/spreadsheetml.h"
#include "workbook/stratml.h"
#include "workbook/xlsx.h"
#include <string.h>

const char *workbook_format_name(enum workbook_format format) {
    switch (format) {
    case WORKBOOK_CANONICAL:
        return "workbook XML";
    case WORKBOOK_SPREADSHEETML:
        return "XML Spreadsheet 2003";
    case WORKBOOK_FLAT_ODF:
        return "flat ODF spreadsheet";
    case WORKBOOK_ODS:
        return "OpenDocument spreadsheet";
    case WORKBOOK_XLSX:
        return "Excel workbook";
    case WORKBOOK_CSV:
        return "CSV folder";
    case WORKBOOK_STRATML:
        return "StratML";
    case WORKBOOK_UNKNOWN:
        break;
    }
    return "unknown";
}

/* How many of the columns below this one are among those.  In most rows all are. */
static size_t below(uint64_t columns, int column) {
    uint64_t lower = (UINT64_C(1) << column) - 1;
    return (columns & lower) == lower ? (size_t)column
                                      : (size_t)__builtin_popcountll(columns & lower);
}

const struct field *workbook_field(const struct record *record, int column) {
    static const struct field empty = {.text = ""};
    uint64_t bit = UINT64_C(1) << column;
    return record->columns & bit ? record->fields[below(record->columns, column)] : &empty;
}

struct record_spot workbook_spot(const struct record *record, int column) {
    struct record_spot spot = {record->line, record->column, record->row, record->col};
    const struct record_places *places = record->places;
    if (!places) {
        return spot;
    }
    uint64_t bit = UINT64_C(1) << column;
    spot.col = places->cols ? places->cols[column] : record->col;
    if (places->columns & bit) {
        struct record_spot own = places->spots[below(places->columns, column)];
        spot.line = own.line;
        spot.column = own.column;
        spot.row = own.row ? own.row : spot.row;
        spot.col = own.row ? own.col : spot.col;
    }
    return spot;
}

static const char *file_of(const struct workbook *workbook, const struct record *record) {
    for (size_t i = 0; i < workbook->files.count; i++) {
        if (workbook->files.items[i].title == record->sheet_title) {
            return workbook->files.items[i].path;
        }
    }
    return workbook->path;
}

/* The what-if a field is of, or NULL.  A row that was added has no line: its value stands for it.
 */
static const char *edit_of(const struct workbook *workbook, const struct record *record,
                           int column) {
    if (column < 0 && record->sheet == SHEET_VALUES && record->line == 0) {
        column = COLUMN_VALUES_VALUE;
    }
    for (size_t i = 0; i < workbook->edits.count && column >= 0; i++) {
        if (workbook->edits.items[i].field == workbook_field(record, column)) {
            return workbook->edits.items[i].source;
        }
    }
    return NULL;
}

struct place workbook_place(const struct workbook *workbook, const struct record *record,
                            int column) {
    const char *edit = edit_of(workbook, record, column);
    if (edit) {
        return (struct place){.file = edit};
    }
    struct record_spot spot = {record->line, record->column, record->row, 0};
    if (column >= 0) {
        spot = workbook_spot(record, column);
    }
    struct place place = {
        .file = file_of(workbook, record), .line = spot.line, .column = spot.column};
    if (record->sheet_title) {
        place.sheet = record->sheet_title;
        place.row = spot.row;
        place.col = spot.col;
    }
    return place;
}

/* ---- reading ---- */

/* Sheets that every workbook needs; a sheet that is not known may be the one. */
static void report_missing(struct fieldcheck *check, const struct workbook *workbook,
                           const struct sheets *sheets) {
    struct idmap *strangers = idmap_new(check->arena);
    for (size_t i = 0; i < sheets->items.count; i++) {
        if (!sheets->items.items[i].known) {
            idmap_put(strangers, sheets->items.items[i].title, i);
        }
    }
    for (int i = 0; i < SHEET_COUNT; i++) {
        enum schema_sheet kind = (enum schema_sheet)i;
        if (!schema_needed(kind) || workbook->tables[i].present) {
            continue;
        }
        const char *title = schema_sheet(kind)->title;
        const char *near = idmap_nearest(strangers, title);
        diag_report_hint(
            check->diags, BP2001, (struct place){.file = workbook->path},
            near ? arena_printf(check->arena, "is it the sheet '%s'?", near) : NULL,
            workbook->format == WORKBOOK_CANONICAL ? schema_sheet(kind)->container : title, NULL);
    }
}

/* The dialects that are sheets of cells. */
static const struct dialect {
    enum workbook_format format;
    bool (*read)(struct arena *arena, const char *path, const char *bytes, size_t length,
                 struct diags *diags, struct sheets *out);
} dialects[] = {
    {WORKBOOK_SPREADSHEETML, spreadsheetml_read},
    {WORKBOOK_FLAT_ODF, flatodf_read},
    {WORKBOOK_ODS, ods_read},
    {WORKBOOK_XLSX, xlsx_read},
};

static bool read_dialect(struct fieldcheck *check, struct workbook *workbook, struct sheets *sheets,
                         const char *bytes, size_t length) {
    if (workbook->format == WORKBOOK_CANONICAL) {
        return canonical_read(check, workbook, bytes, length);
    }
    if (workbook->format == WORKBOOK_STRATML) {
        return stratml_read(check, workbook, bytes, length);
    }
    bool read = false;
    for (size_t i = 0; i < sizeof dialects / sizeof dialects[0]; i++) {
        if (dialects[i].format == workbook->format) {
            read =
                dialects[i].read(check->arena, workbook->path, bytes, length, check->diags, sheets);
        }
    }
    if (read) {
        mapping_run(check, workbook, sheets);
    }
    return read;
}

enum workbook_result workbook_read(struct arena *arena, const char *path, const char *bytes,
                                   size_t length, struct diags *diags, struct workbook **out) {
    struct workbook *workbook = arena_alloc(arena, sizeof *workbook);
    *out = workbook;
    workbook->path = path;
    workbook->fiscal.start_month = 1;
    workbook->format = sniff_format(arena, path, bytes, length, diags);
    if (workbook->format == WORKBOOK_UNKNOWN) {
        return WORKBOOK_UNREADABLE;
    }
    struct sheets sheets = {.items = {.count = 0}};
    struct fieldcheck check = {.arena = arena, .diags = diags, .fiscal = workbook->fiscal};
    if (!read_dialect(&check, workbook, &sheets, bytes, length)) {
        return WORKBOOK_UNREADABLE;
    }
    report_missing(&check, workbook, &sheets);
    record_settle(&check, workbook);
    return WORKBOOK_READ;
}

/* ---- a folder of parts ---- */

/* True (reported) if another file of the folder is the same sheet already. */
static bool second_part(struct diags *diags, const struct workbook_part *part, const char *title,
                        const struct sheets *sheets) {
    for (size_t i = 0; i < sheets->items.count; i++) {
        const struct sheet *sheet = &sheets->items.items[i];
        if (sheet->known && strcmp(sheet->title, title) == 0) {
            diag_report(diags, BP1066, (struct place){.file = part->path}, title, sheet->path,
                        NULL);
            return true;
        }
    }
    return false;
}

static bool read_part(struct sheet_builder *builder, struct workbook *workbook,
                      const struct workbook_part *part) {
    enum schema_sheet kind;
    const char *title = csv_title(builder->arena, part->name, &kind);
    if (kind != SHEET_NONE && second_part(builder->diags, part, title, builder->sheets)) {
        return true;
    }
    builder->path = part->path;
    bool read = csv_read(builder, title, kind, part->bytes, part->length);
    if (builder->sheets->items.count) {
        const char *kept = sheet_current(builder)->title;
        vec_push(builder->arena, &workbook->files, ((struct workbook_file){kept, part->path}));
    }
    return read;
}

enum workbook_result workbook_read_parts(struct arena *arena, const char *path,
                                         const struct workbook_part *parts, size_t count,
                                         struct diags *diags, struct workbook **out) {
    struct workbook *workbook = arena_alloc(arena, sizeof *workbook);
    *out = workbook;
    workbook->path = path;
    workbook->fiscal.start_month = 1;
    workbook->format = WORKBOOK_CSV;
    struct sheets sheets = {.items = {.count = 0}};
    struct sheet_builder builder = {.arena = arena, .diags = diags, .sheets = &sheets};
    textbuf_init(&builder.text, arena);
    bool read = count > 0;
    if (!read) {
        diag_report(diags, BP1065, (struct place){.file = path}, NULL);
    }
    for (size_t i = 0; i < count && !diags_full(diags); i++) {
        read = read_part(&builder, workbook, &parts[i]) && read;
    }
    if (!read) {
        return WORKBOOK_UNREADABLE;
    }
    struct fieldcheck check = {.arena = arena, .diags = diags, .fiscal = workbook->fiscal};
    mapping_run(&check, workbook, &sheets);
    report_missing(&check, workbook, &sheets);
    record_settle(&check, workbook);
    return WORKBOOK_READ;
}

/* ---- dump ---- */

static void dump_place(const struct workbook *workbook, const struct record *record,
                       struct textbuf *out) {
    struct place place = workbook_place(workbook, record, -1);
    textbuf_printf(out, " @%u:%u", place.line, place.column);
    const char *cell = diag_cell(out->arena, place);
    if (cell) {
        textbuf_printf(out, " %s", cell);
    }
    textbuf_char(out, '\n');
}

static void dump_text(const char *text, struct textbuf *out) {
    for (; *text; text++) {
        if (*text == '\n') {
            textbuf_str(out, "\\n");
        } else {
            textbuf_char(out, *text);
        }
    }
}

static void dump_record(const struct workbook *workbook, const struct record *record,
                        struct textbuf *out) {
    const struct schema_sheet_def *def = schema_sheet(record->sheet);
    textbuf_str(out, def->row);
    dump_place(workbook, record, out);
    for (size_t i = 0; i < def->column_count; i++) {
        const struct field *field = workbook_field(record, (int)i);
        if (!field->filled && !field->wrong) {
            continue;
        }
        textbuf_printf(out, "  %s = ", def->columns[i].attribute);
        dump_text(field->wrong ? "(wrong)" : field->text, out);
        textbuf_char(out, '\n');
    }
}

void workbook_dump(const struct workbook *workbook, struct textbuf *out) {
    for (size_t i = 0; i < SHEET_COUNT; i++) {
        const struct table *table = &workbook->tables[i];
        if (!table->present) {
            continue;
        }
        textbuf_printf(out, "[%s] %zu\n", schema_sheet((enum schema_sheet)i)->container,
                       table->records.count);
        for (size_t k = 0; k < table->records.count; k++) {
            dump_record(workbook, &table->records.items[k], out);
        }
    }
}
